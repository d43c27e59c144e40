/** A row of {@link APNS_FAULTS}. */
interface ApnsFaultRow {
  /** `pause`: it will not go away by itself. */
  readonly action: "retry" | "pause";
  readonly words: string;
  /** It is the connection's, not the push's: no number of attempts says anything about the push. */
  readonly isOfConnection?: true;
}

/** Why a push got no answer. */
export const APNS_FAULTS = {
  "connect-failed": {
    action: "retry",
    isOfConnection: true,
    words: "APNs cannot be reached from this machine: name, port 443 or 2197, firewall, proxy.",
  },
  "connect-timeout": { action: "retry", isOfConnection: true, words: "APNs did not take the connection in time." },
  "server-untrusted": {
    action: "retry",
    isOfConnection: true,
    words: "The server's certificate is not Apple's: a proxy reads the traffic, or this machine's trust anchors are old.",
  },
  "handshake-cut": {
    action: "retry",
    isOfConnection: true,
    words: "The server hung up right after it saw our certificate. That is how a refused certificate looks; it can be the network.",
  },
  "certificate-refused": {
    action: "pause",
    words:
      "APNs refuses the pass certificate as TLS client certificate: revoked, expired, or of no Apple authority. Issue a new one.",
  },
  "certificate-expired": { action: "pause", words: "The pass certificate has expired. Issue a new one." },
  "credential-refused": { action: "pause", words: "APNs closed the connection because of the credential." },
  "connection-lost": { action: "retry", isOfConnection: true, words: "The connection broke before the answer." },
  "ping-timeout": { action: "retry", isOfConnection: true, words: "The connection is dead: no answer to a ping." },
  "request-timeout": { action: "retry", words: "APNs did not answer in time." },
  "stream-reset": { action: "retry", words: "APNs reset the request." },
  "going-away": { action: "retry", isOfConnection: true, words: "APNs closed the connection before it took the request." },
  "queue-full": { action: "retry", words: "More pushes wait for this connection than it may hold." },
  closed: { action: "retry", words: "The client is closed." },
} as const satisfies Readonly<Record<string, ApnsFaultRow>>;

/** A name of {@link APNS_FAULTS}. */
export type ApnsFaultName = keyof typeof APNS_FAULTS;

/** Whether a fault says nothing about the push that met it. */
export function isOfConnection(name: ApnsFaultName): boolean {
  const row: ApnsFaultRow = APNS_FAULTS[name];
  return row.isOfConnection === true;
}

/** A fault as it happened. */
export interface ApnsFault {
  readonly name: ApnsFaultName;
  /** What the runtime or APNs said. Never a token. */
  readonly detail?: string;
}

/** Codes by which OpenSSL says that the other side refused our certificate (RFC 8446 §6.2), as Node spells them. */
const REFUSED_BY_ALERT =
  /ALERT_(?:BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED|CERTIFICATE_REQUIRED)$|ALERT_HANDSHAKE_FAILURE$/u;

/** Codes by which Node says that it does not trust the server. */
const UNTRUSTED =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_[A-Z_]+|ERR_TLS_CERT_ALTNAME_INVALID|INVALID_CA|INVALID_PURPOSE)$/u;

/** Names what ended a connection, or kept it from being made. */
export function classifyConnectionError(error: unknown, otherwise: ApnsFaultName): ApnsFault {
  const code = codeOf(error);
  const detail = error instanceof Error ? `${code === "" ? "" : `${code}: `}${error.message}`.slice(0, 300) : undefined;
  const name = REFUSED_BY_ALERT.test(code) ? "certificate-refused" : UNTRUSTED.test(code) ? "server-untrusted" : otherwise;
  return { name, ...(detail !== undefined && { detail }) };
}

/** The code of an error of the runtime; "" when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
