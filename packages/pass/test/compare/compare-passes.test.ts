import { describe, expect, test } from "vitest";
import { comparePasses } from "../../src/compare/compare-passes.ts";
import { makePng } from "../support/png.ts";
import { version, versions } from "./versions.ts";

const EMPTY = { identity: [], values: [], fields: [], semantics: [], files: [], translations: [] };

describe("two versions of a pass", () => {
  test("that are the same differ in nothing", () => {
    const comparison = comparePasses(version(), version());
    expect(comparison).toMatchObject({ ...EMPTY, isUnchanged: true, notice: { kind: "none" } });
  });

  test("are the same whatever spacing, order of keys, manifest and signature are", () => {
    const before = version();
    const json = JSON.parse(new TextDecoder().decode(before.files.get("pass.json"))) as Record<string, unknown>;
    const text = JSON.stringify(Object.fromEntries(Object.entries(json).toReversed()));
    const after = {
      files: new Map(before.files).set("pass.json", new TextEncoder().encode(text)).set("signature", new Uint8Array([1])),
    };
    expect(comparePasses(before, after)).toMatchObject({ ...EMPTY, isUnchanged: true });
  });

  test("are compared value by value, as small as it can be said", () => {
    const [before, after] = versions({
      backgroundColor: "rgb(0, 0, 0)",
      logoText: null,
      voided: true,
      barcodes: [{ format: "PKBarcodeFormatQR", message: "B2", messageEncoding: "iso-8859-1", altText: "A1B2C3D4E5" }],
    });
    expect(comparePasses(before, after).values).toEqual([
      { kind: "changed", pointer: "/backgroundColor", before: "rgb(20, 60, 90)", after: "rgb(0, 0, 0)" },
      { kind: "changed", pointer: "/barcodes/0/message", before: "A1B2C3D4E5", after: "B2" },
      { kind: "added", pointer: "/voided", after: true },
      { kind: "removed", pointer: "/logoText", before: "Northwind" },
    ]);
  });

  test("tell of null, of empty objects and of other types", () => {
    const text = (userInfo: string): Uint8Array => new TextEncoder().encode(`{"generic": {}, "userInfo": ${userInfo}}`);
    const compare = (before: string, after: string) =>
      comparePasses({ files: new Map([["pass.json", text(before)]]) }, { files: new Map([["pass.json", text(after)]]) }).values;
    expect(compare("null", "{}")).toEqual([{ kind: "changed", pointer: "/userInfo", before: null, after: {} }]);
    expect(compare("[1, 2]", "[1]")).toEqual([{ kind: "removed", pointer: "/userInfo/1", before: 2 }]);
    expect(compare('{"a/b": 1}', '{"a/b": "1"}')).toEqual([{ kind: "changed", pointer: "/userInfo/a~1b", before: 1, after: "1" }]);
    expect(compare('{"constructor": 1}', "{}")).toEqual([{ kind: "removed", pointer: "/userInfo/constructor", before: 1 }]);
    expect(compare('{"__proto__": 1}', '{"__proto__": 2}')).toEqual([
      { kind: "changed", pointer: "/userInfo/__proto__", before: 1, after: 2 },
    ]);
  });

  test("tell of the style's own values apart from its fields", () => {
    const before = version({}, { style: "boardingPass" });
    const after = version({ boardingPass: { transitType: "PKTransitTypeBus" } }, { style: "boardingPass" });
    expect(comparePasses(before, after)).toMatchObject({
      values: [{ pointer: "/boardingPass/transitType", before: "PKTransitTypeTrain", after: "PKTransitTypeBus" }],
      fields: [],
    });
  });

  test("of another style have no field in common", () => {
    const { values, fields } = comparePasses(version(), version({}, { style: "coupon" }));
    expect(values.filter(({ kind }) => kind !== "changed").map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ["added", "/expirationDate"],
      ["added", "/coupon"],
      ["removed", "/generic"],
    ]);
    expect(new Set(fields.map(({ kind, style }) => `${kind} ${style}`))).toEqual(new Set(["added coupon", "removed generic"]));
  });

  test("tell of a section that is no list of fields as the value that it is", () => {
    const [before, after] = versions({ generic: { primaryFields: "none" } });
    expect(comparePasses(before, after).values).toMatchObject([
      { kind: "changed", pointer: "/generic/primaryFields", after: "none" },
    ]);
  });

  test("tell of tags at the root and on fields", () => {
    const tagged = (venueName: string, seats: number) => ({
      semantics: { venueName, eventName: "Concert" },
      generic: { primaryFields: [{ key: "name", label: "NAME", value: "Ada", semantics: { seats } }] },
    });
    const { semantics, fields, values } = comparePasses(version(tagged("Harbour", 1)), version(tagged("Park", 2)));
    expect(semantics).toEqual([
      { kind: "changed", pointer: "/semantics/venueName", before: "Harbour", after: "Park" },
      { kind: "changed", pointer: "/generic/primaryFields/0/semantics/seats", before: 1, after: 2 },
    ]);
    expect({ fields, values }).toEqual({ fields: [], values: [] });
  });

  test("tell of files with size and SHA-1", () => {
    const before = version({}, { files: { "a.png": "abc", "gone.txt": "" } });
    const after = version({}, { files: { "a.png": "abd", "strip.png": makePng(2, 2) } });
    expect(comparePasses(before, after).files).toEqual([
      {
        kind: "changed",
        path: "a.png",
        type: "image",
        before: { size: 3, sha1: "a9993e364706816aba3e25717850c26c9cd0d89d" },
        after: { size: 3, sha1: "cb4cc28df0fdbe0ecf9d9662e294b118092a5735" },
      },
      {
        kind: "removed",
        path: "gone.txt",
        type: "other",
        before: { size: 0, sha1: "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
        after: null,
      },
      {
        kind: "added",
        path: "strip.png",
        type: "image",
        before: null,
        after: expect.objectContaining({ size: makePng(2, 2).length }),
      },
    ]);
  });

  test("that cannot be read are the same only when their bytes are", () => {
    const broken = (text: string) => version({}, { files: { "pass.json": text } });
    expect(comparePasses(broken("{"), broken("{")).isUnchanged).toBe(true);
    expect(comparePasses(broken("{"), broken("[")).isUnchanged).toBe(false);
    expect(comparePasses(broken("{"), version())).toMatchObject({
      isUnchanged: false,
      identity: [{ before: null }, { before: null }],
    });
  });

  test("with other identifiers are two passes", () => {
    const [before, after] = versions({ serialNumber: "2" });
    expect(comparePasses(before, after)).toMatchObject({
      identity: [{ key: "serialNumber", before: "A1B2C3D4E5", after: "2" }],
      findings: [{ rule: "id-stable", where: { file: "pass.json", path: ["serialNumber"], line: expect.any(Number) } }],
    });
  });
});

test("a locale or a zone that is none is a fault of the caller", () => {
  expect(() => comparePasses(version(), version(), { locale: "no such language" })).toThrow(RangeError);
  expect(() => comparePasses(version(), version(), { timeZone: "Mars/Olympus" })).toThrow(RangeError);
  expect(() => comparePasses(version(), version(), { locale: "pt_BR" })).not.toThrow();
});
