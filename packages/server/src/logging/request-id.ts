import { randomUUID } from "node:crypto";

/** What a proxy's request id may look like: anything else could forge lines or fill the log. */
const SANE = /^[\w.:/+=-]{8,128}$/u;

/**
 * The id of a request: the proxy's where it is a sane one, else a random one.
 *
 * @example
 * ```ts
 * const id = requestIdOf(request.headers["x-request-id"]);
 * ```
 */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === "string" && SANE.test(header) ? header : randomUUID();
}
