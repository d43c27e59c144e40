import { isJsonObject, type JsonObject } from "../../model/json.ts";
import { keysOf } from "../../model/keys/lookup.ts";
import { hasFrontField } from "../front-fields.ts";
import { inPass, ofPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { keysWithoutScheme } from "../scheme-keys.ts";
import { hasPassTags, isBlank, passTag, tagsNamed } from "../semantic-places.ts";
import type { CheckSubject } from "../subject.ts";
import { parseW3cDate } from "../values/date.ts";
import { isTimeZone } from "../values/time-zone.ts";
import { isMadeByWallet } from "./required.ts";

const DATE_INFO_REFERENCE = "https://developer.apple.com/documentation/walletpasses/semantictagtype/eventdateinfo-data.dictionary";
const TESTS_NFC = "https://github.com/alexandercerutti/passkit-generator/issues/227";

/** The rules of the poster event ticket (iOS 18). A ticket that breaks one is still a ticket: Wallet draws the plain one. */
export const POSTER_RULES: readonly Rule[] = [
  {
    id: "poster-eventName",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.eventTicket, SOURCES.passBuilder],
    check: (subject) => missingTag(subject, "eventName"),
  },
  {
    id: "poster-venueName",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.eventTicket, SOURCES.passBuilder],
    check: (subject) => missingTag(subject, "venueName"),
  },
  {
    id: "poster-venueRegionName",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket, SOURCES.testsIos18],
    check: (subject) => missingTag(subject, "venueRegionName"),
  },
  {
    id: "poster-venueRoom",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket, SOURCES.testsIos18],
    check: (subject) => missingTag(subject, "venueRoom"),
  },
  {
    id: "poster-sports",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.eventTicket, SOURCES.passBuilder],
    *check(subject) {
      if (!isPosterOf(subject, "PKEventTypeSports")) return;
      for (const tag of ["homeTeamAbbreviation", "awayTeamAbbreviation"]) {
        if (passTag(subject, tag) === undefined) yield inPass(["semantics"], { tag });
      }
    },
  },
  {
    id: "poster-performers",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.eventTicket, SOURCES.passBuilder],
    check: (subject) => (isPosterOf(subject, LIVE) ? missingTag(subject, "performerNames") : []),
  },
  {
    id: "poster-event-type",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket, SOURCES.passBuilder],
    check: (subject) => missingTag(subject, "eventType"),
  },
  {
    id: "poster-artwork",
    severity: "error",
    effect: "loses",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.design],
    check: (subject) =>
      asksForPoster(subject) && !subject.images.some(({ name }) => name === "artwork" || name === "background") ? [ofPass()] : [],
  },
  {
    id: "poster-nfc",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket, SOURCES.passBuilder, TESTS_NFC, SOURCES.testsIos27],
    check: (subject) => (asksForPoster(subject) && isBlank(subject.pass["nfc"]) ? [ofPass()] : []),
  },
  {
    id: "poster-nfc-auth",
    severity: "warning",
    effect: "degrades",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder],
    check(subject) {
      const nfc = subject.pass["nfc"];
      if (!asksForPoster(subject) || !isJsonObject(nfc) || isBlank(nfc)) return [];
      return nfc["requiresAuthentication"] === undefined ? [inPass(["nfc"])] : [];
    },
  },
  {
    id: "poster-start-date",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.eventTicket],
    check: (subject) => (passTag(subject, "eventStartDateInfo") ? [] : missingTag(subject, "eventStartDate")),
  },
  {
    id: "poster-start-end",
    severity: "warning",
    effect: "degrades",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder],
    *check(subject) {
      if (!asksForPoster(subject)) return;
      const end = passTag(subject, "eventEndDate");
      const start = passTag(subject, "eventStartDate")?.value ?? startOfInfo(passTag(subject, "eventStartDateInfo")?.value);
      const [startTime, endTime] = [timeOf(start), timeOf(end?.value)];
      if (end === undefined || startTime === null || endTime === null || startTime <= endTime) return;
      yield inPass(end.path, { start: shown(start), end: shown(end.value) });
    },
  },
  {
    id: "poster-seats",
    severity: "info",
    effect: "degrades",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder],
    check: (subject) => missingTag(subject, "seats"),
  },
  {
    id: "poster-artist-ids",
    severity: "info",
    effect: "degrades",
    basis: "apple-tool",
    confirmed: false,
    sources: [SOURCES.passBuilder],
    check: (subject) => (isPosterOf(subject, LIVE) ? missingTag(subject, "artistIDs") : []),
  },
  {
    id: "poster-legacy-fields",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket],
    narrows: ["empty-style"],
    check: (subject) => (asksForPoster(subject) && !hasFrontField(subject, "eventTicket") ? [inPass(["eventTicket"])] : []),
  },
  {
    id: "poster-guide-buttons",
    severity: "warning",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.testsIos18, SOURCES.eventTicket],
    *check(subject) {
      const [first, ...others] = asksForPoster(subject) ? guideKeys(subject) : [];
      if (first !== undefined && others.length === 0) yield inPass([first], { key: first });
    },
  },
  {
    id: "poster-guide-content",
    severity: "warning",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.testsIos18],
    *check(subject) {
      if (!asksForPoster(subject) || guideKeys(subject).length === 0) return;
      const missing = ["venueLocation", "entranceDescription"].filter((tag) => passTag(subject, tag) === undefined);
      if (isBlank(subject.pass["relevantDates"])) missing.unshift("relevantDates");
      if (missing.length > 0) yield ofPass({ missing: missing.join(", ") });
    },
  },
  {
    id: "poster-guide-max",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket],
    *check(subject) {
      const keys = asksForPoster(subject) ? guideKeys(subject) : [];
      if (keys.length > 4) yield ofPass({ count: keys.length, keys: keys.join(", ") });
    },
  },
  {
    id: "poster-live-activity",
    severity: "info",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.eventTicket],
    check: (subject) =>
      asksForPoster(subject) && ["relevantDates", "locations", "beacons"].every((key) => isBlank(subject.pass[key]))
        ? [ofPass()]
        : [],
  },
  {
    id: "poster-keys-scope",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    *check(subject) {
      for (const key of keysWithoutScheme(subject, "posterEventTicket")) yield inPass([key], { key });
    },
  },
  {
    id: "poster-logo-text",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.pass],
    *check(subject) {
      const { logoText, eventLogoText } = subject.pass;
      if (!asksForPoster(subject) || isBlank(logoText) || !isBlank(eventLogoText)) return;
      yield inPass(["logoText"], { text: shown(logoText) });
    },
  },
  {
    id: "event-date-info",
    severity: "warning",
    effect: "degrades",
    basis: "community",
    confirmed: true,
    sources: [DATE_INFO_REFERENCE, SOURCES.generator],
    *check(subject) {
      for (const { value, path } of tagsNamed(subject, ["eventStartDateInfo"])) {
        if (!isJsonObject(value) || value["undetermined"] !== true || value["unannounced"] !== true) continue;
        yield inPass(path, { winner: value["ignoreTimeComponents"] === true ? "ignoreTimeComponents" : "undetermined" });
      }
    },
  },
  {
    id: "event-date-info-tz",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [DATE_INFO_REFERENCE],
    *check(subject) {
      for (const { value, path } of tagsNamed(subject, ["eventStartDateInfo"])) {
        const zone = isJsonObject(value) ? value["timeZone"] : undefined;
        if (zone === undefined || zone === null || (typeof zone === "string" && isTimeZone(zone))) continue;
        yield inPass([...path, "timeZone"], { zone: shown(zone) });
      }
    },
  },
  {
    id: "music-ids",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.semanticTags],
    narrows: ["json-type"],
    *check(subject) {
      for (const { name, value, path } of tagsNamed(subject, ["albumIDs", "artistIDs", "playlistIDs"])) {
        const ids = Array.isArray(value) ? value : [];
        const wrong = ids.findIndex((id) => typeof id !== "string");
        if (!Array.isArray(value)) yield inPass(path, { tag: name, value: shown(value) });
        else if (wrong >= 0) yield inPass([...path, wrong], { tag: name, value: shown(ids[wrong]) });
      }
    },
  },
];

const LIVE = "PKEventTypeLivePerformance";

/**
 * Without the style that the scheme draws over, `scheme-style-match` has said all there is to say. Tickets that people
 * make in Wallet itself are posters without most of what issuers have to give.
 */
function asksForPoster(subject: CheckSubject): boolean {
  return subject.schemes.includes("posterEventTicket") && subject.styles.includes("eventTicket") && !isMadeByWallet(subject);
}

function isPosterOf(subject: CheckSubject, eventType: string): boolean {
  return asksForPoster(subject) && passTag(subject, "eventType")?.value === eventType;
}

/** A pass without any tag is one fault (`scheme-no-semantics`), not one for each tag. */
function missingTag(subject: CheckSubject, tag: string): readonly Hit[] {
  if (!asksForPoster(subject) || !hasPassTags(subject) || passTag(subject, tag) !== undefined) return [];
  return [inPass(["semantics"])];
}

/** The keys given that become buttons of the event guide; Apple calls them quick actions. */
function guideKeys(subject: CheckSubject): readonly string[] {
  return keysOf("Pass")
    .filter(({ name, eventGuideButton }) => eventGuideButton && !isBlank(subject.pass[name]))
    .map(({ name }) => name);
}

function startOfInfo(info: JsonObject[string]): JsonObject[string] {
  return isJsonObject(info) ? info["date"] : undefined;
}

function timeOf(value: JsonObject[string]): number | null {
  const date = typeof value === "string" ? parseW3cDate(value) : null;
  return date?.ok === true ? date.date.getTime() : null;
}
