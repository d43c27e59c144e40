import { createTag, type Tag } from "../tag/tag.ts";
import { SHEET } from "../paper-metrics.ts";
import { cellsOf, drawCell } from "./draw-cell.ts";
import { drawDetails, drawOpenCode, type Flow } from "./draw-details.ts";
import type { PassPart } from "./read-part.ts";
import { type SheetBook, turnPage } from "./sheet-book.ts";
import { INK, type LineStyle, PALE_INK, writeText } from "./write-lines.ts";

/** A pass on its own pages: the front, and below it what is on the back. */
export function composeSingle(book: SheetBook, part: PassPart, root: Tag, scale: number): void {
  const page = turnPage(book);
  const [cell] = cellsOf(1, book.width, book.height);
  if (cell === undefined) return;
  const tag = createTag("Part", root, { language: part.front.language });
  const { bottom, codeIsOpen } = drawCell(book, page, part, cell, { tag, scale, small: false });
  const flow: Flow = { page, y: bottom + SHEET.gap };
  if (codeIsOpen) drawOpenCode(book, flow, part, tag);
  drawDetails(book, flow, part, tag);
}

const HEADING: LineStyle = { weight: "semibold", size: 12, line: 18, ink: INK, maxLines: 2 };

/** Passes side by side on a page, and on the next ones what is on their backs. */
export function composeGroup(book: SheetBook, parts: readonly PassPart[], perPage: 2 | 4, root: Tag, scale: number): void {
  const page = turnPage(book);
  const cells = cellsOf(perPage, book.width, book.height);
  const drawn = parts.flatMap((part, index) => {
    const cell = cells[index];
    if (cell === undefined) return [];
    const tag = createTag("Part", root, { language: part.front.language });
    return { part, tag, ...drawCell(book, page, part, cell, { tag, scale, small: true }) };
  });
  const left = drawn.filter(({ part, codeIsOpen }) => codeIsOpen || part.fields.length > 0);
  if (left.length === 0) return;
  const flow: Flow = { page: turnPage(book), y: SHEET.margin };
  for (const { part, tag, codeIsOpen } of left) {
    // Not at the foot of a page, with nothing below it.
    if (flow.y > book.height - 4 * SHEET.margin) {
      flow.page = turnPage(book);
      flow.y = SHEET.margin;
    }
    const place = { x: SHEET.margin, width: book.width - 2 * SHEET.margin, y: flow.y, tag: createTag("H2", tag) };
    flow.y = writeText(book, flow.page, part.type, part.title, HEADING, place) + 4;
    if (codeIsOpen) drawOpenCode(book, flow, part, tag);
    drawDetails(book, flow, part, tag);
    flow.y += SHEET.gutter;
  }
}

/** Numbers the pages, where there are several. They are for the eye only: a reader counts pages itself. */
export function numberPages(book: SheetBook, { type }: PassPart): void {
  const count = book.pages.length;
  if (count < 2) return;
  const style: LineStyle = { weight: "regular", size: SHEET.footerSize, line: 12, ink: PALE_INK, align: "center" };
  const place = { x: SHEET.margin, width: book.width - 2 * SHEET.margin, y: book.height - SHEET.margin + 8, tag: null };
  for (const [index, page] of book.pages.entries()) {
    writeText(book, page, type, `${index + 1} / ${count}`, style, place);
  }
}
