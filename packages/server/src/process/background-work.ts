import type { Logger } from "../logging/logger.ts";
import { WakeableRest } from "../push/wakeable-rest.ts";

/** Work beside the requests that is done in steps, for as long as the process lives. */
export interface BackgroundWork {
  /** There is something to do: look at once. Cheap. */
  wake(): void;
  /** Ends after the step that it is at. */
  stop(): Promise<void>;
}

/** How long it rests after a step that failed, ms. */
const AFTER_FAILURE_MS = 30_000;

/**
 * Does a step, rests, and does the next. Each is short, so that a process is stopped soon, and what else is asked of the database
 * comes in between.
 *
 * @param options `step` does some of the work and says how long to rest, ms; `failure` names it in the log.
 */
export function startBackgroundWork(options: {
  readonly step: () => Promise<number>;
  readonly failure: string;
  readonly log: Logger;
}): BackgroundWork {
  const { step, failure, log } = options;
  const resting = new WakeableRest();
  const stopping = new AbortController();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      resting.begin();
      const rest = await step().catch((error: unknown) => {
        log.error(failure, { error });
        return AFTER_FAILURE_MS;
      });
      if (!stopping.signal.aborted) await resting.rest(rest);
    }
  }

  const loop = run();
  return {
    wake: () => resting.wake(),
    stop: async () => {
      stopping.abort();
      resting.wake();
      await loop;
    },
  };
}
