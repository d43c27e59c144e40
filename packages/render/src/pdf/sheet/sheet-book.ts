import type { SceneNode } from "../../scene/scene.ts";
import { type Brush, paintNodes, type Studio } from "../page/paint-nodes.ts";
import { createSheetPage, type SheetPage } from "../page/sheet-page.ts";
import type { Tag } from "../tag/tag.ts";

/** The pages of a document, one after the other. */
export interface SheetBook extends Studio {
  readonly width: number;
  readonly height: number;
  readonly pages: SheetPage[];
}

/** Adds a page. */
export function turnPage(book: SheetBook): SheetPage {
  const page = createSheetPage(book.pages.length, book.width, book.height);
  book.pages.push(page);
  return page;
}

/** What nodes say. */
export interface NodeTags {
  readonly text: Tag | null;
  readonly figures?: Tag | null;
  readonly tags?: ReadonlyMap<SceneNode, Tag>;
}

const NO_TAGS: ReadonlyMap<SceneNode, Tag> = /* @__PURE__ */ new Map<SceneNode, Tag>();
const UNMOVED = { x: 0, y: 0, scale: 1 } as const;

/** Paints nodes whose points are the page's, or are placed on it. */
export function paintOn(
  book: SheetBook,
  page: SheetPage,
  nodes: readonly SceneNode[],
  { text, figures = null, tags = NO_TAGS }: NodeTags,
  place: Brush["place"] = UNMOVED,
): void {
  const { file, fonts, images, resources } = book;
  const moved = place !== UNMOVED;
  if (moved)
    page.operators.push(
      "q",
      `${place.scale.toFixed(6)} 0 0 ${place.scale.toFixed(6)} ${place.x.toFixed(3)} ${place.y.toFixed(3)} cm`,
    );
  paintNodes(nodes, { file, fonts, images, resources, page, place, text, figures, tags, isPart: false });
  if (moved) page.operators.push("Q");
}
