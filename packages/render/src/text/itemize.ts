import type { Bidi } from "bidi-js";
import { loadBidi, reorder, TURNS } from "./bidi.ts";

/** A stretch of a line that one font sets in one direction, in logical order. */
export interface TextItem<Kind> {
  readonly text: string;
  readonly kind: Kind;
  readonly level: number;
}

/** Stretches of a text in visual order, left to right, and the direction of the whole. */
export interface Itemized<Kind> {
  readonly items: readonly TextItem<Kind>[];
  readonly direction: "ltr" | "rtl";
}

/** A unit that is not to be cut, and what sets it; same kinds side by side are joined. */
export interface TextUnit<Kind> {
  readonly text: string;
  readonly kind: Kind;
}

/** Joins units to stretches of one kind and level, and puts them in visual order (UAX #9, rule L2). */
export function itemize<Kind>(text: string, units: readonly TextUnit<Kind>[]): Itemized<Kind> {
  if (!TURNS.test(text)) return { items: joinUnits(units, () => 0), direction: "ltr" };
  const bidi = loadBidi();
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, "auto");
  const items = joinUnits(units, (index) => levels[index] ?? 0, bidi);
  return { items: reorder(items), direction: ((paragraphs[0]?.level ?? 0) & 1) === 1 ? "rtl" : "ltr" };
}

function joinUnits<Kind>(units: readonly TextUnit<Kind>[], levelAt: (index: number) => number, bidi?: Bidi): TextItem<Kind>[] {
  const items: TextItem<Kind>[] = [];
  let index = 0;
  for (const { text, kind } of units) {
    const level = levelAt(index);
    index += text.length;
    const shown = (level & 1) === 1 && bidi !== undefined ? (bidi.getMirroredCharacter(text) ?? text) : text;
    const last = items.at(-1);
    if (last !== undefined && last.kind === kind && last.level === level) {
      items[items.length - 1] = { ...last, text: last.text + shown };
    } else items.push({ text: shown, kind, level });
  }
  return items;
}
