import { createHash, createPrivateKey, X509Certificate } from "node:crypto";
import { Signer } from "@passwright/pass";
import { type ApnsCertificateCredential, createCertificateCredential } from "../push/apns/apns-credential.ts";

/** Where a certificate lies: in a file of the data folder, in the database (it came over the API), or with the demo's authority. */
export type CertificateSource = "folder" | "api" | "demo";

/** A certificate that signs passes and pushes for its pass type. */
export interface HeldCertificate {
  readonly id: string;
  readonly source: CertificateSource;
  /** Name of its file in the data folder; null elsewhere. */
  readonly file: string | null;
  readonly passTypeIdentifier: string;
  readonly signer: Signer;
  readonly credential: ApnsCertificateCredential;
  /** When what issued it ends, epoch ms. */
  readonly issuerNotAfter: number;
  /** Epoch ms; null where nobody noted it. */
  readonly createdAt: number | null;
}

/** Certificate and key, not encrypted. */
export interface CertificateMaterial {
  /** DER or PEM. */
  readonly certificate: string | Uint8Array;
  /** PKCS#8, DER. */
  readonly privateKey: Uint8Array;
  readonly intermediate?: Uint8Array;
  readonly others?: readonly Uint8Array[];
}

/**
 * Makes a certificate ready. One that has expired signs on: its old revisions are still fetched.
 *
 * @throws {PassError | PushError | Error} what is wrong with it.
 */
export async function holdCertificate(
  material: CertificateMaterial,
  origin: { readonly id?: string; readonly source: CertificateSource; readonly file?: string; readonly createdAt?: number },
  now: Date,
): Promise<HeldCertificate> {
  const signer = await Signer.create({ ...material, now, allow: { expired: true, notYetValid: true } });
  const { passTypeIdentifier, fingerprint } = signer.facts;
  if (passTypeIdentifier === null) throw new Error("it is no Pass Type ID certificate");
  return {
    id: origin.id ?? `${origin.source}_${fingerprint.slice(0, 32)}`,
    source: origin.source,
    file: origin.file ?? null,
    passTypeIdentifier,
    signer,
    credential: createCertificateCredential({
      certificate: new X509Certificate(signer.certificate).toString(),
      privateKey: createPrivateKey({ key: Buffer.from(material.privateKey), format: "der", type: "pkcs8" })
        .export({ format: "pem", type: "pkcs8" })
        .toString(),
    }),
    issuerNotAfter: Date.parse(new X509Certificate(signer.intermediate).validTo),
    createdAt: origin.createdAt ?? null,
  };
}

/** SHA-256 of a public key (SubjectPublicKeyInfo, DER), in hex: the same for a request and the certificate that is issued for it. */
export function digestPublicKey(subjectPublicKeyInfo: Uint8Array): string {
  return createHash("sha256").update(subjectPublicKeyInfo).digest("hex");
}

/** The digest of the key of a certificate, DER. */
export function publicKeyOf(certificate: Uint8Array): string {
  return digestPublicKey(new X509Certificate(certificate).publicKey.export({ format: "der", type: "spki" }));
}
