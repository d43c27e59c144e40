import { describe, expectTypeOf, test } from "vitest";
import { PassDocument } from "../../src/model/pass-document.ts";
import type { EventType, TransitType } from "../../src/model/enums.ts";
import type { BoardingPass, EventTicket, GenericPass, Pass, PosterGenericPass } from "../../src/model/types/pass.ts";
import type {
  Barcode,
  FeaturedAction,
  LegacyBarcode,
  PassLocation,
  PassNfc,
  RelevantDate,
} from "../../src/model/types/pass-content.ts";
import type {
  AuxiliaryField,
  BackField,
  BoardingPassFields,
  CouponFields,
  EventAuxiliaryField,
  HeaderField,
  PassFieldContent,
  PosterGenericFields,
  PrimaryField,
} from "../../src/model/types/pass-fields.ts";
import type { Personalization } from "../../src/model/types/personalization.ts";
import type { RgbColor } from "../../src/model/types/scalars.ts";
import type { CurrencyAmount, SemanticTags } from "../../src/model/types/semantic-tags.ts";
import type { UpcomingImage, UpcomingPassInformationEntry } from "../../src/model/types/upcoming.ts";

// The compiler is the test: every `@ts-expect-error` fails the type check when the line below it is accepted.

const base = {
  formatVersion: 1,
  passTypeIdentifier: "pass.com.example.membership",
  serialNumber: "0001",
  teamIdentifier: "A1B2C3D4E5",
  organizationName: "Example",
  description: "Membership card",
} as const;
const field = { key: "k", value: "v" } as const;

describe("Pass", () => {
  test("takes exactly one older style, and posterGeneric beside it or alone", () => {
    const accepted: readonly Pass[] = [
      { ...base, generic: {} },
      { ...base, coupon: { primaryFields: [field] } },
      { ...base, boardingPass: { transitType: "PKTransitTypeAir" } },
      { ...base, generic: {}, posterGeneric: { footerFields: [field] } },
      { ...base, posterGeneric: {} },
    ];
    expectTypeOf(accepted).items.toEqualTypeOf<Pass>();

    // @ts-expect-error no style
    const none: Pass = { ...base };
    // @ts-expect-error two older styles
    const two: Pass = { ...base, generic: {}, coupon: {} };
    // @ts-expect-error a required key is missing
    const incomplete: Pass = { formatVersion: 1, generic: {} };
    // @ts-expect-error the only version is 1
    const version: Pass = { ...base, formatVersion: 2, generic: {} };
    // @ts-expect-error serial numbers are strings
    const serial: Pass = { ...base, serialNumber: 1, generic: {} };
    // @ts-expect-error an unknown key
    const unknown: Pass = { ...base, generic: {}, logotext: "Example" };
    void [none, two, incomplete, version, serial, unknown];
  });

  test("demands transitType in boardingPass and rejects it elsewhere", () => {
    // @ts-expect-error transitType is missing
    const missing: Pass = { ...base, boardingPass: {} };
    // @ts-expect-error only boarding passes have a transitType
    const misplaced: Pass = { ...base, generic: { transitType: "PKTransitTypeAir" } };
    // @ts-expect-error not a transit type
    const wrong: BoardingPassFields = { transitType: "PKTransitTypePlane" };
    expectTypeOf<BoardingPassFields["transitType"]>().toEqualTypeOf<TransitType>();
    expectTypeOf<CouponFields>().not.toHaveProperty("transitType");
    void [missing, misplaced, wrong];
  });

  test("has the keys of newer looks at the style that can have the look", () => {
    expectTypeOf<BoardingPass>().toHaveProperty("trackBagsURL");
    expectTypeOf<EventTicket>().toHaveProperty("sellURL");
    expectTypeOf<EventTicket>().not.toHaveProperty("trackBagsURL");
    expectTypeOf<GenericPass>().not.toHaveProperty("sellURL");
    expectTypeOf<GenericPass>().not.toHaveProperty("preferredStyleSchemes");
    expectTypeOf<EventTicket["preferredStyleSchemes"]>().toEqualTypeOf<
      readonly ("posterEventTicket" | "eventTicket")[] | undefined
    >();
    expectTypeOf<BoardingPass["preferredStyleSchemes"]>().toEqualTypeOf<
      readonly ("semanticBoardingPass" | "boardingPass")[] | undefined
    >();
    expectTypeOf<PosterGenericPass>().toHaveProperty("footerBackgroundColor");
    // @ts-expect-error only event tickets can be poster event tickets
    const pass: Pass = { ...base, generic: {}, preferredStyleSchemes: ["posterEventTicket"] };
    void pass;
  });

  test("leaves out what should be read and not written", () => {
    expectTypeOf<Pass>().not.toHaveProperty("passThatWasSet");
    expectTypeOf<SemanticTags>().not.toHaveProperty("departureAirportTimeZone");
    expectTypeOf<PassFieldContent>().not.toHaveProperty("_id");
    expectTypeOf<Pass["barcode"]>().toEqualTypeOf<LegacyBarcode | undefined>();
    expectTypeOf<Pass>().toHaveProperty("logoSymbolName");
  });

  test("becomes a document", () => {
    const pass: Pass = { ...base, generic: { primaryFields: [field] } };
    expectTypeOf(PassDocument.fromValue(pass)).toEqualTypeOf<PassDocument>();
  });
});

describe("fields", () => {
  test("have one format of value", () => {
    const accepted: readonly PassFieldContent[] = [
      field,
      { key: "k", value: 12 },
      { key: "k", value: Math.random() > 2 ? "text" : 12, label: "Label", changeMessage: "Now %@" },
      { key: "k", value: "2026-12-24T19:30+01:00", dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleNone", isRelative: true },
      { key: "k", value: 12.5, currencyCode: "EUR" },
      { key: "k", value: 0.5, numberStyle: "PKNumberStylePercent" },
      { key: "k", value: "text", attributedValue: '<a href="https://example.com">text</a>' },
    ];
    expectTypeOf(accepted).items.toEqualTypeOf<PassFieldContent>();

    // @ts-expect-error Wallet refuses an amount that is a text
    const amount: PassFieldContent = { key: "k", value: "12.50", currencyCode: "EUR" };
    // @ts-expect-error a number style needs a number
    const number: PassFieldContent = { key: "k", value: "12", numberStyle: "PKNumberStyleDecimal" };
    // @ts-expect-error a currency is a number style of its own
    const both: PassFieldContent = { key: "k", value: 12, numberStyle: "PKNumberStyleDecimal", currencyCode: "EUR" };
    // @ts-expect-error a date is a text
    const date: PassFieldContent = { key: "k", value: 12, dateStyle: "PKDateStyleShort" };
    // @ts-expect-error no value
    const valueless: PassFieldContent = { key: "k" };
    // @ts-expect-error values are texts or numbers
    const boolean: PassFieldContent = { key: "k", value: true };
    void [amount, number, both, date, valueless, boolean];
  });

  test("have the keys of their section", () => {
    expectTypeOf<HeaderField>().toHaveProperty("textAlignment");
    expectTypeOf<BackField>().toHaveProperty("dataDetectorTypes");
    expectTypeOf<EventAuxiliaryField["row"]>().toEqualTypeOf<0 | 1 | undefined>();
    // @ts-expect-error primary fields are not aligned
    const primary: PrimaryField = { ...field, textAlignment: "PKTextAlignmentLeft" };
    // @ts-expect-error only the back has detectors
    const header: HeaderField = { ...field, dataDetectorTypes: [] };
    // @ts-expect-error rows are of event tickets
    const auxiliary: AuxiliaryField = { ...field, row: 1 };
    void [primary, header, auxiliary];
  });

  test("lie in the sections of the style", () => {
    expectTypeOf<PosterGenericFields>().not.toHaveProperty("secondaryFields");
    expectTypeOf<CouponFields>().not.toHaveProperty("footerFields");
    expectTypeOf<PosterGenericFields>().toHaveProperty("additionalInfoFields");
  });
});

describe("parts", () => {
  test("colours are rgb()", () => {
    const accepted: readonly RgbColor[] = ["rgb(22, 55, 110)", "rgb(0,0,0)"];
    void accepted;
    // @ts-expect-error hexadecimal
    const hexadecimal: RgbColor = "#16376e";
    // @ts-expect-error a name
    const name: RgbColor = "navy";
    // @ts-expect-error alpha
    const alpha: RgbColor = "rgba(22, 55, 110, 1)";
    // @ts-expect-error two numbers
    const two: RgbColor = "rgb(22, 55)";
    void [hexadecimal, name, alpha, two];
  });

  test("barcodes, places, NFC", () => {
    expectTypeOf<Barcode["format"]>().toExtend<string>();
    // @ts-expect-error the older key knows three formats
    const legacy: LegacyBarcode = { format: "PKBarcodeFormatCode128", message: "1", messageEncoding: "iso-8859-1" };
    // @ts-expect-error ITF is called I2of5
    const itf: Barcode = { format: "PKBarcodeFormatITF", message: "12", messageEncoding: "iso-8859-1" };
    // @ts-expect-error no longitude
    const place: PassLocation = { latitude: 1 };
    // @ts-expect-error coordinates are numbers
    const text: PassLocation = { latitude: "1", longitude: "2" };
    // @ts-expect-error no key
    const nfc: PassNfc = { message: "1" };
    void [legacy, itf, place, text, nfc];
  });

  test("relevant dates are moments or whole intervals", () => {
    const accepted: readonly RelevantDate[] = [
      { date: "2026-12-24T19:30Z" },
      { date: "2026-12-24T19:30Z", relevantDate: "2026-12-24T19:30Z" },
      { startDate: "2026-12-24T19:30Z", endDate: "2026-12-24T22:30Z" },
    ];
    void accepted;
    // @ts-expect-error half an interval
    const half: RelevantDate = { startDate: "2026-12-24T19:30Z" };
    // @ts-expect-error both
    const both: RelevantDate = { date: "2026-12-24T19:30Z", startDate: "2026-12-24T19:30Z", endDate: "2026-12-24T22:30Z" };
    void [half, both];
  });

  test("featured actions have an address, places an identifier", () => {
    const accepted: readonly FeaturedAction[] = [
      { identifier: "1", type: "call", url: "tel:+14085550100" },
      { identifier: "2", type: "place", placeIdentifier: "I1" },
    ];
    void accepted;
    // @ts-expect-error no address
    const call: FeaturedAction = { identifier: "1", type: "call" };
    // @ts-expect-error no place
    const place: FeaturedAction = { identifier: "1", type: "place", url: "https://example.com" };
    void [call, place];
  });

  test("semantic tags, upcoming events, personalization", () => {
    expectTypeOf<SemanticTags["flightNumber"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<SemanticTags["eventType"]>().toEqualTypeOf<EventType | undefined>();
    expectTypeOf<SemanticTags["originalBoardingDate"]>().toEqualTypeOf<string | undefined>();
    const codes: SemanticTags = { passengerServiceSSRs: ["WCHR", "XYZW"] };
    // @ts-expect-error an amount is a text
    const amount: CurrencyAmount = { amount: 12.5, currencyCode: "EUR" };
    // @ts-expect-error not a security program
    const program: SemanticTags = { passengerEligibleSecurityPrograms: ["CLEAR"] };
    // @ts-expect-error the type of an upcoming event is event
    const entry: UpcomingPassInformationEntry = { identifier: "1", name: "Final", type: "match" };
    // @ts-expect-error neither fetched nor reused
    const image: UpcomingImage = {};
    const reused: UpcomingImage = { reuseExisting: true };
    const personalization: Personalization = {
      description: "Earn points",
      requiredPersonalizationFields: ["PKPassPersonalizationFieldName"],
    };
    void [codes, amount, program, entry, image, reused, personalization];
  });
});
