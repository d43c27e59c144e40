import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARCHIVE_LIMITS, BUNDLE_ARCHIVE_LIMITS } from "../../src/archive/archive-limits.ts";
import { looksLikeZip, readArchive } from "../../src/archive/read-archive.ts";
import { PassError } from "../../src/errors.ts";
import { hostileArchives } from "../support/hostile-archives.ts";
import { buildRawZip } from "../support/raw-zip.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : null);

describe("an archive", () => {
  test.each(hostileArchives)("$name", async ({ build, outcome }) => {
    const bytes = await build();
    const result = await readArchive(bytes).catch((error: unknown) => error);
    if ("refused" in outcome) {
      expect(result).toBeInstanceOf(PassError);
      expect((result as PassError).code).toBe(outcome.refused);
      return;
    }
    if (result instanceof Error) throw result;
    const archive = result as Awaited<ReturnType<typeof readArchive>>;
    expect([...archive.files.keys()]).toEqual(outcome.files);
    expect(archive.report.oddities.map((oddity) => oddity.kind)).toEqual(outcome.oddities);
    expect(archive.report.size).toBe(bytes.length);
  });
});

test("of two entries with one path the last counts", async () => {
  const archive = await readArchive(
    await buildRawZip([
      { name: "pass.json", content: utf8("first") },
      { name: "pass.json", content: utf8("last") },
    ]),
  );
  expect(text(archive.files.get("pass.json"))).toBe("last");
  expect(archive.report.oddities).toEqual([{ kind: "duplicate-name", file: "pass.json" }]);
});

test("entries are described as the directory has them, folders too", async () => {
  const archive = await readArchive(
    await buildRawZip([{ name: "en.lproj/" }, { name: "en.lproj/pass.strings", content: utf8("a"), method: 8 }]),
  );
  expect(archive.report.entries).toEqual([
    { path: "en.lproj/", isDirectory: true, compressedSize: 0, size: 0, method: 0 },
    { path: "en.lproj/pass.strings", isDirectory: false, compressedSize: 3, size: 1, method: 8 },
  ]);
  expect(archive.report.oddities).toEqual([{ kind: "directory-entry", file: "en.lproj/" }]);
});

test("a file called __proto__ is a file", async () => {
  const archive = await readArchive(await buildRawZip([{ name: "__proto__", content: utf8("x") }]));
  expect(text(archive.files.get("__proto__"))).toBe("x");
});

test.each([
  ["archiveBytes", 10],
  ["entries", 1],
  ["entryBytes", 2],
  ["totalBytes", 5],
  ["nameBytes", 3],
] as const)("the limit %s is held and named", async (name, value) => {
  const bytes = await buildRawZip([
    { name: "a.txt", content: utf8("abc") },
    { name: "b.txt", content: utf8("abc") },
  ]);
  await expect(readArchive(bytes, { limits: { [name]: value } })).rejects.toMatchObject({
    code: "ERR_PASS_ARCHIVE_LIMIT",
    details: { limit: name, value },
  });
  expect((await readArchive(bytes)).files.size).toBe(2);
});

test("a ratio that is too high is refused only above the free size", async () => {
  const bytes = await buildRawZip([{ name: "spaces", content: new Uint8Array(100_000), method: 8 }]);
  expect((await readArchive(bytes)).files.size).toBe(1);
  await expect(readArchive(bytes, { limits: { ratioFreeBytes: 50_000 } })).rejects.toMatchObject({ details: { limit: "ratio" } });
});

test("a bundle may be larger than a pass, but has limits too", () => {
  expect(BUNDLE_ARCHIVE_LIMITS.archiveBytes).toBeGreaterThan(150_000_000);
  expect(BUNDLE_ARCHIVE_LIMITS.entries).toBeLessThan(ARCHIVE_LIMITS.entries);
});

test.each([
  ["<!DOCTYPE html><title>Login</title>", /HTML page/],
  ['{"formatVersion": 1}', /JSON text/],
  ["", /empty/],
  ["PK\u0003\u0004 the beginning of a pass", /incomplete download/],
  ["fail\n", /no end record/],
])("what is no archive is named: %j", async (content, reason) => {
  const error = await readArchive(utf8(content)).catch((error: unknown) => error);
  expect(error).toMatchObject({ code: "ERR_PASS_ARCHIVE_NOT_ZIP", message: expect.stringMatching(reason) as string });
});

test("looksLikeZip knows an archive from other files", async () => {
  const bytes = await buildRawZip([{ name: "a" }], { leading: utf8("hello") });
  expect(looksLikeZip(bytes)).toBe(true);
  expect(looksLikeZip(bytes.subarray(5))).toBe(true);
  expect(looksLikeZip(await buildRawZip([]))).toBe(true);
  expect(looksLikeZip(utf8("fail"))).toBe(false);
  expect(looksLikeZip(new Uint8Array())).toBe(false);
});

describe("mutated archives give archives or PassErrors, and never more than was announced", async () => {
  const seeds = await Promise.all(hostileArchives.map((archive) => archive.build()));
  const small = seeds.filter((bytes) => bytes.length > 0 && bytes.length < 4000);

  test.each([
    ["bytes changed", 1500],
    ["cut off or doubled", 300],
  ] as const)("%s", async (how, numRuns) => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x50, 0xff))), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...small), edits, fc.nat(), async (seed, flips, at) => {
        const bytes = how === "bytes changed" ? seed.slice() : Uint8Array.from([...seed.subarray(0, at % seed.length), ...seed]);
        if (how === "bytes changed") for (const [place, value] of flips) bytes[place % bytes.length] = value;
        const view = how === "bytes changed" ? bytes : bytes.subarray(flips[0]![0] % bytes.length);
        try {
          const { files, report } = await readArchive(view);
          const announced = report.entries.reduce((sum, entry) => sum + Math.max(entry.size, entry.compressedSize), 0);
          const unpacked = [...files.values()].reduce((sum, file) => sum + file.length, 0);
          expect(unpacked).toBeLessThanOrEqual(announced);
          for (const path of files.keys()) expect(path).not.toMatch(/^\/|\\|(^|\/)\.\.(\/|$)|\0/);
        } catch (error) {
          expect(error).toBeInstanceOf(PassError);
        }
      }),
      { numRuns },
    );
  });
});
