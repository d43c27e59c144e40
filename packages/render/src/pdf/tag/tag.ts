/** Structure types of PDF (ISO 32000-1, 14.8.4) that are used here. */
export type TagType = "Document" | "Part" | "Sect" | "H1" | "H2" | "P" | "L" | "LI" | "Lbl" | "LBody" | "Figure" | "Link" | "Span";

/** A piece of a page that belongs to a tag: content by its number on the page, or an annotation. */
export type TagContent =
  | { readonly kind: "content"; readonly page: number; readonly mcid: number }
  | { readonly kind: "annotation"; readonly page: number; readonly id: number };

/** An element of the structure: what a screen reader walks. */
export interface Tag {
  readonly type: TagType;
  /** In place of what cannot be read: a picture. */
  readonly alt: string | null;
  readonly language: string | null;
  /** Place of a picture on its page, in PDF's points. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number] | null;
  readonly kids: (Tag | TagContent)[];
}

export interface TagFacts {
  readonly alt?: string;
  readonly language?: string;
  readonly box?: Tag["box"];
}

/** A tag below another; null for the root. */
export function createTag(type: TagType, parent: Tag | null, { alt, language, box = null }: TagFacts = {}): Tag {
  const tag: Tag = { type, alt: alt ?? null, language: language ?? null, box, kids: [] };
  parent?.kids.push(tag);
  return tag;
}

export function isTag(kid: Tag | TagContent): kid is Tag {
  return "type" in kid;
}

/** Whether there is anything in it. */
export function hasContent(tag: Tag): boolean {
  return tag.kids.some((kid) => !isTag(kid) || hasContent(kid));
}
