import { randomUUID } from "node:crypto";
import { mkdir, open, realpath, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PassError } from "../errors.ts";
import { assertFilePath } from "../package/pass-files.ts";
import { isInside } from "./read-folder.ts";

/**
 * Writes pieces to a file, one after the other without copying them together: a `.pkpass` as `toChunks()` or a minter gives it.
 * The file appears whole or not at all: it is written beside its place and then renamed. The folder must be there.
 *
 * @throws Errors of the file system as they are.
 *
 * @example
 * ```ts
 * await writeChunks("boarding.pkpass", signed.toChunks());
 * ```
 */
export async function writeChunks(path: string, chunks: readonly Uint8Array[]): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  // `wx`: never through a file or link that someone has put there.
  const handle = await open(temporary, "wx");
  try {
    try {
      await writeAll(handle, chunks);
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** So many pieces go into one call; the system's limit is 1024 (IOV_MAX). */
const PIECES = 256;

async function writeAll(handle: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  for (let first = 0; first < chunks.length; first += PIECES) {
    let rest = chunks.slice(first, first + PIECES).filter((chunk) => chunk.length > 0);
    while (rest.length > 0) rest = dropWritten(rest, (await handle.writev(rest)).bytesWritten);
  }
}

/** What is left when only a part could be written (a full disk writes what fits and then says so). */
function dropWritten(chunks: readonly Uint8Array[], written: number): Uint8Array[] {
  let left = written;
  const rest: Uint8Array[] = [];
  for (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      rest.push(chunk.subarray(left));
      left = 0;
    }
  }
  return rest;
}

/**
 * Writes files into a folder, which is made if it is not there: a package unpacked, a new template. Each file appears whole or not at
 * all; files of the same name are replaced, others stay.
 *
 * @throws {PassError} `ERR_PASS_FILE_NAME` for a path that leaves the folder, before anything is written;
 * `ERR_PASS_FOLDER_UNSAFE` when a folder inside is a link that leads out. Errors of the file system as they are.
 *
 * @example
 * ```ts
 * await writeFolder("unpacked", (await PassPackage.read(bytes)).files);
 * ```
 */
export async function writeFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const name of files.keys()) assertFilePath(name);
  await mkdir(path, { recursive: true });
  const root = await realpath(path);
  for (const [name, bytes] of files) {
    const folder = await makeFolder(root, dirname(name));
    await writeChunks(join(folder, basename(name)), [bytes]);
  }
}

/** Makes the folders below the root one by one: a link among them must not lead the files elsewhere. */
async function makeFolder(root: string, way: string): Promise<string> {
  let folder = root;
  for (const step of way.split("/").filter((part) => part !== ".")) {
    const next = join(folder, step);
    await mkdir(next, { recursive: true });
    folder = await realpath(next);
    if (!isInside(root, folder)) {
      throw new PassError("ERR_PASS_FOLDER_UNSAFE", `${JSON.stringify(step)} is a link that leads out of the folder.`, {
        details: { path: step, reason: "is a link that leads out of the folder" },
      });
    }
  }
  return folder;
}
