import { prepareFile } from "../archive/prepare-file.ts";
import { joinChunks, writeArchive } from "../archive/write-archive.ts";
import { type FileSource, toPassFiles } from "./pass-files.ts";

/**
 * Packs files into a plain ZIP archive, unsigned: a template to upload or to keep, a source folder to send. The same files in
 * the same order give the same bytes. `PassTemplate.read` opens it.
 *
 * @throws {PassError} `ERR_PASS_FILE_NAME` for a path that could not be in a pass; `ERR_PASS_ARCHIVE_LIMIT` above 4 GB or
 * 65,534 files.
 *
 * @example
 * ```ts
 * const zip = await packFiles({ "pass.json": '{"serialNumber": "${id}"}', "icon.png": icon });
 * const template = await PassTemplate.read(zip);
 * ```
 */
export async function packFiles(files: FileSource): Promise<Uint8Array> {
  const prepared = [];
  for (const [path, bytes] of toPassFiles(files)) prepared.push(await prepareFile(path, bytes));
  return joinChunks(writeArchive(prepared));
}
