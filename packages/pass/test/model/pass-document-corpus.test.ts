import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import { PassDocument } from "../../src/model/pass-document.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";

const records = await loadCorpusIndex();

/** The pass.json of a corpus file; null where there is none to be had. */
async function loadPassJson(file: string): Promise<Uint8Array | null> {
  try {
    const { files } = await readArchive(await loadCorpusPass(file));
    return files.get("pass.json") ?? null;
  } catch (error) {
    if (error instanceof PassError) return null;
    throw error;
  }
}

describe.skipIf(records.length === 0)("pass.json of the corpus", () => {
  test("is read or refused as the index says, and every readable one comes back byte for byte", async () => {
    const refused: string[] = [];
    const problems: Record<string, string[]> = {};
    let read = 0;
    for (const { file, jsonError } of records) {
      const bytes = await loadPassJson(file);
      if (bytes === null) continue;
      let document: PassDocument;
      try {
        document = PassDocument.parse(bytes);
      } catch (error) {
        expect(error, file).toMatchObject({ code: "ERR_PASS_JSON_INVALID" });
        refused.push(`${file}: ${(error as PassError).details["line"]}:${(error as PassError).details["column"]}`);
        continue;
      }
      read++;
      expect(document.toBytes(), file).toEqual(new Uint8Array(bytes));
      const strict = document.problems.every(({ kind }) => kind === "duplicate-key");
      expect(strict, file).toBe(jsonError === null);
      if (document.problems.length > 0)
        problems[file] = document.problems.map(({ kind, line, column }) => `${kind} ${line}:${column}`);
      if (strict) expect(document.data, file).toEqual(JSON.parse(document.text));
      else expect(JSON.parse(document.toStrict().text), file).toEqual(document.data);
    }
    expect(read).toBeGreaterThan(90);
    // Its second line lacks the closing quotation mark.
    expect(refused).toEqual(["128keaton__Lucardio__example15.pkpass: 2:26"]);
    expect(problems).toEqual({
      "128keaton__Lucardio__Target.pkpass": ["trailing-comma 29:6"],
      "Ario99__apple-pass-poc__BoardingPass-copy.pkpass": ["trailing-comma 75:26"],
      "Ario99__apple-pass-poc__Coupon-5bb07c3.pkpass": ["trailing-comma 12:38"],
      "Ario99__apple-pass-poc__StoreCard.pkpass": ["trailing-comma 37:37", "trailing-comma 49:191"],
      "edutap-eu__edutap.wallet_apple__1234-014c547.pkpass": ["duplicate-key 84:5"],
      "jonniespratley__jps-passbook-manager__BoardingPass.pkpass": ["trailing-comma 75:26"],
      "rachitsherawat__Apple-PKPass__BoardingPass.pkpass": ["trailing-comma 75:26"],
    });
  });

  test("adding a key to each and removing it again gives the same bytes", async () => {
    for (const { file } of records) {
      const bytes = await loadPassJson(file);
      if (bytes === null) continue;
      let document: PassDocument;
      try {
        document = PassDocument.parse(bytes);
      } catch {
        continue;
      }
      if (Object.keys(document.data).length === 0 || document.problems.some(({ kind }) => kind === "trailing-comma")) continue;
      expect(
        document
          .set(["userInfo added"], { x: [1] })
          .remove(["userInfo added"])
          .toBytes(),
        file,
      ).toEqual(document.toBytes());
    }
  });
});
