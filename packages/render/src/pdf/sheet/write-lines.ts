import { type LinkMark, paragraphNodes } from "../../paragraph/paragraph-nodes.ts";
import { layParagraphs, type ParagraphLine } from "../../paragraph/lay-paragraphs.ts";
import type { SceneColour } from "../../scene/scene.ts";
import type { TextWeight, Typesetter } from "../../text/typesetter.ts";
import type { SheetPage } from "../page/sheet-page.ts";
import type { Tag } from "../tag/tag.ts";
import { paintOn, type SheetBook } from "./sheet-book.ts";

/** Black on white, and what is less important; both are read easily (WCAG 2.2, 1.4.3). */
export const INK: SceneColour = { r: 20, g: 20, b: 22, a: 1 };
export const PALE_INK: SceneColour = { r: 95, g: 95, b: 102, a: 1 };
const LINK_INK: SceneColour = { r: 0, g: 83, b: 186, a: 1 };

/** How text is written on a sheet. */
export interface LineStyle {
  readonly weight: TextWeight;
  readonly size: number;
  readonly line: number;
  readonly ink: SceneColour;
  readonly align?: "natural" | "center";
  readonly maxLines?: number;
}

export interface LineBox {
  readonly x: number;
  readonly width: number;
}

/** A text in lines of a width. */
export function layLines(
  type: Typesetter,
  text: string,
  links: readonly LinkMark[],
  { weight, size, maxLines }: LineStyle,
  width: number,
): readonly ParagraphLine<LinkMark>[] {
  const style = { weight, size, width };
  return layParagraphs(type, text, links, maxLines === undefined ? style : { ...style, maxLines }).lines;
}

/** Writes one line, its top at `y`; null is a line that says nothing. */
export function writeLine(
  book: SheetBook,
  page: SheetPage,
  line: ParagraphLine<LinkMark>,
  style: LineStyle,
  { x, width, y, tag }: LineBox & { readonly y: number; readonly tag: Tag | null },
): void {
  const { size, line: lineHeight, ink, align = "natural" } = style;
  const nodes = paragraphNodes([line], { x, y, width, size, lineHeight, align, colour: ink, linkColour: LINK_INK });
  // As it is read: from the right where that is the line's direction.
  paintOn(book, page, line.direction === "rtl" ? nodes.toReversed() : nodes, { text: tag });
}

/** Writes all lines of a text, and gives where the next would begin. */
export function writeText(
  book: SheetBook,
  page: SheetPage,
  type: Typesetter,
  text: string,
  style: LineStyle,
  place: LineBox & { readonly y: number; readonly tag: Tag | null },
): number {
  let { y } = place;
  for (const line of layLines(type, text, [], style, place.width)) {
    writeLine(book, page, line, style, { ...place, y });
    y += style.line;
  }
  return y;
}
