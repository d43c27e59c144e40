import { joinChunks } from "@passwright/pass";
import { parseRetryAfter } from "../protocol/http-date.ts";

/** `fetch`, of the platform or one's own: a server under test can be called without a socket. */
export type Fetch = (request: Request) => Promise<Response>;

/** How requests are sent. */
export interface Network {
  readonly fetch: Fetch;
  readonly now: () => Date;
  /** A signal that aborts after a time in milliseconds. */
  readonly timeout: (milliseconds: number) => AbortSignal;
  /** Milliseconds that one request with its answer may take. */
  readonly requestTimeout: number;
}

/** A request as bytes. */
export interface PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** What came of a request. */
export type Exchange =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Headers;
      /** Empty when the answer was not to be read. */
      readonly body: Uint8Array;
      /** Milliseconds that the server asks to wait; null when it does not. */
      readonly retryAfter: number | null;
    }
  | { readonly kind: "failed"; readonly fault: NetworkFault };

/** Why there is no answer. */
export type NetworkFault =
  | "timed-out"
  /** No connection, no name, no TLS: the platform says no more in a way that programs can read. */
  | "unreachable"
  /** The answer is larger than what the request can have as one. */
  | "too-large"
  /** The server redirects. Following would hand the pass's token to another host. */
  | "redirected";

/** How much of an answer is read. */
export interface AnswerLimits {
  /** Bytes of the body. */
  readonly maxBytes: number;
  /** Bodies of all statuses; otherwise all but that of 200 are dropped unread. */
  readonly everyStatus?: boolean;
}

/**
 * Sends a request and reads its answer, bounded in time and size. Redirects are not followed. Never rejects.
 */
export async function exchange(network: Network, request: PlainRequest, limits: AnswerLimits): Promise<Exchange> {
  const signal = network.timeout(network.requestTimeout);
  const { url, method, headers, body } = request;
  try {
    const sent = new Request(url, { method, headers, body, redirect: "manual", signal, credentials: "omit", cache: "no-store" });
    // A fetch that does not look at the signal must not hang the wallet.
    const response = await orAbort(network.fetch(sent), signal);
    const { status } = response;
    if (response.type === "opaqueredirect" || response.redirected || (status >= 300 && status < 400 && status !== 304)) {
      drop(response);
      return { kind: "failed", fault: "redirected" };
    }
    const retryAfter = parseRetryAfter(response.headers.get("retry-after"), network.now());
    const answer = { kind: "answer", status, headers: response.headers, retryAfter } as const;
    if (limits.maxBytes === 0 || (status !== 200 && limits.everyStatus !== true)) {
      drop(response);
      return { ...answer, body: new Uint8Array(0) };
    }
    const bytes = await readBounded(response, limits.maxBytes, signal);
    return bytes === null ? { kind: "failed", fault: "too-large" } : { ...answer, body: bytes };
  } catch {
    return { kind: "failed", fault: signal.aborted ? "timed-out" : "unreachable" };
  }
}

/** Reads a body up to a size, whatever Content-Length says; null when it is larger. */
async function readBounded(response: Response, maxBytes: number, signal: AbortSignal): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array(0);
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await orAbort(reader.read(), signal);
      if (done) break;
      size += value.length;
      if (size > maxBytes) return null;
      chunks.push(value);
    }
  } finally {
    // Not awaited: a body that hangs may not want to be cancelled either.
    void reader.cancel().catch(() => undefined);
  }
  return joinChunks(chunks);
}

/** Lets the connection go without reading on. */
function drop(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}

function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException("The request took too long.", "TimeoutError"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
