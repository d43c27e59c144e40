import { deflate } from "./deflate.ts";

/**
 * Bytes in zlib's format (RFC 1950, section 2.2), for the IDAT of a PNG and the FlateDecode of a PDF, by our own compressor, whose
 * output is the same in every runtime: a window of 32 KB, the fastest level; the checksum of what was compressed at the end.
 */
export function zlibStream(bytes: Uint8Array): Uint8Array {
  const compressed = deflate(bytes);
  const result = new Uint8Array(compressed.length + 6);
  result.set([0x78, 0x01]);
  result.set(compressed, 2);
  new DataView(result.buffer).setUint32(compressed.length + 2, adler32(bytes));
  return result;
}

const ADLER_MODULUS = 65_521;

/** So many bytes keep the sums below 2^31, where engines compute with whole numbers (5552 keep them below 2^32). */
const ADLER_BYTES = 3800;

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += ADLER_BYTES) {
    const end = Math.min(start + ADLER_BYTES, bytes.length);
    for (let at = start; at < end; at += 1) {
      low = (low + (bytes[at] ?? 0)) | 0;
      high = (high + low) | 0;
    }
    low %= ADLER_MODULUS;
    high %= ADLER_MODULUS;
  }
  return high * 65_536 + low;
}
