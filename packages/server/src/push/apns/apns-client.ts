import { randomUUID } from "node:crypto";
import { type OutgoingHttpHeaders, sensitiveHeaders } from "node:http2";
import { backOffDelay } from "../back-off.ts";
import { AbortGroups } from "./abort-groups.ts";
import { type ApnsAnswer, ApnsConnection, type Exchange, readReason } from "./apns-connection.ts";
import type { ApnsFault, ApnsFaultName } from "./apns-fault.ts";
import { type ApnsClientOptions, type ApnsSettings, readApnsOptions } from "./apns-options.ts";
import { apnsReasonOf } from "./apns-reasons.ts";
import { type ApnsResult, readAnswer, unreachable } from "./apns-result.ts";
import { Fifo } from "./fifo.ts";
import { ProviderToken } from "./provider-token.ts";

/** A push to one device. */
export interface ApnsPush {
  /** The topic: a pass type identifier. */
  readonly passTypeIdentifier: string;
  readonly pushToken: string;
}

/** A push on its way through the client. */
interface Job {
  readonly push: ApnsPush;
  readonly id: string;
  readonly resolve: (result: ApnsResult) => void;
  /** Sends that the connection lost. */
  lost: number;
  providerToken: string | undefined;
  isSettled: boolean;
  cancel: (() => void) | undefined;
}

/** After so many connections in a row that ended right after our certificate, it is the certificate. */
const CUTS_THAT_MEAN_REFUSAL = 3;

const HOUR = 3_600_000;

/**
 * Sends pushes for one credential over one HTTP/2 connection: opened when needed, as many requests at a time as the peer takes, the
 * rest waiting; replaced when the peer goes away, with what it did not answer sent again (pushes of passes are idempotent).
 *
 * @example
 * ```ts
 * const client = new ApnsClient({ credential: createCertificateCredential({ certificate, privateKey }) });
 * const result = await client.send({ passTypeIdentifier: "pass.com.example.gate", pushToken });
 * if (result.kind === "refused") console.error(result.reason, result.words);
 * await client.close();
 * ```
 */
export class ApnsClient {
  readonly #settings: ApnsSettings;
  readonly #token: ProviderToken | undefined;
  readonly #queue = new Fifo<Job>();
  /** Lost with their connection: they go first. */
  readonly #again = new Fifo<Job>();
  readonly #aborts = new AbortGroups();
  readonly #idle: (() => void)[] = [];
  #connection: ApnsConnection | undefined;
  #unsettled = 0;
  #failures = 0;
  #cuts = 0;
  #blocked: { readonly since: number; readonly delay: number; readonly fault: ApnsFault } | undefined;
  #isClosing = false;

  /** @throws {PushError} `ERR_PUSH_OPTION` for an option out of range. */
  constructor(options: ApnsClientOptions) {
    this.#settings = readApnsOptions(options);
    const { credential, clock } = this.#settings;
    this.#token = credential.kind === "token" ? new ProviderToken(credential, clock) : undefined;
  }

  get credentialId(): string {
    return this.#settings.credential.id;
  }

  /** Pushes that were given and have no result yet. */
  get unsettled(): number {
    return this.#unsettled;
  }

  /**
   * Sends a push. What APNs says, and whatever keeps it from saying something, is a result; rejects only with the reason of
   * an aborted signal.
   */
  send(push: ApnsPush, options: { readonly signal?: AbortSignal } = {}): Promise<ApnsResult> {
    const { signal } = options;
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    const refused = this.#refuseEarly();
    if (refused !== undefined) return Promise.resolve(refused);
    return new Promise((resolve, reject) => {
      const job: Job = {
        push,
        id: randomUUID(),
        resolve: (result) => {
          leave?.();
          resolve(result);
        },
        lost: 0,
        providerToken: undefined,
        isSettled: false,
        cancel: undefined,
      };
      const leave =
        signal &&
        this.#aborts.join(signal, (reason) => {
          if (!this.#leaveBehind(job)) return;
          reject(reason);
          job.cancel?.();
        });
      this.#unsettled += 1;
      this.#queue.push(job);
      this.#pump();
    });
  }

  /** Takes no more pushes, waits for the results of those that were given, and closes the connection. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#unsettled > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
    this.#connection?.drain();
    this.#connection = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #refuseEarly(): ApnsResult | undefined {
    const { credential, clock, queueLimit } = this.#settings;
    if (this.#isClosing) return unreachable({ name: "closed" });
    if (credential.kind === "certificate" && clock() > credential.notAfter) return unreachable({ name: "certificate-expired" });
    return this.#queue.length < queueLimit ? this.#blockNow() : unreachable({ name: "queue-full" }, 1000);
  }

  /** While the next attempt to connect has to wait, pushes come back at once, with the time it takes. */
  #blockNow(): ApnsResult | undefined {
    if (this.#blocked === undefined) return undefined;
    const { since, delay, fault } = this.#blocked;
    const passed = this.#settings.clock() - since;
    // A clock that was put back must not keep us waiting for what it was put back by.
    return passed < 0 || passed >= delay ? undefined : unreachable(fault, delay - passed);
  }

  /** Sends what waits, as far as there is room. */
  #pump(): void {
    while (this.#again.length + this.#queue.length > 0) {
      const refused = this.#connection === undefined ? this.#blockNow() : undefined;
      if (refused !== undefined) {
        for (const job of [...this.#again.drain(), ...this.#queue.drain()]) this.#settle(job, refused);
        return;
      }
      const connection = (this.#connection ??= this.#connect());
      if (connection.room <= 0) return;
      const job = this.#again.shift() ?? this.#queue.shift();
      if (job !== undefined && !job.isSettled) this.#sendOn(connection, job);
    }
  }

  #sendOn(connection: ApnsConnection, job: Job): void {
    try {
      const handle = connection.request(this.#headersFor(job), (exchange) => {
        this.#take(job, exchange);
      });
      // Between its last word and its end a connection looks open: the push waits for the next.
      if (handle === undefined) this.#lose(job, { name: "going-away" });
      else job.cancel = handle.cancel;
    } catch (error) {
      // Whatever cannot stand in a header or a path is no token and no topic: no other attempt would change it.
      const detail = error instanceof Error ? error.message.slice(0, 200) : "";
      this.#settle(job, {
        kind: "refused",
        status: 0,
        reason: "UnsendableRequest",
        action: "bug",
        doubtful: false,
        words: `The push cannot be written as a request. ${detail}`,
        apnsId: undefined,
      });
    }
  }

  #headersFor(job: Job): OutgoingHttpHeaders {
    const { pushType, priority, expirationMs, clock } = this.#settings;
    // The runtime leaves a header that HTTP cannot hold out without a word.
    if (!/^[\x21-\x7e]{1,255}$/u.test(job.push.passTypeIdentifier)) throw new TypeError("The topic is no pass type identifier.");
    job.providerToken = this.#token?.get();
    // To the hour, so that header compression sends it once, not with every push.
    const expiration = Math.ceil((clock() + expirationMs) / HOUR) * (HOUR / 1000);
    return {
      ":method": "POST",
      ":path": `/3/device/${encodeURIComponent(job.push.pushToken)}`,
      "apns-topic": job.push.passTypeIdentifier,
      ...(pushType !== null && { "apns-push-type": pushType }),
      "apns-priority": String(priority),
      "apns-expiration": String(expiration),
      "apns-id": job.id,
      ...(job.providerToken !== undefined && { authorization: `bearer ${job.providerToken}` }),
      // Different every time: kept out of the compression table, which it would fill.
      [sensitiveHeaders]: ["apns-id"],
    };
  }

  #take(job: Job, exchange: Exchange): void {
    job.cancel = undefined;
    if (exchange.kind === "lost") {
      this.#lose(job, exchange.fault);
      return;
    }
    this.#failures = 0;
    const { answer } = exchange;
    if (isStaleToken(answer) && job.providerToken !== undefined && this.#token?.renew(job.providerToken) === true) {
      this.#again.push(job);
      this.#pump();
      return;
    }
    this.#settle(job, readAnswer(answer, { now: this.#settings.clock(), notBefore: this.#settings.notBefore }));
  }

  /** The connection did not bring an answer: again on the next one, unless that has happened too often or would not help. */
  #lose(job: Job, fault: ApnsFault): void {
    if (job.isSettled) return;
    job.lost += 1;
    if (job.lost > this.#settings.resends || !RESENT.has(fault.name)) this.#settle(job, unreachable(fault));
    else this.#again.push(job);
  }

  #settle(job: Job, result: ApnsResult): void {
    if (this.#leaveBehind(job)) job.resolve(result);
  }

  #leaveBehind(job: Job): boolean {
    if (job.isSettled) return false;
    job.isSettled = true;
    this.#unsettled -= 1;
    if (this.#unsettled === 0) for (const resolve of this.#idle.splice(0)) resolve();
    return true;
  }

  #connect(): ApnsConnection {
    const { credential, onEvent } = this.#settings;
    const credentialId = credential.id;
    const connection: ApnsConnection = new ApnsConnection(this.#settings, {
      onReady: () => {
        this.#cuts = 0;
        onEvent?.({ kind: "connected", credentialId });
      },
      onRoom: () => {
        this.#pump();
      },
      onGoingAway: (fault) => {
        onEvent?.({ kind: "going-away", credentialId, fault });
        this.#release(connection, fault);
        this.#pump();
      },
      onEnd: (fault) => {
        onEvent?.({ kind: "disconnected", credentialId, fault });
        this.#release(connection, fault);
        this.#pump();
      },
    });
    return connection;
  }

  /** A connection takes no more. One that brought not a single answer is a failure: the next waits, and what is queued comes back. */
  #release(connection: ApnsConnection, fault: ApnsFault): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    if (connection.isUseful && fault.name !== "credential-refused") return;
    this.#failures += 1;
    this.#cuts = fault.name === "handshake-cut" ? this.#cuts + 1 : 0;
    const named: ApnsFault = this.#cuts >= CUTS_THAT_MEAN_REFUSAL ? { ...fault, name: "certificate-refused" } : fault;
    const { reconnect, clock, random } = this.#settings;
    this.#blocked = { since: clock(), delay: backOffDelay(reconnect, this.#failures, random()), fault: named };
  }
}

function isStaleToken({ status, body }: ApnsAnswer): boolean {
  return status === 403 && apnsReasonOf(status, readReason(body).reason).action === "new-token";
}

/** Faults after which the client itself sends again; after the others whoever gave the push decides. */
const RESENT: ReadonlySet<ApnsFaultName> = new Set(["connection-lost", "ping-timeout", "stream-reset", "going-away"]);
