import { BitWriter } from "./bit-writer.ts";
import type { ByteSource } from "./byte-source.ts";
import { deflate } from "./deflate.ts";

/**
 * Bytes in zlib's format (RFC 1950, section 2.2), for the IDAT of a PNG and the FlateDecode of a PDF, by our own compressor, whose
 * output is the same in every runtime: a window of 32 KB, the fastest level; the checksum of what was compressed at the end.
 */
export function zlibStream(source: ByteSource): Uint8Array {
  const writer = new BitWriter((source.length >> 2) + 1024);
  writer.append(Uint8Array.of(0x78, 0x01));
  const sum = new Adler32();
  deflate(source, writer, (bytes) => sum.add(bytes));
  const tail = new Uint8Array(4);
  new DataView(tail.buffer).setUint32(0, sum.value);
  writer.append(tail);
  return writer.finish();
}

const ADLER_MODULUS = 65_521;

/** So many bytes keep the sums below 2^31, where engines compute with whole numbers (5552 keep them below 2^32). */
const ADLER_BYTES = 3800;

/** The checksum of bytes that come one part after the other (RFC 1950, section 8). */
class Adler32 {
  #low = 1;
  #high = 0;

  get value(): number {
    return this.#high * 65_536 + this.#low;
  }

  add(bytes: Uint8Array): void {
    let low = this.#low;
    let high = this.#high;
    for (let start = 0; start < bytes.length; start += ADLER_BYTES) {
      const end = Math.min(start + ADLER_BYTES, bytes.length);
      for (let at = start; at < end; at += 1) {
        low = (low + (bytes[at] ?? 0)) | 0;
        high = (high + low) | 0;
      }
      low %= ADLER_MODULUS;
      high %= ADLER_MODULUS;
    }
    this.#low = low;
    this.#high = high;
  }
}
