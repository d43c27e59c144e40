import { type CertificateWarning, expiryWarnings } from "../../../certificates/certificate-warnings.ts";
import type { HeldCertificate } from "../../../certificates/held-certificate.ts";
import type { CertificateRequestRecord } from "../../../storage/certificates/certificate-storage.ts";
import type { ApiCall } from "../../api-context.ts";
import { toOptionalTime, toTime } from "../answers.ts";

/** A certificate as its issuer sees it: with all but its key. */
export function toCertificate({ certificates, clock }: ApiCall, held: HeldCertificate) {
  const { id, source, file, passTypeIdentifier, signer, issuerNotAfter, createdAt } = held;
  const { subject, issuer, teamIdentifier, fingerprint, notBefore, notAfter, allowsNfc } = signer.facts;
  return {
    id,
    passTypeIdentifier,
    state: "ready",
    source,
    file,
    subject,
    issuer,
    teamIdentifier,
    fingerprint,
    validFrom: notBefore.toISOString(),
    expiresAt: notAfter.toISOString(),
    issuerExpiresAt: toTime(issuerNotAfter),
    expired: notAfter.getTime() <= clock(),
    allowsNfc,
    signs: certificates.signing(passTypeIdentifier) === held,
    pushes: certificates.pushing(passTypeIdentifier) === held,
    createdAt: toOptionalTime(createdAt),
    warnings: expiryWarnings(certificates, clock())
      .filter((warning) => "fingerprint" in warning && warning.fingerprint === fingerprint)
      .map(toWarning),
  };
}

/** A key that waits for its certificate. */
export function toPendingCertificate({ id, passTypeIdentifier, createdAt }: Omit<CertificateRequestRecord, "request">) {
  return {
    id,
    passTypeIdentifier,
    state: "requested",
    source: "api",
    file: null,
    subject: null,
    issuer: null,
    teamIdentifier: null,
    fingerprint: null,
    validFrom: null,
    expiresAt: null,
    issuerExpiresAt: null,
    expired: false,
    allowsNfc: false,
    signs: false,
    pushes: false,
    createdAt: toTime(createdAt),
    warnings: [],
  };
}

export function toWarning(warning: CertificateWarning) {
  return "expiresAt" in warning ? { ...warning, expiresAt: toTime(warning.expiresAt) } : warning;
}
