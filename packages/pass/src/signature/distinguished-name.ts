import { bytesToHex, equalBytes } from "../der/bytes.ts";
import type { DerElement } from "../der/der-reader.ts";
import { readString, stringTypeOf } from "../der/der-strings.ts";
import { readOid, readSequence, readSet } from "../der/der-values.ts";
import { readFields } from "../der/der-fields.ts";
import { derInvalid } from "../der/der-header.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";

/** One attribute of a name, such as its common name. */
export interface NameAttribute {
  /** Object identifier in dots. */
  readonly type: string;
  /** The text; null where the value is no string or its octets are none of its type. */
  readonly text: string | null;
  /** The text as names are compared by it, folded once: hostile files have names compared often. */
  readonly comparable: string | null;
  /** The value with tag and length. */
  readonly der: Uint8Array;
}

/** A name of X.501 as certificates hold it. */
export interface DistinguishedName {
  /** The whole Name as it is encoded, to copy or to compare octet by octet. */
  readonly der: Uint8Array;
  /** Relative names in the order of the file (the country usually first); nearly always of one attribute each. */
  readonly relativeNames: readonly (readonly NameAttribute[])[];
}

/** Reads a Name (RFC 5280 §4.1.2.4). Throws `ERR_PASS_DER_INVALID`. */
export function readName(element: DerElement): DistinguishedName {
  const { maxNameParts, maxNamePartAttributes } = SIGNATURE_LIMITS;
  const parts = readSequence(element);
  if (parts.length > maxNameParts) throw derInvalid("The name has too many parts", element.offset);
  const relativeNames = parts.map((part) => {
    const attributes = readSet(part);
    if (attributes.length === 0) throw derInvalid("A part of the name is empty", part.offset);
    if (attributes.length > maxNamePartAttributes) throw derInvalid("A part of the name has too many attributes", part.offset);
    return attributes.map(readAttribute);
  });
  return { der: element.bytes, relativeNames };
}

function readAttribute(element: DerElement): NameAttribute {
  const fields = readFields(element);
  const type = readOid(fields.next("oid"));
  const value = fields.next();
  fields.end();
  const text = readText(value);
  return { type, text, comparable: text === null ? null : foldText(text), der: value.bytes };
}

function readText(value: DerElement): string | null {
  if (stringTypeOf(value) === null) return null;
  try {
    return readString(value);
  } catch (error) {
    // An odd attribute does not make the rest of a certificate unreadable; it has no text to compare.
    if (error instanceof PassError) return null;
    throw error;
  }
}

/**
 * The text of the one attribute of that type. Null where there is none, and where there are several: a name that says
 * two things is not believed either of them.
 */
export function nameAttribute(name: DistinguishedName, type: string): string | null {
  const found = name.relativeNames.flat().filter((attribute) => attribute.type === type);
  return found.length === 1 ? (found[0]?.text ?? null) : null;
}

/**
 * Whether two names are the same as RFC 5280 §7.1 compares them: attribute by attribute, case and repeated spaces apart,
 * whatever string types hold them. (Apple writes the same issuer as PrintableString and as UTF8String.)
 */
export function equalNames(left: DistinguishedName, right: DistinguishedName): boolean {
  if (left.relativeNames.length !== right.relativeNames.length) return false;
  if (equalBytes(left.der, right.der)) return true;
  return left.relativeNames.every((attributes, index) => equalRelativeNames(attributes, right.relativeNames[index] ?? []));
}

/** Attributes of one part are a set: their order says nothing. */
function equalRelativeNames(left: readonly NameAttribute[], right: readonly NameAttribute[]): boolean {
  if (left.length !== right.length) return false;
  const areIn = (some: readonly NameAttribute[], others: readonly NameAttribute[]): boolean =>
    some.every((attribute) => others.some((other) => equalAttributes(attribute, other)));
  return areIn(left, right) && areIn(right, left);
}

function equalAttributes(left: NameAttribute, right: NameAttribute): boolean {
  if (left.type !== right.type) return false;
  if (left.comparable === null || right.comparable === null) return equalBytes(left.der, right.der);
  return left.comparable === right.comparable;
}

/** RFC 4518 in what names of certificates need of it: NFKC, case, spaces. */
function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim().replaceAll(/\s+/gu, " ");
}

/** Short names of attribute types: RFC 4514 §3, and the few that certificates have beside those. */
const SHORT_NAMES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  [OIDS.commonName, "CN"],
  [OIDS.locality, "L"],
  [OIDS.stateOrProvince, "ST"],
  [OIDS.organization, "O"],
  [OIDS.organizationalUnit, "OU"],
  [OIDS.country, "C"],
  [OIDS.street, "STREET"],
  [OIDS.domainComponent, "DC"],
  [OIDS.userId, "UID"],
  [OIDS.emailAddress, "emailAddress"],
  [OIDS.serialNumber, "serialNumber"],
  [OIDS.surname, "SN"],
  [OIDS.givenName, "GN"],
  [OIDS.title, "title"],
]);

/**
 * A name for people, written as RFC 4514 says (the last relative name first): `CN=Apple Root CA,O=Apple Inc.,C=US`.
 * Control and direction characters are written as hex: names are printed on terminals, and an attacker chooses them.
 */
export function nameToString(name: DistinguishedName): string {
  return name.relativeNames
    .toReversed()
    .map((attributes) => attributes.map(attributeToString).join("+"))
    .join(",");
}

/**
 * A name in a sentence: its common name or else all of it, without what would rewrite a terminal, and never so long that
 * it drowns the sentence.
 */
export function nameInSentence(name: DistinguishedName): string {
  const commonName = nameAttribute(name, OIDS.commonName);
  const text = commonName === null ? nameToString(name) : commonName.replaceAll(UNPRINTABLE, "\u{fffd}");
  return text.length > MAX_SENTENCE_NAME ? `${text.slice(0, MAX_SENTENCE_NAME)}…` : text;
}

/** Twice as long as a common name may be (RFC 5280, appendix A). */
const MAX_SENTENCE_NAME = 128;

/** Control, format and direction characters, surrogates on their own, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function attributeToString({ type, text, der }: NameAttribute): string {
  const shortName = SHORT_NAMES.get(type);
  // RFC 4514 §2.4: types without a short name, and values that are no strings, are written in hex.
  if (shortName === undefined || text === null) return `${shortName ?? type}=#${bytesToHex(der)}`;
  return `${shortName}=${escapeText(text)}`;
}

function escapeText(text: string): string {
  if (/^[A-Za-z0-9.:()/-][A-Za-z0-9 .:()/-]*[A-Za-z0-9.:()/-]$/.test(text)) return text;
  return text
    .replaceAll(/[\\,+"<>;]/g, String.raw`\$&`)
    .replaceAll(UNPRINTABLE, (character) => `\\${hexPairs(character)}`)
    .replace(/^[ #]/, String.raw`\$&`)
    .replace(/(?<!\\) $/, String.raw`\ `);
}

function hexPairs(character: string): string {
  return Array.from(new TextEncoder().encode(character), (octet) => octet.toString(16).padStart(2, "0")).join("\\");
}
