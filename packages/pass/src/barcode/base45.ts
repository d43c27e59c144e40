/** RFC 9285 table 1: the characters that a QR code packs at eleven bits a pair. */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const VALUES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(Array.from(ALPHABET, (character, value) => [character, value]));

/** Bytes as Base45 (RFC 9285 §4): two become three characters, a last one two. */
export function toBase45(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 2) {
    const isPair = index + 1 < bytes.length;
    let rest = isPair ? (bytes[index] ?? 0) * 256 + (bytes[index + 1] ?? 0) : (bytes[index] ?? 0);
    for (let count = isPair ? 3 : 2; count > 0; count -= 1) {
      text += ALPHABET[rest % 45];
      rest = Math.floor(rest / 45);
    }
  }
  return text;
}

/** The bytes of Base45 text; null for text that no encoder makes (RFC 9285 §6). */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 3 === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let at = 0;
  for (let index = 0; index < text.length; index += 3) {
    const digits = Array.from(text.slice(index, index + 3), (character) => VALUES.get(character));
    let value = 0;
    for (const digit of digits.toReversed()) {
      if (digit === undefined) return null;
      value = value * 45 + digit;
    }
    if (digits.length === 3) {
      if (value > 0xffff) return null;
      bytes[at++] = value >>> 8;
    } else if (value > 0xff) return null;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}
