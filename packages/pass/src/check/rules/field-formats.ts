import { DATE_STYLES, DATA_DETECTOR_TYPES, NUMBER_STYLES, TEXT_ALIGNMENTS } from "../../model/enums.ts";
import { currencyStatus } from "../../model/currency-codes.ts";
import { isJsonArray, type JsonObject } from "../../model/json.ts";
import { inPass, shown } from "../hit.ts";
import { nearestName } from "../nearest-name.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { parseW3cDate } from "../values/date.ts";

const ALIGNMENT_LOG = "https://github.com/devartis/passbook/pull/8";
const CURRENCY_TEST = "https://github.com/drallgood/jpasskit/issues/599";

const DATE_KEYS = ["dateStyle", "timeStyle", "isRelative", "ignoresTimeZone"] as const;
const DOCUMENTED = { severity: "error", effect: "loses", basis: "doc", confirmed: false } as const;

/** How a device formats a field: dates, numbers, money, alignment. */
export const FIELD_FORMAT_RULES: readonly Rule[] = [
  {
    ...DOCUMENTED,
    id: "text-alignment-enum",
    effect: "refuses",
    step: "required",
    confirmed: true,
    sources: [ALIGNMENT_LOG, SOURCES.passFieldContent],
    narrows: ["json-type"],
    check: (subject) => notIn(subject, "textAlignment", TEXT_ALIGNMENTS, "PKTextAlignmentNatural"),
  },
  {
    ...DOCUMENTED,
    id: "date-style-enum",
    sources: [SOURCES.passFieldContent, SOURCES.bundleFields],
    narrows: ["json-type"],
    *check(subject) {
      yield* notIn(subject, "dateStyle", DATE_STYLES, "PKDateStyleMedium");
      yield* notIn(subject, "timeStyle", DATE_STYLES, "PKDateStyleShort");
    },
  },
  {
    ...DOCUMENTED,
    id: "date-style-pair",
    severity: "warning",
    effect: "degrades",
    sources: [SOURCES.bundleFields],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const [given, missing] = field["dateStyle"] === undefined ? ["timeStyle", "dateStyle"] : ["dateStyle", "timeStyle"];
        if (field[given] !== undefined && field[missing] === undefined)
          yield inPass(path, { given, missing, key: shown(field["key"]) });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "date-value",
    sources: [SOURCES.passFieldContent, SOURCES.bundleFields, SOURCES.passBuilder],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const value = field["value"];
        if (!isDateField(field) || value === undefined || value === null) continue;
        const read = typeof value === "string" ? parseW3cDate(value) : { ok: false, suggestion: null };
        if (!read.ok)
          yield inPass([...path, "value"], { value: shown(value), suggestion: read.suggestion ?? "2026-07-14T19:30:00+02:00" });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "date-no-zone",
    sources: [SOURCES.passFieldContent],
    narrows: ["date-value"],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const value = field["value"];
        if (!isDateField(field) || typeof value !== "string") continue;
        const read = parseW3cDate(value);
        if (!read.ok && read.fault === "no-zone")
          yield inPass([...path, "value"], { value: shown(value), suggestion: `${value}+02:00` });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "is-relative-no-style",
    severity: "warning",
    basis: "inferred",
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const option =
          field["isRelative"] === true ? "isRelative" : field["ignoresTimeZone"] === true ? "ignoresTimeZone" : undefined;
        if (option === undefined || field["dateStyle"] !== undefined || field["timeStyle"] !== undefined) continue;
        yield inPass([...path, option], { option, key: shown(field["key"]) });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "number-style-enum",
    sources: [SOURCES.passFieldContent],
    narrows: ["json-type"],
    check: (subject) => notIn(subject, "numberStyle", NUMBER_STYLES, "PKNumberStyleDecimal"),
  },
  {
    ...DOCUMENTED,
    // One report, of 2024: it says nothing of systems before.
    id: "currency-value",
    effect: "refuses",
    step: "required",
    refusal: "now",
    confirmed: true,
    sources: [CURRENCY_TEST, SOURCES.bundleFields, SOURCES.passBuilder],
    narrows: ["number-value"],
    *check({ fields }) {
      for (const { field, path } of fields) {
        if (typeof field["currencyCode"] === "string" && typeof field["value"] === "string") {
          yield inPass([...path, "value"], {
            value: shown(field["value"]),
            currency: field["currencyCode"],
            suggestion: numberIn(field["value"]),
          });
        }
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "number-value",
    sources: [SOURCES.bundleFields, SOURCES.passBuilder],
    *check({ fields }) {
      for (const { field, path } of fields) {
        if (field["numberStyle"] === undefined || typeof field["value"] !== "string") continue;
        yield inPass([...path, "value"], { value: shown(field["value"]), suggestion: numberIn(field["value"]) });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "currency-and-number",
    severity: "warning",
    effect: "degrades",
    basis: "apple-tool",
    sources: [SOURCES.passBuilder],
    *check({ fields }) {
      for (const { field, path } of fields) {
        if (field["currencyCode"] !== undefined && field["numberStyle"] !== undefined)
          yield inPass(path, { key: shown(field["key"]) });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "currency-date-mix",
    severity: "warning",
    basis: "inferred",
    sources: [SOURCES.bundleFields],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const number = ["currencyCode", "numberStyle"].find((key) => field[key] !== undefined);
        const date = ["dateStyle", "timeStyle"].find((key) => field[key] !== undefined);
        if (number !== undefined && date !== undefined) yield inPass(path, { number, date, key: shown(field["key"]) });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "currency-iso",
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { field, path } of fields) {
        const code = field["currencyCode"];
        if (typeof code !== "string" || currencyStatus(code) !== null) continue;
        const upper = code.trim().toUpperCase();
        yield inPass([...path, "currencyCode"], { value: shown(code), suggestion: currencyStatus(upper) === null ? "EUR" : upper });
      }
    },
  },
  {
    ...DOCUMENTED,
    id: "data-detector-enum",
    sources: [SOURCES.passFieldContent, SOURCES.bundleFields],
    narrows: ["json-type"],
    check: unknownDetectors,
  },
  {
    ...DOCUMENTED,
    id: "data-detector-scope",
    severity: "warning",
    sources: [SOURCES.passFieldContent],
    *check({ fields }) {
      for (const { field, path, section } of fields) {
        const detectors = field["dataDetectorTypes"];
        if (!isJsonArray(detectors) || detectors.length === 0 || section === "backFields" || section === "additionalInfoFields")
          continue;
        yield inPass([...path, "dataDetectorTypes"], { section });
      }
    },
  },
];

function isDateField(field: JsonObject): boolean {
  return DATE_KEYS.some((key) => {
    const value = field[key];
    // A device that is told `PKDateStyleNone` twice, or `false`, formats nothing.
    return value !== undefined && value !== null && value !== false && value !== "PKDateStyleNone";
  });
}

function* notIn(subject: CheckSubject, key: string, known: readonly string[], usual: string): Generator<Hit> {
  for (const { field, path } of subject.fields) {
    const value = field[key];
    if (value === undefined || value === null || known.some((name) => name === value)) continue;
    const suggestion = (typeof value === "string" ? nearestName(value, known) : undefined) ?? usual;
    yield inPass([...path, key], { key, value: shown(value), known: known.join(", "), suggestion });
  }
}

function* unknownDetectors({ fields }: CheckSubject): Generator<Hit> {
  for (const { field, path } of fields) {
    const detectors = field["dataDetectorTypes"];
    if (detectors === undefined || detectors === null) continue;
    const at = [...path, "dataDetectorTypes"];
    if (!isJsonArray(detectors)) {
      yield inPass(at, { value: shown(detectors), suggestion: "an array of texts" });
      continue;
    }
    for (const [index, detector] of detectors.entries()) {
      if (DATA_DETECTOR_TYPES.some((known) => known === detector)) continue;
      const near = typeof detector === "string" ? nearestName(detector, DATA_DETECTOR_TYPES) : undefined;
      yield inPass([...at, index], { value: shown(detector), suggestion: near ?? DATA_DETECTOR_TYPES.join(", ") });
    }
  }
}

/** The number that a text such as "€ 12,50" stands for, as JSON. */
function numberIn(text: string): string {
  const digits = /-?\d[\d.,' ]*/u.exec(text.slice(0, 100))?.[0]?.replaceAll(/[' ]/gu, "") ?? "";
  const decimal = /[.,](\d{1,2})$/u.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replaceAll(/[.,]/gu, "");
  const number = Number(decimal === null ? whole : `${whole}.${decimal[1] ?? ""}`);
  return whole === "" || !Number.isFinite(number) ? "12.5" : String(number);
}
