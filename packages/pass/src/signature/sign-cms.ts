import {
  derContext,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derRetag,
  derSequence,
  derSet,
  derTime,
} from "../der/der-writer.ts";
import { OIDS } from "../der/oids.ts";
import { PassError } from "../errors.ts";

/** Everything of a signature that is the same for every pass of a signer. */
export interface CmsIdentity {
  /** The certificates to embed, DER: the leaf and the intermediate that issued it. */
  readonly certificates: readonly Uint8Array[];
  /** The leaf's issuer, a Name as its certificate encodes it. */
  readonly issuerName: Uint8Array;
  /** The leaf's serial number, the whole INTEGER. */
  readonly serialNumber: Uint8Array;
  readonly scheme: "rsa" | "ecdsa";
  /** Length of a signature in bytes where it is always the same (RSA); null where it varies (ECDSA in DER). */
  readonly signatureBytes: number | null;
}

/** Writes signatures of one identity. What they have in common is encoded once; each one is a copy with three splices. */
export interface CmsWriter {
  /**
   * The signed attributes as the SET that is digested and signed (RFC 5652 §5.4), in DER order: content type, signing time,
   * message digest.
   */
  attributes(manifestDigest: Uint8Array, signingTime: Date): Uint8Array;
  /** The finished ContentInfo. `attributes` are those of {@link CmsWriter.attributes}. */
  assemble(attributes: Uint8Array, signature: Uint8Array): Uint8Array;
}

/** SHA-256 as a digest: the parameters must be absent (RFC 5754 §2). */
const SHA256 = /* @__PURE__ */ derSequence(/* @__PURE__ */ derOid(OIDS.sha256));

/**
 * Prepares detached signatures over SHA-256 digests: SignedData version 1 with the signer named by issuer and serial number
 * (RFC 5652 §5.1, §5.3).
 */
export function createCmsWriter(identity: CmsIdentity): CmsWriter {
  // RFC 5652 §11.3: UTCTime until 2049, GeneralizedTime (two bytes longer) from 2050.
  const attributeTemplates = [createAttributes(new Date(0)), createAttributes(new Date(Date.UTC(2050, 0)))] as const;
  const shells = new Map<number, Shell>();
  if (identity.signatureBytes !== null) {
    for (const { bytes } of attributeTemplates)
      shells.set(bytes.length, createShell(identity, bytes.length, identity.signatureBytes));
  }
  // Signers of many passes sign many in a second, and its encoding takes as long as all else that is done here.
  let lastSecond = Number.NaN;
  let lastTime: Uint8Array = new Uint8Array();
  return {
    attributes(manifestDigest, signingTime) {
      const second = Math.floor(signingTime.getTime() / 1000);
      if (second !== lastSecond) [lastTime, lastSecond] = [encodeTime(signingTime), second];
      const time = lastTime;
      const [utc, generalized] = attributeTemplates;
      const template = time.length === utc.timeLength ? utc : generalized;
      const attributes = template.bytes.slice();
      attributes.set(time, template.timeOffset);
      attributes.set(manifestDigest, attributes.length - 32);
      return attributes;
    },
    assemble(attributes, signature) {
      const kept = signature.length === identity.signatureBytes ? shells.get(attributes.length) : undefined;
      const shell = kept ?? createShell(identity, attributes.length, signature.length);
      const bytes = shell.bytes.slice();
      bytes.set(attributes, shell.attributesOffset);
      // Signed as a SET, embedded as [0] IMPLICIT (RFC 5652 §5.4).
      bytes[shell.attributesOffset] = 0xa0;
      bytes.set(signature, bytes.length - signature.length);
      return bytes;
    },
  };
}

interface AttributesTemplate {
  readonly bytes: Uint8Array;
  readonly timeOffset: number;
  readonly timeLength: number;
}

/** SET OF Attribute with an empty digest, which comes last: the three sort by their lengths (X.690 §11.6). */
function createAttributes(date: Date): AttributesTemplate {
  const time = derTime(date);
  const bytes = derSet(
    derSequence(derOid(OIDS.contentType), derSet(derOid(OIDS.data))),
    derSequence(derOid(OIDS.signingTime), derSet(time)),
    derSequence(derOid(OIDS.messageDigest), derSet(derOctetString(new Uint8Array(32)))),
  );
  const digestAttributeBytes = 49;
  return { bytes, timeOffset: bytes.length - digestAttributeBytes - time.length, timeLength: time.length };
}

/** A ContentInfo with room for the attributes and the signature, which is its last part. */
interface Shell {
  readonly bytes: Uint8Array;
  readonly attributesOffset: number;
}

function createShell(identity: CmsIdentity, attributesLength: number, signatureLength: number): Shell {
  const signatureAlgorithm =
    identity.scheme === "rsa"
      ? // RFC 3370 §3.2, as every signature of Wallet passes in the wild has it.
        derSequence(derOid(OIDS.rsaEncryption), derNull())
      : derSequence(derOid(OIDS.ecdsaWithSha256));
  const signature = derOctetString(new Uint8Array(signatureLength));
  const signerInfo = derSequence(
    derInteger(1),
    derSequence(identity.issuerName, identity.serialNumber),
    SHA256,
    new Uint8Array(attributesLength),
    signatureAlgorithm,
    signature,
  );
  const bytes = derSequence(
    derOid(OIDS.signedData),
    derContext(
      0,
      true,
      derSequence(
        derInteger(1),
        derSet(SHA256),
        derSequence(derOid(OIDS.data)),
        derRetag(0, derSet(...identity.certificates)),
        derSet(signerInfo),
      ),
    ),
  );
  return { bytes, attributesOffset: bytes.length - signature.length - signatureAlgorithm.length - attributesLength };
}

function encodeTime(signingTime: Date): Uint8Array {
  // A certificate's calendar begins with UTCTime's 1950; earlier is a slip of units, such as seconds for milliseconds.
  const year = signingTime.getUTCFullYear();
  if (year >= 1950 && year <= 9999) return derTime(signingTime);
  throw new PassError(
    "ERR_PASS_SIGN_TIME",
    Number.isNaN(year) ? "The signing time is an invalid Date." : `The signing time is in the year ${year}.`,
  );
}
