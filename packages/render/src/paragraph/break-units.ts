import { type BreakClass, breakClass } from "./break-class.ts";

/** A stretch of a paragraph that stays on one line: `end` is where what can be seen ends, `next` where the next one begins. */
export interface BreakUnit {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Never before these, not even behind a space (UAX #14, LB13). */
const CLOSING: ReadonlySet<BreakClass> = /* @__PURE__ */ new Set(["close", "exclamation"]);
const NEVER_BEFORE: ReadonlySet<BreakClass> = /* @__PURE__ */ new Set([
  "space",
  "zero-width-space",
  "glue",
  "joiner",
  "mark",
  "close",
  "exclamation",
  "infix",
  "slash",
  "hyphen",
  "break-after",
  "non-starter",
  "quotation",
  "trailing-vowel",
  "postfix",
]);
const NEVER_AFTER: ReadonlySet<BreakClass> = /* @__PURE__ */ new Set([
  "glue",
  "open",
  "joiner",
  "quotation",
  "prefix",
  "leading-vowel",
]);
/** Those that words are not made of: a break is allowed on either side. */
const LOOSE: ReadonlySet<BreakClass> = /* @__PURE__ */ new Set(["ideograph", "non-starter", "regional", "dash"]);
const SOUTH_EAST: ReadonlySet<BreakClass> = /* @__PURE__ */ new Set(["south-east", "leading-vowel", "trailing-vowel"]);

/**
 * The stretches between the places where a line may end, after UAX #14: behind spaces, hyphens and dashes, between ideographs,
 * and between clusters of the scripts of South East Asia, whose words only a dictionary could tell apart.
 */
export function breakUnits(text: string): BreakUnit[] {
  const units: BreakUnit[] = [];
  let start = 0;
  let end = 0;
  let index = 0;
  let before: BreakClass | null = null;
  /** The class before spaces, where there are some. */
  let beforeSpaces: BreakClass | null = null;
  let regionals = 0;
  for (const character of text) {
    const own = breakClass(character);
    const pairs = own === "regional" && regionals % 2 === 1;
    if (before !== null && !pairs && mayBreak(before, beforeSpaces, own)) {
      units.push({ start, end, next: index });
      start = index;
    }
    regionals = own === "regional" ? regionals + 1 : 0;
    index += character.length;
    if (own === "space") beforeSpaces ??= before;
    else {
      // What cannot be seen at the end of a line takes no room there.
      if (own !== "zero-width-space") end = index;
      beforeSpaces = null;
    }
    // A mark belongs to what it stands on (LB9).
    if (own !== "mark" || before === null || before === "space" || before === "zero-width-space")
      before = own === "mark" ? "letter" : own;
  }
  if (index > start) units.push({ start, end: Math.max(start, end), next: index });
  return units;
}

function mayBreak(before: BreakClass, beforeSpaces: BreakClass | null, own: BreakClass): boolean {
  if (before === "space") {
    return own !== "space" && own !== "zero-width-space" && own !== "glue" && !CLOSING.has(own) && beforeSpaces !== "open";
  }
  if (own === "space" || own === "zero-width-space") return false;
  if (before === "zero-width-space") return true;
  if (NEVER_BEFORE.has(own) || NEVER_AFTER.has(before)) return false;
  if (before === "dash" && own === "dash") return false;
  if (before === "hyphen" || before === "slash") return own !== "number";
  if (before === "break-after") return true;
  if (LOOSE.has(before) || LOOSE.has(own)) return true;
  return SOUTH_EAST.has(before) && SOUTH_EAST.has(own);
}

/** The smallest stretches that can stand alone: a character with its marks. For words that are longer than a line. */
export function breakClusters(text: string): BreakUnit[] {
  const clusters: BreakUnit[] = [];
  let index = 0;
  let joins = false;
  for (const character of text) {
    const own = breakClass(character);
    const last = clusters.at(-1);
    const next = index + character.length;
    if (last !== undefined && (joins || own === "mark" || own === "joiner")) {
      clusters[clusters.length - 1] = { start: last.start, end: next, next };
    } else clusters.push({ start: index, end: next, next });
    joins = own === "joiner";
    index = next;
  }
  return clusters;
}
