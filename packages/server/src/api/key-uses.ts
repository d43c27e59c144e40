import type { Logger } from "../logging/logger.ts";
import type { AccessStore } from "../storage/issuer/issuer-storage.ts";

/** Notes when keys were used, without a write for each request. */
export interface KeyUses {
  note(id: string, at: number): void;
  /** Writes what was noted. */
  flush(): Promise<void>;
}

/** How exact the last use of a key is. */
const EXACT_MS = 60_000;

/** Writes the first use of each minute in the background. */
export function createKeyUses(access: Pick<AccessStore, "touchKeys">, log: Logger): KeyUses {
  const written = new Map<string, number>();
  const waiting = new Map<string, number>();
  let running: Promise<void> = Promise.resolve();

  const flush = () => {
    const uses = [...waiting].map(([id, at]) => ({ id, at }));
    waiting.clear();
    if (uses.length > 0) {
      running = running
        .then(() => access.touchKeys(uses))
        .catch((error: unknown) => log.warn("last use of API keys was not written", { error }));
    }
    return running;
  };

  return {
    note: (id, at) => {
      waiting.set(id, at);
      if (at - (written.get(id) ?? Number.NEGATIVE_INFINITY) < EXACT_MS) return;
      written.set(id, at);
      void flush();
    },
    flush,
  };
}
