import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { mailLinkToken } from "../../../distribution/mail/compose-mail.ts";
import { parseMailAddress } from "../../../distribution/mail/mail-address.ts";
import { toNewLink } from "../../../distribution/links/link-token.ts";
import type { MailRecord } from "../../../storage/distribution/distribution-storage.ts";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../../contract/schemas.ts";
import { json, toOptionalTime, toTime } from "../answers.ts";
import { auditOf } from "../audit-of.ts";
import { findOwnPass } from "../own-pass.ts";
import { parseMomentCursor, toMomentCursor } from "./links.ts";

export async function mailPass(call: ApiCall<unknown, z.output<typeof SCHEMAS.NewMail>>): Promise<ApiAnswer> {
  const { storage, clock, key, body, secret, mailDesk } = call;
  if (mailDesk === null) throw new ApiProblem("no-mail", "Start the server with --smtp-url and --mail-from.");
  const to = parseMailAddress(body.to);
  if (to === null) {
    const fault = { place: "body.to", message: "is not one mail address" };
    throw new ApiProblem("invalid-request", `${fault.place} ${fault.message}`, { faults: [fault] });
  }
  const passes = [await findOwnPass(call)];
  for (const name of body.alsoPasses ?? []) passes.push(await findOwnPass(call, name));
  const keys = passes.map(({ pass: { passTypeIdentifier, serialNumber } }) => ({ passTypeIdentifier, serialNumber }));
  const [first] = keys;
  if (first === undefined || new Set(keys.map((one) => JSON.stringify(one))).size < keys.length) {
    throw new ApiProblem("invalid-request", "body.alsoPasses names a pass twice.");
  }
  const wait = mailDesk.take({ keyId: key.id, recipient: to });
  if (wait > 0) throw new ApiProblem("too-many-requests", undefined, {}, ["retry-after", String(Math.ceil(wait / 1000))]);
  const now = clock();
  const { projectId } = key;
  const { locale = "en", subject = null, text = null, source = "mail" } = body;
  const mail = { id: `mail_${randomUUID()}`, projectId, to, locale, subject, text, passes: keys, createdAt: now };
  const link = toNewLink(mailLinkToken(secret, mail.id), { projectId, target: { kind: "pass", ...first }, source, createdAt: now });
  await storage.distribution.queueMail(mail, { link, audit: auditOf(call, "mailPass", mail.id) });
  mailDesk.onMail();
  return json(toMail({ ...mail, state: "queued", attempts: 0, dueAt: now, problem: null, endedAt: null }), 202);
}

export async function getMail({ storage, key, params }: ApiCall): Promise<ApiAnswer> {
  const mail = await storage.distribution.findMail({ id: params["mailId"] ?? "", projectId: key.projectId });
  if (mail === undefined) throw new ApiProblem("not-found", "There is no such mail.");
  return json(toMail(mail));
}

const PAGE = 50;

export async function listMails(call: ApiCall<z.output<typeof QUERIES.page>>): Promise<ApiAnswer> {
  const { limit = PAGE, cursor } = call.query;
  const mails = await call.storage.distribution.mails({
    projectId: call.key.projectId,
    ...(cursor !== undefined && { before: parseMomentCursor(cursor) }),
    limit: limit + 1,
  });
  const items = mails.slice(0, limit);
  return json({ items: items.map(toMail), nextCursor: mails.length > limit ? toMomentCursor(items.at(-1)) : null });
}

function toMail({ id, to, locale, passes, state, attempts, dueAt, problem, createdAt, endedAt }: MailRecord) {
  return {
    id,
    to,
    locale,
    passes,
    state,
    attempts,
    nextAttemptAt: state === "queued" ? toTime(dueAt) : null,
    problem,
    createdAt: toTime(createdAt),
    endedAt: toOptionalTime(endedAt),
  };
}
