/** What the API can answer instead of what was asked for: the name in the `type` of the problem, its status, what it says. */
export const PROBLEMS = {
  "invalid-request": { status: 400, title: "The request cannot be read or breaks a rule of its schema" },
  unauthenticated: { status: 401, title: "There is no API key, or not one that is valid" },
  forbidden: { status: 403, title: "The API key may not do this" },
  "not-found": { status: 404, title: "There is no such thing, or it belongs to another project" },
  "method-not-allowed": { status: 405, title: "The address knows other methods only" },
  "serial-number-taken": { status: 409, title: "A pass with this serial number exists" },
  "external-id-taken": { status: 409, title: "A pass of this template with this external id exists" },
  "revision-conflict": { status: 409, title: "The pass has another revision by now" },
  "template-conflict": { status: 409, title: "The template has another pass type" },
  "template-id-taken": { status: 409, title: "The id of the template is taken on this server" },
  "no-mail": { status: 409, title: "The server has no mail server to send through" },
  "too-many-webhooks": { status: 409, title: "The project has as many webhook endpoints as it may have" },
  "webhook-disabled": { status: 409, title: "The webhook endpoint is disabled" },
  "job-conflict": { status: 409, title: "The job is not in a state for this" },
  "no-certificate": { status: 409, title: "There is no certificate for this pass type" },
  "scan-not-undoable": { status: 409, title: "The scan let nobody in, or somebody has gone in or out after it" },
  "barcode-key-in-use": { status: 409, title: "The key is the one that signs: add another first" },
  "body-too-large": { status: 413, title: "The body is larger than this address takes" },
  "unsupported-media-type": { status: 415, title: "The address takes bodies of other types" },
  "invalid-template": { status: 422, title: "The template cannot be used" },
  "invalid-image": { status: 422, title: "The picture cannot be used" },
  "certificate-needed": { status: 409, title: "It is the last certificate of a pass type that has passes" },
  "certificate-of-folder": { status: 409, title: "The certificate lies in the data folder of the server, or is a demo's" },
  "too-many-certificates": { status: 409, title: "The pass type has too many certificates and requests" },
  "project-conflict": { status: 409, title: "The project, or what it owns, does not allow it" },
  "invalid-certificate": { status: 422, title: "The certificate cannot be used" },
  "invalid-values": { status: 422, title: "The values do not fit the template" },
  "idempotency-key-reused": { status: 422, title: "The idempotency key was used for another request" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "internal-error": { status: 500, title: "Something went wrong inside" },
  unavailable: { status: 503, title: "The server cannot answer now; try again" },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

/** A name of {@link PROBLEMS}. */
export type ProblemName = keyof typeof PROBLEMS;

/** How the `type` of a problem begins. */
export const PROBLEM_PREFIX = "urn:passwright:problem:";

/** Problems that any address may answer with. */
export const COMMON_PROBLEMS: readonly ProblemName[] = ["invalid-request", "too-many-requests", "internal-error", "unavailable"];
