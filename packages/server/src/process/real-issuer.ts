import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ServerConfig } from "../config/server-config.ts";
import type { DataFolder } from "../installation/data-folder.ts";
import { InstallationError } from "../installation/installation-error.ts";
import { loadCertificates } from "../installation/load-certificates.ts";
import { createCertificateCredential } from "../push/apns/apns-credential.ts";
import type { Issuer } from "./issuer.ts";

/**
 * The certificates of the data folder. Of several for one pass type the one that expires last pushes; passes go on to be signed
 * by the one that their revision names.
 *
 * @throws {InstallationError} `ERR_SERVER_CERTIFICATE`.
 */
export async function loadIssuer(
  config: ServerConfig,
  folder: DataFolder,
  options: { readonly passphrase: string | undefined; readonly now: Date },
): Promise<Issuer> {
  const loaded = await loadCertificates(folder.certificates, options);
  const oldestFirst = loaded.toSorted((a, b) => a.signer.facts.notAfter.getTime() - b.signer.facts.notAfter.getTime());
  const ca = config.apnsCaFile === null ? {} : { ca: await readAuthorities(config.apnsCaFile, "--apns-ca") };
  return {
    signers: loaded.map(({ signer }) => signer),
    credentials: new Map(
      oldestFirst.map(({ passTypeIdentifier, certificatePem: certificate, privateKeyPem: privateKey }) => [
        passTypeIdentifier,
        createCertificateCredential({ certificate, privateKey }),
      ]),
    ),
    apns: { origin: config.apnsUrl, ...ca },
  };
}

/** Read by the first certificate in it: TLS takes any text, and trusts nobody for it. */
export async function readAuthorities(file: string, flag: string): Promise<string> {
  try {
    const text = await readFile(file, "utf8");
    void new X509Certificate(text);
    return text;
  } catch (cause) {
    const why = cause instanceof Error && "syscall" in cause ? cause.message : "it holds no certificate in PEM";
    throw new InstallationError("ERR_SERVER_CERTIFICATE", `${file} (${flag}): ${why}`, { cause });
  }
}
