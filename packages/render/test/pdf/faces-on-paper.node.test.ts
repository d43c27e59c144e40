import { expect, test } from "vitest";
import { paintScene } from "../../src/png/paint-scene.ts";
import { drawFront } from "../../src/layout/draw-front.ts";
import { FACE_WIDTHS, type ScreenWidth } from "../../src/draw-options.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { drawPage } from "./support/draw-page.ts";
import { elementsOf, openPdf, structureOf } from "./support/open-pdf.ts";
import { logo, ticket } from "./support/passes.ts";
import { passOf } from "../support/face.ts";

/** Where a sheet's first front stands: the margin, the title. */
const LEFT = 42;
const TOP = 841.89 - 42 - 21 - 9;

test.each([
  [375, 163],
  [390, 460 / 3],
  [440, 460 / 3],
] as [ScreenWidth, number][])("the front of a phone %i points wide is as large as on the phone", async (screenWidth, perInch) => {
  const pass = passOf({ generic: {}, description: "x" }, {});
  const strip = { "strip.png": logo(375, 144) };
  const card = passOf({ storeCard: {}, description: "x" }, strip);
  const document = await openPdf(await toPdf(card, { screenWidth }));
  const [figure] = elementsOf(await structureOf(document), "Figure");
  const width = figure!.bbox![2]! - figure!.bbox![0]!;
  // The strip is cut by the face, so it is as wide at the least.
  expect(width).toBeGreaterThanOrEqual((FACE_WIDTHS[screenWidth] / perInch) * 72 - 0.01);
  expect(pass.files.size).toBe(1);
});

const CARD = { primaryFields: [{ key: "b", label: "Balance", value: "12.50" }], backFields: [] };

test.each([
  ["a ticket", ticket()],
  ["a voided ticket", ticket({ voided: true })],
  ["a card with a strip", passOf({ description: "x", storeCard: CARD }, { "strip@2x.png": logo(750, 288) })],
  ["a ticket on a background", passOf({ description: "x", eventTicket: CARD }, { "background@2x.png": logo(360, 440) })],
  ["a poster", passOf({ description: "x", posterGeneric: CARD }, { "background@3x.png": logo(1074, 1344) })],
])("%s on paper looks like the picture of it", async (_name, pass) => {
  const options = { locale: "en", timeZone: "UTC" } as const;
  const { scene } = await drawFront(pass, options);
  const dpi = 460 / 3;
  const ours = await paintScene(scene, 1);
  const document = await openPdf(await toPdf(pass, options));
  const [width, height] = [(scene.width / dpi) * 72, (scene.height / dpi) * 72];
  const drawn = await drawPage(document, 1, [LEFT, TOP - height, LEFT + width, TOP], dpi);
  if (drawn === null) return;
  expect([drawn.width, drawn.height]).toEqual([ours.width, ours.height]);
  let sum = 0;
  let far = 0;
  for (let at = 0; at < ours.rgba.length; at += 4) {
    if (ours.rgba[at + 3] !== 255) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const distance = Math.abs(ours.rgba[at + channel]! - drawn.data[at + channel]!);
      sum += distance;
      if (distance > 128) far += 1;
    }
  }
  const count = ours.width * ours.height * 3;
  expect(sum / count).toBeLessThan(3);
  expect(far / count).toBeLessThan(0.01);
});
