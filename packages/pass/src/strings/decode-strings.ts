import { stringsError } from "./strings-error.ts";
import type { StringsEncoding } from "./strings-file.ts";

export interface DecodedStrings {
  readonly encoding: StringsEncoding;
  readonly hasByteOrderMark: boolean;
  /** Without the byte order mark. */
  readonly text: string;
}

/**
 * The byte order mark tells the encoding; without one the first letter does, which is a quote, a slash, a blank or a plain letter
 * and so has a zero byte beside it in UTF-16. Everything else must be UTF-8: another encoding gives wrong letters on a device.
 */
export function decodeStrings(bytes: Uint8Array): DecodedStrings {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, "utf-16be", true);
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, "utf-16le", true);
  if (first === 0 && second !== 0 && second !== undefined) return decodeUtf16(bytes, "utf-16be", false);
  if (second === 0 && first !== 0) return decodeUtf16(bytes, "utf-16le", false);
  const hasByteOrderMark = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(hasByteOrderMark ? bytes.subarray(3) : bytes);
    return { encoding: "utf-8", hasByteOrderMark, text };
  } catch {
    throw stringsError("it is neither UTF-8 nor UTF-16", null);
  }
}

/** Letters taken from a chunk at a time: so many arguments a function may have everywhere. */
const CHUNK = 4096;

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", hasByteOrderMark: boolean): DecodedStrings {
  if (bytes.length % 2 !== 0) throw stringsError("it is UTF-16 with half a letter at its end", null);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = hasByteOrderMark ? 2 : 0; at < bytes.length; at += 2 * CHUNK) {
    const count = Math.min(CHUNK, (bytes.length - at) / 2);
    const start = at;
    text += String.fromCharCode(
      ...Array.from({ length: count }, (_, index) => view.getUint16(start + 2 * index, encoding === "utf-16le")),
    );
  }
  if (!text.isWellFormed()) throw stringsError("it is UTF-16 with half a surrogate pair", null);
  return { encoding, hasByteOrderMark, text };
}
