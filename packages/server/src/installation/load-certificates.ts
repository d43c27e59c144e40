import { createPrivateKey, X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { Signer } from "@passwright/pass";
import { decryptPrivateKey, type Pkcs12Identity, readPkcs12 } from "@passwright/pass/pkcs12";
import { isHidden } from "./hidden-name.ts";
import { InstallationError } from "./installation-error.ts";

/** A certificate that can sign, and the PEM or PKCS#12 material that APNs asks of a client. */
export interface LoadedCertificate {
  readonly file: string;
  readonly passTypeIdentifier: string;
  readonly signer: Signer;
  /** Certificate and key for a TLS client. */
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

const KINDS: ReadonlySet<string> = new Set([".pem", ".p12", ".pfx"]);

/**
 * Reads the certificates of a folder: `NAME.pem` (certificate and key in one file), `NAME.p12` or `NAME.pfx`; a passphrase
 * stands in `NAME.passphrase` beside it, or is the given one.
 *
 * @throws {InstallationError} `ERR_SERVER_CERTIFICATE`, which names the file and what is wrong with it.
 */
export async function loadCertificates(
  folder: string,
  { passphrase, now }: { readonly passphrase?: string | undefined; readonly now: Date },
): Promise<readonly LoadedCertificate[]> {
  const names = (await readdir(folder)).filter((name) => !isHidden(name) && KINDS.has(extname(name).toLowerCase())).toSorted();
  const loaded: LoadedCertificate[] = [];
  for (const name of names) {
    const file = join(folder, name);
    try {
      const own = await readFile(file.slice(0, -extname(file).length) + ".passphrase", "utf8").catch(() => undefined);
      loaded.push(await loadCertificate(file, own?.replace(/\r?\n$/u, "") ?? passphrase, now));
    } catch (cause) {
      throw new InstallationError(
        "ERR_SERVER_CERTIFICATE",
        `${file}: ${cause instanceof Error ? cause.message : "cannot be read"}`,
        {
          cause,
        },
      );
    }
  }
  return loaded;
}

async function loadCertificate(file: string, passphrase: string | undefined, now: Date): Promise<LoadedCertificate> {
  const bytes = await readFile(file);
  const { certificate, privateKey, others } = file.toLowerCase().endsWith(".pem")
    ? await readPemPair(bytes.toString("latin1"), passphrase)
    : await readPkcs12(bytes, passphrase);
  const allow = { expired: true };
  const signer = await Signer.create({ certificate, privateKey, others, now, allow });
  const { passTypeIdentifier } = signer.facts;
  if (passTypeIdentifier === null) throw new Error("it is no Pass Type ID certificate");
  return {
    file,
    passTypeIdentifier,
    signer,
    certificatePem: new X509Certificate(signer.certificate).toString(),
    privateKeyPem: createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" })
      .export({ format: "pem", type: "pkcs8" })
      .toString(),
  };
}

/** The first certificate of the text is the one that signs; a key must stand beside it. */
async function readPemPair(text: string, passphrase: string | undefined): Promise<Pkcs12Identity> {
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/u.exec(text);
  if (certificates.length === 0) throw new Error("it holds no certificate");
  if (key === null) throw new Error("it holds no private key: put both into the one file");
  const [certificate, ...others] = certificates.map((pem) => new Uint8Array(new X509Certificate(pem).raw));
  if (certificate === undefined) throw new Error("it holds no certificate");
  return { certificate, others, privateKey: await decryptPrivateKey(key[0], passphrase) };
}
