import { defineNotes } from "./key-note.ts";

/** A field of a section. */
export const FIELD_CONTENT_NOTES = /* @__PURE__ */ defineNotes(["field-content", "archive-field"], {
  key: {
    note: "Field name; drives change detection between versions. Must be unique over all sections of one style dictionary.",
    limit: "unique within the style dictionary",
    sources: ["field-content", "passkit-14", "validator-20"],
  },
  value: {
    note: "Shown value; a date needs a time zone. Strings may be keys of pass.strings.",
    sources: ["field-content", "validator-17"],
  },
  label: { note: "Label of the field.", sources: ["field-content"] },
  attributedValue:
    "Overrides value; the tag <a href> alone is allowed. Escape & < >. Links on the front are not tappable; use it in back and additional-info fields. watchOS shows value.",
  changeMessage: {
    note: "Notification text for an update; %@ is replaced with the new value. Without it an update is silent.",
    sources: ["field-content", "archive-field", "guide-updating"],
  },
  dataDetectorTypes: "Link detectors on the back; [] switches them off.",
  textAlignment: "Not allowed in primaryFields and backFields.",
  dateStyle: "Formats value as a date.",
  timeStyle: "Formats value as a time.",
  ignoresTimeZone: "true shows the time in the zone written in value, not the device zone. No effect on relevance.",
  isRelative: "Shows the date relative to now. No effect on relevance.",
  numberStyle: {
    note: "Number format; value must be a JSON number; not together with currencyCode.",
    sources: ["field-content", "archive-field", "pass-builder"],
  },
  currencyCode: "Currency of a numeric value.",
  row: {
    note: "Only in auxiliaryFields of eventTicket: second auxiliary row.",
    limit: "<= 4 fields per row",
    sources: ["auxiliary-fields"],
  },
  semantics: {
    note: "Tags attached to one field; same meaning as at the root.",
    sources: ["field-content", "pass-fields", "semantics-article"],
  },
  _id: { note: "Pass Designer bookkeeping; Wallet ignores it; strip before shipping.", sources: ["pass-builder"] },
});

/** Sections of a style dictionary; how many fields of each a style shows is in `STYLES`. */
export const PASS_FIELDS_NOTES = /* @__PURE__ */ defineNotes(["pass-fields", "guide-creating"], {
  headerFields: { note: "Top right; the only part visible in the stack.", limit: "<= 3 shown (posterGeneric 1)" },
  primaryFields: {
    note: "Largest text. Boarding pass: origin and destination.",
    limit: "1 shown; boardingPass 2; posterGeneric <= 4",
  },
  secondaryFields: { note: "Row below the primary field. Not drawn on posterGeneric.", limit: "<= 4" },
  auxiliaryFields: {
    note: "Extra row. On boarding passes it is drawn above the secondary row.",
    limit: "<= 4; boardingPass <= 5; eventTicket up to two rows of 4 via row",
    sources: ["pass-fields", "auxiliary-fields", "guide-creating"],
  },
  backFields: "Back of the pass / details list; any number. Not on watchOS.",
  additionalInfoFields: { note: "Section under a poster pass.", sources: ["pass-fields", "event-article", "poster-article"] },
  footerFields: {
    note: "Footer of the poster generic face.",
    limit: "1 displayed (WWDC26) or 2 (article) - contradictory",
    sources: ["poster-article", "pass-builder", "wwdc26"],
  },
  transitType: {
    note: "Picks the icon between origin and destination.",
    sources: ["pass-fields", "boarding-pass", "archive-lower-level"],
  },
});
