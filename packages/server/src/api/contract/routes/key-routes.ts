import { QUERIES, SCHEMAS } from "../schemas.ts";
import { ok, type Route } from "./route.ts";

/** API keys of a project, and who changed what with them. */
export const KEY_ROUTES = [
  {
    id: "listKeys",
    method: "GET",
    path: "/keys",
    tag: "Keys",
    scope: "admin",
    summary: "API keys of the project, newest first",
    answers: [ok("Keys without their secrets; revoked ones among them.", SCHEMAS.ApiKeyList)],
    problems: [],
  },
  {
    id: "createKey",
    method: "POST",
    path: "/keys",
    tag: "Keys",
    scope: "admin",
    summary: "Make an API key",
    body: SCHEMAS.NewApiKey,
    answers: [{ status: 201, what: "The key, told once.", body: SCHEMAS.CreatedApiKey }],
    problems: [],
  },
  {
    id: "revokeKey",
    method: "DELETE",
    path: "/keys/{keyId}",
    tag: "Keys",
    scope: "admin",
    summary: "Revoke an API key, at once and for ever",
    answers: [ok("The key.", SCHEMAS.ApiKey)],
    problems: ["not-found"],
  },
  {
    id: "listAudit",
    method: "GET",
    path: "/audit",
    tag: "Keys",
    scope: "admin",
    summary: "Who changed what, newest first",
    query: QUERIES.page,
    answers: [ok("Entries of the project.", SCHEMAS.AuditPage)],
    problems: [],
  },
] as const satisfies readonly Route[];
