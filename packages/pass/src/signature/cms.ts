import { concatBytes } from "../der/bytes.ts";
import { type DerFields, readFields } from "../der/der-fields.ts";
import { derInvalid } from "../der/der-header.ts";
import { type DerElement, readBer } from "../der/der-reader.ts";
import { readOctetString, readOid, readOnlyChild, readSet, readSmallInteger, stringOctets } from "../der/der-values.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";
import type { DigestName } from "../platform/platform.ts";
import { digestOf, readAlgorithm } from "./algorithms.ts";
import { keyIdentifierToHex, readSerialNumber } from "./certificate-extensions.ts";
import { readSignedAttributes, type SignedAttributes } from "./cms-attributes.ts";
import { type DistinguishedName, readName } from "./distinguished-name.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";

/** A CMS SignedData (RFC 5652 §5.1) that was read. Nothing in it has been verified. */
export interface SignedData {
  /** Object identifier of what is signed: data, for passes. */
  readonly contentType: string;
  /** The content where it lies inside; null for a detached signature, as passes should have. */
  readonly content: Uint8Array | null;
  /** The certificates in the order of the file, each in DER. */
  readonly certificates: readonly Uint8Array[];
  readonly signers: readonly SignerInfo[];
  /** The outer structure is BER with open lengths. */
  readonly indefiniteLength: boolean;
  /** How many bytes follow the structure. */
  readonly trailingBytes: number;
}

/** How a signer names its certificate (RFC 5652 §5.3). */
export type SignerIdentifier =
  | { readonly kind: "issuer-and-serial"; readonly issuer: DistinguishedName; readonly serialNumber: string }
  | { readonly kind: "key-id"; readonly keyIdentifier: string };

/** One signature of a SignedData (RFC 5652 §5.3). */
export interface SignerInfo {
  readonly identifier: SignerIdentifier;
  /** Null for a digest that we do not know. */
  readonly digest: DigestName | null;
  readonly signatureAlgorithmOid: string;
  readonly signature: Uint8Array;
  /** Null where the signature is over the content itself. */
  readonly attributes: SignedAttributes | null;
}

/**
 * Reads a CMS SignedData in DER or BER. Throws `ERR_PASS_DER_INVALID` or `ERR_PASS_DER_LIMIT`; certificates inside are
 * not read, so that a damaged one beside the signer's does no harm.
 *
 * @example
 * ```ts
 * const { signers, certificates } = readSignedData(await readFile("signature"));
 * ```
 */
export function readSignedData(bytes: Uint8Array): SignedData {
  const contentInfo = readBer(bytes, { limits: SIGNATURE_LIMITS.cms, trailingBytes: "ignore" });
  const outer = readFields(contentInfo);
  const type = readOid(outer.next("oid"));
  const explicit = outer.optionalContext(0);
  outer.end();
  if (type !== OIDS.signedData || explicit === null) {
    throw derInvalid("The CMS structure is no SignedData", contentInfo.offset);
  }

  const fields = readFields(readOnlyChild(explicit));
  readSmallInteger(fields.next("integer"));
  fields.next("set");
  const { contentType, content } = readContent(fields.next("sequence"));
  const certificates = readCertificates(fields.optionalContext(0));
  fields.optionalContext(1);
  const signers = readSet(fields.next("set"));
  fields.end();
  if (signers.length > SIGNATURE_LIMITS.maxSigners) throw tooMany("signers", signers.length);
  return {
    contentType,
    content,
    certificates,
    signers: signers.map(readSigner),
    indefiniteLength: contentInfo.indefinite,
    trailingBytes: bytes.length - contentInfo.end,
  };
}

function readContent(element: DerElement): { readonly contentType: string; readonly content: Uint8Array | null } {
  const fields = readFields(element);
  const contentType = readOid(fields.next("oid"));
  const explicit = fields.optionalContext(0);
  fields.end();
  if (explicit === null) return { contentType, content: null };
  const inside = readOnlyChild(explicit);
  // PKCS #7 allowed any type here, CMS an OCTET STRING (RFC 5652 §5.2.1); the digest is over the contents in both.
  return { contentType, content: inside.is("octetString") ? readOctetString(inside) : inside.contents };
}

function readCertificates(set: DerElement | null): readonly Uint8Array[] {
  // Beside certificates there may be kinds that nobody issues any more, with context tags (RFC 5652 §10.2.2).
  const certificates = (set?.children ?? []).filter((element) => element.is("sequence"));
  if (certificates.length > SIGNATURE_LIMITS.maxCertificates) throw tooMany("certificates", certificates.length);
  return certificates.map((element) => element.bytes);
}

function readSigner(element: DerElement): SignerInfo {
  const fields = readFields(element);
  readSmallInteger(fields.next("integer"));
  const identifier = readIdentifier(fields);
  const digestAlgorithm = readAlgorithm(fields.next("sequence"));
  const signed = fields.optionalContext(0);
  const signatureAlgorithmOid = readAlgorithm(fields.next("sequence"));
  const signature = readOctetString(fields.next("octetString"));
  fields.optionalContext(1);
  fields.end();
  return {
    identifier,
    digest: digestOf(digestAlgorithm),
    signatureAlgorithmOid,
    signature,
    attributes: signed === null ? null : readSignedAttributes(signed),
  };
}

function readIdentifier(fields: DerFields): SignerIdentifier {
  const tagged = fields.optionalContext(0);
  if (tagged !== null) {
    const octets = tagged.constructed ? joinPieces(tagged) : tagged.contents;
    return { kind: "key-id", keyIdentifier: keyIdentifierToHex(octets, tagged.offset) };
  }
  const named = readFields(fields.next("sequence"));
  const issuer = readName(named.next("sequence"));
  const serialNumber = readSerialNumber(named.next("integer"));
  named.end();
  return { kind: "issuer-and-serial", issuer, serialNumber };
}

/** An OCTET STRING in pieces under an implicit tag. */
function joinPieces(tagged: DerElement): Uint8Array {
  return concatBytes(tagged.children.map((piece) => stringOctets(piece, "octetString")));
}

function tooMany(what: string, count: number): PassError {
  return new PassError("ERR_PASS_DER_LIMIT", `The signature has ${count} ${what}`);
}
