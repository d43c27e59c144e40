import { crc32, deflateSync } from "node:zlib";

/** Deterministic bytes that do not compress (xorshift32). */
export function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed | 1;
  for (let index = 0; index < length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 0xff;
  }
  return bytes;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A valid PNG of one colour, brought to `totalBytes` by an ancillary chunk of noise, as a photo would weigh. */
export function createPng(width: number, height: number, totalBytes: number, seed: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x55);
  for (let row = 0; row < height; row++) rows[row * (width * 3 + 1)] = 0;
  const start = [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header)];
  const end = [chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())];
  const used = [...start, ...end].reduce((sum, part) => sum + part.length, 0);
  const filler = totalBytes - used - 12;
  return Buffer.concat([...start, ...(filler > 0 ? [chunk("paDd", noise(filler, seed))] : []), ...end]);
}
