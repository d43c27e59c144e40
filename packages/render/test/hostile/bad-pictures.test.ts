import { expect, test } from "vitest";
import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { drawFront } from "../../src/layout/draw-front.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { makePng } from "../picture/png-maker.ts";
import { readVector } from "../picture/vectors.ts";
import { field, paintedNodes, passOf } from "../support/face.ts";
import { BAD_PICTURES, SOUND } from "./bad-picture-files.ts";
import { losslessWebp } from "./make-webp.ts";
import { svgFaults } from "./safe-svg.ts";

const PASS = {
  organizationName: "Club",
  storeCard: { primaryFields: [field("Balance", "5")], secondaryFields: [field("Name", "Ada")] },
};

/** A sound PNG with one byte of its pixels changed, and its checksum left. */
function flipped(): Uint8Array {
  const bytes = SOUND.slice();
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

test.each(BAD_PICTURES)("%s is left out, and a finding names it", async (_name, bytes, reason) => {
  const pass = passOf(PASS, { "strip.png": bytes, "logo.png": SOUND });
  const { scene, findings } = await drawFront(pass);
  expect(findings).toMatchObject([{ rule: "image-unreadable", where: { file: "strip.png" }, params: { file: "strip.png" } }]);
  expect(findings[0]?.params["reason"]).toContain(reason);
  const images = paintedNodes(scene.nodes).filter((node) => node.kind === "image");
  expect(images.map((node) => node.pixels)).toEqual([{ width: 40, height: 30 }]);
  expect(svgFaults(toSvg(scene))).toEqual([]);
  expect((await toPng(scene)).length).toBeGreaterThan(1000);
});

const ODD: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ["a JPEG", readVector("baselineJpeg")],
  ["a progressive JPEG", readVector("progressiveJpeg")],
  ["a lossy WebP", readVector("lossyWebp")],
  ["a lossless WebP", readVector("losslessWebp")],
  ["a WebP of a hundred groups of codes", losslessWebp(128, 100)],
  ["Xcode's CgBI", makePng({ width: 24, height: 20, depth: 8, colour: 6, isCgbi: true, sample: () => [9, 8, 7, 255] })],
  ["a PNG with wrong checksums", makePng({ width: 24, height: 20, depth: 8, colour: 2, sample: () => [9, 8, 7] })],
];

test.each(ODD)("%s under the name of a PNG is drawn, as a picture that every reader knows", async (_name, bytes) => {
  const { scene, findings } = await drawFront(passOf(PASS, { "strip.png": bytes }));
  expect(findings).toEqual([]);
  const image = paintedNodes(scene.nodes).find((node) => node.kind === "image");
  const starts = { "image/png": [0x89, 0x50], "image/jpeg": [0xff, 0xd8] };
  expect([...(image?.bytes.subarray(0, 2) ?? [])]).toEqual(starts[image?.mediaType ?? "image/png"]);
  expect(svgFaults(toSvg(scene))).toEqual([]);
});

test("a PNG that was damaged on its way is written anew or left out with a finding, never passed on", async () => {
  const bytes = flipped();
  const { scene, findings } = await drawFront(passOf(PASS, { "strip.png": bytes }));
  const images = paintedNodes(scene.nodes).filter((node) => node.kind === "image");
  expect(images.some((node) => node.bytes === bytes)).toBe(false);
  expect(images.length + findings.length).toBe(1);
});

test("of pictures that cost too much together the first are drawn, and a finding names those that are left out", async () => {
  const large = encodePng(createPicture(1000, 1000));
  const files = { "logo.png": large, "thumbnail.png": large, "background.png": large, "icon.png": large };
  const { scene, findings } = await drawFront(passOf({ eventTicket: {} }, files));
  expect(findings).toMatchObject([{ rule: "image-unreadable", where: { file: "background.png" } }]);
  expect(findings[0]?.params["reason"]).toContain("together");
  const images = paintedNodes(scene.nodes).filter((node) => node.kind === "image");
  expect(images.map(({ pixels }) => pixels.width)).toEqual([1000, 1000]);
});
