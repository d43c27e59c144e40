import type { DirectoryRecord } from "./central-directory.ts";
import { FLAG_DATA_DESCRIPTOR, LOCAL_HEADER_BYTES, LOCAL_HEADER_SIGNATURE, MASKED_32, viewOf } from "./zip-format.ts";

/** The header right before a file's data. Its numbers are compared with those of the central directory, which rule. */
export interface LocalHeader {
  readonly start: number;
  readonly dataStart: number;
  /** End of the data by the size in the central directory. */
  readonly dataEnd: number;
  readonly method: number;
  readonly nameBytes: Uint8Array;
  readonly hasDataDescriptor: boolean;
  /** Checksum and both sizes are those of the central directory, or are left to the data descriptor or a ZIP64 field. */
  readonly agrees: boolean;
}

/** Null when there is no header where the record points, or the data is not all there before the central directory. */
export function readLocalHeader(
  bytes: Uint8Array,
  record: DirectoryRecord,
  archiveStart: number,
  directoryStart: number,
): LocalHeader | null {
  const start = archiveStart + record.offset;
  if (start < 0 || start + LOCAL_HEADER_BYTES > directoryStart) return null;
  const view = viewOf(bytes);
  if (view.getUint32(start, true) !== LOCAL_HEADER_SIGNATURE) return null;
  const nameStart = start + LOCAL_HEADER_BYTES;
  const nameEnd = nameStart + view.getUint16(start + 26, true);
  const dataStart = nameEnd + view.getUint16(start + 28, true);
  const dataEnd = dataStart + record.compressedSize;
  if (dataEnd > directoryStart) return null;
  const hasDataDescriptor = ((view.getUint16(start + 6, true) | record.flags) & FLAG_DATA_DESCRIPTOR) !== 0;
  const same = (at: number, value: number) => [value, MASKED_32].includes(view.getUint32(at, true));
  return {
    start,
    dataStart,
    dataEnd,
    method: view.getUint16(start + 8, true),
    nameBytes: bytes.subarray(nameStart, nameEnd),
    hasDataDescriptor,
    agrees:
      hasDataDescriptor ||
      (same(start + 14, record.crc32) && same(start + 18, record.compressedSize) && same(start + 22, record.size)),
  };
}
