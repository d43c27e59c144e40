import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSubject } from "../../src/check/create-subject.ts";
import { BARCODES_RULES } from "../../src/check/rules/barcodes.ts";
import { COLOURS_RULES } from "../../src/check/rules/colours.ts";
import { DATES_RULES } from "../../src/check/rules/dates.ts";
import { IMAGES_RULES } from "../../src/check/rules/images.ts";
import { LINKS_RULES } from "../../src/check/rules/links.ts";
import { LOCALIZATION_RULES } from "../../src/check/rules/localization.ts";
import { NFC_RULES } from "../../src/check/rules/nfc.ts";
import { RELEVANCE_RULES } from "../../src/check/rules/relevance.ts";
import { CHECK_LIMITS, runRules } from "../../src/check/run-rules.ts";
import type { JsonObject, JsonValue } from "../../src/model/json.ts";
import { fastestRun } from "../support/fastest-run.ts";

const RULES = [
  ...COLOURS_RULES,
  ...DATES_RULES,
  ...RELEVANCE_RULES,
  ...BARCODES_RULES,
  ...NFC_RULES,
  ...LINKS_RULES,
  ...IMAGES_RULES,
  ...LOCALIZATION_RULES,
];

function run(pass: JsonValue, files: Record<string, string | Uint8Array> = {}) {
  const all = new Map<string, Uint8Array>([["pass.json", new TextEncoder().encode(JSON.stringify(pass))]]);
  for (const [path, content] of Object.entries(files))
    all.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  const subject = createSubject({ form: "source", files: all, now: new Date("2026-06-01T12:00:00Z") });
  const { findings } = runRules(RULES, subject);
  return { findings, milliseconds: fastestRun(1000, () => void runRules(RULES, subject)) };
}

/** Keys that these rules look at. */
const KEYS = (
  "backgroundColor labelColor stripColor relevantDate relevantDates expirationDate locations beacons maxDistance " +
  "barcode barcodes nfc webServiceURL authenticationToken appLaunchURL associatedStoreIdentifiers " +
  "groupingIdentifier userInfo contactVenueEmail contactVenuePhoneNumber sellURL semantics " +
  "upcomingPassInformation preferredStyleSchemes generic eventTicket coupon"
).split(" ");
const INNER_KEYS = (
  "format message messageEncoding altText latitude longitude relevantText proximityUUID major minor date " +
  "startDate endDate encryptionPublicKey requiresAuthentication seats seatSectionColor URLs primaryFields " +
  "changeMessage value dateStyle dateInformation eventStartDateInfo constructor __proto__"
).split(" ");

const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<JsonValue>(
      null,
      true,
      0,
      -1,
      1e308,
      "",
      "rgb(1,2,3)",
      "2026-06-01T12:00Z",
      "PKBarcodeFormatCode128",
      "gb18030",
      "日本😀\ud800",
    ),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...INNER_KEYS), tie("value"), {
      maxKeys: 5,
    }) as fc.Arbitrary<JsonObject>,
  ),
}));

describe("whatever a pass holds,", () => {
  test("the rules about values neither fail nor contradict their limits", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...KEYS), anyValue, { maxKeys: 8 }), (pass) => {
        for (const { params } of run(pass).findings) {
          for (const value of Object.values(params))
            if (typeof value === "string") expect(value.length).toBeLessThan(CHECK_LIMITS.paramCharacters + 2);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a hundred thousand equal faults are told a hundred times", () => {
    const many = (value: JsonValue) => Array.from({ length: 100_000 }, () => value);
    const { findings, milliseconds } = run({
      generic: {},
      locations: many({ latitude: 200, longitude: 200 }),
      beacons: many({ proximityUUID: "x", minor: -1 }),
      relevantDates: many({ date: "x" }),
      associatedStoreIdentifiers: many("1"),
      barcodes: many("x"),
    });
    expect(findings.length).toBeLessThan(20 * CHECK_LIMITS.findingsPerRule);
    expect(milliseconds).toBeLessThan(1500);
  });

  test("long texts cost no more than their length", () => {
    const long = "1".repeat(1_000_000);
    const { milliseconds } = run({
      generic: { primaryFields: [{ key: "a", value: long, dateStyle: "PKDateStyleShort", changeMessage: long }] },
      backgroundColor: `rgb(${long}`,
      expirationDate: long,
      barcodes: [
        { format: "PKBarcodeFormatCode128", message: long, messageEncoding: "gb18030" },
        { format: "PKBarcodeFormatCodabar", message: long.slice(0, 20_000), messageEncoding: "latin1" },
        { format: "PKBarcodeFormatQR", message: "日".repeat(19_999), messageEncoding: "gb18030" },
        { format: long, message: long, messageEncoding: long },
      ],
      nfc: { message: long, encryptionPublicKey: long },
      webServiceURL: `https://${long}`,
      authenticationToken: long,
      contactVenueEmail: `${long}@${long}`,
      contactVenuePhoneNumber: long,
      groupingIdentifier: `${long} ${long}`,
      organizationName: long,
      locations: [{ latitude: 1, longitude: 1, relevantText: long }],
      userInfo: long,
    });
    expect(milliseconds).toBeLessThan(1500);
  });

  test("charsets with large tables are opened for few barcodes", () => {
    const { milliseconds } = run({
      generic: {},
      barcodes: Array.from({ length: 10_000 }, () => ({
        format: "PKBarcodeFormatQR",
        message: "日".repeat(2000),
        messageEncoding: "gbk",
      })),
    });
    expect(milliseconds).toBeLessThan(1500);
  });

  test("ten thousand folders and images are no burden", () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 3000; index += 1) {
      files[`x${index}.lproj/pass.strings`] = `"key ${index}" = "x";`;
      files[`${index}/logo@2x.png`] = "";
      files[`y${index}.lproj/logo@3x.png`] = "";
    }
    const { milliseconds } = run({ generic: { primaryFields: [{ key: "a", value: "key 7" }] } }, files);
    expect(milliseconds).toBeLessThan(3000);
  });
});
