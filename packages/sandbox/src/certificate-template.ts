import {
  derBitString,
  derBoolean,
  derContext,
  derInteger,
  derNamedBits,
  derNull,
  derOctetString,
  derOid,
  derPrintableString,
  derSequence,
  derSet,
  derTime,
  derUnsignedInteger,
  derUtf8String,
  OIDS,
} from "@passwright/pass/der";
import { isRsa, type KeyMaterial, type SigningDigest, signWith } from "./key-material.ts";

/** Attributes of a name in their order. */
export type NameParts = readonly (readonly [attribute: "UID" | "CN" | "OU" | "O" | "C", value: string])[];

/** An extension: its value is DER. */
export interface Extension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

/** The bits of KeyUsage (RFC 5280 §4.2.1.3). */
export const KEY_USAGES = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const;

/** A name of {@link KEY_USAGES}. */
export type KeyUsageName = keyof typeof KEY_USAGES;

/**
 * Everything of a certificate that a caller may set, to make ordinary or wicked ones. What is absent is as Apple's are;
 * null leaves an extension out.
 */
export interface CertificateOptions {
  readonly subject?: NameParts;
  /** Replaces the issuer's name, so that it differs from the issuing certificate's subject. */
  readonly issuer?: NameParts;
  readonly serialNumber?: Uint8Array;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLength?: number; readonly critical?: boolean } | null;
  readonly keyUsage?: readonly KeyUsageName[] | null;
  /** OIDs. */
  readonly extendedKeyUsage?: readonly string[] | null;
  readonly subjectKeyIdentifier?: Uint8Array | null;
  readonly authorityKeyIdentifier?: Uint8Array | null;
  /** Added after the others; one of the same OID stands in the place of ours. */
  readonly extensions?: readonly Extension[];
  /** OIDs of extensions to leave out, such as Apple's markers. */
  readonly omitExtensions?: readonly string[];
  /** X.509 version; 1 has no extensions. */
  readonly version?: 1 | 3;
  readonly digest?: SigningDigest;
  /** Changes the finished certificate's signature, to forge one. */
  readonly corruptSignature?: boolean;
}

/** What a certificate is made from besides its options. */
export interface CertificateParts {
  readonly subject: NameParts;
  readonly issuer: NameParts;
  readonly serialNumber: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly subjectPublicKeyInfo: Uint8Array<ArrayBuffer>;
  /** The key that signs. */
  readonly issuerKey: KeyMaterial;
  readonly extensions: readonly Extension[];
}

const ATTRIBUTE_OIDS = {
  UID: OIDS.userId,
  CN: OIDS.commonName,
  OU: OIDS.organizationalUnit,
  O: OIDS.organization,
  C: OIDS.country,
} as const;

/** A Name as Apple writes it: one attribute per part, UTF-8, the country as PrintableString. */
export function encodeName(parts: NameParts): Uint8Array {
  return derSequence(
    ...parts.map(([attribute, value]) => {
      const encoded = attribute === "C" ? derPrintableString(value) : derUtf8String(value);
      return derSet(derSequence(derOid(ATTRIBUTE_OIDS[attribute]), encoded));
    }),
  );
}

/** Builds and signs a certificate (RFC 5280 §4.1). */
export async function buildCertificate(parts: CertificateParts, options: CertificateOptions): Promise<Uint8Array<ArrayBuffer>> {
  const digest = options.digest ?? "sha256";
  const algorithm = signatureAlgorithm(parts.issuerKey, digest);
  const isVersion3 = options.version !== 1;
  const information = derSequence(
    ...(isVersion3 ? [derContext(0, true, derInteger(2))] : []),
    derUnsignedInteger(options.serialNumber ?? parts.serialNumber),
    algorithm,
    encodeName(options.issuer ?? parts.issuer),
    derSequence(derTime(options.notBefore ?? parts.notBefore), derTime(options.notAfter ?? parts.notAfter)),
    encodeName(options.subject ?? parts.subject),
    parts.subjectPublicKeyInfo,
    ...(isVersion3 ? [derContext(3, true, derSequence(...chooseExtensions(parts.extensions, options).map(encodeExtension)))] : []),
  );
  const signature = await signWith(parts.issuerKey, digest, information);
  if (options.corruptSignature === true) signature[20] = (signature[20] ?? 0) ^ 1;
  return derSequence(information, algorithm, derBitString(signature));
}

/** The AlgorithmIdentifier of a signature (RFC 4055 §5, RFC 5758 §3.2). */
export function signatureAlgorithm(key: KeyMaterial, digest: SigningDigest): Uint8Array {
  const [withRsa, withEcdsa] = SIGNATURE_OIDS[digest];
  return isRsa(key.kind) ? derSequence(derOid(withRsa), derNull()) : derSequence(derOid(withEcdsa));
}

const SIGNATURE_OIDS: Readonly<Record<SigningDigest, readonly [rsa: string, ecdsa: string]>> = {
  sha1: [OIDS.sha1WithRsa, OIDS.ecdsaWithSha1],
  sha256: [OIDS.sha256WithRsa, OIDS.ecdsaWithSha256],
  sha384: [OIDS.sha384WithRsa, OIDS.ecdsaWithSha384],
  sha512: [OIDS.sha512WithRsa, OIDS.ecdsaWithSha512],
};

function chooseExtensions(ours: readonly Extension[], options: CertificateOptions): readonly Extension[] {
  const added = options.extensions ?? [];
  const replaced = new Set([...(options.omitExtensions ?? []), ...added.map(({ oid }) => oid)]);
  return [...ours.filter(({ oid }) => !replaced.has(oid)), ...added];
}

/** An Extension; `critical` is written only when true, its default being false (X.690 §11.5). */
export function encodeExtension({ oid, critical = false, value }: Extension): Uint8Array {
  return derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctetString(value));
}

export function basicConstraints(constraints: NonNullable<CertificateOptions["basicConstraints"]>): Extension {
  const { ca, pathLength, critical = true } = constraints;
  const parts = [...(ca ? [derBoolean(true)] : []), ...(pathLength === undefined ? [] : [derInteger(pathLength)])];
  return { oid: OIDS.basicConstraints, critical, value: derSequence(...parts) };
}

export function keyUsage(usages: readonly KeyUsageName[]): Extension {
  return { oid: OIDS.keyUsage, critical: true, value: derNamedBits(...usages.map((usage) => KEY_USAGES[usage])) };
}

export function extendedKeyUsage(purposes: readonly string[]): Extension {
  return { oid: OIDS.extendedKeyUsage, value: derSequence(...purposes.map(derOid)) };
}

export function subjectKeyIdentifier(identifier: Uint8Array): Extension {
  return { oid: OIDS.subjectKeyIdentifier, value: derOctetString(identifier) };
}

export function authorityKeyIdentifier(identifier: Uint8Array): Extension {
  return { oid: OIDS.authorityKeyIdentifier, value: derSequence(derContext(0, false, identifier)) };
}

/** A UTF8String as Apple's markers hold the pass type identifier. */
export function textExtension(oid: string, text: string): Extension {
  return { oid, value: derUtf8String(text) };
}

/** Apple's markers without a value hold NULL. */
export function nullExtension(oid: string): Extension {
  return { oid, value: derNull() };
}
