/** An answer of the stand-in: as APNs gives it when `reason` is documented for `status`. */
export interface ApnsStandInAnswer {
  readonly status: number;
  /** Put into the JSON body. Without one a status other than 200 has no body. */
  readonly reason?: string;
  /** Epoch ms, put into the body (410). */
  readonly timestamp?: number;
  /** `Retry-After` header: seconds, or a date of HTTP. */
  readonly retryAfter?: string;
  /** Sent in the place of the JSON, to be no JSON. */
  readonly body?: string;
}

/** The body of an answer; undefined: none. */
export function bodyOf({ reason, timestamp, body }: ApnsStandInAnswer): string | undefined {
  if (body !== undefined) return body;
  return reason === undefined ? undefined : JSON.stringify({ reason, ...(timestamp !== undefined && { timestamp }) });
}
