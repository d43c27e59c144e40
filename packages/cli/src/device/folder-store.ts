import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type WalletState, type WalletStore, WalletError } from "@passwright/wallet";
import { writeWhole } from "./write-whole.ts";

/** Where the parts of a wallet lie in its folder. */
export const WALLET_FILES = { state: "state.json", device: "device.json", passes: "passes", lock: "lock" } as const;

/** A larger state is no state: a hundred thousand passes have some 60 MB. */
const MAX_STATE_LENGTH = 256 * 1024 * 1024;

/**
 * A wallet in a folder: `state.json`, and each pass as `passes/DIGEST.pkpass`. Every file appears whole or not at all, so a
 * wallet that is killed at any point is the one from before or the one from after.
 *
 * @param signal once it is aborted nothing is written any more: what was interrupted is done again the next time.
 */
export function createFolderStore(folder: string, signal: AbortSignal): WalletStore {
  const passes = join(folder, WALLET_FILES.passes);
  // Digests come out of a checked state or of digesting: no name leaves the folder.
  const fileOf = (digest: string): string => join(passes, `${digest}.pkpass`);
  return {
    readState: () => readState(join(folder, WALLET_FILES.state)),
    async writeState(state: WalletState) {
      signal.throwIfAborted();
      await makePrivateFolder(folder);
      await writeWhole(join(folder, WALLET_FILES.state), `${JSON.stringify(state, null, 1)}\n`);
    },
    async readPass(digest) {
      const bytes = await readOrNull(fileOf(digest));
      // A file that was changed or cut is not the pass: it counts as missing, and is fetched again.
      return bytes === null || createHash("sha256").update(bytes).digest("hex") !== digest ? null : new Uint8Array(bytes);
    },
    async writePass(digest, bytes) {
      signal.throwIfAborted();
      await makePrivateFolder(passes);
      await writeWhole(fileOf(digest), bytes);
    },
    async removePass(digest) {
      signal.throwIfAborted();
      await rm(fileOf(digest), { force: true });
    },
  };
}

export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

async function readState(path: string): Promise<unknown> {
  const bytes = await readOrNull(path);
  if (bytes === null) return null;
  if (bytes.length > MAX_STATE_LENGTH) throw damaged("it is larger than any state");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw damaged(bytes.length === 0 ? "it is empty" : "it is not JSON in UTF-8", error);
  }
}

function damaged(what: string, cause?: unknown): WalletError {
  return new WalletError("ERR_WALLET_STATE", `The saved state cannot be read: ${what}.`, { cause });
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
