import type { CldrLocale } from "../../packages/render/src/format/cldr-data.ts";

/** A file of CLDR's JSON. */
export interface JsonTree {
  readonly [key: string]: JsonTree | string;
}

export const STYLES = ["short", "medium", "long", "full"] as const;

/** What stands below a path; empty when there is nothing. */
export function treeAt(tree: JsonTree, path: readonly string[]): JsonTree {
  let current: JsonTree = tree;
  for (const key of path) {
    const next = current[key];
    if (typeof next !== "object") return {};
    current = next;
  }
  return current;
}

/** The text at a path; empty when there is none. */
export function textAt(tree: JsonTree, path: readonly string[]): string {
  const value = treeAt(tree, path.slice(0, -1))[path.at(-1) ?? ""];
  return typeof value === "string" ? value : typeof value === "object" ? textAt(value, ["_value"]) : "";
}

/** The texts of a table without its variants (`short-alt-ascii`). */
export function withoutAlternatives(tree: JsonTree): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(tree).flatMap((key) => (key.includes("-alt-") ? [] : [[key, textAt(tree, [key])] as const])),
  );
}

/** The months of the Gregorian calendar as they stand beside a day. */
export function readMonths(gregorian: JsonTree, width: "wide" | "abbreviated"): readonly string[] {
  return Object.values(withoutAlternatives(treeAt(gregorian, ["months", "format", width])));
}

interface CalendarOverride {
  readonly calendar: CldrLocale["calendar"];
  readonly date: Partial<CldrLocale["date"]>;
  readonly months?: readonly string[];
  readonly eras: readonly [string, string];
}

/** Languages whose people use another calendar; CLDR has those in packages that are not published at this version. */
export const CALENDAR_OVERRIDES: Readonly<Partial<Record<string, CalendarOverride>>> = {
  th: { calendar: "buddhist", date: { long: "d MMMM y" }, eras: ["พ.ศ.", "พ.ศ."] },
  fa: {
    calendar: "persian",
    date: { short: "y/M/d", medium: "d MMM y", long: "d MMMM y", full: "y MMMM d, EEEE" },
    months: "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" "),
    eras: ["ه‍.ش.", "ه‍.ش."],
  },
};
