import * as der from "../../../src/der/index.ts";
import { sha256, type TestKey } from "./keys.ts";

const { OIDS } = der;

/** Attributes of a name: object identifier and text. */
export type NameParts = readonly (readonly [oid: string, text: string])[];

export interface CertificateOptions {
  readonly subject: NameParts;
  readonly key: TestKey;
  /** Who issues it; itself where there is none. */
  readonly issuer?: TestCertificate;
  /** The issuer's name as written, and the key that really signs: to lie about either. */
  readonly issuerName?: NameParts;
  readonly signedBy?: TestKey;
  readonly serialNumber?: number;
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** `null` leaves the extension out. */
  readonly basicConstraints?: { readonly ca: boolean; readonly pathLength?: number } | null;
  /** Bits of KeyUsage; `null` leaves the extension out. */
  readonly keyUsage?: readonly number[] | null;
  readonly extendedKeyUsage?: readonly string[];
  readonly subjectKeyIdentifier?: Uint8Array | null;
  readonly authorityKeyIdentifier?: Uint8Array | null;
  readonly authoritySerialNumber?: number;
  readonly passTypeMarker?: string | null;
  /** More extensions, encoded. */
  readonly extensions?: readonly Uint8Array[];
  /** The algorithm beside the signature, where it differs from the one that is signed. */
  readonly outerAlgorithm?: Uint8Array;
}

export interface TestCertificate {
  readonly der: Uint8Array;
  readonly name: Uint8Array;
  readonly issuerName: Uint8Array;
  readonly serialNumber: number;
  readonly subjectKeyIdentifier: Uint8Array | null;
  readonly key: TestKey;
}

export const KEY_USAGE = { digitalSignature: 0, keyEncipherment: 2, keyCertSign: 5, crlSign: 6 } as const;

export function encodeName(parts: NameParts): Uint8Array {
  return der.derSequence(...parts.map(([oid, text]) => der.derSet(der.derSequence(der.derOid(oid), der.derUtf8String(text)))));
}

export function extension(oid: string, value: Uint8Array, critical: boolean = false): Uint8Array {
  return der.derSequence(der.derOid(oid), ...(critical ? [der.derBoolean(true)] : []), der.derOctetString(value));
}

/** Issues a certificate; nothing is checked, everything can be a lie. */
export async function issue(options: CertificateOptions): Promise<TestCertificate> {
  const name = encodeName(options.subject);
  const issuerName = options.issuerName ? encodeName(options.issuerName) : (options.issuer?.name ?? name);
  const signer = options.signedBy ?? options.issuer?.key ?? options.key;
  const serialNumber = options.serialNumber ?? Math.floor(Math.random() * 2 ** 40) + 1;
  const ownIdentifier = (await sha256(options.key.subjectPublicKeyInfo)).subarray(0, 20);
  const subjectKeyIdentifier = options.subjectKeyIdentifier === undefined ? ownIdentifier : options.subjectKeyIdentifier;
  const authority =
    options.authorityKeyIdentifier === undefined ? (options.issuer?.subjectKeyIdentifier ?? null) : options.authorityKeyIdentifier;
  const tbs = der.derSequence(
    der.derContext(0, true, der.derInteger(2)),
    der.derInteger(serialNumber),
    signer.algorithm,
    issuerName,
    der.derSequence(
      der.derTime(new Date(options.notBefore ?? "2025-06-01T00:00:00Z")),
      der.derTime(new Date(options.notAfter ?? "2026-06-01T00:00:00Z")),
    ),
    name,
    options.key.subjectPublicKeyInfo,
    der.derContext(3, true, der.derSequence(...encodeExtensions(options, subjectKeyIdentifier, authority))),
  );
  const certificate = der.derSequence(tbs, options.outerAlgorithm ?? signer.algorithm, der.derBitString(await signer.sign(tbs)));
  return { der: certificate, name, issuerName, serialNumber, subjectKeyIdentifier, key: options.key };
}

function encodeExtensions(
  options: CertificateOptions,
  subjectKeyIdentifier: Uint8Array | null,
  authority: Uint8Array | null,
): readonly Uint8Array[] {
  const extensions: Uint8Array[] = [];
  const constraints = options.basicConstraints === undefined ? { ca: false } : options.basicConstraints;
  if (constraints !== null) {
    const flag = constraints.ca ? [der.derBoolean(true)] : [];
    const pathLength = "pathLength" in constraints ? [der.derInteger(constraints.pathLength)] : [];
    extensions.push(extension(OIDS.basicConstraints, der.derSequence(...flag, ...pathLength), true));
  }
  const keyUsage = options.keyUsage === undefined ? defaultKeyUsage(constraints?.ca ?? false) : options.keyUsage;
  if (keyUsage !== null) extensions.push(extension(OIDS.keyUsage, der.derNamedBits(...keyUsage), true));
  if (options.extendedKeyUsage) {
    extensions.push(extension(OIDS.extendedKeyUsage, der.derSequence(...options.extendedKeyUsage.map(der.derOid))));
  }
  if (subjectKeyIdentifier) {
    extensions.push(extension(OIDS.subjectKeyIdentifier, der.derOctetString(subjectKeyIdentifier)));
  }
  const serial = options.authoritySerialNumber;
  if (authority || serial !== undefined) {
    const parts = [
      ...(authority ? [der.derContext(0, false, authority)] : []),
      ...(serial === undefined ? [] : [der.derRetag(2, der.derInteger(serial))]),
    ];
    extensions.push(extension(OIDS.authorityKeyIdentifier, der.derSequence(...parts)));
  }
  if (typeof options.passTypeMarker === "string") {
    extensions.push(extension(OIDS.applePassTypeMarker, der.derUtf8String(options.passTypeMarker)));
  }
  return [...extensions, ...(options.extensions ?? [])];
}

function defaultKeyUsage(ca: boolean): readonly number[] {
  return ca ? [KEY_USAGE.keyCertSign, KEY_USAGE.crlSign] : [KEY_USAGE.digitalSignature];
}

export interface SignerOptions {
  readonly certificate: TestCertificate;
  /** The key that really signs. */
  readonly key?: TestKey;
  readonly byKeyIdentifier?: boolean;
  readonly digestOid?: string;
  readonly signatureAlgorithm?: Uint8Array;
  /** `null`: no signed attributes, the signature is over the content. */
  readonly attributes?: AttributeOptions | null;
}

export interface AttributeOptions {
  /** Content that the digest is of, where it is not the content. */
  readonly digested?: Uint8Array;
  readonly contentType?: string | null;
  readonly signingTime?: string | null;
  readonly messageDigest?: boolean;
  /** More attributes, encoded. */
  readonly more?: readonly Uint8Array[];
  readonly unsorted?: boolean;
  /** What is embedded instead of what was signed. */
  readonly replacedBy?: (attributes: readonly Uint8Array[]) => readonly Uint8Array[];
}

export interface CmsOptions {
  readonly content: Uint8Array;
  readonly certificates: readonly TestCertificate[];
  readonly signers: readonly SignerOptions[];
  readonly contentType?: string;
  /** Content to put inside. */
  readonly attached?: Uint8Array;
  /** Open lengths outside, as BER has them. */
  readonly indefinite?: boolean;
}

export function attribute(oid: string, ...values: readonly Uint8Array[]): Uint8Array {
  return der.derSequence(der.derOid(oid), der.derSet(...values));
}

export async function messageDigestOf(content: Uint8Array): Promise<Uint8Array> {
  return attribute(OIDS.messageDigest, der.derOctetString(await sha256(content)));
}

/** Signs a CMS; here too everything can be a lie. */
export async function sign(options: CmsOptions): Promise<Uint8Array> {
  const contentType = options.contentType ?? OIDS.data;
  const signers = await Promise.all(options.signers.map((signer) => signerInfo(options.content, contentType, signer)));
  const encapsulated = [
    der.derOid(contentType),
    ...(options.attached ? [der.derContext(0, true, der.derOctetString(options.attached))] : []),
  ];
  const certificates = options.certificates.map((certificate) => certificate.der);
  const parts = [
    der.derInteger(1),
    der.derSet(...options.signers.map((signer) => der.derSequence(der.derOid(signer.digestOid ?? OIDS.sha256), der.derNull()))),
    der.derSequence(...encapsulated),
    ...(certificates.length > 0 ? [der.derContext(0, true, ...certificates)] : []),
    der.derElement(0x31, ...signers),
  ];
  if (!options.indefinite) {
    return der.derSequence(der.derOid(OIDS.signedData), der.derContext(0, true, der.derSequence(...parts)));
  }
  return open(0x30, der.derOid(OIDS.signedData), open(0xa0, open(0x30, ...parts)));
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  // What the writer joins, without the head that it puts before.
  const element = der.derElement(0x30, ...parts);
  return element.subarray(element.length - parts.reduce((length, part) => length + part.length, 0));
}

/** An element with an open length. */
function open(identifier: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return concat([new Uint8Array([identifier, 0x80]), ...parts, new Uint8Array(2)]);
}

async function signerInfo(content: Uint8Array, contentType: string, options: SignerOptions): Promise<Uint8Array> {
  const { certificate } = options;
  const key = options.key ?? certificate.key;
  const identifier = options.byKeyIdentifier
    ? der.derContext(0, false, certificate.subjectKeyIdentifier ?? new Uint8Array())
    : der.derSequence(certificate.issuerName, der.derInteger(certificate.serialNumber));
  const attributes = options.attributes === null ? null : await signedAttributes(content, contentType, options.attributes ?? {});
  const set = attributes && (options.attributes?.unsorted ? der.derElement(0x31, ...attributes) : der.derSet(...attributes));
  const embedded = attributes && (options.attributes?.replacedBy?.(attributes) ?? null);
  const shown = embedded ? der.derSet(...embedded) : set;
  return der.derSequence(
    der.derInteger(options.byKeyIdentifier ? 3 : 1),
    identifier,
    der.derSequence(der.derOid(options.digestOid ?? OIDS.sha256), der.derNull()),
    ...(shown ? [der.derRetag(0, shown)] : []),
    options.signatureAlgorithm ?? key.algorithm,
    der.derOctetString(await key.sign(set ?? content)),
  );
}

async function signedAttributes(
  content: Uint8Array,
  contentType: string,
  options: AttributeOptions,
): Promise<readonly Uint8Array[]> {
  const attributes: Uint8Array[] = [];
  if (options.messageDigest !== false) attributes.push(await messageDigestOf(options.digested ?? content));
  const time = options.signingTime === undefined ? "2026-01-10T12:00:00Z" : options.signingTime;
  if (time !== null) attributes.push(attribute(OIDS.signingTime, der.derTime(new Date(time))));
  const type = options.contentType === undefined ? contentType : options.contentType;
  if (type !== null) attributes.push(attribute(OIDS.contentType, der.derOid(type)));
  return [...attributes, ...(options.more ?? [])];
}

export interface RevocationListOptions {
  readonly issuer: TestCertificate;
  readonly issuerName?: Uint8Array;
  readonly signedBy?: TestKey;
  readonly revoked: readonly { readonly serialNumber: number; readonly at?: string; readonly reason?: number }[];
  readonly thisUpdate?: string;
  readonly nextUpdate?: string | null;
  readonly authorityKeyIdentifier?: Uint8Array;
  readonly extensions?: readonly Uint8Array[];
}

/** Signs a list of revoked certificates. */
export async function revoke(options: RevocationListOptions): Promise<Uint8Array> {
  const key = options.signedBy ?? options.issuer.key;
  const entries = options.revoked.map(({ serialNumber, at, reason }) =>
    der.derSequence(
      der.derInteger(serialNumber),
      der.derTime(new Date(at ?? "2026-02-01T00:00:00Z")),
      ...(reason === undefined ? [] : [der.derSequence(extension(OIDS.crlReason, der.derElement(0x0a, new Uint8Array([reason]))))]),
    ),
  );
  const nextUpdate = options.nextUpdate === undefined ? "2026-04-01T00:00:00Z" : options.nextUpdate;
  const identifier = options.authorityKeyIdentifier ?? options.issuer.subjectKeyIdentifier ?? new Uint8Array(20);
  const tbs = der.derSequence(
    der.derInteger(1),
    key.algorithm,
    options.issuerName ?? options.issuer.name,
    der.derTime(new Date(options.thisUpdate ?? "2026-02-15T00:00:00Z")),
    ...(nextUpdate === null ? [] : [der.derTime(new Date(nextUpdate))]),
    ...(entries.length > 0 ? [der.derSequence(...entries)] : []),
    der.derContext(
      0,
      true,
      der.derSequence(
        extension(OIDS.authorityKeyIdentifier, der.derSequence(der.derContext(0, false, identifier))),
        extension(OIDS.crlNumber, der.derInteger(7)),
        ...(options.extensions ?? []),
      ),
    ),
  );
  return der.derSequence(tbs, key.algorithm, der.derBitString(await key.sign(tbs)));
}
