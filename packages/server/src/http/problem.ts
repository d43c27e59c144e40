import { STATUS_CODES } from "node:http";

/** An error document (RFC 9457). What went wrong inside is in the log under the request's id, not here. */
export interface Problem {
  readonly status: number;
  readonly contentType: "application/problem+json";
  readonly body: string;
}

/**
 * The document of an error, for routes that people and programs use; devices get empty bodies.
 *
 * @param detail for whoever sent the request: never an internal message.
 *
 * @example
 * ```ts
 * toProblem(404, { requestId, detail: "There is no such pass." });
 * ```
 */
export function toProblem(
  status: number,
  { requestId, detail }: { readonly requestId: string; readonly detail?: string },
): Problem {
  const title = STATUS_CODES[status] ?? "Error";
  const body = JSON.stringify({ type: "about:blank", title, status, ...(detail !== undefined && { detail }), requestId });
  return { status, contentType: "application/problem+json", body };
}
