import { EVENT, FACE, STRIP, THUMBNAIL, type RowMetrics } from "../../metrics.ts";
import { drawBarcode } from "../barcode-box.ts";
import type { Canvas } from "../canvas.ts";
import type { FaceField } from "../face-fields.ts";
import type { Face, FacePainter } from "../face.ts";
import { coverNode } from "../face-picture.ts";
import { drawRow } from "../field-row.ts";
import { drawHeader } from "../header.ts";
import { drawStripPrimary } from "./strip-card.ts";
import { thumbnailBox } from "./thumbnail-box.ts";

/** With a strip, or with a thumbnail over a blurred background. */
export const paintEventTicket: FacePainter = (canvas, face) => {
  drawHeader(canvas, { logo: face.pictures.logo, logoText: face.logoText, fields: face.header });
  if (face.pictures.strip === null) drawWithThumbnail(canvas, face);
  else drawWithStrip(canvas, face);
  drawBarcode(canvas, face.barcodes, face.over);
};

function drawWithThumbnail(canvas: Canvas, { pictures, primary, secondary, auxiliary }: Face): void {
  const whole = canvas.width - 2 * FACE.inset;
  const beside = pictures.thumbnail === null ? null : thumbnailBox(pictures.thumbnail, canvas.width, THUMBNAIL.eventTop);
  const width = beside === null ? whole : beside.x - THUMBNAIL.gap - FACE.inset;
  drawRow(canvas, primary, { x: FACE.inset, width, metrics: EVENT.primary });
  if (beside !== null && pictures.thumbnail !== null) canvas.nodes.push(coverNode(pictures.thumbnail, beside, "thumbnail"));
  drawRow(canvas, secondary, { x: FACE.inset, width, metrics: EVENT.secondary });
  drawAuxiliary(canvas, auxiliary, EVENT.auxiliary);
}

function drawWithStrip(canvas: Canvas, { pictures, primary, secondary, auxiliary }: Face): void {
  const { strip } = pictures;
  const box = { x: 0, y: STRIP.top, width: canvas.width, height: STRIP.eventHeight };
  if (strip !== null) canvas.nodes.push(coverNode(strip, box, "strip"));
  drawStripPrimary(canvas, primary, { withLabel: false, top: STRIP.top, height: STRIP.eventHeight });
  drawRow(canvas, secondary, { x: FACE.inset, width: canvas.width - 2 * FACE.inset, metrics: EVENT.stripSecondary });
  drawAuxiliary(canvas, auxiliary, EVENT.stripAuxiliary);
}

/** Four fields to a row; the key `row` sends a field to the second one. */
function drawAuxiliary(canvas: Canvas, fields: readonly FaceField[], metrics: RowMetrics): void {
  for (const row of [0, 1] as const) {
    const shown = fields.filter((field) => field.row === row).slice(0, PER_ROW);
    const top = metrics.top + row * EVENT.pitch;
    drawRow(canvas, shown, { x: FACE.inset, width: canvas.width - 2 * FACE.inset, metrics: { ...metrics, top } });
  }
}

const PER_ROW = 4;
