import { ApiProblem } from "../api/api-problem.ts";
import type { HttpLimits } from "./http-limits.ts";

/**
 * A body that ends with an error when too little comes of it while somebody waits: a sender that falls silent, or sends a byte now
 * and then, must not keep a place for ever. While what came is worked on nobody waits, and no time runs.
 *
 * @throws {ApiProblem} `invalid-request`: too little came, or the connection broke.
 */
export async function* stallGuard(
  source: AsyncIterable<Uint8Array>,
  { limits, signal }: { readonly limits: Pick<HttpLimits, "longBodyTimeout" | "longBodyBytes">; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { longBodyTimeout, longBodyBytes } = limits;
  const chunks = source[Symbol.asyncIterator]();
  let waited = 0;
  let came = 0;
  for (;;) {
    const stopped = Promise.withResolvers<never>();
    stopped.promise.catch(() => undefined);
    const started = performance.now();
    const timer = setTimeout(
      () => {
        const seconds = Math.round(longBodyTimeout / 1000);
        stopped.reject(
          new ApiProblem("invalid-request", `Of the body came less than ${longBodyBytes} bytes in ${seconds} seconds.`),
        );
      },
      Math.max(0, longBodyTimeout - waited),
    );
    const abort = () => stopped.reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    try {
      signal.throwIfAborted();
      const { value, done } = await Promise.race([chunks.next(), stopped.promise]);
      if (done === true) return;
      came += value.length;
      waited += performance.now() - started;
      if (came >= longBodyBytes) [came, waited] = [0, 0];
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
