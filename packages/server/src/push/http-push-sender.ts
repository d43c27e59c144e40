import { parseRetryAfter } from "@passwright/wallet/protocol";
import type { ClaimedPush } from "./push-queue.ts";
import { PushError } from "./push-error.ts";
import type { PushResult, PushSender } from "./push-sender.ts";

/** What a service other than APNs is called with. */
export interface HttpPushService {
  /** Address; `{passTypeIdentifier}`, `{deviceLibraryIdentifier}` and `{pushToken}` in its path or query are filled in, encoded. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The JSON of the body. */
  readonly body: (push: ClaimedPush) => unknown;
}

/**
 * Services of other apps that speak the protocol. Sources: walletpasses.io/developer, pass2u.net/apiPushNotification. The
 * key for Passes Alliance goes into `headers` as `x-api-key`.
 */
export const HTTP_PUSH_SERVICES = {
  "wallet-passes": {
    url: "https://walletpasses.appspot.com/api/v1/push",
    body: ({ passTypeIdentifier, pushToken }) => ({ passTypeIdentifier, pushTokens: [pushToken] }),
  },
  "passes-alliance": {
    url: "https://api.passesalliance.com/v2/registrations/{passTypeIdentifier}/push",
    body: ({ pushToken }) => ({ registrationIds: [pushToken] }),
  },
} as const satisfies Readonly<Record<string, HttpPushService>>;

/** Options of {@link createHttpPushSender}. */
export interface HttpPushSenderOptions {
  readonly service: HttpPushService;
  /** The runtime's by default. */
  readonly fetch?: typeof fetch;
  /** Per request; 10 seconds by default. */
  readonly timeoutMs?: number;
  /** `Date.now` by default. */
  readonly clock?: () => number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a status means, the first row that holds. What is in none was taken (2xx) or comes again. */
const STATUSES: readonly { readonly from: number; readonly to: number; readonly result: (reason: string) => PushResult }[] = [
  { from: 200, to: 299, result: () => ({ kind: "delivered" }) },
  {
    // A wrong key here must not hold back the pushes to Apple's devices of the same pass type: later, and tell someone.
    from: 401,
    to: 403,
    result: (reason) => ({ kind: "retry", reason, afterMs: HOUR, alert: "The push service refuses the API key." }),
  },
  { from: 408, to: 408, result: (reason) => ({ kind: "retry", reason }) },
  { from: 410, to: 410, result: (reason) => ({ kind: "dead", reason }) },
  { from: 429, to: 429, result: (reason) => ({ kind: "retry", reason, afterMs: 30_000 }) },
  { from: 300, to: 499, result: (reason) => ({ kind: "failed", reason, alert: "The push service does not take the request." }) },
];

/**
 * Sends pushes by plain HTTP: to the services of other apps, or to simulated devices.
 *
 * @throws {PushError} `ERR_PUSH_OPTION` for an address that is none, or whose host would be filled in.
 *
 * @example
 * ```ts
 * const sender = createHttpPushSender({ service: HTTP_PUSH_SERVICES["wallet-passes"] });
 * ```
 */
export function createHttpPushSender(options: HttpPushSenderOptions): PushSender {
  const { service, fetch: call = globalThis.fetch, timeoutMs = 10_000, clock = Date.now } = options;
  // A token is whatever a device says: in the place of a host it would choose whom we call.
  if (!/^https?:\/\/[^/{}]+\//u.test(service.url)) {
    throw new PushError("ERR_PUSH_OPTION", "The address of a push service is http:// or https://, a fixed host and a path.");
  }
  let isClosed = false;
  const open = new Set<Promise<PushResult>>();

  async function post(push: ClaimedPush, signal: AbortSignal | undefined): Promise<PushResult> {
    const url = fill(service.url, push);
    if (url === undefined) return { kind: "dead", reason: "the push token is none of this service" };
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await call(url, {
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/json", ...service.headers },
        body: JSON.stringify(service.body(push)),
        // A push service has no reason to send us elsewhere; whoever could make it do so would see tokens and keys.
        redirect: "manual",
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      await response.body?.cancel();
      return readStatus(response, clock());
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) return { kind: "retry", reason: "no answer in time" };
      return { kind: "retry", reason: `no connection: ${describe(error)}`, unreachable: "The push service cannot be reached." };
    }
  }

  return {
    send(push, { signal } = {}) {
      if (isClosed) return Promise.resolve({ kind: "retry", reason: "closed" });
      if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
      const sent = post(push, signal);
      open.add(sent);
      return sent.finally(() => open.delete(sent));
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(open);
    },
  };
}

function readStatus(response: Response, now: number): PushResult {
  const { status } = response;
  const reason = `status ${status}`;
  const result = STATUSES.find(({ from, to }) => status >= from && status <= to)?.result(reason) ?? { kind: "retry", reason };
  const asked = parseRetryAfter(response.headers.get("retry-after"), new Date(now));
  return result.kind === "retry" && asked !== null ? { ...result, afterMs: Math.min(asked, DAY) } : result;
}

/** Fills the address; undefined when a part cannot stand in one. */
function fill(template: string, push: ClaimedPush): string | undefined {
  const { passTypeIdentifier, deviceLibraryIdentifier, pushToken } = push;
  const parts: Readonly<Record<string, string>> = { passTypeIdentifier, deviceLibraryIdentifier, pushToken };
  try {
    const url = template.replaceAll(/\{(passTypeIdentifier|deviceLibraryIdentifier|pushToken)\}/gu, (_, name: string) => {
      const part = parts[name] ?? "";
      // "." and ".." are steps of a path even when nothing in them needs encoding.
      if (/^\.{0,2}$/u.test(part)) throw new TypeError("no part of an address");
      return encodeURIComponent(part);
    });
    return URL.canParse(url) ? url : undefined;
  } catch {
    return undefined;
  }
}

function describe(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message.slice(0, 200) : String(cause).slice(0, 200);
}
