import { createFileHeaders, writeDirectoryFacts, writeLocalFacts } from "./file-headers.ts";
import type { PackedContent } from "./pack-content.ts";
import { assertFits, type PreparedGroup, repeatedPath, writeEndRecord } from "./write-archive.ts";
import { END_RECORD_BYTES, viewOf } from "./zip-format.ts";

/** Archives that differ from one another in the content of a few files. */
export interface ArchiveMold {
  /**
   * The archive with this content of the changing files, in their order: two pieces, of which the first is the same in every
   * archive. It is the archive that `writeArchive` makes of the same files.
   *
   * Throws `ERR_PASS_ARCHIVE_LIMIT` above 4 GB.
   */
  readonly cast: (contents: readonly PackedContent[]) => Uint8Array[];
}

/**
 * Prepares archives of a constant group and some files that change: their names are checked and their headers written
 * once, and everything that changes goes into one array, because making an array costs more than copying some kilobytes into it.
 *
 * Throws `ERR_PASS_ARCHIVE_UNSAFE` when a path stands twice or cannot stand in a pass.
 */
export function createArchiveMold(group: PreparedGroup, changing: readonly string[]): ArchiveMold {
  const headers = changing.map((path, index) => {
    if (group.paths.has(path) || changing.indexOf(path) !== index) throw repeatedPath(path);
    return createFileHeaders(path);
  });
  const entries = group.files.length + changing.length;
  const start = group.local.length;
  const directoryBytes = headers.reduce((sum, { directory }) => sum + directory.length, group.directory.length);
  const headerBytes = headers.reduce((sum, { local }) => sum + local.length, 0);

  return {
    cast: (contents) => {
      let dataBytes = headerBytes;
      for (const { compressed } of contents) dataBytes += compressed.length;
      assertFits(entries, start + dataBytes);
      const tail = new Uint8Array(dataBytes + directoryBytes + END_RECORD_BYTES);
      const view = viewOf(tail);
      tail.set(group.directory, dataBytes);
      let at = 0;
      let recordAt = dataBytes + group.directory.length;
      for (const [index, { local, directory }] of headers.entries()) {
        const content = contents[index];
        if (content === undefined) throw new RangeError("The content of a file is missing.");
        tail.set(directory, recordAt);
        writeDirectoryFacts(view, recordAt, content, start + at);
        recordAt += directory.length;
        tail.set(local, at);
        writeLocalFacts(view, at, content);
        tail.set(content.compressed, at + local.length);
        at += local.length + content.compressed.length;
      }
      writeEndRecord(tail, { entries, directoryBytes, directoryOffset: start + dataBytes });
      return start > 0 ? [group.local, tail] : [tail];
    },
  };
}
