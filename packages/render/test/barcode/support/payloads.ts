/** Bytes as a text of the same numbers, which ISO 8859-1 turns back into these bytes. */
export function latin1(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** The bytes of such a text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** What passes carry, by kind: message and messageEncoding. */
export const PAYLOADS: readonly (readonly [kind: string, message: string, messageEncoding: string])[] = [
  ["ASCII", "TICKET-0001: Row 7, seat 12a", "iso-8859-1"],
  ["Latin-1", "Zürich – Genève".replace("–", "-"), "iso-8859-1"],
  ["UTF-8", "café 5 €, 東京", "utf-8"],
  ["emoji", "🎟 seat 7 😀", "utf-8"],
  ["binary", latin1(Array.from({ length: 64 }, (_, at) => (at * 37 + 129) % 256)), "iso-8859-1"],
  ["control bytes", "\u0000\u0001\r\n\u001d\u007f\u0080\u00ff^FNC1", "iso-8859-1"],
  ["long", "https://example.com/t/3f2504e0-4f89?x=", "utf-8"],
  ["digits", "00123456789012345678901234567890123456789012345678", "iso-8859-1"],
  ["a single space", " ", "us-ascii"],
];
