import { randomUUID } from "node:crypto";
import { judgeScan, type ScanFacts, toUnits, UNUSED } from "../../../scan/scan-verdict.ts";
import type { ScanRecord } from "../../../storage/scans/scan-storage.ts";
import type { ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import { digestOf, findScanned, type FoundPass } from "./find-scanned.ts";
import { refusal, toScanResult, type Verdict } from "./scan-answer.ts";

/** A scan as a client tells it. */
export interface ToldScan {
  readonly message: string;
  readonly scan: ScanFacts;
  /** What the client calls it; null: it has no name for it. */
  readonly clientId: string | null;
  readonly offline: boolean;
  readonly dryRun: boolean;
}

/** The pass may change between reading and writing; so often it is read again. */
const TRIES = 8;

/** Finds the pass, decides, keeps what was decided. */
export async function redeemScan(call: ApiCall, told: ToldScan) {
  const { message, scan, clientId, offline, dryRun } = told;
  if (scan.amount !== null && toUnits(scan.amount) === null) {
    const faults = [{ place: "body.amount", message: "has more than four decimals" }];
    throw new ApiProblem("invalid-request", "body.amount has more than four decimals", { faults });
  }
  const { storage, clock } = call;
  const { projectId, id: actor } = call.key;
  // When it was is no part of it: a scanner that asks again may look at its clock again.
  const digest = digestOf([message, scan.gate, scan.direction, scan.amount]);
  const clientKey = clientId === null ? null : digestOf([clientId]);
  for (let tries = 1; ; tries += 1) {
    const found = await findScanned(call, message);
    const { pass } = found;
    const rule = pass === null ? null : found.rule.rule;
    if (pass === null || rule === null) {
      // What was told before stays told, though the pass is gone or has another rule by now.
      const known = clientKey === null || dryRun ? undefined : await storage.scans.findByClientKey({ projectId, clientKey });
      if (known !== undefined && known.digest !== digest) throw new ApiProblem("idempotency-key-reused");
      const given = pass === null ? null : found;
      if (known !== undefined) return toResult(known, given);
      const reason = found.pass === null ? found.reason : (found.rule.reason ?? "no-rule");
      return toScanResult(refusal(reason), scan, given, { scanId: null, replayed: false });
    }
    if (dryRun) {
      const { change: _change, ...verdict } = await tryScan(call, found, scan);
      return toScanResult(verdict, scan, found, { scanId: null, replayed: false });
    }
    const { passTypeIdentifier, serialNumber, templateId, templateVersion, values } = pass;
    const result = await storage.scans.redeem(
      {
        key: { passTypeIdentifier, serialNumber },
        projectId,
        scanId: `scan_${randomUUID()}`,
        scan,
        offline,
        rule,
        templateId,
        templateVersion,
        values,
        clientKey,
        digest,
        actor,
      },
      { now: clock(), push: { kind: "now" } },
    );
    switch (result.kind) {
      case "decided":
        if (result.changed) call.onPush();
        return toScanResult(result.scan.verdict, scan, found, { scanId: result.scan.scanId, replayed: false });
      case "repeated":
        return toResult(result.scan, found);
      case "key-reused":
        throw new ApiProblem("idempotency-key-reused");
      case "unknown":
        return toScanResult(refusal("unknown"), scan, null, { scanId: null, replayed: false });
      case "stale":
        if (tries === TRIES) throw new ApiProblem("unavailable");
        break;
      default:
        result satisfies never;
    }
  }
}

/** The answer that was given before, with the pass as it is now. */
function toResult(scan: ScanRecord, found: FoundPass | null) {
  return toScanResult(scan.verdict satisfies Verdict, scan, found, { scanId: scan.scanId, replayed: true });
}

/** What would come of it now. */
async function tryScan({ storage }: ApiCall, { pass, rule }: FoundPass, scan: ScanFacts) {
  if (rule.rule === null) return { ...refusal(rule.reason), change: null };
  const uses = await storage.scans.uses(pass.passTypeIdentifier, [pass.serialNumber]);
  return judgeScan(rule.rule, pass, uses.get(pass.serialNumber) ?? UNUSED, scan);
}
