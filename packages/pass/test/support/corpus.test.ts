import { describe, expect, test } from "vitest";
import { toHex } from "../../src/manifest/hex.ts";
import { loadCorpusIndex, loadCorpusPass } from "./corpus.ts";

const records = await loadCorpusIndex();

describe.skipIf(records.length === 0)("the corpus folder", () => {
  test("holds every file of its index, unchanged", async () => {
    for (const record of records) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(await loadCorpusPass(record.file))));
      expect(toHex(digest), record.file).toBe(record.sha256);
    }
  });
});
