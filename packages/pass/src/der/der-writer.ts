import { PassError } from "../errors.ts";
import { concatBytes } from "./bytes.ts";
import { DER_TAGS } from "./der-tags.ts";

/** Bytes that a function of this file made, or any other bytes that already are an element. */
export type DerBytes = Uint8Array<ArrayBuffer>;

const CONSTRUCTED = 0x20;
const CONTEXT = 0x80;

/**
 * An element from its identifier octet and its contents. The named functions below are this one with a tag; parts are
 * elements already encoded, so what was encoded elsewhere goes in as it is.
 *
 * @example
 * ```ts
 * derElement(0x13, new TextEncoder().encode("US")); // a PrintableString
 * ```
 */
export function derElement(identifier: number, ...contents: readonly Uint8Array[]): DerBytes {
  let length = 0;
  for (const part of contents) length += part.length;
  const lengthOctets = encodeLength(length);
  return concatBytes([new Uint8Array([identifier, ...lengthOctets]), ...contents]);
}

/** SEQUENCE of the parts. */
export function derSequence(...parts: readonly Uint8Array[]): DerBytes {
  return derElement(DER_TAGS.sequence | CONSTRUCTED, ...parts);
}

/** SET OF the parts, in the order that DER demands (X.690 §11.6). */
export function derSet(...parts: readonly Uint8Array[]): DerBytes {
  return derElement(DER_TAGS.set | CONSTRUCTED, ...parts.toSorted(compareOctets));
}

/** Context tag `[number]`: constructed around elements (EXPLICIT), or primitive around contents (IMPLICIT). */
export function derContext(number: number, constructed: boolean, ...parts: readonly Uint8Array[]): DerBytes {
  if (!Number.isInteger(number) || number < 0 || number > 30) throw unwritable(`No such context tag: ${number}`);
  return derElement(CONTEXT | (constructed ? CONSTRUCTED : 0) | number, ...parts);
}

/** The same element under the context tag `[number]`: IMPLICIT tagging. */
export function derRetag(number: number, element: Uint8Array): DerBytes {
  const constructed = ((element[0] ?? 0) & CONSTRUCTED) !== 0;
  const tagged = new Uint8Array(element);
  tagged[0] = CONTEXT | (constructed ? CONSTRUCTED : 0) | number;
  return tagged;
}

export function derBoolean(value: boolean): DerBytes {
  return derElement(DER_TAGS.boolean, new Uint8Array([value ? 0xff : 0]));
}

/** INTEGER from a number without fraction, or a bigint. */
export function derInteger(value: number | bigint): DerBytes {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw unwritable(`Not a whole number: ${value}`);
  const octets: number[] = [];
  let rest = BigInt(value);
  for (;;) {
    const octet = Number(BigInt.asUintN(8, rest));
    octets.unshift(octet);
    rest >>= 8n;
    // Done once what is left is only the sign that the highest bit already says (X.690 §8.3.3).
    if (rest === (octet >= 0x80 ? -1n : 0n)) return derElement(DER_TAGS.integer, new Uint8Array(octets));
  }
}

/** INTEGER from the octets of a number that is not negative, such as a serial number or a modulus. */
export function derUnsignedInteger(octets: Uint8Array): DerBytes {
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start += 1;
  const shortest = octets.subarray(start);
  const signOctet = (shortest[0] ?? 0x80) >= 0x80 ? new Uint8Array(1) : new Uint8Array(0);
  return derElement(DER_TAGS.integer, signOctet, shortest);
}

export function derNull(): DerBytes {
  return derElement(DER_TAGS.null);
}

/** OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): DerBytes {
  const valid = /^[0-2](?:\.(?:0|[1-9]\d{0,38})){1,30}$/.test(dotted);
  const [first = 0n, second = 0n, ...rest] = valid ? dotted.split(".").map(BigInt) : [];
  if (!valid || (first < 2n && second > 39n)) throw unwritable(`Not an object identifier: ${dotted}`);
  const arcs = [first * 40n + second, ...rest];
  return derElement(DER_TAGS.oid, new Uint8Array(arcs.flatMap(base128)));
}

export function derOctetString(octets: Uint8Array): DerBytes {
  return derElement(DER_TAGS.octetString, octets);
}

/** BIT STRING; `unusedBits` of the last octet do not count and are cleared. */
export function derBitString(octets: Uint8Array, unusedBits: number = 0): DerBytes {
  if (unusedBits < 0 || unusedBits > 7 || (octets.length === 0 && unusedBits > 0)) {
    throw unwritable(`Not a count of unused bits: ${unusedBits}`);
  }
  const cleared = new Uint8Array(octets);
  const last = cleared.length - 1;
  if (last >= 0) cleared[last] = (cleared[last] ?? 0) & (0xff << unusedBits);
  return derElement(DER_TAGS.bitString, new Uint8Array([unusedBits]), cleared);
}

/** A named bit list, such as KeyUsage: the bits that are set, without closing zeros (X.690 §11.2.2). */
export function derNamedBits(...bits: readonly number[]): DerBytes {
  const highest = Math.max(-1, ...bits);
  const octets = new Uint8Array(Math.floor(highest / 8) + 1);
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return derBitString(octets, highest < 0 ? 0 : 7 - (highest & 7));
}

export function derUtf8String(text: string): DerBytes {
  return derElement(DER_TAGS.utf8String, new TextEncoder().encode(text));
}

/** PrintableString; throws where the text has other characters than letters, digits, space and `'()+,-./:=?`. */
export function derPrintableString(text: string): DerBytes {
  if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) throw unwritable(`Not a PrintableString: ${JSON.stringify(text)}`);
  return derElement(DER_TAGS.printableString, new TextEncoder().encode(text));
}

/** IA5String; throws where the text is not ASCII. */
export function derIa5String(text: string): DerBytes {
  const octets = new TextEncoder().encode(text);
  if (octets.some((octet) => octet > 0x7f)) throw unwritable(`Not an IA5String: ${JSON.stringify(text)}`);
  return derElement(DER_TAGS.ia5String, octets);
}

/**
 * A time to the second as certificates and signatures write it: UTCTime from 1950 to 2049, GeneralizedTime before and
 * after (RFC 5280 §4.1.2.5, RFC 5652 §11.3). Milliseconds are dropped.
 */
export function derTime(date: Date): DerBytes {
  const year = Number.isNaN(date.getTime()) ? -1 : date.getUTCFullYear();
  if (year < 0 || year > 9999) throw unwritable("The date has no four-digit year");
  const digits = `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`;
  const short = year >= 1950 && year <= 2049;
  const octets = new TextEncoder().encode(short ? digits.slice(2) : digits);
  return derElement(short ? DER_TAGS.utcTime : DER_TAGS.generalizedTime, octets);
}

function encodeLength(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

function base128(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}

/** Octet by octet; of two where one begins with the other the shorter comes first, as X.690 §11.6 pads it with zeros. */
export function compareOctets(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function unwritable(message: string): PassError {
  return new PassError("ERR_PASS_DER_INVALID", message);
}
