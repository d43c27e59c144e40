import { bytesToHex } from "../der/bytes.ts";
import { OIDS } from "../der/oids.ts";
import { platform } from "#platform";
import { loadAppleCertificates } from "./apple-certificates.ts";
import type { Certificate } from "./certificate.ts";
import { nameAttribute, nameToString } from "./distinguished-name.ts";
import { isSignedBy, namesAsIssuer } from "./issuance.ts";
import { publicKeyToString } from "./public-key.ts";
import type { CertificateFacts, WwdrGeneration } from "./signature-report.ts";

/**
 * A certificate for people and for rules. Names are written as RFC 4514 says, the last part first.
 *
 * @example
 * ```ts
 * const { passTypeIdentifier, teamIdentifier, notAfter } = await certificateFacts(parseCertificate(der));
 * ```
 */
export async function certificateFacts(certificate: Certificate): Promise<CertificateFacts> {
  const { subject, extensions } = certificate;
  const commonName = nameAttribute(subject, OIDS.commonName);
  return {
    subject: nameToString(subject),
    issuer: nameToString(certificate.issuer),
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    fingerprint: bytesToHex(await platform.digest("sha256", certificate.der)),
    passTypeIdentifier: nameAttribute(subject, OIDS.userId),
    teamIdentifier: nameAttribute(subject, OIDS.organizationalUnit),
    commonName,
    allowsNfc: extensions.nfcMarker !== null || (commonName !== null && commonName.includes("with NFC")),
    isPassTypeCertificate: isPassTypeCertificate(certificate),
    key: publicKeyToString(certificate.publicKey),
    wwdr: await issuingGeneration(certificate),
  };
}

/**
 * Whether Apple would let this certificate sign passes: it has the extended key usage 1.2.840.113635.100.4.14 *and* the
 * marker 1.2.840.113635.100.6.1.16. Both, as Apple's own policy asks for both (Security framework,
 * `SecPolicyCreatePassbookCardSigner`), and every Pass Type ID certificate since 2012 has both. A push certificate of the
 * same pass type has neither.
 */
export function isPassTypeCertificate({ extensions }: Certificate): boolean {
  if (extensions.extendedKeyUsage?.includes(OIDS.applePassSigning) !== true) return false; // guard: pass-key-usage
  return extensions.passTypeMarker !== null; // guard: pass-marker
}

/** The generation of the Apple intermediate whose key signed the certificate; not what the certificate says of itself. */
export async function issuingGeneration(certificate: Certificate): Promise<WwdrGeneration> {
  const { intermediates } = await loadAppleCertificates();
  for (const { generation, certificate: issuer } of intermediates) {
    if (namesAsIssuer(certificate, issuer) && (await isSignedBy(certificate, issuer))) return generation;
  }
  return "not-apple";
}
