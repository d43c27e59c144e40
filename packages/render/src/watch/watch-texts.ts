import type { Canvas } from "../layout/canvas.ts";
import type { FaceField } from "../layout/face-fields.ts";
import { drawRow, drawValue, fitSize, labelText, readAloud } from "../layout/field-row.ts";
import { textNodes } from "../layout/text-nodes.ts";
import { LABEL, ROW, type RowMetrics } from "../metrics.ts";
import { WATCH, WATCH_DESCENT } from "./watch-metrics.ts";

/** Where something may be drawn from its top on; how high it becomes is its own business. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Fields one beside the other, and the bottom of them. Where they stand is the watch's business: textAlignment is for the rows of a phone. I */
export function drawWatchRow(
  canvas: Canvas,
  fields: readonly FaceField[],
  column: Column,
  top: number,
  metrics: RowMetrics,
): number {
  if (fields.length === 0) return top;
  const hasLabels = fields.some(({ label }) => label !== "");
  const drop = hasLabels ? metrics.drop : 0;
  const [first] = fields;
  // A field that stands alone takes no more height than its value is given.
  const size =
    fields.length > 1 || first === undefined
      ? metrics.size
      : fitSize(metrics.size, ROW.minimum, (tried) => canvas.type.measure(first.value, metrics.weight, tried) <= column.width);
  const own = { ...metrics, size, top, drop };
  const natural = fields.map((field): FaceField => ({ ...field, align: "natural" }));
  drawRow(canvas, natural, { ...column, metrics: own });
  return top + rowHeight(fields, own);
}

/** Height of a row of fields at its largest size. */
export function rowHeight(fields: readonly FaceField[], { drop, rise, size }: RowMetrics): number {
  if (fields.length === 0) return 0;
  const hasLabels = fields.some(({ label }) => label !== "");
  return (hasLabels ? drop : 0) + (rise + WATCH_DESCENT) * size;
}

/** Whether two fields stand side by side without anything being made smaller or cut. */
export function fitSideBySide(canvas: Canvas, fields: readonly FaceField[], { width }: Column, metrics: RowMetrics): boolean {
  const widths = fields.map((field) =>
    Math.max(
      canvas.type.measure(field.value, metrics.weight, metrics.size),
      canvas.type.measure(labelText(canvas, field), "semibold", LABEL.size),
    ),
  );
  const gaps = 2 * WATCH.gap * (fields.length - 1);
  return widths.reduce((sum, own) => sum + own, gaps) <= width;
}

/** The field beside the logo: its label over its value, at the right. */
export function drawEssential(canvas: Canvas, field: FaceField, right: number, top: number, width: number): void {
  const { labelSize, labelBaseline, size: largest, minimum, baseline } = WATCH.essential;
  const x = right - width;
  const size = fitSize(largest, minimum, (tried) => canvas.type.measure(field.value, "regular", tried) <= width);
  if (field.label !== "") {
    const line = canvas.type.fit(labelText(canvas, field), "semibold", labelSize, width);
    canvas.nodes.push(...textNodes(line, right - line.width * labelSize, top + labelBaseline, labelSize, canvas.colours.label));
  }
  drawValue(canvas, { ...field, align: "right" }, { x, width, baseline: top + baseline, size, weight: "regular" });
  canvas.lines.push(readAloud(field));
}
