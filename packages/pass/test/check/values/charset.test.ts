import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCharset } from "../../../src/check/values/charset.ts";

function encode(name: string, text: string) {
  const charset = findCharset(name);
  if (charset === null) throw new Error(`no charset: ${name}`);
  return charset.encode(text);
}

describe("findCharset knows", () => {
  test.each([
    ["iso-8859-1", "ISO-8859-1"],
    ["ISO_8859-1:1987", "ISO-8859-1"],
    ["latin1", "ISO-8859-1"],
    ["UTF-8", "UTF-8"],
    ["utf8", "UTF-8"],
    ["csUTF8", "UTF-8"],
    ["ascii", "US-ASCII"],
    ["cp1252", "windows-1252"],
    ["SJIS", "Shift_JIS"],
    ["GB2312", "GB2312"],
    ["cp437", "cp437"],
  ])("%s as %s", (name, preferred) => {
    expect(findCharset(name)?.name).toBe(preferred);
  });

  test.each(["", " ", " utf-8", "utf-8\n", "PKBarcodeFormatQR", "latin-one", "x".repeat(10_000), "constructor", "__proto__"])(
    "nothing of %j",
    (name) => {
      expect(findCharset(name)).toBeNull();
    },
  );
});

describe("a text in", () => {
  test.each([
    ["iso-8859-1", "Zürich", [0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68]],
    ["iso-8859-1", "\u0085", [0x85]],
    ["windows-1252", "5 €", [0x35, 0x20, 0x80]],
    ["iso-8859-15", "€", [0xa4]],
    ["iso-8859-9", "ğ\u0085", [0xf0, 0x85]],
    ["koi8-r", "Мир", [0xed, 0xc9, 0xd2]],
    ["Shift_JIS", "日ﾊ", [0x93, 0xfa, 0xca]],
    ["euc-jp", "日", [0xc6, 0xfc]],
    ["big5", "臺", [0xbb, 0x4f]],
    ["gbk", "中", [0xd6, 0xd0]],
    ["gb18030", "中é😀", [0xd6, 0xd0, 0xa8, 0xa6, 0x94, 0x39, 0xfc, 0x36]],
    ["utf-8", "€", [0xe2, 0x82, 0xac]],
    ["utf-16", "é", [0xfe, 0xff, 0x00, 0xe9]],
    ["utf-16le", "😀", [0x3d, 0xd8, 0x00, 0xde]],
    ["utf-32be", "😀", [0x00, 0x01, 0xf6, 0x00]],
  ])("%s: %s", (name, text, bytes) => {
    expect(encode(name, text)).toEqual({ ok: true, bytes: Uint8Array.from(bytes) });
  });
});

describe("a character that is missing in", () => {
  test.each([
    ["iso-8859-1", "5 €", "€"],
    ["us-ascii", "Zürich", "ü"],
    ["iso-8859-9", "€", "€"],
    ["iso-8859-11", "€", "€"],
    ["Shift_JIS", "日😀", "😀"],
    ["gbk", "😀", "😀"],
    ["utf-8", "a\ud800", "\ud800"],
    ["utf-16", "\udc00a", "\udc00"],
    ["gb18030", "\ud800", "\ud800"],
  ])("%s is told: %j", (name, text, missing) => {
    expect(encode(name, text)).toEqual({ ok: false, missing });
  });
});

test("a charset without a table is known, and not guessed at", () => {
  expect(encode("cp437", "é")).toEqual({ ok: null });
});

describe("what was encoded is decoded to the same text by the runtime's", () => {
  const names = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "iso-8859-2",
    "iso-8859-7",
    "windows-1251",
    "macintosh",
    "euc-jp",
    "shift_jis",
    "big5",
    "euc-kr",
    "gbk",
    "gb18030",
  ];
  test.each(names)("%s", (name) => {
    const decoder = new TextDecoder(name, { ignoreBOM: true });
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const encoded = encode(name, text);
        if (encoded.ok === true) expect(decoder.decode(encoded.bytes)).toBe(text);
        else expect(encoded.ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
