import { expect, test } from "vitest";
import { fixSource } from "../../src/fix/fix-source.ts";
import { parseStrings } from "../../src/strings/parse-strings.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function passOf(json: string): Map<string, Uint8Array> {
  return new Map([["pass.json", encode(json)]]);
}

test("hex colours become rgb() and nothing else of pass.json moves", async () => {
  const { files, fixes } = await fixSource(
    passOf('{ "serialNumber" :12345678901234567890, "backgroundColor":"#F80",\n\t"labelColor": "rgb(1,2,3)", "big": 1.0 }'),
  );
  expect(decode(files.get("pass.json"))).toBe(
    '{ "serialNumber" :12345678901234567890, "backgroundColor":"rgb(255, 136, 0)",\n\t"labelColor": "rgb(1,2,3)", "big": 1.0 }',
  );
  expect(fixes).toEqual([{ rule: "color-hex", file: "pass.json", did: 'backgroundColor "#F80" is now "rgb(255, 136, 0)"' }]);
});

test("an opaque rgba() becomes rgb(), a see-through one is left to its owner", async () => {
  const { files } = await fixSource(passOf('{"labelColor":"rgba(1, 2, 3, 1)","backgroundColor":"rgba(1, 2, 3, 0.5)"}'));
  expect(decode(files.get("pass.json"))).toBe('{"labelColor":"rgb(1, 2, 3)","backgroundColor":"rgba(1, 2, 3, 0.5)"}');
});

test("offsets of dates get their colon and digits, dates that could mean two things stay", async () => {
  const json =
    '{"expirationDate":"2030-06-01T12:00:00+0200","relevantDate":"2030-06-01T12:00","relevantDates":[{"date":"2030-06-01T12:00:00-7:00"},{"date":"2030-06-01T12:00Z"}]}';
  const { files, fixes } = await fixSource(passOf(json));
  expect(decode(files.get("pass.json"))).toBe(
    '{"expirationDate":"2030-06-01T12:00:00+02:00","relevantDate":"2030-06-01T12:00","relevantDates":[{"date":"2030-06-01T12:00:00-07:00"},{"date":"2030-06-01T12:00Z"}]}',
  );
  expect(fixes.map(({ rule }) => rule)).toEqual(["date-offset-colon", "date-single-digit-offset"]);
});

test("trailing commas, comments and a byte order mark leave pass.json", async () => {
  const { files, fixes } = await fixSource(passOf('\uFEFF{"formatVersion":1, // the only one\n"a":[1,2,],}'));
  expect(JSON.parse(decode(files.get("pass.json")))).toEqual({ formatVersion: 1, a: [1, 2] });
  expect(files.get("pass.json")?.[0]).toBe("{".charCodeAt(0));
  expect(fixes.map(({ rule }) => rule).toSorted()).toEqual(["json-bom", "json-parse", "json-trailing-comma"]);
});

test("a pass.json that cannot be read is left as it is", async () => {
  const source = passOf('{"formatVersion" 1}');
  const { files, fixes } = await fixSource(source);
  expect(files).toEqual(source);
  expect(fixes).toEqual([]);
});

test("what file managers left behind goes, and says which rule wanted it", async () => {
  const source = new Map(
    [".DS_Store", "__MACOSX/._icon.png", "en.lproj/.DS_Store", "icon.png"].map((file) => [file, new Uint8Array([1])]),
  );
  const { files, fixes } = await fixSource(source);
  expect([...files.keys()]).toEqual(["icon.png"]);
  expect(fixes.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    "zip-ds-store .DS_Store",
    "zip-macosx __MACOSX/._icon.png",
    "zip-ds-store en.lproj/.DS_Store",
  ]);
});

test("names get the case and dash that a device looks for, unless that name is taken", async () => {
  const source = new Map(
    [
      "Icon.png",
      "logo@2X.png",
      "strip.PNG",
      "strip.png",
      "en_US.lproj/Logo.png",
      "pt_BR.lproj/pass.strings",
      "pt-BR.lproj/pass.strings",
    ].map((file, index) => [file, encode(`"k${index}" = "v";`)]),
  );
  const { files } = await fixSource(source);
  expect([...files.keys()].toSorted()).toEqual(
    [
      "icon.png",
      "logo@2x.png",
      "strip.PNG",
      "strip.png",
      "en-US.lproj/logo.png",
      "pt_BR.lproj/pass.strings",
      "pt-BR.lproj/pass.strings",
    ].toSorted(),
  );
});

test("translations beyond ASCII are written again as UTF-16 with byte order mark, plain ones stay", async () => {
  const source = new Map([
    ["de.lproj/pass.strings", encode('"seat" = "Plätze \\"A\\"";')],
    ["en.lproj/pass.strings", encode('"seat" = "Seats";')],
    ["fr.lproj/pass.strings", encode("no strings at all")],
  ]);
  const { files, fixes } = await fixSource(source);
  const german = files.get("de.lproj/pass.strings") ?? new Uint8Array();
  expect(parseStrings(german)).toMatchObject({ hasByteOrderMark: true, encoding: expect.stringMatching(/^utf-16/) });
  expect(parseStrings(german).entries).toEqual(new Map([["seat", 'Plätze "A"']]));
  expect(fixes.map(({ file }) => file)).toEqual(["de.lproj/pass.strings"]);
  expect(files.get("en.lproj/pass.strings")).toBe(source.get("en.lproj/pass.strings"));
});

test("missing scales are made with the scaler that is given", async () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 114, 0, 0, 0, 114,
  ]);
  const asked: number[] = [];
  const { files, fixes } = await fixSource(new Map([["icon@3x.png", png]]), {
    scaler: async (_, { width }) => {
      asked.push(width);
      return png;
    },
  });
  expect(asked).toEqual([76, 38]);
  expect([...files.keys()].toSorted()).toEqual(["icon.png", "icon@2x.png", "icon@3x.png"]);
  expect(fixes.map(({ did }) => did)).toEqual(["made from icon@3x.png", "made from icon@3x.png"]);
});

test("mending twice changes nothing more, and the input is never changed", async () => {
  const source = passOf('{"backgroundColor":"#112233","expirationDate":"2030-06-01T12:00:00+0200",}');
  const before = new Map(source);
  const once = await fixSource(source);
  const twice = await fixSource(once.files);
  expect(source).toEqual(before);
  expect(twice.fixes).toEqual([]);
  expect(twice.files).toEqual(once.files);
});
