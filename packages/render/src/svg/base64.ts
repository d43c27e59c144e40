const LETTERS = Uint8Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", (letter) =>
  letter.charCodeAt(0),
);
const PADDING = 0x3d;

/** Bytes as Base64 (RFC 4648, section 4). Written as bytes and read as a text at once: `btoa` wants the bytes as a text first. */
export function encodeBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  const whole = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let at = 0; at < whole; at += 3, to += 4) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to] = LETTERS[three >> 18] ?? 0;
    letters[to + 1] = LETTERS[(three >> 12) & 63] ?? 0;
    letters[to + 2] = LETTERS[(three >> 6) & 63] ?? 0;
    letters[to + 3] = LETTERS[three & 63] ?? 0;
  }
  const rest = bytes.length - whole;
  if (rest > 0) {
    const last = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
    letters[to] = LETTERS[last >> 18] ?? 0;
    letters[to + 1] = LETTERS[(last >> 12) & 63] ?? 0;
    letters[to + 2] = rest === 2 ? (LETTERS[(last >> 6) & 63] ?? 0) : PADDING;
    letters[to + 3] = PADDING;
  }
  return new TextDecoder().decode(letters);
}
