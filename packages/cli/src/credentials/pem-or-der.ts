import { UsageError } from "../exit-code.ts";
import { readOptionFile } from "../input/parse-options.ts";
import type { Io } from "../io.ts";

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;

/**
 * The DER of what a file named by an option holds, for the parts of the library that take DER alone: every block of the wanted
 * kind of a PEM file, or the file as it is.
 *
 * @param label what stands behind BEGIN: `CERTIFICATE`, `X509 CRL`
 */
async function readDerFile(io: Io, path: string, option: string, label: string): Promise<readonly Uint8Array[]> {
  const bytes = await readOptionFile(io, path, option);
  if (bytes[0] === 0x30) return [bytes];
  const blocks = [...new TextDecoder("latin1").decode(bytes).matchAll(BLOCK)];
  const wanted = blocks
    .filter(([, found]) => found === label)
    .map(([, , base64 = ""]) => new Uint8Array(Buffer.from(base64, "base64")));
  if (wanted.length > 0) return wanted;
  const found = blocks.length === 0 ? "neither PEM nor DER" : `PEM of ${blocks.map(([, name]) => name).join(", ")}`;
  throw new UsageError(
    `${option} ${path}: ${found}; expected ${label === "CERTIFICATE" ? "a certificate" : "a list of revoked certificates"}`,
  );
}

/** The same for an option that can be given several times; undefined where it was not given. */
export async function readDerFiles(
  io: Io,
  paths: readonly string[] | undefined,
  option: string,
  label: "CERTIFICATE" | "X509 CRL",
): Promise<readonly Uint8Array[] | undefined> {
  if (paths === undefined) return undefined;
  return (await Promise.all(paths.map((path) => readDerFile(io, path, option, label)))).flat();
}
