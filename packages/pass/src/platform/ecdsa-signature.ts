/** The NIST curves that WebCrypto knows, with the bytes of a coordinate. */
export const ECDSA_CURVES = [
  { name: "P-256", coordinateBytes: 32 },
  { name: "P-384", coordinateBytes: 48 },
  { name: "P-521", coordinateBytes: 66 },
] as const;

/**
 * X.509 and CMS hold an ECDSA signature as DER `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 §2.2.3), WebCrypto wants r
 * and s side by side, each as long as a coordinate (IEEE P1363). Null when the bytes are not strict DER of two positive
 * numbers that fit: a second spelling of the same signature is refused, as OpenSSL refuses it.
 */
export function fromDerSignature(der: Uint8Array, coordinateBytes: number): Uint8Array | null {
  const body = readTagged(der, 0, 0x30);
  if (!body || body.end !== der.length) return null;
  const r = readTagged(der, body.start, 0x02);
  const s = r && readTagged(der, r.end, 0x02);
  if (!s || s.end !== body.end) return null;
  const raw = new Uint8Array(2 * coordinateBytes);
  const fits =
    putInteger(der.subarray(r.start, r.end), raw.subarray(0, coordinateBytes)) &&
    putInteger(der.subarray(s.start, s.end), raw.subarray(coordinateBytes));
  return fits ? raw : null;
}

/** The way back: two numbers of equal length as DER. */
export function toDerSignature(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  const body = [...toInteger(raw.subarray(0, half)), ...toInteger(raw.subarray(half))];
  return Uint8Array.from([0x30, ...toLength(body.length), ...body]);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The content of a DER element with this tag; lengths up to 255, which is enough for P-521. */
function readTagged(der: Uint8Array, at: number, tag: number): Span | null {
  if (der[at] !== tag) return null;
  let length = der[at + 1] ?? Number.POSITIVE_INFINITY;
  let start = at + 2;
  if (length === 0x81) {
    length = der[at + 2] ?? Number.POSITIVE_INFINITY;
    start = at + 3;
    if (length < 0x80) return null;
  } else if (length > 0x7f) {
    return null;
  }
  const end = start + length;
  return end <= der.length ? { start, end } : null;
}

function putInteger(content: Uint8Array, target: Uint8Array): boolean {
  const first = content[0];
  if (first === undefined || first > 0x7f) return false;
  const padded = first === 0 && content.length > 1;
  if (padded && (content[1] ?? 0) < 0x80) return false;
  const magnitude = padded ? content.subarray(1) : content;
  if (magnitude.length > target.length) return false;
  target.set(magnitude, target.length - magnitude.length);
  return true;
}

function toInteger(magnitude: Uint8Array): number[] {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++;
  const digits = [...magnitude.subarray(start)];
  if ((digits[0] ?? 0) > 0x7f) digits.unshift(0);
  return [0x02, ...toLength(digits.length), ...digits];
}

function toLength(length: number): number[] {
  return length < 0x80 ? [length] : [0x81, length];
}
