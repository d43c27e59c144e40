import { BOARDING, FACE, FOOTER, LABEL } from "../../metrics.ts";
import { drawBarcode } from "../barcode-box.ts";
import type { Canvas } from "../canvas.ts";
import type { FaceField } from "../face-fields.ts";
import type { FacePainter } from "../face.ts";
import { containIn, pictureNode } from "../face-picture.ts";
import { drawRow, drawValue, fitSize, labelText, readAloud } from "../field-row.ts";
import { drawHeader } from "../header.ts";
import { textNodes } from "../text-nodes.ts";
import { GENERIC_TRANSIT, movePath, TRANSIT_ICONS } from "../transit-icons.ts";

/** From, icon, to; two rows; a small picture over the code. */
export const paintBoardingPass: FacePainter = (canvas, face) => {
  const { pictures, header, logoText, primary, secondary, auxiliary } = face;
  drawHeader(canvas, { logo: pictures.logo, logoText, fields: header });
  drawJourney(canvas, primary);
  drawIcon(canvas, face.transitType);
  const width = canvas.width - 2 * FACE.inset;
  drawRow(canvas, auxiliary, { x: FACE.inset, width, metrics: BOARDING.auxiliary });
  drawRow(canvas, secondary, { x: FACE.inset, width, metrics: BOARDING.secondary });
  const top = drawBarcode(canvas, face.barcodes, face.over);
  const { footer } = pictures;
  if (footer === null) return;
  const box = containIn(footer, FOOTER.maxWidth, FOOTER.maxHeight);
  const bottom = (top ?? FACE.height - FACE.inset) - FOOTER.gap;
  canvas.nodes.push(pictureNode(footer, { x: (canvas.width - box.width) / 2, y: bottom - box.height, ...box }, "footer"));
};

/** Both values of one size, their middles on one line, as large as the longer lets them be. */
function drawJourney(canvas: Canvas, fields: readonly FaceField[]): void {
  const { primarySize, primaryMinimum, primaryWidth, primaryCut, primaryMiddle, primaryTop } = BOARDING;
  const fits = (tried: number): boolean =>
    fields.every(({ value }) => value === "" || canvas.type.measure(value, "light", tried) <= primaryWidth);
  const size = fitSize(primarySize, primaryMinimum, fits);
  const baseline = primaryMiddle + size * MIDDLE;
  for (const [index, field] of fields.entries()) {
    const isRight = index > 0;
    const aligned: FaceField = { ...field, align: isRight ? "right" : "left" };
    const x = isRight ? canvas.width - FACE.inset - primaryCut : FACE.inset;
    if (field.label !== "") {
      const room = (canvas.width - 2 * FACE.inset) / 2;
      const line = canvas.type.fit(labelText(canvas, field), "semibold", LABEL.size, room);
      const at = isRight ? canvas.width - FACE.inset - line.width * LABEL.size : FACE.inset;
      canvas.nodes.push(...textNodes(line, at, primaryTop + LABEL.baseline, LABEL.size, canvas.colours.label));
    }
    drawValue(canvas, aligned, { x, width: primaryCut, baseline, size, weight: "light" });
    canvas.lines.push(readAloud(field));
  }
}

/** From the middle of a line down to its baseline, in em: measured at 40 and 25 points. */
const MIDDLE = 0.35;

function drawIcon(canvas: Canvas, transitType: string): void {
  const icon = TRANSIT_ICONS[transitType] ?? GENERIC_TRANSIT;
  const data = movePath(icon.data, (canvas.width - icon.width) / 2, BOARDING.iconTop);
  canvas.nodes.push({ kind: "path", data, fill: canvas.colours.label, stroke: null, role: "presentation" });
}
