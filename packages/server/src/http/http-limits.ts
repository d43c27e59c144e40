/** What the server takes from a connection before it ends it. Times in milliseconds, sizes in bytes. */
export interface HttpLimits {
  /** Request line and headers must be there in that time: connections that send a byte now and then take places of others. */
  readonly headersTimeout: number;
  /** The whole request, unless its body may take longer. */
  readonly requestTimeout: number;
  /** Such a body, rows that stream in, is ended when fewer than `longBodyBytes` came of it in so long. */
  readonly longBodyTimeout: number;
  readonly longBodyBytes: number;
  /** How long a connection may be idle between requests: longer than balancers keep theirs (60 s), or they meet a closed one. */
  readonly keepAliveTimeout: number;
  /**
   * How long nothing at all may move on a connection in the middle of a request: a client that does not read its answer takes a
   * place of others as well. Longer than any answer is waited for.
   */
  readonly stallTimeout: number;
  /** Request line and headers. A token may have 4096 characters, and so may each of three identifiers, escaped. */
  readonly maxHeaderSize: number;
  readonly maxHeaders: number;
  readonly maxConnections: number;
  /** Of a body that is too large that much is still read before the answer: a client that is writing would not hear it. */
  readonly drainBytes: number;
}

export const HTTP_LIMITS: HttpLimits = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  longBodyTimeout: 60_000,
  longBodyBytes: 1024,
  keepAliveTimeout: 65_000,
  stallTimeout: 120_000,
  maxHeaderSize: 32 * 1024,
  maxHeaders: 100,
  maxConnections: 20_000,
  drainBytes: 8 * 1024 * 1024,
};
