/**
 * The most pixels that any frame of a WebP announces, wherever it stands: the outer header may name a small canvas above a
 * frame of 16383 × 16383 (RFC 9649, section 2; RFC 6386, section 9.1). 0 when there is no frame.
 */
export function largestWebpFrame(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let largest = 0;
  let at = RIFF_HEADER;
  while (at + CHUNK_HEADER <= bytes.length) {
    const type = view.getUint32(at);
    const length = view.getUint32(at + 4, true);
    const data = at + CHUNK_HEADER;
    if (type === CHUNK.VP8X && data + 10 <= bytes.length) {
      largest = Math.max(largest, (readUint24(view, data + 4) + 1) * (readUint24(view, data + 7) + 1));
    } else if (type === CHUNK.VP8_ && data + 10 <= bytes.length) {
      largest = Math.max(largest, (view.getUint16(data + 6, true) & 0x3fff) * (view.getUint16(data + 8, true) & 0x3fff));
    } else if (type === CHUNK.VP8L && data + 5 <= bytes.length) {
      const sizes = view.getUint32(data + 1, true);
      largest = Math.max(largest, ((sizes & 0x3fff) + 1) * (((sizes >>> 14) & 0x3fff) + 1));
    }
    // The chunks of an animation's frame stand inside its own, behind 16 bytes.
    at = type === CHUNK.ANMF ? data + 16 : data + length + (length & 1);
  }
  return largest;
}

const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;

const CHUNK = { VP8X: 0x56503858, VP8_: 0x56503820, VP8L: 0x5650384c, ANMF: 0x414e4d46 } as const;

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
