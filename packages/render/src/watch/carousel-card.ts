import { contrasting, luminance } from "../layout/face-colours.ts";
import { containIn, coverNode, pictureNode } from "../layout/face-picture.ts";
import { drawValue, fitSize, readAloud } from "../layout/field-row.ts";
import type { Canvas } from "../layout/canvas.ts";
import type { FaceField } from "../layout/face-fields.ts";
import type { Face } from "../layout/face.ts";
import { textNodes } from "../layout/text-nodes.ts";
import type { SceneColour } from "../scene/scene.ts";
import { WATCH, WATCH_JOURNEY, WATCH_ON_STRIP, WATCH_ROWS } from "./watch-metrics.ts";
import { drawJourneyLabels, drawWatchJourney } from "./watch-journey.ts";
import { type Column, drawEssential, drawWatchRow, rowHeight } from "./watch-texts.ts";

/** The card on the screen, points. */
export interface CardBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fields that have room in the last row. */
const LAST_ROW = 2;

/**
 * A pass as one card of the carousel: logo and the field that matters most; what the pass is about; two more fields.
 * Source: Human Interface Guidelines, Wallet, figures of passes on Apple Watch. There is no code on a card: a tap leads to it.
 */
export function drawCard(canvas: Canvas, face: Face, card: CardBox): void {
  const column: Column = { x: card.x + WATCH.padding, width: card.width - 2 * WATCH.padding };
  const top = card.y + WATCH.padding;
  const last = lastRow(face);
  const bottom = card.y + card.height - WATCH.padding;
  const lastTop = bottom - rowHeight(last, WATCH_ROWS.secondary);
  const headTop = top + WATCH.essential.baseline + WATCH.gap;
  const middle = { top: headTop, bottom: last.length === 0 ? bottom : lastTop - WATCH.gap };
  drawHead(canvas, face, column, top);
  if (face.style === "boardingPass") drawTravel(canvas, face, column, middle);
  else if (face.style === "coupon" || face.style === "storeCard") drawStrip(canvas, face, column, { card, ...middle });
  else drawWatchRow(canvas, face.primary.slice(0, 1), column, centred(face.primary, middle), WATCH_ROWS.primary);
  drawWatchRow(canvas, last, column, lastTop, WATCH_ROWS.secondary);
}

/** Whoever the pass is for, and the number or seat; a coupon has none. */
function lastRow({ style, secondary, auxiliary }: Face): readonly FaceField[] {
  if (style === "coupon") return [];
  const fields = style === "boardingPass" ? [...auxiliary, ...secondary] : [...secondary, ...auxiliary];
  return fields.slice(0, LAST_ROW);
}

function drawHead(canvas: Canvas, { pictures, logoText, header }: Face, column: Column, top: number): void {
  const [essential] = header;
  const { share, height, textSize } = WATCH.logo;
  const room = essential === undefined ? column.width : column.width * share;
  if (pictures.logo !== null) {
    const box = containIn(pictures.logo, room, height);
    const y = top + (WATCH.essential.baseline - box.height) / 2;
    canvas.nodes.push(pictureNode(pictures.logo, { x: column.x, y, ...box }, "logo"));
  } else if (logoText !== "") {
    const line = canvas.type.fit(logoText, "semibold", textSize, room);
    canvas.nodes.push(
      ...textNodes(line, column.x, top + WATCH.essential.baseline - textSize / 2, textSize, canvas.colours.foreground),
    );
    canvas.lines.push(logoText);
  }
  if (essential !== undefined) {
    drawEssential(canvas, essential, column.x + column.width, top, column.width * WATCH.essential.share);
  }
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Where a row of primary fields begins, so that it stands in the middle of a span. */
function centred(fields: readonly FaceField[], { top, bottom }: Span): number {
  return top + (bottom - top - rowHeight(fields, WATCH_ROWS.primary)) / 2;
}

function drawTravel(canvas: Canvas, face: Face, column: Column, { top, bottom }: Span): void {
  const { size, labelSize, gap } = WATCH_JOURNEY;
  const start = top + (bottom - top - size - labelSize - gap) / 2;
  drawJourneyLabels(canvas, face, column, start + labelSize);
  drawWatchJourney(canvas, face, column, start + labelSize + gap + size / 2);
  for (const field of face.primary.slice(0, 2)) canvas.lines.push(readAloud(field));
}

/** The strip over the whole width of the card, cut to its room, and the large value on it, its label below as on the phone. */
function drawStrip(canvas: Canvas, face: Face, column: Column, { card, top, bottom }: Span & { readonly card: CardBox }): void {
  const { strip } = face.pictures;
  const end = face.style === "coupon" ? card.y + card.height : bottom;
  if (strip !== null) canvas.nodes.push(coverNode(strip, { x: card.x, y: top, width: card.width, height: end - top }, "strip"));
  const [field] = face.primary;
  if (field === undefined) return;
  const { size: largest, minimum, labelSize } = WATCH_ON_STRIP;
  const size = fitSize(largest, minimum, (tried) => canvas.type.measure(field.value, "light", tried) <= column.width);
  const block = size + (field.label === "" ? 0 : labelSize + WATCH.gap / 2);
  const baseline = top + (end - top - block) / 2 + size * CAPITALS_OF_SIZE;
  const colour = canvas.colours.foreground;
  drawValue(canvas, { ...field, align: "natural" }, { ...column, baseline, size, weight: "light", colour });
  if (field.label !== "") {
    const line = canvas.type.fit(field.label, "regular", labelSize, column.width);
    canvas.nodes.push(...textNodes(line, column.x, baseline + WATCH.gap / 2 + labelSize, labelSize, colour));
  }
  canvas.lines.push(readAloud(field));
}

/** Height of capitals and a little above them, in sizes. */
const CAPITALS_OF_SIZE = 0.86;

/** A line around the card where it is as dark as the screen behind it. */
export function edgeColour(background: SceneColour): SceneColour {
  return { ...contrasting(background), a: luminance(background) < 0.1 ? 0.24 : 0.12 };
}
