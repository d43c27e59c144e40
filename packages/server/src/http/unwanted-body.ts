import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether a request says that a body follows. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

/**
 * For answers that read no body: the connection is closed behind the answer when one comes all the same. Node would read it to an
 * end that a stranger decides on, to use the connection again.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  if (hasBody(request)) response.shouldKeepAlive = false;
}
