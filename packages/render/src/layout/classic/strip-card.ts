import { FACE, STRIP, STRIP_CARD } from "../../metrics.ts";
import { drawBarcode } from "../barcode-box.ts";
import type { Canvas } from "../canvas.ts";
import type { FaceField } from "../face-fields.ts";
import type { FacePainter } from "../face.ts";
import { coverNode } from "../face-picture.ts";
import { drawRow, drawValue, fitSize, readAloud } from "../field-row.ts";
import { drawHeader } from "../header.ts";
import { textNodes } from "../text-nodes.ts";

/** Store cards and coupons: a strip with one large value on it, and one row of what else there is. */
export const paintStripCard: FacePainter = (canvas, face) => {
  const { pictures, header, logoText, primary, secondary, auxiliary } = face;
  const { strip } = pictures;
  if (strip !== null) {
    canvas.nodes.push(coverNode(strip, { x: 0, y: STRIP.top, width: canvas.width, height: STRIP.height }, "strip"));
  }
  drawHeader(canvas, { logo: pictures.logo, logoText, fields: header });
  drawStripPrimary(canvas, primary, { withLabel: true, top: STRIP.top, height: STRIP.height });
  const row = [...secondary, ...auxiliary].slice(0, MERGED);
  drawRow(canvas, row, { x: FACE.inset, width: canvas.width - 2 * FACE.inset, metrics: STRIP_CARD.row });
  drawBarcode(canvas, face.barcodes, face.over);
};

/** Secondary and auxiliary fields that have room in the one row. */
const MERGED = 4;
const SMALLEST = 20;

/** The first primary field on a strip, its label as typed and below. */
export function drawStripPrimary(
  canvas: Canvas,
  [field]: readonly FaceField[],
  { withLabel, top, height }: { readonly withLabel: boolean; readonly top: number; readonly height: number },
): void {
  if (field === undefined) return;
  const width = canvas.width - 2 * FACE.inset;
  const largest = withLabel ? STRIP_CARD.primarySize : STRIP_CARD.primarySize * 0.75;
  const size = fitSize(largest, SMALLEST, (tried) => canvas.type.measure(field.value, "light", tried) <= width);
  // Without a label below it the value stands in the middle of the strip.
  const baseline = withLabel ? STRIP_CARD.primaryBaseline : top + height / 2 + size * 0.35;
  const colour = canvas.colours.foreground;
  drawValue(canvas, field, { x: FACE.inset, width, baseline, size, weight: "light", colour });
  if (withLabel && field.label !== "") {
    const labelSize = STRIP_CARD.primaryLabelSize;
    const line = canvas.type.fit(field.label, "light", labelSize, width);
    canvas.nodes.push(...textNodes(line, FACE.inset, STRIP_CARD.primaryLabelBaseline, labelSize, colour));
  }
  canvas.lines.push(readAloud(field));
}
