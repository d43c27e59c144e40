import type { KeyMaterial, PassCertificate, ThrowawayAuthority } from "@passwright/sandbox";
import type { CheckSubject } from "../../src/check/subject.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { PassStyle } from "../../src/model/style.ts";

/** What a signature of an example differs in from a good one. */
export interface OddSignature {
  /** The signer's certificate and key; the one for the base pass when absent. */
  readonly signer?: PassCertificate;
  /** Certificates to embed instead of the signer's and its intermediate. */
  readonly embed?: readonly Uint8Array[];
  /** Null leaves it out. */
  readonly signingTime?: Date | null;
  /** No signed attributes at all: the signature is over the manifest itself. */
  readonly signedAttributes?: false;
  readonly digest?: "sha1" | "sha256";
  /** The manifest stands inside the signature. */
  readonly attached?: boolean;
  readonly signers?: 1 | 2;
  /** The digest that is signed is another one's. */
  readonly wrongDigest?: boolean;
  readonly sortedAttributes?: false;
}

/** Makes and signs packages with a throwaway authority, for examples about the archive, the manifest and the signature. */
export interface PackageKit {
  /** The example's files (base pass, patched), signed and packed. */
  build(): Promise<Uint8Array>;
  /** The same as separate parts, to be altered and packed by hand. */
  parts(): Promise<Map<string, Uint8Array>>;
  /** Packs files as they are, in this order. */
  pack(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array>;
  /** The files with a manifest and a signature of their own; those that are there are replaced. */
  sign(files: ReadonlyMap<string, Uint8Array>, odd?: OddSignature): Promise<Map<string, Uint8Array>>;
  /** A finished package with an unusual signature. */
  buildSigned(odd: OddSignature): Promise<Uint8Array>;
  /** The authority that the checks of examples trust, for certificates of other kinds. */
  readonly authority: ThrowawayAuthority;
  /** The key of the usual signer: making one takes long. */
  readonly key: KeyMaterial;
  /** The identifiers of the base pass. */
  readonly names: { readonly passTypeIdentifier: string; readonly teamIdentifier: string };
}

/**
 * A pass that a rule is tried on: a conforming base pass of a style (its pass.json and images are in `base-pass.ts`), changed.
 * Without `package` it is checked as a source; with it, as the finished package that the function returns.
 */
export interface RuleExample {
  /** Style of the base pass; `generic` when absent. */
  readonly style?: PassStyle;
  /** JSON merge patch (RFC 7396) over the base pass.json: null removes a key. */
  readonly pass?: JsonObject;
  /** The whole text of pass.json instead, for faults of syntax. */
  readonly passText?: string | Uint8Array;
  /** Files to add or replace; null removes. Text is written as UTF-8. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly package?: (kit: PackageKit) => Promise<Uint8Array>;
  readonly fileName?: string;
  /** Changes what was gathered before the rules are asked: for facts that only Apple's own keys could make. */
  readonly alter?: (subject: CheckSubject) => CheckSubject;
  /** Lists of revoked certificates for the check, made with the kit's authority. */
  readonly revocationLists?: (kit: PackageKit) => Promise<readonly Uint8Array[]>;
  /** ISO date of the check; a fixed day in 2026 when absent. */
  readonly now?: string;
}

/** The two examples every rule has: one that it must find, one (close to the first) that it must not. */
export interface RuleExamples {
  readonly triggers: RuleExample | readonly RuleExample[];
  readonly passes: RuleExample | readonly RuleExample[];
}

/** Examples of an area by rule id. */
export type AreaExamples = Readonly<Record<string, RuleExamples>>;
