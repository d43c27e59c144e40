import { readFile } from "node:fs/promises";
import { readPemCertificates } from "../certificates/read-identity.ts";
import type { ServerConfig } from "../config/server-config.ts";
import type { DataFolder } from "../installation/data-folder.ts";
import { InstallationError } from "../installation/installation-error.ts";
import { loadCertificates, stampCertificates } from "../installation/load-certificates.ts";
import type { Issuer } from "./issuer.ts";

/**
 * The certificates of the data folder, read again when a file of it changes.
 *
 * @throws {InstallationError} `ERR_SERVER_CERTIFICATE`.
 */
export async function loadIssuer(
  config: ServerConfig,
  folder: DataFolder,
  { passphrase, clock }: { readonly passphrase: string | undefined; readonly clock: () => number },
): Promise<Issuer> {
  const apnsCa = await readAuthorities(config.apnsCaFile, "--apns-ca");
  const trust = await readAuthorities(config.trustFile, "--trust");
  return {
    files: {
      stamp: () => stampCertificates(folder.certificates),
      load: () => loadCertificates(folder.certificates, { passphrase, now: new Date(clock()) }),
    },
    apns: { origin: config.apnsUrl, ...(apnsCa === null ? {} : { ca: apnsCa }) },
    authorities: trust === null ? [] : readPemCertificates(trust),
  };
}

/** Read once here: TLS takes any text, and trusts nobody for it. */
export async function readAuthorities(file: string | null, flag: string): Promise<string | null> {
  if (file === null) return null;
  try {
    const text = await readFile(file, "utf8");
    if (readPemCertificates(text).length === 0) throw new Error("none");
    return text;
  } catch (cause) {
    const why = cause instanceof Error && "syscall" in cause ? cause.message : "it holds no certificate in PEM";
    throw new InstallationError("ERR_SERVER_CERTIFICATE", `${file} (${flag}): ${why}`, { cause });
  }
}
