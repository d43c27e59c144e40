import { deflate } from "../../picture/png-format/deflate.ts";

const ADLER_MODULUS = 65_521;
/** The most bytes whose sums stay below 2^32 (RFC 1950, appendix). */
const ADLER_BYTES = 5552;

/** Bytes for the filter FlateDecode: zlib's format (RFC 1950), by our own compressor, whose output is the same in every runtime. */
export function zlibStream(bytes: Uint8Array): Uint8Array {
  const packed = deflate(bytes);
  const result = new Uint8Array(packed.length + 6);
  result.set([0x78, 0x01]);
  result.set(packed, 2);
  new DataView(result.buffer).setUint32(packed.length + 2, adler32(bytes));
  return result;
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let start = 0; start < bytes.length; start += ADLER_BYTES) {
    const end = Math.min(start + ADLER_BYTES, bytes.length);
    for (let at = start; at < end; at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= ADLER_MODULUS;
    high %= ADLER_MODULUS;
  }
  return high * 65_536 + low;
}
