import type { JsonValue } from "../../model/json.ts";
import type { PassUpdate } from "../../compare/pass-update.ts";
import { inFile, inPass, ofPass, shown } from "../hit.ts";
import type { RuleOver } from "../rule.ts";
import { isBlank, passTag } from "../semantic-places.ts";
import { SOURCES } from "../sources.ts";
import { parseW3cDate } from "../values/date.ts";

const IDENTITY_KEYS = ["passTypeIdentifier", "serialNumber"] as const;
const PLANNED_TIMES = ["originalBoardingDate", "originalDepartureDate", "originalArrivalDate"] as const;

/** Rules about an update: two versions of a pass side by side. Where they point, they point into the newer one. */
export const UPDATE_RULES: readonly RuleOver<PassUpdate>[] = [
  {
    id: "id-stable",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.webService, SOURCES.distributing],
    *check({ before, after }) {
      for (const key of IDENTITY_KEYS) {
        const [was, is] = [before.pass[key], after.pass[key]];
        if (was !== is) yield inPass([key], { key, before: shown(was), after: shown(is) });
      }
    },
  },
  {
    id: "token-change",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.webService, SOURCES.guideUpdating],
    *check(update) {
      const { before, after } = update;
      const [was, is] = [before.pass["authenticationToken"], after.pass["authenticationToken"]];
      // Other identifiers make another pass, which may have another token. The tokens are secrets and are not told.
      if (isSamePass(update) && !isBlank(was) && was !== is)
        yield inPass(["authenticationToken"], { change: isBlank(is) ? "removes" : "changes" });
    },
  },
  {
    id: "boarding-original-changed",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.boardingPass, SOURCES.semanticTags],
    *check(update) {
      if (!isSamePass(update)) return;
      for (const tag of PLANNED_TIMES) {
        const was = passTag(update.before, tag);
        const is = passTag(update.after, tag);
        if (was === undefined || is === undefined || isSameTime(was.value, is.value)) continue;
        yield inPass(is.path, {
          tag,
          before: shown(was.value),
          after: shown(is.value),
          current: tag.replace("original", "current"),
        });
      }
    },
  },
  {
    id: "pers-left",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guidePersonalization],
    // A pass that nobody has signed up with keeps the form in every update; only where someone has is it a fault. An
    // update that brings the form back was personalized, too.
    check(update) {
      const wasThere = update.before.files.has(PERSONALIZATION_FILE);
      const isThere = update.after.files.has(PERSONALIZATION_FILE);
      return isSamePass(update) && isThere && (update.personalized || !wasThere) ? [inFile(PERSONALIZATION_FILE)] : [];
    },
  },
  {
    id: "ws-unchanged",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.webService],
    check: ({ isUnchanged }) => (isUnchanged ? [ofPass()] : []),
  },
];

const PERSONALIZATION_FILE = "personalization.json";

function isSamePass({ before, after }: PassUpdate): boolean {
  return IDENTITY_KEYS.every((key) => before.pass[key] === after.pass[key]);
}

/** One moment may be written in many ways. */
function isSameTime(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  const [first, second] = [one, other].map((value) => (typeof value === "string" ? parseW3cDate(value) : null));
  return first?.ok === true && second?.ok === true && first.date.getTime() === second.date.getTime();
}
