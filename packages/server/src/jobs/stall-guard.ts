import { ApiProblem } from "../api/api-problem.ts";

/**
 * A body that ends with an error when nothing comes for some time while somebody waits for it: a sender that falls silent must not
 * keep a place for ever. While the rows are written nobody waits, and no time runs.
 *
 * @throws {ApiProblem} `invalid-request`: nothing came, or the connection broke.
 */
export async function* stallGuard(
  source: AsyncIterable<Uint8Array>,
  { milliseconds, signal }: { readonly milliseconds: number; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = source[Symbol.asyncIterator]();
  for (;;) {
    const stopped = Promise.withResolvers<never>();
    stopped.promise.catch(() => undefined);
    const timer = setTimeout(() => {
      stopped.reject(new ApiProblem("invalid-request", `Nothing came for ${Math.round(milliseconds / 1000)} seconds.`));
    }, milliseconds);
    const abort = () => stopped.reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    try {
      signal.throwIfAborted();
      const { value, done } = await Promise.race([chunks.next(), stopped.promise]);
      if (done === true) return;
      yield value;
    } catch (error) {
      if (error instanceof ApiProblem || signal.aborted) throw error;
      throw new ApiProblem("invalid-request", "The body ended too early.");
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  }
}
