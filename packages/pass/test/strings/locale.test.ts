import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseLocale, createSearchList, listFallbacks } from "../../src/strings/locale.ts";
import { createLocalizer, listLocales } from "../../src/strings/localizer.ts";
import { writeStrings } from "../../src/strings/write-strings.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the localization that is shown", () => {
  test.each([
    // exact, whatever the spelling
    ["en-GB", "en en-GB", "en-GB"],
    ["en-GB", "en en_GB", "en_GB"],
    ["en-gb", "EN-gb en", "EN-gb"],
    ["zh-Hans-CN", "zh_CN en", "zh_CN"],
    // the language itself
    ["en-GB", "de en", "en"],
    ["de-AT", "en de", "de"],
    ["en", "en-GB fr", "en-GB"],
    // regional English goes through British English
    ["en-AU", "en en-GB", "en-GB"],
    ["en-NZ", "en en-GB en-AU", "en-AU"],
    ["en-DE", "en en-GB", "en-GB"],
    ["en-US", "en-GB en", "en"],
    ["en-CA", "en-GB en", "en"],
    // Latin America
    ["es-MX", "es es-419", "es-419"],
    ["es-AR", "es es_419", "es_419"],
    ["es-ES", "es-419 es", "es"],
    ["es-MX", "es en", "es"],
    // Chinese by script
    ["zh-TW", "zh-Hans zh-Hant", "zh-Hant"],
    ["zh-Hant-TW", "zh_CN zh_TW", "zh_TW"],
    ["zh-HK", "zh-Hans zh_TW", "zh_TW"],
    ["zh-HK", "zh-Hant zh-HK", "zh-HK"],
    ["zh-MO", "zh-Hant zh-HK", "zh-HK"],
    ["zh-CN", "zh-Hant zh-Hans", "zh-Hans"],
    ["zh-SG", "zh-Hant zh", "zh"],
    ["zh-Hans-CN", "en zh", "zh"],
    ["zh-TW", "en zh-Hans", "en"],
    // Portuguese
    ["pt-BR", "pt-PT pt-BR", "pt-BR"],
    ["pt-PT", "pt-BR pt", "pt"],
    ["pt-PT", "pt-BR fr", "pt-BR"],
    ["pt-PT es", "pt-BR es", "es"],
    ["pt-AO", "pt-BR pt-PT", "pt-PT"],
    ["pt", "pt-PT pt-BR", "pt-BR"],
    // Norwegian
    ["nb-NO", "en no", "no"],
    ["no", "en nb", "nb"],
    ["nn-NO", "en nb", "nb"],
    ["nb", "no nb", "nb"],
    // old and replaced codes
    ["en-US", "French English", "English"],
    ["he", "en iw", "iw"],
    ["id", "en in", "in"],
    ["de-CH", "German en", "German"],
    // the usual region of a language
    ["it", "it-CH it-IT", "it-IT"],
    ["fr-CA", "en fr-FR", "fr-FR"],
    ["fr-CH fr-CA", "fr-FR fr-CA", "fr-CA"],
    // scripts that must not be mixed up
    ["sr-Latn", "sr en", "en"],
    // the second language before a fallback
    ["ja de", "en de", "de"],
    ["ja-JP fr-FR", "en fr", "fr"],
    // nothing fits: English, then the first
    ["ja", "de en fr", "en"],
    ["ja", "de en-GB", "en-GB"],
    ["ja", "es", "es"],
    ["ja", "fr es", "fr"],
    ["", "de", "de"],
    // Base is no language
    ["ja", "Base de", "de"],
  ])("for %j of %j is %s", (preferred, available, expected) => {
    expect(chooseLocale(available.split(" "), preferred.split(" ").filter(Boolean))).toBe(expected);
  });

  test("is none when there is none", () => {
    expect(chooseLocale([], ["en"])).toBeNull();
  });

  test("is looked up through the folders it falls back to, Base last", () => {
    expect(createSearchList(["Base", "en", "fr", "en-GB"], ["en-AU"])).toEqual(["en-GB", "en", "Base"]);
    expect(createSearchList(["zh-Hant", "zh_HK", "zh-Hans"], ["zh-HK"])).toEqual(["zh_HK", "zh-Hant"]);
    expect(createSearchList(["Base"], ["en"])).toEqual(["Base"]);
  });

  test("is one of those there are, whatever they are called", () => {
    const name = fc.oneof(
      fc.constantFrom("en", "en-GB", "zh_TW", "constructor", "__proto__", "-", "_", "i-klingon", "x-y", "de-1996", "English", ""),
      fc.string({ maxLength: 12 }),
      fc.array(fc.constantFrom("en", "Latn", "US", "419", "x", "abcdefgh"), { maxLength: 30 }).map((parts) => parts.join("-")),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), fc.array(name, { maxLength: 6 }), (available, preferred) => {
        const chosen = chooseLocale(available, preferred);
        if (available.some((candidate) => candidate !== "Base")) expect(available).toContain(chosen);
        else expect(chosen).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

test("a locale falls back to its parents, however it is spelled; what is no locale stands alone", () => {
  expect(listFallbacks("zh_tw")).toEqual(["zh-Hant-TW", "zh-Hant"]);
  expect(listFallbacks("nb-NO")).toEqual(["nb-NO", "nb", "no"]);
  expect(listFallbacks("es-MX")).toEqual(["es-MX", "es-419", "es"]);
  expect(listFallbacks("not a locale")).toEqual(["not a locale"]);
});

describe("a localizer", () => {
  const files = new Map<string, Uint8Array>([
    ["pass.json", utf8("{}")],
    ["icon.png", utf8("top")],
    ["en.lproj/icon.png", utf8("hidden")],
    [
      "en.lproj/pass.strings",
      writeStrings([
        ["gate", "Gate"],
        ["seat", "Seat"],
        ["empty", ""],
      ]),
    ],
    ["en.lproj/strip.png", utf8("en")],
    ["en-GB.lproj/pass.strings", writeStrings([["gate", "Gate (UK)"]])],
    ["de.lproj/pass.strings", utf8('"gate" = "Tor')],
    ["de.lproj/strip.png", utf8("de")],
    ["docs/fr.lproj/pass.strings", utf8("")],
  ]);

  test("gives the text of the chosen language, and the key where there is none", () => {
    const localizer = createLocalizer(files, ["en-US"]);
    expect(localizer.locale).toBe("en");
    expect([localizer.text("gate"), localizer.text("empty"), localizer.text("unknown")]).toEqual(["Gate", "", "unknown"]);
    expect(localizer.text("constructor")).toBe("constructor");
  });

  test("takes texts from one file only: those of the chosen folder", () => {
    const localizer = createLocalizer(files, ["en-GB"]);
    expect(localizer.locale).toBe("en-GB");
    expect([localizer.text("gate"), localizer.text("seat")]).toEqual(["Gate (UK)", "seat"]);
  });

  test("shows raw keys where the strings file cannot be read", () => {
    const localizer = createLocalizer(files, ["de"]);
    expect(localizer.locale).toBe("de");
    expect(localizer.text("gate")).toBe("gate");
  });

  test("finds an image at the top level before a localized one", () => {
    expect(createLocalizer(files, ["en"]).file("icon.png")).toBe("icon.png");
  });

  test("finds a localized image, in the folder of the fallback too", () => {
    expect(createLocalizer(files, ["de"]).file("strip.png")).toBe("de.lproj/strip.png");
    expect(createLocalizer(files, ["en-GB"]).file("strip.png")).toBe("en.lproj/strip.png");
    expect(createLocalizer(files, ["en"]).file("logo.png")).toBeNull();
  });

  test("of a pass without folders gives keys and top-level files", () => {
    const localizer = createLocalizer(new Map([["icon.png", utf8("x")]]), ["en"]);
    expect(localizer.locale).toBeNull();
    expect([localizer.text("gate"), localizer.file("icon.png")]).toEqual(["gate", "icon.png"]);
  });

  test("knows folders at the top level only", () => {
    expect(listLocales(files.keys())).toEqual(["en", "en-GB", "de"]);
  });
});
