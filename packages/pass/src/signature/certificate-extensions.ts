import { bytesToHex } from "../der/bytes.ts";
import { fieldsOf, readFields } from "../der/der-fields.ts";
import { type DerElement, readDer } from "../der/der-reader.ts";
import { readString, stringTypeOf } from "../der/der-strings.ts";
import {
  readBoolean,
  readIntegerBytes,
  readNamedBits,
  readOctetString,
  readOid,
  readSequence,
  readSmallInteger,
} from "../der/der-values.ts";
import { derInvalid } from "../der/der-header.ts";
import { OIDS } from "../der/oids.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";

/** What a key may be used for (RFC 5280 §4.2.1.3), as far as passes ask. */
export interface KeyUsage {
  readonly digitalSignature: boolean;
  readonly nonRepudiation: boolean;
  readonly keyCertSign: boolean;
  readonly crlSign: boolean;
}

/** How a certificate names the key that signed it (RFC 5280 §4.2.1.1). Hex is lower-case. */
export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: string | null;
  /** Serial number of the issuer's certificate, upper-case hex. */
  readonly serialNumber: string | null;
}

/** The extensions that passes need; null where a certificate has none. */
export interface CertificateExtensions {
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  readonly keyUsage: KeyUsage | null;
  /** Object identifiers. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** Lower-case hex. */
  readonly subjectKeyIdentifier: string | null;
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | null;
  /** Addresses of the lists of revoked certificates. */
  readonly crlAddresses: readonly string[];
  /** Limits the names below an authority: we do not work those limits out, so such an authority is not followed. */
  readonly hasNameConstraints: boolean;
  /** Value of Apple's marker of Pass Type ID certificates (1.2.840.113635.100.6.1.16): the pass type identifier. */
  readonly passTypeMarker: string | null;
  /** Value of Apple's marker of certificates for passes with NFC (1.2.840.113635.100.6.1.26). */
  readonly nfcMarker: string | null;
  /** Apple's marker 1.2.840.113635.100.6.3.2, which Pass Type ID certificates and push certificates have. */
  readonly hasPushMarker: boolean;
  /** Apple's marker of Worldwide Developer Relations intermediates (1.2.840.113635.100.6.2.1). */
  readonly hasWwdrMarker: boolean;
  /** All object identifiers, in the order of the certificate. */
  readonly present: readonly string[];
  /** Critical ones that nothing here understands: who meets them must refuse (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[];
}

type Fields = { -readonly [Key in keyof CertificateExtensions]: CertificateExtensions[Key] };

/** How each known extension is read into its field. */
const READERS: Readonly<Record<string, (value: DerElement, into: Fields) => void>> = {
  [OIDS.basicConstraints](value, into) {
    const fields = readFields(value);
    const flag = fields.optional("boolean");
    const pathLength = fields.optional("integer");
    fields.end();
    into.basicConstraints = {
      ca: flag !== null && readBoolean(flag),
      pathLength: pathLength === null ? null : readPathLength(pathLength),
    };
  },
  [OIDS.keyUsage](value, into) {
    const bits = readNamedBits(value);
    into.keyUsage = {
      digitalSignature: bits.has(0),
      nonRepudiation: bits.has(1),
      keyCertSign: bits.has(5),
      crlSign: bits.has(6),
    };
  },
  [OIDS.extendedKeyUsage](value, into) {
    into.extendedKeyUsage = readSequence(value).map(readOid);
  },
  [OIDS.subjectKeyIdentifier](value, into) {
    into.subjectKeyIdentifier = keyIdentifierToHex(readOctetString(value), value.offset);
  },
  [OIDS.authorityKeyIdentifier](value, into) {
    into.authorityKeyIdentifier = readAuthorityKeyIdentifier(value);
  },
  [OIDS.crlDistributionPoints](value, into) {
    into.crlAddresses = readSequence(value).flatMap((point) => {
      const name = readFields(point).optionalContext(0);
      return name === null ? [] : readDistributionPointName(name);
    });
  },
  [OIDS.nameConstraints](_value, into) {
    into.hasNameConstraints = true;
  },
  // Understood: policies bind only who asks for one, and a path to Apple's roots is asked for none (RFC 5280 §6.1.1 c, e).
  [OIDS.certificatePolicies]() {},
  [OIDS.applePassTypeMarker](value, into) {
    into.passTypeMarker = markerText(value);
  },
  [OIDS.applePassNfcMarker](value, into) {
    into.nfcMarker = markerText(value);
  },
  [OIDS.applePushMarker](_value, into) {
    into.hasPushMarker = true;
  },
  [OIDS.appleWwdrMarker](_value, into) {
    into.hasWwdrMarker = true;
  },
};

/**
 * Reads the field `extensions` of a certificate (RFC 5280 §4.2). Throws `ERR_PASS_DER_INVALID`, also for an extension
 * that is there twice: readers that take the first and readers that take the last would see two certificates.
 */
export function readExtensions(list: DerElement | null): CertificateExtensions {
  const present: string[] = [];
  const unknownCritical: string[] = [];
  const fields: Fields = {
    basicConstraints: null,
    keyUsage: null,
    extendedKeyUsage: null,
    subjectKeyIdentifier: null,
    authorityKeyIdentifier: null,
    crlAddresses: [],
    hasNameConstraints: false,
    passTypeMarker: null,
    nfcMarker: null,
    hasPushMarker: false,
    hasWwdrMarker: false,
    present,
    unknownCritical,
  };
  for (const element of list === null ? [] : readSequence(list)) {
    const { oid, critical, value } = readExtension(element);
    if (present.includes(oid)) throw derInvalid(`The extension ${oid} is there twice`, element.offset); // guard: extension-twice
    present.push(oid);
    const read = READERS[oid];
    if (read !== undefined) read(readDer(value, { limits: SIGNATURE_LIMITS.certificate }), fields);
    else if (critical) unknownCritical.push(oid);
  }
  return fields;
}

/** One extension, of a certificate or of a list of revoked certificates. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** The DER inside the OCTET STRING. */
  readonly value: Uint8Array;
}

/** Reads one Extension (RFC 5280 §4.1). */
export function readExtension(element: DerElement): Extension {
  const fields = readFields(element);
  const oid = readOid(fields.next("oid"));
  const critical = fields.optional("boolean");
  const value = readOctetString(fields.next("octetString"));
  fields.end();
  return { oid, critical: critical !== null && readBoolean(critical), value };
}

/** Reads an AuthorityKeyIdentifier; the certificate issuer's name in it is left aside, as the path is built by names anyway. */
export function readAuthorityKeyIdentifier(value: DerElement): AuthorityKeyIdentifier {
  const fields = readFields(value);
  const keyIdentifier = fields.optionalContext(0);
  fields.optionalContext(1);
  const serialNumber = fields.optionalContext(2);
  fields.end();
  return {
    keyIdentifier: keyIdentifier === null ? null : keyIdentifierToHex(keyIdentifier.contents, keyIdentifier.offset),
    serialNumber: serialNumber === null ? null : serialContentsToHex(serialNumber),
  };
}

/** The addresses in a DistributionPointName (RFC 5280 §4.2.1.13): `fullName [0]` with `uniformResourceIdentifier [6]`. */
export function readDistributionPointName(name: DerElement): string[] {
  const fullName = fieldsOf(name.children, name.offset).optionalContext(0);
  if (fullName === null) return [];
  return fullName.children
    .filter((general) => general.isContext(6))
    .map((general) => String.fromCharCode(...general.contents.subarray(0, 2048)));
}

/** A serial number as people compare it: upper-case hex, without the octet that only says "positive". */
export function readSerialNumber(integer: DerElement): string {
  readIntegerBytes(integer);
  return serialContentsToHex(integer);
}

/** The same of a number under an implicit tag. */
function serialContentsToHex({ contents, offset }: DerElement): string {
  if (contents.length > SIGNATURE_LIMITS.maxSerialBytes) throw derInvalid("The serial number is too long", offset);
  return bytesToHex(withoutSign(contents)).toUpperCase();
}

/** The octets of an INTEGER without the one that only says "positive". */
export function withoutSign(integer: Uint8Array): Uint8Array {
  return integer.length > 1 && integer[0] === 0 ? integer.subarray(1) : integer;
}

/** A key identifier in lower-case hex. */
export function keyIdentifierToHex(octets: Uint8Array, offset: number): string {
  if (octets.length > SIGNATURE_LIMITS.maxKeyIdentifierBytes) throw derInvalid("The key identifier is too long", offset);
  return bytesToHex(octets);
}

function readPathLength(element: DerElement): number {
  const pathLength = readSmallInteger(element);
  if (pathLength < 0) throw derInvalid("A path length is negative", element.offset);
  return pathLength;
}

/** The text of an Apple marker; the empty text where it holds something else. */
function markerText(value: DerElement): string {
  return stringTypeOf(value) === null ? "" : readString(value);
}
