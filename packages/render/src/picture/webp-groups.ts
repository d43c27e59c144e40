import { lossyFrameSize, WEBP_CHUNK, webpChunks } from "./webp-frames.ts";

/**
 * Groups of prefix codes in one lossless stream (RFC 9649, section 3.7.2.2). The decoder makes thousands of objects for each,
 * half a megabyte: a file of 7 KB asks for a thousand of them, 3 seconds and 600 MB. Encoders make about 5 for a screenshot.
 */
const MOST_GROUPS = 128;

/** What of the decoder's reader of lossless streams is used here; its declarations keep most of it private. */
interface StreamReader {
  ioWidth: number;
  ioHeight: number;
  decodeHeader(): boolean;
  decodeImageStream(width: number, height: number, isOutermost: boolean): unknown;
  readHuffmanCodesHelper(cacheBits: number, groups: number, most: number, mapping: unknown): unknown;
}

type StreamReaderClass = new (input: unknown, info: unknown) => StreamReader;

/** A picture is one, or a picture's transparency. Animations have more, and no pass shows one. */
const MOST_STREAMS = 8;

/**
 * What of a WebP is more than a decoder should be given, for people; null when it is fine. Reads the lossless streams as the
 * decoder does, up to where their pixels begin, and stops before the groups are made. A stream that cannot be read is left to the
 * decoder, which says what is wrong.
 */
export async function findExcessiveWebpWork(bytes: Uint8Array): Promise<string | null> {
  const streams = losslessStreams(bytes);
  if (streams.length === 0) return null;
  if (streams.length > MOST_STREAMS) return `${streams.length} lossless streams`;
  // Their modules import each other in a circle: the decoder has to be the first.
  await import("image-in-browser/lib/src/formats/webp-decoder.js");
  const [{ VP8LInternal }, { WebPInfo }, { InputBuffer }] = await Promise.all([
    import("image-in-browser/lib/src/formats/webp/vp8l-internal.js"),
    import("image-in-browser/lib/src/formats/webp/webp-info.js"),
    import("image-in-browser/lib/src/common/input-buffer.js"),
  ]);
  let excess = 0;
  class Skimmer extends (VP8LInternal as unknown as StreamReaderClass) {
    override readHuffmanCodesHelper(cacheBits: number, groups: number, most: number, mapping: unknown): unknown {
      if (groups <= MOST_GROUPS) return super.readHuffmanCodesHelper(cacheBits, groups, most, mapping);
      excess = Math.max(excess, groups);
      return undefined;
    }
  }
  const skim = (data: number, end: number, size: readonly [width: number, height: number] | null): void => {
    const info = new WebPInfo();
    const reader = new Skimmer(new InputBuffer({ buffer: bytes, offset: data, length: end - data }), info);
    try {
      if (size === null && !reader.decodeHeader()) return;
      if (size !== null) [reader.ioWidth, reader.ioHeight] = [...size];
      reader.decodeImageStream(reader.ioWidth, reader.ioHeight, true);
    } catch {
      // Damaged, or stopped above.
    }
  };
  for (const { data, end, size } of streams) skim(data, end, size);
  return excess === 0 ? null : `${excess} groups of prefix codes`;
}

interface LosslessStream {
  readonly data: number;
  readonly end: number;
  /** Of the picture whose transparency it is; null when the stream names its own. */
  readonly size: readonly [width: number, height: number] | null;
}

function losslessStreams(bytes: Uint8Array): readonly LosslessStream[] {
  const chunks = [...webpChunks(bytes)];
  const sizes = chunks.flatMap(({ type, data }) => {
    const size = type === WEBP_CHUNK.VP8 ? lossyFrameSize(bytes, data) : null;
    return size === null ? [] : [size];
  });
  return chunks.flatMap(({ type, data, end }): LosslessStream[] => {
    if (type === WEBP_CHUNK.VP8L) return [{ data, end, size: null }];
    // A byte of facts stands before it, of which the lowest bits say whether it is compressed. The decoder reads beyond its end.
    const isCompressed = type === WEBP_CHUNK.ALPH && ((bytes[data] ?? 0) & 3) === 1;
    return isCompressed ? sizes.map((size) => ({ data: data + 1, end: bytes.length, size })) : [];
  });
}
