import type { BackOff } from "../back-off.ts";
import { PushError } from "../push-error.ts";
import type { ApnsCredential } from "./apns-credential.ts";
import type { ApnsFault } from "./apns-fault.ts";
import type { ApnsReasonName } from "./apns-reasons.ts";

/** Options of an {@link ApnsClient}. Times in milliseconds. */
export interface ApnsClientOptions {
  readonly credential: ApnsCredential;
  /** `https://api.push.apple.com` by default; passes are never pushed through Apple's development host. */
  readonly origin?: string;
  /** Trust anchors for the server, PEM; the runtime's by default. */
  readonly ca?: string | readonly string[];
  /** Name that the server's certificate must have, where it is not the origin's. */
  readonly servername?: string;
  /** Requests at a time; the peer's own limit is honoured if lower. 1000 by default. */
  readonly maxConcurrentStreams?: number;
  /** Pushes that may wait for a free stream. 10,000 by default; beyond it a push comes back as `queue-full`. */
  readonly queueLimit?: number;
  /** 10 seconds by default. */
  readonly connectTimeoutMs?: number;
  /** Per request, 30 seconds by default. */
  readonly requestTimeoutMs?: number;
  /** 60 seconds by default. */
  readonly pingIntervalMs?: number;
  /** 10 seconds by default. */
  readonly pingTimeoutMs?: number;
  /** Between attempts to connect: from 500 ms to 60 s by default. While it waits, pushes come back at once. */
  readonly reconnect?: BackOff;
  /** How often a push is sent again by the client itself after its connection broke or went away. 5 by default. */
  readonly resends?: number;
  /** `apns-push-type`: none is documented for passes; `background` by default, null leaves it out. */
  readonly pushType?: string | null;
  /** `apns-priority`, 5 by default. */
  readonly priority?: 1 | 5 | 10;
  /** How long APNs keeps a push for a device that is offline. 7 days by default. */
  readonly expirationMs?: number;
  /** Waiting times that replace those of `APNS_REASONS`. */
  readonly notBefore?: Readonly<Partial<Record<ApnsReasonName, number>>>;
  /** `Date.now` by default. */
  readonly clock?: () => number;
  /** From 0 to 1; `Math.random` by default. */
  readonly random?: () => number;
  readonly onEvent?: (event: ApnsEvent) => void;
}

/** What happens to the connection of a client. */
export type ApnsEvent =
  | { readonly kind: "connected"; readonly credentialId: string }
  | { readonly kind: "going-away"; readonly credentialId: string; readonly fault: ApnsFault }
  | { readonly kind: "disconnected"; readonly credentialId: string; readonly fault: ApnsFault };

/** The options with every default in place. */
export interface ApnsSettings extends Required<Omit<ApnsClientOptions, "ca" | "servername" | "onEvent">> {
  readonly ca: string | readonly string[] | undefined;
  readonly servername: string | undefined;
  readonly onEvent: ((event: ApnsEvent) => void) | undefined;
}

const DAY = 86_400_000;

/** Options that are numbers: their defaults and the least they can be. */
const NUMBERS = {
  maxConcurrentStreams: { otherwise: 1000, least: 1 },
  queueLimit: { otherwise: 10_000, least: 0 },
  connectTimeoutMs: { otherwise: 10_000, least: 1 },
  requestTimeoutMs: { otherwise: 30_000, least: 1 },
  pingIntervalMs: { otherwise: 60_000, least: 1 },
  pingTimeoutMs: { otherwise: 10_000, least: 1 },
  resends: { otherwise: 5, least: 0 },
  expirationMs: { otherwise: 7 * DAY, least: 0 },
} as const satisfies Partial<Record<keyof ApnsClientOptions, { readonly otherwise: number; readonly least: number }>>;

/** Fills in defaults. Throws `ERR_PUSH_OPTION` for a number out of range or an origin that is none. */
export function readApnsOptions(options: ApnsClientOptions): ApnsSettings {
  const { origin = "https://api.push.apple.com" } = options;
  if (!URL.canParse(origin) || new URL(origin).protocol !== "https:") {
    throw new PushError("ERR_PUSH_OPTION", `The origin of APNs is an https address, not ${JSON.stringify(origin)}.`);
  }
  return {
    credential: options.credential,
    origin: new URL(origin).origin,
    ca: options.ca,
    servername: options.servername,
    ...readNumbers(options),
    reconnect: options.reconnect ?? { firstMs: 500, mostMs: 60_000 },
    pushType: options.pushType === undefined ? "background" : options.pushType,
    priority: options.priority ?? 5,
    notBefore: options.notBefore ?? {},
    clock: options.clock ?? Date.now,
    random: options.random ?? Math.random,
    onEvent: options.onEvent,
  };
}

function readNumbers(options: ApnsClientOptions): Record<keyof typeof NUMBERS, number> {
  const entries = Object.entries(NUMBERS).map(([name, { otherwise, least }]) => {
    const value = options[name as keyof typeof NUMBERS] ?? otherwise;
    if (!Number.isFinite(value) || value < least) throw new PushError("ERR_PUSH_OPTION", `${name} is a number from ${least} on.`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Record<keyof typeof NUMBERS, number>;
}
