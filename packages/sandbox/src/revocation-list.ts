import {
  derBitString,
  derContext,
  derElement,
  derInteger,
  derSequence,
  derTime,
  derUnsignedInteger,
  OIDS,
} from "@passwright/pass/der";
import { authorityKeyIdentifier, encodeExtension, encodeName, type NameParts, signatureAlgorithm } from "./certificate-template.ts";
import { type KeyMaterial, type SigningDigest, signWith } from "./key-material.ts";

/** Why a certificate was revoked (RFC 5280 §5.3.1). */
export const REVOCATION_REASONS = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const;

/** A name of {@link REVOCATION_REASONS}. */
export type RevocationReason = keyof typeof REVOCATION_REASONS;

/** A certificate on a revocation list. */
export interface RevokedCertificate {
  /** The serial number's octets. */
  readonly serialNumber: Uint8Array;
  readonly at: Date;
  readonly reason?: RevocationReason;
}

/** What a revocation list is made from. */
export interface RevocationListParts {
  readonly issuer: NameParts;
  readonly issuerKey: KeyMaterial;
  readonly issuerKeyIdentifier: Uint8Array;
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked: readonly RevokedCertificate[];
  readonly digest?: SigningDigest;
}

/** Builds and signs a list of revoked certificates, version 2 (RFC 5280 §5). */
export async function buildRevocationList(parts: RevocationListParts): Promise<Uint8Array<ArrayBuffer>> {
  const digest = parts.digest ?? "sha256";
  const algorithm = signatureAlgorithm(parts.issuerKey, digest);
  const extensions = [authorityKeyIdentifier(parts.issuerKeyIdentifier), { oid: OIDS.crlNumber, value: derInteger(parts.number) }];
  const information = derSequence(
    derInteger(1),
    algorithm,
    encodeName(parts.issuer),
    derTime(parts.thisUpdate),
    derTime(parts.nextUpdate),
    // RFC 5280 §5.1.2.6: absent when nothing is revoked.
    ...(parts.revoked.length === 0 ? [] : [derSequence(...parts.revoked.map(encodeEntry))]),
    derContext(0, true, derSequence(...extensions.map(encodeExtension))),
  );
  return derSequence(information, algorithm, derBitString(await signWith(parts.issuerKey, digest, information)));
}

function encodeEntry({ serialNumber, at, reason }: RevokedCertificate): Uint8Array {
  const enumerated = reason && derElement(0x0a, new Uint8Array([REVOCATION_REASONS[reason]]));
  const extensions = enumerated ? [derSequence(encodeExtension({ oid: OIDS.crlReason, value: enumerated }))] : [];
  return derSequence(derUnsignedInteger(serialNumber), derTime(at), ...extensions);
}
