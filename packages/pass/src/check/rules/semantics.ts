import { currencyStatus } from "../../model/currency-codes.ts";
import { EVENT_TYPES } from "../../model/enums.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../../model/json.ts";
import type { KeySpec, SemanticKind } from "../../model/keys/key-spec.ts";
import { findKey, keysOf } from "../../model/keys/lookup.ts";
import type { PassStyle } from "../../model/style.ts";
import { suggestKey } from "../../model/keys/suggest-key.ts";
import { clip, inPass, shown } from "../hit.ts";
import { nearestName } from "../nearest-name.ts";
import type { Rule } from "../rule.ts";
import { isBlank, passTag, semanticPlaces, tagsNamed } from "../semantic-places.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { parseW3cDate } from "../values/date.ts";

const TAG_TYPES = "https://developer.apple.com/documentation/walletpasses/semantictagtype";
const TAG_ARTICLE = "https://developer.apple.com/documentation/walletpasses/supporting-semantic-tags-in-wallet-passes";

const DATE_TAGS = /* @__PURE__ */ namesWhere(({ format, type }) => format === "date" && type === "string");
const MONEY_TAGS = /* @__PURE__ */ namesWhere((key) => key.of === "CurrencyAmount");
const LOCATION_TAGS = /* @__PURE__ */ namesWhere((key) => key.of === "SemanticLocation");

/** Names of Apple's pass-builder that have rules of their own, which say more. */
const ALIASES_TOLD_ELSEWHERE: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "departureAirportTimeZone",
  "destinationAirportTimeZone",
  "airlineLoungePlaceID",
]);
const ALIASES = /* @__PURE__ */ namesWhere((key) => key.aliasOf !== null && !ALIASES_TOLD_ELSEWHERE.has(key.name));

/** Rules about semantic tags in any pass, wherever they stand: at the root, on fields, in upcoming events. */
export const SEMANTICS_RULES: readonly Rule[] = [
  {
    id: "semantic-style",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      const kind = kindOf(subject);
      if (kind.styles.length === 0) return;
      for (const { path, tags, scope } of semanticPlaces(subject)) {
        if (scope !== "pass") continue;
        for (const tag of Object.keys(tags)) {
          const key = findKey("SemanticTags", tag);
          const misfit = key === undefined || isBlank(tags[tag]) ? undefined : misfitOf(key, kind);
          if (misfit !== undefined) yield inPass([...path, tag], { tag, ...misfit });
        }
      }
    },
  },
  {
    id: "semantic-unknown",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { path, tags } of semanticPlaces(subject)) {
        for (const tag of Object.keys(tags)) {
          // `_id` is bookkeeping of Apple's Pass Designer, with a rule of its own.
          if (findKey("SemanticTags", tag) !== undefined || tag.startsWith("_")) continue;
          const near = suggestKey("SemanticTags", tag)?.key.name;
          yield inPass([...path, tag], { tag: clip(tag), hint: near === undefined ? "" : ` Perhaps "${near}" is meant.` });
        }
      }
    },
  },
  {
    id: "semantic-date",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { name, value, path } of datesOf(subject)) {
        const date = typeof value === "string" ? parseW3cDate(value) : null;
        if (date?.ok === true) continue;
        const mended = date?.suggestion ?? "2026-07-14T19:30:00+02:00";
        yield inPass(path, { tag: name, value: shown(value), mended });
      }
    },
  },
  {
    id: "semantic-event-type",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { value, path } of tagsNamed(subject, ["eventType"])) {
        if (isBlank(value) || (EVENT_TYPES as readonly JsonValue[]).includes(value)) continue;
        const near = typeof value === "string" ? nearestName(value, EVENT_TYPES) : undefined;
        yield inPass(path, { value: shown(value), near: near ?? "PKEventTypeGeneric" });
      }
    },
  },
  {
    id: "semantic-currency",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [`${TAG_TYPES}/currencyamount-data.dictionary`],
    *check(subject) {
      for (const { name, value, path } of tagsNamed(subject, MONEY_TAGS)) {
        if (!isJsonObject(value)) continue;
        const { amount, currencyCode } = value;
        if (!isBlank(amount) && (typeof amount !== "string" || !/^[+-]?\d{1,30}(?:\.\d{1,30})?$/u.test(amount))) {
          yield inPass([...path, "amount"], {
            tag: name,
            problem: `the amount is ${shown(amount)}, not a decimal number in quotation marks`,
          });
        }
        if (!isBlank(currencyCode) && (typeof currencyCode !== "string" || currencyStatus(currencyCode) === null)) {
          yield inPass([...path, "currencyCode"], {
            tag: name,
            problem: `the currency is ${shown(currencyCode)}, not a code of ISO 4217`,
          });
        }
      }
    },
  },
  {
    id: "semantic-wifi",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [`${TAG_TYPES}/wifinetwork-data.dictionary`],
    *check(subject) {
      for (const { item, path } of itemsOf(subject, "wifiAccess")) {
        const missing = ["ssid", "password"].filter((key) => !isJsonObject(item) || isBlank(item[key]));
        if (missing.length > 0) yield inPass(path, { missing: missing.join(" and ") });
      }
    },
  },
  {
    id: "semantic-seat-empty",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [`${TAG_TYPES}/seat-data.dictionary`],
    *check(subject) {
      for (const { item, path } of itemsOf(subject, "seats")) {
        if (isJsonObject(item) && Object.keys(item).every((key) => key.startsWith("_") || isBlank(item[key]))) yield inPass(path);
      }
    },
  },
  {
    id: "semantic-location",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [`${TAG_TYPES}/location-data.dictionary`],
    *check(subject) {
      for (const { name, value, path } of tagsNamed(subject, LOCATION_TAGS)) {
        if (!isJsonObject(value)) {
          yield inPass(path, { tag: name, problem: `is ${shown(value)}, not an object` });
          continue;
        }
        for (const [key, limit] of COORDINATES) {
          const problem = coordinateProblem(value[key], limit);
          if (problem === undefined) continue;
          yield inPass(isBlank(value[key]) ? path : [...path, key], { tag: name, problem: `${problem} ${key}` });
        }
      }
    },
  },
  {
    id: "semantic-duration",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    narrows: ["json-number-string"],
    *check(subject) {
      for (const { value, path } of tagsNamed(subject, ["duration"])) {
        if (typeof value === "number" ? value < 0 : !isBlank(value)) yield inPass(path, { value: shown(value) });
      }
    },
  },
  {
    id: "semantic-silence",
    severity: "info",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [TAG_ARTICLE],
    *check(subject) {
      const request = passTag(subject, "silenceRequested");
      if (request?.value !== true || !subject.styles.includes("eventTicket")) return;
      const missing = ["eventStartDate", "eventEndDate", "venueLocation"].filter((tag) => passTag(subject, tag) === undefined);
      if (passTag(subject, "eventType")?.value !== "PKEventTypeMovie") missing.unshift('"eventType": "PKEventTypeMovie"');
      if (missing.length > 0) yield inPass(request.path, { missing: missing.join(", ") });
    },
  },
  {
    id: "semantic-deprecated-alias",
    severity: "warning",
    effect: "loses",
    basis: "contradiction",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.semanticTags],
    *check(subject) {
      for (const { name, path, place } of tagsNamed(subject, ALIASES)) {
        const documented = findKey("SemanticTags", name)?.aliasOf ?? name;
        if (isBlank(place.tags[documented])) yield inPass(path, { alias: name, name: documented });
      }
    },
  },
];

const COORDINATES = [
  ["latitude", 90],
  ["longitude", 180],
] as const;

/** Digits in quotation marks are `json-number-string`'s to tell. */
function coordinateProblem(value: JsonValue | undefined, limit: number): string | undefined {
  if (isBlank(value)) return "has no";
  if (typeof value === "string") return undefined;
  if (typeof value !== "number") return "has no number as";
  return Math.abs(value) > limit ? `has ${value} as` : undefined;
}

function namesWhere(test: (key: KeySpec) => boolean): readonly string[] {
  return keysOf("SemanticTags")
    .filter(test)
    .map(({ name }) => name);
}

interface PlacedValue {
  readonly name: string;
  readonly value: JsonValue;
  readonly path: JsonPath;
}

/** The dates among the tags, also the one inside `eventStartDateInfo`. */
function* datesOf(subject: CheckSubject): Generator<PlacedValue> {
  for (const { name, value, path } of tagsNamed(subject, [...DATE_TAGS, "eventStartDateInfo"])) {
    if (name !== "eventStartDateInfo") {
      if (!isBlank(value)) yield { name, value, path };
    } else if (isJsonObject(value) && value["date"] !== undefined && !isBlank(value["date"])) {
      yield { name: "eventStartDateInfo.date", value: value["date"], path: [...path, "date"] };
    }
  }
}

/** The items of a tag that is a list. */
function* itemsOf(subject: CheckSubject, name: string): Generator<{ readonly item: JsonValue; readonly path: JsonPath }> {
  for (const { value, path } of tagsNamed(subject, [name])) {
    if (!isJsonArray(value)) continue;
    for (const [index, item] of value.entries()) yield { item, path: [...path, index] };
  }
}

const KIND_NAMES: Readonly<Record<SemanticKind, string>> = {
  any: "any pass",
  boarding: "boarding passes",
  airline: "boarding passes of airlines",
  rail: "boarding passes of trains",
  event: "event tickets",
  sports: "tickets to sports events",
  "store-card": "store cards",
};

type Misfit = { readonly meant: string; readonly actual: string };

/** What a pass says of its kind. Looked up once per pass: a hostile one has tags by the thousand. */
interface PassKind {
  readonly styles: readonly PassStyle[];
  readonly transitType: JsonValue | undefined;
  readonly eventType: JsonValue | undefined;
}

function kindOf(subject: CheckSubject): PassKind {
  return {
    // No page says what tags mean on posterGeneric (iOS 27).
    styles: subject.styles.filter((style) => style !== "posterGeneric"),
    transitType: transitTypeOf(subject.pass),
    eventType: passTag(subject, "eventType")?.value,
  };
}

/** Why a tag has no meaning in such a pass. One that does not say its kind is given the benefit of the doubt. */
function misfitOf(key: KeySpec, { styles, transitType, eventType }: PassKind): Misfit | undefined {
  const { kind } = key;
  if (key.status !== "documented") return undefined;
  if (!styles.some((style) => key.styles.includes(style))) {
    return {
      meant: kind === null ? "boarding passes and event tickets" : KIND_NAMES[kind],
      actual: `of the style ${styles.join(", ")}`,
    };
  }
  if (kind === "airline" && transitType !== undefined && transitType !== "PKTransitTypeAir") {
    return { meant: KIND_NAMES.airline, actual: `of the transitType ${shown(transitType)}` };
  }
  if (kind === "rail" && transitType !== undefined && transitType !== "PKTransitTypeTrain") {
    return { meant: KIND_NAMES.rail, actual: `of the transitType ${shown(transitType)}` };
  }
  if (kind === "sports" && eventType !== undefined && eventType !== "PKEventTypeSports") {
    return { meant: KIND_NAMES.sports, actual: `of the eventType ${shown(eventType)}` };
  }
  return undefined;
}

function transitTypeOf(pass: JsonObject): JsonValue | undefined {
  const style = pass["boardingPass"];
  return isJsonObject(style) ? style["transitType"] : undefined;
}
