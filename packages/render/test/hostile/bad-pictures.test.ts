import { expect, test } from "vitest";
import { fastestAsyncRun } from "../../../pass/test/support/fastest-run.ts";
import { encodePng } from "../../src/picture/encode-png.ts";
import { crc32 } from "../../src/picture/png-format/crc32.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { drawFront } from "../../src/layout/draw-front.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { joinPng, makeChunk, makeHeader, makePng } from "../picture/png-maker.ts";
import { readVector } from "../picture/vectors.ts";
import { field, paintedNodes, passOf } from "../support/face.ts";
import { losslessWebp, lossyWebpWithAlpha } from "./make-webp.ts";
import { svgFaults } from "./safe-svg.ts";

/** Half a second is what a pass may cost; the tests' machines are shared, so four times that. */
const BOUND = 2000;

const PASS = {
  organizationName: "Club",
  storeCard: { primaryFields: [field("Balance", "5")], secondaryFields: [field("Name", "Ada")] },
};

const PICTURE = createPicture(40, 30);
const SOUND = encodePng({ ...PICTURE, rgba: PICTURE.rgba.map((_, at) => (at % 4 === 3 ? 255 : (at * 7) % 256)) });

/** A sound PNG with one byte of its pixels changed, and its checksum left. */
function flipped(): Uint8Array {
  const bytes = SOUND.slice();
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

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
const jpegFrame = [0xff, 0xc2, 0, 11, 8, 0x05, 0x00, 0x05, 0x00, 1, 1, 0x11, 0];

const BAD: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
  [
    "a picture of 20,000 × 20,000 pixels",
    joinPng([makeHeader(20_000, 20_000, 8, 6), makeChunk("IDAT", [0x78, 1, 3, 0]), makeChunk("IEND", [])]),
    "20000 × 20000 pixels",
  ],
  ["a PNG that is cut off", SOUND.subarray(0, SOUND.length >> 1), "cut off"],
  ["a PNG with right checksums around nonsense", nonsense([0x78, 1, 0xff, 0xff, 0xff, 0xff]), "damaged"],
  ["a PNG with right checksums around too few rows", nonsense(storedRows(2, 0)), "ends before"],
  ["a PNG with right checksums around filters that are none", nonsense(storedRows(4, 9)), "filter"],
  ["a JPEG of five million pixels", wideJpeg(), "limit 2000000"],
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

test.each(BAD)("%s is left out in time, and a finding names it", async (_name, bytes, reason) => {
  const pass = passOf(PASS, { "strip.png": bytes, "logo.png": SOUND });
  const { scene, findings } = await drawFront(pass);
  expect(findings).toMatchObject([{ rule: "image-unreadable", where: { file: "strip.png" }, params: { file: "strip.png" } }]);
  expect(findings[0]?.params["reason"]).toContain(reason);
  const images = paintedNodes(scene.nodes).filter((node) => node.kind === "image");
  expect(images.map((node) => node.pixels)).toEqual([{ width: 40, height: 30 }]);
  expect(svgFaults(toSvg(scene))).toEqual([]);
  const time = await fastestAsyncRun(BOUND, async () => void (await toPng((await drawFront(pass)).scene)));
  expect(time).toBeLessThan(BOUND);
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
