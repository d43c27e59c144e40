import { isJsonArray, isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "../../model/json.ts";
import { clip, inPass, shown } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isBlank, upcomingEntries } from "../semantic-places.ts";
import type { CheckSubject } from "../subject.ts";
import { parseAbsoluteUrl } from "../values/url.ts";
import { ACTION_RULES } from "./actions.ts";

const ENTRY_REFERENCE = "https://developer.apple.com/documentation/walletpasses/upcomingpassinformationentry";
const ENTRY_TYPE_REFERENCE = "https://developer.apple.com/documentation/walletpasses/upcomingpassinformationentrytype";
const TESTS_IOS_26 = "https://github.com/alexandercerutti/passkit-generator/issues/256";

/** Apple says 2 megabytes and not which; no reading of it lets more pass. */
const MAX_IMAGE_BYTES = 2 * 1024 * 1024;

const REQUIRED_KEYS = ["identifier", "name", "type"] as const;
const IMAGE_KEYS = ["headerImage", "venueMap"] as const;

/** Rules about `upcomingPassInformation` (iOS 26) and, at the end, about `featuredActions` (iOS 27). */
export const UPCOMING_RULES: readonly Rule[] = [
  {
    id: "upcoming-scheme",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [ENTRY_REFERENCE],
    *check(subject) {
      if (isBlank(subject.pass["upcomingPassInformation"])) return;
      if (subject.styles.includes("eventTicket") && subject.schemes.includes("posterEventTicket")) return;
      yield inPass(["upcomingPassInformation"], { style: subject.styles.join(", ") || "none" });
    },
  },
  {
    id: "upcoming-required",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [ENTRY_REFERENCE],
    *check(subject) {
      for (const { entry, path } of upcomingEntries(subject)) {
        const missing = REQUIRED_KEYS.filter((key) => isBlank(entry[key]));
        if (missing.length > 0) yield inPass(path, { missing: missing.join(", ") });
      }
    },
  },
  {
    id: "upcoming-type",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [ENTRY_REFERENCE],
    *check(subject) {
      for (const { entry, path } of upcomingEntries(subject)) {
        const { type } = entry;
        if (!isBlank(type) && type !== "event") yield inPass([...path, "type"], { type: shown(type) });
      }
    },
  },
  {
    id: "upcoming-id-unique",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [ENTRY_REFERENCE],
    *check(subject) {
      const seen = new Set<string>();
      for (const { entry, path } of upcomingEntries(subject)) {
        const { identifier } = entry;
        if (typeof identifier !== "string" || isBlank(identifier)) continue;
        if (seen.has(identifier)) yield inPass([...path, "identifier"], { identifier: clip(identifier) });
        seen.add(identifier);
      }
    },
  },
  {
    id: "upcoming-back",
    severity: "warning",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [TESTS_IOS_26],
    *check(subject) {
      for (const { entry, path } of upcomingEntries(subject)) {
        if (isBlank(entry["backFields"])) yield inPass(path, { name: nameOf(entry) });
      }
    },
  },
  {
    id: "upcoming-image-url",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [ENTRY_TYPE_REFERENCE],
    *check(subject) {
      for (const { image, path } of remoteImages(subject)) {
        // The lower-case names of the Apple tool have a rule of their own; here only their values matter.
        const urlKey = image["URL"] === undefined ? "url" : "URL";
        const url = image[urlKey];
        if (typeof url !== "string" || parseAbsoluteUrl(url)?.protocol !== "https:") {
          yield inPass(url === undefined ? path : [...path, urlKey], { problem: `URL is ${shown(url)}, not an https address` });
        }
        const digestKey = image["SHA256"] === undefined ? "sha256" : "SHA256";
        const digest = image[digestKey];
        if (typeof digest !== "string" || !/^[0-9a-f]{64}$/iu.test(digest)) {
          const problem = `SHA256 is ${shown(digest)}, not 64 hexadecimal digits`;
          yield inPass(digest === undefined ? path : [...path, digestKey], { problem });
        }
      }
    },
  },
  {
    id: "upcoming-image-size",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [ENTRY_TYPE_REFERENCE],
    *check(subject) {
      for (const { image, path } of remoteImages(subject)) {
        const { size } = image;
        if (typeof size === "number" && size > MAX_IMAGE_BYTES) yield inPass([...path, "size"], { size });
      }
    },
  },
  {
    id: "upcoming-url-case",
    severity: "warning",
    effect: "loses",
    basis: "contradiction",
    confirmed: false,
    sources: [ENTRY_REFERENCE, SOURCES.passBuilder],
    *check(subject) {
      for (const { holder, path } of urlHolders(subject)) {
        for (const [key, documented] of [
          ["urls", "URLs"],
          ["url", "URL"],
          ["sha256", "SHA256"],
        ] as const) {
          if (holder[key] !== undefined && holder[documented] === undefined) yield inPass([...path, key], { key, documented });
        }
      }
    },
  },
  {
    id: "upcoming-reuse",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: true,
    sources: [ENTRY_REFERENCE, TESTS_IOS_26],
    *check(subject) {
      if (!subject.images.some(({ name }) => name === "venueMap")) return;
      for (const { entry, path } of upcomingEntries(subject)) {
        const { images } = entry;
        const map = isJsonObject(images) ? images["venueMap"] : undefined;
        const isGiven = isJsonObject(map) && (map["reuseExisting"] === true || !isBlank(map["URLs"] ?? map["urls"]));
        if (!isGiven) yield inPass(path, { name: nameOf(entry) });
      }
    },
  },
  ...ACTION_RULES,
];

function nameOf(entry: JsonObject): string {
  return shown(isBlank(entry["name"]) ? entry["identifier"] : entry["name"]);
}

interface RemoteImage {
  readonly image: JsonObject;
  readonly path: JsonPath;
}

/** The candidates of every image of every upcoming event. */
function* remoteImages(subject: CheckSubject): Generator<RemoteImage> {
  for (const { holder, path } of imageHolders(subject)) {
    const key = holder["URLs"] === undefined ? "urls" : "URLs";
    const list: JsonValue | undefined = holder[key];
    if (!isJsonArray(list)) continue;
    for (const [index, image] of list.entries()) if (isJsonObject(image)) yield { image, path: [...path, key, index] };
  }
}

interface Holder {
  readonly holder: JsonObject;
  readonly path: JsonPath;
}

function* imageHolders(subject: CheckSubject): Generator<Holder> {
  for (const { entry, path } of upcomingEntries(subject)) {
    const { images } = entry;
    if (!isJsonObject(images)) continue;
    for (const key of IMAGE_KEYS) {
      const holder = images[key];
      if (isJsonObject(holder)) yield { holder, path: [...path, "images", key] };
    }
  }
}

/** Every dictionary that may hold URLs, URL or SHA256. */
function* urlHolders(subject: CheckSubject): Generator<Holder> {
  for (const { entry, path } of upcomingEntries(subject)) yield { holder: entry, path };
  yield* imageHolders(subject);
  for (const { image, path } of remoteImages(subject)) yield { holder: image, path };
}
