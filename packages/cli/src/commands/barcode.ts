import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type BarcodeKeySet, type VerifiedBarcode, verifyBarcode } from "@passwright/pass";
import type { CommandModule } from "../command-module.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import { isUrl } from "../input/read-input.ts";
import { type Io, paint, printJson, printLine } from "../io.ts";

interface VerifyOptions {
  readonly jwks: string;
  readonly json?: boolean;
}

type Fault = Extract<VerifiedBarcode, { readonly valid: false }>["because"];

const FAULTS: Readonly<Record<Fault, string>> = {
  "not-signed": "not a signed barcode",
  "unknown-version": "signed in a way that this program does not know: a newer one may",
  damaged: "damaged: not all of it was read",
  "unknown-key": "signed with a key that is not in the set",
  "bad-signature": "forged, or changed since it was signed",
};

/** Bytes of a key set: a hundred keys have fewer. */
const KEY_SET_BYTES = 64 * 1024;

async function verify(io: Io, token: string, { jwks, json }: VerifyOptions): Promise<ExitCode> {
  const result = await verifyBarcode(token, await readKeySet(io, jwks));
  if (json === true) {
    const { valid } = result;
    printJson(
      io,
      valid ? { valid, payload: toHex(result.payload), kid: result.key.kid ?? null } : { valid, because: result.because },
    );
  } else if (result.valid) {
    printLine(
      io.stdout,
      `${paint(io, io.stdout, ["bold", "green"], "VALID")}  payload ${toHex(result.payload)}, key ${result.key.kid ?? "?"}`,
    );
  } else printLine(io.stdout, `${paint(io, io.stdout, ["bold", "red"], "INVALID")}  ${FAULTS[result.because]}`);
  return result.valid ? EXIT.fine : EXIT.findings;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** @throws {UsageError} when it cannot be had, or is none. */
async function readKeySet(io: Io, from: string): Promise<BarcodeKeySet> {
  const text = isUrl(from)
    ? await fetchText(io, from)
    : await readFile(resolve(io.workingDirectory, from), "utf8").catch(fail(from));
  try {
    const parsed = JSON.parse(text) as { readonly keys?: unknown };
    // Other keys may stand in the same set (RFC 7517 §5): those of another kind are passed over.
    const keys = Array.isArray(parsed.keys) ? (parsed.keys as readonly (Partial<BarcodeKeySet["keys"][number]> | null)[]) : null;
    if (keys !== null) return { keys: keys.filter((key) => key?.kty === "OKP" && key.crv === "Ed25519") as BarcodeKeySet["keys"] };
  } catch {
    // No JSON: told as what is none.
  }
  throw new UsageError(`${from} is no set of keys`, "It is the server's /.well-known/jwks.json, or a copy of it.");
}

async function fetchText(io: Io, address: string): Promise<string> {
  const response = await io.fetch(address, { signal: io.signal }).catch(fail(address));
  const bytes = new Uint8Array(await response.arrayBuffer().catch(fail(address)));
  if (!response.ok) throw new UsageError(`${address} answers ${response.status}`);
  if (bytes.length > KEY_SET_BYTES) throw new UsageError(`${address} is larger than a set of keys`);
  return new TextDecoder().decode(bytes);
}

function fail(from: string): (cause: unknown) => never {
  return (cause) => {
    throw new UsageError(`${from} cannot be read`, undefined, { cause });
  };
}

export const barcodeCommand: CommandModule = {
  register(program, run) {
    const barcode = program
      .command("barcode")
      .summary("verify signed barcodes, without a server")
      .description("Signed barcodes of passes: see the value signedBarcode of templates.")
      .addHelpText(
        "after",
        `
Example:
  passwright barcode verify "PW1:…" --jwks keys.json`,
      );
    barcode
      .command("verify")
      .summary("whether one is genuine, and what it says")
      .argument("<message>", "what the scanner read")
      .requiredOption("--jwks <file>", "the issuer's public keys: a file, or the address of /.well-known/jwks.json")
      .option("--json", "print JSON")
      .addHelpText(
        "after",
        `
Example:
  passwright barcode verify "PW1:…" --jwks keys.json

Exit code 1 when it is not genuine.`,
      )
      .action(run(verify));
  },
};
