import * as fc from "fast-check";
import { expect, test } from "vitest";
import { comparePasses } from "../../src/compare/compare-passes.ts";
import type { ComparablePass } from "../../src/compare/pass-comparison.ts";
import { version } from "./versions.ts";
import { fastestRun } from "../support/fastest-run.ts";

const KEYS = ["a", "b", "constructor", "__proto__"];
const field = fc.record(
  {
    key: fc.option(fc.constantFrom(...KEYS), { nil: undefined }),
    value: fc.oneof(fc.constantFrom("x", "y", "%@", "2026-03-05T19:30Z"), fc.integer({ min: 0, max: 3 })),
    label: fc.constantFrom("L", "M"),
    changeMessage: fc.constantFrom("%@", "none", ""),
    dateStyle: fc.constantFrom("PKDateStyleShort", "PKDateStyleNone"),
    numberStyle: fc.constantFrom("PKNumberStylePercent", "odd"),
    semantics: fc.dictionary(fc.constantFrom(...KEYS), fc.integer({ min: 0, max: 2 })),
  },
  { requiredKeys: [] },
);
const section = fc.oneof(
  { weight: 9, arbitrary: fc.array(field, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
);
const style = fc.record(
  { headerFields: section, primaryFields: section, transitType: fc.constantFrom("x", 1) },
  { requiredKeys: [] },
);
const passJson = fc.record(
  {
    generic: fc.oneof({ weight: 9, arbitrary: style }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) }),
    coupon: style,
    semantics: fc.jsonValue({ maxDepth: 2 }),
    serialNumber: fc.constantFrom("1", "2"),
    userInfo: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: [] },
);
const strings = fc.dictionary(fc.constantFrom("x", "y", "L"), fc.constantFrom("X", "Y")).map((entries) =>
  Object.entries(entries)
    .map(([key, value]) => `"${key}" = "${value}";\n`)
    .join(""),
);
const pass: fc.Arbitrary<ComparablePass> = fc
  .record({ json: passJson, de: fc.option(strings), image: fc.option(fc.uint8Array({ maxLength: 3 })) })
  .map(({ json, de, image }) => {
    const files = new Map([["pass.json", new TextEncoder().encode(JSON.stringify(json))]]);
    if (de !== null) files.set("de.lproj/pass.strings", new TextEncoder().encode(de));
    if (image !== null) files.set("strip.png", image);
    return { files };
  });

/** Added and removed trade places, and so do before and after. */
const TURNED = { added: "removed", removed: "added", changed: "changed" } as const;

interface Change {
  readonly kind: keyof typeof TURNED;
  readonly before?: unknown;
  readonly after?: unknown;
}

function turned(changes: readonly Change[], name: (change: never) => string): string[] {
  return changes
    .map((change) => JSON.stringify([TURNED[change.kind], name(change as never), change.after ?? null, change.before ?? null]))
    .toSorted();
}

function straight(changes: readonly Change[], name: (change: never) => string): string[] {
  return changes
    .map((change) => JSON.stringify([change.kind, name(change as never), change.before ?? null, change.after ?? null]))
    .toSorted();
}

test("a pass does not differ from itself", () => {
  fc.assert(
    fc.property(pass, (one) => {
      const comparison = comparePasses(one, { files: new Map(one.files) }, { locale: "de" });
      expect(comparison).toMatchObject({ isUnchanged: true, values: [], fields: [], semantics: [], files: [], translations: [] });
    }),
  );
});

test("the way back tells the same with before and after exchanged", () => {
  fc.assert(
    fc.property(pass, pass, (one, other) => {
      const there = comparePasses(one, other, { locale: "de" });
      const back = comparePasses(other, one, { locale: "de" });
      const byPointer = (change: { pointer: string }) => change.pointer;
      const byPath = (change: { path: string }) => change.path;
      const byKey = (change: { style: string; key: string | null }) => JSON.stringify([change.style, change.key]);
      const byWord = (change: { language: string; key: string }) => JSON.stringify([change.language, change.key]);
      expect(turned(back.values, byPointer)).toEqual(straight(there.values, byPointer));
      expect(turned(back.files, byPath)).toEqual(straight(there.files, byPath));
      expect(turned(back.translations, byWord)).toEqual(straight(there.translations, byWord));
      expect(turned(back.fields, byKey)).toEqual(straight(there.fields, byKey));
      expect(back.isUnchanged).toBe(there.isUnchanged);
    }),
  );
});

test("a notification is told exactly where no reason for silence is", () => {
  fc.assert(
    fc.property(pass, pass, (one, other) => {
      for (const { notification, silence, changeMessage } of comparePasses(one, other).fields) {
        expect(notification === null).toBe(silence !== null);
        if (notification !== null) expect(changeMessage).toContain("%@");
      }
    }),
  );
});

test("any bytes for pass.json are compared without an error", () => {
  const files = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.jsonValue().map((value) => new TextEncoder().encode(JSON.stringify(value))),
  );
  fc.assert(
    fc.property(files, files, (one, other) => {
      comparePasses({ files: new Map([["pass.json", one]]) }, { files: new Map([["pass.json", other]]) });
    }),
  );
});

test("twenty thousand fields with one key are compared in a moment", () => {
  const many = (value: string) => version({ generic: { backFields: Array.from({ length: 20_000 }, () => ({ key: "a", value })) } });
  const [before, after] = [many("1"), many("2")];
  expect(fastestRun(3000, () => expect(comparePasses(before, after).fields).toHaveLength(20_000))).toBeLessThan(3000);
});
