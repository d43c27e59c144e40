import type { Random } from "../../../../pass/test/soak/random.ts";
import { PASS_TYPE } from "../../device-service/support/test-authority.ts";
import { Counter } from "./counter.ts";
import { type Installation, valuesOf } from "./installation.ts";
import type { Ledger } from "./ledger.ts";
import { OrderError } from "./server-child.ts";

/** Writers that change passes without an end, through whichever server lives. */
export interface Writers {
  /** Changes whose server was killed before it answered. */
  readonly unanswered: number;
  /** Resolves when so many more changes were acknowledged. */
  acknowledged(count: number): Promise<void>;
  /** Lets changes under way end, and begins none. */
  pause(): Promise<void>;
  resume(): void;
  stop(): Promise<void>;
}

/** While no server lives. */
const RETRY_MS = 5;

/** Each pass is changed by one lane alone, one change after the other, so that its newest count is known. */
export function startWriters(options: {
  readonly installation: Installation;
  readonly ledger: Ledger;
  readonly serialNumbers: readonly string[];
  readonly lanes: number;
  readonly random: Random;
}): Writers {
  const { installation, ledger, serialNumbers, lanes, random } = options;
  const counter = new Counter();
  const state = { isStopping: false, unanswered: 0 };
  let going = Promise.withResolvers<void>();
  going.resolve();
  let isPaused = false;
  const resting = new Set<number>();
  let onRest: (() => void) | undefined;

  async function write(lane: number): Promise<void> {
    const own = serialNumbers.filter((_, index) => index % lanes === lane);
    while (!state.isStopping) {
      if (isPaused) {
        resting.add(lane);
        onRest?.();
        await going.promise;
        resting.delete(lane);
        continue;
      }
      const server = installation.next();
      if (server === undefined) {
        await sleep(RETRY_MS);
        continue;
      }
      const serialNumber = random.pick(own);
      const count = ledger.attempt(serialNumber);
      const order = { kind: "change", passTypeIdentifier: PASS_TYPE, serialNumber, values: valuesOf(count) } as const;
      try {
        ledger.acknowledge(serialNumber, count, await server.send(order));
        counter.add();
      } catch (error) {
        if (!(error instanceof OrderError && PASSING.has(error.code))) ledger.faults.push(`${serialNumber}: ${String(error)}`);
        state.unanswered += 1;
      }
      await sleep(random.below(8));
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, (_, lane) => write(lane)));
  const resume = (): void => {
    isPaused = false;
    going.resolve();
  };
  return {
    get unanswered() {
      return state.unanswered;
    },
    acknowledged: (count) => counter.after(count),
    pause: async () => {
      going = Promise.withResolvers();
      isPaused = true;
      while (resting.size < lanes) await new Promise<void>((resolve) => (onRest = resolve));
    },
    resume,
    stop: async () => {
      state.isStopping = true;
      resume();
      await running;
    },
  };
}

/** The process ended, or its database is away: nobody knows whether the change was written. */
const PASSING: ReadonlySet<string> = new Set(["KILLED", "ERR_STORAGE_UNAVAILABLE", "ERR_STORAGE_CLOSED"]);

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
