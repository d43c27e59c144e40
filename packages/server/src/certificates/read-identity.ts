import { X509Certificate } from "node:crypto";
import { PassError } from "@passwright/pass";
import { decryptPrivateKey, type Pkcs12Identity, readPkcs12 } from "@passwright/pass/pkcs12";

/** A certificate with its key out of one file: PKCS#12, or both in PEM. @throws {PassError} what is wrong with it. */
export async function readIdentity(
  bytes: Uint8Array,
  { form, passphrase }: { readonly form: "pem" | "pkcs12"; readonly passphrase: string | undefined },
): Promise<Pkcs12Identity> {
  return form === "pem" ? readPemPair(Buffer.from(bytes).toString("latin1"), passphrase) : readPkcs12(bytes, passphrase);
}

/** All certificates of a text in PEM, DER. */
export function readPemCertificates(text: string): readonly Uint8Array[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  return found.map((pem) => new Uint8Array(new X509Certificate(pem).raw));
}

/** The first certificate of the text is the one that signs; a key must stand beside it. */
async function readPemPair(text: string, passphrase: string | undefined): Promise<Pkcs12Identity> {
  const [certificate, ...others] = readPemCertificates(text);
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/u.exec(text);
  if (certificate === undefined) throw new PassError("ERR_PASS_PEM_INVALID", "it holds no certificate");
  if (key === null) {
    throw new PassError("ERR_PASS_PEM_INVALID", "it holds no private key: put both into the one file");
  }
  return { certificate, others, privateKey: await decryptPrivateKey(key[0], passphrase) };
}
