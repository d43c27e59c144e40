import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { beforeAll, expect, test } from "vitest";
import { paintScene } from "../../src/png/paint-scene.ts";
import { createRect, createScene, FACE_OUTLINE, modulePath, RED } from "./scenes.ts";

/** resvg paints the same shapes by another way; it is an oracle and nothing that ships. */
beforeAll(async () => {
  await initWasm(await readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
});

const CURVES = "M40 60C80 20 120 100 160 60Q200 20 220 90L180 160C140 200 60 190 40 60ZM90 90L90 130L140 130L140 90Z";
const LINE = "M20 210L120 230L200 205L210 280Z";

test.each([1, 2, 3])("shapes at %i pixels a point are those of another rasteriser but for their edges", async (scale) => {
  const scene = createScene(361, 503, [
    { kind: "path", data: FACE_OUTLINE, fill: { r: 20, g: 90, b: 160, a: 1 }, stroke: null },
    { kind: "path", data: CURVES, fill: RED, stroke: null },
    { kind: "path", data: LINE, fill: null, stroke: { colour: { r: 255, g: 255, b: 255, a: 0.7 }, width: 3 } },
    createRect(100, 300, 170, 170, { radius: 9, fill: { r: 250, g: 250, b: 250, a: 1 } }),
    { kind: "path", data: modulePath(110, 310, 4, 33), fill: { r: 0, g: 0, b: 0, a: 1 }, stroke: null },
  ]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="361" height="503"><path d="${FACE_OUTLINE}" fill="#145aa0"/>
    <path d="${CURVES}" fill="#f00"/><path d="${LINE}" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="3"/>
    <rect x="100" y="300" width="170" height="170" rx="9" fill="#fafafa"/><path d="${modulePath(110, 310, 4, 33)}"/></svg>`;
  const parsed = new Resvg(svg, { fitTo: { mode: "zoom", value: scale } });
  const rendered = parsed.render();
  const oracle = rendered.pixels;
  const { rgba } = await paintScene(scene, scale);
  expect(rgba.length).toBe(oracle.length);
  let sum = 0;
  let far = 0;
  for (let at = 0; at < oracle.length; at += 1) {
    const difference = Math.abs((oracle[at] ?? 0) - (rgba[at] ?? 0));
    sum += difference;
    if (difference > 64) far += 1;
  }
  rendered.free();
  parsed.free();
  expect(sum / oracle.length).toBeLessThan(0.25);
  expect(far / oracle.length).toBeLessThan(0.0005);
});
