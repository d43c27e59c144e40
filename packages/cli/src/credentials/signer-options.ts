import { Signer, type SignerAllowances } from "@passwright/pass";
import type { Command } from "commander";
import { UsageError } from "../exit-code.ts";
import { readOptionFile } from "../input/parse-options.ts";
import type { Io } from "../io.ts";
import { openPrivateKey, withPassphrase, type PassphraseOptions } from "./passphrase.ts";
import { openThrowawayAuthority } from "./throwaway-store.ts";

/** Whose signature a command makes. */
export interface SignerCliOptions extends PassphraseOptions {
  readonly cert?: string;
  readonly key?: string;
  readonly p12?: string;
  readonly wwdr?: string;
  readonly throwaway?: string | true;
  readonly allowExpired?: boolean;
}

/** The identity of the pass that is to be signed; a throwaway certificate is issued for it. */
export interface PassIdentity {
  readonly passTypeIdentifier: string;
  readonly teamIdentifier: string;
  readonly nfc: boolean;
}

/** Adds the options that choose a certificate to a command. */
export function addSignerOptions(command: Command): Command {
  return command
    .option("--cert <file>", "Pass Type ID certificate, Apple's .cer or PEM (PASSWRIGHT_CERT)")
    .option("--key <file>", "its private key, PEM or DER (PASSWRIGHT_KEY)")
    .option("--p12 <file>", "certificate and key in one PKCS#12 file, instead (PASSWRIGHT_P12)")
    .option("--passphrase-file <file>", "passphrase of the key or the .p12 (or PASSWRIGHT_PASSPHRASE; asked for at a terminal)")
    .option("--wwdr <file>", "the intermediate that issued it; found by itself for Apple's")
    .option("--throwaway [dir]", "sign with an authority made here, kept in a folder: for trying; phones refuse such passes")
    .option("--allow-expired", "sign although the certificate has expired");
}

/**
 * The signer that the options and the environment name.
 *
 * @param identity what is to be signed; asked for where a certificate has to be chosen or made for it.
 */
export async function createCliSigner(
  io: Io,
  options: SignerCliOptions,
  identity: () => Promise<PassIdentity>,
  now: Date,
): Promise<Signer> {
  if (options.throwaway !== undefined) return createThrowawaySigner(io, options, await identity(), now);
  if (options.p12 !== undefined && (options.cert !== undefined || options.key !== undefined)) {
    throw new UsageError("--p12 goes without --cert and --key", "A .p12 holds certificate and key.");
  }
  const { certificate, key, p12 } = chooseFiles(io, options);
  const common = {
    now,
    allow: allowances(options),
    ...(options.wwdr === undefined ? {} : { intermediate: await readOptionFile(io, options.wwdr, "--wwdr") }),
  };
  if (p12 !== undefined) {
    const bytes = await readOptionFile(io, p12, "--p12");
    const { readPkcs12 } = await import("@passwright/pass/pkcs12");
    const { passTypeIdentifier } = await identity();
    return withPassphrase(io, options, p12, async (passphrase) =>
      Signer.create({
        ...common,
        ...(await readPkcs12(bytes, passphrase, passTypeIdentifier === "" ? {} : { passTypeIdentifier })),
      }),
    );
  }
  if (certificate === undefined) {
    throw new UsageError(
      "no certificate to sign with",
      "Give --cert and --key, or --p12; or try it with --throwaway, which needs no account.",
    );
  }
  if (key === undefined) {
    throw new UsageError(
      `--cert ${certificate} needs its private key`,
      "Give --key: the file that passwright cert request wrote, or the key of your keychain as --p12.",
    );
  }
  const certificateBytes = await readOptionFile(io, certificate, "--cert");
  const keyBytes = await readOptionFile(io, key, "--key");
  return withPassphrase(io, options, key, async (passphrase) =>
    Signer.create({ ...common, certificate: certificateBytes, privateKey: await openPrivateKey(keyBytes, passphrase) }),
  );
}

/** What the command line names counts for all; only without it the environment is asked. */
function chooseFiles(
  { environment }: Io,
  { cert, key, p12 }: SignerCliOptions,
): { readonly certificate: string | undefined; readonly key: string | undefined; readonly p12: string | undefined } {
  if (p12 !== undefined) return { certificate: undefined, key: undefined, p12 };
  const certificate = cert ?? environment["PASSWRIGHT_CERT"];
  if (certificate !== undefined) return { certificate, key: key ?? environment["PASSWRIGHT_KEY"], p12: undefined };
  return { certificate, key, p12: environment["PASSWRIGHT_P12"] };
}

async function createThrowawaySigner(io: Io, options: SignerCliOptions, identity: PassIdentity, now: Date): Promise<Signer> {
  const other = (["cert", "key", "p12", "wwdr"] as const).find((option) => options[option] !== undefined);
  if (other !== undefined) throw new UsageError(`--throwaway goes without --${other}`);
  const authority = await openThrowawayAuthority(io, options.throwaway === true ? undefined : options.throwaway, now);
  const issued = await authority.issuePassCertificate(identity);
  return issued.signer({ now, allow: allowances(options) });
}

function allowances(options: SignerCliOptions): SignerAllowances {
  return options.allowExpired === true ? { expired: true } : {};
}
