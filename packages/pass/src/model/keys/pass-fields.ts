import { DATA_DETECTOR_TYPES } from "../enums.ts";
import { defineKeys } from "./key-spec.ts";
import { BOARDING, EVENT, EVENT_AND_POSTER, POSTER, POSTER_EVENT } from "./style-sets.ts";

/** Sections of a style dictionary; how many fields of each a style shows is in `STYLES`. */
export const PASS_FIELDS_KEYS = /* @__PURE__ */ defineKeys("PassFields", { ios: 6, watch: 2 }, [
  ["headerFields", "PassFieldContent[]"],
  ["primaryFields", "PassFieldContent[]"],
  ["secondaryFields", "PassFieldContent[]"],
  ["auxiliaryFields", "PassFieldContent[]"],
  ["backFields", "PassFieldContent[]", { watch: null }],
  ["additionalInfoFields", "PassFieldContent[]", { styles: EVENT_AND_POSTER, schemes: POSTER_EVENT, ios: 18, watch: null }],
  ["footerFields", "PassFieldContent[]", { styles: POSTER, ios: 27, watch: 27, status: "article" }],
  ["transitType", "TransitType", { required: "in boardingPass; without meaning in other styles", styles: BOARDING }],
]);

/** A field of a section. */
export const FIELD_CONTENT_KEYS = /* @__PURE__ */ defineKeys("PassFieldContent", { ios: 6, watch: 2 }, [
  ["key", "string", { required: true }],
  ["value", "value", { required: true, localizable: true }],
  ["label", "text"],
  ["attributedValue", "value", { format: "html", localizable: true, ios: 7, watch: null }],
  ["changeMessage", "text", { limits: { contains: "%@" }, watch: null }],
  ["dataDetectorTypes", "DataDetectorType[]", { default: DATA_DETECTOR_TYPES, ios: 7, watch: null, sections: ["backFields"] }],
  [
    "textAlignment",
    "TextAlignment",
    { default: "PKTextAlignmentNatural", sections: ["headerFields", "secondaryFields", "auxiliaryFields"] },
  ],
  ["dateStyle", "DateStyle", { required: "both dateStyle and timeStyle or neither (archived reference)" }],
  ["timeStyle", "DateStyle", { required: "both dateStyle and timeStyle or neither (archived reference)" }],
  ["ignoresTimeZone", "boolean", { default: false, ios: 7 }],
  ["isRelative", "boolean", { default: false }],
  ["numberStyle", "NumberStyle"],
  ["currencyCode", "currency"],
  ["row", "FieldRow", { default: 0, styles: EVENT, ios: null, watch: null, sections: ["auxiliaryFields"] }],
  [
    "semantics",
    "SemanticTags",
    { ios: 12, watch: 5, sections: ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields"] },
  ],
  ["_id", "string", { ios: null, watch: null, status: "pass-builder", readOnly: true }],
]);
