/** Names for the numbers of the ZIP format (PKWARE APPNOTE 6.3.10); every number in it is little-endian. */
export const LOCAL_HEADER_SIGNATURE = 0x04034b50;
export const DIRECTORY_HEADER_SIGNATURE = 0x02014b50;
export const END_RECORD_SIGNATURE = 0x06054b50;
export const ZIP64_END_RECORD_SIGNATURE = 0x06064b50;
export const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;

export const LOCAL_HEADER_BYTES = 30;
export const DIRECTORY_HEADER_BYTES = 46;
export const END_RECORD_BYTES = 22;
export const ZIP64_END_RECORD_BYTES = 56;
export const ZIP64_LOCATOR_BYTES = 20;

export const METHOD_STORED = 0;
export const METHOD_DEFLATED = 8;

/** General purpose flags (APPNOTE 4.4.4): encrypted, strongly encrypted, encrypted central directory. */
export const FLAGS_ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
/** Checksum and sizes follow the data; the local header has zeros. */
export const FLAG_DATA_DESCRIPTOR = 0x0008;
export const FLAG_UTF8 = 0x0800;

/** In place of a number that stands in a ZIP64 record (APPNOTE 4.4.1.4). */
export const MASKED_16 = 0xffff;
export const MASKED_32 = 0xffffffff;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An 8-byte number; one that JavaScript cannot hold exactly is larger than any limit, so its exact value does not matter. */
export function readUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}
