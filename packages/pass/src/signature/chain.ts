import { type Certificate, isSameCertificate } from "./certificate.ts";
import { equalNames, nameInSentence } from "./distinguished-name.ts";
import { isSignedBy, namesAsIssuer } from "./issuance.ts";
import { SIGNATURE_LIMITS } from "./signature-limits.ts";

/** What a path may be built from. */
export interface ChainMaterial {
  /** Certificates that lie in the signature. */
  readonly embedded: readonly Certificate[];
  /** Intermediates at hand beside those. */
  readonly intermediates: readonly Certificate[];
  /** Certificates that are trusted as they are, and nothing but these. */
  readonly anchors: readonly Certificate[];
}

/** A way from a leaf to a trust anchor on which every link holds, whatever the time. */
export interface CertificatePath {
  /** Leaf first, trust anchor last. */
  readonly certificates: readonly Certificate[];
  /** Everything between leaf and anchor lies in the signature. */
  readonly fromEmbedded: boolean;
}

/** The outcome of {@link findPaths}. */
export interface PathSearch {
  readonly paths: readonly CertificatePath[];
  /** Where there is no path: what stood in the way, a sentence without a full stop. */
  readonly problem: string | null;
}

/**
 * Finds the paths from `leaf` to a trust anchor (RFC 5280 §6.1), time and revocation apart: whether a certificate of the
 * path was valid then or is valid now are other questions. More than one path is normal, as Apple issued the first
 * intermediate twice with one key, and which of them was valid when decides.
 *
 * The search is bounded (`SIGNATURE_LIMITS`): a hostile file with dozens of look-alikes of an issuer ends it early.
 */
export async function findPaths(leaf: Certificate, material: ChainMaterial): Promise<PathSearch> {
  const leafProblem = checkLeaf(leaf);
  if (leafProblem !== null) return { paths: [], problem: leafProblem };
  const search = new Search(material);
  await search.extend([leaf], true);
  return { paths: search.paths, problem: search.paths.length > 0 ? null : search.problem };
}

/** What a signer's certificate must be, whoever issued it. */
function checkLeaf(leaf: Certificate): string | null {
  const { keyUsage, unknownCritical } = leaf.extensions;
  if (unknownCritical.length > 0) return unknownCriticalProblem(leaf); // guard: leaf-unknown-critical
  // RFC 5280 §4.2.1.3: a key for something else, such as encryption, must not sign documents.
  if (keyUsage !== null && !keyUsage.digitalSignature && !keyUsage.nonRepudiation) {
    return `${label(leaf)} has a key that must not sign (key usage)`; // guard: leaf-key-usage
  }
  return null;
}

/** Depth-first, anchors before intermediates, certificates of the file before those at hand. */
class Search {
  readonly paths: CertificatePath[] = [];
  readonly #material: ChainMaterial;
  #linkChecks = 0;
  #stopped = false;
  #problem: { readonly depth: number; readonly text: string } | null = null;

  constructor(material: ChainMaterial) {
    this.#material = material;
  }

  get problem(): string | null {
    return this.#stopped ? STOPPED : (this.#problem?.text ?? null);
  }

  /** Goes on from a path whose links hold so far. */
  async extend(path: readonly Certificate[], fromEmbedded: boolean): Promise<void> {
    const last = path.at(-1);
    if (last === undefined) return;
    // Exact match: a certificate with the name of a root, or even with its key, is not the root.
    const { anchors } = this.#material;
    if (anchors.some((anchor) => isSameCertificate(anchor, last))) {
      this.paths.push({ certificates: path, fromEmbedded });
      return;
    }
    for (const { issuer, kind } of this.#issuersOf(path)) {
      if (this.paths.length >= SIGNATURE_LIMITS.maxPaths) return;
      const problem = checkIssuer(path, issuer, kind === "anchor") ?? (await this.#checkSignature(last, issuer));
      if (problem !== null) {
        this.#note(path.length, problem);
        continue;
      }
      await this.extend([...path, issuer], fromEmbedded && kind !== "at-hand");
    }
    if (this.paths.length === 0) this.#note(path.length - 1, this.#noIssuerProblem(last));
  }

  /** Certificates that could be next, once each. */
  #issuersOf(path: readonly Certificate[]): readonly Candidate[] {
    if (path.length >= SIGNATURE_LIMITS.maxPathLength) return []; // guard: path-too-long
    const { anchors, embedded, intermediates } = this.#material;
    const last = path.at(-1);
    const candidates: Candidate[] = [];
    const add = (kind: Candidate["kind"], certificates: readonly Certificate[]): void => {
      for (const issuer of certificates) {
        if (last === undefined || !namesAsIssuer(last, issuer)) continue;
        // A certificate comes once in a path, or two that issued each other would send the search in circles.
        if (path.some((earlier) => isSameCertificate(earlier, issuer))) continue; // guard: loop
        if (!candidates.some((known) => isSameCertificate(known.issuer, issuer))) candidates.push({ issuer, kind });
      }
    };
    add("anchor", anchors);
    add("embedded", embedded);
    add("at-hand", intermediates);
    return candidates;
  }

  async #checkSignature(certificate: Certificate, issuer: Certificate): Promise<string | null> {
    if (this.#linkChecks >= SIGNATURE_LIMITS.maxLinkChecks) return this.#stop(); // guard: work-limit
    this.#linkChecks += 1;
    const signed = await isSignedBy(certificate, issuer);
    return signed ? null : `The signature on ${label(certificate)} is not by the key of ${label(issuer)}`;
  }

  #stop(): string {
    this.#stopped = true;
    return STOPPED;
  }

  #noIssuerProblem(certificate: Certificate): string {
    const selfIssued = equalNames(certificate.issuer, certificate.subject);
    if (selfIssued) return `${label(certificate)} was issued by itself and is not trusted`;
    return `No certificate at hand is the issuer of ${label(certificate)}: “${nameInSentence(certificate.issuer)}”`;
  }

  /** Keeps the problem met farthest along: that of the path that nearly held. */
  #note(depth: number, text: string): void {
    if (this.#problem === null || depth > this.#problem.depth) this.#problem = { depth, text };
  }
}

const STOPPED = "The search for an issuer was stopped: too many certificates could be it";

interface Candidate {
  readonly issuer: Certificate;
  readonly kind: "anchor" | "embedded" | "at-hand";
}

/**
 * Whether a certificate may stand above `path` as an issuer (RFC 5280 §6.1.4). A trust anchor is a name and a key (§6.1.1
 * d) and need state nothing; what it does state is held (RFC 5937 §3).
 */
function checkIssuer(path: readonly Certificate[], issuer: Certificate, isAnchor: boolean): string | null {
  const { basicConstraints, keyUsage, hasNameConstraints, unknownCritical } = issuer.extensions;
  // The oldest hole of all: whoever has any leaf issues certificates with it.
  const isAuthority = basicConstraints === null ? isAnchor : basicConstraints.ca;
  if (!isAuthority) return `${label(issuer)} is not a certificate authority`; // guard: basic-constraints
  const pathLength = basicConstraints?.pathLength ?? null;
  if (pathLength !== null && authoritiesBelow(path) > pathLength) {
    return `${label(issuer)} allows ${pathLength} authorities below it`; // guard: path-length
  }
  if (keyUsage !== null && !keyUsage.keyCertSign) {
    return `${label(issuer)} has a key that must not sign certificates (key usage)`; // guard: key-cert-sign
  }
  if (unknownCritical.length > 0) return unknownCriticalProblem(issuer); // guard: issuer-unknown-critical
  if (hasNameConstraints) return `${label(issuer)} limits names in a way that is not followed here`; // guard: name-constraints
  return null;
}

/** Authorities between the leaf and the next certificate; ones that issued themselves do not count (RFC 5280 §6.1.4 l). */
function authoritiesBelow(path: readonly Certificate[]): number {
  return path.slice(1).filter(({ issuer, subject }) => !equalNames(issuer, subject)).length;
}

function unknownCriticalProblem(certificate: Certificate): string {
  return `${label(certificate)} has a critical extension that is not understood: ${certificate.extensions.unknownCritical.join(", ")}`;
}

function label({ subject }: Certificate): string {
  return `“${nameInSentence(subject)}”`;
}
