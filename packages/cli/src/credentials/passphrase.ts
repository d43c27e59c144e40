import { PassError } from "@passwright/pass";
import { UsageError } from "../exit-code.ts";
import { readOptionFile } from "../input/parse-options.ts";
import type { Io } from "../io.ts";

/** Where a passphrase may come from; never from the command line itself, which other users of the machine can read. */
export interface PassphraseOptions {
  readonly passphraseFile?: string;
}

/** From `--passphrase-file`, `PASSWRIGHT_PASSPHRASE`, or undefined. */
export async function readPassphrase(io: Io, options: PassphraseOptions): Promise<string | undefined> {
  if (options.passphraseFile !== undefined) {
    const text = new TextDecoder().decode(await readOptionFile(io, options.passphraseFile, "--passphrase-file"));
    const [line = ""] = text.split(/\r?\n/, 1);
    if (line === "") throw new UsageError(`--passphrase-file ${options.passphraseFile}: its first line is empty`);
    return line;
  }
  const fromEnvironment = io.environment["PASSWRIGHT_PASSPHRASE"];
  return fromEnvironment === undefined || fromEnvironment === "" ? undefined : fromEnvironment;
}

/** Asks at the terminal, without echo; undefined where there is no terminal to ask at, or nothing was typed. */
export async function askPassphrase(io: Io, what: string): Promise<string | undefined> {
  const typed = await io.askSecret(`Passphrase of ${what}: `);
  return typed === null || typed === "" ? undefined : typed;
}

/** Opens something with the passphrase at hand; when one is missing, asks for it once. */
export async function withPassphrase<T>(
  io: Io,
  options: PassphraseOptions,
  file: string,
  open: (passphrase: string | undefined) => Promise<T>,
): Promise<T> {
  const passphrase = await readPassphrase(io, options);
  try {
    return await open(passphrase);
  } catch (error) {
    const isMissing = error instanceof PassError && error.code === "ERR_PASS_KEY_PASSPHRASE" && passphrase === undefined;
    const asked = isMissing ? await askPassphrase(io, file) : undefined;
    if (asked === undefined) throw error;
    return open(asked);
  }
}

/** A private key as unencrypted PKCS#8, in memory alone. The old ciphers are loaded when a key is. */
export async function openPrivateKey(key: Uint8Array, passphrase: string | undefined): Promise<Uint8Array> {
  const { decryptPrivateKey } = await import("@passwright/pass/pkcs12");
  return decryptPrivateKey(key, passphrase);
}
