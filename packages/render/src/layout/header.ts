import { HEADER, LABEL, LOGO } from "../metrics.ts";
import { type Canvas, inPass } from "./canvas.ts";
import type { FaceField } from "./face-fields.ts";
import { drawValue, fitSize, labelText, offsetIn, readAloud } from "./field-row.ts";
import { type FacePicture, containIn, pictureNode } from "./face-picture.ts";
import { textNodes } from "./text-nodes.ts";

/** What stands in the header. */
export interface HeaderContent {
  readonly logo: FacePicture | null;
  readonly logoText: string;
  readonly fields: readonly FaceField[];
}

/**
 * Draws the header: logo and its text from the left, the fields from the right, the first of them rightmost.
 */
export function drawHeader(canvas: Canvas, { logo, logoText, fields }: HeaderContent): void {
  const fieldsLeft = drawHeaderFields(canvas, fields);
  let x: number = LOGO.textX;
  if (logo !== null) {
    const { maxWidth, maxHeight, top, bottom } = LOGO;
    const box = containIn(logo, maxWidth, maxHeight);
    canvas.nodes.push(pictureNode(logo, { x: LOGO.x, y: (top + bottom - box.height) / 2, ...box }, "logo"));
    x = LOGO.x + box.width + LOGO.gap;
  }
  if (logoText === "") return;
  const room = Math.max(0, fieldsLeft - HEADER.gap - x);
  const line = canvas.type.fit(logoText, "semibold", LOGO.textSize, room);
  if (line.text !== logoText) {
    canvas.report({ rule: "text-truncated", where: inPass(["logoText"]), params: { text: line.text } });
  }
  canvas.nodes.push(...textNodes(line, x, LOGO.textBaseline, LOGO.textSize, canvas.colours.foreground));
  // Read before the fields, as it stands before them.
  canvas.lines.splice(canvas.lines.length - fields.length, 0, logoText);
}

/** Returns the left edge of the fields. */
function drawHeaderFields(canvas: Canvas, fields: readonly FaceField[]): number {
  const right = canvas.width - HEADER_INSET;
  if (fields.length === 0) return right + HEADER.gap;
  const gaps = HEADER.gap * (fields.length - 1);
  const room = (fields.length >= 3 ? HEADER.widthOfThree : HEADER.width) - gaps;
  const valueAt = (field: FaceField, size: number): number => canvas.type.measure(field.value, "regular", size);
  const labelOf = (field: FaceField): number => canvas.type.measure(labelText(canvas, field), "semibold", LABEL.size);
  const total = (size: number): number =>
    fields.reduce((sum, field) => sum + Math.max(valueAt(field, size), fields.length > 1 ? labelOf(field) : 0), 0);
  const size = fitSize(HEADER.size, HEADER.minimum, (tried) => total(tried) <= room);
  let edge = right;
  for (const field of fields) {
    const width = Math.min(Math.max(valueAt(field, size), labelOf(field)), room);
    const x = edge - width;
    const aligned: FaceField = field.align === "natural" ? { ...field, align: "right" } : field;
    if (field.label !== "") {
      const line = canvas.type.fit(labelText(canvas, field), "semibold", LABEL.size, width + 0.01);
      const at = x + offsetIn(width, line.width * LABEL.size, aligned.align, line.direction);
      canvas.nodes.push(...textNodes(line, at, HEADER.top + LABEL.baseline, LABEL.size, canvas.colours.label));
    }
    const baseline = HEADER.top + HEADER.drop + HEADER.rise * size;
    drawValue(canvas, aligned, { x, width, baseline, size, weight: "regular" });
    edge = x - HEADER.gap;
  }
  for (const field of fields.toReversed()) canvas.lines.push(readAloud(field));
  return edge + HEADER.gap;
}

const HEADER_INSET = 15;
