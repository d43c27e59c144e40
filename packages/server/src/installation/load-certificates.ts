import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { type HeldCertificate, holdCertificate } from "../certificates/held-certificate.ts";
import { readIdentity } from "../certificates/read-identity.ts";
import { isHidden } from "./hidden-name.ts";
import { InstallationError } from "./installation-error.ts";

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
): Promise<readonly HeldCertificate[]> {
  const loaded: HeldCertificate[] = [];
  for (const name of await certificateFiles(folder)) {
    const file = join(folder, name);
    try {
      const own = await readFile(file.slice(0, -extname(file).length) + ".passphrase", "utf8").catch(() => undefined);
      const form = file.toLowerCase().endsWith(".pem") ? "pem" : "pkcs12";
      const identity = await readIdentity(await readFile(file), { form, passphrase: own?.replace(/\r?\n$/u, "") ?? passphrase });
      loaded.push(await holdCertificate(identity, { source: "folder", file: name }, now));
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : "cannot be read";
      throw new InstallationError("ERR_SERVER_CERTIFICATE", `${file}: ${problem}`, { cause });
    }
  }
  return loaded;
}

/** What changes when a file of the folder comes, goes or changes. */
export async function stampCertificates(folder: string): Promise<string> {
  const stamps = (await certificateFiles(folder)).map(async (name) => {
    const { mtimeMs, size } = await stat(join(folder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(stamps)).join("\n");
}

async function certificateFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !isHidden(name) && KINDS.has(extname(name).toLowerCase())).toSorted();
}
