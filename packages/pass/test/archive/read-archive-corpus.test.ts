import { platform } from "#platform";
import { describe, expect, test } from "vitest";
import { BUNDLE_ARCHIVE_LIMITS } from "../../src/archive/archive-limits.ts";
import type { ArchiveOddityKind } from "../../src/archive/archive-report.ts";
import { type Archive, looksLikeZip, readArchive } from "../../src/archive/read-archive.ts";
import { PassError } from "../../src/errors.ts";
import { compareManifest } from "../../src/manifest/manifest.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";

const records = await loadCorpusIndex();

/** Files that are no ZIP at all: a text, a JSON file, nothing. */
const notZip = records.filter((record) => record.defects.includes("not-a-zip"));
const openable = records.filter((record) => !notZip.includes(record));

/** What the oracle calls a defect, and what the reader calls it. The oracle has no word for the other oddities. */
const ODDITY_OF_DEFECT: Readonly<Record<string, ArchiveOddityKind>> = {
  "zip:data-descriptors": "data-descriptor",
  "zip:directory-entries": "directory-entry",
  "zip:local-method-differs": "method-mismatch",
  "zip:dot-slash-paths": "dot-slash-path",
};

const oddityKinds = (archive: Archive) => new Set(archive.report.oddities.map((oddity) => oddity.kind));

async function read(file: string): Promise<Archive> {
  return readArchive(await loadCorpusPass(file), file.endsWith(".pkpasses") ? { limits: BUNDLE_ARCHIVE_LIMITS } : {});
}

describe.skipIf(records.length === 0)("real passes", () => {
  test("every archive opens, and only what is none is refused", async () => {
    for (const { file } of openable) expect((await read(file)).files.size, file).toBeGreaterThan(0);
    for (const { file } of notZip) {
      const bytes = await loadCorpusPass(file);
      expect(looksLikeZip(bytes), file).toBe(false);
      await expect(readArchive(bytes), file).rejects.toMatchObject({ code: "ERR_PASS_ARCHIVE_NOT_ZIP" });
    }
    expect(notZip).toHaveLength(4);
  });

  test("the oddities are those that the oracle knows", async () => {
    for (const { file, defects, class: kind } of openable) {
      if (kind === "bundle" || kind === "broken-container") continue;
      const kinds = oddityKinds(await read(file));
      for (const [defect, oddity] of Object.entries(ODDITY_OF_DEFECT)) {
        expect(kinds.has(oddity), `${file}: ${oddity}`).toBe(defects.includes(defect));
      }
      const allStored = (await read(file)).report.entries.every((entry) => entry.isDirectory || entry.method === 0);
      // The oracle counts a directory that says "stored" over deflated data as deflated.
      expect(allStored && !kinds.has("method-mismatch"), `${file}: all stored`).toBe(defects.includes("zip:all-stored"));
    }
  });

  test("the SHA-1 of every file agrees with the manifest as the oracle found it", async () => {
    let compared = 0;
    for (const { file, manifest } of openable) {
      if (manifest === null || manifest.err !== null) continue;
      const { files } = await read(file);
      const report = await compareManifest(files.get("manifest.json")!, files);
      expect(report.mismatched.map((entry) => entry.file).toSorted(), file).toEqual(manifest.mismatch.toSorted());
      expect(report.absent.toSorted(), file).toEqual(manifest.listed_but_absent.toSorted());
      expect(report.unlisted.toSorted(), file).toEqual(manifest.unlisted.toSorted());
      expect(report.entries.size, file).toBe(manifest.n);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(80);
  });

  test("no file of an archive is lost: all checksums hold but those of the damaged one", async () => {
    for (const { file } of openable) {
      const { report, files } = await read(file);
      const listed = new Set(report.entries.filter((entry) => !entry.isDirectory).map((entry) => entry.path));
      expect(files.size, file).toBe(listed.size);
      const bad = report.oddities.filter((oddity) => ["checksum", "damaged-entry", "size-mismatch"].includes(oddity.kind));
      expect(bad, file).toEqual([]);
    }
  });

  test("an archive with leading bytes and a cut-off end record opens, and both are reported", async () => {
    const { file } = records.find((record) => record.defects.some((defect) => defect.startsWith("zip-unreadable")))!;
    const archive = await read(file);
    expect([...oddityKinds(archive)].toSorted()).toEqual(["leading-bytes", "truncated-end"]);
    expect(archive.files.size).toBe(7);
    const manifest = JSON.parse(new TextDecoder().decode(archive.files.get("manifest.json"))) as Record<string, string>;
    const digest = await platform.digest("sha1", archive.files.get("icon.png")!);
    expect(Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")).toBe(manifest["icon.png"]);
  });

  test("bundles give whole passes that open in turn", async () => {
    const bundles = records.filter((record) => record.class === "bundle");
    expect(bundles.length).toBeGreaterThan(0);
    for (const { file } of bundles) {
      for (const [path, bytes] of (await read(file)).files) {
        if (path.endsWith(".pkpass")) expect((await readArchive(bytes)).files.has("pass.json"), `${file}!${path}`).toBe(true);
      }
    }
  });

  test("a pass cut off anywhere is refused or opens, and throws nothing else", async () => {
    const bytes = await loadCorpusPass(openable[0]!.file);
    for (let end = 0; end < bytes.length; end += Math.ceil(bytes.length / 200)) {
      const outcome = await readArchive(bytes.subarray(0, end)).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(PassError);
    }
  });
});
