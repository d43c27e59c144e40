import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSpellingFormatter } from "../../src/format/spelling-formatter.ts";
import { fastestRun } from "../../../pass/test/support/fastest-run.ts";
import { loadSpellOutRules } from "../../src/format/load-spell-out-rules.ts";
import { parseRules } from "../../src/format/spell-out/parse-rules.ts";
import { spellOut } from "../../src/format/spell-out/spell-out.ts";

const DIGITS = { pattern: (value: unknown, pattern: string) => `${pattern}(${String(value)})`, point: "." };

function spell(lines: string, value: number): string | null {
  return spellOut(value, parseRules("en", `%spellout-numbering\n${lines}`), DIGITS);
}

describe("a rule", () => {
  test("is the last whose base is not above the number", () => {
    expect([0, 4, 5, 99].map((value) => spell("0 few\n5 some", value))).toEqual(["few", "few", "some", "some"]);
    expect(spell("3 many", 2)).toBeNull();
  });

  test("divides: arrows to the left count, arrows to the right are what is left", () => {
    const lines = "0 -\n1 i\n2 ii\n3 iii\n10 ←← ten[ and →→]";
    expect([10, 20, 23, 30].map((value) => spell(lines, value))).toEqual(["i ten", "ii ten", "ii ten and iii", "iii ten"]);
  });

  test("has a radix of its own and gives back powers", () => {
    expect(spell("0 =0=\n20/20 ←← score →→", 47)).toBe("0(2) score 0(7)");
    expect(spell("0 =0=\n1000> ←← tens of hundreds[ →→]", 1200)).toBe("0(12) tens of hundreds");
  });

  test("with a bar in its brackets says something else for whole ones", () => {
    const lines = "0 =0=\n100 [←← hundred →→|just hundreds]";
    expect([200, 201].map((value) => spell(lines, value))).toEqual(["just hundreds", "0(2) hundred 0(1)"]);
  });

  test("steps back when nothing is left and its base is no multiple", () => {
    expect([220, 210].map((value) => spell("0 =0=\n200 two hundred[ →→]\n210 odd →→", value))).toEqual(["odd 0(20)", "odd 0(10)"]);
    expect(spell("0 =0=\n100 ←← hundred\n110 odd →→", 200)).toBe("0(2) hundred");
  });

  test("may hand its rest to the rule before it", () => {
    expect(spell("0 o\n1 i\n10 =0=!\n100 ←← →→→", 105)).toBe("i 0(5)!");
  });

  test("chooses a form by the count", () => {
    const lines = "0 =0=\n1000 ←← $(cardinal,one{thousand}other{thousands})$[ →→]";
    expect([1000, 2000, 2001].map((value) => spell(lines, value))).toEqual([
      "0(1) thousand",
      "0(2) thousands",
      "0(2) thousands 0(1)",
    ]);
  });

  test("for negative numbers takes the sign away; without one they are spelt as positive", () => {
    expect(spell("-x minus →→\n0 =0=", -7)).toBe("minus 0(7)");
    expect(spell("0 =0=", -7)).toBe("0(-7)");
    expect(spell("0 none\n5 five", -7)).toBe("five");
  });

  test("for fractions reads digit by digit, with spaces or without", () => {
    expect(spell("x.x ←← point →→\n0 z\n1 i\n2 ii", 1.02)).toBe("i point z ii");
    expect(spell("x.x ←←·→→→\n0 z\n1 i\n2 ii", 1.02)).toBe("i·zii");
    expect(spell("0.x less →→\nx.x more →→\n0 z\n5 v", 0.5)).toBe("less v");
    const lines = "x.x [←← whole ]→→\n0 z\n1 i\n5 v";
    expect([0.5, 1.5].map((value) => spell(lines, value))).toEqual(["v", "i whole v"]);
    expect(spell("0 round\n1 one", 0.5)).toBe("one");
  });

  test("goes by the language's decimal separator", () => {
    const lines = "x.x ←← point →→\nx,x ←← comma →→\n0 z\n1 i\n5 v";
    expect(spell(lines, 1.5)).toBe("i point v");
    expect(spellOut(1.5, parseRules("es", `%spellout-numbering\n${lines}`), { ...DIGITS, point: "," })).toBe("i comma v");
  });

  test("for fractions may go by denominators", () => {
    const lines = "x.x ←← and →%%parts→\n0 =0=\n%%parts\n2 a half\n4 ←%spellout-numbering← quarters";
    expect([1.5, 2.75].map((value) => spell(lines, value))).toEqual(["0(1) and a half", "0(2) and 0(3) quarters"]);
  });

  test("exists for what is no number and for what has no end", () => {
    expect(spell("Inf endless\nNaN nothing\n0 z", Infinity)).toBe("endless");
    expect(spell("-x minus →→\nInf endless\n0 z", -Infinity)).toBe("minus endless");
    expect(spell("Inf endless\nNaN nothing\n0 z", NaN)).toBe("nothing");
    expect(spell("0 z", Infinity)).toBeNull();
    expect(spell("0 z", NaN)).toBeNull();
  });

  test("keeps the spaces behind an apostrophe", () => {
    expect(spell("0 ' and", 0)).toBe(" and");
  });
});

describe("a number beyond 64 bits", () => {
  test("has no words, whatever the rules say", () => {
    expect(spell("0 small\n1000000000000000000 =#,##0=", 9.3e18)).toBeNull();
    expect(spell("0 small\n1000000000000000000 =#,##0=", 9e18)).toBe("#,##0(9000000000000000000)");
  });
});

describe("rules that make no sense", () => {
  test("give no words: sets that are missing, rules that call themselves for ever", () => {
    expect(spell("0 =%missing=", 1)).toBeNull();
    expect(spell("0 =%spellout-numbering=", 1)).toBeNull();
    expect(spellOut(1, parseRules("en", "nonsense"), DIGITS)).toBeNull();
    expect(spellOut(1, parseRules("en", "%spellout-numbering\nodd\n0/0 x\n"), DIGITS)).toBe("x");
  });

  test("do not branch without end", () => {
    // Each set writes the next one twice: two to the power of fifty words.
    const names = Array.from({ length: 50 }, (_, index) => `%s${index}`);
    const sets = names.map((name, index) => `${name}\n0 ${index === 49 ? "z" : `=%s${index + 1}==%s${index + 1}=`}`);
    const took = fastestRun(2000, () => {
      expect(spell(`0 =%s0=\n${sets.join("\n")}`, 1)).toBeNull();
    });
    expect(took).toBeLessThan(2000);
  });

  test("never throw", () => {
    const piece = fc.constantFrom(
      "%a",
      "%spellout-numbering",
      "\n",
      " ",
      "0",
      "10",
      "-x",
      "x.x",
      "←",
      "→",
      "=",
      "[",
      "]",
      "|",
      "$(",
      "cardinal,",
      "other{",
      "}",
      ")$",
      "#,##0",
      "/",
      ">",
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.oneof(fc.double(), fc.integer()), (pieces, value) => {
        const text = spell(pieces.join(""), value);
        expect(text === null || typeof text === "string").toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the rules of a locale", () => {
  test.each([
    ["de-AT", "de"],
    ["de-CH", "de-CH"],
    ["zh-TW", "zh-Hant"],
    ["zh_CN", "zh"],
    ["zh-Hant-HK", "zh-Hant"],
    ["nb", "no"],
    ["nb-NO", "no"],
    ["iw", "he"],
    ["in", "id"],
    ["pt-AO", "pt-PT"],
    ["es-MX", "es"],
    ["en-GB", "en"],
  ])("%s are those of %s", async (locale, language) => {
    expect((await loadSpellOutRules(locale))?.locale).toBe(language);
  });

  test("are none where CLDR has none, or for what is no locale", async () => {
    expect(await loadSpellOutRules("xx")).toBeNull();
    expect(await loadSpellOutRules("constructor")).toBeNull();
    expect(await loadSpellOutRules("")).toBeNull();
  });

  test("make the engine's formatter spell, in the languages that it is given", async () => {
    const rules = [await loadSpellOutRules("en"), await loadSpellOutRules("ru")].filter((own) => own !== null);
    const formatter = createSpellingFormatter(rules);
    expect(formatter.spellOut(-21.5, "en-GB")).toBe("minus twenty-one point five");
    expect(formatter.spellOut(1e18, "en")).toBe("1,000,000,000,000,000,000");
    expect(formatter.spellOut(2.5, "ru")).toBe("две целых пять десятых");
    expect(formatter.spellOut(2.5, "de")).toBe("2,5");
  });
});
