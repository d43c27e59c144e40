import type { JsonObject, JsonValue } from "../../../src/model/json.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

/** The base generic pass with fields of one section replaced. */
function generic(section: string, ...fields: JsonValue[]): RuleExample {
  return { pass: { generic: { [section]: fields } } };
}

const field = (key: string, value: JsonValue = "text", more: JsonObject = {}): JsonObject => ({
  key,
  label: key.toUpperCase(),
  value,
  ...more,
});
const many = (count: number, prefix = "f", more: (index: number) => JsonObject = () => ({})) =>
  Array.from({ length: count }, (_, index) => field(`${prefix}${index}`, "v", more(index)));
const DATE = "2026-07-14T19:30:00+02:00";
const LINK = '<a href="https://northwind.org/terms">the terms</a>';

export const FIELDS_EXAMPLES: AreaExamples = {
  "field-array": {
    triggers: [{ pass: { generic: { primaryFields: { key: "name", value: "Ada" } } } }, generic("backFields", "text")],
    passes: generic("primaryFields", field("name")),
  },
  "field-key-required": {
    triggers: generic("primaryFields", { label: "NAME", value: "Ada" }),
    passes: generic("primaryFields", field("name")),
  },
  "field-key-type": {
    triggers: generic("primaryFields", { key: 7, label: "NAME", value: "Ada" }),
    passes: generic("primaryFields", field("7")),
  },
  "field-key-unique": {
    triggers: generic("primaryFields", field("branch")),
    passes: [generic("primaryFields", field("Branch")), { style: "posterGeneric" }],
  },
  "field-value-auxiliary": {
    triggers: generic("auxiliaryFields", { key: "seat", label: "SEAT" }),
    passes: generic("auxiliaryFields", field("seat", 12)),
  },
  "field-value-required": {
    triggers: generic("secondaryFields", { key: "seat", label: "SEAT" }),
    passes: generic("secondaryFields", field("seat", 0)),
  },
  "field-value-type": {
    triggers: [generic("primaryFields", field("a", true)), generic("primaryFields", field("a", { text: "b" }))],
    passes: generic("primaryFields", field("a", 12.5)),
  },
  "field-value-empty": { triggers: generic("secondaryFields", field("a", "")), passes: generic("backFields", field("a", "")) },
  "header-count": {
    triggers: [generic("headerFields", ...many(4)), { style: "posterGeneric", pass: { posterGeneric: { headerFields: many(2) } } }],
    passes: generic("headerFields", ...many(3)),
  },
  "primary-count": {
    triggers: generic("primaryFields", ...many(2)),
    passes: [{ style: "boardingPass" }, { style: "posterGeneric", pass: { posterGeneric: { primaryFields: many(4) } } }],
  },
  "primary-boarding-two": {
    triggers: { style: "boardingPass", pass: { boardingPass: { primaryFields: many(1) } } },
    passes: { style: "boardingPass" },
  },
  "secondary-count": {
    triggers: { style: "eventTicket", pass: { eventTicket: { secondaryFields: many(5) } } },
    passes: { style: "eventTicket", pass: { eventTicket: { secondaryFields: many(4) } } },
  },
  "auxiliary-count": {
    triggers: { style: "boardingPass", pass: { boardingPass: { auxiliaryFields: many(6) } } },
    passes: { style: "boardingPass", pass: { boardingPass: { auxiliaryFields: many(5) } } },
  },
  "secaux-combined": {
    triggers: { style: "storeCard", pass: { storeCard: { secondaryFields: many(3), auxiliaryFields: many(2, "g") } } },
    passes: { style: "storeCard", pass: { storeCard: { secondaryFields: many(2), auxiliaryFields: many(2, "g") } } },
  },
  "secaux-square-barcode": {
    triggers: { pass: { generic: { secondaryFields: many(3), auxiliaryFields: many(2, "g") } } },
    passes: {
      pass: {
        barcodes: [{ format: "PKBarcodeFormatPDF417", message: "A1", messageEncoding: "iso-8859-1", altText: "A1" }],
        generic: { secondaryFields: many(3), auxiliaryFields: many(2, "g") },
      },
    },
  },
  "row-scope": {
    triggers: generic("auxiliaryFields", field("a", "b", { row: 1 })),
    passes: { style: "eventTicket", pass: { eventTicket: { auxiliaryFields: [field("a", "b", { row: 1 })] } } },
  },
  "row-enum": {
    triggers: { style: "eventTicket", pass: { eventTicket: { auxiliaryFields: [field("a", "b", { row: 2 })] } } },
    passes: { style: "eventTicket", pass: { eventTicket: { auxiliaryFields: [field("a", "b", { row: 0 })] } } },
  },
  "row-count": {
    triggers: { style: "eventTicket", pass: { eventTicket: { auxiliaryFields: many(5, "f", () => ({ row: 1 })) } } },
    passes: {
      style: "eventTicket",
      pass: { eventTicket: { auxiliaryFields: many(8, "f", (index) => ({ row: index % 2 })) } },
    },
  },
  "additional-info-scope": { triggers: generic("additionalInfoFields", field("a")), passes: generic("additionalInfoFields") },
  "footer-fields-scope": { triggers: generic("footerFields", field("a")), passes: { style: "posterGeneric" } },
  "footer-fields-count": {
    triggers: { style: "posterGeneric", pass: { posterGeneric: { footerFields: many(2) } } },
    passes: { style: "posterGeneric" },
  },
  "poster-no-secaux": {
    triggers: { style: "posterGeneric", pass: { posterGeneric: { auxiliaryFields: many(1) } } },
    passes: { style: "posterGeneric" },
  },
  "text-long": {
    triggers: generic("headerFields", field("a", "Platinum Elite Plus")),
    passes: generic("headerFields", field("a", DATE, { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleNone" })),
  },
  "label-missing": {
    triggers: generic("secondaryFields", { key: "a", value: "b" }),
    passes: generic("primaryFields", { key: "a", value: "b" }),
  },
  "logo-text-long": {
    triggers: { pass: { logoText: "Northwind Traders of the Seven Seas" } },
    passes: { pass: { logoText: "Northwind Traders of the Seven Seas", generic: { headerFields: null } } },
  },
  "text-alignment-scope": {
    triggers: generic("primaryFields", field("a", "b", { textAlignment: "PKTextAlignmentLeft" })),
    passes: generic("secondaryFields", field("a", "b", { textAlignment: "PKTextAlignmentLeft" })),
  },
  "back-contact": {
    triggers: [generic("backFields", field("a", "No refund")), { pass: { generic: { backFields: null } } }],
    passes: [
      generic("backFields", field("a", "Call +49 40 123456")),
      {
        ...generic("backFields", field("a", "contact-text")),
        files: { "en.lproj/pass.strings": '"contact-text" = "Call +49 40 123456";' },
      },
    ],
  },
  "text-alignment-enum": {
    triggers: [
      generic("secondaryFields", field("a", "b", { textAlignment: "PKTextAlignment-Natural" })),
      generic("secondaryFields", field("a", "b", { textAlignment: "left" })),
    ],
    passes: generic("secondaryFields", field("a", "b", { textAlignment: "PKTextAlignmentRight" })),
  },
  "date-style-enum": {
    triggers: [
      generic("secondaryFields", field("a", DATE, { dateStyle: "short", timeStyle: "PKDateStyleNone" })),
      generic("secondaryFields", field("a", DATE, { dateStyle: "PKDateStyleShort", timeStyle: "PKTimeStyleShort" })),
    ],
    passes: generic("secondaryFields", field("a", DATE, { dateStyle: "PKDateStyleFull", timeStyle: "PKDateStyleNone" })),
  },
  "date-style-pair": {
    triggers: generic("secondaryFields", field("a", DATE, { timeStyle: "PKDateStyleShort" })),
    passes: generic("secondaryFields", field("a", DATE, { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleShort" })),
  },
  "date-value": {
    triggers: [
      generic("secondaryFields", field("a", "14 July", { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleNone" })),
      generic("secondaryFields", field("a", 20260714, { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleNone" })),
    ],
    passes: [
      generic(
        "secondaryFields",
        field("a", "2026-07-14T19:30+02:00", { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleNone" }),
      ),
      generic("secondaryFields", field("a", "14 July", { isRelative: false })),
    ],
  },
  "date-no-zone": {
    triggers: generic(
      "secondaryFields",
      field("a", "2026-07-14T19:30:00", { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleShort" }),
    ),
    passes: generic(
      "secondaryFields",
      field("a", "2026-07-14T19:30:00Z", { dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleShort" }),
    ),
  },
  "is-relative-no-style": {
    triggers: generic("secondaryFields", field("a", DATE, { isRelative: true })),
    passes: generic(
      "secondaryFields",
      field("a", DATE, { isRelative: true, dateStyle: "PKDateStyleShort", timeStyle: "PKDateStyleNone" }),
    ),
  },
  "number-style-enum": {
    triggers: generic("secondaryFields", field("a", 12, { numberStyle: "PKNumberStyleCurrency" })),
    passes: generic("secondaryFields", field("a", 0.12, { numberStyle: "PKNumberStylePercent" })),
  },
  "currency-value": {
    triggers: generic("secondaryFields", field("a", "€ 1.234,50", { currencyCode: "EUR" })),
    passes: generic("secondaryFields", field("a", 1234.5, { currencyCode: "EUR" })),
  },
  "number-value": {
    triggers: generic("secondaryFields", field("a", "12", { numberStyle: "PKNumberStyleDecimal" })),
    passes: generic("secondaryFields", field("a", 12, { numberStyle: "PKNumberStyleDecimal" })),
  },
  "currency-and-number": {
    triggers: generic("secondaryFields", field("a", 12, { currencyCode: "EUR", numberStyle: "PKNumberStyleDecimal" })),
    passes: generic("secondaryFields", field("a", 12, { currencyCode: "EUR" })),
  },
  "currency-date-mix": {
    triggers: generic(
      "secondaryFields",
      field("a", 12, { currencyCode: "EUR", dateStyle: "PKDateStyleNone", timeStyle: "PKDateStyleNone" }),
    ),
    passes: generic("secondaryFields", field("a", 12, { currencyCode: "EUR" })),
  },
  "currency-iso": {
    triggers: [
      generic("secondaryFields", field("a", 12, { currencyCode: "€" })),
      generic("secondaryFields", field("a", 12, { currencyCode: "usd" })),
    ],
    passes: generic("secondaryFields", field("a", 12, { currencyCode: "DEM" })),
  },
  "data-detector-enum": {
    triggers: [
      generic("backFields", field("a", "b", { dataDetectorTypes: ["PKDataDetectorTypePhone"] })),
      generic("backFields", field("a", "b", { dataDetectorTypes: "PKDataDetectorTypeLink" })),
    ],
    passes: generic("backFields", field("a", "b", { dataDetectorTypes: [] })),
  },
  "data-detector-scope": {
    triggers: generic("secondaryFields", field("a", "b", { dataDetectorTypes: ["PKDataDetectorTypeLink"] })),
    passes: generic("backFields", field("a", "b", { dataDetectorTypes: ["PKDataDetectorTypeLink"] })),
  },
  "change-message-escape": {
    triggers: [
      generic("secondaryFields", field("gate", "C", { changeMessage: "Your gate has changed" })),
      {
        ...generic("secondaryFields", field("gate", "C", { changeMessage: "gate-changed" })),
        files: { "en.lproj/pass.strings": '"gate-changed" = "Your gate has changed";' },
      },
    ],
    passes: [
      generic("secondaryFields", field("gate", "C", { changeMessage: "Your gate is now %@" })),
      {
        ...generic("secondaryFields", field("gate", "C", { changeMessage: "gate-changed" })),
        files: { "en.lproj/pass.strings": '"gate-changed" = "Your gate is now %@";' },
      },
    ],
  },
  "change-message-many": {
    triggers: [
      generic("secondaryFields", field("gate", "C", { changeMessage: "From %@ to %@" })),
      generic("secondaryFields", field("gate", "C", { changeMessage: "%@ and %d more" })),
    ],
    passes: generic("secondaryFields", field("gate", "C", { changeMessage: "Now %@ (100 %% sure)" })),
  },
  "change-message-no-ws": {
    triggers: generic("secondaryFields", field("gate", "C", { changeMessage: "Now %@" })),
    passes: {
      pass: {
        webServiceURL: "https://northwind.org/wallet",
        authenticationToken: "0123456789abcdef",
        generic: { secondaryFields: [field("gate", "C", { changeMessage: "Now %@" })] },
      },
    },
  },
  "change-message-noise": {
    triggers: {
      pass: {
        generic: {
          headerFields: null,
          primaryFields: null,
          secondaryFields: many(4, "f", () => ({ changeMessage: "Now %@" })),
        },
      },
    },
    passes: generic("secondaryFields", ...many(4)),
  },
  "attributed-tags": {
    triggers: generic("backFields", field("a", "b", { attributedValue: `<b>Read</b> ${LINK}` })),
    passes: generic("backFields", field("a", "b", { attributedValue: `Read ${LINK}, 3 &lt; 4` })),
  },
  "attributed-href": {
    triggers: [
      generic("backFields", field("a", "b", { attributedValue: "<a name='x'>here</a>" })),
      generic("backFields", field("a", "b", { attributedValue: "<a href='northwind.org'>here</a>" })),
      generic("backFields", field("a", "b", { attributedValue: "<a href='javascript:alert(1)'>here</a>" })),
    ],
    passes: generic("backFields", field("a", "b", { attributedValue: "<a href='tel:+4940123456'>call</a>" })),
  },
  "attributed-escape": {
    triggers: generic("backFields", field("a", "b", { attributedValue: `Terms & conditions: ${LINK}` })),
    passes: generic(
      "backFields",
      field("a", "b", { attributedValue: '<a href="https://northwind.org/?a=1&b=2">Terms &amp; conditions</a>' }),
    ),
  },
  "attributed-value-fallback": {
    triggers: generic("backFields", field("a", "", { attributedValue: LINK })),
    passes: generic("backFields", field("a", "the terms", { attributedValue: LINK })),
  },
  "attributed-front": {
    triggers: generic("secondaryFields", field("a", "the terms", { attributedValue: LINK })),
    passes: generic("backFields", field("a", "the terms", { attributedValue: LINK })),
  },
  "field-semantics-scope": {
    triggers: {
      style: "eventTicket",
      pass: {
        semantics: { eventName: "Concert" },
        eventTicket: { primaryFields: [field("event", "Show", { semantics: { eventName: "Show" } })] },
      },
    },
    passes: {
      style: "eventTicket",
      pass: {
        semantics: { eventName: "Show" },
        eventTicket: { primaryFields: [field("event", "Show", { semantics: { eventName: "Show" } })] },
      },
    },
  },
};
