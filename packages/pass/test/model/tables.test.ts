import { describe, expect, test } from "vitest";
import { currencyStatus, listCurrencyCodes } from "../../src/model/currency-codes.ts";
import { BARCODE_FORMAT_SUPPORT, BARCODE_FORMATS, ENUMS, IMAGE_NAMES, LEGACY_BARCODE_FORMATS } from "../../src/model/enums.ts";
import { imageFileName, IMAGES, parseImageName } from "../../src/model/images.ts";
import { findKey } from "../../src/model/keys/lookup.ts";
import { FIELD_SECTIONS, isPassStyle, PASS_STYLES, SCHEMES, STYLE_SCHEMES, STYLES } from "../../src/model/style.ts";
import { isRgbColor } from "../../src/model/types/scalars.ts";

describe("styles", () => {
  test("name only images that name them back", () => {
    for (const style of PASS_STYLES) {
      const fromImages = IMAGE_NAMES.filter((name) => IMAGES[name].faces.includes(style) && name !== "personalizationLogo");
      expect([...STYLES[style].images].toSorted(), style).toEqual([...fromImages].toSorted());
    }
    for (const scheme of STYLE_SCHEMES) {
      const fromImages = IMAGE_NAMES.filter((name) => IMAGES[name].faces.includes(scheme));
      expect([...SCHEMES[scheme].images].toSorted(), scheme).toEqual([...fromImages].toSorted());
    }
  });

  test("count the fields of every section", () => {
    for (const style of PASS_STYLES) {
      expect(Object.keys(STYLES[style].shown)).toEqual([...FIELD_SECTIONS]);
      expect(STYLES[style].shown.backFields).toBeNull();
    }
    expect(STYLES.boardingPass.shown).toMatchObject({ headerFields: 3, primaryFields: 2, secondaryFields: 4, auxiliaryFields: 5 });
    expect(STYLES.posterGeneric.shown).toMatchObject({ headerFields: 1, primaryFields: 4, secondaryFields: 0, footerFields: 2 });
    expect(STYLES.eventTicket.shown.auxiliaryFields).toBe(8);
    expect(PASS_STYLES.filter((style) => STYLES[style].transitType)).toEqual(["boardingPass"]);
  });

  /** Table 4-2 of Apple's guide: "Relevant if the date and any location matches", for all styles that know dates. */
  test("that know dates want date and location to match where both are given", () => {
    const both = PASS_STYLES.filter((style) => STYLES[style].relevance.bothMustMatch);
    expect(both.toSorted()).toEqual(["boardingPass", "eventTicket", "generic"]);
    expect(both.filter((style) => STYLES[style].relevance.date === "unused")).toEqual([]);
  });

  test("are told from other keys", () => {
    expect(isPassStyle("generic")).toBe(true);
    for (const key of ["Generic", "paymentCard", "toString", ""]) expect(isPassStyle(key)).toBe(false);
  });

  test("schemes demand tags that exist, in force since the scheme", () => {
    for (const scheme of STYLE_SCHEMES) {
      const { requiredSemantics, disputedSemantics, recommendedSemantics, requiredSemanticsByEventType, style } = SCHEMES[scheme];
      const tags = [...requiredSemantics, ...recommendedSemantics, ...Object.values(requiredSemanticsByEventType).flat()];
      for (const tag of tags) expect(findKey("SemanticTags", tag)?.styles, tag).toContain(style);
      for (const tag of disputedSemantics) expect(requiredSemantics).toContain(tag);
    }
  });
});

describe("images", () => {
  test("exclude each other on both sides, where the other is drawn", () => {
    expect(IMAGES.strip.excludes).toEqual(["background", "thumbnail"]);
    for (const name of IMAGE_NAMES) {
      expect(IMAGES[name].name).toBe(name);
      for (const other of IMAGES[name].excludes) expect(IMAGES[other].excludes).toContain(name);
      for (const face of IMAGES[name].faces) {
        const style = isPassStyle(face) ? face : SCHEMES[face].style;
        expect(IMAGES[name].styles, `${name} on ${face}`).toContain(style);
      }
    }
    expect(IMAGE_NAMES.filter((name) => IMAGES[name].required === "pass")).toEqual(["icon"]);
  });

  test.each([
    ["icon", "icon", 1],
    ["icon@2x", "icon", 2],
    ["personalizationLogo@3x", "personalizationLogo", 3],
  ] as const)("%s is %s at scale %i", (stem, name, scale) => {
    expect(parseImageName(stem)).toEqual({ name, scale });
    expect(imageFileName(name, scale)).toBe(`${stem}.png`);
  });

  test.each(["Icon", "icon@1x", "icon@4x", "icon@2X", "icon@2x.png", "constructor", "", "@2x", "icon 2"])("%j is none", (stem) => {
    expect(parseImageName(stem)).toBeNull();
  });
});

describe("fixed words", () => {
  test("are unique in each list", () => {
    for (const [name, values] of Object.entries(ENUMS)) expect(new Set<string | number>(values).size, name).toBe(values.length);
  });

  test("say which barcodes a watch and an older system draw", () => {
    expect(Object.keys(BARCODE_FORMAT_SUPPORT)).toEqual([...BARCODE_FORMATS]);
    for (const format of LEGACY_BARCODE_FORMATS) expect(BARCODE_FORMAT_SUPPORT[format]).toEqual({ minIOS: 6, watch: true });
    expect(BARCODE_FORMAT_SUPPORT.PKBarcodeFormatCode128).toEqual({ minIOS: 9, watch: false });
  });
});

describe("currency codes", () => {
  test("are active, historic or none", () => {
    for (const code of ["EUR", "USD", "JPY", "XCG", "ZWG", "XAF"]) expect(currencyStatus(code), code).toBe("active");
    for (const code of ["DEM", "FRF", "HRK", "BGN", "ANG", "ZWL"]) expect(currencyStatus(code), code).toBe("historic");
    for (const code of ["eur", "EURO", "€", "", "toString", "ABC"]) expect(currencyStatus(code), code).toBeNull();
    expect(listCurrencyCodes()).toEqual(listCurrencyCodes().toSorted());
    expect(listCurrencyCodes()).toHaveLength(178);
    expect(listCurrencyCodes().every((code) => /^[A-Z]{3}$/u.test(code))).toBe(true);
  });
});

describe("colours", () => {
  test.each(["rgb(0, 0, 0)", "rgb(255,255,255)", "rgb( 1 ,2, 3 )"])("%s is one", (text) => expect(isRgbColor(text)).toBe(true));
  test.each(["rgb(256, 0, 0)", "rgb(1,2)", "rgba(1,2,3,1)", "#fff", "red", " rgb(1,2,3)", "rgb(-1,2,3)", "rgb(1.5,2,3)"])(
    "%s is none",
    (text) => expect(isRgbColor(text)).toBe(false),
  );
});
