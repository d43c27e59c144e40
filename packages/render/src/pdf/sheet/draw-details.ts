import { DETAILS, MOST_DETAIL_PAGES, SHEET } from "../paper-metrics.ts";
import type { SheetPage } from "../page/sheet-page.ts";
import { createTag, type Tag } from "../tag/tag.ts";
import { fitCode, squeezeCode } from "./code-figure.ts";
import { drawCode } from "./draw-cell.ts";
import type { PassPart } from "./read-part.ts";
import { type SheetBook, turnPage } from "./sheet-book.ts";
import { INK, layLines, type LineStyle, PALE_INK, writeLine, writeText } from "./write-lines.ts";

/** How far pages are filled. */
export interface Flow {
  page: SheetPage;
  y: number;
}

const LABEL: LineStyle = { weight: "semibold", size: DETAILS.labelSize, line: DETAILS.labelLine, ink: PALE_INK, maxLines: 4 };
const VALUE: LineStyle = { weight: "regular", size: DETAILS.valueSize, line: DETAILS.valueLine, ink: INK };

/** The code of a pass that had no room beside its front: across the page, or down along it. */
export function drawOpenCode(book: SheetBook, flow: Flow, part: PassPart, tag: Tag): void {
  const { code } = part;
  if (code === null) return;
  const { margin, gap } = SHEET;
  const room = { width: book.width - 2 * margin, height: book.height - 2 * margin - 2 * SHEET.titleLine };
  const fitting = fitCode(code, room);
  const sized = fitting ?? squeezeCode(code, room);
  if (flow.y + sized.height + SHEET.titleLine > book.height - margin) openPage(book, flow);
  flow.y = drawCode(book, flow.page, part, sized, { x: margin, y: flow.y, tag }) + gap;
}

/** The back fields of a pass as a list; what goes beyond the most pages is left out, and a line of dots says so. */
export function drawDetails(book: SheetBook, flow: Flow, part: PassPart, tag: Tag): void {
  if (part.fields.length === 0) return;
  const box = { x: SHEET.margin, width: book.width - 2 * SHEET.margin };
  const last = book.pages.length + MOST_DETAIL_PAGES;
  const list = createTag("L", tag);
  for (const { label, value, links } of part.fields) {
    const item = createTag("LI", list);
    const labelTag = createTag("Lbl", item);
    const body = createTag("LBody", item);
    const labels = label === "" ? [] : layLines(part.type, label, [], LABEL, box.width);
    const values = value === "" ? [] : layLines(part.type, value, links, VALUE, box.width);
    // A label is not left alone at the foot of a page.
    const head = labels.length * LABEL.line + (values.length > 0 ? VALUE.line : 0);
    if (flow.y + head > bottomOf(book)) openPage(book, flow);
    for (const line of labels) {
      writeLine(book, flow.page, line, LABEL, { ...box, y: flow.y, tag: labelTag });
      flow.y += LABEL.line;
    }
    for (const line of values) {
      if (flow.y + VALUE.line > bottomOf(book)) {
        if (book.pages.length >= last) {
          writeText(book, flow.page, part.type, "…", VALUE, { ...box, y: flow.y, tag: body });
          return;
        }
        openPage(book, flow);
      }
      writeLine(book, flow.page, line, VALUE, { ...box, y: flow.y, tag: body });
      flow.y += VALUE.line;
    }
    flow.y += DETAILS.gap;
  }
}

function openPage(book: SheetBook, flow: Flow): void {
  flow.page = turnPage(book);
  flow.y = SHEET.margin;
}

/** The number of the page stands below. */
function bottomOf(book: SheetBook): number {
  return book.height - SHEET.margin - SHEET.footerSize;
}
