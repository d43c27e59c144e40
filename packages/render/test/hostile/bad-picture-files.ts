import { encodePng } from "../../src/picture/encode-png.ts";
import { crc32 } from "../../src/picture/png-format/crc32.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { joinPng, makeChunk, makeHeader } from "../picture/png-maker.ts";
import { readVector } from "../picture/vectors.ts";
import { losslessWebp, lossyWebpWithAlpha } from "./make-webp.ts";

const PICTURE = createPicture(40, 30);
/** A picture with nothing wrong. */
export const SOUND = encodePng({ ...PICTURE, rgba: PICTURE.rgba.map((_, at) => (at % 4 === 3 ? 255 : (at * 7) % 256)) });

/** A PNG of 4 × 4 grey pixels with this in its IDAT, and nothing else wrong with it. */
function nonsense(data: readonly number[]): Uint8Array {
  return withChecksums(joinPng([makeHeader(4, 4, 8, 0), makeChunk("IDAT", data), makeChunk("IEND", [])]));
}

/** A PNG with the checksum of each chunk put right. */
function withChecksums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
  return bytes;
}

/** Rows of four pixels, not compressed, that say they have this filter. */
function storedRows(rows: number, filter: number): readonly number[] {
  const length = rows * 5;
  return [0x78, 1, 1, length, 0, 255 - length, 255, ...Array.from({ length }, (_, at) => (at % 5 === 0 ? filter : 7)), 0, 0, 0, 0];
}

function wideJpeg(): Uint8Array {
  const bytes = readVector("baselineJpeg").slice();
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
  new DataView(bytes.buffer).setUint32(frame + 5, (2000 << 16) | 2500);
  return bytes;
}

const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0];
const jpegFrame = [0xff, 0xc2, 0, 11, 8, 0x02, 0x00, 0x02, 0x00, 1, 1, 0x11, 0];

/** Files that no face can show, and what a finding says of each. */
export const BAD_PICTURES: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
  [
    "a picture of 20,000 × 20,000 pixels",
    joinPng([makeHeader(20_000, 20_000, 8, 6), makeChunk("IDAT", [0x78, 1, 3, 0]), makeChunk("IEND", [])]),
    "20000 × 20000 pixels",
  ],
  [
    "a PNG of a row more than the limit",
    joinPng([makeHeader(2000, 1001, 8, 6), makeChunk("IDAT", [0x78, 1, 3, 0]), makeChunk("IEND", [])]),
    "limit 2000000",
  ],
  ["a PNG that is cut off", SOUND.subarray(0, SOUND.length >> 1), "cut off"],
  ["a PNG with right checksums around nonsense", nonsense([0x78, 1, 0xff, 0xff, 0xff, 0xff]), "damaged"],
  ["a PNG with right checksums around too few rows", nonsense(storedRows(2, 0)), "ends before"],
  ["a PNG with right checksums around filters that are none", nonsense(storedRows(4, 9)), "filter"],
  ["a JPEG of five million pixels", wideJpeg(), "limit 1250000"],
  ["a PNG without pixels", joinPng([makeHeader(4, 4, 8, 6), makeChunk("IEND", [])]), "zlib"],
  ["nothing", new Uint8Array(), "no picture"],
  ["a script", new TextEncoder().encode("<svg onload=alert(1)>"), "no picture"],
  ["a GIF", readVector("gif"), "GIF"],
  ["a JPEG in four inks", readVector("cmykJpeg"), "CMYK"],
  [
    "a JPEG of 20,000 scans",
    Uint8Array.from([0xff, 0xd8, ...jpegFrame, ...Array.from({ length: 20_000 }, () => scan).flat(), 0xff, 0xd9]),
    "20000 scans",
  ],
  ["a lossless WebP of a thousand groups of codes", losslessWebp(128, 1000), "1000 groups"],
  ["a WebP whose transparency has a thousand groups of codes", lossyWebpWithAlpha(128, 1000), "1000 groups"],
];
