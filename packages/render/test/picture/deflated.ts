import { BitWriter } from "../../src/picture/png-format/bit-writer.ts";
import { bytesAsSource } from "../../src/picture/png-format/byte-source.ts";
import { deflate } from "../../src/picture/png-format/deflate.ts";

/** Bytes compressed by our own deflate, without the frame of zlib. */
export function deflated(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter(64);
  deflate(bytesAsSource(bytes), writer);
  return writer.finish();
}
