import { prepareFile, type PreparedFile } from "../archive/prepare-file.ts";
import { joinChunks, writeArchive } from "../archive/write-archive.ts";
import { createManifest } from "../manifest/manifest.ts";
import type { JsonObject } from "../model/json.ts";
import type { Signer } from "../signature/signer.ts";
import { SIGNING_FILES, type PassFiles } from "./pass-files.ts";
import { prepareSmallFile } from "./small-file.ts";
import { assertSignable, textOf, type SigningAllowances } from "./signable.ts";

/** How a pass is signed. */
export interface SignOptions {
  /** The time that the signature states, to the second. With an RSA key, the same files and time give the same bytes. */
  readonly signingTime: Date;
  readonly allow?: SigningAllowances;
}

/** A pass that is ready to be handed out. */
export class SignedPass {
  /** All files, manifest.json and signature last. */
  readonly files: PassFiles;
  /** `pass.json`'s, for file names and addresses. */
  readonly serialNumber: string;
  readonly #chunks: readonly Uint8Array[];

  constructor(prepared: readonly PreparedFile[], serialNumber: string) {
    this.files = new Map(prepared.map(({ path, bytes }) => [path, bytes]));
    this.serialNumber = serialNumber;
    this.#chunks = writeArchive(prepared);
  }

  /** The `.pkpass` as pieces to be written one after the other, without copying them together. They must not be changed. */
  toChunks(): readonly Uint8Array[] {
    return this.#chunks;
  }

  /** The `.pkpass` as one array. */
  toBytes(): Uint8Array {
    return joinChunks(this.#chunks);
  }
}

/** Hashes and packs the files of a pass but those that signing makes; what is prepared already is taken as it is. */
export async function prepareFiles(files: PassFiles, prepared: ReadonlyMap<string, PreparedFile>): Promise<PreparedFile[]> {
  const results: PreparedFile[] = [];
  for (const [path, bytes] of files) {
    if (SIGNING_FILES.includes(path)) continue;
    const known = prepared.get(path);
    results.push(known !== undefined && known.bytes === bytes ? known : await prepareFile(path, bytes));
  }
  return results;
}

/** Checks that the pass can be signed, lists its files in a manifest and signs that. */
export async function signFiles(
  files: readonly PreparedFile[],
  pass: JsonObject,
  signer: Signer,
  { signingTime, allow }: SignOptions,
): Promise<SignedPass> {
  assertSignable(pass, new Set(files.map(({ path }) => path)), signer, allow);
  const manifest = createManifest(files);
  const signature = await signer.sign(manifest, { signingTime });
  const added = await Promise.all([prepareSmallFile("manifest.json", manifest), prepareSmallFile("signature", signature)]);
  return new SignedPass([...files, ...added], textOf(pass["serialNumber"]));
}
