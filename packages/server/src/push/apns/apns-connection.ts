import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants, type OutgoingHttpHeaders } from "node:http2";
import type { ApnsCredential } from "./apns-credential.ts";
import { type ApnsFault, classifyConnectionError } from "./apns-fault.ts";
import { apnsReasonOf } from "./apns-reasons.ts";

/** An answer as it came. */
export interface ApnsAnswer {
  readonly status: number;
  readonly apnsId: string | undefined;
  readonly retryAfter: string | undefined;
  /** Empty for 200. */
  readonly body: string;
}

/** What became of a request. */
export type Exchange =
  | { readonly kind: "answer"; readonly answer: ApnsAnswer }
  | { readonly kind: "lost"; readonly fault: ApnsFault };

/** What a connection is made with. Times in milliseconds. */
export interface ApnsConnectionOptions {
  readonly origin: string;
  readonly credential: ApnsCredential;
  /** Trust anchors, PEM; the runtime's when undefined. */
  readonly ca: string | readonly string[] | undefined;
  readonly servername: string | undefined;
  /** At most so many requests at a time, whatever the peer allows. */
  readonly maxConcurrentStreams: number;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly pingIntervalMs: number;
  readonly pingTimeoutMs: number;
}

/** What a connection tells its client. */
export interface ApnsConnectionEvents {
  /** The peer has sent its settings: it took our certificate, and says how much it takes at a time. */
  onReady(): void;
  /** There may be room again. */
  onRoom(): void;
  /** No new requests here; those that are open end by themselves. */
  onGoingAway(fault: ApnsFault): void;
  /** The end, for whatever reason; once. Open requests are lost before it. */
  onEnd(fault: ApnsFault): void;
}

/** An answer is a small JSON object: what is longer is not kept. */
const BODY_LIMIT = 4096;

const BODY = Buffer.from("{}");

/** One HTTP/2 connection to APNs. */
export class ApnsConnection {
  readonly #session: ClientHttp2Session;
  readonly #options: ApnsConnectionOptions;
  readonly #events: ApnsConnectionEvents;
  /** Open requests, the oldest first: all have the same patience. */
  readonly #open = new Map<ClientHttp2Stream, { readonly since: number; readonly end: (exchange: Exchange) => void }>();
  readonly #timers: NodeJS.Timeout[] = [];
  #connectTimer: NodeJS.Timeout | undefined;
  #peerLimit = 0;
  #isHandshakeDone = false;
  #isReady = false;
  #isGoingAway = false;
  #isEnded = false;
  #hasAnswered = false;
  #shutSince: number | undefined;
  #fault: ApnsFault | undefined;

  constructor(options: ApnsConnectionOptions, events: ApnsConnectionEvents) {
    this.#options = options;
    this.#events = events;
    const { credential, ca, servername } = options;
    this.#session = connect(options.origin, {
      // Nothing is pushed to us, and answers are a few octets: one window holds thousands of them.
      settings: { enablePush: false, initialWindowSize: 65_535 },
      maxSessionMemory: 100,
      minVersion: "TLSv1.2",
      ...(credential.kind === "certificate" && { cert: credential.certificate, key: credential.privateKey }),
      ...(ca !== undefined && { ca: typeof ca === "string" ? ca : [...ca] }),
      ...(servername !== undefined && { servername }),
    });
    this.#listen();
    this.#connectTimer = setTimeout(() => {
      this.#fail({ name: "connect-timeout" });
    }, options.connectTimeoutMs);
  }

  /** How many requests can begin now. */
  get room(): number {
    if (!this.#isReady || !this.#isOpen) return 0;
    return Math.min(this.#options.maxConcurrentStreams, this.#peerLimit) - this.#open.size;
  }

  /** Whether it has brought an answer, or may still: one that ends without was of no use. */
  get isUseful(): boolean {
    return this.#hasAnswered || this.#open.size > 0;
  }

  /**
   * Sends a push; `end` is called once, later. False when the connection takes no more requests.
   *
   * @throws {TypeError} for a header that HTTP cannot hold.
   */
  request(headers: OutgoingHttpHeaders, end: (exchange: Exchange) => void): { readonly cancel: () => void } | undefined {
    const stream = this.#begin(headers);
    if (stream === undefined) return undefined;
    const answer: { status: number; apnsId?: string; retryAfter?: string; body: string } = { status: 0, body: "" };
    this.#open.set(stream, { since: performance.now(), end });
    stream.on("response", (received) => {
      answer.status = received[":status"] ?? 0;
      const { "apns-id": apnsId, "retry-after": retryAfter } = received;
      if (typeof apnsId === "string") answer.apnsId = apnsId;
      if (retryAfter !== undefined) answer.retryAfter = retryAfter;
      if (answer.status === 200) {
        stream.resume();
        return;
      }
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        if (answer.body.length < BODY_LIMIT) answer.body += text;
      });
    });
    // The close that follows an error says all that is needed.
    stream.on("error", ignore);
    stream.on("close", () => {
      const isWhole = answer.status === 200 || (answer.status !== 0 && stream.rstCode === constants.NGHTTP2_NO_ERROR);
      const { apnsId, retryAfter, ...rest } = answer;
      this.#settle(
        stream,
        isWhole ? { kind: "answer", answer: { apnsId, retryAfter, ...rest } } : { kind: "lost", fault: this.#faultOf(stream) },
      );
    });
    stream.end(BODY);
    return { cancel: () => stream.close(constants.NGHTTP2_CANCEL) };
  }

  /** Lets open requests end, then closes. */
  drain(): void {
    this.#isGoingAway = true;
    this.#session.close();
  }

  /** Closes at once; open requests are lost. */
  destroy(): void {
    this.#fail({ name: "closed" });
  }

  #begin(headers: OutgoingHttpHeaders): ClientHttp2Stream | undefined {
    return this.#isOpen ? this.#session.request(headers) : undefined;
  }

  /** The runtime closes a session before it says so. */
  get #isOpen(): boolean {
    return !(this.#isGoingAway || this.#isEnded || this.#session.closed || this.#session.destroyed);
  }

  #listen(): void {
    const session = this.#session;
    session.on("connect", (_session, socket) => {
      this.#isHandshakeDone = true;
      // A TLS alert after the handshake reaches the socket, while the session is destroyed and never says so (Node 24.21).
      socket.on("error", (error) => {
        this.#fault ??= classifyConnectionError(error, this.#isReady ? "connection-lost" : this.#cutName());
        this.#endSoon();
      });
      socket.on("close", () => {
        this.#endSoon();
      });
    });
    session.on("remoteSettings", (settings) => {
      this.#peerLimit = settings.maxConcurrentStreams ?? Number.POSITIVE_INFINITY;
      if (!this.#isReady) this.#getReady();
      this.#events.onRoom();
    });
    session.on("goaway", (code, _lastStreamId, data) => {
      // Node closes the session by itself: gently after NO_ERROR, at once after any other code. Streams above lastStreamId end as
      // refused by nghttp2 itself.
      const fault = readGoAway(code, data);
      this.#fault = fault;
      this.#leave(fault);
    });
    session.on("error", (error) => {
      this.#fault ??= classifyConnectionError(error, this.#isReady ? "connection-lost" : this.#cutName());
    });
    session.on("close", () => {
      this.#end();
    });
  }

  /** TLS 1.3 lets the client finish before the server has judged its certificate (RFC 8446 §2): the refusal comes as an end. */
  #cutName(): "handshake-cut" | "connect-failed" {
    return this.#isHandshakeDone && this.#options.credential.kind === "certificate" ? "handshake-cut" : "connect-failed";
  }

  #getReady(): void {
    this.#isReady = true;
    clearTimeout(this.#connectTimer);
    const { pingIntervalMs, requestTimeoutMs } = this.#options;
    this.#timers.push(
      setInterval(() => {
        this.#ping();
      }, pingIntervalMs).unref(),
      setInterval(
        () => {
          this.#sweep();
        },
        Math.max(10, requestTimeoutMs / 8),
      ).unref(),
    );
    this.#events.onReady();
  }

  #ping(): void {
    if (this.#session.destroyed) return;
    const timer = setTimeout(() => {
      this.#fail({ name: "ping-timeout" });
    }, this.#options.pingTimeoutMs);
    const isSent = this.#session.ping(() => {
      clearTimeout(timer);
    });
    // The runtime holds a few unanswered pings at most; what is refused here is no sign of death.
    if (!isSent) clearTimeout(timer);
  }

  /** Gives up requests that have waited for too long, and a peer that allows none for as long. */
  #sweep(): void {
    const patience = performance.now() - this.#options.requestTimeoutMs;
    this.#shutSince = this.#peerLimit > 0 || this.#isGoingAway ? undefined : (this.#shutSince ?? performance.now());
    if (this.#shutSince !== undefined && this.#shutSince < patience) this.#fail({ name: "request-timeout" });
    for (const [stream, { since }] of this.#open) {
      if (since > patience) return;
      this.#settle(stream, { kind: "lost", fault: { name: "request-timeout" } });
      stream.close(constants.NGHTTP2_CANCEL);
    }
  }

  #settle(stream: ClientHttp2Stream, exchange: Exchange): void {
    const request = this.#open.get(stream);
    if (request === undefined) return;
    this.#open.delete(stream);
    this.#hasAnswered ||= exchange.kind === "answer";
    request.end(exchange);
    this.#events.onRoom();
  }

  #faultOf(stream: ClientHttp2Stream): ApnsFault {
    if (this.#fault !== undefined) return this.#fault;
    if (this.#session.destroyed) return { name: "connection-lost" };
    return { name: "stream-reset", detail: `HTTP/2 error code ${stream.rstCode ?? 0}` };
  }

  #leave(fault: ApnsFault): void {
    if (this.#isGoingAway || this.#isEnded) return;
    this.#isGoingAway = true;
    this.#events.onGoingAway(fault);
  }

  #fail(fault: ApnsFault): void {
    this.#fault ??= fault;
    this.#session.destroy();
    this.#endSoon();
  }

  /** After the runtime's own events of this turn, which may know more. */
  #endSoon(): void {
    setImmediate(() => {
      this.#session.destroy();
      this.#end();
    });
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#connectTimer);
    for (const timer of this.#timers) clearInterval(timer);
    this.#fault ??= { name: this.#isReady ? "connection-lost" : this.#cutName() };
    for (const stream of this.#open.keys()) this.#settle(stream, { kind: "lost", fault: this.#fault });
    this.#events.onEnd(this.#fault);
  }
}

/** A GOAWAY may say in JSON why (as answers do): a refused credential ends there, and must not be tried again and again. */
function readGoAway(code: number, data: Uint8Array | undefined): ApnsFault {
  const text = data === undefined ? "" : Buffer.from(data).toString("utf8").slice(0, BODY_LIMIT);
  const reason = readReason(text).reason;
  const detail = reason ?? `GOAWAY, HTTP/2 error code ${code}`;
  return reason !== undefined && apnsReasonOf(500, reason).action === "pause"
    ? { name: "credential-refused", detail }
    : { name: "going-away", detail };
}

/** The JSON of an answer: `reason`, and `timestamp` (epoch ms) with 410. What is none of that is as absent. */
export function readReason(body: string): { readonly reason?: string; readonly timestamp?: number } {
  if (body === "") return {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== "object" || value === null) return {};
    const { reason, timestamp } = value as { readonly reason?: unknown; readonly timestamp?: unknown };
    return {
      ...(typeof reason === "string" && { reason: reason.slice(0, 100) }),
      ...(typeof timestamp === "number" && Number.isFinite(timestamp) && { timestamp }),
    };
  } catch {
    return {};
  }
}

function ignore(): void {
  // Nothing to do.
}
