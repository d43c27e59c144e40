import { memoryUsage } from "node:process";
import { drawFront, toPng } from "@passwright/render";
import { expect, test } from "vitest";
import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { passOf } from "../support/face.ts";

/** All that one picture needs at a time is 8 MB; twenty of them left to a collector would be 160. */
const MOST_GROWTH = 24 * 2 ** 20;

test("a PNG gives the memory of its pixels back at once", async () => {
  const strip = createPicture(750, 288);
  for (let at = 0; at < strip.rgba.length; at += 1) strip.rgba[at] = at % 4 === 3 ? 255 : (at * 7) & 255;
  const pass = passOf({ storeCard: { primaryFields: [{ key: "a", value: "12" }] } }, { "strip@2x.png": encodePng(strip) });
  const { scene } = await drawFront(pass);
  await toPng(scene);
  const before = memoryUsage().arrayBuffers;
  let most = 0;
  for (let round = 0; round < 20; round += 1) {
    await toPng(scene);
    most = Math.max(most, memoryUsage().arrayBuffers - before);
  }
  expect(most).toBeLessThan(MOST_GROWTH);
});
