import { constants } from "node:fs";
import { open, readdir, realpath, type FileHandle } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { PassError } from "../errors.ts";
import { FOLDER_LIMITS, type FolderLimits } from "./folder-limits.ts";

/** How a folder is read. */
export interface ReadFolderOptions {
  readonly limits?: Partial<FolderLimits>;
  /** Told of each folder that is not entered: hidden ones such as `.git`, and `node_modules`. */
  readonly onSkipped?: (path: string) => void;
}

/**
 * Reads all files of a folder, by path with `/`, sorted: the source of a pass or a template. Hidden files and leavings of file
 * managers are among them: whether they belong into a pass is for the template or the check to say. Hidden folders and
 * `node_modules` are not entered.
 *
 * A symbolic link to a file inside the folder is followed. One that leads elsewhere is refused (someone else's template must not
 * put `/etc/passwd` or a key into a pass), as are links to folders, pipes and devices.
 *
 * @throws {PassError} `ERR_PASS_FOLDER_UNSAFE`, `ERR_PASS_FOLDER_LIMIT`; errors of the file system (`ENOENT`, `ENOTDIR`) as they are.
 *
 * @example
 * ```ts
 * const template = await PassTemplate.fromFiles(await readFolder("boarding.pass"));
 * ```
 */
export async function readFolder(path: string, options: ReadFolderOptions = {}): Promise<Map<string, Uint8Array>> {
  const reader = new FolderReader(await realpath(path), options);
  await reader.read("", 0);
  return reader.files;
}

class FolderReader {
  readonly files = new Map<string, Uint8Array>();
  readonly #root: string;
  readonly #limits: FolderLimits;
  readonly #onSkipped: (path: string) => void;
  #total = 0;

  constructor(root: string, { limits, onSkipped }: ReadFolderOptions) {
    this.#root = root;
    this.#limits = { ...FOLDER_LIMITS, ...limits };
    this.#onSkipped = onSkipped ?? (() => undefined);
  }

  async read(folder: string, depth: number): Promise<void> {
    if (depth > this.#limits.depth) throw limit("depth", this.#limits.depth);
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true });
    // By code units, so that the order is the same on every system.
    for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") this.#onSkipped(path);
        else await this.read(path, depth + 1);
      } else {
        await this.#readFile(path);
      }
    }
  }

  async #readFile(path: string): Promise<void> {
    if (this.files.size === this.#limits.files) throw limit("files", this.#limits.files);
    const target = await realpath(join(this.#root, path));
    if (!isInside(this.#root, target)) throw unsafe(path, "is a link that leads out of the folder");
    // Not blocking: a pipe would hang until someone writes into it. Not following: the link may have been changed since.
    const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      if (!(await handle.stat()).isFile()) throw unsafe(path, "is not a file");
      const room = Math.min(this.#limits.fileBytes, this.#limits.totalBytes - this.#total);
      const bytes = await readUpTo(handle, room);
      if (bytes === null) {
        const name = room === this.#limits.fileBytes ? "fileBytes" : "totalBytes";
        throw limit(name, this.#limits[name]);
      }
      this.#total += bytes.length;
      this.files.set(path, bytes);
    } finally {
      await handle.close();
    }
  }
}

/** The whole file; null when it has more than `maximum` bytes, whatever its announced size. */
async function readUpTo(handle: FileHandle, maximum: number): Promise<Uint8Array | null> {
  const { size } = await handle.stat();
  if (size > maximum) return null;
  // One byte more, so that a file that grows meanwhile shows itself.
  const buffer = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length > size) throw unsafe("", "changes while it is read");
  }
}

/** Whether a resolved path lies in a resolved folder. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !way.startsWith(sep);
}

function unsafe(path: string, reason: string): PassError {
  return new PassError("ERR_PASS_FOLDER_UNSAFE", `${path === "" ? "A file" : JSON.stringify(path)} ${reason}.`, {
    details: { path, reason },
  });
}

function limit(name: keyof FolderLimits, maximum: number): PassError {
  return new PassError("ERR_PASS_FOLDER_LIMIT", `The folder exceeds ${name} = ${maximum}.`, { details: { limit: name, maximum } });
}
