import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFile } from "../../src/check/check-file.ts";
import { checkPass, type PassCheck } from "../../src/check/check-pass.ts";
import { describeFinding, formatWhere } from "../../src/check/describe-finding.ts";
import { RULES } from "../../src/check/rules/index.ts";
import type { JsonValue } from "../../src/model/json.ts";
import { PASS_STYLES } from "../../src/model/style.ts";
import { hostileArchives } from "../support/hostile-archives.ts";
import { BASE_PASSES, EXAMPLE_NOW } from "./base-pass.ts";
import { createPackageKit, exampleTrustAnchors } from "./package-kit.ts";
import { exampleFiles, toBytes } from "./run-example.ts";
import { fastestAsyncRun } from "../support/fastest-run.ts";

const now = new Date(EXAMPLE_NOW);
const trustAnchors = await exampleTrustAnchors();

/** Small files, so that most mutations hit something that matters. */
const files = new Map([...exampleFiles({}), ["en.lproj/pass.strings", toBytes('"NAME" = "Name";\n')] as const]);
for (const path of files.keys())
  if (path.endsWith("@2x.png") || path.endsWith("@3x.png") || path.startsWith("thumbnail")) files.delete(path);
const kit = await createPackageKit(files);
const parts = await kit.parts();
const whole = await kit.pack(parts);

/** What must hold of any check, whatever was checked. */
function expectSound(check: PassCheck): void {
  const ids = new Set(RULES.map(({ id }) => id));
  expect(["yes", "no", "depends", null]).toContain(check.installs);
  expect(check.installs === "no").toBe(check.form === "package" && check.refusedAt !== null);
  for (const finding of check.findings) {
    expect(ids.has(finding.rule)).toBe(true);
    for (const text of Object.values(describeFinding(finding))) expect(text).not.toMatch(/\p{Cc}/u);
    expect(formatWhere(finding.where)).not.toMatch(/\p{Cc}/u);
  }
  // Reports are data: they survive being written and read.
  expect(() => JSON.stringify(check)).not.toThrow();
}

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });

function mutate(bytes: Uint8Array, changes: readonly (readonly [number, number])[], cut: number | null): Uint8Array {
  const copy = bytes.slice(0, cut === null ? bytes.length : cut % (bytes.length + 1));
  for (const [offset, value] of changes) if (copy.length > 0) copy[offset % copy.length] = value;
  return copy;
}

describe("a mutated package only gives findings", () => {
  test("when the archive is mutated", async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.option(fc.nat(), { freq: 4 }), async (changes, cut) => {
        const check = await checkFile(mutate(whole, changes, cut), { now, trustAnchors });
        if (check.kind === "pass") expectSound(check);
      }),
      { numRuns: 300 },
    );
  });

  test("when a file in it is mutated", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts.keys()), edits, fc.option(fc.nat(), { freq: 4 }), async (path, changes, cut) => {
        const changed = new Map(parts).set(path, mutate(parts.get(path) ?? new Uint8Array(), changes, cut));
        expectSound(await checkPass(await kit.pack(changed), { now, trustAnchors }));
      }),
      { numRuns: 400 },
    );
  });

  test("when values of pass.json are any JSON at all", async () => {
    // Every key of the base pass, at the top and in its style, may become anything.
    const anything = fc.oneof({ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) }, { weight: 1, arbitrary: oddValues() });
    const patch = fc.record({
      style: fc.constantFrom(...PASS_STYLES),
      top: fc.dictionary(fc.constantFrom(...TOP_KEYS), anything, { maxKeys: 6 }),
      section: fc.dictionary(
        fc.constantFrom(...SECTION_KEYS),
        fc.oneof(anything, fc.array(fieldLike(anything), { maxLength: 3 })),
        { maxKeys: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(patch, async ({ style, top, section }) => {
        const base = BASE_PASSES[style];
        const pass = { ...base, [style]: { ...(base[style] as object), ...section }, ...top };
        const check = await checkPass(new Map([["pass.json", toBytes(JSON.stringify(pass))]]), { now });
        expectSound(check);
      }),
      { numRuns: 600 },
    );
  });

  test("when it is one of the wicked archives", async () => {
    for (const { name, build } of hostileArchives) {
      const check = await checkFile(await build(), { now });
      if (check.kind === "pass") expectSound(check);
      expect(check.installs, name).toBe("no");
    }
  });
});

describe("a file that is made to cost time", () => {
  const cases: readonly (readonly [string, () => string])[] = [
    [
      "of a hundred thousand equal fields",
      () => `{"generic":{"backFields":[${Array(9000).fill('{"key":"a","value":""}').join(",")}]}}`,
    ],
    [
      "of long texts",
      () => JSON.stringify({ ...BASE_PASSES.generic, logoText: "<a ".repeat(300_000), description: "&".repeat(300_000) }),
    ],
    [
      "of long attributed values",
      () => JSON.stringify({ generic: { backFields: [{ key: "a", value: "", attributedValue: "<a href='".repeat(100_000) }] } }),
    ],
    [
      "of many unknown keys",
      () => JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`backgroundcolo${index}`, index]))),
    ],
    [
      "of long keys",
      () =>
        JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, index) => ["k".repeat(10_000) + String(index), index]))),
    ],
    ["of deep nesting", () => `{"semantics":${'{"seats":['.repeat(40)}${"]}".repeat(40)}}`],
    [
      "of many tags",
      () =>
        JSON.stringify({
          eventTicket: {
            backFields: Array.from({ length: 2000 }, (_, index) => ({
              key: String(index),
              value: "x",
              semantics: { eventName: "y".repeat(900) },
            })),
          },
          semantics: { eventName: "z".repeat(100_000) },
        }),
    ],
  ];
  for (const [name, build] of cases) {
    test(`${name} is checked all the same, in little time`, async () => {
      const bytes = toBytes(build());
      const time = await fastestAsyncRun(5_000, async () => {
        const check = await checkPass(new Map([["pass.json", bytes]]), { now });
        expectSound(check);
        expect(check.findings.length).toBeLessThan(RULES.length * 100);
      });
      // A single rule that compares everything with everything would take minutes here.
      expect(time).toBeLessThan(5_000);
    });
  }
});

const TOP_KEYS = [...new Set(PASS_STYLES.flatMap((style) => Object.keys(BASE_PASSES[style])))].concat([
  "nfc",
  "locations",
  "beacons",
  "semantics",
  "preferredStyleSchemes",
  "userInfo",
  "webServiceURL",
  "authenticationToken",
  "upcomingPassInformation",
  "featuredActions",
  "associatedStoreIdentifiers",
  "barcode",
  "maxDistance",
  "__proto__",
]);
const SECTION_KEYS = [
  "headerFields",
  "primaryFields",
  "auxiliaryFields",
  "backFields",
  "additionalInfoFields",
  "transitType",
  "constructor",
];

function fieldLike(anything: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const keys = [
    "key",
    "value",
    "label",
    "dateStyle",
    "timeStyle",
    "currencyCode",
    "numberStyle",
    "attributedValue",
    "changeMessage",
    "row",
    "semantics",
    "textAlignment",
    "dataDetectorTypes",
  ];
  return fc.dictionary(fc.constantFrom(...keys), anything, { maxKeys: 6 });
}

function oddValues(): fc.Arbitrary<JsonValue> {
  return fc.constantFrom<JsonValue[]>(
    "",
    "\u0000",
    "\u202e",
    "\ud800",
    "rgb(1,2,3)",
    "2026-13-45T99:99Z",
    "%@ %d",
    '<a href="javascript:1">',
    -0,
    1e308,
    [[]],
    { "": { "": [] } },
    "PKBarcodeFormatQR",
    { format: "PKBarcodeFormatQR", message: "\u{10ffff}".repeat(3000), messageEncoding: "utf-8" },
    [{ format: "PKBarcodeFormatQR", message: "x", messageEncoding: "shift_jis" }],
    [{ latitude: 1e9, longitude: "x" }],
  );
}
