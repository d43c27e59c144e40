import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from "../../model/json.ts";
import { INFORMATION_SSRS, PASSENGER_CAPABILITIES, SERVICE_SSRS, TRANSIT_SECURITY_PROGRAMS } from "../../model/enums.ts";
import { SCHEMES } from "../../model/style.ts";
import { hasFrontField } from "../front-fields.ts";
import { clip, inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { keysWithoutScheme } from "../scheme-keys.ts";
import { hasPassTags, isBlank, passTag, semanticPlaces, tagsNamed, type SemanticTag } from "../semantic-places.ts";
import type { CheckSubject } from "../subject.ts";
import { parseW3cDate } from "../values/date.ts";
import { isTimeZone } from "../values/time-zone.ts";

const WWDC25 = "https://developer.apple.com/videos/play/wwdc2025/202";

/** The names that Apple's pass-builder writes for two of the required tags, with those of the reference. */
const TIME_ZONE_NAMES = {
  departureAirportTimeZone: "departureLocationTimeZone",
  destinationAirportTimeZone: "destinationLocationTimeZone",
} as const;

const TIME_ZONE_ALIASES = ["departureAirportTimeZone", "destinationAirportTimeZone"] as const;

const PASSENGER_PROGRAMS = "passengerEligibleSecurityPrograms";
const AIRPORT_PROGRAMS = [
  "departureLocationSecurityPrograms",
  "destinationLocationSecurityPrograms",
  // Apple's pass-builder writes these; `semantic-deprecated-alias` says so.
  "departureAirportSecurityPrograms",
  "destinationAirportSecurityPrograms",
] as const;

/** Special service requests that Wallet draws, by the tag that holds them. */
const SSR_CODES: Readonly<Record<string, readonly string[]>> = {
  passengerServiceSSRs: SERVICE_SSRS,
  passengerInformationSSRs: INFORMATION_SSRS,
};

/** Tags that Wallet puts a word before, and that word. */
const WORDED_TAGS: ReadonlyMap<string, { readonly word: string; readonly pattern: RegExp }> = /* @__PURE__ */ new Map([
  ["departureGate", { word: "gate", pattern: /\bgate\b/iu }],
  ["destinationGate", { word: "gate", pattern: /\bgate\b/iu }],
  ["departureTerminal", { word: "terminal", pattern: /\bterminal\b/iu }],
  ["destinationTerminal", { word: "terminal", pattern: /\bterminal\b/iu }],
  ["departurePlatform", { word: "platform", pattern: /\bplatform\b/iu }],
  ["destinationPlatform", { word: "platform", pattern: /\bplatform\b/iu }],
  ["boardingZone", { word: "zone", pattern: /\bzone\b/iu }],
]);

/** The order in which the times of a journey follow each other. */
const TIME_ORDER = [
  ["BoardingDate", "DepartureDate"],
  ["DepartureDate", "ArrivalDate"],
] as const;

/** The rules of the semantic boarding pass (iOS 26). Where the scheme fails Wallet draws the plain boarding pass. */
export const BOARDING_RULES: readonly Rule[] = [
  ...SCHEMES.semanticBoardingPass.requiredSemantics.map((tag): Rule => ({
    id: `boarding-${tag}`,
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.boardingPass, SOURCES.passBuilder],
    // Whoever wrote a tag by the name of Apple's own tool is told of the name, not that the tag is missing.
    check: (subject) => missingTag(subject, [tag, ...TIME_ZONE_ALIASES.filter((alias) => TIME_ZONE_NAMES[alias] === tag)]),
  })),
  {
    id: "boarding-transit-air",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.boardingPass, SOURCES.passBuilder],
    *check(subject) {
      const transitType = transitTypeOf(subject);
      if (!asksForSemantics(subject) || typeof transitType !== "string" || transitType === "PKTransitTypeAir") return;
      yield inPass(["boardingPass", "transitType"], { transitType: shown(transitType) });
    },
  },
  {
    id: "boarding-tz-names",
    severity: "warning",
    effect: "loses",
    basis: "contradiction",
    confirmed: false,
    sources: [SOURCES.semanticTags, SOURCES.passBuilder],
    *check(subject) {
      for (const alias of TIME_ZONE_ALIASES) {
        const name = TIME_ZONE_NAMES[alias];
        for (const { path, place } of tagsNamed(subject, [alias])) {
          // Both names at once serve every reader.
          if (isBlank(place.tags[name])) yield inPass(path, { alias, name });
        }
      }
    },
  },
  {
    id: "boarding-iata-code",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const tag of tagsNamed(subject, ["departureAirportCode", "destinationAirportCode", "airlineCode"])) {
        const { name, value, path } = tag;
        const isCode = name === "airlineCode" ? /^(?:[A-Z0-9]{2}|[A-Z]{3})$/u : /^[A-Z]{3}$/u;
        if (isBlank(value) || (typeof value === "string" && (isCode.test(value) || isTranslated(subject, value)))) continue;
        yield inPass(path, { tag: name, value: shown(value), form: name === "airlineCode" ? AIRLINE_FORM : AIRPORT_FORM });
      }
    },
  },
  {
    id: "boarding-flight-number",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    narrows: ["json-number-string"],
    *check(subject) {
      for (const { value, path } of tagsNamed(subject, ["flightNumber"])) {
        if (typeof value === "number" ? Number.isInteger(value) && value > 0 : isBlank(value)) continue;
        yield inPass(path, { value: shown(value) });
      }
    },
  },
  {
    id: "boarding-flight-code",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { path, tags } of semanticPlaces(subject)) {
        const { flightCode, airlineCode, flightNumber } = tags;
        if (typeof flightCode !== "string" || typeof airlineCode !== "string") continue;
        // A flightNumber that is no number is told by its own rule.
        if (isBlank(flightCode) || isBlank(airlineCode) || typeof flightNumber !== "number") continue;
        if (isTranslated(subject, flightCode) || isTranslated(subject, airlineCode)) continue;
        const expected = `${airlineCode}${flightNumber}`;
        if (plainFlightCode(flightCode, airlineCode) === plainFlightCode(expected, airlineCode)) continue;
        yield inPass([...path, "flightCode"], { flightCode: shown(flightCode), expected: shown(expected) });
      }
    },
  },
  {
    id: "boarding-words",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { name, value, path } of tagsNamed(subject, [...WORDED_TAGS.keys()])) {
        const worded = WORDED_TAGS.get(name);
        if (typeof value !== "string" || worded === undefined || isTranslated(subject, value)) continue;
        if (worded.pattern.test(value)) yield inPass(path, { tag: name, value: shown(value), word: worded.word });
      }
    },
  },
  {
    id: "boarding-time-order",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.boardingPass],
    *check(subject) {
      for (const [earlier, later] of TIME_ORDER) {
        const planned = timesOf(subject, [`original${earlier}`], [`original${later}`]);
        const valid = timesOf(subject, [`current${earlier}`, `original${earlier}`], [`current${later}`, `original${later}`]);
        const isSame = valid?.first.name === planned?.first.name && valid?.second.name === planned?.second.name;
        for (const pair of isSame ? [planned] : [planned, valid]) {
          if (pair === undefined || pair.first.time <= pair.second.time) continue;
          yield inPass(pair.first.path, {
            first: pair.first.name,
            firstValue: pair.first.value,
            second: pair.second.name,
            secondValue: pair.second.value,
          });
        }
      }
    },
  },
  {
    id: "boarding-tz-iana",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      const names = [...Object.values(TIME_ZONE_NAMES), ...TIME_ZONE_ALIASES];
      for (const { name, value, path } of tagsNamed(subject, names)) {
        if (isBlank(value) || (typeof value === "string" && isTimeZone(value))) continue;
        yield inPass(path, { tag: name, zone: shown(value) });
      }
    },
  },
  {
    id: "boarding-security-pair",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.semanticTags],
    // An airport with a program that this passenger is not in is the normal case; the other way round no badge can appear.
    *check(subject) {
      if (!asksForSemantics(subject)) return;
      const atAirports = new Set<JsonValue>();
      for (const { place, value } of tagsNamed(subject, AIRPORT_PROGRAMS)) {
        if (place.scope === "pass" && isJsonArray(value)) for (const program of value) atAirports.add(program);
      }
      for (const { item, path } of listItems(subject, [PASSENGER_PROGRAMS])) {
        if (typeof item === "string" && !atAirports.has(item)) yield inPass(path, { program: clip(item) });
      }
    },
  },
  {
    id: "boarding-security-enum",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { item, name, path } of listItems(subject, [PASSENGER_PROGRAMS, ...AIRPORT_PROGRAMS])) {
        if (!isOneOf(TRANSIT_SECURITY_PROGRAMS, item)) yield inPass(path, { tag: name, value: shown(item) });
      }
    },
  },
  {
    id: "boarding-capability-enum",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      for (const { item, path } of listItems(subject, ["passengerCapabilities"])) {
        if (!isOneOf(PASSENGER_CAPABILITIES, item)) yield inPass(path, { value: shown(item) });
      }
    },
  },
  {
    id: "boarding-ssr",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.boardingPass],
    *check(subject) {
      for (const { item, name, path } of listItems(subject, Object.keys(SSR_CODES))) {
        const known = SSR_CODES[name] ?? [];
        if (!isOneOf(known, item)) yield inPass(path, { tag: name, value: shown(item), known: known.join(", ") });
      }
    },
  },
  {
    id: "boarding-docs-badge",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.semanticTags],
    *check(subject) {
      const verified = passTag(subject, "internationalDocumentsAreVerified");
      if (verified?.value !== true || passTag(subject, "internationalDocumentsVerifiedDeclarationName") !== undefined) return;
      yield inPass(verified.path);
    },
  },
  {
    id: "boarding-keys-scope",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.boardingPass],
    *check(subject) {
      for (const key of keysWithoutScheme(subject, "semanticBoardingPass")) yield inPass([key], { key });
    },
  },
  {
    id: "boarding-lounge",
    severity: "info",
    effect: "loses",
    basis: "contradiction",
    confirmed: false,
    sources: [SOURCES.semanticTags, WWDC25],
    *check(subject) {
      for (const { path, place, value } of tagsNamed(subject, ["airlineLoungePlaceID"])) {
        if (isBlank(place.tags["loungePlaceIDs"])) yield inPass(path, { value: shown(value) });
      }
    },
  },
  {
    id: "boarding-legacy-fields",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.boardingPass],
    narrows: ["empty-style"],
    check: (subject) => (asksForSemantics(subject) && !hasFrontField(subject, "boardingPass") ? [inPass(["boardingPass"])] : []),
  },
];

const AIRPORT_FORM = "three capital letters (IATA), such as FRA";
const AIRLINE_FORM = "two letters or digits (IATA), such as LH, or three letters (ICAO), such as DLH";

/** Without the style that the scheme draws over, `scheme-style-match` has said all there is to say. */
function asksForSemantics(subject: CheckSubject): boolean {
  return subject.schemes.includes("semanticBoardingPass") && subject.styles.includes("boardingPass");
}

/** A pass without any tag is one fault (`scheme-no-semantics`), not twelve. */
function missingTag(subject: CheckSubject, names: readonly string[]): readonly Hit[] {
  if (!asksForSemantics(subject) || !hasPassTags(subject)) return [];
  return names.some((name) => passTag(subject, name) !== undefined) ? [] : [inPass(["semantics"])];
}

function transitTypeOf(subject: CheckSubject): JsonValue | undefined {
  const style = subject.pass["boardingPass"];
  return isJsonObject(style) ? style["transitType"] : undefined;
}

/** A text that some language replaces is a key, and says nothing about what the traveller sees. */
function isTranslated(subject: CheckSubject, text: string): boolean {
  for (const { entries } of subject.strings.values()) if (entries.has(text)) return true;
  return false;
}

/** `LH 0400` and `LH400` name one flight. */
function plainFlightCode(code: string, airlineCode: string): string {
  const plain = code.replaceAll(/\s/gu, "").toUpperCase();
  const airline = airlineCode.trim().toUpperCase();
  return plain.startsWith(airline) ? airline + plain.slice(airline.length).replace(/^0+/u, "") : plain;
}

function isOneOf(list: readonly string[], value: JsonValue): boolean {
  return typeof value === "string" && list.includes(value);
}

interface NamedTime {
  readonly name: string;
  readonly value: string;
  readonly time: number;
  readonly path: JsonPath;
}

/** The first tag of each list that is there, when both are times that can be compared. */
function timesOf(subject: CheckSubject, firstNames: readonly string[], secondNames: readonly string[]) {
  const first = firstTime(subject, firstNames);
  const second = firstTime(subject, secondNames);
  return first === undefined || second === undefined ? undefined : { first, second };
}

function firstTime(subject: CheckSubject, names: readonly string[]): NamedTime | undefined {
  const tag = names.map((name) => passTag(subject, name)).find((found) => found !== undefined);
  if (tag === undefined || typeof tag.value !== "string") return undefined;
  const date = parseW3cDate(tag.value);
  return date.ok ? { name: tag.name, value: clip(tag.value), time: date.date.getTime(), path: tag.path } : undefined;
}

/** The items of tags that are lists; a tag that is no list counts as its only item. */
function* listItems(subject: CheckSubject, names: readonly string[]): Generator<SemanticTag & { readonly item: JsonValue }> {
  for (const tag of tagsNamed(subject, names)) {
    if (!isJsonArray(tag.value)) yield { ...tag, item: tag.value };
    else for (const [index, item] of tag.value.entries()) yield { ...tag, item, path: [...tag.path, index] };
  }
}
