import type { SceneGlyphRun } from "../../scene/scene.ts";

/** A run's glyphs with the characters that each stands for, and whether a reader that takes them one by one gets the text. */
export interface GlyphTexts {
  readonly texts: readonly string[];
  /** Every glyph has text of its own, in the order in which the text is read. */
  readonly isPlain: boolean;
}

/** Stands for nothing, and is a character all the same: every glyph must have one (ISO 14289-1, 7.21.7). */
const NOTHING = "\u200b";

/** Shares a run's text out among its glyphs: those of a cluster get its characters one by one, or the first gets all. */
export function glyphTexts({ glyphs, text, direction }: SceneGlyphRun): GlyphTexts {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].toSorted((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
  const members = new Map<number, number[]>();
  for (const [index, { cluster }] of glyphs.entries()) {
    const known = members.get(cluster);
    if (known === undefined) members.set(cluster, [index]);
    else known.push(index);
  }
  const texts: string[] = glyphs.map(() => NOTHING);
  let isPlain = direction === "ltr";
  for (const [cluster, indexes] of members) {
    const whole = text.slice(cluster, ends.get(cluster));
    const characters = [...whole];
    const order = direction === "rtl" ? indexes.toReversed() : indexes;
    const shared = indexes.length === characters.length ? characters : [whole];
    for (const [place, index] of order.entries()) texts[index] = shared[place] ?? NOTHING;
    if (indexes.length > 1 || whole === "") isPlain = false;
  }
  return { texts: texts.map((part) => (part === "" ? NOTHING : part)), isPlain };
}
