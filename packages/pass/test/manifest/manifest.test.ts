import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareManifest, createManifest } from "../../src/manifest/manifest.ts";
import { MANIFEST_LIMITS } from "../../src/manifest/parse-manifest.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
// RFC 3174 §7.3, TEST1, and the digest of nothing.
const ABC = "a9993e364706816aba3e25717850c26c9cd0d89d";
const NOTHING = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

const files = new Map([
  ["pass.json", utf8("abc")],
  ["icon.png", new Uint8Array()],
  ["manifest.json", utf8("{}")],
  ["signature", utf8("x")],
]);

const compare = (text: string, among: ReadonlyMap<string, Uint8Array> = files) => compareManifest(utf8(text), among);

describe("comparing", () => {
  test("a manifest that lists every file with its SHA-1 has nothing to report", async () => {
    const report = await compare(`{"pass.json":"${ABC}","icon.png":"${NOTHING}"}`);
    expect(report).toEqual({
      readable: true,
      problem: null,
      tolerated: [],
      entries: new Map([
        ["pass.json", ABC],
        ["icon.png", NOTHING],
      ]),
      mismatched: [],
      absent: [],
      unlisted: [],
    });
  });

  test("a wrong digest is mismatched, with both values", async () => {
    const report = await compare(`{"pass.json":"${NOTHING}","icon.png":"${NOTHING}"}`);
    expect(report.mismatched).toEqual([{ file: "pass.json", listed: NOTHING, actual: ABC }]);
  });

  test("a digest that is not 40 hex digits (SHA-256, a digit short, empty) is mismatched", async () => {
    for (const listed of ["", ABC.slice(1), `${ABC}00`, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"]) {
      expect((await compare(`{"pass.json":"${listed}"}`)).mismatched).toEqual([{ file: "pass.json", listed, actual: ABC }]);
    }
  });

  test("upper-case hex digits agree", async () => {
    const report = await compare(`{"pass.json":"${ABC.toUpperCase()}","icon.png":"${NOTHING}"}`);
    expect(report.mismatched).toEqual([]);
    expect(report.entries.get("pass.json")).toBe(ABC.toUpperCase());
  });

  test("a listed file that is not there is absent, a file that is not listed is unlisted", async () => {
    const report = await compare(`{"pass.json":"${ABC}","logo.png":"${NOTHING}"}`);
    expect(report.absent).toEqual(["logo.png"]);
    expect(report.unlisted).toEqual(["icon.png"]);
  });

  test("manifest.json and signature need no entry at the root, but do in a folder", async () => {
    const report = await compare("{}", new Map([...files, ["en.lproj/signature", utf8("x")]]));
    expect(report.unlisted).toEqual(["pass.json", "icon.png", "en.lproj/signature"]);
  });

  test("an entry for manifest.json or signature is compared like any other", async () => {
    const report = await compare(`{"manifest.json":"${ABC}","signature":"${ABC}","pass.json":"${ABC}","icon.png":"${NOTHING}"}`);
    expect(report.mismatched.map((entry) => entry.file)).toEqual(["manifest.json", "signature"]);
  });

  test("a path with ./ or a backslash does not match the file it means", async () => {
    const listed = new Map([["en.lproj/pass.strings", utf8("abc")]]);
    const report = await compare(`{"./en.lproj/pass.strings":"${ABC}","en.lproj\\\\pass.strings":"${ABC}"}`, listed);
    expect(report.absent).toEqual(["./en.lproj/pass.strings", "en.lproj\\pass.strings"]);
    expect(report.unlisted).toEqual(["en.lproj/pass.strings"]);
  });

  test("paths that are names of object properties are paths", async () => {
    const odd = new Map(["__proto__", "constructor", "toString"].map((path) => [path, utf8("abc")]));
    const report = await compare(`{"__proto__":"${ABC}","constructor":"${NOTHING}"}`, odd);
    expect(report.mismatched.map((entry) => entry.file)).toEqual(["constructor"]);
    expect(report.unlisted).toEqual(["toString"]);
    expect(Object.prototype).not.toHaveProperty("constructor", NOTHING);
  });
});

describe("reading", () => {
  test("a byte order mark, a trailing comma and a path that stands twice are read over and reported", async () => {
    const report = await compare(`\ufeff{ "pass.json" : "${NOTHING}",\r\n\t"pass.json" : "${ABC}", }\n`);
    expect(report.readable).toBe(true);
    expect(report.tolerated).toEqual([
      { kind: "byte-order-mark" },
      { kind: "duplicate-path", file: "pass.json" },
      { kind: "trailing-comma" },
    ]);
    expect(report.mismatched).toEqual([]);
  });

  test("escapes in a path are resolved", async () => {
    const report = await compare(`{"en.lproj\\/\\u0070ass.strings":"${ABC}"}`, new Map([["en.lproj/pass.strings", utf8("abc")]]));
    expect(report.unlisted).toEqual([]);
  });

  test.each([
    ["", "it is not a JSON object (line 1)"],
    ["[]", "it is not a JSON object (line 1)"],
    ["null", "it is not a JSON object (line 1)"],
    [`${ABC}  icon.png\n${NOTHING}  pass.json\n`, "it is the output of shasum, not JSON"],
    ['{"a":1}', "a SHA-1 in quotes is missing (line 1)"],
    ['{"a":null}', "a SHA-1 in quotes is missing (line 1)"],
    ['{\n"a":{"b":"c"}}', "a SHA-1 in quotes is missing (line 2)"],
    ["{'a':'b'}", "a path in quotes is missing (line 1)"],
    ['{"a":"b"', "a comma or the closing brace is missing (line 1)"],
    ['{"a":"b"}x', "something follows the closing brace (line 1)"],
    ['{"a":"b"}{}', "something follows the closing brace (line 1)"],
    ['{"a","b"}', "a colon is missing after a path (line 1)"],
    ['{"a":"b', "a text in quotes is not closed or has a wrong escape (line 1)"],
    ['{"a":"\\x"}', "a text in quotes is not closed or has a wrong escape (line 1)"],
    ['{"a":"\n"}', "a text in quotes is not closed or has a wrong escape (line 1)"],
    ["{,}", "a path in quotes is missing (line 1)"],
    ['{"a":"b",,}', "a path in quotes is missing (line 1)"],
    ['/* */{"a":"b"}', "it is not a JSON object (line 1)"],
  ])("%j is not readable, and the report says why", async (text, problem) => {
    expect(await compare(text)).toEqual({
      readable: false,
      problem,
      tolerated: [],
      entries: new Map(),
      mismatched: [],
      absent: [],
      unlisted: [],
    });
  });

  test("bytes that are not UTF-8 are not readable", async () => {
    expect((await compareManifest(Uint8Array.of(0x7b, 0xff, 0x7d), files)).problem).toBe("it is not UTF-8");
  });

  test("a manifest beyond the limits is not readable", async () => {
    const manyEntries = `{${Array.from({ length: MANIFEST_LIMITS.entries + 1 }, (_, index) => `"${index}":""`).join()}}`;
    expect((await compare(manyEntries)).problem).toMatch(/more than 5000 entries/);
    expect((await compare(`{${" ".repeat(MANIFEST_LIMITS.bytes)}}`)).problem).toMatch(/larger than 1048576 bytes/);
    expect((await compare("[".repeat(500_000))).readable).toBe(false);
  });

  test("reads what JSON.parse reads, and refuses what it refuses", async () => {
    const text = fc.oneof(
      fc.dictionary(fc.string(), fc.string()).map((value) => JSON.stringify(value, null, 1)),
      fc.stringMatching(/^\{("[a\\"]*":"[a\\"]*",?){0,3}\}$/),
      fc.json(),
    );
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        fc.pre(!/,\s*\}/.test(value));
        const report = await compare(value);
        const expected = parseStrings(value);
        expect(report.readable).toBe(expected !== null);
        if (expected) expect(Object.fromEntries(report.entries)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  test("mutated manifests give reports, never errors", async () => {
    const seed = utf8(`{\n "pass.json" : "${ABC}",\n "icon.png":"${NOTHING}", }`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(seed.length),
        async (flips, end) => {
          const bytes = seed.slice();
          for (const [at, value] of flips) bytes[at] = value;
          const report = await compareManifest(bytes.subarray(0, end), files);
          expect(report.readable).toBe(report.problem === null);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The entries of a JSON object of strings by JSON.parse; null when it is none. */
function parseStrings(text: string): [string, string][] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const entries = Object.entries(value);
    return entries.every((entry): entry is [string, string] => typeof entry[1] === "string") ? entries : null;
  } catch {
    return null;
  }
}

describe("writing", () => {
  test("is compact JSON, sorted by path whatever the order of the files", () => {
    const one = { path: "pass.json", sha1Hex: ABC };
    const two = { path: "en.lproj/pass.strings", sha1Hex: NOTHING };
    const expected = `{"en.lproj/pass.strings":"${NOTHING}","pass.json":"${ABC}"}`;
    expect(new TextDecoder().decode(createManifest([one, two]))).toBe(expected);
    expect(new TextDecoder().decode(createManifest([two, one]))).toBe(expected);
  });

  test("keeps paths that look like numbers in their order, and escapes quotes", () => {
    const text = new TextDecoder().decode(createManifest(["b", "2", '"', "10"].map((path) => ({ path, sha1Hex: ABC }))));
    expect([...text.matchAll(/("(?:[^"\\]|\\.)*"):/g)].map((match) => match[1])).toEqual(['"\\""', '"10"', '"2"', '"b"']);
  });

  test("no files give an empty object", () => {
    expect(new TextDecoder().decode(createManifest([]))).toBe("{}");
  });

  test("what is written compares without a finding", async () => {
    const paths = fc.uniqueArray(fc.string({ minLength: 1, unit: "binary" }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(paths, async (names) => {
        const safe = names.map((name) => name.toWellFormed()).filter((name) => name !== "manifest.json" && name !== "signature");
        const all = new Map(safe.map((path) => [path, utf8("abc")]));
        const manifest = createManifest([...all.keys()].map((path) => ({ path, sha1Hex: ABC })));
        const report = await compareManifest(manifest, all);
        expect([report.problem, report.mismatched, report.absent, report.unlisted]).toEqual([null, [], [], []]);
        expect(report.entries.size).toBe(all.size);
      }),
    );
  });
});
