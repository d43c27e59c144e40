import { describe, expect, test } from "vitest";
import { ENUMS } from "../../src/model/enums.ts";
import { KEY_FORMATS } from "../../src/model/keys/formats.ts";
import { DICTIONARY_NAMES } from "../../src/model/keys/key-spec.ts";
import { dictionariesWith, dictionaryOf, findKey, keyAt, keysOf } from "../../src/model/keys/lookup.ts";
import { KEY_SOURCES } from "../../src/model/keys/sources.ts";
import { noteOf, notedKeys } from "../../src/model/keys/notes/table.ts";
import { suggestKey } from "../../src/model/keys/suggest-key.ts";
import { FIELD_SECTIONS, PASS_STYLES } from "../../src/model/style.ts";

const all = DICTIONARY_NAMES.flatMap((name) => keysOf(name));

describe("the table of keys", () => {
  test("knows every key, each once", () => {
    expect(all).toHaveLength(321);
    for (const name of DICTIONARY_NAMES) {
      const names = keysOf(name).map((key) => key.name);
      expect(new Set(names).size, name).toBe(names.length);
      expect(keysOf(name).every((key) => key.dictionary === name)).toBe(true);
    }
    expect(keysOf("Pass")).toHaveLength(77);
    expect(keysOf("SemanticTags")).toHaveLength(112);
  });

  test("says of each key what it is, from where, and since when as far as known", () => {
    for (const key of all) {
      const id = `${key.dictionary}.${key.name}`;
      const { note, sources } = noteOf(key);
      expect(note, id).toMatch(/^\S.*\S$/u);
      expect(note, id).not.toMatch(/\.\.\./u);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) expect(Object.hasOwn(KEY_SOURCES, source), id).toBe(true);
      expect(key.styles.length, id).toBeGreaterThan(0);
      if (key.minIOS === null) expect(["documented", "observed", "pass-builder"], id).toContain(key.status);
    }
  });

  test("has a note for each of its keys, and for no other", () => {
    for (const name of DICTIONARY_NAMES)
      expect(notedKeys(name).toSorted(), name).toEqual(
        keysOf(name)
          .map((key) => key.name)
          .toSorted(),
      );
  });

  test("points only at keys that exist", () => {
    for (const key of all) {
      const id = `${key.dictionary}.${key.name}`;
      if (key.aliasOf !== null) expect(findKey(key.dictionary, key.aliasOf), id).toBeDefined();
      if (key.replacedBy !== null && key.dictionary !== "Barcode")
        expect(findKey(key.dictionary, key.replacedBy), id).toBeDefined();
      if (key.of !== null) expect(keysOf(key.of).length, id).toBeGreaterThan(0);
      for (const section of key.sections ?? []) expect(FIELD_SECTIONS, id).toContain(section);
    }
  });

  test("has defaults of the key's own type and among its values", () => {
    for (const key of all) {
      if (key.default === undefined) continue;
      const id = `${key.dictionary}.${key.name}`;
      const type = Array.isArray(key.default) ? "array" : typeof key.default;
      expect(type, id).toBe(key.type);
      if (key.enum !== null) for (const value of [key.default].flat()) expect(key.enum, id).toContain(value);
    }
  });

  test("has the six keys that every pass needs", () => {
    expect(
      keysOf("Pass")
        .filter((key) => key.required === true)
        .map((key) => key.name),
    ).toEqual(["formatVersion", "passTypeIdentifier", "serialNumber", "teamIdentifier", "organizationName", "description"]);
  });

  test("has the style keys, the sections and nothing that the tables of styles lack", () => {
    for (const style of PASS_STYLES) expect(findKey("Pass", style)).toMatchObject({ of: "PassFields", styles: [style] });
    expect(keysOf("PassFields").map((key) => key.name)).toEqual([...FIELD_SECTIONS, "transitType"]);
  });

  test("keeps older names, other tools' names and observed keys apart by status", () => {
    expect(findKey("Pass", "barcode")).toMatchObject({ deprecated: 9, replacedBy: "barcodes", status: "documented" });
    expect(findKey("Pass", "logoSymbolName")).toMatchObject({ status: "pass-builder", readOnly: false });
    expect(findKey("Pass", "passThatWasSet")).toMatchObject({ status: "observed", readOnly: true });
    expect(findKey("SemanticTags", "departureAirportTimeZone")).toMatchObject({
      status: "alias",
      aliasOf: "departureLocationTimeZone",
      readOnly: true,
    });
    expect(findKey("SemanticTags", "departureLocationTimeZone")).toMatchObject({ format: "time-zone", minIOS: 26 });
    expect(findKey("PassFieldContent", "_id")).toMatchObject({ readOnly: true });
    expect(findKey("RelevantDates", "relevantDate")).toMatchObject({ aliasOf: "date", readOnly: false });
  });

  test("has bounds that a program can read", () => {
    expect(findKey("Pass", "locations")?.limits).toEqual({ maxItems: 10 });
    expect(findKey("Pass", "authenticationToken")?.limits).toEqual({ minLength: 16 });
    expect(findKey("Beacons", "major")?.limits).toEqual({ integer: true, minimum: 0, maximum: 65_535 });
    expect(findKey("NFC", "message")?.limits).toEqual({ maxBytes: 64 });
    expect(findKey("PassFieldContent", "changeMessage")?.limits).toEqual({ contains: "%@" });
  });

  test("splits types into JSON type, item type, dictionary and values", () => {
    expect(findKey("Pass", "barcodes")).toMatchObject({ type: "array", itemType: "object", of: "Barcodes" });
    expect(findKey("Pass", "nfc")).toMatchObject({ type: "object", itemType: null, of: "NFC" });
    expect(findKey("Pass", "formatVersion")).toMatchObject({ type: "number", enum: [1] });
    expect(findKey("Pass", "associatedStoreIdentifiers")).toMatchObject({ type: "array", itemType: "number", of: null });
    expect(findKey("Pass", "userInfo")).toMatchObject({ type: "any" });
    expect(findKey("PassFieldContent", "value")).toMatchObject({ type: "any", localizable: true });
    expect(findKey("PassFieldContent", "dataDetectorTypes")).toMatchObject({
      type: "array",
      itemType: "string",
      enumName: "DataDetectorType",
    });
    expect(findKey("SemanticTags", "passengerServiceSSRs")).toMatchObject({ openEnum: true, enumName: "ServiceSsr" });
  });

  test("refers to every list of fixed words", () => {
    const used = new Set(all.map((key) => key.enumName));
    for (const name of Object.keys(ENUMS)) expect(used.has(name as keyof typeof ENUMS), name).toBe(true);
  });
});

describe("formats", () => {
  test.each(Object.entries(KEY_FORMATS))("the example of %s matches its pattern", (_, { pattern, example }) => {
    if (pattern !== null) expect(example).toMatch(new RegExp(pattern, "u"));
  });

  test.each([
    ["date", "2026-12-24T19:30Z", true],
    ["date", "2026-12-24T19:30:00.000Z", true],
    ["date", "2026-12-24T19:30", false],
    ["date", "2026-12-24", false],
    ["date", "2026-12-24T19:30+0100", false],
    ["color", "rgb(0,0,0)", true],
    ["color", "#ff0000", false],
    ["color", "rgba(0,0,0,1)", false],
    ["https-url", "http://example.com", false],
    ["url", "tel:+14085550100", true],
    ["time-zone", "America/Argentina/Buenos_Aires", true],
    ["team", "A1B2C3D4E", false],
    ["pass-type", "com.example", false],
  ] as const)("%s: %s is %s", (format, text, matches) => {
    expect(new RegExp(KEY_FORMATS[format].pattern, "u").test(text)).toBe(matches);
  });
});

describe("looking up", () => {
  test("paths lead to dictionaries", () => {
    expect(dictionaryOf([])).toBe("Pass");
    expect(dictionaryOf([], "Personalize")).toBe("Personalize");
    expect(dictionaryOf(["generic"])).toBe("PassFields");
    expect(dictionaryOf(["generic", "primaryFields"])).toBeNull();
    expect(dictionaryOf(["generic", "primaryFields", 0])).toBe("PassFieldContent");
    expect(dictionaryOf(["generic", "primaryFields", 0, "semantics", "seats", 2])).toBe("Seat");
    expect(dictionaryOf(["barcode"])).toBe("Barcode");
    expect(dictionaryOf(["barcodes", 1])).toBe("Barcodes");
    expect(dictionaryOf(["upcomingPassInformation", 0, "images", "headerImage", "URLs", 0])).toBe("UpcomingImageURLEntry");
    expect(dictionaryOf(["userInfo", "generic"])).toBeNull();
    expect(dictionaryOf(["generic", 0])).toBeNull();
    expect(dictionaryOf(["barcodes", 0, 0])).toBeNull();
    expect(dictionaryOf(["barcodes", "format"])).toBeNull();
    expect(dictionaryOf(["unknown", "barcodes"])).toBeNull();
  });

  test("paths lead to the rows of their keys", () => {
    expect(keyAt(["generic", "primaryFields", 0, "value"])?.name).toBe("value");
    expect(keyAt(["locations", 0, "latitude"])).toMatchObject({ dictionary: "Locations", limits: { minimum: -90, maximum: 90 } });
    expect(keyAt(["locations", 0])?.name).toBe("locations");
    expect(keyAt([])).toBeUndefined();
    expect(keyAt(["constructor"])).toBeUndefined();
  });

  test("a misplaced key is found where it belongs", () => {
    expect(dictionariesWith("barcodes")).toEqual(["Pass"]);
    expect(dictionariesWith("primaryFields")).toEqual(["PassFields"]);
    expect(dictionariesWith("nonsense")).toEqual([]);
  });
});

describe("suggesting a key", () => {
  test.each([
    ["Pass", "logotext", "logoText", "case"],
    ["Pass", "barcodeS", "barcodes", "case"],
    ["Pass", "logo_text", "logoText", "case"],
    ["Pass", "serial-number", "serialNumber", "case"],
    ["Pass", "foregroundColour", "foregroundColor", "spelling"],
    ["Pass", "serialNumbr", "serialNumber", "spelling"],
    ["Pass", "organisationName", "organizationName", "spelling"],
    ["Pass", "relevantDat", "relevantDate", "spelling"],
    ["Pass", "semantic", "semantics", "spelling"],
    ["Pass", "desciption", "description", "spelling"],
    ["Pass", "webSerivceURL", "webServiceURL", "spelling"],
    ["PassFields", "auxillaryFields", "auxiliaryFields", "spelling"],
    ["PassFieldContent", "lable", "label", "spelling"],
    ["PassFieldContent", "changeMesage", "changeMessage", "spelling"],
    ["SemanticTags", "DepartureAirportCode", "departureAirportCode", "case"],
    ["UpcomingImageURLEntry", "url", "URL", "case"],
    ["UpcomingImageURLEntry", "sha256", "SHA256", "case"],
  ] as const)("%s.%s: %s", (dictionary, name, expected, difference) => {
    expect(suggestKey(dictionary, name)).toMatchObject({ key: { name: expected }, difference });
  });

  test.each([
    ["Pass", "logoText"],
    ["Pass", "myOwnKey"],
    ["Pass", "x"],
    ["Pass", ""],
    ["Pass", "id"],
    ["Pass", "nfo"],
    ["Seat", "color"],
    ["Pass", "a".repeat(100_000)],
  ] as const)("nothing for %s.%s", (dictionary, name) => {
    expect(suggestKey(dictionary, name)).toBeUndefined();
  });
});
