import { QUERIES, SCHEMAS } from "../schemas.ts";
import { ok, type Route } from "./route.ts";

/** Passes by mail. */
export const MAIL_ROUTES = [
  {
    id: "mailPass",
    method: "POST",
    path: "/passes/{passTypeIdentifier}/{serialNumber}/mail",
    tag: "Mails",
    scope: "issue",
    forLimitedKeys: true,
    summary: "Send a pass by mail, with the file and the address of its page",
    body: SCHEMAS.NewMail,
    answers: [{ status: 202, what: "The mail: it is sent in the background.", body: SCHEMAS.Mail }],
    problems: ["not-found", "no-mail"],
  },
  {
    id: "listMails",
    method: "GET",
    path: "/mails",
    tag: "Mails",
    scope: "issue",
    summary: "Mails of the last 30 days and what became of them, newest first",
    query: QUERIES.page,
    answers: [ok("A page.", SCHEMAS.MailPage)],
    problems: [],
  },
  {
    id: "getMail",
    method: "GET",
    path: "/mails/{mailId}",
    tag: "Mails",
    scope: "issue",
    summary: "A mail and what became of it",
    answers: [ok("The mail.", SCHEMAS.Mail)],
    problems: ["not-found"],
  },
] as const satisfies readonly Route[];
