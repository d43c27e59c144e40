import { expect, test } from "vitest";
import { decodePicture } from "../../src/picture/decode-picture.ts";
import { pixelHash } from "./pixel-hash.ts";
import { readVector, VECTOR_SIZE, type VectorName, vectorPixel } from "./vectors.ts";

/** The fingerprints hold Node, Chromium and every later version of the decoders to the same pixels. */
const PICTURES: readonly (readonly [VectorName, tolerance: number, hasAlpha: boolean, hash: string])[] = [
  ["baselineJpeg", 8, false, "84845fe0"],
  ["progressiveJpeg", 20, false, "4d577fde"],
  ["lossyWebp", 20, false, "c4822b3b"],
  ["transparentWebp", 40, true, "4a9475cb"],
  ["losslessWebp", 0, true, "305a7d5d"],
];

test.each(PICTURES)(
  "%s gives the pixels that went in, within %i, alike in every runtime",
  async (name, tolerance, hasAlpha, hash) => {
    const { picture } = await decodePicture(readVector(name));
    expect(picture).toMatchObject(VECTOR_SIZE);
    const { width, height } = VECTOR_SIZE;
    let farthest = 0;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const expected = vectorPixel(x, y, hasAlpha);
        // Lossy formats need not keep colours that do not show.
        if (tolerance > 0 && expected[3] === 0) continue;
        for (const [channel, value] of expected.entries()) {
          farthest = Math.max(farthest, Math.abs(value - (picture?.rgba[(y * width + x) * 4 + channel] ?? 999)));
        }
      }
    }
    expect(farthest).toBeLessThanOrEqual(tolerance);
    expect(pixelHash(picture?.rgba ?? new Uint8Array())).toBe(hash);
  },
);

test("a grey JPEG has three equal channels", async () => {
  const { picture } = await decodePicture(readVector("greyJpeg"));
  const [red, green, blue, alpha] = picture?.rgba.subarray(400, 404) ?? [];
  expect([green, blue, alpha]).toEqual([red, red, 255]);
});
