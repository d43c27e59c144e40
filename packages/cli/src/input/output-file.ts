import { open, rename, rm, stat } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";

export interface OutputOptions {
  /** Replace a file that is there. */
  readonly force?: boolean;
  /** 0600 for private keys. */
  readonly mode?: number;
}

/**
 * Writes chunks to a file, or to standard output for `-`. The file appears whole or not at all: it is written beside
 * its place and renamed. A file that is there is kept unless `force` says otherwise.
 *
 * @returns bytes written
 */
export async function writeOutput(
  io: Io,
  target: string,
  chunks: readonly Uint8Array[],
  options: OutputOptions = {},
): Promise<number> {
  const size = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  if (target === "-") {
    if (io.stdout.isTerminal) throw new UsageError("standard output is a terminal", "Send it to a file or another program.");
    for (const chunk of chunks) io.stdout.write(chunk);
    return size;
  }
  await assertAbsent(io, target, options.force === true);
  const path = resolve(io.workingDirectory, target);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    // `wx`: never through a file or link that someone has put there.
    const file = await open(temporary, "wx", options.mode ?? 0o666);
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new UsageError(`${target} cannot be written: ${reasonOf(error)}`, undefined, { cause: error });
  }
  return size;
}

/** @throws {UsageError} when a file is there and is not to be replaced. */
export async function assertAbsent(io: Io, target: string, force: boolean): Promise<void> {
  if (force || (await stat(resolve(io.workingDirectory, target)).catch(() => null)) === null) return;
  throw new UsageError(`${target} exists`, "Use --force to replace it, or -o to write elsewhere.");
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder is a file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ("code" in error ? REASONS[String(error.code)] : undefined) ?? error.message;
}
