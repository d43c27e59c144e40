import { derInvalid } from "./der-header.ts";
import type { DerElement } from "./der-reader.ts";
import { describeTag, stringOctets } from "./der-values.ts";

/** Longest text that is read, in octets: names in certificates have 64 characters at most (RFC 5280, appendix A). */
const MAX_TEXT_BYTES = 64 * 1024;

/** How each string type of ASN.1 turns octets into text. */
const DECODERS = {
  utf8String: (octets) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets),
  printableString: decodeAscii,
  numericString: decodeAscii,
  ia5String: decodeAscii,
  visibleString: decodeAscii,
  // T.61 has a code of its own that nobody writes: issuers mean Latin-1, and OpenSSL reads it so.
  t61String: decodeLatin1,
  bmpString: decodeUtf16,
  universalString: decodeUtf32,
} as const satisfies Record<string, (octets: Uint8Array) => string>;

/** The names of the string types that {@link readString} reads. */
export type DerStringType = keyof typeof DECODERS;

const TYPES = Object.keys(DECODERS) as readonly DerStringType[];

/** The string type of an element, or null when it is something else. */
export function stringTypeOf(element: DerElement): DerStringType | null {
  return TYPES.find((type) => element.is(type)) ?? null;
}

/**
 * The text of a UTF8String, PrintableString, NumericString, IA5String, VisibleString, T61String, BMPString or
 * UniversalString. Octets that the type does not have (a surrogate on its own, bytes beyond ASCII in an IA5String) throw
 * `ERR_PASS_DER_INVALID`: read two ways, a name could be compared one way and shown another.
 */
export function readString(element: DerElement): string {
  const type = stringTypeOf(element);
  if (type === null) throw derInvalid(`Expected a string, found ${describeTag(element)}`, element.offset);
  const octets = stringOctets(element, type);
  if (octets.length > MAX_TEXT_BYTES) throw derInvalid("The string is too long", element.offset);
  try {
    return DECODERS[type](octets);
  } catch {
    throw derInvalid(`The octets are no ${type}`, element.offset);
  }
}

function decodeAscii(octets: Uint8Array): string {
  if (octets.some((octet) => octet > 0x7f)) throw new RangeError("not ASCII");
  return decodeLatin1(octets);
}

function decodeLatin1(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

function decodeUtf16(octets: Uint8Array): string {
  return new TextDecoder("utf-16be", { fatal: true, ignoreBOM: true }).decode(octets);
}

function decodeUtf32(octets: Uint8Array): string {
  if (octets.length % 4 !== 0) throw new RangeError("not whole characters");
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let text = "";
  for (let position = 0; position < octets.length; position += 4) {
    const point = view.getUint32(position);
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError("a surrogate on its own");
    text += String.fromCodePoint(point);
  }
  return text;
}
