import { listFallbacks } from "@passwright/pass";
import type { CldrData, CldrLocale, CldrSupplement } from "./cldr-data.ts";
import { LOCALE_LOADERS } from "./data/locales/index.ts";
import { loadSpellOutRules } from "./load-spell-out-rules.ts";
import type { SpellOutRules } from "./spell-out/rule.ts";

/** What a locale without any data is written as. */
const LAST_RESORT = "en";

/**
 * Loads what {@link createCldrFormatter} needs for these locales: how they write dates and numbers, and their words for numbers. A
 * locale without data of its own comes with what it falls back to (`de-LI` with `de`), English at last.
 *
 * @param locales BCP 47 tags.
 *
 * @example
 * ```ts
 * const data = await loadCldrData(["ar-EG", "en"]);
 * ```
 */
export async function loadCldrData(locales: readonly string[]): Promise<CldrData> {
  const tags = [...locales, LAST_RESORT].map(findLocale);
  const [{ SUPPLEMENT }, loaded, rules] = await Promise.all([
    import("./data/locales/supplement.ts"),
    Promise.all([LAST_RESORT, ...tags].map(loadLocale)),
    Promise.all([...new Set([...locales, LAST_RESORT])].map(loadSpellOutRules)),
  ]);
  return {
    locales: new Map(loaded),
    spellOut: new Map(
      rules.flatMap((found): (readonly [string, SpellOutRules])[] => (found === null ? [] : [[found.locale, found]])),
    ),
    supplement: JSON.parse(SUPPLEMENT) as CldrSupplement,
  };
}

function findLocale(locale: string): string {
  return listFallbacks(locale).find((tag) => Object.hasOwn(LOCALE_LOADERS, tag)) ?? LAST_RESORT;
}

async function loadLocale(tag: string): Promise<readonly [string, CldrLocale]> {
  const load = LOCALE_LOADERS[tag];
  if (load === undefined) throw new RangeError(`No data of the locale ${tag}.`);
  return [tag, JSON.parse((await load()).LOCALE) as CldrLocale];
}
