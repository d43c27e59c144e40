import { crc32, deflateSync } from "node:zlib";

function chunk(type: string, data: Uint8Array): Buffer {
  const frame = Buffer.alloc(data.length + 12);
  frame.writeUInt32BE(data.length, 0);
  frame.write(type, 4, "latin1");
  frame.set(data, 8);
  frame.writeUInt32BE(crc32(frame.subarray(4, data.length + 8)), data.length + 8);
  return frame;
}

/**
 * A PNG with colours that change as they do in a photo: waves with some grain over them. It has to be unpacked, unfiltered and
 * scaled like a designer's picture; one of a plain colour would be drawn for nothing.
 */
export function smoothPicture(width: number, height: number): Uint8Array {
  const stride = width * 3 + 1;
  const rows = Buffer.alloc(stride * height);
  const above = new Uint8Array(width * 3);
  let grain = 1;
  for (let y = 0; y < height; y += 1) {
    // Each row is stored as its difference from the one above (filter 2).
    rows[y * stride] = 2;
    for (let x = 0; x < width; x += 1) {
      grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0;
      const light = 128 + 70 * Math.sin(x / 170) * Math.cos(y / 130) + 20 * Math.sin((x + y) / 90) + (grain >>> 27 === 0 ? 2 : 0);
      for (const [channel, share] of [0.8, 1, 1].entries()) {
        const value = Math.max(0, Math.min(255, Math.round(light * share)));
        const at = x * 3 + channel;
        rows[y * stride + 1 + at] = value - (above[at] ?? 0);
        above[at] = value;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())]);
}
