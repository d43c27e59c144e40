import { type Schema, Validator } from "@cfworker/json-schema";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import { readArchive } from "../../src/archive/read-archive.ts";
import type { JsonValue } from "../../src/model/json.ts";
import { PassDocument } from "../../src/model/pass-document.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";
import { readFixture } from "../support/read-fixture.ts";

async function loadValidator(name: string): Promise<Validator> {
  const bytes = await readFixture(`packages/pass/schema/${name}`);
  return new Validator(JSON.parse(new TextDecoder().decode(bytes!)) as Schema, "7", false);
}

const passSchema = await loadValidator("pass.schema.json");
const personalizationSchema = await loadValidator("personalization.schema.json");
const records = await loadCorpusIndex();

/** Places that do not fit, without those above them that fail for that reason only. */
function faults(validator: Validator, value: unknown): readonly string[] {
  const carriers = new Set(["properties", "items", "allOf", "anyOf", "oneOf", "$ref", "dependencies"]);
  const { errors } = validator.validate(value);
  return [
    ...new Set(
      errors
        .filter(({ keyword }) => !carriers.has(keyword))
        .map(({ instanceLocation, keyword }) => `${instanceLocation} ${keyword}`),
    ),
  ];
}

const base = {
  formatVersion: 1,
  passTypeIdentifier: "pass.com.example.membership",
  serialNumber: "0001",
  teamIdentifier: "A1B2C3D4E5",
  organizationName: "Example",
  description: "Membership card",
  generic: { primaryFields: [{ key: "k", value: "v" }] },
};

describe("the schema of pass.json", () => {
  test("accepts passes of every kind of content, unknown keys among it", () => {
    const passes: readonly Record<string, JsonValue>[] = [
      base,
      { ...base, posterGeneric: { footerFields: [{ key: "f", value: 1 }] } },
      { ...base, anything: [null], generic: { headerFields: [{ key: "h", value: 12.5, currencyCode: "EUR", myOwn: 1 }] } },
      { ...base, barcodes: [{ format: "PKBarcodeFormatCode128", message: "1", messageEncoding: "iso-8859-1" }] },
      {
        ...base,
        relevantDates: [{ date: "2026-12-24T19:30Z" }, { startDate: "2026-12-24T19:30Z", endDate: "2026-12-24T20:30+01:00" }],
      },
      { ...base, semantics: { passengerServiceSSRs: ["WCHR", "XYZW"], balance: { amount: "12.50", currencyCode: "EUR" } } },
      {
        ...base,
        backgroundColor: "rgb(22, 55, 110)",
        userInfo: { a: [1] },
        webServiceURL: "https://example.com/",
        authenticationToken: "0123456789abcdef",
      },
      {
        ...base,
        featuredActions: [
          { identifier: "1", type: "place", placeIdentifier: "I1" },
          { identifier: "2", type: "call", url: "tel:1" },
        ],
      },
    ];
    for (const pass of passes) expect(faults(passSchema, pass), JSON.stringify(pass)).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["no style", { generic: undefined }],
    ["two older styles", { coupon: {} }],
    ["a missing serial number", { serialNumber: undefined }],
    ["a serial number that is a number", { serialNumber: 1 }],
    ["an empty serial number", { serialNumber: "" }],
    ["another version", { formatVersion: 2 }],
    ["a boarding pass without transitType", { generic: undefined, boardingPass: {} }],
    ["a style that is no object", { generic: [] }],
    ["a field without value", { generic: { backFields: [{ key: "k" }] } }],
    ["a field whose value is a boolean", { generic: { backFields: [{ key: "k", value: true }] } }],
    ["an amount that is a text", { generic: { backFields: [{ key: "k", value: "1", currencyCode: "EUR" }] } }],
    [
      "currency and number style together",
      { generic: { backFields: [{ key: "k", value: 1, currencyCode: "EUR", numberStyle: "PKNumberStylePercent" }] } },
    ],
    ["a currency in small letters", { generic: { backFields: [{ key: "k", value: 1, currencyCode: "eur" }] } }],
    ["a change message without %@", { generic: { backFields: [{ key: "k", value: 1, changeMessage: "Changed" }] } }],
    ["an unknown alignment", { generic: { headerFields: [{ key: "k", value: 1, textAlignment: "left" }] } }],
    ["a third row", { generic: { auxiliaryFields: [{ key: "k", value: 1, row: 2 }] } }],
    ["a hexadecimal colour", { backgroundColor: "#16376e" }],
    ["a date without zone", { relevantDate: "2026-12-24T19:30" }],
    ["half an interval", { relevantDates: [{ startDate: "2026-12-24T19:30Z" }] }],
    ["an empty relevant date", { relevantDates: [{}] }],
    ["eleven places", { locations: Array.from({ length: 11 }, () => ({ latitude: 1, longitude: 2 })) }],
    ["a latitude of 200", { locations: [{ latitude: 200, longitude: 2 }] }],
    ["a place of texts", { locations: [{ latitude: "1", longitude: "2" }] }],
    ["a major number of 70000", { beacons: [{ proximityUUID: "8FB2B2E1-33F4-4C4B-9A3B-6C1D7B0A5F11", major: 70_000 }] }],
    ["a beacon that is no UUID", { beacons: [{ proximityUUID: "1" }] }],
    ["barcodes as one object", { barcodes: { format: "PKBarcodeFormatQR", message: "1", messageEncoding: "utf-8" } }],
    ["Code 128 in the older key", { barcode: { format: "PKBarcodeFormatCode128", message: "1", messageEncoding: "utf-8" } }],
    ["a barcode without encoding", { barcodes: [{ format: "PKBarcodeFormatQR", message: "1" }] }],
    ["an http web service", { webServiceURL: "http://example.com", authenticationToken: "0123456789abcdef" }],
    ["a web service without token", { webServiceURL: "https://example.com" }],
    ["a short token", { webServiceURL: "https://example.com", authenticationToken: "short" }],
    ["a boolean as text", { voided: "true" }],
    ["a null", { voided: null }],
    ["an unknown scheme", { preferredStyleSchemes: ["posterGeneric"] }],
    ["NFC without key", { nfc: { message: "1" } }],
    ["an amount of money as number", { semantics: { balance: { amount: 1, currencyCode: "EUR" } } }],
    ["a flight number as text", { semantics: { flightNumber: "LH 400" } }],
    ["an action without address", { featuredActions: [{ identifier: "1", type: "call" }] }],
    ["three actions", { featuredActions: [1, 2, 3].map((id) => ({ identifier: `${id}`, type: "call", url: "tel:1" })) }],
    [
      "an upcoming image that is nowhere",
      { upcomingPassInformation: [{ identifier: "1", name: "n", type: "event", images: { headerImage: {} } }] },
    ],
  ])("rejects %s", (_, change) => {
    const pass = JSON.parse(JSON.stringify({ ...base, ...change })) as unknown;
    expect(passSchema.validate(pass).valid).toBe(false);
  });
});

describe("the schema of personalization.json", () => {
  test("accepts what is asked for, rejects what nobody asks for", () => {
    const good = { description: "Earn points", requiredPersonalizationFields: ["PKPassPersonalizationFieldName"] };
    expect(faults(personalizationSchema, good)).toEqual([]);
    expect(personalizationSchema.validate({ ...good, requiredPersonalizationFields: [] }).valid).toBe(false);
    expect(personalizationSchema.validate({ ...good, requiredPersonalizationFields: ["Name"] }).valid).toBe(false);
    expect(personalizationSchema.validate({ requiredPersonalizationFields: good.requiredPersonalizationFields }).valid).toBe(false);
  });
});

/** Conforming passes in which the schema rightly finds fault: a device takes them, and loses or ignores what is listed. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Code 128 in the older key, which has three formats.
  "0xoyhc__fpass__demo.pkpass": ["#/barcode/format enum"],
  "tomasmcguinness__pkpassvalidator__good.pkpass": ["#/barcode/format enum"],
  // A web service on localhost without TLS: no registration.
  "Dinehub1__reward_jar_4__debug_live_pkpass.pkpass": ["#/webServiceURL pattern"],
  // A secondary field without value: drawn blank.
  "arjunsinghsaini__test__dc4.pkpass": ["#/generic/secondaryFields/0 required"],
  // Change messages without %@: the notification lacks the new value.
  "edutap-eu__edutap.wallet_apple__basic_pass-9bc8b11.pkpass": ["#/storeCard/primaryFields/0/changeMessage pattern"],
  "edutap-eu__edutap.wallet_apple__basic_pass-cb6a4e0.pkpass": ["#/storeCard/primaryFields/0/changeMessage pattern"],
  "edutap-eu__edutap.wallet_apple__loyaltypass_nfc.pkpass": [
    "#/storeCard/headerFields/0/changeMessage pattern",
    // A hexadecimal colour.
    "#/backgroundColor pattern",
  ],
  // A serialiser of PHP: null for what is absent, an empty array for an empty object, empty texts for dates.
  "jonniespratley__jps-passbook-manager__ccae7059-138c-4183-90e3-7cad823cd8e4.pkpass": [
    "#/locations/0/altitude type",
    "#/maxDistance exclusiveMinimum",
    "#/relevantDate pattern",
    "#/expirationDate pattern",
    "#/nfc type",
  ],
  // A distance of zero.
  "jonniespratley__jps-passbook-manager__mock-coupon-e219dd3.pkpass": ["#/maxDistance exclusiveMinimum"],
  // An empty array for an empty style, hexadecimal colours.
  "uniba__unipass__7FCKT_u5LRc0kGgaAAAA.pkpass": ["#/coupon type", "#/backgroundColor pattern"],
  "uniba__unipass__VijEIYeOhlnaUWBOAAAA.pkpass": ["#/backgroundColor pattern"],
};

/** Sources that a program completes before signing: it adds the serial number, the transit type, or converts colours. */
const SOURCE_FAULTS: Readonly<Record<string, readonly string[]>> = {
  "alexandercerutti__passkit-generator__exampleBooking.pass": ["#/boardingPass required"],
  "alexandercerutti__passkit-generator__semanticBoardingPass.pass": ["#/boardingPass required"],
  "alexandercerutti__passkit-generator__posterEventTicketWithNewSeats.pass": [
    "# required",
    "#/backgroundColor pattern",
    "#/foregroundColor pattern",
    "#/labelColor pattern",
    "#/semantics/seats/0/seatSectionColor pattern",
  ],
  "alexandercerutti__passkit-generator__posterEventTicketWithUpcomingEvents.pass": [
    "# required",
    "#/backgroundColor pattern",
    "#/foregroundColor pattern",
    "#/labelColor pattern",
    "#/semantics/seats/0/seatSectionColor pattern",
  ],
  "rachitsherawat__Apple-PKPass__BoardingPass.pass": [],
  "rachitsherawat__Apple-PKPass__Coupon.pass": [],
  "rachitsherawat__Apple-PKPass__Event.pass": [],
  "rachitsherawat__Apple-PKPass__Generic.pass": [],
  "rachitsherawat__Apple-PKPass__StoreCard.pass": [],
};

describe.skipIf(records.length === 0)("real passes", () => {
  test("conforming ones are valid, but for the exceptions named", async () => {
    const found: Record<string, readonly string[]> = {};
    let checked = 0;
    for (const record of records.filter((one) => one.class === "conforming")) {
      try {
        const { files } = await readArchive(await loadCorpusPass(record.file));
        const passJson = files.get("pass.json");
        if (passJson === undefined) continue;
        const list = faults(passSchema, PassDocument.parse(passJson).data);
        if (list.length > 0) found[record.file] = list;
        checked++;
      } catch (error) {
        if (!(error instanceof PassError)) throw error;
      }
    }
    expect(checked).toBeGreaterThan(30);
    expect(found).toEqual(EXCEPTIONS);
  });

  test.each(Object.entries(SOURCE_FAULTS))("the source %s is as complete as listed", async (folder, expected) => {
    const bytes = await readFixture(`../shared/corpus/sources/${folder}/pass.json`);
    expect(faults(passSchema, PassDocument.parse(bytes!).data)).toEqual(expected);
  });
});
