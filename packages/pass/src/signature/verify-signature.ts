import { PassError } from "../errors.ts";
import { type Certificate, isValidAt, parseCertificate } from "./certificate.ts";
import { certificateFacts, issuingGeneration } from "./certificate-facts.ts";
import { type CertificatePath, findPaths, type PathSearch } from "./chain.ts";
import { readSignedData, type SignedData } from "./cms.ts";
import { parseRevocationList } from "./crl.ts";
import { describeSignatureBytes } from "./describe-signature-bytes.ts";
import { OIDS } from "../der/oids.ts";
import { nameAttribute } from "./distinguished-name.ts";
import { checkRevocation, type RevocationVerdict } from "./revocation.ts";
import { findOddities } from "./signature-oddities.ts";
import type { SignatureReport } from "./signature-report.ts";
import { loadTrust, type Trust, withKnown } from "./trust.ts";
import { findSignerCertificate, isSignatureOver } from "./verify-signer.ts";

/** What {@link verifySignature} takes. */
export interface VerifySignatureInput {
  /** The bytes of the file `signature`. */
  readonly signature: Uint8Array;
  /** The bytes of `manifest.json`, exactly as they lie in the pass. */
  readonly manifest: Uint8Array;
  /** Of pass.json, to compare with the certificate. */
  readonly passTypeIdentifier?: string | null | undefined;
  /** Of pass.json, to compare with the certificate. */
  readonly teamIdentifier?: string | null | undefined;
  /** The time for `validNow` and for how current a revocation list is; the clock's time unless given. */
  readonly now?: Date | undefined;
  /** Certificates in DER to trust *instead of* Apple's roots; see `appleRootCertificates` to trust both. */
  readonly trustAnchors?: readonly Uint8Array[] | undefined;
  /** Certificates in DER to build a path with, beside those of the file and Apple's. They give no trust. */
  readonly intermediates?: readonly Uint8Array[] | undefined;
  /** Lists of revoked certificates in DER; nothing is ever fetched. */
  readonly revocationLists?: readonly Uint8Array[] | undefined;
}

/**
 * Verifies the signature of a pass: separate facts, none drawn from another, so that an altered manifest still has its
 * signer named and an expired certificate does not hide a good signature. What of it makes a pass unfit is for the checks
 * to say.
 *
 * A bad signature, whatever its bytes, gives a report and never an error. Rejects with `ERR_PASS_CERTIFICATE_INVALID` or
 * `ERR_PASS_REVOCATION_LIST_INVALID` where one of the caller's own certificates or lists cannot be read.
 *
 * Source: RFC 5652 §5 (CMS), RFC 5280 §6 (paths).
 *
 * @example
 * ```ts
 * const report = await verifySignature({ signature, manifest, passTypeIdentifier: "pass.com.example.card" });
 * if (report.integrity && report.chain && report.validAtSigning) console.log("signed by", report.signer?.subject);
 * ```
 */
export async function verifySignature(input: VerifySignatureInput): Promise<SignatureReport> {
  const trust = await loadTrust(input);
  const revocationLists = (input.revocationLists ?? []).map(parseRevocationList);
  let signedData: SignedData;
  try {
    signedData = readSignedData(input.signature);
  } catch (error) {
    if (error instanceof PassError) return unreadable(describeSignatureBytes(input.signature, error));
    throw error;
  }

  const embedded = readEmbedded(signedData, trust);
  const [signer] = signedData.signers;
  const leaf = signer === undefined ? null : findSignerCertificate(signer, embedded);
  const search = await searchPaths(leaf, signedData, embedded, trust);
  const signingTime = signer?.attributes?.signingTime ?? null;
  const now = input.now ?? new Date();
  const path = choosePath(search.paths, signingTime, now);
  const revocation: RevocationVerdict =
    path === null ? { status: "not-checked" } : await checkRevocation(path.certificates, revocationLists, now);

  return {
    readable: true,
    problem: null,
    integrity: await isIntact(input.manifest, signedData, embedded),
    chain: search.paths.length > 0,
    chainFromEmbedded: search.paths.some(({ fromEmbedded }) => fromEmbedded),
    chainProblem: search.problem,
    identity: isIdentity(leaf, input.passTypeIdentifier ?? null, input.teamIdentifier ?? null),
    validAtSigning: signingTime === null ? null : search.paths.some((candidate) => isPathValidAt(candidate, signingTime)),
    validNow: search.paths.some((candidate) => isPathValidAt(candidate, now)),
    signingTime,
    wwdr: leaf === null ? null : await issuingGeneration(leaf),
    digest: signer?.digest ?? null,
    revocation: revocation.status,
    ...(revocation.status === "revoked"
      ? { revoked: { ...revocation.revocation, serialNumber: revocation.certificate.serialNumber } }
      : {}),
    signer: leaf === null ? null : await certificateFacts(leaf),
    certificates: await Promise.all((path?.certificates ?? []).map(certificateFacts)),
    embedded: await Promise.all(embedded.map(certificateFacts)),
    oddities: await findOddities({ signedData, embedded, leaf, anchors: trust.anchors, manifest: input.manifest }),
  };
}

function unreadable(problem: string): SignatureReport {
  return {
    readable: false,
    problem,
    integrity: false,
    chain: false,
    chainFromEmbedded: false,
    chainProblem: null,
    identity: null,
    validAtSigning: null,
    validNow: false,
    signingTime: null,
    wwdr: null,
    digest: null,
    revocation: "not-checked",
    signer: null,
    certificates: [],
    embedded: [],
    oddities: [],
  };
}

/** The certificates of the file that can be read: a damaged one is as good as missing. */
function readEmbedded({ certificates }: SignedData, trust: Trust): readonly Certificate[] {
  return certificates.flatMap((der) => {
    try {
      return [withKnown(trust, parseCertificate(der))];
    } catch (error) {
      if (error instanceof PassError) return [];
      throw error;
    }
  });
}

/** Every signer must hold: of two signatures, the one that a device looks at could be the other one. */
async function isIntact(manifest: Uint8Array, signedData: SignedData, embedded: readonly Certificate[]): Promise<boolean> {
  for (const signer of signedData.signers) {
    const certificate = findSignerCertificate(signer, embedded);
    if (certificate === null) return false;
    if (!(await isSignatureOver(manifest, signedData, signer, certificate))) return false; // guard: every-signer
  }
  return signedData.signers.length > 0; // guard: some-signer
}

async function searchPaths(
  leaf: Certificate | null,
  signedData: SignedData,
  embedded: readonly Certificate[],
  { anchors, intermediates }: Trust,
): Promise<PathSearch> {
  if (leaf !== null) return findPaths(leaf, { embedded, intermediates, anchors });
  const problem =
    signedData.signers.length === 0
      ? "The file holds certificates and no signature"
      : "The signer's certificate is not in the signature";
  return { paths: [], problem };
}

/** The path to show: one that held when the pass was signed, else one that holds now, else the first. */
function choosePath(paths: readonly CertificatePath[], signingTime: Date | null, now: Date): CertificatePath | null {
  const thenValid = signingTime === null ? undefined : paths.find((path) => isPathValidAt(path, signingTime));
  return thenValid ?? paths.find((path) => isPathValidAt(path, now)) ?? paths[0] ?? null;
}

function isPathValidAt({ certificates }: CertificatePath, time: Date): boolean {
  return certificates.every((certificate) => isValidAt(certificate, time)); // guard: validity
}

/**
 * Wallet compares pass.json with the certificate: the pass type identifier with Apple's marker (which is also the UID), the
 * team with the OU (Security framework, `SecPolicyCreatePassbookCardSigner`).
 */
function isIdentity(leaf: Certificate | null, passTypeIdentifier: string | null, teamIdentifier: string | null): boolean | null {
  if (passTypeIdentifier === null && teamIdentifier === null) return null;
  if (leaf === null) return false;
  const { subject, extensions } = leaf;
  if (passTypeIdentifier !== null) {
    if (nameAttribute(subject, OIDS.userId) !== passTypeIdentifier) return false; // guard: pass-type
    const { passTypeMarker } = extensions;
    if (passTypeMarker !== null && passTypeMarker !== passTypeIdentifier) return false; // guard: pass-type-marker
  }
  return teamIdentifier === null || nameAttribute(subject, OIDS.organizationalUnit) === teamIdentifier; // guard: team
}
