import { ApiProblem } from "./api-problem.ts";

/** Streams that stay open for long are counted: each takes a connection, and work. */
export interface StreamGate {
  /**
   * Takes a place until the function that it gives is called.
   *
   * @throws {ApiProblem} `too-many-requests`: of this process, or of this key, as many are open as may be.
   */
  enter(keyId: string): () => void;
}

/** Seconds after which it is worth another try. */
const RETRY_AFTER = "10";

export function createStreamGate(limits: { readonly all: number; readonly ofKey: number }): StreamGate {
  const open = new Map<string, number>();
  let all = 0;
  return {
    enter: (keyId) => {
      const own = open.get(keyId) ?? 0;
      if (all >= limits.all || own >= limits.ofKey) {
        throw new ApiProblem("too-many-requests", "Too many streams are open.", {}, ["retry-after", RETRY_AFTER]);
      }
      all += 1;
      open.set(keyId, own + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        all -= 1;
        const left = (open.get(keyId) ?? 1) - 1;
        if (left === 0) open.delete(keyId);
        else open.set(keyId, left);
      };
    },
  };
}
