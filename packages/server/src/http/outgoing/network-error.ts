/** What network errors mean to whoever gave the address. Without addresses: those of a local network are nobody's business outside. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was closed",
  EPIPE: "the connection was closed",
  ETIMEDOUT: "connecting took too long",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  EADDRNOTAVAIL: "the address cannot be connected to",
  ENOTFOUND: "there is no such name",
  EAI_AGAIN: "the name cannot be looked up now",
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is of an authority that is not trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is of an authority that is not trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is of an authority that is not trusted, or comes without its chain",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

/** A few words for an error of the network. */
export function describeNetworkError(error: NodeJS.ErrnoException): string {
  // Of several addresses that were tried, each with an error of its own, the first says enough.
  const [first] = error instanceof AggregateError ? (error.errors as readonly NodeJS.ErrnoException[]) : [error];
  const code = first?.code ?? "";
  if (code === "ERR_OUTGOING_REFUSED") return first?.message ?? "";
  if (code.startsWith("HPE_")) return "what answers does not speak HTTP";
  return WORDS[code] ?? (code === "" ? "the connection failed" : `the connection failed (${code})`);
}
