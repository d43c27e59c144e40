import { OIDS } from "../der/oids.ts";
import { loadAppleCertificates } from "./apple-certificates.ts";
import { type Certificate, isSameCertificate, isValidAt } from "./certificate.ts";
import { certificateFacts } from "./certificate-facts.ts";
import { equalNames } from "./distinguished-name.ts";
import { readCertificates } from "./read-certificate.ts";
import type { CertificateFacts, WwdrGeneration } from "./signature-report.ts";
import { openSigningKey, proveSigningKey } from "./signing-key.ts";
import { PassError } from "../errors.ts";

/** What a certificate is, of those that developers of passes meet. */
export type CertificateKind =
  | "pass-type"
  | "pass-type-nfc"
  | "push"
  | "website-push"
  | "apple-pay-merchant"
  | "development"
  | "distribution"
  | "developer-id"
  | "intermediate"
  | "root"
  | "other";

/** What a certificate can be used for. */
export type CertificateUse =
  /** Signs passes. */
  | "sign-passes"
  /** Signs passes that have NFC keys or personalization. */
  | "sign-nfc-passes"
  /** Is the client certificate towards APNs that tells devices of a changed pass. */
  | "push-pass-updates"
  /** Issues certificates; as `intermediate` it stands beside the signing certificate. */
  | "issue-certificates";

/** A certificate explained. */
export interface CertificateInspection {
  readonly kind: CertificateKind;
  readonly facts: CertificateFacts;
  readonly uses: readonly CertificateUse[];
  readonly validNow: boolean;
  /** Whole days until it expires, rounded down; negative once it has expired. */
  readonly daysLeft: number;
  /** Of a Worldwide Developer Relations intermediate: its own generation, by its fingerprint; else null. */
  readonly generation: Exclude<WwdrGeneration, "not-apple"> | null;
  /** A certificate of Apple's that is bundled, or one that a bundled intermediate issued: proved by signature, not by name. */
  readonly isApple: boolean;
}

const DAY = 86_400_000;

/**
 * Apple's markers below 1.2.840.113635.100.6 and what they tell: Certification Practice Statement of the Worldwide Developer
 * Relations authority, §4.11; Security framework, `oids.c`. The first that is there decides.
 */
const MARKERS: readonly (readonly [oid: string, kind: CertificateKind])[] = [
  [OIDS.applePassNfcMarker, "pass-type-nfc"],
  [OIDS.applePassTypeMarker, "pass-type"],
  ["1.2.840.113635.100.6.1.17", "website-push"],
  ["1.2.840.113635.100.6.32", "apple-pay-merchant"],
  ["1.2.840.113635.100.6.1.13", "developer-id"],
  ["1.2.840.113635.100.6.1.14", "developer-id"],
  ["1.2.840.113635.100.6.1.4", "distribution"],
  ["1.2.840.113635.100.6.1.7", "distribution"],
  ["1.2.840.113635.100.6.1.8", "distribution"],
  ["1.2.840.113635.100.6.1.2", "development"],
  ["1.2.840.113635.100.6.1.12", "development"],
  ["1.2.840.113635.100.6.3.1", "push"],
  [OIDS.applePushMarker, "push"],
];

/**
 * Explains a certificate: what it is, for whom, until when, who issued it, what it can be used for. PEM (the first of
 * several) or DER, as Apple's `.cer`.
 *
 * @throws PassError `ERR_PASS_CERTIFICATE_INVALID`, which says what was given instead; `ERR_PASS_PEM_INVALID`.
 *
 * @example
 * ```ts
 * const { kind, facts, daysLeft } = await inspectCertificate(await readFile("pass.cer"));
 * ```
 */
export async function inspectCertificate(
  input: string | Uint8Array,
  options: { readonly now?: Date } = {},
): Promise<CertificateInspection> {
  const { now = new Date() } = options;
  const [certificate] = readCertificates(input);
  const { roots, intermediates } = await loadAppleCertificates();
  const facts = await certificateFacts(certificate);
  const generation = intermediates.find((apple) => isSameCertificate(apple.certificate, certificate))?.generation ?? null;
  const kind = kindOf(certificate, facts);
  return {
    kind,
    facts,
    uses: usesOf(kind, certificate, facts),
    validNow: isValidAt(certificate, now),
    daysLeft: Math.floor((certificate.notAfter.getTime() - now.getTime()) / DAY),
    generation,
    isApple: generation !== null || facts.wwdr !== "not-apple" || roots.some((root) => isSameCertificate(root, certificate)),
  };
}

/**
 * Whether a private key belongs to a certificate: Apple's `.cer` and the key of the request it answers. PEM or DER.
 *
 * @throws PassError as `Signer.create` does for a certificate or a key that cannot be read.
 *
 * @example
 * ```ts
 * if (!(await certificateMatchesKey(cer, privateKeyPem))) console.error("This certificate was made for another request.");
 * ```
 */
export async function certificateMatchesKey(
  certificate: string | Uint8Array,
  privateKey: string | Uint8Array | CryptoKey,
  passphrase?: string,
): Promise<boolean> {
  const [parsed] = readCertificates(certificate);
  try {
    await proveSigningKey(parsed, await openSigningKey(parsed, privateKey, passphrase));
    return true;
  } catch (error) {
    if (error instanceof PassError && error.code === "ERR_PASS_SIGN_KEY_MISMATCH") return false;
    throw error;
  }
}

function kindOf(certificate: Certificate, facts: CertificateFacts): CertificateKind {
  const { basicConstraints, present } = certificate.extensions;
  if (basicConstraints?.ca === true) return equalNames(certificate.subject, certificate.issuer) ? "root" : "intermediate";
  const kind = MARKERS.find(([oid]) => present.includes(oid))?.[1] ?? "other";
  // A marker alone makes no pass certificate: the extended key usage is needed too.
  if (kind !== "pass-type" && kind !== "pass-type-nfc") return kind;
  if (!facts.isPassTypeCertificate) return "other";
  return facts.allowsNfc ? "pass-type-nfc" : "pass-type";
}

function usesOf(kind: CertificateKind, certificate: Certificate, facts: CertificateFacts): readonly CertificateUse[] {
  if (kind === "root" || kind === "intermediate") return ["issue-certificates"];
  if (!facts.isPassTypeCertificate) return [];
  const isClient = certificate.extensions.extendedKeyUsage?.includes(OIDS.clientAuth) ?? false;
  return [
    "sign-passes",
    ...(facts.allowsNfc ? (["sign-nfc-passes"] as const) : []),
    ...(isClient && certificate.extensions.hasPushMarker ? (["push-pass-updates"] as const) : []),
  ];
}
