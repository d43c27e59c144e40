import { isJsonArray, isJsonObject } from "../../model/json.ts";
import type { FieldSection, PassStyle } from "../../model/style.ts";
import { inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject, FieldEntry } from "../subject.ts";
import { translationsOf } from "../translations.ts";

/** How many fields of a section a style shows. */
const SHOWN = {
  headerFields: { usual: 3, posterGeneric: 1 },
  primaryFields: { usual: 1, boardingPass: 2, posterGeneric: 4 },
  secondaryFields: { usual: 4 },
  auxiliaryFields: { usual: 4, boardingPass: 5, eventTicket: 8 },
} as const satisfies Record<string, Partial<Record<PassStyle | "usual", number>>>;

/** Fields of one row of an event ticket's auxiliary fields. */
const PER_ROW = 4;

/** Characters that fit into a slot on an iPhone before the text is shrunk, as the drawings of Apple's guide show. */
const SLOT_CHARACTERS: Partial<Record<FieldSection, number>> = {
  headerFields: 10,
  primaryFields: 20,
  secondaryFields: 14,
  auxiliaryFields: 14,
};

/** Room left for the logo text when fields stand beside it. */
const LOGO_TEXT_CHARACTERS = 20;

const LAYOUT = { severity: "warning", effect: "loses", basis: "doc", confirmed: false } as const;

/** How many fields fit, and where fields do not belong. */
export const FIELD_LAYOUT_RULES: readonly Rule[] = [
  {
    ...LAYOUT,
    id: "header-count",
    sources: [SOURCES.guideCreating, SOURCES.posterGeneric],
    check: (subject) => tooMany(subject, "headerFields"),
  },
  {
    ...LAYOUT,
    id: "primary-count",
    sources: [SOURCES.guideCreating, SOURCES.posterGeneric],
    check: (subject) => tooMany(subject, "primaryFields"),
  },
  {
    ...LAYOUT,
    id: "primary-boarding-two",
    effect: "degrades",
    sources: [SOURCES.guideCreating, SOURCES.design, SOURCES.observed],
    *check(subject) {
      const count = countOf(subject, "boardingPass", "primaryFields");
      // More than two is told by `primary-count`.
      if (isJsonObject(subject.pass["boardingPass"]) && count < 2) yield inPass(["boardingPass"], { count });
    },
  },
  { ...LAYOUT, id: "secondary-count", sources: [SOURCES.guideCreating], check: (subject) => tooMany(subject, "secondaryFields") },
  {
    ...LAYOUT,
    id: "auxiliary-count",
    sources: [SOURCES.guideCreating, SOURCES.auxiliaryFields],
    check: (subject) => tooMany(subject, "auxiliaryFields"),
  },
  {
    ...LAYOUT,
    id: "secaux-combined",
    sources: [SOURCES.couponPass, SOURCES.storeCardPass, SOURCES.guideCreating],
    narrows: ["secaux-square-barcode"],
    check: (subject) => combined(subject, ["coupon", "storeCard"]),
  },
  {
    ...LAYOUT,
    id: "secaux-square-barcode",
    sources: [SOURCES.guideCreating, SOURCES.genericPass],
    *check(subject) {
      const format = firstBarcodeFormat(subject);
      if (format === "PKBarcodeFormatQR" || format === "PKBarcodeFormatAztec") {
        yield* combined(subject, ["generic", "coupon", "storeCard"]);
      }
    },
  },
  {
    ...LAYOUT,
    id: "row-scope",
    sources: [SOURCES.auxiliaryFields],
    *check({ fields }) {
      for (const { field, path, style, section } of fields) {
        if (field["row"] === undefined || (style === "eventTicket" && section === "auxiliaryFields")) continue;
        yield inPass([...path, "row"], { style, section });
      }
    },
  },
  {
    ...LAYOUT,
    id: "row-enum",
    severity: "error",
    sources: [SOURCES.auxiliaryFields],
    narrows: ["json-number-string", "json-type"],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const row = field["row"];
        if (row !== undefined && row !== null && row !== 0 && row !== 1) yield inPass([...path, "row"], { value: shown(row) });
      }
    },
  },
  {
    ...LAYOUT,
    id: "row-count",
    sources: [SOURCES.auxiliaryFields],
    *check({ fields }) {
      const rows = new Map<unknown, FieldEntry[]>();
      for (const entry of fields) {
        if (entry.style !== "eventTicket" || entry.section !== "auxiliaryFields") continue;
        const row = entry.field["row"] ?? 0;
        rows.set(row, [...(rows.get(row) ?? []), entry]);
      }
      for (const [row, entries] of rows) {
        const extra = entries[PER_ROW];
        if (extra !== undefined && (row === 0 || row === 1))
          yield inPass(extra.path, { row, count: entries.length, limit: PER_ROW });
      }
    },
  },
  {
    ...LAYOUT,
    id: "additional-info-scope",
    sources: [SOURCES.passFields, SOURCES.posterGeneric],
    check: (subject) =>
      strayFields(subject, "additionalInfoFields", (style) => style === "eventTicket" || style === "posterGeneric"),
  },
  {
    ...LAYOUT,
    id: "footer-fields-scope",
    sources: [SOURCES.posterGeneric, SOURCES.passBuilder],
    check: (subject) => strayFields(subject, "footerFields", (style) => style === "posterGeneric"),
  },
  {
    ...LAYOUT,
    id: "footer-fields-count",
    sources: [SOURCES.posterGeneric, SOURCES.wwdc2026],
    *check(subject) {
      const count = countOf(subject, "posterGeneric", "footerFields");
      if (count > 1) yield inPass(["posterGeneric", "footerFields", 1], { count });
    },
  },
  {
    ...LAYOUT,
    id: "poster-no-secaux",
    sources: [SOURCES.posterGeneric, SOURCES.testsIos27],
    *check(subject) {
      for (const section of ["secondaryFields", "auxiliaryFields"] as const) {
        if (countOf(subject, "posterGeneric", section) > 0) yield inPass(["posterGeneric", section], { section });
      }
    },
  },
  {
    ...LAYOUT,
    id: "text-long",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    sources: [SOURCES.guideCreating, SOURCES.design],
    *check({ fields }) {
      for (const { field, path, section, style } of fields) {
        const value = field["value"];
        const limit = style === "posterGeneric" ? undefined : SLOT_CHARACTERS[section];
        if (limit === undefined || typeof value !== "string" || isFormatted(field)) continue;
        const { length } = value;
        if (length > limit) yield inPass([...path, "value"], { value: shown(value), length, limit, section });
      }
    },
  },
  {
    ...LAYOUT,
    id: "label-missing",
    severity: "info",
    effect: "degrades",
    sources: [SOURCES.design, SOURCES.posterGeneric],
    *check({ fields }) {
      for (const { field, path, section, style } of fields) {
        if (section === "backFields" || style === "posterGeneric" || (section === "primaryFields" && style !== "boardingPass"))
          continue;
        if (field["label"] === undefined || field["label"] === "") yield inPass(path, { key: shown(field["key"]), section });
      }
    },
  },
  {
    ...LAYOUT,
    id: "logo-text-long",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    sources: [SOURCES.design],
    *check({ pass, fields }) {
      const text = pass["logoText"];
      if (
        typeof text !== "string" ||
        text.length <= LOGO_TEXT_CHARACTERS ||
        !fields.some(({ section }) => section === "headerFields")
      )
        return;
      yield inPass(["logoText"], { value: shown(text), length: text.length, limit: LOGO_TEXT_CHARACTERS });
    },
  },
  {
    ...LAYOUT,
    id: "text-alignment-scope",
    effect: "degrades",
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { field, path, section } of fields) {
        if (field["textAlignment"] === undefined || (section !== "primaryFields" && section !== "backFields")) continue;
        yield inPass([...path, "textAlignment"], { section });
      }
    },
  },
  {
    ...LAYOUT,
    id: "back-contact",
    severity: "info",
    effect: "degrades",
    sources: [SOURCES.design],
    *check(subject) {
      const { style } = subject;
      if (style === null || !isJsonObject(subject.pass[style])) return;
      const back = subject.fields.filter(({ section }) => section === "backFields" || section === "additionalInfoFields");
      if (!back.some(({ field }) => ["value", "attributedValue"].some((key) => looksLikeContact(subject, field[key]))))
        yield inPass([style]);
    },
  },
];

/** Values that the device formats itself are as long as it makes them. */
function isFormatted(field: FieldEntry["field"]): boolean {
  return ["dateStyle", "timeStyle", "numberStyle", "currencyCode"].some((key) => field[key] !== undefined);
}

function countOf(subject: CheckSubject, style: PassStyle, section: FieldSection): number {
  const dictionary = subject.pass[style];
  const fields = isJsonObject(dictionary) ? dictionary[section] : undefined;
  return isJsonArray(fields) ? fields.length : 0;
}

function* tooMany(subject: CheckSubject, section: keyof typeof SHOWN): Generator<Hit> {
  const limits: Partial<Record<PassStyle | "usual", number>> = SHOWN[section];
  for (const style of subject.styles) {
    const limit = limits[style] ?? limits.usual ?? 0;
    const count = countOf(subject, style, section);
    if (count > limit) yield inPass([style, section, limit], { style, section, count, limit });
  }
}

/** One row for both sections. */
function* combined(subject: CheckSubject, styles: readonly PassStyle[]): Generator<Hit> {
  for (const style of styles) {
    const count = countOf(subject, style, "secondaryFields") + countOf(subject, style, "auxiliaryFields");
    if (count > 4) yield inPass([style], { style, count });
  }
}

function* strayFields(subject: CheckSubject, section: FieldSection, isHome: (style: PassStyle) => boolean): Generator<Hit> {
  for (const style of subject.styles) {
    if (!isHome(style) && countOf(subject, style, section) > 0) yield inPass([style, section], { style, section });
  }
}

function firstBarcodeFormat({ pass }: CheckSubject): unknown {
  const barcodes = pass["barcodes"];
  const first = isJsonArray(barcodes) ? barcodes[0] : pass["barcode"];
  return isJsonObject(first) ? first["format"] : undefined;
}

/** An address, a link or a telephone number, as in "help@northwind.org" or "+49 40 123456". */
function looksLikeContact(subject: CheckSubject, value: unknown): boolean {
  return typeof value === "string" && translationsOf(subject, value).some(hasContact);
}

function hasContact(whole: string): boolean {
  const text = whole.slice(0, 10_000);
  return /https?:\/\/|\bwww\.|\S@\S/iu.test(text) || /\+?\d[\d\s()/.-]{5,}\d/u.test(text);
}
