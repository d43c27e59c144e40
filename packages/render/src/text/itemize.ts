import bidiModule, { type Bidi } from "bidi-js";

// Its types describe an ES module, its file is CommonJS: the default import is the function itself, everywhere.
const createBidi = bidiModule as unknown as () => Bidi;

/** A stretch of a line that one font sets in one direction, in logical order. */
export interface TextItem<Kind> {
  readonly text: string;
  readonly kind: Kind;
  readonly level: number;
}

/** Characters of scripts that run right to left, and the marks that turn the direction. */
const TURNS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a-\u202e\u2066-\u2069]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

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
  const bidi = createBidi();
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

function reorder<Kind>(items: readonly TextItem<Kind>[]): TextItem<Kind>[] {
  const ordered = [...items];
  const highest = Math.max(...items.map(({ level }) => level), 0);
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start + 1) ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed());
      start = Math.max(end, start + 1);
    }
  }
  return ordered;
}
