const LETTERS = Uint8Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (letter) =>
  letter.charCodeAt(0),
);
const PADDING = 0x3d;

/** A multiple of 3, so that only the last piece is padded. */
const PIECE = 24_576;

/**
 * Bytes as Base64 (RFC 4648, section 4), in pieces. Written as bytes and read as a text: `btoa` wants the bytes as a text first.
 * One buffer serves all pieces: a picture of a megabyte leaves no second megabyte for the engine to clear away.
 */
export function* base64Pieces(bytes: Uint8Array): Generator<string> {
  const letters = new Uint8Array(Math.ceil(Math.min(PIECE, bytes.length) / 3) * 4);
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length; from += PIECE) {
    const count = writeLetters(bytes, from, Math.min(bytes.length, from + PIECE), letters);
    yield decoder.decode(letters.subarray(0, count));
  }
}

/** @returns how many letters were written. */
function writeLetters(bytes: Uint8Array, from: number, end: number, letters: Uint8Array): number {
  const rest = (end - from) % 3;
  let to = 0;
  for (let at = from; at < end - rest; at += 3, to += 4) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to] = LETTERS[three >> 18] ?? 0;
    letters[to + 1] = LETTERS[(three >> 12) & 63] ?? 0;
    letters[to + 2] = LETTERS[(three >> 6) & 63] ?? 0;
    letters[to + 3] = LETTERS[three & 63] ?? 0;
  }
  if (rest === 0) return to;
  const last = ((bytes[end - rest] ?? 0) << 16) | (rest === 2 ? (bytes[end - 1] ?? 0) << 8 : 0);
  letters[to] = LETTERS[last >> 18] ?? 0;
  letters[to + 1] = LETTERS[(last >> 12) & 63] ?? 0;
  letters[to + 2] = rest === 2 ? (LETTERS[(last >> 6) & 63] ?? 0) : PADDING;
  letters[to + 3] = PADDING;
  return to + 4;
}
