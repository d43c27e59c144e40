import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFolder } from "@passwright/pass/node";

type Files = ReadonlyMap<string, Uint8Array>;

/** Brings a folder from one set of files to another: writes what is new or changed, removes what is gone, leaves the rest alone. */
export async function writeFolderChanges(folder: string, before: Files, after: Files): Promise<void> {
  const changed = new Map([...after].filter(([path, bytes]) => before.get(path) !== bytes));
  if (changed.size > 0) await writeFolder(folder, changed);
  for (const path of before.keys()) {
    if (!after.has(path) && !isSameFileElsewhere(path, after)) await rm(join(folder, path), { force: true });
  }
}

/** On a file system that ignores case, `Icon.png` and `icon.png` are one file: removing the old name would remove the new one. */
function isSameFileElsewhere(path: string, after: Files): boolean {
  if (process.platform !== "darwin" && process.platform !== "win32") return false;
  return [...after.keys()].some((other) => other.toLowerCase() === path.toLowerCase());
}
