/** A part of a WebP (RFC 9649, section 2.3); `end` is not beyond the end of the file. */
export interface WebpChunk {
  /** Four letters as a number. */
  readonly type: number;
  readonly data: number;
  readonly end: number;
}

const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;

export const WEBP_CHUNK = { VP8X: 0x56503858, VP8: 0x56503820, VP8L: 0x5650384c, ALPH: 0x414c5048, ANMF: 0x414e4d46 } as const;

/** The chunks of a WebP, those inside of an animation's frames too, which end with their frame. */
export function webpChunks(bytes: Uint8Array): Generator<WebpChunk> {
  return chunksWithin(bytes, RIFF_HEADER, bytes.length, false);
}

function* chunksWithin(bytes: Uint8Array, start: number, end: number, isFrame: boolean): Generator<WebpChunk> {
  const view = viewOf(bytes);
  for (let at = start; at + CHUNK_HEADER <= end;) {
    const type = view.getUint32(at);
    const length = view.getUint32(at + 4, true);
    const data = at + CHUNK_HEADER;
    const chunk = { type, data, end: Math.min(end, data + length) };
    yield chunk;
    // A frame's own chunks stand behind 16 bytes of facts. Frames hold no frames.
    if (type === WEBP_CHUNK.ANMF && !isFrame) yield* chunksWithin(bytes, data + 16, chunk.end, true);
    at = data + length + (length & 1);
  }
}

/** Width and height of the frame in a `VP8 ` chunk (RFC 6386, section 9.1); null when it is cut off. */
export function lossyFrameSize(bytes: Uint8Array, data: number): readonly [width: number, height: number] | null {
  if (data + 10 > bytes.length) return null;
  const view = viewOf(bytes);
  return [view.getUint16(data + 6, true) & 0x3fff, view.getUint16(data + 8, true) & 0x3fff];
}

/**
 * The most pixels that any frame of a WebP announces, wherever it stands: the outer header may name a small canvas above a
 * frame of 16383 × 16383. 0 when there is no frame.
 */
export function largestWebpFrame(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let largest = 0;
  for (const { type, data } of webpChunks(bytes)) {
    if (type === WEBP_CHUNK.VP8X && data + 10 <= bytes.length) {
      largest = Math.max(largest, (readUint24(view, data + 4) + 1) * (readUint24(view, data + 7) + 1));
    } else if (type === WEBP_CHUNK.VP8) {
      const [width, height] = lossyFrameSize(bytes, data) ?? [0, 0];
      largest = Math.max(largest, width * height);
    } else if (type === WEBP_CHUNK.VP8L && data + 5 <= bytes.length) {
      const sizes = view.getUint32(data + 1, true);
      largest = Math.max(largest, ((sizes & 0x3fff) + 1) * (((sizes >>> 14) & 0x3fff) + 1));
    }
  }
  return largest;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
