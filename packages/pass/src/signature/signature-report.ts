import type { DigestName } from "../platform/platform.ts";

/** Which Apple intermediate issued the leaf; `not-apple` when its issuer is none of them. */
export type WwdrGeneration = "G1" | "G2" | "G3" | "G4" | "G5" | "G6" | "G7" | "G8" | "not-apple";

/** A certificate, for people and for rules. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Upper-case hex without separators. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SHA-256 of the DER, lower-case hex. */
  readonly fingerprint: string;
  /** Subject UID: the pass type identifier. */
  readonly passTypeIdentifier: string | null;
  /** Subject OU: the team identifier. */
  readonly teamIdentifier: string | null;
  readonly commonName: string | null;
  /** The common name says "with NFC". */
  readonly allowsNfc: boolean;
  readonly isPassTypeCertificate: boolean;
  readonly key: string;
  /** The generation of the intermediate that issued it. */
  readonly wwdr: WwdrGeneration;
}

/** Something about the CMS that a rule reports. */
export type SignatureOddityKind =
  | "attached-content"
  | "no-signed-attributes"
  | "no-signing-time"
  | "unsorted-attributes"
  | "indefinite-length"
  | "signer-by-key-id"
  | "many-signers"
  | "root-embedded"
  | "weak-digest"
  | "signer-certificate-missing"
  | "issuer-not-embedded"
  | "wrong-issuer-embedded"
  | "trailing-bytes";

export interface SignatureOddity {
  readonly kind: SignatureOddityKind;
  readonly detail?: string;
}

/** Separate facts about a signature: none of them is drawn from another. */
export interface SignatureReport {
  /** False when the bytes are no CMS SignedData; `problem` says why, and every other fact is false or null. */
  readonly readable: boolean;
  readonly problem: string | null;
  /** The signature holds over the exact bytes of manifest.json. */
  readonly integrity: boolean;
  /** Leaf → intermediates (from the file or bundled) → trust anchor, whatever the time. */
  readonly chain: boolean;
  /** The same with the certificates of the file alone. */
  readonly chainFromEmbedded: boolean;
  /** Why the chain does not hold. */
  readonly chainProblem: string | null;
  /**
   * The signer's UID, and Apple's marker where it has one, is passTypeIdentifier and its OU is teamIdentifier; null when
   * pass.json has neither to compare.
   */
  readonly identity: boolean | null;
  /**
   * There is a chain, and every certificate of it was valid at the signing time that the signature states; null without a
   * signing time.
   */
  readonly validAtSigning: boolean | null;
  /** There is a chain, and every certificate of it is valid now. */
  readonly validNow: boolean;
  readonly signingTime: Date | null;
  /** The generation of the Apple intermediate whose key signed the signer's certificate; null without that certificate. */
  readonly wwdr: WwdrGeneration | null;
  readonly digest: DigestName | null;
  /** What the given lists of revoked certificates say; `not-checked` where none of them speaks about the signer. */
  readonly revocation: "not-checked" | "good" | "revoked";
  /** Of a revoked certificate: when, why (a name of RFC 5280 §5.3.1), and its serial number. */
  readonly revoked?: { readonly at: Date; readonly reason: string; readonly serialNumber: string };
  readonly signer: CertificateFacts | null;
  /** The chain as it was built, leaf first. */
  readonly certificates: readonly CertificateFacts[];
  /** Certificates in the file. */
  readonly embedded: readonly CertificateFacts[];
  readonly oddities: readonly SignatureOddity[];
}
