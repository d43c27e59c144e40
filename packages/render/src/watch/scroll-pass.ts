import type { Canvas } from "../layout/canvas.ts";
import type { FaceField } from "../layout/face-fields.ts";
import type { Face } from "../layout/face.ts";
import { containIn, type FacePicture, pictureNode } from "../layout/face-picture.ts";
import { drawValue, fitSize, labelText, readAloud } from "../layout/field-row.ts";
import { textNodes } from "../layout/text-nodes.ts";
import type { RowMetrics } from "../metrics.ts";
import { decodePicture } from "../picture/decode-picture.ts";
import { encodePng } from "../picture/encode-png.ts";
import { drawWatchJourney, joinedLabels } from "./watch-journey.ts";
import { WATCH, WATCH_FOOTER, WATCH_JOURNEY, WATCH_ROWS, WATCH_STRIP } from "./watch-metrics.ts";
import { trimPicture } from "./trim-picture.ts";
import { type Column, drawWatchRow, fitSideBySide } from "./watch-texts.ts";

/**
 * A pass as one long card: logo, header fields, all fields from top to bottom. Returns the bottom of them; the code comes below.
 * Source: Wallet Developer Guide, Designing Passes for Apple Watch, steps 1 to 4, and the three that boarding passes have in their place.
 */
export async function drawScroll(canvas: Canvas, face: Face, card: Column, from: number): Promise<number> {
  const column: Column = { x: card.x + WATCH.padding, width: card.width - 2 * WATCH.padding };
  let y = drawLogo(canvas, face, column, from + WATCH.padding);
  y = drawStrips(canvas, face.header, card, column, y);
  const { primary, secondary, auxiliary, style } = face;
  if (style === "boardingPass") {
    y = drawJourney(canvas, face, column, y);
    y = drawFields(canvas, auxiliary, column, y, WATCH_ROWS.auxiliary);
    y = drawFields(canvas, secondary, column, y, WATCH_ROWS.secondary);
  } else {
    y = drawFields(canvas, primary, column, y, WATCH_ROWS.primary);
    y = drawFields(canvas, secondary, column, y, WATCH_ROWS.secondary);
    y = drawFields(canvas, auxiliary, column, y, WATCH_ROWS.auxiliary);
  }
  return drawFooter(canvas, face.pictures.footer, column, y);
}

/** With a logo its text is drawn only where it fits whole; without one always. */
function drawLogo(canvas: Canvas, { pictures, logoText }: Face, column: Column, y: number): number {
  const { height, textSize, gap } = WATCH.logo;
  const { logo } = pictures;
  let x = column.x;
  if (logo !== null) {
    const box = containIn(logo, column.width, height);
    canvas.nodes.push(pictureNode(logo, { x, y: y + (height - box.height) / 2, ...box }, "logo"));
    x += box.width + gap;
  }
  const room = column.x + column.width - x;
  const isWhole = logoText !== "" && canvas.type.measure(logoText, "semibold", textSize) <= room;
  if (logoText !== "" && (isWhole || logo === null)) {
    const line = canvas.type.fit(logoText, "semibold", textSize, room);
    canvas.nodes.push(...textNodes(line, x, y + height / 2 + textSize * MIDDLE, textSize, canvas.colours.foreground));
    canvas.lines.push(logoText);
  }
  return logo === null && logoText === "" ? y : y + height + WATCH.gap;
}

/** From the middle of a line down to its baseline, in em. */
const MIDDLE = 0.36;

/** Header fields, each on a band: label left, value right. */
function drawStrips(canvas: Canvas, fields: readonly FaceField[], card: Column, column: Column, from: number): number {
  const { height, opacity, labelSize, size: largest, minimum } = WATCH_STRIP;
  let y = from;
  for (const field of fields) {
    const fill = { ...canvas.colours.foreground, a: opacity };
    canvas.nodes.push({ kind: "rect", x: card.x, y, width: card.width, height, radius: 0, fill, role: "presentation" });
    const middle = y + height / 2;
    const label = canvas.type.fit(labelText(canvas, field), "semibold", labelSize, column.width / 2);
    const labelWidth = field.label === "" ? 0 : label.width * labelSize;
    if (field.label !== "") {
      canvas.nodes.push(...textNodes(label, column.x, middle + labelSize * MIDDLE, labelSize, canvas.colours.label));
    }
    const room = column.width - (labelWidth === 0 ? 0 : labelWidth + WATCH.gap);
    const size = fitSize(largest, minimum, (tried) => canvas.type.measure(field.value, "regular", tried) <= room);
    const place = {
      x: column.x + column.width - room,
      width: room,
      baseline: middle + size * MIDDLE,
      size,
      weight: "regular",
    } as const;
    drawValue(canvas, { ...field, align: "right" }, place);
    canvas.lines.push(readAloud(field));
    y += height + 1;
  }
  return fields.length === 0 ? y : y + WATCH.gap;
}

function drawJourney(canvas: Canvas, face: Face, column: Column, y: number): number {
  const { size, labelSize, gap } = WATCH_JOURNEY;
  drawWatchJourney(canvas, face, column, y + size / 2);
  for (const field of face.primary.slice(0, 2)) canvas.lines.push(readAloud(field));
  const joined = joinedLabels(canvas, face);
  if (joined === "") return y + size + WATCH.gap;
  const line = canvas.type.fit(joined, "semibold", labelSize, column.width);
  canvas.nodes.push(...textNodes(line, column.x, y + size + gap + labelSize * 0.8, labelSize, canvas.colours.label));
  return y + size + gap + labelSize + WATCH.gap;
}

/** Fields of one kind, two on a line where both fit whole. */
function drawFields(canvas: Canvas, fields: readonly FaceField[], column: Column, from: number, metrics: RowMetrics): number {
  let y = from;
  for (let index = 0; index < fields.length;) {
    const pair = fields.slice(index, index + 2);
    const row = pair.length === 2 && fitSideBySide(canvas, pair, column, metrics) ? pair : pair.slice(0, 1);
    y = drawWatchRow(canvas, row, column, y, metrics) + WATCH.gap / 2;
    index += row.length;
  }
  return fields.length === 0 ? y : y + WATCH.gap / 2;
}

/** The footer picture without its white space. */
async function drawFooter(canvas: Canvas, footer: FacePicture | null, column: Column, y: number): Promise<number> {
  if (footer === null) return y;
  const { picture } = await decodePicture(footer.bytes);
  const trimmed = picture === null ? null : trimPicture(picture);
  if (trimmed === null) return y;
  const scale = footer.pixels.width / footer.width;
  const { width, height } = trimmed;
  const shown: FacePicture = {
    mediaType: "image/png",
    bytes: encodePng(trimmed),
    pixels: { width, height },
    width: width / scale,
    height: height / scale,
  };
  const box = containIn(shown, column.width, WATCH_FOOTER.maxHeight);
  canvas.nodes.push(pictureNode(shown, { x: column.x + (column.width - box.width) / 2, y, ...box }, "footer"));
  return y + box.height + WATCH.gap;
}
