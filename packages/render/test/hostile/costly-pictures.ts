import { encode } from "jpeg-js";
import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture, type Picture } from "../../src/picture/picture.ts";

/** Pixels without any order, which no compressor makes smaller and every decoder has to read one by one. */
function noise(width: number, height: number, isOpaque: boolean): Picture {
  const picture = createPicture(width, height);
  let grain = 1;
  for (let at = 0; at < picture.rgba.length; at += 1) {
    grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0;
    picture.rgba[at] = isOpaque && at % 4 === 3 ? 255 : grain >>> 24;
  }
  return picture;
}

/** A PNG that is drawn, but not as it is: the checksum at its end is wrong. */
function damaged(png: Uint8Array): Uint8Array {
  const bytes = png.slice();
  bytes.fill(0, -4);
  return bytes;
}

function noisyJpeg(width: number, height: number): Uint8Array {
  return new Uint8Array(encode({ width, height, data: noise(width, height, true).rgba }, 95).data);
}

/** Pictures as large as the limits let them be, and the pictures of a face that are each a part of that. */
export function costlyPictures(): readonly (readonly [name: string, bytes: Uint8Array, isMany: boolean])[] {
  return [
    ["the largest PNG", encodePng(noise(1600, 1250, true)), false],
    ["the largest PNG with transparency", encodePng(noise(1600, 1250, false)), false],
    ["the largest damaged PNG", damaged(encodePng(noise(1000, 830, false))), false],
    ["the largest JPEG", noisyJpeg(1250, 1000), false],
    ["nine PNGs with transparency", encodePng(noise(600, 460, false)), true],
    ["nine pictures beyond the limit of all", encodePng(noise(1600, 1250, false)), true],
  ];
}
