import type { IncomingMessage } from "node:http";

/** What pages may send beside what browsers always let them, and what of an answer they may read. */
const REQUEST_HEADERS = "authorization, content-type, idempotency-key, x-request-id";
const ANSWER_HEADERS =
  "content-disposition, idempotency-replayed, location, passwright-signed, ratelimit, ratelimit-policy, retry-after, x-request-id";
const METHODS = "GET, POST, PUT, PATCH, DELETE";

/** Which pages may call the API (Fetch standard, CORS protocol). */
export interface CrossOrigin {
  /** Headers of every answer. */
  headers(request: IncomingMessage): readonly string[];
  /** Headers of the answer to a preflight of a page that may; null when the request is none. */
  preflight(request: IncomingMessage): readonly string[] | null;
}

/**
 * Lets pages of exactly these origins call the API with a key; without any, no page. Cookies and certificates of a browser are
 * never let through: a key in a header is all that counts here.
 */
export function createCrossOrigin(origins: readonly string[]): CrossOrigin {
  const allowed = new Set(origins);
  // Said of every answer, so that a cache does not give one origin what was meant for another.
  const vary: readonly string[] = allowed.size === 0 ? [] : ["vary", "Origin"];
  const allowedOrigin = ({ headers: { origin } }: IncomingMessage) => (origin !== undefined && allowed.has(origin) ? origin : null);
  return {
    headers: (request) => {
      const origin = allowedOrigin(request);
      return origin === null
        ? vary
        : [...vary, "access-control-allow-origin", origin, "access-control-expose-headers", ANSWER_HEADERS];
    },
    preflight: (request) => {
      const origin = allowedOrigin(request);
      const isPreflight = request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;
      if (origin === null || !isPreflight) return null;
      return [
        ...vary,
        "access-control-allow-origin",
        origin,
        "access-control-allow-methods",
        METHODS,
        "access-control-allow-headers",
        REQUEST_HEADERS,
        "access-control-max-age",
        "600",
      ];
    },
  };
}
