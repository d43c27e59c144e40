import { equalBytes } from "../der/bytes.ts";
import { type Certificate, isSameCertificate } from "./certificate.ts";
import { issuingGeneration } from "./certificate-facts.ts";
import type { SignedData } from "./cms.ts";
import { equalNames, nameToString } from "./distinguished-name.ts";
import { isSignedBy, namesAsIssuer } from "./issuance.ts";
import type { SignatureOddity } from "./signature-report.ts";

/** What the oddities of a signature are found in. */
export interface OdditySource {
  readonly signedData: SignedData;
  readonly embedded: readonly Certificate[];
  /** The first signer's certificate. */
  readonly leaf: Certificate | null;
  readonly anchors: readonly Certificate[];
  readonly manifest: Uint8Array;
}

/** What is unusual about a signature, whether or not it holds. */
export async function findOddities(source: OdditySource): Promise<readonly SignatureOddity[]> {
  return [...findStructural(source), ...findSignerOddities(source), ...(await findIssuerOddities(source))];
}

function findStructural({ signedData, embedded, anchors, manifest }: OdditySource): readonly SignatureOddity[] {
  const { content, indefiniteLength, trailingBytes, signers } = signedData;
  const oddities: SignatureOddity[] = [];
  if (content !== null) {
    const detail = equalBytes(content, manifest) ? "the content is manifest.json" : "the content is not manifest.json";
    oddities.push({ kind: "attached-content", detail });
  }
  if (indefiniteLength) oddities.push({ kind: "indefinite-length" });
  if (trailingBytes > 0) oddities.push({ kind: "trailing-bytes", detail: String(trailingBytes) });
  if (signers.length > 1) oddities.push({ kind: "many-signers", detail: String(signers.length) });
  const root = embedded.find((certificate) => isRoot(certificate, anchors));
  if (root !== undefined) oddities.push({ kind: "root-embedded", detail: nameToString(root.subject) });
  return oddities;
}

function isRoot(certificate: Certificate, anchors: readonly Certificate[]): boolean {
  const selfIssued = equalNames(certificate.issuer, certificate.subject);
  const isAuthority = certificate.extensions.basicConstraints?.ca ?? false;
  return (selfIssued && isAuthority) || anchors.some((anchor) => isSameCertificate(anchor, certificate));
}

function findSignerOddities({ signedData, leaf }: OdditySource): readonly SignatureOddity[] {
  const [signer] = signedData.signers;
  if (signer === undefined) return [];
  const { attributes, digest, identifier } = signer;
  const oddities: SignatureOddity[] = [];
  if (attributes === null) oddities.push({ kind: "no-signed-attributes" });
  if ((attributes?.signingTime ?? null) === null) oddities.push({ kind: "no-signing-time" });
  if (attributes?.sorted === false) oddities.push({ kind: "unsorted-attributes" });
  if (identifier.kind === "key-id") oddities.push({ kind: "signer-by-key-id" });
  if (digest === "md5" || digest === "sha1") oddities.push({ kind: "weak-digest", detail: digest });
  if (leaf === null) oddities.push({ kind: "signer-certificate-missing" });
  return oddities;
}

/** Whether the file has the certificate above the signer's, as it should; one that issued itself needs none. */
async function findIssuerOddities({ embedded, leaf }: OdditySource): Promise<readonly SignatureOddity[]> {
  if (leaf === null || equalNames(leaf.issuer, leaf.subject)) return [];
  const others = embedded.filter((certificate) => certificate !== leaf);
  for (const issuer of others) {
    if (namesAsIssuer(leaf, issuer) && (await isSignedBy(leaf, issuer))) return [];
  }
  const wrong = others.filter(({ extensions }) => extensions.hasWwdrMarker || extensions.basicConstraints?.ca === true);
  const needed = await issuingGeneration(leaf);
  const detail = needed === "not-apple" ? nameToString(leaf.issuer) : `WWDR ${needed}`;
  return [{ kind: wrong.length > 0 ? "wrong-issuer-embedded" : "issuer-not-embedded", detail }];
}
