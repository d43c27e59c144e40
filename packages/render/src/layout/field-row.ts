import { LABEL, ROW, type RowMetrics } from "../metrics.ts";
import type { SceneColour } from "../scene/scene.ts";
import type { TextWeight } from "../text/typesetter.ts";
import { type Canvas, inPass } from "./canvas.ts";
import type { Alignment, FaceField } from "./face-fields.ts";
import { textNodes } from "./text-nodes.ts";

/** Where a row of fields stands. */
export interface RowBox {
  readonly x: number;
  readonly width: number;
  readonly metrics: RowMetrics;
}

/** A label over a value. */
interface Block {
  readonly field: FaceField;
  readonly labelWidth: number;
}

/**
 * Draws fields side by side: blocks as wide as the wider of label and value, the first flush left, the last flush right,
 * equal gaps; all values of one size, as large as lets them fit.
 */
export function drawRow(canvas: Canvas, fields: readonly FaceField[], box: RowBox): void {
  if (fields.length === 0) return;
  const { metrics } = box;
  const blocks = fields.map((field) => toBlock(canvas, field));
  const gap = fields.length >= 4 ? ROW.gapOfFour : (metrics.gap ?? (fields.length === 3 ? ROW.gapOfThree : ROW.gap));
  const room = box.width - gap * (fields.length - 1);
  const size = fitSize(metrics.size, ROW.minimum, (tried) => crowdWidth(canvas, blocks, metrics.weight, tried) <= room);
  const widths = shareRoom(canvas, blocks, metrics.weight, size, room);
  const rest = box.width - sumOf(widths);
  const between = fields.length > 1 ? rest / (fields.length - 1) : 0;
  let x = box.x;
  for (const [index, block] of blocks.entries()) {
    const width = widths[index] ?? 0;
    const { field } = block;
    const baseline = metrics.top + metrics.drop + metrics.rise * size;
    drawLabel(canvas, field, x, width, metrics.top + LABEL.baseline);
    drawValue(canvas, field, { x, width, baseline, size, weight: metrics.weight });
    canvas.lines.push(readAloud(field));
    x += width + between;
  }
}

/** The largest size, in steps down from `largest`, that fits; `smallest` when none does. */
export function fitSize(largest: number, smallest: number, fits: (size: number) => boolean): number {
  let size = largest;
  while (size > smallest && !fits(size)) size -= ROW.step;
  return Math.max(size, smallest);
}

export function labelText(canvas: Canvas, field: FaceField): string {
  return canvas.toCapitals(field.label);
}

/** "Gate: B7". */
export function readAloud({ label, value }: FaceField): string {
  return label === "" || value === "" ? label + value : `${label}: ${value}`;
}

function toBlock(canvas: Canvas, field: FaceField): Block {
  return { field, labelWidth: canvas.type.measure(labelText(canvas, field), "semibold", LABEL.size) };
}

function valueWidth(canvas: Canvas, { field }: Block, weight: TextWeight, size: number): number {
  return canvas.type.measure(field.value, weight, size);
}

/** What must fit: with four fields the values alone, for then labels give way. */
function crowdWidth(canvas: Canvas, blocks: readonly Block[], weight: TextWeight, size: number): number {
  let sum = 0;
  for (const block of blocks) sum += Math.max(valueWidth(canvas, block, weight, size), blocks.length >= 4 ? 0 : block.labelWidth);
  return sum;
}

/** Widths of the blocks: each its due where there is room; else labels are cut, and where values alone are too long they too. */
function shareRoom(canvas: Canvas, blocks: readonly Block[], weight: TextWeight, size: number, room: number): number[] {
  const values = blocks.map((block) => valueWidth(canvas, block, weight, size));
  const wanted = blocks.map(({ labelWidth }, index) => Math.max(values[index] ?? 0, labelWidth));
  if (sumOf(wanted) <= room) return wanted;
  const needed = sumOf(values);
  if (needed <= room) {
    const excess = wanted.map((width, index) => width - (values[index] ?? 0));
    const share = (room - needed) / sumOf(excess);
    return values.map((width, index) => width + (excess[index] ?? 0) * share);
  }
  return capWidths(wanted, room);
}

/** Widths with the longest cut to one length, so that they fit; short ones stay whole. */
function capWidths(widths: readonly number[], room: number): number[] {
  let left = room;
  let open = widths.length;
  let cap = left / open;
  for (const width of widths.toSorted((a, b) => a - b)) {
    cap = left / open;
    if (width > cap) break;
    left -= width;
    open -= 1;
  }
  return widths.map((width) => Math.min(width, cap));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, part) => sum + part, 0);
}

function drawLabel(canvas: Canvas, field: FaceField, x: number, width: number, baseline: number): void {
  if (field.label === "") return;
  const text = labelText(canvas, field);
  const hangs = canvas.type.measure(text, "semibold", LABEL.size) <= width + LABEL.overhang;
  const line = hangs ? canvas.type.set(text, "semibold", LABEL.size) : canvas.type.fit(text, "semibold", LABEL.size, width);
  const at = x + offsetIn(width, line.width * LABEL.size, field.align, line.direction);
  canvas.nodes.push(...textNodes(line, at, baseline, LABEL.size, canvas.colours.label));
}

/** Where and how a value is written. */
export interface ValuePlace {
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: TextWeight;
  readonly colour?: SceneColour;
}

/** Writes a value into a box, aligned, its end cut where it is too long; a cut is reported. */
export function drawValue(canvas: Canvas, field: FaceField, place: ValuePlace): void {
  if (field.value === "") return;
  const { x, width, baseline, size, weight } = place;
  const line = canvas.type.fit(field.value, weight, size, width + 0.01);
  if (line.text !== field.value) {
    canvas.report({ rule: "text-truncated", where: inPass([...field.path, "value"]), params: { text: line.text } });
  }
  const at = x + offsetIn(width, line.width * size, field.align, line.direction);
  canvas.nodes.push(...textNodes(line, at, baseline, size, place.colour ?? canvas.colours.foreground));
}

/** From a box's left edge to that of a line in it. */
export function offsetIn(width: number, line: number, align: Alignment, direction: "ltr" | "rtl"): number {
  const side = align === "natural" ? (direction === "rtl" ? "right" : "left") : align;
  if (side === "left") return 0;
  return side === "right" ? width - line : (width - line) / 2;
}
