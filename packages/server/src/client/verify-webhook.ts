import type {
  CertificateExpiringEvent,
  JobFinishedEvent,
  PassCreatedEvent,
  PassInstalledEvent,
  PassRemovedEvent,
  PassScannedEvent,
  PassUpdatedEvent,
  PushFailedEvent,
  WebhookTestEvent,
} from "./api-types.ts";

/** What an endpoint is sent; tell one from the other by `type`. Types of later versions may come as well: let them go by. */
export type WebhookEvent =
  | PassCreatedEvent
  | PassUpdatedEvent
  | PassInstalledEvent
  | PassRemovedEvent
  | PushFailedEvent
  | PassScannedEvent
  | CertificateExpiringEvent
  | JobFinishedEvent
  | WebhookTestEvent;

/** Why a webhook is not believed: programs branch on it. */
export type WebhookFault = "no-headers" | "bad-timestamp" | "too-old" | "too-new" | "bad-signature" | "bad-body" | "bad-secret";

/**
 * A webhook that is not to be believed. Answer it with 400, and do nothing else.
 *
 * @example
 * ```ts
 * const isStale = (error: unknown) => error instanceof WebhookVerificationError && error.fault === "too-old";
 * ```
 */
export class WebhookVerificationError extends Error {
  override readonly name = "WebhookVerificationError";
  readonly fault: WebhookFault;

  constructor(fault: WebhookFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** What is verified, and against what. */
export interface VerifyWebhookOptions {
  /** The body as it came, byte for byte: what was parsed and written again has another signature. */
  readonly body: string | Uint8Array;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** `whsec_…`; several while one is being replaced. */
  readonly secret: string | readonly string[];
  /** How far the clock of the sender may be off, in seconds; 300 unless given. */
  readonly toleranceSeconds?: number;
  /** Epoch ms; `Date.now` unless given. */
  readonly now?: () => number;
}

/** A webhook that is to be believed. */
export interface VerifiedWebhook {
  /** The same in every attempt: whoever has seen it has seen this event. */
  readonly id: string;
  /** When it was sent, in seconds since 1970. */
  readonly timestamp: number;
  readonly event: WebhookEvent;
}

const TOLERANCE_SECONDS = 300;

/**
 * Verifies a webhook by Standard Webhooks 1.0.0 (HMAC-SHA-256, `v1`), in every runtime with WebCrypto.
 *
 * @throws {WebhookVerificationError} where it is not signed with a secret, older or newer than the tolerance, or no event.
 *
 * @example
 * ```ts
 * async function receive(request: Request): Promise<Response> {
 *   try {
 *     const { id, event } = await verifyWebhook({ body: await request.text(), headers: request.headers, secret: "whsec_…" });
 *     if (event.type === "pass.installed") console.log(id, event.data.pass.serialNumber);
 *     return new Response(null, { status: 204 });
 *   } catch (error) {
 *     if (error instanceof WebhookVerificationError) return new Response(null, { status: 400 });
 *     throw error;
 *   }
 * }
 * ```
 */
export async function verifyWebhook(options: VerifyWebhookOptions): Promise<VerifiedWebhook> {
  const { body, headers, toleranceSeconds = TOLERANCE_SECONDS, now = Date.now } = options;
  const id = readHeader(headers, "webhook-id");
  const sentAt = readHeader(headers, "webhook-timestamp");
  const signatures = readHeader(headers, "webhook-signature");
  if (id === null || sentAt === null || signatures === null) {
    throw new WebhookVerificationError("no-headers", "webhook-id, webhook-timestamp or webhook-signature is missing.");
  }
  const timestamp = /^\d{1,12}$/u.test(sentAt) ? Number(sentAt) : null;
  if (timestamp === null) throw new WebhookVerificationError("bad-timestamp", "webhook-timestamp is no number of seconds.");
  const age = now() / 1000 - timestamp;
  if (age > toleranceSeconds) throw new WebhookVerificationError("too-old", "The webhook was sent too long ago.");
  if (age < -toleranceSeconds) throw new WebhookVerificationError("too-new", "The webhook was sent by a clock that is ahead.");
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const signed = join(new TextEncoder().encode(`${id}.${sentAt}.`), bytes);
  const secrets = typeof options.secret === "string" ? [options.secret] : options.secret;
  if (!(await isSigned(signed, signatures, secrets))) {
    throw new WebhookVerificationError("bad-signature", "No signature of the webhook was made with a secret of ours.");
  }
  return { id, timestamp, event: parseEvent(bytes) };
}

/** Signatures that are looked at: a stranger may send any number. */
const MOST_SIGNATURES = 10;

/** WebCrypto compares in constant time (https://w3c.github.io/webcrypto/#hmac-operations). Every pair is tried, whichever fits. */
async function isSigned(signed: Uint8Array<ArrayBuffer>, header: string, secrets: readonly string[]): Promise<boolean> {
  const signatures = header
    .split(" ")
    .slice(0, MOST_SIGNATURES)
    .flatMap((text) => (text.startsWith("v1,") ? [fromBase64(text.slice("v1,".length))] : []))
    .filter((signature) => signature !== null);
  let isFound = false;
  for (const secret of secrets) {
    const key = await importSecret(secret);
    for (const signature of signatures) {
      const fits = await crypto.subtle.verify("HMAC", key, signature, signed);
      isFound ||= fits;
    }
  }
  return isFound;
}

async function importSecret(secret: string): Promise<CryptoKey> {
  const bytes = secret.startsWith("whsec_") ? fromBase64(secret.slice("whsec_".length)) : null;
  // An empty key verifies what anybody can sign.
  if (bytes === null || bytes.length < 16) {
    throw new WebhookVerificationError("bad-secret", "The secret is none: it begins with whsec_, and base64 follows.");
  }
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

function parseEvent(bytes: Uint8Array): WebhookEvent {
  try {
    const event = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Partial<WebhookEvent> | null;
    if (typeof event?.type === "string" && typeof event.data === "object") return event as WebhookEvent;
  } catch {
    // Told below.
  }
  throw new WebhookVerificationError("bad-body", "The webhook holds no event.");
}

function readHeader(headers: VerifyWebhookOptions["headers"], name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === "string" ? found : null;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function join(one: Uint8Array, two: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(one.length + two.length);
  joined.set(one);
  joined.set(two, one.length);
  return joined;
}
