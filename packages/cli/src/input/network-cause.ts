/** Whether a request was given up because of time, or stopped. */
export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "TimeoutError" || error.name === "AbortError");
}

/**
 * Why there is no answer, in words: fetch says "fetch failed", and what happened is in the cause.
 *
 * @param timeout milliseconds that the request had
 */
export function causeOf(error: unknown, timeout: number): string {
  if (isTimeout(error)) return `no answer within ${timeout / 1000} s`;
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError) return causeOf(cause.errors[0], timeout);
  return cause instanceof Error ? cause.message : error.message;
}
