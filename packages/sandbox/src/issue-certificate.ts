import { OIDS, readBitString, readDer, readSequence } from "@passwright/pass/der";
import {
  authorityKeyIdentifier,
  basicConstraints,
  buildCertificate,
  type CertificateOptions,
  extendedKeyUsage,
  type Extension,
  keyUsage,
  type KeyUsageName,
  type NameParts,
  nullExtension,
  subjectKeyIdentifier,
  textExtension,
} from "./certificate-template.ts";
import type { KeyMaterial } from "./key-material.ts";
import { toPem } from "./pem.ts";

const DAY = 86_400_000;

/** A certificate that can issue others, with its key. */
export interface IssuingAuthority {
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly certificatePem: string;
  readonly subject: NameParts;
  readonly key: KeyMaterial;
  /** Its subject key identifier: SHA-1 of the public key (RFC 5280 §4.2.1.2). */
  readonly keyIdentifier: Uint8Array;
}

/** What every pass certificate is issued for. */
export interface PassCertificateNames {
  /** `pass.com.example.ticket`; subject UID and Apple's marker. */
  readonly passTypeIdentifier: string;
  /** Ten letters and digits; subject OU. */
  readonly teamIdentifier: string;
  /** A certificate "with NFC". */
  readonly nfc?: boolean;
  /** Subject O; `Throwaway Team` by default. */
  readonly organizationName?: string;
  /** Subject C; `US` by default. */
  readonly country?: string;
}

/** A pass certificate without its key, as Apple's site hands it out. */
export interface IssuedCertificate {
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly certificatePem: string;
  /** The certificate that issued it, DER: a signer embeds it. */
  readonly intermediate: Uint8Array<ArrayBuffer>;
}

/** What all certificates of an authority share. */
export interface IssuingContext {
  readonly now: Date;
  readonly newSerialNumber: () => Uint8Array;
}

const ROOT_NAME: NameParts = [
  ["C", "US"],
  ["O", "Passwright Sandbox"],
  ["OU", "Throwaway Certification Authority"],
  ["CN", "Passwright Throwaway Root CA"],
];

const INTERMEDIATE_NAME: NameParts = [
  ["CN", "Passwright Throwaway Developer Relations Certification Authority"],
  ["OU", "G0"],
  ["O", "Passwright Sandbox"],
  ["C", "US"],
];

const CA_USAGE: readonly KeyUsageName[] = ["keyCertSign", "cRLSign"];

/** The root, signed with its own key. */
export async function issueRoot(context: IssuingContext, key: KeyMaterial, options: CertificateOptions): Promise<IssuingAuthority> {
  const keyIdentifier = await identifyKey(key.subjectPublicKeyInfo);
  const subject = options.subject ?? ROOT_NAME;
  return issueAuthorityCertificate(context, key, options, {
    subject,
    issuer: { subject, key, keyIdentifier },
    keyIdentifier,
    notBefore: -15 * 365,
    notAfter: 15 * 365,
    constraints: { ca: true },
    markers: [],
  });
}

/** An authority below another, of the shape of Apple's Worldwide Developer Relations ones. */
export async function issueIntermediate(
  context: IssuingContext,
  by: IssuingAuthority,
  key: KeyMaterial,
  options: CertificateOptions,
): Promise<IssuingAuthority> {
  return issueAuthorityCertificate(context, key, options, {
    subject: options.subject ?? INTERMEDIATE_NAME,
    issuer: by,
    keyIdentifier: await identifyKey(key.subjectPublicKeyInfo),
    notBefore: -5 * 365,
    notAfter: 5 * 365,
    constraints: { ca: true, pathLength: 0 },
    markers: [nullExtension(OIDS.appleWwdrMarker)],
  });
}

interface AuthorityShape {
  readonly subject: NameParts;
  readonly issuer: Pick<IssuingAuthority, "subject" | "key" | "keyIdentifier">;
  readonly keyIdentifier: Uint8Array;
  /** Days from now. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly constraints: { readonly ca: true; readonly pathLength?: number };
  readonly markers: readonly Extension[];
}

async function issueAuthorityCertificate(
  context: IssuingContext,
  key: KeyMaterial,
  options: CertificateOptions,
  shape: AuthorityShape,
): Promise<IssuingAuthority> {
  const certificate = await buildCertificate(
    {
      subject: shape.subject,
      issuer: shape.issuer.subject,
      serialNumber: context.newSerialNumber(),
      notBefore: daysFrom(context.now, shape.notBefore),
      notAfter: daysFrom(context.now, shape.notAfter),
      subjectPublicKeyInfo: key.subjectPublicKeyInfo,
      issuerKey: shape.issuer.key,
      extensions: [
        ...unlessNull(options.basicConstraints, shape.constraints, basicConstraints),
        ...unlessNull(options.authorityKeyIdentifier, shape.issuer.keyIdentifier, authorityKeyIdentifier),
        ...unlessNull(options.subjectKeyIdentifier, shape.keyIdentifier, subjectKeyIdentifier),
        ...unlessNull(options.keyUsage, CA_USAGE, keyUsage),
        ...unlessNull(options.extendedKeyUsage, null, extendedKeyUsage),
        ...shape.markers,
      ],
    },
    options,
  );
  return {
    certificate,
    certificatePem: toPem("CERTIFICATE", certificate),
    subject: shape.subject,
    key,
    keyIdentifier: options.subjectKeyIdentifier ?? shape.keyIdentifier,
  };
}

/** A leaf with the extensions of Apple's Pass Type ID certificates of 2024, in their order. */
export async function issuePass(
  context: IssuingContext,
  by: IssuingAuthority,
  subjectPublicKeyInfo: Uint8Array<ArrayBuffer>,
  options: PassCertificateNames & CertificateOptions,
): Promise<IssuedCertificate> {
  const { passTypeIdentifier, teamIdentifier, nfc = false, organizationName = "Throwaway Team", country = "US" } = options;
  const subject: NameParts = [
    ["UID", passTypeIdentifier],
    ["CN", `Pass Type ID${nfc ? " with NFC" : ""}: ${passTypeIdentifier}`],
    ["OU", teamIdentifier],
    ["O", organizationName],
    ["C", country],
  ];
  const certificate = await buildCertificate(
    {
      subject,
      issuer: by.subject,
      serialNumber: context.newSerialNumber(),
      notBefore: daysFrom(context.now, -1),
      notAfter: daysFrom(context.now, 394),
      subjectPublicKeyInfo,
      issuerKey: by.key,
      extensions: [
        ...unlessNull(options.basicConstraints, { ca: false }, basicConstraints),
        ...unlessNull(options.authorityKeyIdentifier, by.keyIdentifier, authorityKeyIdentifier),
        ...unlessNull(options.extendedKeyUsage, [OIDS.clientAuth, OIDS.applePassSigning], extendedKeyUsage),
        ...unlessNull(options.subjectKeyIdentifier, await identifyKey(subjectPublicKeyInfo), subjectKeyIdentifier),
        ...unlessNull(options.keyUsage, ["digitalSignature"], keyUsage),
        ...(nfc ? [textExtension(OIDS.applePassNfcMarker, passTypeIdentifier)] : []),
        textExtension(OIDS.applePassTypeMarker, passTypeIdentifier),
        nullExtension(OIDS.applePushMarker),
      ],
    },
    options,
  );
  return { certificate, certificatePem: toPem("CERTIFICATE", certificate), intermediate: by.certificate };
}

/** An extension: the caller's value, ours when the caller says nothing, none when either is null. */
function unlessNull<T>(given: T | null | undefined, ours: T | null, encode: (value: T) => Extension): readonly Extension[] {
  const value = given === undefined ? ours : given;
  return value === null ? [] : [encode(value)];
}

/** SHA-1 of the public key's BIT STRING (RFC 5280 §4.2.1.2, method 1): a name, no security rests on it. */
async function identifyKey(subjectPublicKeyInfo: Uint8Array): Promise<Uint8Array> {
  const [, key] = readSequence(readDer(subjectPublicKeyInfo));
  if (!key) throw new TypeError("a SubjectPublicKeyInfo has two parts");
  return new Uint8Array(await crypto.subtle.digest("SHA-1", new Uint8Array(readBitString(key).bytes)));
}

/** Sixteen octets, positive and without a leading zero (RFC 5280 §4.1.2.2). */
export function newSerialNumber(random: (length: number) => Uint8Array): Uint8Array {
  const octets = new Uint8Array(random(16));
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return octets;
}

function daysFrom(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}
