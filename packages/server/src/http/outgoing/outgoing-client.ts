import { lookup as resolveName, type LookupAddress } from "node:dns";
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { readAddress } from "./address-kind.ts";
import { describeNetworkError } from "./network-error.ts";
import type { OutgoingPolicy } from "./outgoing-policy.ts";

/** What a call may take. Milliseconds and bytes. */
export interface OutgoingLimits {
  /** Until the connection stands, TLS and the look-up of the name included. */
  readonly connectMs: number;
  /** Until the answer begins. */
  readonly answerMs: number;
  /** From then on until its end; what comes later is not waited for. */
  readonly bodyMs: number;
  /** Of the answer; what is beyond is not read. */
  readonly bodyBytes: number;
}

export interface OutgoingRequest {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly limits: OutgoingLimits;
  readonly signal?: AbortSignal;
}

/** Never a redirect that was followed: `status` may be 302. */
export type OutgoingAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      /** As much as was read. */
      readonly body: Uint8Array;
    }
  /** `reason` is a few words, without the address that was tried: whoever gave the URL must not learn what a name leads to in here. */
  | { readonly kind: "failed"; readonly reason: string };

/** Calls addresses that somebody else gave. Everything that does goes through here. */
export interface OutgoingClient {
  /** Rejects with the reason of the signal, and else never. */
  send(request: OutgoingRequest): Promise<OutgoingAnswer>;
  close(): void;
}

/** All addresses of a name. */
export type Resolve = (
  hostname: string,
  callback: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

export interface OutgoingClientOptions {
  readonly policy: OutgoingPolicy;
  /** The system's resolver unless given. */
  readonly resolve?: Resolve;
  /** Authorities in PEM that are trusted instead of the system's. */
  readonly ca?: string;
  /** Connections to one host at a time. */
  readonly connectionsPerHost?: number;
}

/**
 * A client that looks at each address in the moment of connecting to it: of a name that led elsewhere when it was looked at
 * (DNS rebinding) only what it leads to now counts. It follows no redirects, uses no proxy, and keeps connections for some seconds.
 */
export function createOutgoingClient(options: OutgoingClientOptions): OutgoingClient {
  const { policy, ca, resolve = resolveByName, connectionsPerHost = 50 } = options;
  const common = {
    keepAlive: true,
    maxSockets: connectionsPerHost,
    maxFreeSockets: 10,
    timeout: 5000,
    scheduling: "lifo",
  } as const;
  const agents = {
    "http:": new HttpAgent({ ...common, lookup: guardedLookup(policy, resolve, "http:") }),
    "https:": new HttpsAgent({ ...common, lookup: guardedLookup(policy, resolve, "https:"), ...(ca !== undefined && { ca }) }),
  };

  async function send(given: OutgoingRequest): Promise<OutgoingAnswer> {
    given.signal?.throwIfAborted();
    // Of an address no name is looked up, and so none is looked at on the way.
    const host = given.url.hostname.replace(/^\[(.*)\]$/u, "$1");
    const refusal = readAddress(host) === null ? null : policy.refusalOf(host, given.url.protocol);
    if (refusal !== null) return { kind: "failed", reason: `the address ${refusal}` };
    if (given.url.protocol !== "https:" && given.url.protocol !== "http:") return { kind: "failed", reason: "no web address" };
    const agent = agents[given.url.protocol];
    const first = await attempt(given, agent);
    // A kept connection may have been closed by the other side as it was taken.
    return first === "stale" ? toAnswer(await attempt(given, agent)) : first;
  }

  return {
    send,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

const STALE = "the connection was closed";
const toAnswer = (answer: OutgoingAnswer | "stale"): OutgoingAnswer =>
  answer === "stale" ? { kind: "failed", reason: STALE } : answer;

const resolveByName: Resolve = (hostname, callback) => {
  resolveName(hostname, { all: true, verbatim: true }, callback);
};

function guardedLookup(policy: OutgoingPolicy, resolve: Resolve, protocol: string): LookupFunction {
  return (hostname, { all, family }, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) {
        callback(error, "", 0);
        return;
      }
      const wanted = family === 4 || family === 6 ? addresses.filter((one) => one.family === family) : addresses;
      const open = wanted.filter(({ address }) => policy.refusalOf(address, protocol) === null);
      const [first] = open;
      if (first === undefined) {
        const [refused] = wanted;
        const why = refused === undefined ? "has no address" : `leads to what ${policy.refusalOf(refused.address, protocol) ?? ""}`;
        callback(Object.assign(new Error(`the name ${why}`), { code: "ERR_OUTGOING_REFUSED" }), "", 0);
      } else if (all === true) callback(null, [...open]);
      else callback(null, first.address, first.family);
    });
  };
}

function attempt(
  { url, method, headers, body, limits, signal }: OutgoingRequest,
  agent: HttpAgent | HttpsAgent,
): Promise<OutgoingAnswer | "stale"> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === "https:" ? requestHttps : requestHttp;
    const length = body === undefined ? {} : { "content-length": String(body.length) };
    const request = start(url, { method, agent, headers: { ...headers, ...length } });
    let isEnded = false;
    let isComplete = false;
    let connectTimer: NodeJS.Timeout | undefined = setTimeout(() => end("connecting took too long"), limits.connectMs);
    let answerTimer: NodeJS.Timeout | undefined;
    const abort = () => finish(() => reject(signal?.reason as Error));
    signal?.addEventListener("abort", abort, { once: true });

    function finish(settle: () => void): void {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(connectTimer);
      clearTimeout(answerTimer);
      signal?.removeEventListener("abort", abort);
      settle();
      // What was read to its end leaves a connection that can be used again.
      if (!isComplete) request.destroy();
    }
    function end(reason: string): void {
      finish(() => resolve({ kind: "failed", reason }));
    }
    function connected(): void {
      clearTimeout(connectTimer);
      connectTimer = undefined;
      answerTimer ??= setTimeout(() => end("no answer in time"), limits.answerMs);
    }

    request.on("socket", (socket) => {
      if (!socket.connecting) connected();
      else socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected);
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE");
      finish(() => resolve(isStale ? "stale" : { kind: "failed", reason: describeNetworkError(error) }));
    });
    request.on("response", (response) => {
      clearTimeout(answerTimer);
      readBody(response, limits, (read) => {
        const { statusCode: status = 0, headers: answered } = response;
        isComplete = response.complete;
        finish(() => resolve({ kind: "answer", status, headers: answered, body: read }));
      });
    });
    request.end(body);
  });
}

/** As much of a body as is wanted, of what comes in time: an answer that breaks off has been given all the same. */
function readBody(response: IncomingMessage, limits: OutgoingLimits, onRead: (body: Uint8Array) => void): void {
  const { bodyBytes, bodyMs } = limits;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const done = () => {
    clearTimeout(timer);
    onRead(Buffer.concat(chunks).subarray(0, bodyBytes));
  };
  const timer = setTimeout(done, bodyMs);
  response.on("data", (chunk: Uint8Array) => {
    if (size <= bodyBytes) chunks.push(chunk);
    size += chunk.length;
    if (size > bodyBytes) done();
  });
  response.on("end", done);
  response.on("error", done);
  response.on("close", done);
}
