import type { Picture } from "./picture.ts";
import { isOpaque } from "./premultiply.ts";
import { crc32 } from "./png-format/crc32.ts";
import { release } from "./release.ts";
import { filterRows } from "./png-format/filter-rows.ts";
import { zlibStream } from "./png-format/zlib-stream.ts";

/**
 * A PNG of a picture: 8 bits a channel, without alpha where nothing shines through. The same picture gives the same bytes
 * in every runtime; compression streams of the platforms do not.
 *
 * @example
 * ```ts
 * await writeFile("logo.png", encodePng(picture));
 * ```
 */
export function encodePng(picture: Picture): Uint8Array {
  const channels = isOpaque(picture) ? 3 : 4;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, picture.width);
  view.setUint32(4, picture.height);
  // 8 bits; colour type 2 or 6; compression, filter method and interlacing 0 (section 11.2.1).
  header.set([8, channels === 3 ? 2 : 6], 8);
  const data = zlibStream(filterRows(picture, channels));
  const png = joinChunks([
    ["IHDR", header],
    ["sRGB", new Uint8Array(1)],
    ["IDAT", data],
    ["IEND", new Uint8Array()],
  ]);
  release(data);
  return png;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** Length and type before a chunk's data, checksum after it (section 5.3). */
const CHUNK_FRAME = 12;

function joinChunks(chunks: readonly (readonly [type: string, data: Uint8Array])[]): Uint8Array {
  const size = chunks.reduce<number>((sum, chunk) => sum + CHUNK_FRAME + chunk[1].length, SIGNATURE.length);
  const result = new Uint8Array(size);
  const view = new DataView(result.buffer);
  result.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const [type, data] of chunks) {
    view.setUint32(at, data.length);
    for (let letter = 0; letter < 4; letter += 1) result[at + 4 + letter] = type.charCodeAt(letter);
    result.set(data, at + 8);
    const end = at + 8 + data.length;
    view.setUint32(end, crc32(result.subarray(at + 4, end)));
    at = end + 4;
  }
  return result;
}
