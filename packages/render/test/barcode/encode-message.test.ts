import { expect, test } from "vitest";
import { encodeMessage } from "../../src/barcode/encode-message.ts";

test.each([
  ["Zürich", "ISO_8859-1:1987", [0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68]],
  ["ü", "Latin1", [0xfc]],
  ["ü", "utf8", [0xc3, 0xbc]],
  ["😀", "UTF-8", [0xf0, 0x9f, 0x98, 0x80]],
  ["ü", "utf-16le", [0xfc, 0x00]],
  ["ü", "utf-16", [0xfe, 0xff, 0x00, 0xfc]],
  ["5 €", "windows-1252", [0x35, 0x20, 0x80]],
  ["€", "iso-8859-15", [0xa4]],
  ["日本", "Shift_JIS", [0x93, 0xfa, 0x96, 0x7b]],
  ["中", "gb18030", [0xd6, 0xd0]],
  ["Ж", "koi8-r", [0xf6]],
] as const)("%s in %s", (message, messageEncoding, bytes) => {
  expect(encodeMessage(message, messageEncoding)).toEqual({ ok: true, bytes: Uint8Array.from(bytes) });
});

test("what a charset lacks is named, and ISO 8859-1 has no euro sign though browsers think so", () => {
  expect(encodeMessage("5 €", "iso-8859-1")).toEqual({
    ok: false,
    reason: { code: "character-not-in-encoding", character: "€", messageEncoding: "ISO-8859-1" },
  });
});
