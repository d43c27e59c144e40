import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/**
 * Packs passes of a folder into one archive (ZIP64 when it grows that large), in the order given. It appears whole or not at
 * all. The same passes give the same archive, whatever the day.
 */
export async function packZip(folder: string, names: Iterable<string>, target: string, signal: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  // Passes are archives already. Local time, for yazl writes that.
  for (const name of names) zip.addFile(join(folder, name), name, { compress: false, mtime: new Date(1980, 0, 1), mode: 0o100644 });
  zip.end();
  const part = `${target}.${process.pid}.part`;
  try {
    await pipeline(zip.outputStream, createWriteStream(part, { flags: "wx" }), { signal });
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
