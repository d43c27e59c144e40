import { describe, expect, test } from "vitest";
import { PassPackage } from "../../src/package/pass-package.ts";
import { singleLanguage } from "../../src/package/single-language.ts";

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const localized = PassPackage.fromFiles({
  "pass.json":
    '{\n  "big": 12345678901234567890,\n  "serialNumber": "gate",\n  "description": "desc",\n  "organizationName": "gate",\n  "generic": {"primaryFields": [{"key": "gate", "label": "gate", "value": "B7", "changeMessage": "changed"}]},\n  "locations": [{"latitude": 1.0, "longitude": 2, "relevantText": "near"}],\n  "userInfo": {"label": "gate"}\n}',
  "icon.png": "icon",
  "de.lproj/pass.strings": '"gate" = "Flugsteig"; "desc" = "Bordkarte"; "changed" = "Jetzt %@"; "near" = "Gleich \\"da\\"";',
  "de.lproj/logo.png": "logo de",
  "de.lproj/icon.png": "hidden",
  "en.lproj/pass.strings": '"gate" = "Gate";',
  "en.lproj/logo.png": "logo en",
  "en.lproj/strip.png": "strip en",
});

describe("a pass in one language", () => {
  test("has its texts in pass.json, where a device translates, and nowhere else", () => {
    const german = singleLanguage(localized, ["de-AT"]);
    expect(german.data).toEqual({
      big: 12345678901234567000,
      serialNumber: "gate",
      description: "Bordkarte",
      organizationName: "Flugsteig",
      generic: { primaryFields: [{ key: "gate", label: "Flugsteig", value: "B7", changeMessage: "Jetzt %@" }] },
      locations: [{ latitude: 1, longitude: 2, relevantText: 'Gleich "da"' }],
      userInfo: { label: "gate" },
    });
    expect(german.document.text).toContain("12345678901234567890");
    expect(german.document.text).toContain('"latitude": 1.0');
  });

  test("has the pictures of the language at the top, and no folders", () => {
    const german = singleLanguage(localized, ["de"]);
    expect([...german.files.keys()]).toEqual(["pass.json", "icon.png", "logo.png"]);
    expect(decode(german.files.get("logo.png"))).toBe("logo de");
    expect(decode(german.files.get("icon.png"))).toBe("icon");
    const english = singleLanguage(localized, ["en"]);
    expect([...english.files.keys()]).toEqual(["pass.json", "icon.png", "logo.png", "strip.png"]);
    expect(english.localizations).toEqual([]);
  });

  test("follows a device where the language is not there", () => {
    expect(singleLanguage(localized, ["fr"]).data["organizationName"]).toBe("Gate");
  });

  test("leaves a pass without translations alone, and the original too", () => {
    const plain = PassPackage.fromFiles({ "pass.json": "{}" });
    expect(singleLanguage(plain, ["de"])).toBe(plain);
    expect(localized.localizations).toEqual(["de", "en"]);
  });

  test("translates the sign-up sheet", () => {
    const pass = localized.edit((editor) =>
      editor.setFile("personalization.json", '{"description": "desc", "requiredPersonalizationFields": ["desc"]}'),
    );
    expect(singleLanguage(pass, ["de"]).personalization?.data).toEqual({
      description: "Bordkarte",
      requiredPersonalizationFields: ["desc"],
    });
  });
});

describe("the languages of a pass", () => {
  test("are listed, and resolved as a device does", () => {
    expect(localized.localizations).toEqual(["de", "en"]);
    const german = localized.localize("de-CH", "fr");
    expect([german.locale, german.text("gate"), german.text("none"), german.file("logo.png"), german.file("icon.png")]).toEqual([
      "de",
      "Flugsteig",
      "none",
      "de.lproj/logo.png",
      "icon.png",
    ]);
  });
});
