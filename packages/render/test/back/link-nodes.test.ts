import { expect, test } from "vitest";
import { toPng } from "../../src/png/to-png.ts";
import type { SceneLink } from "../../src/scene/scene.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { createRect, createScene } from "../png/scenes.ts";

const LINK: SceneLink = {
  kind: "link",
  href: "https://example.com/",
  label: 'our "site"',
  x: 2,
  y: 2,
  width: 6,
  height: 6,
  nodes: [createRect(2, 2, 6, 6)],
};

test("a link is painted as what is in it", async () => {
  expect(await toPng(createScene(10, 10, [LINK]))).toEqual(await toPng(createScene(10, 10, LINK.nodes)));
});

test("in an SVG a link says what it is, and leads nowhere", () => {
  const svg = toSvg(createScene(10, 10, [LINK]));
  expect(svg).toContain('<g role="link" aria-label="our &quot;site&quot;"><rect');
  expect(svg).not.toMatch(/href|example\.com/u);
});
