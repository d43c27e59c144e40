import { platform } from "#platform";
import type { MaybePromise } from "../platform/platform.ts";
import { isCompressedFormat } from "./compressed-format.ts";
import { METHOD_DEFLATED, METHOD_STORED } from "./zip-format.ts";

/** A file's bytes in the form that stands in an archive. */
export interface PackedContent {
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** The bytes themselves when stored. */
  readonly compressed: Uint8Array;
  /** Of the bytes as they were. */
  readonly size: number;
  readonly crc32: number;
}

/** `auto`: deflated unless it is packed already (PNG, JPEG …) or does not get smaller. `none`: stored. */
export type Compression = "auto" | "none";

/** Checks and packs bytes. They are kept, not copied. */
export function packContent(bytes: Uint8Array, compression: Compression): MaybePromise<PackedContent> {
  if (compression === "none" || isCompressedFormat(bytes)) return finish(bytes, bytes);
  const packed = platform.deflateRaw(bytes);
  return packed instanceof Uint8Array ? finish(bytes, packed) : packed.then((deflated) => finish(bytes, deflated));
}

function finish(bytes: Uint8Array, packed: Uint8Array): PackedContent {
  const isSmaller = packed.length < bytes.length;
  return {
    method: isSmaller ? METHOD_DEFLATED : METHOD_STORED,
    compressed: isSmaller ? packed : bytes,
    size: bytes.length,
    crc32: platform.crc32(bytes),
  };
}
