import { equalBytes } from "../der/bytes.ts";
import { OIDS } from "../der/oids.ts";
import { platform } from "#platform";
import { cmsSignatureAlgorithmOf } from "./algorithms.ts";
import type { Certificate } from "./certificate.ts";
import type { SignedData, SignerIdentifier, SignerInfo } from "./cms.ts";
import { equalNames } from "./distinguished-name.ts";
import { isUsableKey } from "./public-key.ts";

/** The certificate that a signer names, among those at hand. */
export function findSignerCertificate({ identifier }: SignerInfo, certificates: readonly Certificate[]): Certificate | null {
  return certificates.find((certificate) => isNamedBy(certificate, identifier)) ?? null;
}

function isNamedBy(certificate: Certificate, identifier: SignerIdentifier): boolean {
  if (identifier.kind === "key-id") return certificate.extensions.subjectKeyIdentifier === identifier.keyIdentifier;
  if (!equalNames(certificate.issuer, identifier.issuer)) return false; // guard: signer-issuer
  return certificate.serialNumber === identifier.serialNumber; // guard: signer-serial
}

/**
 * Whether one signer's signature holds over `content` (RFC 5652 §5.6), with the key of `certificate`. Who that certificate
 * belongs to is another question. Content that lies in the signature itself is not looked at: what counts are the bytes
 * that the caller goes on to use.
 */
export async function isSignatureOver(
  content: Uint8Array,
  signedData: SignedData,
  signer: SignerInfo,
  certificate: Certificate,
): Promise<boolean> {
  const { digest, attributes, signature, signatureAlgorithmOid } = signer;
  if (digest === null) return false;
  const algorithm = cmsSignatureAlgorithmOf(signatureAlgorithmOid, digest);
  if (algorithm === null) return false;
  if (!isUsableKey(certificate.publicKey)) return false; // guard: signer-key-size

  if (attributes === null) {
    // RFC 5652 §5.3: other content than plain data must have signed attributes.
    if (signedData.contentType !== OIDS.data) return false; // guard: attributes-required
    // A signature over attributes is also one over content that consists of those attributes: an attacker who drops them
    // from a signature and sends them as the content would have it verified (RFC 5652 §5.4 digests both alike).
    if (content[0] === SET) return false; // guard: attributes-as-content
  } else {
    if (attributes.contentType !== signedData.contentType) return false; // guard: content-type
    // The signature is over the attributes alone; this line is what ties it to the content.
    const expected = await platform.digest(digest, content);
    if (attributes.messageDigest === null || !equalBytes(attributes.messageDigest, expected)) return false; // guard: message-digest
  }
  const signed = attributes?.signedBytes ?? content;
  return platform.verify(algorithm, certificate.subjectPublicKeyInfo, signed, signature); // guard: signature
}

/** First octet of signed attributes as they are digested. No JSON that a manifest can be begins with it ("1"). */
const SET = 0x31;
