import { platform } from "#platform";
import {
  derContext,
  derElement,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  derSet,
  derTime,
} from "../../src/der/der-writer.ts";
import { readDer } from "../../src/der/der-reader.ts";
import { readSequence } from "../../src/der/der-values.ts";
import { OIDS } from "../../src/der/oids.ts";
import type { DigestName } from "../../src/platform/platform.ts";

export interface OddCms {
  readonly manifest: Uint8Array;
  /** DER, the signer's first. */
  readonly certificates: readonly Uint8Array[];
  readonly signerCertificate: Uint8Array;
  readonly pkcs8: Uint8Array;
  readonly signingTime: Date | null;
  readonly digest: Extract<DigestName, "sha1" | "sha256">;
  readonly attached: boolean;
  readonly signers: number;
  readonly wrongDigest: boolean;
  readonly sortedAttributes: boolean;
  /** False: none, and the signature is over the content itself (RFC 5652 §5.4). */
  readonly signedAttributes: boolean;
}

const DIGEST_OIDS = { sha1: OIDS.sha1, sha256: OIDS.sha256 } as const;

/** A CMS SignedData (RFC 5652 §5) written by hand, good or odd. Independent of the signer under test. */
export async function writeOddCms(options: OddCms): Promise<Uint8Array> {
  const algorithm = derSequence(derOid(DIGEST_OIDS[options.digest]), derNull());
  const digest = await platform.digest(options.digest, options.wrongDigest ? new Uint8Array(1) : options.manifest);
  const attributes = [
    attribute(OIDS.contentType, derOid(OIDS.data)),
    ...(options.signingTime === null ? [] : [attribute(OIDS.signingTime, derTime(options.signingTime))]),
    attribute(OIDS.messageDigest, derOctetString(digest)),
  ];
  const ordered = options.sortedAttributes ? attributes : attributes.toReversed();
  const signBytes = await platform.createSignBytes({ scheme: "rsa", digest: options.digest }, options.pkcs8);
  const attributeSet = options.sortedAttributes ? derSet(...ordered) : derElement(0x31, ...ordered);
  const signature = await signBytes(options.signedAttributes ? attributeSet : options.manifest);
  const signer = derSequence(
    derInteger(1),
    issuerAndSerial(options.signerCertificate),
    algorithm,
    ...(options.signedAttributes ? [derElement(0xa0, ...ordered)] : []),
    derSequence(derOid(OIDS.rsaEncryption), derNull()),
    derOctetString(signature),
  );
  const content = options.attached ? [derContext(0, true, derOctetString(options.manifest))] : [];
  const signedData = derSequence(
    derInteger(1),
    derSet(algorithm),
    derSequence(derOid(OIDS.data), ...content),
    derElement(0xa0, ...options.certificates),
    derElement(0x31, ...Array.from({ length: options.signers }, () => signer)),
  );
  return derSequence(derOid(OIDS.signedData), derContext(0, true, signedData));
}

function attribute(oid: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(oid), derSet(value));
}

/** IssuerAndSerialNumber out of a certificate: version, serial number, algorithm, issuer … (RFC 5280 §4.1). */
function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const [information] = readSequence(readDer(certificate));
  if (information === undefined) throw new Error("not a certificate");
  const [, serial, , issuer] = readSequence(information);
  if (serial === undefined || issuer === undefined) throw new Error("not a certificate");
  return derSequence(issuer.bytes, serial.bytes);
}
