import { EXPLANATIONS, INSTALL_MESSAGES } from "@passwright/wallet/protocol";
import type { DeviceLogEntry } from "../storage/storage.ts";
import { diagnoseHolder, PATIENCE_MS, toTime } from "./diagnose-holder.ts";
import { type Finding, sortFindings, toFinding } from "./finding-words.ts";
import { currentSince, isStale, type PassFacts, shortDevice } from "./pass-facts.ts";
import { TOPIC_REASONS } from "./push-reasons.ts";

/** What the diagnosis comes to. */
export const DIAGNOSES = ["up-to-date", "waiting", "broken"] as const;
export type DiagnosisStatus = (typeof DIAGNOSES)[number];

export interface Diagnosis {
  readonly status: DiagnosisStatus;
  /** The worst and most probable first; `up-to-date` where there is nothing else to say. */
  readonly findings: readonly Finding[];
}

type Rule = (facts: PassFacts) => Finding | readonly Finding[] | null;

/** Says where the way of a pass from its issuer to the phones is broken. */
export function diagnose(facts: PassFacts): Diagnosis {
  const found = RULES.flatMap((rule) => rule(facts) ?? []);
  const findings = sortFindings(mergeDevices(found));
  if (findings.some(({ severity }) => severity === "broken")) return { status: "broken", findings };
  if (findings.some(({ severity }) => severity === "waiting")) return { status: "waiting", findings };
  return { status: "up-to-date", findings: [upToDate(facts), ...findings] };
}

/** In the order of the way. Each looks at one link; which is told first is a matter of the table of words. */
const RULES: readonly Rule[] = [
  ({ served }) => (served.kind === "failed" ? toFinding("cannot-be-built", { reason: served.reason }) : null),
  ({ now, pass: { passTypeIdentifier }, certificate }) => {
    if (certificate === null || certificate.notAfter - now > CERTIFICATE_NOTICE_MS) return null;
    const code = certificate.notAfter <= now ? "certificate-expired" : "certificate-expires";
    return toFinding(code, { passTypeIdentifier, expiredAt: toTime(certificate.notAfter).slice(0, 10) });
  },
  ({ served }) => {
    if (served.kind === "failed" || (served.webServiceURL !== null && served.hasToken)) return null;
    return toFinding("no-web-service", { missing: served.webServiceURL === null ? "webServiceURL" : "authenticationToken" });
  },
  findStray,
  findRefusal,
  findLogFaults,
  findStaleCopy,
  findMissingHolder,
  ({ pass: { passTypeIdentifier }, story: { paused } }) => {
    if (paused === null) return null;
    const { reason } = paused;
    return toFinding(TOPIC_REASONS.has(reason) ? "wrong-topic" : "pushes-paused", {
      passTypeIdentifier,
      reason,
      at: toTime(paused.at),
    });
  },
  (facts) => facts.story.holders.flatMap((holder) => diagnoseHolder(facts, holder) ?? []),
  ({ pass }) => (pass.voided ? toFinding("voided") : null),
  ({ pass: { expiresAt }, now }) =>
    expiresAt !== null && expiresAt * 1000 <= now ? toFinding("expired", { at: toTime(expiresAt * 1000) }) : null,
  ({ lastChange }) => {
    if (lastChange === null || lastChange.notice !== "none") return null;
    if (lastChange.fields.length === 0) return toFinding("invisible-change");
    return toFinding("silent-change", { fields: lastChange.fields.join(", ") });
  },
];

const CERTIFICATE_NOTICE_MS = 30 * 24 * 60 * 60 * 1000;

/** When a device last came through to the service, by what is known of it. */
function lastContact({ story: { activity, holders } }: PassFacts): number {
  return Math.max(
    0,
    activity?.fetchedAt ?? 0,
    activity?.unchangedAt ?? 0,
    ...holders.map(({ registeredAt, listedAt }) => Math.max(registeredAt ?? 0, listedAt ?? 0)),
  );
}

function findStray(facts: PassFacts): Finding | null {
  const { story, served } = facts;
  const { strayAt = null, strayPath = null } = story.activity ?? {};
  if (strayAt === null || strayPath === null || strayAt < lastContact(facts)) return null;
  const { pathname: expected } = new URL(served.kind === "built" ? (served.webServiceURL ?? "http://x/") : "http://x/");
  const path = strayPath === "" ? "/" : strayPath;
  return toFinding(strayPath.endsWith("/v1") ? "address-doubled-v1" : "address-wrong-path", { path, expected });
}

function findRefusal(facts: PassFacts): Finding | null {
  const { refusedAt = null, refusedEndpoint, refusals } = facts.story.activity ?? {};
  if (refusedAt === null || refusedAt < lastContact(facts)) return null;
  return toFinding("token-mismatch", { endpoint: refusedEndpoint ?? "", count: refusals ?? 0 });
}

/** Messages after which the pass on the phone is as good as before. */
const REMARKS: ReadonlySet<string> = new Set([
  "ignored-if-modified-since",
  "unchanged-pass",
  "no-last-modified",
  "same-tag",
  "unregistered-serial",
]);

/** What devices wrote since the last change, each cause once. Anyone can write there: it says so, and is believed no further. */
function findLogFaults({ log, pass }: PassFacts): readonly Finding[] {
  const recent = log.filter(({ at, cause }) => cause !== null && at >= pass.modifiedAt * 1000);
  const byCause = new Map(recent.map((entry) => [entry.cause, entry]));
  return [...byCause.values()].map((entry) => {
    const words = wordsOf(entry);
    const devices = entry.deviceLibraryIdentifier === null ? [] : [shortDevice(entry.deviceLibraryIdentifier)];
    return toFinding(REMARKS.has(entry.cause ?? "") ? "device-remark" : "device-log", words, devices);
  });
}

function wordsOf({ cause, text }: DeviceLogEntry): { readonly cause: string; readonly fix: string } {
  const installation = INSTALL_MESSAGES.find(({ id }) => id === cause);
  if (installation !== undefined) return installation;
  const explanation = Object.entries(EXPLANATIONS).find(([id]) => id === cause)?.[1];
  return explanation ?? { cause: text.slice(0, 300), fix: "" };
}

function findStaleCopy({ pass, story: { activity } }: PassFacts): Finding | null {
  if (activity === null || activity.unchangedAt === null || activity.unchangedSince === null) return null;
  if (!isStale(pass, activity.unchangedSince) || (activity.fetchedAt ?? 0) > activity.unchangedAt) return null;
  return toFinding("stale-copy", {
    since: toTime(activity.unchangedSince * 1000),
    modifiedAt: toTime(pass.modifiedAt * 1000),
  });
}

/** Why nobody holds the pass. */
function findMissingHolder(facts: PassFacts): Finding | null {
  const { now, served, story } = facts;
  if (story.holders.length > 0) return null;
  const [ended] = story.ended;
  if (ended !== undefined) {
    const device = shortDevice(ended.deviceLibraryIdentifier);
    if (ended.cause === "unregistered") return toFinding("removed", { device, at: toTime(ended.endedAt) }, [device]);
    const { push } = ended;
    if (push?.reason !== null && push?.reason !== undefined && TOPIC_REASONS.has(push.reason)) {
      return toFinding("wrong-topic", { passTypeIdentifier: facts.pass.passTypeIdentifier, reason: push.reason }, [device]);
    }
    return toFinding(
      "push-token-dead",
      {
        device,
        status: push?.status ?? "",
        reason: push?.reason ?? "",
        since: toTime(push?.diedAt ?? ended.endedAt),
      },
      [device],
    );
  }
  const { downloadedAt = null, fetchedAt = null, downloads = 0, fetches = 0 } = story.activity ?? {};
  const handedOut = Math.max(downloadedAt ?? 0, fetchedAt ?? 0);
  const webServiceURL = served.kind === "built" ? (served.webServiceURL ?? "") : "";
  if (handedOut === 0) return toFinding("not-handed-out");
  if (now - handedOut <= PATIENCE_MS) return toFinding("just-handed-out");
  const address = URL.parse(webServiceURL);
  if (address !== null && isPrivateHost(address.hostname)) return toFinding("address-not-public", { webServiceURL });
  if (address?.protocol === "http:") return toFinding("no-https", { webServiceURL });
  return toFinding("never-registered", { count: downloads + fetches, at: toTime(handedOut), webServiceURL });
}

/** Hosts that only this machine or its network knows (RFC 1918, RFC 4193, RFC 6761, RFC 6762). */
function isPrivateHost(hostname: string): boolean {
  return (
    /^(?:localhost|.*\.(?:localhost|local|internal|test)|127\..*|10\..*|192\.168\..*|169\.254\..*|0\.0\.0\.0)$/iu.test(hostname) ||
    /^172\.(?:1[6-9]|2\d|3[01])\./u.test(hostname) ||
    /^\[(?:::1?|f[cd].*|fe80.*)\]$/iu.test(hostname)
  );
}

/** The same of several devices is one finding; what its sentence says is said of the first. */
function mergeDevices(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const name = finding.devices.length === 0 ? finding.sentence : finding.code;
    const known = merged.get(name);
    merged.set(name, known === undefined ? finding : { ...known, devices: [...known.devices, ...finding.devices] });
  }
  return [...merged.values()];
}

function upToDate(facts: PassFacts): Finding {
  const { holders } = facts.story;
  const since = currentSince(facts);
  const held = holders.length === 1 ? "one device holds it" : `${holders.length} devices hold it`;
  const devices = since === null ? held : `${held}, last asked at ${toTime(since)}`;
  return toFinding(
    "up-to-date",
    { revision: facts.pass.revision, devices },
    holders.map(({ deviceLibraryIdentifier }) => shortDevice(deviceLibraryIdentifier)),
  );
}
