const LETTERS = Uint8Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (letter) =>
  letter.charCodeAt(0),
);
const PADDING = 0x3d;

/** Letters that bytes become as Base64. */
export function base64Length(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / 3) * 4;
}

/** Writes bytes as Base64 (RFC 4648, section 4), as letters of ASCII: `btoa` wants the bytes as a text first. @returns where they end. */
export function writeBase64(bytes: Uint8Array, letters: Uint8Array, from: number): number {
  const rest = bytes.length % 3;
  let to = from;
  for (let at = 0; at < bytes.length - rest; at += 3, to += 4) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to] = LETTERS[three >> 18] ?? 0;
    letters[to + 1] = LETTERS[(three >> 12) & 63] ?? 0;
    letters[to + 2] = LETTERS[(three >> 6) & 63] ?? 0;
    letters[to + 3] = LETTERS[three & 63] ?? 0;
  }
  if (rest === 0) return to;
  const last = ((bytes[bytes.length - rest] ?? 0) << 16) | (rest === 2 ? (bytes[bytes.length - 1] ?? 0) << 8 : 0);
  letters[to] = LETTERS[last >> 18] ?? 0;
  letters[to + 1] = LETTERS[(last >> 12) & 63] ?? 0;
  letters[to + 2] = rest === 2 ? (LETTERS[(last >> 6) & 63] ?? 0) : PADDING;
  letters[to + 3] = PADDING;
  return to + 4;
}
