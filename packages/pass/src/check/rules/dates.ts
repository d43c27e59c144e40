import { isJsonArray, isJsonObject, type JsonObject } from "../../model/json.ts";
import { inPass, ofPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { dateIn, everyDate, readRelevantDates, relevantMoments, topLevelDates } from "../w3c-dates.ts";
import { parseW3cDate, type W3cDateFault } from "../values/date.ts";
import type { CheckSubject } from "../subject.ts";

const RELEVANT_DATES = "https://developer.apple.com/documentation/walletpasses/pass/relevantdates-data.dictionary";
const DEVICE_LOG = "https://github.com/daxko/PassSharp/issues/6";
const REFUSED_OFFSET = "https://github.com/drallgood/jpasskit/pull/217";
const REFUSED_FRACTION = "https://github.com/tomasmcguinness/dotnet-passbook-validator/issues/1";
const EXPIRES = "https://github.com/tomasmcguinness/dotnet-passbook/issues/186";

const HOUR = 3_600_000;

/** The dates of a pass. Formats first: a date that cannot be read stops the installation. */
export const DATES_RULES: readonly Rule[] = [
  {
    id: "date-w3c",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.bundleTopLevel, SOURCES.pass, DEVICE_LOG],
    *check({ pass }) {
      for (const { path, value } of topLevelDates(pass)) {
        const result = typeof value === "string" ? parseW3cDate(value) : null;
        const isMisshapen = result === null || (!result.ok && result.fault !== "impossible" && result.fault !== "offset-range");
        if (isMisshapen) yield inPass(path, { key: String(path.at(-1)), value: shown(value) });
      }
    },
  },
  {
    id: "date-empty",
    severity: "error",
    effect: "loses",
    basis: "observed",
    confirmed: false,
    sources: [SOURCES.observed, SOURCES.bundleTopLevel, DEVICE_LOG],
    narrows: ["date-w3c"],
    *check({ pass }) {
      for (const { path, value } of topLevelDates(pass)) {
        if (typeof value === "string" && value.trim() === "") yield inPass(path, { key: String(path.at(-1)) });
      }
    },
  },
  {
    id: "date-offset-colon",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.bundleTopLevel, REFUSED_OFFSET],
    narrows: ["date-w3c"],
    check: (subject) => faulty(subject, "offset-colon"),
  },
  {
    id: "date-single-digit-offset",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.boardingPass, SOURCES.bundleTopLevel],
    narrows: ["date-w3c"],
    check: (subject) => faulty(subject, "offset-digits"),
  },
  {
    id: "date-date-only",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.bundleTopLevel, SOURCES.pass],
    narrows: ["date-w3c"],
    check: (subject) => faulty(subject, "date-only"),
  },
  {
    id: "date-real",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.bundleTopLevel],
    *check(subject) {
      for (const { path, value } of everyDate(subject)) {
        const result = parseW3cDate(value);
        if (!result.ok && (result.fault === "impossible" || result.fault === "offset-range")) {
          yield inPass(path, { value: shown(value) });
        }
      }
    },
  },
  {
    id: "date-fraction",
    severity: "warning",
    effect: "degrades",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.observed, REFUSED_FRACTION],
    *check(subject) {
      for (const { path, value } of everyDate(subject)) {
        const result = parseW3cDate(value);
        if (result.ok && result.hasFraction) {
          yield inPass(path, { value: shown(value), suggestion: shown(value.replace(/\.\d+/u, "")) });
        }
      }
    },
  },
  {
    id: "expiration-past",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    *check({ pass, now }) {
      const expiration = dateIn(pass, "expirationDate");
      if (expiration === null || expiration > now) return;
      yield inPass(["expirationDate"], { value: shown(pass["expirationDate"]), now: now.toISOString() });
    },
  },
  {
    id: "expiration-before-relevant",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    *check({ pass }) {
      const expiration = dateIn(pass, "expirationDate");
      if (expiration === null) return;
      for (const { path, date, value } of relevantMoments(pass)) {
        if (expiration < date) {
          yield inPass(path, { value: shown(value), expiration: shown(pass["expirationDate"]) });
        }
      }
    },
  },
  {
    id: "expiration-missing-event",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.pass],
    *check({ pass, style }) {
      if (style !== "eventTicket" && style !== "boardingPass" && style !== "coupon") return;
      if (pass["expirationDate"] === undefined) yield ofPass({ style });
    },
  },
  {
    id: "relevant-date-deprecated",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    *check({ pass }) {
      const { relevantDate, relevantDates } = pass;
      if (typeof relevantDate === "string" && relevantDates === undefined) yield inPass(["relevantDate"]);
    },
  },
  {
    id: "relevant-date-style",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guideCreating],
    *check({ pass, style }) {
      if ((style === "coupon" || style === "storeCard") && pass["relevantDate"] !== undefined) {
        yield inPass(["relevantDate"], { style });
      }
    },
  },
  {
    id: "relevant-date-expires",
    severity: "info",
    effect: "degrades",
    basis: "community",
    confirmed: true,
    sources: [EXPIRES],
    *check({ pass }) {
      const { relevantDate, relevantDates, expirationDate } = pass;
      if (typeof relevantDate === "string" && relevantDates === undefined && expirationDate === undefined) {
        yield inPass(["relevantDate"], { value: shown(relevantDate) });
      }
    },
  },
  {
    id: "relevant-dates-shape",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [RELEVANT_DATES],
    *check({ pass }) {
      const { relevantDates } = pass;
      if (relevantDates === undefined || relevantDates === null) return;
      if (!isJsonArray(relevantDates)) {
        yield inPass(["relevantDates"], { value: shown(relevantDates) });
        return;
      }
      for (const [index, entry] of relevantDates.entries()) {
        const isShaped = isJsonObject(entry) && (hasMoment(entry) || (has(entry, "startDate") && has(entry, "endDate")));
        if (!isShaped) yield inPass(["relevantDates", index], { value: shown(entry) });
      }
    },
  },
  {
    id: "relevant-dates-end",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [RELEVANT_DATES, SOURCES.generator],
    narrows: ["relevant-dates-shape"],
    *check({ pass }) {
      for (const { entry, path } of readRelevantDates(pass)) {
        if (has(entry, "startDate") === has(entry, "endDate")) continue;
        const [there, missing] = has(entry, "startDate") ? ["startDate", "endDate"] : ["endDate", "startDate"];
        yield inPass(path, { there, missing });
      }
    },
  },
  {
    id: "relevant-dates-mixed",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [RELEVANT_DATES],
    *check({ pass }) {
      for (const { entry, path } of readRelevantDates(pass)) {
        if (hasMoment(entry) && (has(entry, "startDate") || has(entry, "endDate"))) yield inPass(path);
      }
    },
  },
  {
    id: "relevant-dates-order",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [RELEVANT_DATES],
    *check({ pass }) {
      for (const { entry, path } of readRelevantDates(pass)) {
        const [start, end] = [dateIn(entry, "startDate"), dateIn(entry, "endDate")];
        if (start !== null && end !== null && end <= start) {
          yield inPass(path, { start: shown(entry["startDate"]), end: shown(entry["endDate"]) });
        }
      }
    },
  },
  {
    id: "relevant-dates-24h",
    severity: "warning",
    effect: "degrades",
    basis: "community",
    confirmed: false,
    sources: [SOURCES.testsIos18],
    *check({ pass }) {
      for (const { entry, path } of readRelevantDates(pass)) {
        const [start, end] = [dateIn(entry, "startDate"), dateIn(entry, "endDate")];
        if (start === null || end === null) continue;
        const hours = (end.getTime() - start.getTime()) / HOUR;
        if (hours > 24) yield inPass(path, { hours: Math.ceil(hours) });
      }
    },
  },
  {
    // Advice, not a warning: Apple documents `date` alone, and whether iOS 18 matters is the issuer's to say.
    id: "relevant-dates-ios18-name",
    severity: "info",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.testsIos18, SOURCES.generator],
    *check({ pass }) {
      for (const { entry, path } of readRelevantDates(pass)) {
        if (typeof entry["date"] === "string" && !has(entry, "relevantDate")) yield inPass(path, { value: shown(entry["date"]) });
      }
    },
  },
];

function* faulty({ pass }: CheckSubject, fault: W3cDateFault): Generator<Hit> {
  for (const { path, value } of topLevelDates(pass)) {
    const result = typeof value === "string" ? parseW3cDate(value) : null;
    if (result === null || result.ok || result.fault !== fault) continue;
    const day = typeof value === "string" && value.length === 10 ? value : "2026-06-01";
    yield inPass(path, { value: shown(value), suggestion: shown(result.suggestion ?? `${day}T09:30:00+02:00`) });
  }
}

function hasMoment(entry: JsonObject): boolean {
  return has(entry, "date") || has(entry, "relevantDate");
}

function has(entry: JsonObject, key: string): boolean {
  return entry[key] !== undefined && entry[key] !== null;
}
