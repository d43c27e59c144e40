import { test } from "vitest";
import type { Storage } from "../../../src/storage/storage.ts";

/** A storage under test, empty; what it stands on goes away with `dispose`. */
export interface TestStorage {
  readonly storage: Storage;
  /** Another one over the same data, as another process would have it; where only one can be, the same. */
  openAnother(): Promise<Storage>;
  dispose(): Promise<void>;
}

export type OpenTestStorage = () => Promise<TestStorage>;

/** A test that begins with an empty storage of its own. */
export function createRule(open: OpenTestStorage): (name: string, check: (held: TestStorage) => Promise<void>) => void {
  return (name, check) => {
    test(name, { timeout: 60_000 }, async () => {
      const held = await open();
      try {
        await check(held);
      } finally {
        await held.dispose();
      }
    });
  };
}
