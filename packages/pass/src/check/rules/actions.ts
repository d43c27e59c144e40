import { FEATURED_ACTION_TYPES } from "../../model/enums.ts";
import { isJsonArray, isJsonObject, type JsonObject, type JsonPath } from "../../model/json.ts";
import { inPass, shown } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { isBlank } from "../semantic-places.ts";
import type { CheckSubject } from "../subject.ts";

const PLACE_REPORT = "https://github.com/tomasmcguinness/dotnet-passbook/issues/213";

const MAX_ACTIONS = 2;

/** Rules about `featuredActions`, the buttons under a pass (iOS 27). */
export const ACTION_RULES: readonly Rule[] = [
  {
    id: "actions-count",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.wwdc2026, SOURCES.passDesigner],
    *check(subject) {
      const list = subject.pass["featuredActions"];
      if (isJsonArray(list) && list.length > MAX_ACTIONS) yield inPass(["featuredActions"], { count: list.length });
    },
  },
  {
    id: "actions-id",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.wwdc2026],
    *check(subject) {
      const seen = new Set<string>();
      for (const { action, path } of actions(subject)) {
        const { identifier } = action;
        if (isBlank(identifier)) {
          yield inPass(path, { problem: "has no identifier" });
        } else if (typeof identifier !== "string") {
          yield inPass([...path, "identifier"], { problem: "has an identifier that is not text" });
        } else if (seen.has(identifier)) {
          yield inPass([...path, "identifier"], { problem: `repeats the identifier ${shown(identifier)}` });
        } else seen.add(identifier);
      }
    },
  },
  {
    id: "actions-type",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.wwdc2026, SOURCES.generator],
    *check(subject) {
      for (const { action, path } of actions(subject)) {
        const { type } = action;
        if (typeof type === "string" && (FEATURED_ACTION_TYPES as readonly string[]).includes(type)) continue;
        yield inPass(type === undefined ? path : [...path, "type"], { type: shown(type) });
      }
    },
  },
  {
    id: "actions-url",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.generator, SOURCES.wwdc2026],
    *check(subject) {
      for (const { action, path } of actions(subject)) {
        if (action["type"] !== "place" && isBlank(action["url"])) yield inPass(path, { type: shown(action["type"]) });
      }
    },
  },
  {
    id: "actions-call",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.wwdc2026],
    *check(subject) {
      for (const { action, path } of actions(subject)) {
        const { type, url } = action;
        if (type !== "call" || isBlank(url) || (typeof url === "string" && /^tel:/iu.test(url))) continue;
        yield inPass([...path, "url"], { url: shown(url) });
      }
    },
  },
  {
    id: "actions-place",
    severity: "warning",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.testsIos27, PLACE_REPORT],
    *check(subject) {
      for (const { action, path } of actions(subject)) if (action["type"] === "place") yield inPass([...path, "type"]);
    },
  },
  {
    id: "actions-scheme",
    severity: "warning",
    effect: "loses",
    basis: "community",
    confirmed: true,
    sources: [SOURCES.testsIos27],
    *check(subject) {
      const scheme = shownScheme(subject);
      if (scheme !== undefined && !isBlank(subject.pass["featuredActions"])) yield inPass(["featuredActions"], { scheme });
    },
  },
];

interface Action {
  readonly action: JsonObject;
  readonly path: JsonPath;
}

function* actions(subject: CheckSubject): Generator<Action> {
  const list = subject.pass["featuredActions"];
  if (!isJsonArray(list)) return;
  for (const [index, action] of list.entries()) if (isJsonObject(action)) yield { action, path: ["featuredActions", index] };
}

/** The scheme in which a current device draws the pass, as far as the style allows it. */
function shownScheme(subject: CheckSubject): string | undefined {
  if (subject.schemes.includes("posterEventTicket") && subject.styles.includes("eventTicket")) return "posterEventTicket";
  if (subject.schemes.includes("semanticBoardingPass") && subject.styles.includes("boardingPass")) return "semanticBoardingPass";
  return undefined;
}
