import { isJsonArray, isJsonObject, type JsonObject, type JsonPath } from "../../model/json.ts";
import { clip, inPass, shown } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { upcomingEntries } from "../semantic-places.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { isEmailAddress, isWebUrl, parseAbsoluteUrl } from "../values/url.ts";
import { WEB_SERVICE_RULES } from "./links-web-service.ts";

/** Keys whose value is a URL that Wallet opens, at the top of pass.json and in the `URLs` of an upcoming event. */
const URL_KEY = /URL$|^contactVenueWebsite$/u;
/** URL keys with rules of their own. */
const OTHER_URL_KEYS: ReadonlySet<string> = /* @__PURE__ */ new Set(["webServiceURL", "appLaunchURL"]);
const OPENED_SCHEMES: ReadonlySet<string> = /* @__PURE__ */ new Set(["tel:", "mailto:", "sms:"]);

/** Beyond this many bytes, private data for the app is better fetched by the app. */
const MAX_USER_INFO = 4096;

/** What leads out of the pass: the issuer's app, web pages, mail and telephone; and into it: the web service for updates. */
export const LINKS_RULES: readonly Rule[] = [
  {
    id: "launch-needs-store",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    *check({ pass }) {
      const { appLaunchURL, associatedStoreIdentifiers: ids } = pass;
      if (typeof appLaunchURL !== "string" || (isJsonArray(ids) && ids.length > 0)) return;
      yield inPass(["appLaunchURL"], { value: shown(appLaunchURL) });
    },
  },
  {
    id: "store-ids-number",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    narrows: ["json-number-string"],
    *check({ pass }) {
      for (const key of ["associatedStoreIdentifiers", "auxiliaryStoreIdentifiers"]) {
        const ids = pass[key];
        if (!isJsonArray(ids)) continue;
        for (const [index, id] of ids.entries()) {
          if (typeof id !== "number") yield inPass([key, index], { key, value: shown(id) });
        }
      }
    },
  },
  {
    id: "aux-store-scope",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass],
    *check({ pass, schemes }) {
      if (pass["auxiliaryStoreIdentifiers"] === undefined || schemes.includes("posterEventTicket")) return;
      yield inPass(["auxiliaryStoreIdentifiers"]);
    },
  },
  {
    id: "live-activity-app",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.boardingPass],
    *check({ pass, schemes }) {
      const ids = pass["associatedStoreIdentifiers"];
      if (!schemes.includes("semanticBoardingPass") || !isJsonArray(ids) || ids.length === 0) return;
      yield inPass(["associatedStoreIdentifiers"]);
    },
  },
  ...WEB_SERVICE_RULES,
  {
    id: "url-scheme",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    *check(subject) {
      for (const { object, path } of linkPlaces(subject)) {
        for (const [key, value] of Object.entries(object)) {
          if (!URL_KEY.test(key) || OTHER_URL_KEYS.has(key)) continue;
          if (value === undefined || value === null || isOpened(value)) continue;
          yield inPass([...path, key], { key, value: shown(value) });
        }
      }
    },
  },
  {
    id: "email-key",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    *check(subject) {
      for (const { object, path } of linkPlaces(subject)) {
        for (const key of ["contactVenueEmail", "transitProviderEmail"]) {
          const value = object[key];
          if (value === undefined || value === null || (typeof value === "string" && isEmailAddress(value))) continue;
          yield inPass([...path, key], { key, value: shown(value) });
        }
      }
    },
  },
  {
    id: "phone-key",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    *check(subject) {
      for (const { object, path } of linkPlaces(subject)) {
        for (const key of ["contactVenuePhoneNumber", "transitProviderPhoneNumber"]) {
          const value = object[key];
          if (value === undefined || value === null || (typeof value === "string" && isTelephoneNumber(value))) continue;
          yield inPass([...path, key], { key, value: shown(value) });
        }
      }
    },
  },
  {
    id: "grouping-style",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.bundleTopLevel],
    *check({ pass, style }) {
      if (pass["groupingIdentifier"] === undefined || pass["groupingIdentifier"] === null) return;
      if (style === null || style === "boardingPass" || style === "eventTicket") return;
      yield inPass(["groupingIdentifier"], { style });
    },
  },
  {
    id: "grouping-space",
    severity: "warning",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.generator],
    *check({ pass }) {
      const { groupingIdentifier } = pass;
      if (typeof groupingIdentifier !== "string" || !/\s/u.test(groupingIdentifier)) return;
      yield inPass(["groupingIdentifier"], { value: shown(groupingIdentifier) });
    },
  },
  {
    id: "userinfo-size",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.pass],
    *check({ document }) {
      const length = document?.rawText(["userInfo"])?.length ?? 0;
      if (length > MAX_USER_INFO) yield inPass(["userInfo"], { length });
    },
  },
  {
    id: "strip-shine",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.bundleTopLevel],
    *check({ pass }) {
      if (pass["suppressStripShine"] !== undefined)
        yield inPass(["suppressStripShine"], { value: shown(pass["suppressStripShine"]) });
    },
  },
];

interface LinkPlace {
  readonly object: JsonObject;
  readonly path: JsonPath;
}

function* linkPlaces(subject: CheckSubject): Generator<LinkPlace> {
  yield { object: subject.pass, path: [] };
  for (const { entry, path } of upcomingEntries(subject)) {
    const urls = entry["URLs"];
    if (isJsonObject(urls)) yield { object: urls, path: [...path, "URLs"] };
  }
}

function isOpened(value: unknown): boolean {
  const url = typeof value === "string" ? parseAbsoluteUrl(value) : null;
  return url !== null && (isWebUrl(url) || OPENED_SCHEMES.has(url.protocol));
}

/** Digits with the usual signs between them; letters only to name an extension. */
function isTelephoneNumber(text: string): boolean {
  const number = clip(text).replace(/(?:ext\.?|x)\s{0,3}\d{1,6}$/iu, "");
  return /\d/u.test(number) && /^[\d\s+()./*#,;-]+$/u.test(number);
}
