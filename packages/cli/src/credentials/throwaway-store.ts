import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { ThrowawayAuthority } from "@passwright/sandbox";
import { AuthorityFolderError, openAuthorityFolder } from "@passwright/sandbox/node";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** Where the throwaway authority is kept unless a folder is named. */
export function defaultThrowawayFolder(io: Io): string {
  const base = io.environment["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share");
  return join(base, "passwright", "throwaway-authority");
}

/** Opens the throwaway authority of a folder, or makes one there: see `openAuthorityFolder`. */
export async function openThrowawayAuthority(io: Io, folder: string | undefined, now: Date): Promise<ThrowawayAuthority> {
  const path = folder === undefined ? defaultThrowawayFolder(io) : resolve(io.workingDirectory, folder);
  try {
    return await openAuthorityFolder(path, { now });
  } catch (error) {
    if (!(error instanceof AuthorityFolderError)) throw error;
    throw new UsageError(error.message, "Remove the folder; a new one is made.", { cause: error });
  }
}
