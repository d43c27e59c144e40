import { describe, expect, test } from "vitest";
import { createCldrFormatter } from "../../src/format/cldr-formatter.ts";
import { SPELL_OUT_LOADERS } from "../../src/format/data/spell-out/index.ts";
import { loadCldrData } from "../../src/format/load-cldr-data.ts";
import { loadSpellOutRules } from "../../src/format/load-spell-out-rules.ts";
import { parseNumberPattern } from "../../src/format/number-pattern.ts";
import { spellOut } from "../../src/format/spell-out/spell-out.ts";
import { SPELL_OUT_VALUES, SPELL_OUT_WORDS } from "./vectors/spell-out-vectors.ts";

const values = SPELL_OUT_VALUES.split(" ").map(Number);
const tables = SPELL_OUT_WORDS.split(/^# /mu)
  .slice(1)
  .map((block) => block.split("\n"))
  .map(([language = "", ...words]) => [language, words.slice(0, values.length)] as const);

/** Digits as ICU writes them where rules ask for digits. */
function digitsOf(language: string): Parameters<typeof spellOut>[2] {
  const format = new Intl.NumberFormat(language);
  return {
    point: format.formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".",
    pattern: (value, pattern) => {
      const { groups, fraction } = parseNumberPattern(pattern);
      return new Intl.NumberFormat(language, { useGrouping: groups[0] > 0, maximumFractionDigits: fraction[1] }).format(value);
    },
  };
}

test("the vectors cover every language that has rules", () => {
  expect(tables.map(([language]) => language)).toEqual(Object.keys(SPELL_OUT_LOADERS));
  expect(tables.length).toBeGreaterThanOrEqual(25);
  expect(values).toEqual(expect.arrayContaining([-5, 0.5, 1_234_567.89, 21, 101, 1e15]));
});

describe("numbers are spelt as ICU spells them", () => {
  test.each(tables)("%s", async (language, words) => {
    const tag = language === "no" ? "nb" : language;
    const rules = await loadSpellOutRules(tag);
    const digits = digitsOf(tag);
    expect(values.map((value) => spellOut(value, rules!, digits))).toEqual(words);
  });
});

test("the formatter of CLDR data spells the same, with digits of its own", async () => {
  for (const language of ["en", "de", "ar", "ja", "fr", "es", "he", "ru", "pl", "hi", "th"]) {
    const formatter = createCldrFormatter(await loadCldrData([language]));
    const words = tables.find(([name]) => name === language)?.[1] ?? [];
    expect(values.map((value) => formatter.spellOut(value, language))).toEqual(words);
  }
});
