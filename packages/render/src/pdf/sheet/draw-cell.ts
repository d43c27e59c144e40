import type { SceneNode } from "../../scene/scene.ts";
import { CODE, SHEET } from "../paper-metrics.ts";
import type { SheetPage } from "../page/sheet-page.ts";
import { createTag, type Tag } from "../tag/tag.ts";
import { codePath, fitCode, type SizedCode } from "./code-figure.ts";
import { frontTags } from "./front-tags.ts";
import type { PassPart } from "./read-part.ts";
import { paintOn, type SheetBook } from "./sheet-book.ts";
import { INK, type LineStyle, PALE_INK, writeText } from "./write-lines.ts";

/** A place on a page that holds one pass. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The places on a page for so many passes. */
export function cellsOf(perPage: 1 | 2 | 4, width: number, height: number): readonly Cell[] {
  const columns = perPage === 4 ? 2 : 1;
  const rows = perPage === 1 ? 1 : 2;
  const { margin, gutter } = SHEET;
  const own = {
    width: (width - 2 * margin - (columns - 1) * gutter) / columns,
    height: (height - 2 * margin - (rows - 1) * gutter) / rows,
  };
  return Array.from({ length: perPage }, (_, index) => ({
    ...own,
    x: margin + (index % columns) * (own.width + gutter),
    y: margin + Math.floor(index / columns) * (own.height + gutter),
  }));
}

/** What came of drawing a pass into a cell. */
export interface DrawnCell {
  readonly bottom: number;
  /** Whether the code had no room there. */
  readonly codeIsOpen: boolean;
}

/** Title, the front at the size of a phone, and the code at scanning size beside or below it. */
export function drawCell(
  book: SheetBook,
  page: SheetPage,
  part: PassPart,
  cell: Cell,
  { tag, scale, small }: { readonly tag: Tag; readonly scale: number; readonly small: boolean },
): DrawnCell {
  const title: LineStyle = small
    ? { weight: "semibold", size: SHEET.smallTitleSize, line: SHEET.smallTitleLine, ink: INK, maxLines: 1 }
    : { weight: "semibold", size: SHEET.titleSize, line: SHEET.titleLine, ink: INK, maxLines: SHEET.titleLines };
  const under = writeText(book, page, part.type, part.title, title, { ...cell, tag: createTag("H1", tag) });
  const top = under + (small ? 4 : SHEET.gap / 2);
  const front = createTag("Sect", tag);
  const tags = frontTags(part.front, front);
  const fitting = Math.min(scale, cell.width / part.front.width, (cell.y + cell.height - top) / part.front.height);
  paintOn(book, page, part.front.nodes, { text: front, figures: front, tags }, { x: cell.x, y: top, scale: fitting });
  const [width, height] = [part.front.width * fitting, part.front.height * fitting];
  const bottom = top + height;
  if (part.code === null) return { bottom, codeIsOpen: false };
  const isBelow = cell.width < 2 * width;
  const gap = isBelow ? SHEET.gap / 2 : SHEET.gutter;
  const caption = part.code.altText === "" ? 0 : CODE.captionLine;
  const room = isBelow
    ? { x: cell.x, y: bottom + gap, width: cell.width, height: cell.y + cell.height - bottom - gap - caption }
    : { x: cell.x + width + gap, y: top, width: cell.width - width - gap, height: height - caption };
  const sized = fitCode(part.code, room);
  if (sized === null) return { bottom, codeIsOpen: true };
  const low = drawCode(book, page, part, sized, { ...room, tag });
  return { bottom: Math.max(bottom, low), codeIsOpen: false };
}

/** Draws a code with its text below; gives where that ends. */
export function drawCode(
  book: SheetBook,
  page: SheetPage,
  { type }: PassPart,
  sized: SizedCode,
  place: { readonly x: number; readonly y: number; readonly tag: Tag },
): number {
  // Modules stand on a printer's dots.
  const snap = (value: number): number => Math.round(value / CODE.dot) * CODE.dot;
  const [x, y] = [snap(place.x), snap(place.y)];
  const data = codePath(sized, x, y);
  const { name, altText } = sized.code;
  const ink = { r: 0, g: 0, b: 0, a: 1 };
  const bars: SceneNode = { kind: "path", data, fill: ink, stroke: null };
  const box = [x, page.height - y - sized.height, x + sized.width, page.height - y] as const;
  const figure = createTag("Figure", place.tag, { alt: name, box });
  paintOn(book, page, [bars], { text: null, tags: new Map([[bars, figure]]) });
  if (altText === "" || sized.turned) return y + sized.height;
  const style: LineStyle = {
    weight: "regular",
    size: CODE.captionSize,
    line: CODE.captionLine,
    ink: PALE_INK,
    align: "center",
    maxLines: 1,
  };
  const caption = createTag("P", place.tag);
  return writeText(book, page, type, altText, style, { x, width: sized.width, y: y + sized.height, tag: caption });
}
