import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import { parseStrings } from "../../src/strings/parse-strings.ts";
import { STRINGS_LIMITS } from "../../src/strings/strings-limits.ts";
import { writeStrings } from "../../src/strings/write-strings.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";
import { readArchive } from "../../src/archive/read-archive.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => Object.fromEntries(parseStrings(utf8(text)).entries);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

function failure(bytes: Uint8Array): { line: unknown; reason: unknown } {
  try {
    parseStrings(bytes);
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    expect(error.code).toBe("ERR_PASS_STRINGS_SYNTAX");
    return { line: error.details["line"], reason: error.details["reason"] };
  }
  throw new Error("nothing thrown");
}

describe("the plain form", () => {
  test.each([
    ['"a" = "b";', { a: "b" }],
    ['"a"="b";"c"="d";', { a: "b", c: "d" }],
    ['\t"a"\n=\r\n"b"\v;\f', { a: "b" }],
    ["'a' = 'say \"hi\"';", { a: 'say "hi"' }],
    ["a.b-c/d:e$f_1 = bare;", { "a.b-c/d:e$f_1": "bare" }],
    ['"same";', { same: "same" }],
    ['{ "a" = "b"; }', { a: "b" }],
    ['"" = "";', { "": "" }],
    ['"日本" = "😀";', { 日本: "😀" }],
    ['"a" = "first\nsecond";', { a: "first\nsecond" }],
    ["", {}],
    [" \n", {}],
    ["// nothing", {}],
    ['/* a "b" = "c"; */ "a" /* = */ = // x\n "b" /**/;', { a: "b" }],
    ['"//" = "/* no comment */";', { "//": "/* no comment */" }],
    [
      '"__proto__" = "x"; "constructor" = "y";',
      Object.fromEntries([
        ["__proto__", "x"],
        ["constructor", "y"],
      ]),
    ],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    [String.raw`\n\r\t\"\\\'`, "\n\r\t\"\\'"],
    [String.raw`\a\b\f\v`, "\u0007\b\f\v"],
    [String.raw`\U0041\u0042\U00e9`, "ABé"],
    [String.raw`\U41g`, "Ag"],
    [String.raw`\u41`, "u41"],
    [String.raw`\ud83d\ude00`, "😀"],
    [String.raw`\101\60\0010`, "A0\u00010"],
    [String.raw`\341\366`, "Æü"],
    [String.raw`\%\@`, "%@"],
  ])("the escapes %s", (escaped, expected) => {
    expect(read(`"k" = "${escaped}";`)["k"]).toBe(expected);
  });

  test("an escaped line end is a line end", () => {
    expect(read('"k" = "a\\\nb";')["k"]).toBe("a\nb");
  });

  test("of a key that stands twice the last value counts, and the repetition is told with its line", () => {
    const file = parseStrings(utf8('"a" = "1";\r\n\r\n/* x */ "a" = "2";\n"b"="3";\r"a"="4";'));
    expect(file.entries.get("a")).toBe("4");
    expect(file.duplicates).toEqual([
      { key: "a", line: 3 },
      { key: "a", line: 5 },
    ]);
  });

  test.each([
    ['"a" = "b"', 1, /semicolon is missing/],
    ['"a" = "b"\n"c" = "d";', 2, /semicolon is missing/],
    ['"a" = "say "hi"";', 1, /semicolon is missing/],
    ['"a" "b";', 1, /semicolon is missing/],
    ['"a" = "b";\n"c = "d";', 2, /semicolon is missing/],
    ['"a" = "b;\n"c" = "d;\n', 2, /text begins that is not closed|semicolon/],
    ['"a" = "b', 1, /not closed/],
    ['"a" = ;', 1, /a value is missing/],
    ['"a" = { "b" = "c"; };', 1, /a value is missing or is not a text/],
    ['"a" = ("b");', 1, /a value is missing or is not a text/],
    ['"a" = "b";;', 1, /a key is missing/],
    ['"a" = "b";\n\n= "c";', 3, /a key is missing/],
    ['"a" = "b"; }', 1, /something stands where a key should be/],
    ['{ "a" = "b";', 1, /closing brace/],
    ['{ "a" = "b"; } x', 1, /something stands where a key should be/],
    ['"a" = "b"; /* open', 1, /comment begins that is not closed/],
    ["“a” = “b”;", 1, /a key is missing/],
  ])("%j is refused with its line", (text, line, reason) => {
    expect(failure(utf8(text))).toEqual({ line, reason: expect.stringMatching(reason) as string });
  });
});

describe("encodings", () => {
  const text = '"k" = "Größe 日本 😀";';

  test.each([
    ["utf-8", false, utf8(text)],
    ["utf-8", true, utf8(`\ufeff${text}`)],
    ["utf-16le", true, utf16(`\ufeff${text}`, true)],
    ["utf-16be", true, utf16(`\ufeff${text}`, false)],
    ["utf-16le", false, utf16(text, true)],
    ["utf-16be", false, utf16(text, false)],
  ] as const)("%s, byte order mark: %s", (encoding, hasByteOrderMark, bytes) => {
    const file = parseStrings(bytes);
    expect(file).toMatchObject({ encoding, hasByteOrderMark });
    expect(file.entries.get("k")).toBe("Größe 日本 😀");
  });

  test("a file longer than a chunk of letters comes out whole", () => {
    const value = "ä".repeat(10_000);
    expect(parseStrings(utf16(`\ufeff"k"="${value}";`, false)).entries.get("k")).toBe(value);
  });

  test.each([
    ["Latin-1", Uint8Array.of(0x22, 0xe9, 0x22), /neither UTF-8 nor UTF-16/],
    ["half a letter", utf16("\ufeffab", false).subarray(0, 5), /half a letter/],
    ["half a surrogate pair", utf16('\ufeff"\ud83d" = "b";', true), /half a surrogate pair/],
    ["UTF-32", Uint8Array.of(0xff, 0xfe, 0, 0, 0x22, 0, 0, 0), /missing/],
  ])("%s is refused", (_name, bytes, reason) => {
    expect(failure(bytes).reason).toMatch(reason);
  });
});

describe("property lists in XML", () => {
  const plist = (body: string) =>
    utf8(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${body}
</plist>
`);

  test("a dictionary of strings is read", () => {
    const file = parseStrings(
      plist(`<dict>
  <!-- gate -->
  <key>gate</key> <string>Tor &lt;A&gt; &amp; &#66;&#x1F600;</string>
  <key>cdata</key><string>a<![CDATA[<b>&amp;]]>c<!-- x -->d</string>
  <key>empty</key><string/>
  <key>gate</key><string>Gate</string>
</dict>`),
    );
    expect(Object.fromEntries(file.entries)).toEqual({ gate: "Gate", cdata: "a<b>&amp;cd", empty: "" });
    expect(file.duplicates).toEqual([{ key: "gate", line: 9 }]);
    expect(file).toMatchObject({ encoding: "utf-8", hasByteOrderMark: false });
  });

  test("entities and numbers are resolved", () => {
    expect(parseStrings(plist("<dict><key>k</key><string>&quot;&apos;&#65;&#x42;</string></dict>")).entries.get("k")).toBe("\"'AB");
  });

  test("an empty dictionary has no entries", () => {
    expect(parseStrings(plist("<dict/>")).entries.size).toBe(0);
    expect(parseStrings(plist("<dict>\n</dict>")).entries.size).toBe(0);
  });

  test.each([
    ["<array/>", /<dict> is missing/],
    ["<dict><key>a</key><integer>1</integer></dict>", /<string> is missing/],
    ["<dict><key>a</key><dict/></dict>", /<string> is missing/],
    ["<dict><string>a</string></dict>", /<key> is missing/],
    ["<dict><key>a</key></dict>", /<string> is missing/],
    ["<dict><key>a</key><string>b<b/></string></dict>", /holds something other than text/],
    ["<dict><key>a</key><string>&nbsp;</string></dict>", /entity "&nbsp;" is unknown/],
    ["<dict><key>a</key><string>a & b</string></dict>", /entity .* is unknown/],
    ["<dict><key>a</key><string>&#0;</string></dict>", /entity .* is unknown/],
    ["<dict><key>a</key><string>&#xD800;</string></dict>", /entity .* is unknown/],
    ["<dict><key>a</key><string>&constructor;</string></dict>", /entity .* is unknown/],
    ["<dict>", /<key> is missing/],
    ["<dict><key>a", /is not closed|something other/],
    ["<dict><!-- ", /not closed/],
  ])("%s is refused", (body, reason) => {
    expect(failure(plist(body)).reason).toMatch(reason);
  });

  test("a document type with entities of its own is refused before they expand", () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><dict/></plist>';
    expect(failure(utf8(bomb)).reason).toMatch(/declarations of its own/);
  });
});

describe("binary property lists", () => {
  // python3 -c 'import plistlib; print(plistlib.dumps({"gate": "Tor", "größe": "日本", "long text": "over fifteen letters"}, fmt=plistlib.FMT_BINARY).hex())'
  const python =
    "62706c6973743030d30102030405065467617465650067007200f600df0065596c6f6e67207465787453546f726265e5672c5f10146f766572206669667465656e206c657474657273080f141f292d320000000000000101000000000000000700000000000000000000000000000049";
  const sample = makeBinary([
    ["gate", "Tor"],
    ["größe", "日本"],
    ["long", "x".repeat(300)],
  ]);

  test("one that Python wrote is read", () => {
    const bytes = Uint8Array.from(python.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    expect(Object.fromEntries(parseStrings(bytes).entries)).toEqual({
      gate: "Tor",
      größe: "日本",
      "long text": "over fifteen letters",
    });
  });

  test("a dictionary of texts is read", () => {
    const file = parseStrings(sample);
    expect(Object.fromEntries(file.entries)).toEqual({ gate: "Tor", größe: "日本", long: "x".repeat(300) });
    expect(file).toMatchObject({ encoding: "utf-8", hasByteOrderMark: false, duplicates: [] });
  });

  test("one cut off anywhere is refused", () => {
    for (let end = 8; end < sample.length; end++) expect(failure(sample.subarray(0, end)).reason).toMatch(/binary property list/);
  });

  test("many references to one long text are refused before they multiply it", () => {
    const value = "x".repeat(400_000);
    const bytes = makeBinary([["a", value]], 9000);
    expect(failure(bytes).reason).toMatch(/letters/);
  });

  test("changed bytes give a file or a PassError", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (edits) => {
        const bytes = sample.slice();
        for (const [at, value] of edits) bytes[at] = value;
        expectFileOrPassError(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A binary property list, its entries repeated; keys and values are shared objects. */
function makeBinary(entries: readonly (readonly [string, string])[], repeat = 1): Uint8Array {
  const objects: number[][] = [];
  const all = Array.from({ length: repeat }, () => entries).flat();
  const head = (kind: number, length: number) =>
    length < 15
      ? [(kind << 4) | length]
      : [(kind << 4) | 15, 0x12, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255];
  const text = (value: string) =>
    /^[\0-\x7f]*$/.test(value) ? [...head(5, value.length), ...utf8(value)] : [...head(6, value.length), ...utf16(value, false)];
  const references = [...entries.keys()].map((index) => [1 + 2 * index, 2 + 2 * index] as const);
  const pick = (side: 0 | 1) => Array.from(all, (_, index) => references[index % references.length]![side]);
  objects.push([...head(13, all.length), ...pick(0), ...pick(1)]);
  for (const [key, value] of entries) objects.push(text(key), text(value));
  const bytes: number[] = [...utf8("bplist00")];
  const offsets: number[] = [];
  for (const object of objects) {
    offsets.push(bytes.length);
    for (const byte of object) bytes.push(byte);
  }
  const table = bytes.length;
  for (const offset of offsets) bytes.push(offset >>> 24, (offset >> 16) & 255, (offset >> 8) & 255, offset & 255);
  const trailer = new DataView(new ArrayBuffer(32));
  trailer.setUint8(6, 4);
  trailer.setUint8(7, 1);
  trailer.setBigUint64(8, BigInt(objects.length));
  trailer.setBigUint64(24, BigInt(table));
  return Uint8Array.from([...bytes, ...new Uint8Array(trailer.buffer)]);
}

function expectFileOrPassError(bytes: Uint8Array): void {
  try {
    for (const value of parseStrings(bytes).entries.values()) expect(typeof value).toBe("string");
  } catch (error) {
    expect(error).toBeInstanceOf(PassError);
  }
}

describe("limits", () => {
  test("a file that is too large is refused", () => {
    expect(failure(new Uint8Array(STRINGS_LIMITS.bytes + 1).fill(0x20)).reason).toMatch(/larger than/);
  });

  test("too many entries are refused", () => {
    expect(failure(utf8("a;".repeat(STRINGS_LIMITS.entries + 1))).reason).toMatch(/more than 10000 entries/);
    const xml = `<plist><dict>${"<key>a</key><string/>".repeat(STRINGS_LIMITS.entries + 1)}</dict></plist>`;
    expect(failure(utf8(xml)).reason).toMatch(/more than 10000 entries/);
    expect(read("a;".repeat(STRINGS_LIMITS.entries))).toEqual({ a: "a" });
  });

  test("thousands of entries in one long line cost one walk, not one each", () => {
    const padding = "/".repeat(500_000);
    const file = parseStrings(utf8(`${"a;".repeat(9999)}//${padding}`));
    expect(file.duplicates).toHaveLength(9998);
    expect(failure(utf8(`${"a;".repeat(9999)}"${padding}`)).line).toBe(1);
  });
});

describe("mutated files give files or PassErrors", () => {
  const seeds = [
    utf8('/* c */ "a\\n\\U0041" = "b\\"c";\n// d\n\'e\' = f;\n{}'),
    utf16('\ufeff"k" = "日本";', true),
    utf8(
      '<?xml version="1.0"?><!DOCTYPE plist><plist version="1.0"><dict><key>a</key><string>b&amp;<![CDATA[x]]></string></dict></plist>',
    ),
  ];

  test("bytes changed, put in and left out", () => {
    const edit = fc.tuple(
      fc.nat(200),
      fc.constantFrom("change", "insert", "remove"),
      fc.oneof(fc.nat(255), fc.constantFrom(34, 92, 59, 60, 47, 42)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 8 }), (seed, edits) => {
        const bytes = [...seed];
        for (const [at, how, value] of edits)
          bytes.splice(at % bytes.length, how === "insert" ? 0 : 1, ...(how === "remove" ? [] : [value]));
        expectFileOrPassError(Uint8Array.from(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("writing", () => {
  test("is UTF-16 with a byte order mark, an entry a line, escaped", () => {
    const bytes = writeStrings([
      ["gate", 'Tor "A"\\\n'],
      ["b", "\u0001\u2028é"],
    ]);
    expect([...bytes.subarray(0, 2)]).toEqual([0xfe, 0xff]);
    const text = new TextDecoder("utf-16be").decode(bytes);
    expect(text).toBe('"gate" = "Tor \\"A\\"\\\\\\n";\n"b" = "\\U0001\\U2028é";\n');
  });

  test("without entries is a byte order mark", () => {
    expect([...writeStrings([])]).toEqual([0xfe, 0xff]);
    expect(parseStrings(writeStrings([]))).toMatchObject({ encoding: "utf-16be", hasByteOrderMark: true });
  });

  test("half a surrogate pair becomes the replacement character", () => {
    expect(parseStrings(writeStrings([["k", "a\ud800"]])).entries.get("k")).toBe("a\ufffd");
  });

  test("what is written reads back the same", () => {
    const texts = fc.string({ unit: "binary" }).map((text) => text.toWellFormed());
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(texts, texts), { selector: ([key]) => key }), (entries) => {
        const file = parseStrings(writeStrings(entries));
        expect([...file.entries]).toEqual(entries);
        expect(file.duplicates).toEqual([]);
      }),
    );
  });
});

const records = await loadCorpusIndex();

test.skipIf(records.length === 0)("the strings files of real passes are read in the encodings that the oracle found", async () => {
  let count = 0;
  for (const { file, defects, class: kind } of records) {
    if (defects.includes("not-a-zip") || kind === "bundle") continue;
    for (const [path, bytes] of (await readArchive(await loadCorpusPass(file))).files) {
      if (!/^[^/]+\.lproj\/pass\.strings$/.test(path)) continue;
      const strings = parseStrings(bytes);
      expect(strings.entries.size, `${file} ${path}`).toBeGreaterThan(0);
      if (defects.includes("strings:utf-8")) expect(strings).toMatchObject({ encoding: "utf-8", hasByteOrderMark: false });
      if (defects.includes("strings:utf-16be:bom-utf16be"))
        expect(strings).toMatchObject({ encoding: "utf-16be", hasByteOrderMark: true });
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(10);
});
