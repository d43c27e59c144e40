import { listFallbacks } from "@passwright/pass";
import { SPELL_OUT_LOADERS } from "./data/spell-out/index.ts";
import { parseRules } from "./spell-out/parse-rules.ts";
import type { SpellOutRules } from "./spell-out/rule.ts";

/**
 * Loads the rules by which a language writes numbers in words; null when it has none. The nearest that the locale falls back to is
 * taken, as ICU does: `de-AT` is spelt as `de`, `zh-TW` as `zh-Hant`.
 *
 * @param locale BCP 47 tag.
 *
 * @example
 * ```ts
 * const rules = await loadSpellOutRules("fr-CH"); // with septante and nonante
 * ```
 */
export async function loadSpellOutRules(locale: string): Promise<SpellOutRules | null> {
  const tag = listFallbacks(locale).find((name) => Object.hasOwn(SPELL_OUT_LOADERS, name));
  const load = tag === undefined ? undefined : SPELL_OUT_LOADERS[tag];
  return tag === undefined || load === undefined ? null : parseRules(tag, (await load()).SPELL_OUT);
}
