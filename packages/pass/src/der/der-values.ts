import { bytesToHex } from "./bytes.ts";
import { derInvalid } from "./der-header.ts";
import type { DerElement } from "./der-reader.ts";
import { DER_TAGS, type DerTypeName } from "./der-tags.ts";

/** Most octets of an INTEGER that becomes a bigint: an RSA modulus of 16,384 bits. */
const MAX_INTEGER_BYTES = 2049;

/** Most octets of an OBJECT IDENTIFIER; real ones have about ten. */
const MAX_OID_BYTES = 64;

/** How deep the pieces of a BER string may lie in each other; CMS writers use one level. */
const MAX_STRING_DEPTH = 8;

/** Throws `ERR_PASS_DER_INVALID` unless the element has that universal type. */
export function expectDer(element: DerElement, type: DerTypeName): DerElement {
  if (!element.is(type)) throw derInvalid(`Expected ${type}, found ${describeTag(element)}`, element.offset);
  return element;
}

/** A tag for people: `sequence`, `[0]`. */
export function describeTag(element: DerElement): string {
  if (element.tagClass === "context") return `[${element.tag}]`;
  if (element.tagClass !== "universal") return `${element.tagClass} ${element.tag}`;
  const known = Object.entries(DER_TAGS).find(([, tag]) => tag === element.tag);
  return known?.[0] ?? `type ${element.tag}`;
}

/** The children of a SEQUENCE. */
export function readSequence(element: DerElement): readonly DerElement[] {
  return expectDer(element, "sequence").children;
}

/** The children of a SET, in the order of the file. */
export function readSet(element: DerElement): readonly DerElement[] {
  return expectDer(element, "set").children;
}

/** The one element inside a constructed element, such as an EXPLICIT tag. */
export function readOnlyChild(element: DerElement): DerElement {
  const [child, another] = element.children;
  if (child === undefined || another !== undefined) throw derInvalid("Expected one element inside", element.offset);
  return child;
}

/** A BOOLEAN. DER writes true as 0xff alone (X.690 §11.1). */
export function readBoolean(element: DerElement): boolean {
  const contents = primitive(element, "boolean").contents;
  const [octet] = contents;
  if (contents.length !== 1 || octet === undefined) throw derInvalid("A BOOLEAN has one octet", element.offset);
  if (element.encoding === "der" && octet !== 0 && octet !== 0xff) {
    throw derInvalid("DER writes true as 0xff", element.offset);
  }
  return octet !== 0;
}

/** The octets of an INTEGER: two's complement, most significant first, the shortest form (X.690 §8.3.2). */
export function readIntegerBytes(element: DerElement): Uint8Array {
  const contents = primitive(element, "integer").contents;
  const [first, second] = contents;
  if (first === undefined) throw derInvalid("An INTEGER has at least one octet", element.offset);
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw derInvalid("An INTEGER is not in its shortest form", element.offset);
  }
  return contents;
}

/** An INTEGER of at most 16,384 bits. */
export function readInteger(element: DerElement): bigint {
  const contents = readIntegerBytes(element);
  if (contents.length > MAX_INTEGER_BYTES) throw derInvalid("The INTEGER is too large", element.offset);
  return BigInt.asIntN(contents.length * 8, BigInt(`0x${bytesToHex(contents)}`));
}

/** An INTEGER that fits a double without loss, such as a version. */
export function readSmallInteger(element: DerElement): number {
  const contents = readIntegerBytes(element);
  if (contents.length > 6) throw derInvalid("The INTEGER is too large", element.offset);
  return Number(readInteger(element));
}

/** An OBJECT IDENTIFIER in dots: `1.2.840.113549.1.7.2` (X.690 §8.19). */
export function readOid(element: DerElement): string {
  const contents = primitive(element, "oid").contents;
  const last = contents.at(-1);
  if (last === undefined || last >= 0x80) throw derInvalid("The OBJECT IDENTIFIER is cut off", element.offset);
  if (contents.length > MAX_OID_BYTES) throw derInvalid("The OBJECT IDENTIFIER is too long", element.offset);
  const arcs: string[] = [];
  // Arcs may pass 2^53 (UUID-based ones have 128 bits): small steps in doubles, the rare long one as bigint.
  let arc = 0;
  let long: bigint | undefined;
  let starting = true;
  for (const octet of contents) {
    if (starting && octet === 0x80) throw derInvalid("An arc has leading zeros", element.offset);
    if (long === undefined && arc >= 2 ** 46) long = BigInt(arc);
    if (long === undefined) arc = arc * 128 + (octet & 0x7f);
    else long = long * 128n + BigInt(octet & 0x7f);
    starting = octet < 0x80;
    if (!starting) continue;
    if (arcs.length > 0) {
      arcs.push(String(long ?? arc));
    } else {
      // The first two arcs share a number: 40 × first + second, where first is 0, 1 or 2.
      const first = Math.min(Math.floor(arc / 40), 2);
      arcs.push(String(first), String(long === undefined ? arc - first * 40 : long - 80n));
    }
    arc = 0;
    long = undefined;
  }
  return arcs.join(".");
}

/** An OCTET STRING; in BER its pieces are put together (X.690 §8.7.3), otherwise it is a view of the input. */
export function readOctetString(element: DerElement): Uint8Array {
  return stringOctets(element, "octetString");
}

/** A BIT STRING's octets and how many bits of the last one do not count. */
export interface DerBitString {
  readonly bytes: Uint8Array;
  readonly unusedBits: number;
}

/** A BIT STRING in one piece (X.690 §8.6). */
export function readBitString(element: DerElement): DerBitString {
  const contents = primitive(element, "bitString").contents;
  const [unusedBits] = contents;
  if (unusedBits === undefined || unusedBits > 7 || (contents.length === 1 && unusedBits !== 0)) {
    throw derInvalid("The BIT STRING has a wrong count of unused bits", element.offset);
  }
  const last = contents.at(-1) ?? 0;
  if (element.encoding === "der" && contents.length > 1 && (last & ((1 << unusedBits) - 1)) !== 0) {
    throw derInvalid("The unused bits of a BIT STRING are not zero", element.offset);
  }
  return { bytes: contents.subarray(1), unusedBits };
}

/** The numbers of the bits that are set, of a named bit list such as KeyUsage (bit 0 is the most significant). */
export function readNamedBits(element: DerElement): ReadonlySet<number> {
  const { bytes, unusedBits } = readBitString(element);
  if (bytes.length > 8) throw derInvalid("The list of named bits is too long", element.offset);
  const count = bytes.length * 8 - unusedBits;
  const numbers = Array.from({ length: count }, (_, bit) => bit);
  return new Set(numbers.filter((bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0));
}

/** Throws unless the element is NULL without contents. */
export function readNull(element: DerElement): null {
  if (primitive(element, "null").contents.length > 0) throw derInvalid("A NULL has no contents", element.offset);
  return null;
}

/** The element, which must have that type and be primitive. */
export function primitive(element: DerElement, type: DerTypeName): DerElement {
  expectDer(element, type);
  if (element.constructed) throw derInvalid(`A ${type} is constructed`, element.offset);
  return element;
}

/** The octets of a string type, put together from its pieces where BER allows pieces. */
export function stringOctets(element: DerElement, type: DerTypeName): Uint8Array {
  expectDer(element, type);
  if (!element.constructed) return element.contents;
  if (element.encoding === "der") throw derInvalid(`DER has no ${type} in pieces`, element.offset);
  const pieces: Uint8Array[] = [];
  collectPieces(element, type, MAX_STRING_DEPTH, pieces);
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}

function collectPieces(element: DerElement, type: DerTypeName, depth: number, pieces: Uint8Array[]): void {
  if (depth === 0) throw derInvalid("The pieces of a string are nested too deep", element.offset);
  for (const piece of element.eachChild()) {
    // X.690 §8.7.3.2, §8.23.6: the pieces of a character string are octet strings or of its own type.
    if (!piece.is("octetString") && !piece.is(type)) throw derInvalid("A piece of a string is none", piece.offset);
    if (piece.constructed) collectPieces(piece, type, depth - 1, pieces);
    else pieces.push(piece.contents);
  }
}
