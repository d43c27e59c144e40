import type { Canvas } from "../layout/canvas.ts";
import type { Face } from "../layout/face.ts";
import { drawValue, fitSize, labelText } from "../layout/field-row.ts";
import { textNodes } from "../layout/text-nodes.ts";
import { GENERIC_TRANSIT, movePath, TRANSIT_ICONS } from "../layout/transit-icons.ts";
import { WATCH_JOURNEY } from "./watch-metrics.ts";
import type { Column } from "./watch-texts.ts";

/** From the middle of a line down to its baseline, in em. */
const MIDDLE = 0.36;

/** From, the way of travelling, to: values on one line around an icon, whose middle is `middle`. Their labels are the caller's. */
export function drawWatchJourney(canvas: Canvas, { primary, transitType }: Face, column: Column, middle: number): void {
  const { size: largest, minimum, icon: side, gap } = WATCH_JOURNEY;
  const [from, to] = primary;
  const icon = TRANSIT_ICONS[transitType] ?? GENERIC_TRANSIT;
  const scale = side / Math.max(icon.width, icon.height);
  const room = (column.width - side) / 2 - gap;
  const fits = (size: number): boolean =>
    [from, to].every((field) => canvas.type.measure(field?.value ?? "", "regular", size) <= room);
  const size = fitSize(largest, minimum, fits);
  const place = { width: room, baseline: middle + size * MIDDLE, size, weight: "regular" } as const;
  if (from !== undefined) drawValue(canvas, { ...from, align: "left" }, { ...place, x: column.x });
  const left = column.x + (column.width - icon.width * scale) / 2;
  const data = movePath(icon.data, left, middle - (icon.height * scale) / 2, scale);
  canvas.nodes.push({ kind: "path", data, fill: canvas.colours.label, stroke: null, role: "presentation" });
  if (to !== undefined) drawValue(canvas, { ...to, align: "right" }, { ...place, x: column.x + column.width - room });
}

/** The labels of from and to over their values, at the sides. */
export function drawJourneyLabels(canvas: Canvas, { primary }: Face, column: Column, baseline: number): void {
  const { labelSize, gap } = WATCH_JOURNEY;
  const room = column.width / 2 - gap;
  for (const [index, field] of primary.slice(0, 2).entries()) {
    if (field.label === "") continue;
    const line = canvas.type.fit(labelText(canvas, field), "semibold", labelSize, room);
    const x = index === 0 ? column.x : column.x + column.width - line.width * labelSize;
    canvas.nodes.push(...textNodes(line, x, baseline, labelSize, canvas.colours.label));
  }
}

/** The labels of from and to as one line: "VIENNA TO LISBON". Source: Wallet Developer Guide, layout of boarding passes on Apple Watch. */
export function joinedLabels(canvas: Canvas, { primary }: Face): string {
  const labels = primary.slice(0, 2).map((field) => labelText(canvas, field));
  return labels.filter((label) => label !== "").join(" TO ");
}
