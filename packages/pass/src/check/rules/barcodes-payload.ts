import { type EncodedBarcode, encodedBarcodes, overlongBarcodes } from "../barcode-entries.ts";
import { inPass, shown } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { BARCODE_CAPACITY, countCode128Symbols, ean13CheckDigit } from "../values/barcode-capacity.ts";

const CODE_128_GENERATOR = "https://developer.apple.com/documentation/coreimage/cicode128barcodegenerator";

/** Beyond this many symbols of 11 modules a bar is thinner than a scanner sees on a phone held upright. */
const MAX_CODE_128_SYMBOLS = 30;

/** Bytes of one UTF-16 unit in UTF-32, with a share of the mark before it; no charset takes more. */
const MAX_BYTES_PER_UNIT = 5;

/** Symbologies whose scanners rarely expect UTF-8. */
const LATIN_FORMATS: ReadonlySet<string> = /* @__PURE__ */ new Set(["PKBarcodeFormatPDF417", "PKBarcodeFormatCode128"]);

/** What is in a barcode: characters against the encoding, the length and the alphabet of the code. */
export const BARCODE_PAYLOAD_RULES: readonly Rule[] = [
  {
    id: "barcode-encoding-fit",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check(subject) {
      for (const { path, charset, encode } of encodedBarcodes(subject)) {
        const encoded = encode();
        if (encoded.ok !== false || charset === null) continue;
        yield inPass([...path, "message"], {
          character: shown(encoded.missing),
          codePoint: codePointOf(encoded.missing),
          encoding: charset.name,
        });
      }
    },
  },
  {
    id: "barcode-encoding-utf8",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.guideCreating, SOURCES.bundleTopLevel],
    *check(subject) {
      for (const { path, format, message, charset } of encodedBarcodes(subject)) {
        if (charset?.name !== "UTF-8" || !LATIN_FORMATS.has(format)) continue;
        const character = /[^\p{ASCII}]/u.exec(message)?.[0];
        if (character !== undefined) yield inPass([...path, "messageEncoding"], { format, character: shown(character) });
      }
    },
  },
  capacityRule("barcode-cap-qr", "PKBarcodeFormatQR"),
  capacityRule("barcode-cap-aztec", "PKBarcodeFormatAztec"),
  capacityRule("barcode-cap-pdf417", "PKBarcodeFormatPDF417"),
  {
    id: "barcode-code128-charset",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.barcodes, CODE_128_GENERATOR],
    *check(subject) {
      for (const { path, message } of ofFormat(subject, "PKBarcodeFormatCode128")) {
        const character = /[^\p{ASCII}]/u.exec(message)?.[0];
        if (character === undefined) continue;
        yield inPass([...path, "message"], { character: shown(character), codePoint: codePointOf(character) });
      }
    },
  },
  {
    id: "barcode-code128-length",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check(subject) {
      for (const { path, message } of ofFormat(subject, "PKBarcodeFormatCode128")) {
        const symbols = countCode128Symbols(message);
        if (symbols > MAX_CODE_128_SYMBOLS) yield inPass([...path, "message"], { length: message.length, symbols });
      }
      for (const { path, format, message } of overlongBarcodes(subject)) {
        if (format !== "PKBarcodeFormatCode128") continue;
        yield inPass([...path, "message"], { length: message.length, symbols: Math.ceil(message.length / 2) });
      }
    },
  },
  {
    id: "barcode-code39-charset",
    severity: "error",
    effect: "loses",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.testsIos27, SOURCES.generator],
    *check(subject) {
      for (const { path, message } of ofFormat(subject, "PKBarcodeFormatCode39")) {
        const character = /[^0-9A-Z \-.$/+%]/u.exec(message)?.[0];
        if (character !== undefined) yield inPass([...path, "message"], { character: shown(character), value: shown(message) });
      }
    },
  },
  {
    id: "barcode-codabar-charset",
    severity: "error",
    effect: "loses",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.testsIos27, SOURCES.generator],
    *check(subject) {
      for (const { path, message } of ofFormat(subject, "PKBarcodeFormatCodabar")) {
        if (!/^[A-D]?[0-9\-$:/.+]+[A-D]?$/u.test(message)) yield inPass([...path, "message"], { value: shown(message) });
      }
    },
  },
  {
    id: "barcode-ean13",
    severity: "error",
    effect: "loses",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.testsIos27, SOURCES.generator],
    *check(subject) {
      for (const { path, message } of ofFormat(subject, "PKBarcodeFormatEAN13")) {
        const isNumber = /^\d{12,13}$/u.test(message);
        const full = `${message.slice(0, 12)}${ean13CheckDigit(message)}`;
        if (isNumber && full.startsWith(message)) continue;
        yield inPass([...path, "message"], { value: shown(message), expected: isNumber ? shown(full) : "12 or 13 digits" });
      }
    },
  },
  {
    id: "barcode-itf-even",
    severity: "error",
    effect: "loses",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.testsIos27, SOURCES.generator],
    *check(subject) {
      for (const { path, message } of ofFormat(subject, "PKBarcodeFormatI2of5")) {
        if (/^(?:\d\d)+$/u.test(message)) continue;
        yield inPass([...path, "message"], { value: shown(message) });
      }
    },
  },
  {
    id: "barcode-control-chars",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check(subject) {
      for (const { path, message } of encodedBarcodes(subject)) {
        const control = strayControlIn(message);
        if (control !== null) yield inPass([...path, "message"], { codePoint: codePointOf(control), value: shown(message) });
      }
    },
  },
];

function capacityRule(id: string, format: keyof typeof BARCODE_CAPACITY): Rule {
  const { bytes, digits } = BARCODE_CAPACITY[format];
  return {
    id,
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check(subject) {
      for (const { path, message, encode } of ofFormat(subject, format)) {
        if (message.length * MAX_BYTES_PER_UNIT < bytes) continue;
        const encoded = encode();
        // Without a known encoding a character is a byte at least.
        const length = encoded.ok === true ? encoded.bytes.length : message.length;
        const limit = /^\d+$/u.test(message) ? digits : bytes;
        if (length > limit) yield inPass([...path, "message"], { length, limit });
      }
      for (const entry of overlongBarcodes(subject)) {
        if (entry.format === format) yield inPass([...entry.path, "message"], { length: entry.message.length, limit: bytes });
      }
    },
  };
}

function* ofFormat(subject: CheckSubject, format: string): Generator<EncodedBarcode> {
  for (const barcode of encodedBarcodes(subject)) if (barcode.format === format) yield barcode;
}

/** Structured payloads that have control characters by design: ISO/IEC 15434 envelopes, driving licences, UIC train tickets. */
const STRUCTURED = /^(?:\[\)>\p{Cc}|@\n|#UT\d{2})/u;

/** Payloads with NUL or more control characters than this are binary data. */
const MAX_STRAY_CONTROLS = 8;

/** A control character that someone typed or pasted, such as a line end. The separator GS belongs to GS1 codes. */
function strayControlIn(message: string): string | null {
  if (STRUCTURED.test(message)) return null;
  const controls = message.match(/\p{Cc}/gu)?.filter((character) => character !== "\u001d") ?? [];
  const isBinary = controls.length > MAX_STRAY_CONTROLS || controls.includes("\u0000");
  return isBinary ? null : (controls[0] ?? null);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
