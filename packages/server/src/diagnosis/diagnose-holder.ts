import type { HolderActivity } from "../storage/activity/activity-storage.ts";
import { type Finding, toFinding } from "./finding-words.ts";
import { currentSince, dueTag, isTold, type PassFacts, shortDevice } from "./pass-facts.ts";
import { NO_SERVICE, TOPIC_REASONS } from "./push-reasons.ts";

/** So long a phone that is on may take for its next step. Milliseconds. */
export const PATIENCE_MS = 120_000;

/** A push that is due is taken within seconds; so long it may wait behind others. Milliseconds. */
const QUEUE_MS = 60_000;

/** Where the way of the newest revision to one device ends; null: it went all of it, or there is nothing to tell. */
export function diagnoseHolder(facts: PassFacts, holder: HolderActivity): Finding | null {
  if (facts.pass.revision === 1) return null;
  if (isTold(facts, holder)) return diagnoseFetch(facts, holder);
  // Somebody pulled: the newest revision is there whatever became of the push. Whose GET it was is known of one device alone.
  const since = currentSince(facts);
  const isPulled = facts.story.holders.length === 1 && since !== null && since >= facts.pass.modifiedAt * 1000;
  const finding = diagnosePush(facts, holder);
  return isPulled && finding !== null && HARMLESS_WHEN_PULLED.has(finding.code) ? null : finding;
}

const HARMLESS_WHEN_PULLED: ReadonlySet<string> = new Set(["never-listed", "push-not-asked", "just-pushed", "push-paced"]);

function diagnoseFetch(facts: PassFacts, { deviceLibraryIdentifier, toldAt, listedAt }: HolderActivity): Finding | null {
  if (currentSince(facts) !== null) return null;
  const device = shortDevice(deviceLibraryIdentifier);
  const at = toldAt ?? listedAt ?? facts.now;
  const code = facts.now - at > PATIENCE_MS ? "listed-not-fetched" : "just-listed";
  return toFinding(code, { device, at: toTime(at) }, [device]);
}

function diagnosePush(facts: PassFacts, holder: HolderActivity): Finding | null {
  const { now, pass, story } = facts;
  const { push, queued, client } = holder;
  const device = shortDevice(holder.deviceLibraryIdentifier);
  const about = (code: Finding["code"], params: Readonly<Record<string, string | number>> = {}) =>
    toFinding(code, { device, passTypeIdentifier: pass.passTypeIdentifier, serialNumber: pass.serialNumber, ...params }, [device]);
  const { reason = null, status = null } = push ?? {};
  if (queued !== null) {
    // Held back with all others of its pass type, which is told for all of them.
    if (story.paused !== null) return null;
    const at = toTime(queued.dueAt);
    if (queued.isTaken) return about("push-under-way");
    if (queued.dueAt < now - QUEUE_MS) return about("worker-absent", { at });
    if (queued.attempts > 0) return about("push-retrying", { count: queued.attempts, at, reason: reason ?? "no answer" });
    return queued.dueAt > now ? about("push-paced", { at }) : about("push-under-way");
  }
  if (push !== null && push.version >= pass.tag && push.outcome !== "delivered") {
    if (reason?.startsWith(NO_SERVICE) === true) return about("client-polls", { client });
    if (reason !== null && TOPIC_REASONS.has(reason)) return about("wrong-topic", { reason });
    return about("push-refused", { status: status ?? "", reason: reason ?? "no reason" });
  }
  const { acceptedAt, acceptedVersion } = holder;
  const isAccepted = acceptedAt !== null && (acceptedVersion ?? 0) >= pass.tag;
  // A device that came after the change lists by itself once it has registered.
  const toldAt = isAccepted ? acceptedAt : dueTag(facts, holder) > pass.tag ? holder.registeredAt : null;
  if (toldAt === null) return about("push-not-asked", { at: toTime(pass.modifiedAt * 1000) });
  return about(now - toldAt > PATIENCE_MS ? "never-listed" : "just-pushed", { at: toTime(toldAt) });
}

/** A moment as findings write it: UTC, to the second. */
export function toTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
