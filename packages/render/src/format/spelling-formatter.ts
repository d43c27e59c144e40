import { createIntlFormatter, type Formatter, listFallbacks } from "@passwright/pass";
import type { SpellOutRules } from "./spell-out/rule.ts";
import { parseNumberPattern } from "./number-pattern.ts";
import { spellOut } from "./spell-out/spell-out.ts";

/**
 * The engine's formatter, which can spell numbers out too: in the languages whose rules it is given.
 *
 * @example
 * ```ts
 * const german = await loadSpellOutRules("de");
 * const formatter = createSpellingFormatter(german === null ? [] : [german]);
 * ```
 */
export function createSpellingFormatter(rules: readonly SpellOutRules[]): Formatter {
  const known = new Map(rules.map((own) => [own.locale, own]));
  return createIntlFormatter({
    spellOut: (value, locale) => {
      const own = listFallbacks(locale).flatMap((tag) => known.get(tag) ?? [])[0];
      return own === undefined ? null : spellOut(value, own, engineDigits(locale));
    },
  });
}

function engineDigits(locale: string): Parameters<typeof spellOut>[2] {
  const point = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
  return {
    point,
    pattern: (value, pattern) => {
      const { fraction, groups } = parseNumberPattern(pattern);
      return new Intl.NumberFormat(locale, {
        minimumFractionDigits: fraction[0],
        maximumFractionDigits: fraction[1],
        useGrouping: groups[0] > 0,
      }).format(value);
    },
  };
}
