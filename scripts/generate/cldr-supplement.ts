import { createRequire } from "node:module";
import type { CldrLocale } from "../../packages/render/src/format/cldr-data.ts";
import { type JsonTree, textAt, treeAt } from "./cldr-tree.ts";

const require = createRequire(new URL("../../packages/render/package.json", import.meta.url));

function read(file: string, path: readonly string[]): JsonTree {
  return treeAt(require(`cldr-core/supplemental/${file}.json`) as JsonTree, ["supplemental", ...path]);
}

/** The ten digits of a numbering system. */
export function digitsOf(system: string): string {
  return textAt(read("numberingSystems", ["numberingSystems"]), [system, "_digits"]) || "0123456789";
}

/** Currencies that have not two digits behind the point. */
export function currencyDigits(): Readonly<Record<string, number>> {
  const fractions = read("currencyData", ["currencyData", "fractions"]);
  const digits = Object.keys(fractions).map((code) => [code, Number(textAt(fractions, [code, "_digits"]))] as const);
  return Object.fromEntries(digits.filter(([code, count]) => code !== "DEFAULT" && count !== 2));
}

/** Names that the time zone database gave to zones after CLDR had fixed its own. */
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmara": "Africa/Asmera",
  "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
  "America/Argentina/Catamarca": "America/Catamarca",
  "America/Argentina/Cordoba": "America/Cordoba",
  "America/Argentina/Jujuy": "America/Jujuy",
  "America/Argentina/Mendoza": "America/Mendoza",
  "America/Atikokan": "America/Coral_Harbour",
  "America/Indiana/Indianapolis": "America/Indianapolis",
  "America/Kentucky/Louisville": "America/Louisville",
  "America/Nuuk": "America/Godthab",
  "Asia/Ho_Chi_Minh": "Asia/Saigon",
  "Asia/Kathmandu": "Asia/Katmandu",
  "Asia/Kolkata": "Asia/Calcutta",
  "Asia/Yangon": "Asia/Rangoon",
  "Atlantic/Faroe": "Atlantic/Faeroe",
  "Europe/Kyiv": "Europe/Kiev",
  "Pacific/Chuuk": "Pacific/Truk",
  "Pacific/Kanton": "Pacific/Enderbury",
  "Pacific/Pohnpei": "Pacific/Ponape",
};

/** The kind that each time zone is of now. What it was in earlier years no pass asks for. */
export function metaZones(): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  const walk = (tree: JsonTree, path: readonly string[]): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value !== "object") continue;
      if (!Array.isArray(value)) {
        walk(value, [...path, key]);
        continue;
      }
      const last = (value as readonly JsonTree[]).at(-1);
      const kind =
        last === undefined || textAt(last, ["usesMetazone", "_to"]) !== "" ? "" : textAt(last, ["usesMetazone", "_mzone"]);
      if (kind !== "") found.set([...path, key].join("/"), kind);
    }
  };
  walk(read("metaZones", ["metaZones", "metazoneInfo", "timezone"]), []);
  for (const [name, old] of Object.entries(RENAMED)) {
    const kind = found.get(old);
    if (kind !== undefined) found.set(name, kind);
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The part of the day that each hour belongs to, in a language's words. Midnight and noon are no parts. */
export function dayParts(locale: string, names: JsonTree): CldrLocale["dayParts"] {
  const rules = read("dayPeriods", ["dayPeriodRuleSet", locale.split("-")[0] ?? ""]);
  const hours = Array.from({ length: 24 }, () => "");
  for (const part of Object.keys(rules)) {
    const at = (key: string): number => Number.parseInt(textAt(rules, [part, key]), 10);
    const [from, before] = [at("_from"), at("_before") % 24];
    if (Number.isNaN(from) || Number.isNaN(before)) continue;
    for (let hour = from; hour !== before; hour = (hour + 1) % 24) hours[hour] = textAt(names, [part]);
  }
  return hours;
}

export function usedMetaZones(): ReadonlySet<string> {
  return new Set(Object.values(metaZones()));
}
