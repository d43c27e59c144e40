import type { PdfFile } from "../file/pdf-file.ts";
import { array, dict, integer, ref, textString } from "../file/pdf-syntax.ts";
import { hasContent, isTag, type Tag, type TagContent } from "./tag.ts";

/** What the structure has to know of the pages. */
export interface TaggedPages {
  /** Objects of the pages. */
  readonly ids: readonly number[];
  /** For each page, the tag of each piece of content by its number. */
  readonly contents: readonly (readonly Tag[])[];
  /** Tags of the annotations, in the order of their keys, which follow those of the pages. */
  readonly annotations: readonly Tag[];
}

/**
 * Writes the structure tree and its inverse, from places on pages to tags.
 * Source: ISO 32000-1, 14.7.2 and 14.7.4.4.
 */
export function writeTags(file: PdfFile, root: Tag, pages: TaggedPages): number {
  const ids = new Map<Tag, number>();
  const treeId = file.reserve();
  const visit = (tag: Tag, parent: number): number => {
    const id = file.reserve();
    ids.set(tag, id);
    const kids = tag.kids.flatMap((kid) => {
      if (!isTag(kid)) return [writeContent(kid, pages.ids)];
      return hasContent(kid) ? [ref(visit(kid, id))] : [];
    });
    const { box } = tag;
    file.write(
      id,
      dict({
        Type: "/StructElem",
        S: `/${tag.type}`,
        P: ref(parent),
        Alt: tag.alt === null ? undefined : textString(tag.alt),
        Lang: tag.language === null ? undefined : textString(tag.language),
        A: box === null ? undefined : dict({ O: "/Layout", Placement: "/Block", BBox: array(box) }),
        K: array(kids),
      }),
    );
    return id;
  };
  const rootId = visit(root, treeId);
  const reference = (tag: Tag): string => {
    const id = ids.get(tag);
    return id === undefined ? "null" : ref(id);
  };
  const numbers = [
    ...pages.contents.flatMap((tags, key) => [integer(key), ref(file.add(array(tags.map(reference))))]),
    ...pages.annotations.flatMap((tag, index) => [integer(pages.contents.length + index), reference(tag)]),
  ];
  const parents = file.add(dict({ Nums: array(numbers) }));
  const next = integer(pages.contents.length + pages.annotations.length);
  file.write(treeId, dict({ Type: "/StructTreeRoot", K: array([ref(rootId)]), ParentTree: ref(parents), ParentTreeNextKey: next }));
  return treeId;
}

function writeContent(kid: TagContent, pages: readonly number[]): string {
  const page = ref(pages[kid.page] ?? 0);
  return kid.kind === "content"
    ? dict({ Type: "/MCR", Pg: page, MCID: integer(kid.mcid) })
    : dict({ Type: "/OBJR", Pg: page, Obj: ref(kid.id) });
}
