import { test } from "vitest";
import type { Storage } from "../../../src/storage/storage.ts";

/** A storage under test, empty; what it stands on goes away with `dispose`. */
export interface TestStorage {
  readonly storage: Storage;
  /** Another one over the same data, as another process would have it; where only one can be, the same. */
  openAnother(): Promise<Storage>;
  dispose(): Promise<void>;
}

/** Settings that a rule needs. */
export interface TestStorageSettings {
  readonly revisionsKept?: number;
}

export type OpenTestStorage = (settings?: TestStorageSettings) => Promise<TestStorage>;

/** A test that begins with an empty storage of its own. */
export function createRule(
  open: OpenTestStorage,
): (name: string, check: (held: TestStorage) => Promise<void>, settings?: TestStorageSettings) => void {
  return (name, check, settings) => {
    test(name, { timeout: 60_000 }, async () => {
      const held = await open(settings);
      try {
        await check(held);
      } finally {
        await held.dispose();
      }
    });
  };
}
