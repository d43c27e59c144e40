import { PassError } from "../errors.ts";

/** Which encoding rules an input must keep: DER (X.690 §10, one encoding per value) or BER (§8, many). */
export type DerEncoding = "der" | "ber";

/** Identifier and length octets of one element. */
export interface DerHeader {
  /** Index of the two class bits: universal, application, context, private. */
  readonly classBits: 0 | 1 | 2 | 3;
  readonly constructed: boolean;
  readonly tag: number;
  /** Where the contents begin. */
  readonly contentStart: number;
  /** Where the contents end; -1 for the indefinite form, whose end must be sought. */
  readonly contentEnd: number;
}

/** The error for bytes that are not DER (or BER), at an offset. */
export function derInvalid(message: string, offset: number): PassError {
  return new PassError("ERR_PASS_DER_INVALID", `${message} (offset ${offset})`, { details: { offset } });
}

/**
 * Reads identifier and length octets at `offset`; contents never reach past `end`.
 * Throws `ERR_PASS_DER_INVALID`.
 */
export function readDerHeader(bytes: Uint8Array, offset: number, end: number, encoding: DerEncoding): DerHeader {
  let position = offset;
  const octet = (): number => {
    const value = position < end ? bytes[position] : undefined;
    if (value === undefined) throw derInvalid("The element is cut off", offset);
    position += 1;
    return value;
  };

  const identifier = octet();
  let tag = identifier & 0x1f;
  if (tag === 0x1f) tag = readLongTag(octet, offset);

  const constructed = (identifier & 0x20) !== 0;
  // The mask leaves two bits.
  const classBits = (identifier >> 6) as 0 | 1 | 2 | 3;
  const first = octet();
  if (first === 0x80) {
    if (encoding === "der") throw derInvalid("DER has no indefinite length", offset);
    if (!constructed) throw derInvalid("A primitive element has an indefinite length", offset);
    return { classBits, constructed, tag, contentStart: position, contentEnd: -1 };
  }
  const length = first < 0x80 ? first : readLongLength(octet, first & 0x7f, offset, encoding);
  if (length > end - position) {
    throw derInvalid(`The element says ${length} bytes, there are ${end - position}`, offset);
  }
  return { classBits, constructed, tag, contentStart: position, contentEnd: position + length };
}

/** Tag numbers of 31 and more (X.690 §8.1.2.4), up to 28 bits. */
function readLongTag(octet: () => number, offset: number): number {
  let tag = 0;
  for (let count = 0; count < 4; count += 1) {
    const value = octet();
    if (count === 0 && value === 0x80) throw derInvalid("The tag number has leading zeros", offset);
    tag = tag * 128 + (value & 0x7f);
    if (value < 0x80) {
      if (tag < 0x1f) throw derInvalid("A small tag number is written in the long form", offset);
      return tag;
    }
  }
  throw derInvalid("The tag number is too large", offset);
}

/** The long form of a length (X.690 §8.1.3.5); DER allows it only where it is the shortest (§10.1). */
function readLongLength(octet: () => number, count: number, offset: number, encoding: DerEncoding): number {
  if (count === 0x7f) throw derInvalid("The length octet 0xff is reserved", offset);
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    const value = octet();
    if (encoding === "der" && index === 0 && value === 0) throw derInvalid("The length has leading zeros", offset);
    length = length * 256 + value;
    // Stops before a double loses whole numbers: no input is that long.
    if (length > 0xffff_ffff) throw derInvalid("The length is too large", offset);
  }
  if (encoding === "der" && length < 0x80) throw derInvalid("A short length is written in the long form", offset);
  return length;
}
