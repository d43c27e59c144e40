import { readFields } from "../der/der-fields.ts";
import { derInvalid } from "../der/der-header.ts";
import { type DerElement, readDer } from "../der/der-reader.ts";
import { readTime } from "../der/der-time.ts";
import { readOnlyChild, readSmallInteger } from "../der/der-values.ts";
import { equalBytes } from "../der/bytes.ts";
import { PassError } from "../errors.ts";
import type { SignatureAlgorithm } from "../platform/platform.ts";
import { readAlgorithm, signatureAlgorithmOf } from "./algorithms.ts";
import { type CertificateExtensions, readExtensions, readSerialNumber } from "./certificate-extensions.ts";
import { type DistinguishedName, readName } from "./distinguished-name.ts";
import { type PublicKey, readPublicKey } from "./public-key.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";
import { readSignedEnvelope } from "./signed-envelope.ts";

/** A certificate (RFC 5280 §4.1) that was read. Nothing in it has been verified. */
export interface Certificate {
  /** The whole certificate. */
  readonly der: Uint8Array;
  /** The part that is signed. */
  readonly tbs: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** Upper-case hex, as `openssl x509 -serial` shows it. */
  readonly serialNumber: string;
  /** The serial number as the whole INTEGER it is encoded as. */
  readonly serialNumberDer: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** The whole SubjectPublicKeyInfo. */
  readonly subjectPublicKeyInfo: Uint8Array;
  readonly publicKey: PublicKey;
  readonly extensions: CertificateExtensions;
  /** Null for an algorithm that we do not know. */
  readonly signatureAlgorithm: SignatureAlgorithm | null;
  readonly signatureAlgorithmOid: string;
  readonly signature: Uint8Array;
}

/**
 * Reads a certificate in DER. What comes back holds views of `der`: do not change those bytes while it is in use.
 *
 * Throws a PassError `ERR_PASS_CERTIFICATE_INVALID`, with the cause. Source: RFC 5280 §4.1.
 *
 * @example
 * ```ts
 * const { subject, notAfter } = parseCertificate(await readFile("pass.cer"));
 * ```
 */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return read(readDer(der, { limits: SIGNATURE_LIMITS.certificate }));
  } catch (cause) {
    if (!(cause instanceof PassError)) throw cause;
    throw new PassError("ERR_PASS_CERTIFICATE_INVALID", `The certificate cannot be read: ${cause.message}.`, { cause });
  }
}

function read(element: DerElement): Certificate {
  const { tbs, outerAlgorithm, signature } = readSignedEnvelope(element);
  const fields = readFields(tbs);
  const version = readVersion(fields.optionalContext(0));
  const serialNumber = fields.next("integer");
  const innerAlgorithm = fields.next("sequence");
  // RFC 5280 §4.1.1.2: the outer one is not signed, so it must not differ from the inner one that is.
  if (!equalBytes(innerAlgorithm.bytes, outerAlgorithm.bytes)) {
    throw derInvalid("The certificate names two signature algorithms", innerAlgorithm.offset); // guard: two-algorithms
  }
  const issuer = readName(fields.next("sequence"));
  const validity = readFields(fields.next("sequence"));
  const notBefore = readTime(validity.next());
  const notAfter = readTime(validity.next());
  validity.end();
  const subject = readName(fields.next("sequence"));
  const subjectPublicKeyInfo = fields.next("sequence");
  // issuerUniqueID and subjectUniqueID: nobody uses them, some old certificates have them.
  fields.optionalContext(1);
  fields.optionalContext(2);
  const explicitExtensions = fields.optionalContext(3);
  fields.end();
  if (explicitExtensions !== null && version !== 3) {
    throw derInvalid("Only version 3 has extensions", explicitExtensions.offset);
  }
  const signatureAlgorithmOid = readAlgorithm(innerAlgorithm);

  return {
    der: element.bytes,
    tbs: tbs.bytes,
    version,
    serialNumber: readSerialNumber(serialNumber),
    serialNumberDer: serialNumber.bytes,
    issuer,
    subject,
    notBefore,
    notAfter,
    subjectPublicKeyInfo: subjectPublicKeyInfo.bytes,
    publicKey: readPublicKey(subjectPublicKeyInfo),
    extensions: readExtensions(explicitExtensions === null ? null : readOnlyChild(explicitExtensions)),
    signatureAlgorithm: signatureAlgorithmOf(signatureAlgorithmOid),
    signatureAlgorithmOid,
    signature,
  };
}

function readVersion(explicit: DerElement | null): 1 | 2 | 3 {
  if (explicit === null) return 1;
  const value = readSmallInteger(readOnlyChild(explicit));
  if (value === 0) return 1;
  if (value === 1) return 2;
  if (value === 2) return 3;
  throw derInvalid(`No such version of certificates: ${value + 1}`, explicit.offset);
}

/** True while the certificate is valid, both ends included (RFC 5280 §4.1.2.5). */
export function isValidAt(certificate: Certificate, time: Date): boolean {
  return certificate.notBefore <= time && time <= certificate.notAfter;
}

/** True when both are the same certificate, octet for octet. */
export function isSameCertificate(left: Certificate, right: Certificate): boolean {
  return equalBytes(left.der, right.der);
}
