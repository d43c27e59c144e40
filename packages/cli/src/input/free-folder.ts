import { readdir } from "node:fs/promises";
import { UsageError } from "../exit-code.ts";

/** A folder is filled only when it is new or empty, unless the person says otherwise. */
export async function assertFree(folder: string, name: string, force: boolean): Promise<void> {
  const present = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? new UsageError(`${name} is a file`, "Name another folder.", { cause: error }) : error;
  });
  if (present.length > 0 && !force)
    throw new UsageError(`${name} is not empty`, "Use --force to write into it, or name another folder.");
}
