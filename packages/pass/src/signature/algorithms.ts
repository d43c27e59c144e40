import { readFields } from "../der/der-fields.ts";
import type { DerElement } from "../der/der-reader.ts";
import { readOid } from "../der/der-values.ts";
import { OIDS } from "../der/oids.ts";
import type { DigestName, SignatureAlgorithm } from "../platform/platform.ts";

/** Digests by object identifier. */
const DIGESTS: ReadonlyMap<string, DigestName> = /* @__PURE__ */ new Map<string, DigestName>([
  [OIDS.md5, "md5"],
  [OIDS.sha1, "sha1"],
  [OIDS.sha256, "sha256"],
  [OIDS.sha384, "sha384"],
  [OIDS.sha512, "sha512"],
]);

/** Signature algorithms that name their digest. RSASSA-PSS is none of them: no pass and no certificate of Apple's has it. */
const SIGNATURES: ReadonlyMap<string, SignatureAlgorithm> = /* @__PURE__ */ new Map<string, SignatureAlgorithm>([
  [OIDS.md5WithRsa, { scheme: "rsa", digest: "md5" }],
  [OIDS.sha1WithRsa, { scheme: "rsa", digest: "sha1" }],
  [OIDS.sha1WithRsaOiw, { scheme: "rsa", digest: "sha1" }],
  [OIDS.sha256WithRsa, { scheme: "rsa", digest: "sha256" }],
  [OIDS.sha384WithRsa, { scheme: "rsa", digest: "sha384" }],
  [OIDS.sha512WithRsa, { scheme: "rsa", digest: "sha512" }],
  [OIDS.ecdsaWithSha1, { scheme: "ecdsa", digest: "sha1" }],
  [OIDS.ecdsaWithSha256, { scheme: "ecdsa", digest: "sha256" }],
  [OIDS.ecdsaWithSha384, { scheme: "ecdsa", digest: "sha384" }],
  [OIDS.ecdsaWithSha512, { scheme: "ecdsa", digest: "sha512" }],
]);

/** The object identifier of an AlgorithmIdentifier; none of the algorithms here depends on its parameters. */
export function readAlgorithm(element: DerElement): string {
  return readOid(readFields(element).next("oid"));
}

/** The digest of that object identifier, or null for one we do not know. */
export function digestOf(oid: string): DigestName | null {
  return DIGESTS.get(oid) ?? null;
}

/** The algorithm of a certificate's signature, or null for one we do not know. */
export function signatureAlgorithmOf(oid: string): SignatureAlgorithm | null {
  return SIGNATURES.get(oid) ?? null;
}

/**
 * The algorithm of a CMS signature. Its identifier may name the key's algorithm alone (RFC 3370 §3.2): then the digest is
 * that of the signer. Where both name a digest they must be the same (RFC 8933 §3), or an attacker could mix the strength
 * of one with the weakness of the other.
 */
export function cmsSignatureAlgorithmOf(oid: string, digest: DigestName): SignatureAlgorithm | null {
  if (oid === OIDS.rsaEncryption) return { scheme: "rsa", digest };
  if (oid === OIDS.ecPublicKey) return { scheme: "ecdsa", digest };
  const algorithm = signatureAlgorithmOf(oid);
  if (algorithm?.digest !== digest) return null; // guard: digest-mismatch
  return algorithm;
}
