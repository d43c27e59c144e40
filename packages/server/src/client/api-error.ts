import { type ProblemName, PROBLEM_PREFIX, PROBLEMS } from "../api/contract/problems.ts";
import type { Problem } from "./api-types.ts";

/** Why a call came to nothing: a problem that the API told, or `unreachable`, or `unexpected-answer` from something else at its address. */
export type ApiFault = ProblemName | "unreachable" | "unexpected-answer";

/**
 * A call of the API came to nothing. Programs branch on `fault`.
 *
 * @example
 * ```ts
 * try {
 *   await client.passes.create({ templateId: "gate", values: { gate: "B7" }, externalId: "order-1" });
 * } catch (error) {
 *   if (!(error instanceof ApiError && error.fault === "external-id-taken")) throw error;
 *   console.log("issued before as", error.document?.serialNumber);
 * }
 * ```
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly fault: ApiFault;
  /** 0 when there was no answer. */
  readonly status: number;
  /** Names the request in the server's log. */
  readonly requestId: string | null;
  /** What the server said (RFC 9457); null when it said nothing that can be read. */
  readonly document: Problem | null;
  /** How long the server asks to wait, in seconds; null when it does not say. */
  readonly retryAfter: number | null;

  constructor(
    fault: ApiFault,
    message: string,
    facts: {
      readonly status?: number;
      readonly requestId?: string | null;
      readonly document?: Problem | null;
      readonly retryAfter?: number | null;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.fault = fault;
    this.status = facts.status ?? 0;
    this.requestId = facts.requestId ?? null;
    this.document = facts.document ?? null;
    this.retryAfter = facts.retryAfter ?? null;
  }
}

/** The error of an answer that is none of success. */
export async function readApiError(response: Response): Promise<ApiError> {
  const { status, headers } = response;
  const retryAfter = /^\d{1,6}$/u.exec(headers.get("retry-after") ?? "")?.[0];
  const facts = {
    status,
    requestId: headers.get("x-request-id"),
    retryAfter: retryAfter === undefined ? null : Number(retryAfter),
  };
  const document = await readDocument(response);
  const name = document?.type.slice(PROBLEM_PREFIX.length) ?? "";
  if (document === null || !isProblemName(name)) {
    return new ApiError("unexpected-answer", `The server answered with status ${status} and no problem document.`, facts);
  }
  return new ApiError(name, document.detail ?? document.title, { ...facts, document });
}

async function readDocument(response: Response): Promise<Problem | null> {
  if (!/^application\/problem\+json\b/iu.test(response.headers.get("content-type") ?? "")) return null;
  const document: unknown = await response.json().catch(() => null);
  if (typeof document !== "object" || document === null) return null;
  const { type, title } = document as Partial<Problem>;
  return typeof type === "string" && type.startsWith(PROBLEM_PREFIX) && typeof title === "string" ? (document as Problem) : null;
}

function isProblemName(name: string): name is ProblemName {
  return Object.hasOwn(PROBLEMS, name);
}
