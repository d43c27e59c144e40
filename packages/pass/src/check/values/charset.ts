import { type CharsetRow, findCharsetRow } from "./charset-names.ts";

/** What comes of encoding a text: its bytes, or the first character that the charset does not have. */
export type EncodedText =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly missing: string }
  /** The runtime has no table of this charset. */
  | { readonly ok: null };

/** A charset that can write text. */
export interface Charset {
  /** The name that IANA prefers. */
  readonly name: string;
  encode(text: string): EncodedText;
}

/**
 * The charset that a name of the IANA registry (preferred or alias, in any case) stands for, or null.
 *
 * ISO 8859-1 and US-ASCII are taken at their word, unlike in `TextDecoder`, where both are Windows-1252. For East Asian
 * charsets the runtime's tables are used, which know the common extensions; a charset that the runtime has no table for is
 * recognised, but does not encode.
 *
 * @example
 * ```ts
 * findCharset("latin1")?.encode("Zürich"); // { ok: true, bytes }
 * findCharset("iso-8859-1")?.encode("5 €"); // { ok: false, missing: "€" }
 * findCharset("PKBarcodeFormatQR"); // null
 * ```
 */
export function findCharset(name: string): Charset | null {
  const row = findCharsetRow(name);
  return row === null ? null : { name: row.name, encode: (text) => encodeAs(row, text) };
}

const UNKNOWN: EncodedText = { ok: null };

function encodeAs(row: CharsetRow, text: string): EncodedText {
  switch (row.kind) {
    case "utf-8":
      return text.isWellFormed() ? { ok: true, bytes: new TextEncoder().encode(text) } : loneSurrogateOf(text);
    case "utf-16":
    case "utf-16be":
    case "utf-16le":
      return encodeUnits(text, 2, row.kind);
    case "utf-32":
    case "utf-32be":
    case "utf-32le":
      return encodeUnits(text, 4, row.kind);
    case "ascii":
      return encodeByTable(text, (code) => (code < 0x80 ? code : null));
    case "latin1":
      return encodeByTable(text, (code) => (code < 0x100 ? code : null));
    case "single":
    case "single-iso":
      return encodeSingle(row, text);
    case "double":
    case "gb18030":
      return encodeDouble(row, text);
    case "opaque":
      return UNKNOWN;
    default:
      return row.kind satisfies never;
  }
}

/** UTF-16 and UTF-32; without a byte order in the name they begin with a mark. */
function encodeUnits(text: string, size: 2 | 4, kind: string): EncodedText {
  if (!text.isWellFormed()) return loneSurrogateOf(text);
  const units = size === 2 ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)) : Array.from(text, codeOf);
  if (kind === "utf-16" || kind === "utf-32") units.unshift(0xfeff);
  const bytes = new Uint8Array(units.length * size);
  const view = new DataView(bytes.buffer);
  for (const [at, unit] of units.entries()) {
    if (size === 2) view.setUint16(at * 2, unit, kind.endsWith("le"));
    else view.setUint32(at * 4, unit, kind.endsWith("le"));
  }
  return { ok: true, bytes };
}

/** The bytes of a code point, as one big-endian number, or null when the charset lacks it. */
type ToBytes = (code: number) => number | null;

function encodeByTable(text: string, toBytes: ToBytes): EncodedText {
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (const character of text) {
    const value = toBytes(codeOf(character));
    if (value === null) return { ok: false, missing: character };
    for (const shift of [24, 16, 8]) if (value >= 2 ** shift) bytes[length++] = (value / 2 ** shift) & 0xff;
    bytes[length++] = value & 0xff;
  }
  return { ok: true, bytes: bytes.slice(0, length) };
}

function encodeSingle({ kind, label = "" }: CharsetRow, text: string): EncodedText {
  if (isAscii(text)) return encodeByTable(text, (code) => code);
  const decoded = decodeWith(
    label,
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  if (decoded === null) return UNKNOWN;
  const table = new Map<number, number>();
  for (const [byte, character] of Array.from(decoded).entries()) table.set(codeOf(character), byte);
  table.delete(REPLACEMENT);
  if (kind === "single-iso") {
    for (const [code, byte] of table) if (byte >= 0x80 && byte < 0xa0) table.delete(code);
    for (let byte = 0x80; byte < 0xa0; byte += 1) table.set(byte, byte);
  }
  return encodeByTable(text, (code) => table.get(code) ?? null);
}

function encodeDouble({ kind, label = "" }: CharsetRow, text: string): EncodedText {
  if (isAscii(text)) return encodeByTable(text, (code) => code);
  const table = readDoubleTable(label);
  if (table === null) return UNKNOWN;
  const encoded = encodeByTable(text, (code) => (code < 0x80 ? code : (table.get(code) ?? null)));
  if (encoded.ok !== false || kind !== "gb18030") return encoded;
  const quads = readGb18030Quads();
  const quadOf: ToBytes = (code) => (code > 0xffff ? quadOfIndex(code - 0x10000 + QUADS_ABOVE) : (quads.get(code) ?? null));
  return encodeByTable(text, (code) => (code < 0x80 ? code : (table.get(code) ?? quadOf(code))));
}

/**
 * What every pair of bytes stands for, from one run of the decoder: a line feed after each pair ends whatever the pair
 * began, so that no sequence reaches into the next one.
 */
function readDoubleTable(label: string): ReadonlyMap<number, number> | null {
  const pairs: number[] = [];
  for (let byte = 0x80; byte < 0x100; byte += 1) pairs.push(byte);
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x30; trail < 0xff; trail += 1) pairs.push(lead * 0x100 + trail);
  }
  const bytes = new Uint8Array(pairs.length * 3);
  let length = 0;
  for (const pair of pairs) {
    if (pair >= 0x100) bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
    bytes[length++] = 0x0a;
  }
  const decoded = decodeWith(label, bytes.subarray(0, length));
  if (decoded === null) return null;
  const table = new Map<number, number>();
  for (const [at, character] of decoded.split("\n").entries()) {
    const code = character === "" ? REPLACEMENT : codeOf(character);
    const pair = pairs[at];
    // One character only: two mean that the pair was no sequence of its own. The first of several spellings counts.
    const isSequence = code !== REPLACEMENT && character.length === (code > 0xffff ? 2 : 1);
    if (pair !== undefined && isSequence && !table.has(code)) table.set(code, pair);
  }
  return table;
}

/** The four-byte sequences of GB 18030 below U+10000, counted as in its annex, are the first 39 420. */
const QUADS_BELOW = 39_420;
/** Number of the sequence of U+10000; above it they follow the code points. */
const QUADS_ABOVE = 189_000;

function readGb18030Quads(): ReadonlyMap<number, number> {
  const bytes = new Uint8Array(QUADS_BELOW * 4);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < QUADS_BELOW; index += 1) view.setUint32(index * 4, quadOfIndex(index));
  const table = new Map<number, number>();
  for (const [index, character] of Array.from(decodeWith("gb18030", bytes) ?? "").entries()) {
    table.set(codeOf(character), quadOfIndex(index));
  }
  return table;
}

/** The sequence of a number: digits of bases 10, 126, 10 and 126 with the first bytes 81, 30, 81 and 30. */
function quadOfIndex(index: number): number {
  const digits = [index / 12_600 + 0x81, ((index / 1260) % 10) + 0x30, ((index / 10) % 126) + 0x81, (index % 10) + 0x30];
  return digits.reduce((value, digit) => value * 0x100 + Math.floor(digit), 0);
}

const REPLACEMENT = 0xfffd;

function decodeWith(label: string, bytes: Uint8Array): string | null {
  try {
    // ignoreBOM: a pair of bytes must not vanish because it looks like a mark.
    return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  } catch {
    // RangeError: not every runtime is built with every table.
    return null;
  }
}

function loneSurrogateOf(text: string): EncodedText {
  return { ok: false, missing: Array.from(text).find((character) => isSurrogate(codeOf(character))) ?? "" };
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
