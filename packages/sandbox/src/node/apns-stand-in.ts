import { randomUUID } from "node:crypto";
import {
  constants,
  createSecureServer,
  type Http2SecureServer,
  type Http2Session,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { toPem } from "../pem.ts";
import { type ApnsStandInAnswer, bodyOf } from "./apns-answer.ts";
import { type ApnsFault, type ApnsFaultEffect, ApnsFaultScript } from "./apns-fault-script.ts";
import { type AcceptedPush, checkApnsRequest } from "./apns-request-check.ts";
import type { ApnsStandIn, ApnsStandInCounts, ApnsStandInOptions } from "./apns-stand-in-options.ts";
import { ProviderTokenCheck } from "./provider-token-check.ts";
import { issueServerCertificate, type ServerCertificate } from "./server-certificate.ts";
import { SimulatedDevices } from "./simulated-devices.ts";

/**
 * Starts a stand-in for Apple's push service on this machine: a real HTTP/2 server over TLS that takes client certificates of the
 * authority (or provider tokens), judges requests as documented, and fails on demand.
 *
 * @example
 * ```ts
 * const authority = await createThrowawayAuthority();
 * await using standIn = await startApnsStandIn({ authority, onPush: ({ pushToken }) => console.log(pushToken) });
 * standIn.setFaults([{ when: { every: 100 }, effect: { kind: "answer", answer: { status: 429, reason: "TooManyRequests" } } }]);
 * ```
 */
export async function startApnsStandIn(options: ApnsStandInOptions): Promise<ApnsStandIn> {
  const certificate = options.certificate ?? (await issueServerCertificate({ authority: options.authority }));
  const standIn = new RunningStandIn(options, certificate);
  await standIn.listen(options.port ?? 0);
  return standIn;
}

/** Who is at the other end of a connection. */
interface Peer {
  /** `none`: no certificate; `bad`: one that is not of the authority. */
  readonly certificate: "good" | "bad" | "none";
  readonly topic: string | undefined;
  open: number;
}

/** More of a body is not kept: it is too large already. */
const BODY_LIMIT = 16_384;

class RunningStandIn implements ApnsStandIn {
  readonly ca: string;
  readonly #options: ApnsStandInOptions;
  readonly #server: Http2SecureServer;
  readonly #script: ApnsFaultScript;
  readonly #devices: SimulatedDevices;
  readonly #tokens: ProviderTokenCheck | undefined;
  readonly #peers = new Map<Http2Session, Peer>();
  /** By the port at the other end: the runtime hands out a session's socket only behind a proxy that cannot be cut. */
  readonly #sockets = new Map<number, TLSSocket>();
  readonly #streams = new Set<ServerHttp2Stream>();
  readonly #gone = new Map<string, ApnsStandInAnswer>();
  readonly #counts = { connections: 0, requests: 0, delivered: 0, mostConcurrent: 0, answers: {} as Record<string, number> };
  #latencyMs: number;

  constructor(options: ApnsStandInOptions, certificate: ServerCertificate) {
    const { authority, providerKeys = [], faults = [], seed = 1, clock = Date.now, onDeviceFault } = options;
    this.#options = options;
    this.ca = certificate.trustAnchor;
    this.#latencyMs = options.latencyMs ?? 0;
    this.#script = new ApnsFaultScript(faults, seed);
    this.#devices = new SimulatedDevices(onDeviceFault ?? ignore);
    this.#tokens = providerKeys.length === 0 ? undefined : new ProviderTokenCheck(providerKeys, clock);
    this.#server = createSecureServer({
      cert: certificate.certificate,
      key: certificate.privateKey,
      ca: [...authority.trustAnchors, ...authority.intermediates].map((der) => toPem("CERTIFICATE", der)),
      requestCert: true,
      // With provider tokens a connection without a certificate is in order, and a bad one is answered 403 instead of cut.
      rejectUnauthorized: this.#tokens === undefined,
      minVersion: "TLSv1.2",
      maxSessionMemory: 100,
      settings: { maxConcurrentStreams: options.maxConcurrentStreams ?? 1000 },
    });
    this.#server.on("secureConnection", (socket) => {
      const { remotePort = 0 } = socket;
      this.#sockets.set(remotePort, socket);
      socket.on("close", () => this.#sockets.delete(remotePort));
    });
    this.#server.on("session", (session) => {
      this.#welcome(session);
    });
    this.#server.on("stream", (stream, headers) => {
      this.#receive(stream, headers);
    });
    this.#server.on("sessionError", ignore);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `https://127.0.0.1:${this.port}`;
  }

  get counts(): ApnsStandInCounts {
    return { ...this.#counts, answers: { ...this.#counts.answers } };
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, "127.0.0.1", resolve);
    });
  }

  setFaults(faults: readonly ApnsFault[]): void {
    this.#script.set(faults);
  }

  setLatency(milliseconds: number): void {
    this.#latencyMs = milliseconds;
  }

  setMaxConcurrentStreams(limit: number): void {
    for (const session of this.#peers.keys()) session.settings({ maxConcurrentStreams: limit });
  }

  unregister(pushToken: string, { at, reason = "Unregistered" }: { at: number; reason?: "Unregistered" | "ExpiredToken" }): void {
    this.#gone.set(pushToken.toLowerCase(), { status: 410, reason, timestamp: at });
  }

  register(pushToken: string): void {
    this.#gone.delete(pushToken.toLowerCase());
  }

  connectDevice(pushToken: string, url: string | null): void {
    this.#devices.connect(pushToken, url);
  }

  goAway(options: { readonly code?: number; readonly reason?: string } = {}): void {
    for (const session of this.#peers.keys()) sendAway(session, options.code ?? constants.NGHTTP2_NO_ERROR, options.reason);
  }

  reset(code: number = constants.NGHTTP2_REFUSED_STREAM): void {
    for (const stream of this.#streams) stream.close(code);
  }

  cut(): void {
    for (const socket of this.#sockets.values()) socket.destroy();
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    this.cut();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #welcome(session: ServerHttp2Session): void {
    this.#counts.connections += 1;
    this.#peers.set(session, readPeer(session));
    session.on("close", () => {
      this.#peers.delete(session);
    });
    session.on("error", ignore);
  }

  #receive(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const peer = stream.session === undefined ? undefined : this.#peers.get(stream.session);
    stream.on("error", ignore);
    if (peer === undefined) {
      stream.close(constants.NGHTTP2_CANCEL);
      return;
    }
    this.#counts.requests += 1;
    peer.open += 1;
    this.#counts.mostConcurrent = Math.max(this.#counts.mostConcurrent, peer.open);
    this.#streams.add(stream);
    stream.on("close", () => {
      peer.open -= 1;
      this.#streams.delete(stream);
    });
    let body = "";
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      if (body.length < BODY_LIMIT) body += text;
    });
    stream.on("end", () => {
      if (this.#latencyMs === 0) this.#judge(stream, headers, body, peer);
      else setTimeout(() => this.#judge(stream, headers, body, peer), this.#latencyMs);
    });
  }

  #judge(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, body: string, peer: Peer): void {
    if (stream.destroyed) return;
    const refusal = this.#authenticate(headers, peer);
    const checked = refusal ? { refusal } : checkApnsRequest({ headers, body, certifiedTopic: peer.topic });
    if ("refusal" in checked) {
      this.#answer(stream, headers, checked.refusal);
      return;
    }
    const { push } = checked;
    const effect = this.#script.next(push.pushToken);
    const gone = this.#gone.get(push.pushToken);
    if (effect !== undefined) this.#strike(stream, headers, push, effect);
    else if (gone !== undefined) this.#answer(stream, headers, gone);
    else this.#deliver(stream, headers, push);
  }

  #authenticate(headers: IncomingHttpHeaders, peer: Peer): ApnsStandInAnswer | undefined {
    if (peer.certificate === "bad") return { status: 403, reason: "BadCertificate" };
    if (peer.certificate === "good" || this.#tokens === undefined) return undefined;
    const reason = this.#tokens.check(headers.authorization);
    return reason === null ? undefined : { status: reason === "TooManyProviderTokenUpdates" ? 429 : 403, reason };
  }

  #strike(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, push: AcceptedPush, effect: ApnsFaultEffect): void {
    switch (effect.kind) {
      case "answer":
        this.#answer(stream, headers, effect.answer);
        return;
      case "reset":
        stream.close(effect.code ?? constants.NGHTTP2_REFUSED_STREAM);
        return;
      case "silence":
        return;
      case "go-away": {
        const { session } = stream;
        this.#deliver(stream, headers, push);
        if (session !== undefined) sendAway(session, constants.NGHTTP2_NO_ERROR, effect.reason);
        return;
      }
      case "cut":
        this.#sockets.get(stream.session?.socket.remotePort ?? 0)?.destroy();
    }
  }

  #deliver(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, push: AcceptedPush): void {
    this.#counts.delivered += 1;
    this.#answer(stream, headers, { status: 200 });
    this.#devices.hand(push);
    this.#options.onPush?.(push);
  }

  #answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, answer: ApnsStandInAnswer): void {
    const name = answer.reason ?? "";
    this.#counts.answers[name] = (this.#counts.answers[name] ?? 0) + 1;
    const body = bodyOf(answer);
    const given = headers["apns-id"];
    stream.respond(
      {
        ":status": answer.status,
        "apns-id": typeof given === "string" ? given.toLowerCase() : randomUUID(),
        ...(answer.retryAfter !== undefined && { "retry-after": answer.retryAfter }),
      },
      { endStream: body === undefined },
    );
    if (body !== undefined) stream.end(body);
  }
}

function readPeer(session: ServerHttp2Session): Peer {
  // The socket of a session is a proxy of it: what is asked here goes through to the TLS socket.
  const socket = session.socket as TLSSocket;
  const subject = socket.getPeerCertificate().subject as { readonly UID?: string } | undefined;
  if (subject === undefined) return { certificate: "none", topic: undefined, open: 0 };
  return { certificate: socket.authorized ? "good" : "bad", topic: subject.UID, open: 0 };
}

/** GOAWAY with the last request that was seen; after NO_ERROR what is open ends first (RFC 9113 §6.8). */
function sendAway(session: Http2Session, code: number, reason: string | undefined): void {
  if (session.destroyed) return;
  const data = reason === undefined ? undefined : Buffer.from(JSON.stringify({ reason, timestamp: Date.now() }));
  session.goaway(code, 0, data);
  session.close();
}

function ignore(): void {
  // A fault of one request or connection is no fault of the server.
}
