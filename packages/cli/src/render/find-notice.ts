import { comparePasses, type PassPackage } from "@passwright/pass";
import {
  assessRelevance,
  type DeviceNotice,
  NOTICE_WORDS,
  readRelevanceFacts,
  type RelevanceFacts,
  relevanceNotices,
  relevanceText,
  type Situation,
  updateNotices,
} from "@passwright/wallet";
import { UsageError } from "../exit-code.ts";

/** For whom a notice is written. */
export interface NoticeReader {
  readonly device: DeviceNotice["device"];
  /** BCP 47 tags, best first. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * What the lock screen says when a pass is updated from the version before.
 *
 * @throws {UsageError} when it says nothing.
 */
export function findUpdateNotice(before: PassPackage, after: PassPackage, reader: NoticeReader): DeviceNotice {
  const { languages, timeZone, now } = reader;
  const [locale = "en"] = languages;
  const { notice } = comparePasses(before, after, { locale, timeZone, now });
  return noticeOn(reader.device, updateNotices(titleOf(after), notice, NOTICE_WORDS));
}

/**
 * What the lock screen says when a pass is relevant: at its first place, and at its first time where the pass has times.
 *
 * @throws {UsageError} when it never comes up.
 */
export function findRelevanceNotice(pass: PassPackage, reader: NoticeReader): DeviceNotice {
  const facts = readRelevanceFacts(pass.data);
  const situation = situationOf(facts, reader.now);
  const { isRelevant, reasons, obstacles } = assessRelevance(facts, situation);
  if (!isRelevant) {
    const because = obstacles.map(({ kind }) => WHY_NOT[kind]).join(", and ");
    throw new UsageError(
      `the pass does not come up on the lock screen: ${because}`,
      "For the notice of an update, name the version before: --before OLD.pkpass",
    );
  }
  const { languages, timeZone } = reader;
  const holder = { locale: languages[0] ?? "en", languages, timeZone, now: situation.now };
  const { text } = relevanceText(pass.files, reasons, holder, NOTICE_WORDS);
  return noticeOn(reader.device, relevanceNotices(titleOf(pass), text));
}

const WHY_NOT = {
  voided: "it is voided",
  expired: "it has expired",
  "says-nothing": "it says nothing of when or where it is relevant",
  "place-missing": "it has a date and no place, and its style needs a place",
  "other-time": "its times are past",
  "other-place": "it is nowhere near its places",
} as const;

/** Where and when the pass would come up first. */
function situationOf({ locations: [place], beacons: [beacon], times }: RelevanceFacts, now: Date): Situation {
  const isNow = times.some(({ from, until }) => from <= now && now <= until);
  const next = times.find(({ from }) => from > now) ?? times[0];
  return {
    now: isNow || next === undefined ? now : next.at,
    place: place ?? null,
    beacons:
      beacon === undefined ? [] : [{ proximityUUID: beacon.proximityUUID, major: beacon.major ?? 0, minor: beacon.minor ?? 0 }],
  };
}

function titleOf({ data }: PassPackage): string {
  const { organizationName } = data;
  return typeof organizationName === "string" ? organizationName : "";
}

function noticeOn(device: DeviceNotice["device"], notices: readonly DeviceNotice[]): DeviceNotice {
  const found = notices.find((notice) => notice.device === device);
  if (found !== undefined) return found;
  throw new UsageError(
    "the update is silent: no changed field has a changeMessage",
    "passwright diff OLD NEW tells what changes, and why nothing is shown.",
  );
}
