import { dict, integer, num, textString } from "../file/pdf-syntax.ts";
import type { Tag } from "../tag/tag.ts";

/** A link on a page: where it lies, y down, and where it leads. */
export interface PageLink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly href: string;
  /** What it says to someone who does not see it. */
  readonly text: string;
  readonly tag: Tag;
}

/** A page that is being drawn, y down from its top left corner. */
export interface SheetPage {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly operators: string[];
  /** The tag of each piece of content, by its number. */
  readonly contents: Tag[];
  readonly links: PageLink[];
}

export function createSheetPage(index: number, width: number, height: number): SheetPage {
  // Once for the whole page: from here on y runs down.
  return { index, width, height, operators: [`1 0 0 -1 0 ${num(height)} cm`], contents: [], links: [] };
}

/**
 * Opens a piece of a page's content for a tag; null stands for what only decorates. To be closed with {@link closeContent}.
 *
 * @param text what to copy and read in place of what the piece shows
 */
export function openContent(page: SheetPage, tag: Tag | null, text: string | null = null): void {
  if (tag === null) {
    page.operators.push("/Artifact BMC");
    return;
  }
  const mcid = page.contents.push(tag) - 1;
  tag.kids.push({ kind: "content", page: page.index, mcid });
  const facts = dict({ MCID: integer(mcid), ActualText: text === null ? undefined : textString(text) });
  page.operators.push(`/${tag.type} ${facts} BDC`);
}

export function closeContent(page: SheetPage): void {
  page.operators.push("EMC");
}
