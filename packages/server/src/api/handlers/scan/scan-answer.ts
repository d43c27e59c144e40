import { scanWords } from "../../../scan/scan-words.ts";
import type { ScanFacts, ScanReason, ScanVerdict } from "../../../scan/scan-verdict.ts";
import type { ScanRecord } from "../../../storage/scans/scan-storage.ts";
import { toOptionalTime, toTime } from "../answers.ts";
import type { FoundPass } from "./find-scanned.ts";

export type Verdict = Omit<ScanVerdict, "change">;

/** Nobody was let in, and nothing was counted. */
export function refusal(reason: ScanReason): Verdict {
  return { reason, uses: 0, remaining: null, inside: null, balance: null, previous: null };
}

/** The answer to a scan. */
export function toScanResult(
  verdict: Verdict,
  scan: ScanFacts,
  found: FoundPass | null,
  { scanId, replayed }: { readonly scanId: string | null; readonly replayed: boolean },
) {
  const { reason, uses, remaining, inside, balance, previous } = verdict;
  const { at, gate, direction } = scan;
  return {
    scanId,
    allowed: reason === null,
    reason,
    message: scanWords(verdict, scan),
    at: toTime(at),
    gate,
    direction,
    uses,
    remaining,
    inside,
    balance,
    previous: previous === null ? null : { at: toTime(previous.at), gate: previous.gate, scanId: previous.scanId },
    pass: found === null ? null : toScannedPass(found),
    show: found?.rule.rule?.show ?? [],
    replayed,
  };
}

function toScannedPass({ pass, record }: FoundPass) {
  const { passTypeIdentifier, serialNumber, templateId } = pass;
  return { passTypeIdentifier, serialNumber, externalId: record?.externalId ?? null, templateId };
}

/** A scan in a list. */
export function toScan(scan: ScanRecord) {
  const { scanId, passTypeIdentifier, serialNumber, templateId, gate, direction, amount, offline, actor, verdict } = scan;
  return {
    scanId,
    passTypeIdentifier,
    serialNumber,
    templateId,
    at: toTime(scan.at),
    receivedAt: toTime(scan.receivedAt),
    gate,
    direction,
    amount,
    offline,
    allowed: verdict.reason === null,
    reason: verdict.reason,
    actor,
    undoneAt: toOptionalTime(scan.undoneAt),
  };
}
