import type * as z from "zod";
import type { ProblemName } from "./problems.ts";
import { QUERIES, SCHEMAS } from "./schemas.ts";
import type { Scope } from "./scopes.ts";

/** One address of the API. What is not in this table does not exist, and each row says who may. */
export interface Route {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api`; `{name}` is one step of the path. */
  readonly path: string;
  readonly tag: "Keys" | "Templates" | "Passes" | "Description";
  /** Null: for everybody. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly query?: z.ZodType;
  /** JSON, or a template in a ZIP or a form. */
  readonly body?: z.ZodType | "template";
  readonly isBodyOptional?: boolean;
  readonly takesIdempotencyKey?: boolean;
  readonly answers: readonly { readonly status: number; readonly what: string; readonly body: z.ZodType | "pass" | "document" }[];
  readonly problems: readonly ProblemName[];
}

const ok = <Body extends z.ZodType>(what: string, body: Body) => ({ status: 200, what, body });
const PASS_PATH = "/passes/{passTypeIdentifier}/{serialNumber}";
const CHANGE = ok("The pass as it is now, and what its holder is told.", SCHEMAS.PassChange);
const CHANGE_PROBLEMS = ["not-found", "invalid-values"] as const satisfies readonly ProblemName[];

export const ROUTES = [
  {
    id: "getDescription",
    method: "GET",
    path: "/openapi.json",
    tag: "Description",
    scope: null,
    summary: "This document",
    answers: [{ status: 200, what: "OpenAPI 3.1.", body: "document" }],
    problems: [],
  },
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
  {
    id: "listPassTypes",
    method: "GET",
    path: "/pass-types",
    tag: "Templates",
    scope: "read",
    summary: "Pass types that can be signed, with their certificates",
    answers: [ok("Pass types of the project.", SCHEMAS.PassTypeList)],
    problems: [],
  },
  {
    id: "listTemplates",
    method: "GET",
    path: "/templates",
    tag: "Templates",
    scope: "read",
    summary: "Templates, drafts among them",
    answers: [ok("Templates of the project.", SCHEMAS.TemplateList)],
    problems: [],
  },
  {
    id: "uploadTemplate",
    method: "PUT",
    path: "/templates/{templateId}",
    tag: "Templates",
    scope: "admin",
    summary: "Upload a draft: a ZIP of a template's folder, a .pkpasstemplate, or its files in a form",
    body: "template",
    answers: [ok("The draft. Issued passes stay as they are.", SCHEMAS.TemplateDetails)],
    problems: ["not-found", "template-conflict", "invalid-template", "body-too-large", "unsupported-media-type"],
  },
  {
    id: "getTemplate",
    method: "GET",
    path: "/templates/{templateId}",
    tag: "Templates",
    scope: "read",
    summary: "A template with the JSON Schema of its inputs",
    answers: [ok("The draft where there is one, else the newest version.", SCHEMAS.TemplateDetails)],
    problems: ["not-found"],
  },
  {
    id: "publishTemplate",
    method: "POST",
    path: "/templates/{templateId}/publish",
    tag: "Templates",
    scope: "admin",
    summary: "Make the draft the newest version; issued passes stay on theirs",
    answers: [ok("The published version.", SCHEMAS.TemplateDetails)],
    problems: ["not-found"],
  },
  {
    id: "previewTemplate",
    method: "POST",
    path: "/templates/{templateId}/preview",
    tag: "Templates",
    scope: "read",
    summary: "What comes of values, and everything that is wrong with it",
    body: SCHEMAS.PreviewRequest,
    isBodyOptional: true,
    answers: [ok("pass.json and findings.", SCHEMAS.Preview)],
    problems: ["not-found"],
  },
  {
    id: "downloadPreview",
    method: "POST",
    path: "/templates/{templateId}/preview.pkpass",
    tag: "Templates",
    scope: "issue",
    summary: "A pass to look at, that never updates: signed where there is a certificate, else unsigned",
    body: SCHEMAS.PreviewRequest,
    isBodyOptional: true,
    answers: [{ status: 200, what: "The archive; `Passwright-Signed` says whether it is signed.", body: "pass" }],
    problems: ["not-found", "invalid-values", "invalid-template"],
  },
  {
    id: "createPass",
    method: "POST",
    path: "/passes",
    tag: "Passes",
    scope: "issue",
    summary: "Issue a pass",
    body: SCHEMAS.NewPass,
    takesIdempotencyKey: true,
    answers: [
      { status: 201, what: "The pass.", body: SCHEMAS.Pass },
      ok("The pass that the same request made before, as it is now.", SCHEMAS.Pass),
    ],
    problems: [
      "not-found",
      "serial-number-taken",
      "external-id-taken",
      "no-certificate",
      "invalid-values",
      "invalid-template",
      "idempotency-key-reused",
    ],
  },
  {
    id: "listPasses",
    method: "GET",
    path: "/passes",
    tag: "Passes",
    scope: "read",
    summary: "Passes in the order of pass type and serial number",
    query: QUERIES.passes,
    answers: [ok("A page.", SCHEMAS.PassPage)],
    problems: [],
  },
  {
    id: "getPass",
    method: "GET",
    path: PASS_PATH,
    tag: "Passes",
    scope: "read",
    summary: "A pass",
    answers: [ok("The pass.", SCHEMAS.Pass)],
    problems: ["not-found"],
  },
  {
    id: "updatePass",
    method: "PATCH",
    path: PASS_PATH,
    tag: "Passes",
    scope: "issue",
    summary: "Change values, template version or expiry; devices are told unless you say otherwise",
    body: SCHEMAS.PassUpdate,
    answers: [CHANGE],
    problems: [...CHANGE_PROBLEMS, "revision-conflict"],
  },
  {
    id: "deletePass",
    method: "DELETE",
    path: PASS_PATH,
    tag: "Passes",
    scope: "issue",
    summary: "Void a pass and take it out of the API; devices that hold it keep the voided pass",
    answers: [CHANGE],
    problems: CHANGE_PROBLEMS,
  },
  {
    id: "voidPass",
    method: "POST",
    path: `${PASS_PATH}/void`,
    tag: "Passes",
    scope: "issue",
    summary: "Void a pass",
    body: SCHEMAS.PassAction,
    isBodyOptional: true,
    answers: [CHANGE],
    problems: CHANGE_PROBLEMS,
  },
  {
    id: "unvoidPass",
    method: "POST",
    path: `${PASS_PATH}/unvoid`,
    tag: "Passes",
    scope: "issue",
    summary: "Make a voided pass valid again; phones keep it among the expired ones until its holder takes it out",
    body: SCHEMAS.PassAction,
    isBodyOptional: true,
    answers: [CHANGE],
    problems: CHANGE_PROBLEMS,
  },
  {
    id: "expirePass",
    method: "POST",
    path: `${PASS_PATH}/expire`,
    tag: "Passes",
    scope: "issue",
    summary: "Let a pass expire, now or at a time",
    body: SCHEMAS.ExpireRequest,
    isBodyOptional: true,
    answers: [CHANGE],
    problems: CHANGE_PROBLEMS,
  },
  {
    id: "pushPass",
    method: "POST",
    path: `${PASS_PATH}/push`,
    tag: "Passes",
    scope: "issue",
    summary: "Tell the devices of a pass to fetch it, though nothing has changed",
    answers: [CHANGE],
    problems: CHANGE_PROBLEMS,
  },
  {
    id: "listRevisions",
    method: "GET",
    path: `${PASS_PATH}/history`,
    tag: "Passes",
    scope: "read",
    summary: "Every revision of a pass",
    query: QUERIES.page,
    answers: [ok("Revisions.", SCHEMAS.PassHistory)],
    problems: ["not-found"],
  },
  {
    id: "downloadPass",
    method: "GET",
    path: `${PASS_PATH}/pass.pkpass`,
    tag: "Passes",
    scope: "issue",
    summary: "The signed pass, with the token that its holder's devices use",
    answers: [{ status: 200, what: "The archive.", body: "pass" }],
    problems: ["not-found", "no-certificate"],
  },
] as const satisfies readonly Route[];

export type RouteId = (typeof ROUTES)[number]["id"];
export type RouteOf<Id extends RouteId> = Extract<(typeof ROUTES)[number], { readonly id: Id }>;
