import type { Mail, MailPage, NewMail } from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";
import { type PassName, toPath } from "./pass-client.ts";

/** Passes by mail. */
export interface MailClient {
  readonly send: (pass: PassName, mail: NewMail) => Promise<Mail>;
  readonly get: (mailId: string) => Promise<Mail>;
  readonly list: (page?: Operations["listMails"]["query"]) => Promise<MailPage>;
}

export function createMailClient(call: Call): MailClient {
  return {
    send: (pass, body) => call("mailPass", { path: toPath(pass), body }),
    get: (mailId) => call("getMail", { path: { mailId } }),
    list: (query) => call("listMails", { query: query ?? {} }),
  };
}
