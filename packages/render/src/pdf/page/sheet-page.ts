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
 * Paints a piece of a page's content for a tag; null stands for what only decorates.
 *
 * @param text what to copy and read in place of what the piece shows
 */
export function markContent(page: SheetPage, tag: Tag | null, text: string | null, paint: () => void): void {
  const { operators } = page;
  if (tag === null) operators.push("/Artifact BMC");
  else {
    const mcid = page.contents.push(tag) - 1;
    tag.kids.push({ kind: "content", page: page.index, mcid });
    operators.push(`/${tag.type} ${dict({ MCID: integer(mcid) })} BDC`);
  }
  // In a span of its own: there all readers look for it.
  const isReplaced = tag !== null && text !== null;
  if (isReplaced) operators.push(`/Span ${dict({ ActualText: textString(text) })} BDC`);
  paint();
  operators.push(isReplaced ? "EMC EMC" : "EMC");
}
