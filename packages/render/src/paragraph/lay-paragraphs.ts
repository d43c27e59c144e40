import type { ShapedText } from "../text/shaped-text.ts";
import { loadBidi, reorder, TURNS } from "../text/bidi.ts";
import type { TextWeight, Typesetter } from "../text/typesetter.ts";
import { breakClusters, type BreakUnit, breakUnits } from "./break-units.ts";

/** A stretch of a text that is marked, UTF-16 indices; stretches come in order and do not touch one another. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** How a text is written. */
export interface ParagraphStyle {
  readonly weight: TextWeight;
  readonly size: number;
  /** Room for a line, points. */
  readonly width: number;
  /** Lines beyond so many are left out, and the last one ends in "…". */
  readonly maxLines?: number;
}

/** A part of a line that is of one kind and direction. */
export interface LinePiece<Kind extends Mark> {
  readonly line: ShapedText;
  /** From the left end of the line, points. */
  readonly x: number;
  readonly width: number;
  readonly mark: Kind | null;
}

export interface ParagraphLine<Kind extends Mark> {
  readonly pieces: readonly LinePiece<Kind>[];
  readonly width: number;
  /** That of the paragraph, which decides where the line stands when nothing else does. */
  readonly direction: "ltr" | "rtl";
}

/** A text in lines, and whether all of it is there. */
export interface LaidParagraphs<Kind extends Mark> {
  readonly lines: readonly ParagraphLine<Kind>[];
  readonly whole: boolean;
}

/** Sets a text in lines: `\n` begins a new one, and what is too long goes on in the next. */
export function layParagraphs<Kind extends Mark>(
  type: Typesetter,
  text: string,
  marks: readonly Kind[],
  style: ParagraphStyle,
): LaidParagraphs<Kind> {
  const { maxLines = Number.POSITIVE_INFINITY } = style;
  const lines: ParagraphLine<Kind>[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    const end = start + paragraph.length;
    const own = marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({ mark, start: Math.max(0, mark.start - start), end: Math.min(paragraph.length, mark.end - start) }));
    const ranges = wrap(type, paragraph, style);
    const levels = levelsOf(paragraph);
    for (const [index, range] of ranges.entries()) {
      if (lines.length + 1 === maxLines && (index + 1 < ranges.length || end < text.length)) {
        lines.push(cutLine(type, paragraph.slice(range.start), levels.direction, style));
        return { lines, whole: false };
      }
      lines.push(setLine(type, { paragraph, range, marks: own, levels }, style));
    }
    start = end + 1;
  }
  return { lines, whole: true };
}

interface Levels {
  readonly direction: "ltr" | "rtl";
  /** Null where all of it runs left to right. */
  readonly at: Uint8Array | null;
}

function levelsOf(paragraph: string): Levels {
  if (!TURNS.test(paragraph)) return { direction: "ltr", at: null };
  const { levels, paragraphs } = loadBidi().getEmbeddingLevels(paragraph, "auto");
  return { direction: ((paragraphs[0]?.level ?? 0) & 1) === 1 ? "rtl" : "ltr", at: levels };
}

interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Where the lines of a paragraph begin and end: each holds as many units as fit; one that does not fit at all is cut. */
function wrap(type: Typesetter, paragraph: string, { weight, size, width }: ParagraphStyle): LineRange[] {
  const measure = (start: number, end: number): number => type.measure(paragraph.slice(start, end), weight, size);
  const lines: LineRange[] = [];
  let start = 0;
  let end = 0;
  let filled = 0;
  const place = (unit: BreakUnit): boolean => {
    const own = measure(unit.start, unit.end);
    if (filled > 0 && filled + own > width) {
      lines.push({ start, end });
      start = unit.start;
      filled = 0;
    }
    if (own > width) return false;
    end = unit.end;
    filled += unit.next === unit.end ? own : measure(unit.start, unit.next);
    return true;
  };
  for (const unit of breakUnits(paragraph)) {
    if (place(unit)) continue;
    for (const { start: from, end: to } of breakClusters(paragraph.slice(unit.start, unit.end))) {
      const cluster = { start: unit.start + from, end: unit.start + to, next: unit.start + to };
      if (!place(cluster)) {
        // Wider than a line all by itself: it hangs out.
        end = cluster.end;
        filled += width;
      }
    }
    filled += unit.next === unit.end ? 0 : measure(unit.end, unit.next);
  }
  lines.push({ start, end: Math.max(start, end) });
  return lines;
}

interface LineParts<Kind extends Mark> {
  readonly paragraph: string;
  readonly range: LineRange;
  readonly marks: readonly { readonly mark: Kind; readonly start: number; readonly end: number }[];
  readonly levels: Levels;
}

/** A soft hyphen at the end of a line is seen. */
const SOFT_HYPHEN = "\u00ad";
/** Before a stretch that runs right to left, for a stretch that is set alone does not know the paragraph that it stands in. */
const RIGHT_TO_LEFT = "\u200f";

function setLine<Kind extends Mark>(
  type: Typesetter,
  parts: LineParts<Kind>,
  { weight, size }: ParagraphStyle,
): ParagraphLine<Kind> {
  const items = reorder(splitLine(parts));
  const { paragraph, range, levels } = parts;
  const pieces: LinePiece<Kind>[] = [];
  let x = 0;
  for (const { start, end, level, mark } of items) {
    const isBroken = end === range.end && end < paragraph.length && paragraph.charAt(end - 1) === SOFT_HYPHEN;
    const text = paragraph.slice(start, end).replaceAll(SOFT_HYPHEN, "") + (isBroken ? "-" : "");
    if (text === "") continue;
    const line = type.set((level & 1) === 1 ? RIGHT_TO_LEFT + text : text, weight, size);
    const width = line.width * size;
    pieces.push({ line, x, width, mark });
    x += width;
  }
  return { pieces, width: x, direction: levels.direction };
}

interface LineItem<Kind extends Mark> extends LineRange {
  readonly level: number;
  readonly mark: Kind | null;
}

/** Stretches of a line of one level and one mark, in logical order. */
function splitLine<Kind extends Mark>({ range, marks, levels }: LineParts<Kind>): LineItem<Kind>[] {
  const items: LineItem<Kind>[] = [];
  const edges = new Set([range.start, range.end]);
  for (const { start, end } of marks) {
    if (start > range.start && start < range.end) edges.add(start);
    if (end > range.start && end < range.end) edges.add(end);
  }
  if (levels.at !== null) {
    for (let index = range.start + 1; index < range.end; index += 1) {
      if (levels.at[index] !== levels.at[index - 1]) edges.add(index);
    }
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end === undefined) break;
    const mark = marks.find((candidate) => candidate.start <= start && candidate.end >= end)?.mark ?? null;
    items.push({ start, end, level: levels.at?.[start] ?? 0, mark });
  }
  return items;
}

/** More of a text than any line holds. */
const LONGEST_LINE = 400;

/** The last line of a text that goes on. */
function cutLine<Kind extends Mark>(
  type: Typesetter,
  rest: string,
  direction: "ltr" | "rtl",
  { weight, size, width }: ParagraphStyle,
): ParagraphLine<Kind> {
  const shown = rest.slice(0, LONGEST_LINE).trimEnd();
  const cut = type.fit(shown, weight, size, width);
  // With "…" even where the line by itself would fit: it says that there is more.
  const line = cut.text === shown ? type.fit(`${shown}…`, weight, size, width) : cut;
  return { pieces: [{ line, x: 0, width: line.width * size, mark: null }], width: line.width * size, direction };
}
