/**
 * What to do about an answer:
 * - `retry`: the same push again, later;
 * - `new-token`: the provider token is stale: a new one, and the push again at once;
 * - `drop`: the device's token is good for nothing;
 * - `pause`: the credential or the topic is refused: hold the pass type's pushes back and tell a person;
 * - `bug`: the request itself is wrong: no retry.
 */
export type ApnsAction = "retry" | "new-token" | "drop" | "pause" | "bug";

/** A row of {@link APNS_REASONS}. */
export interface ApnsReason {
  readonly status: number;
  readonly action: ApnsAction;
  /** Milliseconds before which a retry makes no sense. */
  readonly notBeforeMs?: number;
  /** A set-up fault gives the same answer for every device: believe it of one device, not of all. */
  readonly doubtful?: boolean;
  /** For people: what it means, and what to do. */
  readonly words: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const TOKEN_SET_UP = "Check team id, key id and .p8 file.";

/**
 * Every reason that APNs documents and what follows from it. Source: developer.apple.com/documentation/usernotifications,
 * "Handling notification responses from APNs", table 4.
 */
export const APNS_REASONS = {
  BadDeviceToken: {
    status: 400,
    action: "drop",
    doubtful: true,
    words: "The push token is none of this APNs environment. Passes always use the production host.",
  },
  DeviceTokenNotForTopic: {
    status: 400,
    action: "drop",
    doubtful: true,
    words: "The push token was given for another pass type than the one pushed to.",
  },
  TopicDisallowed: {
    status: 400,
    action: "pause",
    words: "The credential may not push to this pass type. Use the certificate of the pass type itself.",
  },
  IdleTimeout: { status: 400, action: "retry", words: "The connection was idle for too long; it is opened anew." },
  BadCollapseId: { status: 400, action: "bug", words: "The collapse identifier is too long." },
  BadExpirationDate: { status: 400, action: "bug", words: "apns-expiration is no date." },
  BadMessageId: { status: 400, action: "bug", words: "apns-id is no UUID." },
  BadPriority: { status: 400, action: "bug", words: "apns-priority is none that the push type may have." },
  BadTopic: { status: 400, action: "bug", words: "apns-topic is no pass type identifier." },
  DuplicateHeaders: { status: 400, action: "bug", words: "A header was sent twice." },
  InvalidPushType: { status: 400, action: "bug", words: "apns-push-type is none that APNs knows." },
  MissingDeviceToken: { status: 400, action: "bug", words: "The request names no push token." },
  MissingTopic: { status: 400, action: "bug", words: "The request names no topic, and the credential stands for several." },
  PayloadEmpty: { status: 400, action: "bug", words: "The push has no body; a pass needs {}." },
  BadCertificate: { status: 403, action: "pause", words: "APNs does not accept the certificate. Issue a new one." },
  BadCertificateEnvironment: {
    status: 403,
    action: "pause",
    words: "The certificate is for another APNs environment; a Pass Type ID certificate is good in production.",
  },
  ExpiredProviderToken: {
    status: 403,
    action: "new-token",
    words: "The provider token is older than an hour even when new: set this machine's clock.",
  },
  Forbidden: { status: 403, action: "pause", words: "APNs forbids this credential to push." },
  InvalidProviderToken: { status: 403, action: "pause", words: `APNs cannot verify the provider token. ${TOKEN_SET_UP}` },
  MissingProviderToken: {
    status: 403,
    action: "pause",
    words: "APNs saw neither a certificate nor a provider token: a proxy that ends TLS takes the certificate away.",
  },
  UnrelatedKeyIdInToken: {
    status: 403,
    action: "pause",
    words: `The key is not the one this connection began with. ${TOKEN_SET_UP}`,
  },
  BadEnvironmentKeyIdInToken: { status: 403, action: "pause", words: "The key is for another APNs environment." },
  BadPath: { status: 404, action: "bug", words: "The path of the request is wrong: the push token holds what no token holds." },
  MethodNotAllowed: { status: 405, action: "bug", words: "The request was no POST." },
  ExpiredToken: { status: 410, action: "drop", words: "The push token has expired." },
  Unregistered: { status: 410, action: "drop", words: "The device no longer takes pushes for this pass type." },
  PayloadTooLarge: { status: 413, action: "bug", words: "The body of the push is too large." },
  TooManyProviderTokenUpdates: {
    status: 429,
    action: "retry",
    notBeforeMs: 20 * MINUTE,
    words: "The provider token was renewed too often: does another process use the same key with a token of its own?",
  },
  TooManyRequests: {
    status: 429,
    action: "retry",
    notBeforeMs: 30 * SECOND,
    words: "Too many pushes to one device in a short time.",
  },
  InternalServerError: { status: 500, action: "retry", words: "APNs has a fault of its own." },
  ServiceUnavailable: { status: 503, action: "retry", words: "APNs is not available at the moment." },
  Shutdown: { status: 503, action: "retry", words: "The APNs server is shutting down." },
} as const satisfies Readonly<Record<string, ApnsReason>>;

/** A documented reason. */
export type ApnsReasonName = keyof typeof APNS_REASONS;

/** What a status means that comes without a documented reason: by its class, retried unless it is sure to come again. */
const BY_STATUS: readonly { readonly from: number; readonly to: number; readonly row: Omit<ApnsReason, "status"> }[] = [
  { from: 403, to: 403, row: { action: "pause", words: "APNs refuses the credential." } },
  { from: 410, to: 410, row: { action: "drop", words: "The device no longer takes pushes for this pass type." } },
  { from: 429, to: 429, row: { action: "retry", notBeforeMs: 30 * SECOND, words: "APNs asks to send less." } },
  { from: 400, to: 499, row: { action: "bug", words: "APNs refuses the request for a reason that is not documented." } },
];

/** The row for an answer; one that nobody documented is judged by its status. */
export function apnsReasonOf(status: number, reason: string | undefined): ApnsReason {
  const rows: Readonly<Record<string, ApnsReason>> = APNS_REASONS;
  const known = reason !== undefined && Object.hasOwn(rows, reason) ? rows[reason] : undefined;
  if (known !== undefined) return known;
  const row = BY_STATUS.find(({ from, to }) => status >= from && status <= to)?.row;
  return { status, ...(row ?? { action: "retry", words: "APNs answers in a way that is not documented." }) };
}
