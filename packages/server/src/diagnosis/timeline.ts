import type { PushActivity } from "../storage/activity/activity-storage.ts";
import { type PassFacts, shortDevice } from "./pass-facts.ts";

export const EVENT_KINDS = [
  "issued",
  "downloaded",
  "registered",
  "ended",
  "changed",
  "push-queued",
  "push-accepted",
  "push-refused",
  "listed",
  "fetched",
  "unchanged",
  "refused",
  "strayed",
  "log",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One thing that happened, or is to happen. Of what happens again and again the last time is known, and how often. */
export interface TimelineEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly kind: EventKind;
  readonly sentence: string;
  /** Shortened; null for what is not known to be of one device. */
  readonly device: string | null;
  readonly mark: "done" | "waiting" | "problem";
}

/** The story of a pass in the order of time. */
export function toTimeline(facts: PassFacts): readonly TimelineEvent[] {
  const events = [...issuing(facts), ...passEvents(facts), ...facts.story.holders.flatMap((one) => [...holderEvents(facts, one)])];
  for (const { deviceLibraryIdentifier, registeredAt, endedAt, cause, push } of facts.story.ended) {
    const device = shortDevice(deviceLibraryIdentifier);
    if (registeredAt !== null) events.push({ at: registeredAt, kind: "registered", sentence: "registered", device, mark: "done" });
    const words =
      cause === "unregistered" ? "unregistered: deleted, or automatic updates off" : "registration ended: push token dead";
    events.push({ at: endedAt, kind: "ended", sentence: words, device, mark: "problem" });
    const isHeld = facts.story.holders.some((holder) => holder.deviceLibraryIdentifier === deviceLibraryIdentifier);
    if (push !== null && !isHeld) events.push(pushEvent(push, device));
  }
  for (const { at, text, deviceLibraryIdentifier, cause } of facts.log) {
    const device = deviceLibraryIdentifier === null ? null : shortDevice(deviceLibraryIdentifier);
    events.push({ at, kind: "log", sentence: withoutNames(text.slice(0, 500)), device, mark: cause === null ? "done" : "problem" });
  }
  const order = (kind: EventKind) => EVENT_KINDS.indexOf(kind);
  return events.toSorted((one, two) => one.at - two.at || order(one.kind) - order(two.kind));
}

/** Identifiers of devices, and push tokens, are 32 hexadecimal digits and more: whoever has one can ask in a device's name. */
function withoutNames(text: string): string {
  return text.replaceAll(/\b([0-9a-f]{8})[0-9a-f]{24,}\b/giu, "$1…");
}

function* issuing({ createdAt, revisions, pass }: PassFacts): Generator<TimelineEvent> {
  const first = revisions.find(({ revision }) => revision === 1);
  const issuedAt = createdAt ?? (first === undefined ? null : first.modifiedAt * 1000);
  if (issuedAt !== null) {
    yield { at: issuedAt, kind: "issued", sentence: `issued from ${pass.templateId}`, device: null, mark: "done" };
  }
  for (const { revision, modifiedAt } of revisions) {
    if (revision === 1) continue;
    yield { at: modifiedAt * 1000, kind: "changed", sentence: `changed: revision ${revision}`, device: null, mark: "done" };
  }
}

function* passEvents({ story: { activity }, pass }: PassFacts): Generator<TimelineEvent> {
  if (activity === null) return;
  const { downloadedAt, fetchedAt, unchangedAt, refusedAt, strayAt } = activity;
  const event = (at: number, kind: EventKind, sentence: string, mark: TimelineEvent["mark"] = "done"): TimelineEvent => ({
    at,
    kind,
    sentence,
    device: null,
    mark,
  });
  if (downloadedAt !== null) {
    yield event(downloadedAt, "downloaded", `downloaded (${activity.downloadWay ?? "?"})${times(activity.downloads)}`);
  }
  if (fetchedAt !== null) {
    const isNewest = activity.fetchedRevision === pass.revision ? ", the newest" : "";
    yield event(fetchedAt, "fetched", `fetched: 200, revision ${activity.fetchedRevision}${isNewest}${times(activity.fetches)}`);
  }
  if (unchangedAt !== null) {
    yield event(unchangedAt, "unchanged", `asked again: 304, revision ${activity.unchangedRevision}${times(activity.unchanged)}`);
  }
  if (refusedAt !== null) {
    const words = `refused: 401 at ${activity.refusedEndpoint ?? "?"}${times(activity.refusals)}`;
    yield event(refusedAt, "refused", words, "problem");
  }
  if (strayAt !== null) {
    const words = `asked for at ${activity.strayPath ?? ""}/v1/…, which is no address of the service${times(activity.strays)}`;
    yield event(strayAt, "strayed", words, "problem");
  }
}

function* holderEvents({ pass }: PassFacts, holder: PassFacts["story"]["holders"][number]): Generator<TimelineEvent> {
  const device = shortDevice(holder.deviceLibraryIdentifier);
  const { registeredAt, listedAt, listedSince, listedTag, lists, queued, push, acceptedAt, accepted } = holder;
  if (registeredAt !== null) {
    yield { at: registeredAt, kind: "registered", sentence: `registered (${holder.client})`, device, mark: "done" };
  }
  if (acceptedAt !== null && (push === null || push.at !== acceptedAt || push.outcome !== "delivered")) {
    yield { at: acceptedAt, kind: "push-accepted", sentence: `push accepted${times(accepted)}`, device, mark: "done" };
  }
  if (push !== null) yield pushEvent(push, device, accepted);
  if (queued !== null) {
    const words = queued.isTaken ? "push being sent" : queued.attempts > 0 ? "push tried again" : "push due";
    yield { at: queued.dueAt, kind: "push-queued", sentence: words, device, mark: "waiting" };
  }
  if (listedAt !== null) {
    const since = listedSince === null ? "everything" : `what changed since tag ${listedSince}`;
    const answer =
      listedTag === null ? "nothing" : listedTag >= pass.tag ? `this pass, tag ${listedTag}` : `other passes, tag ${listedTag}`;
    yield { at: listedAt, kind: "listed", sentence: `asked for ${since}: told ${answer}${times(lists)}`, device, mark: "done" };
  }
}

function pushEvent(push: PushActivity, device: string, accepted = 0): TimelineEvent {
  const { at, outcome, status, reason, apnsId, diedAt } = push;
  const said = [status, reason].filter((word) => word !== null).join(" ");
  const traced = apnsId === null || apnsId === "" ? "" : ` (apns-id ${apnsId})`;
  if (outcome === "delivered") {
    return { at, kind: "push-accepted", sentence: `push accepted: ${said}${traced}${times(accepted)}`, device, mark: "done" };
  }
  const died = diedAt === null ? "" : `, token dead since ${new Date(diedAt).toISOString()}`;
  const mark = outcome === "retry" ? "waiting" : "problem";
  const words = outcome === "retry" ? "push not taken" : "push refused";
  return { at, kind: "push-refused", sentence: `${words}: ${said}${died}${traced}`, device, mark };
}

/** How often, where it was more than once. */
function times(count: number): string {
  return count > 1 ? `, ${count} times in all` : "";
}
