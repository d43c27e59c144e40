import { PassError } from "../errors.ts";

/** How the bytes of a JSON file stand for its text. Only `utf-8` is JSON (RFC 8259 §8.1); the others are read and reported. */
export type JsonEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The text of a JSON file, and what is needed to write the same bytes again. */
export interface JsonText {
  readonly text: string;
  readonly encoding: JsonEncoding;
  readonly byteOrderMark: boolean;
}

/**
 * Decodes a JSON file without losing a bit: {@link encodeJsonText} gives back the same bytes. UTF-16 is known by its mark
 * or by the zeros beside its letters; bytes that are no UTF-8 are taken for Windows-1252, in which every byte has a
 * character.
 *
 * @throws {PassError} `ERR_PASS_JSON_INVALID` for UTF-32 and for half a UTF-16 unit.
 */
export function decodeJsonText(bytes: Uint8Array): JsonText {
  const [a, b, c, d] = bytes;
  if ((a === 0 && b === 0 && (c === 0 || c === 0xfe)) || (b === (a === 0xff ? 0xfe : 0) && c === 0 && d === 0)) {
    throw new PassError("ERR_PASS_JSON_INVALID", "The JSON text is in UTF-32.", {
      details: { line: 1, column: 1, what: "UTF-32" },
    });
  }
  if (a === 0xfe && b === 0xff) return readUtf16(bytes, 2, "utf-16be");
  if (a === 0xff && b === 0xfe) return readUtf16(bytes, 2, "utf-16le");
  if (hasZeros(bytes, 0)) return readUtf16(bytes, 0, "utf-16be");
  if (hasZeros(bytes, 1)) return readUtf16(bytes, 0, "utf-16le");
  const byteOrderMark = a === 0xef && b === 0xbb && c === 0xbf;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(byteOrderMark ? bytes.subarray(3) : bytes);
    return { text, encoding: "utf-8", byteOrderMark };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", byteOrderMark: false };
  }
}

/** Whether the first of every two bytes (or the second) is zero, as in UTF-16 with few letters beyond ASCII. */
function hasZeros(bytes: Uint8Array, first: 0 | 1): boolean {
  const units = Math.min(16, Math.floor(bytes.length / 2));
  let zeros = 0;
  for (let unit = 0; unit < units; unit++) if (bytes[2 * unit + first] === 0 && bytes[2 * unit + 1 - first] !== 0) zeros++;
  return units > 1 && zeros * 4 >= units * 3;
}

function readUtf16(bytes: Uint8Array, start: number, encoding: "utf-16le" | "utf-16be"): JsonText {
  if (bytes.length % 2 !== 0) {
    throw new PassError("ERR_PASS_JSON_INVALID", "The JSON text is in UTF-16 and ends with half a character.", {
      details: { line: 1, column: 1, what: "half a UTF-16 unit" },
    });
  }
  // Unit by unit, because TextDecoder replaces single surrogates.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let chunk = start; chunk < bytes.length; chunk += 8192) {
    const units: number[] = [];
    for (let offset = chunk; offset < Math.min(chunk + 8192, bytes.length); offset += 2)
      units.push(view.getUint16(offset, encoding === "utf-16le"));
    parts.push(String.fromCharCode(...units));
  }
  return { text: parts.join(""), encoding, byteOrderMark: start > 0 };
}

/** The bytes of a text in the encoding it came in. Characters that Windows-1252 lacks must have been escaped before. */
export function encodeJsonText({ text, encoding, byteOrderMark }: JsonText): Uint8Array<ArrayBuffer> {
  if (encoding === "windows-1252") return encodeWindows1252(text);
  const full = byteOrderMark ? `\ufeff${text}` : text;
  if (encoding === "utf-8") return new TextEncoder().encode(full);
  const view = new DataView(new ArrayBuffer(full.length * 2));
  for (let index = 0; index < full.length; index++) view.setUint16(index * 2, full.charCodeAt(index), encoding === "utf-16le");
  return new Uint8Array(view.buffer);
}

/** The inverse of the platform's decoder, which gives each of the 256 bytes a character of its own. */
function encodeWindows1252(text: string): Uint8Array<ArrayBuffer> {
  const upper = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index));
  return Uint8Array.from(text, (letter) => {
    const place = upper.indexOf(letter);
    return place < 0 ? letter.charCodeAt(0) : 0x80 + place;
  });
}
