import type { Kysely } from "kysely";
import { isSameToRule, judgeScan, type PassUse, type ScanVerdict, toUnits, undoValues, UNUSED } from "../../scan/scan-verdict.ts";
import { addAudit } from "../issuer/issuer-queries.ts";
import type { AuditEntry } from "../issuer/issuer-storage.ts";
import type { PassChange } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { recordPassEvents } from "../webhooks/record-pass-events.ts";
import { rowsOf, type StepsOf, type Work } from "../work.ts";
import {
  addBarcodeKey,
  barcodeKeysOf,
  dropScans,
  lastAllowed,
  oldestScans,
  retireBarcodeKey,
  scanByName,
  type ScanEffect,
  type ScanQueries,
  type ScanRow,
  setUndone,
  toScanRecord,
} from "./scan-queries.ts";
import {
  type BarcodeKeyRecord,
  type RedeemOrder,
  type RedeemResult,
  SCAN_STORAGE_LIMITS,
  type ScanRecord,
  type UndoOrder,
  type UndoResult,
} from "./scan-storage.ts";

/** What is written about signed barcodes' keys, alike in both databases. */
export interface BarcodeKeyOperations {
  readonly addBarcodeKey: (input: {
    readonly key: BarcodeKeyRecord & { readonly projectId: string };
    readonly audit: AuditEntry;
  }) => "added" | "exists";
  readonly retireBarcodeKey: (input: {
    readonly projectId: string;
    readonly kid: string;
    readonly now: number;
    readonly audit: AuditEntry;
  }) => "retired" | "absent" | "last";
  readonly trimScans: (input: { readonly before: number }) => { readonly deleted: number; readonly isDone: boolean };
}

/** Operations of which the change of the pass is written by each database in its own way. */
export interface ScanOperations {
  readonly redeem: (order: RedeemOrder) => RedeemResult;
  readonly undoScan: (order: UndoOrder) => UndoResult;
}

export function barcodeKeySteps(queries: Kysely<Tables>): StepsOf<BarcodeKeyOperations> {
  return {
    *addBarcodeKey({ key, audit }) {
      if ((yield* rowsOf(addBarcodeKey(queries, key))).length === 0) return "exists";
      yield addAudit(queries, audit);
      return "added";
    },
    *retireBarcodeKey({ projectId, kid, now, audit }) {
      const keys = yield* rowsOf(barcodeKeysOf(queries, projectId));
      const key = keys.find((one) => one.kid === kid);
      if (key === undefined) return "absent";
      if (key.retiredAt !== null) return "retired";
      // What signs now, or will: passes have to have a key that verifies.
      if (!keys.some(({ number, activeFrom }) => number > key.number && activeFrom <= now)) return "last";
      yield retireBarcodeKey(queries, { projectId, number: key.number }, now);
      yield addAudit(queries, audit);
      return "retired";
    },
    *trimScans({ before }) {
      const oldest = yield* rowsOf(oldestScans(queries, SCAN_STORAGE_LIMITS.trimmedAtOnce));
      const ids = oldest.filter(({ receivedAt }) => receivedAt < before).map(({ id }) => id);
      if (ids.length > 0) yield dropScans(queries, ids);
      return { deleted: ids.length, isDone: ids.length < SCAN_STORAGE_LIMITS.trimmedAtOnce };
    },
  };
}

/** Whether a rule's scans may change the pass itself: then all that changes passes of its type has to wait for it. */
export function mayChangePass({ rule }: RedeemOrder): boolean {
  return rule.count !== null || rule.balance !== null || rule.voidWhenUsedUp;
}

/** What a scan comes to: an answer already, or what is to be written. */
export type Redemption =
  | { readonly kind: "answer"; readonly result: RedeemResult }
  | { readonly kind: "write"; readonly verdict: ScanVerdict; readonly change: PassChange | null };

/** All that decides is read, and held against other scanners of the same pass until the end of the transaction. */
export function* beforeRedeem(queries: ScanQueries, order: RedeemOrder): Work<Redemption> {
  const { key, projectId, clientKey, digest, rule, scan } = order;
  const answer = (result: RedeemResult): Redemption => ({ kind: "answer", result });
  const { passTypeIdentifier, serialNumber } = key;
  const [use] = yield* rowsOf(queries.holdUse({ passTypeIdentifier, serialNumber }));
  const [known] = clientKey === null ? [] : yield* rowsOf(queries.scanByClientKey({ projectId, clientKey }));
  if (known !== undefined) {
    return answer(known.digest === digest ? { kind: "repeated", scan: toScanRecord(known) } : { kind: "key-reused" });
  }
  const [pass] = yield* rowsOf(queries.contentOf({ passTypeIdentifier, serialNumber }));
  if (pass === undefined) return answer({ kind: "unknown" });
  if (
    pass.templateId !== order.templateId ||
    pass.templateVersion !== order.templateVersion ||
    !isSameToRule(rule, pass.values, order.values)
  ) {
    return answer({ kind: "stale" });
  }
  const state: PassUse = use === undefined ? UNUSED : { ...use, inside: use.inside !== 0 };
  const verdict = judgeScan(rule, { ...pass, voided: pass.voided !== 0 }, state, scan);
  return {
    kind: "write",
    verdict,
    change: verdict.change === null ? null : { serialNumber, keepsBarcodes: true, ...verdict.change },
  };
}

/** What is written once the pass was changed. */
export function* afterRedeem(
  queries: Kysely<Tables>,
  scans: ScanQueries,
  order: RedeemOrder,
  given: ScanVerdict,
): Work<RedeemResult> {
  const { key, scan, rule, now } = order;
  const { change, ...verdict } = given;
  const effect: ScanEffect = {
    amount: scan.amount,
    count: rule.count,
    balance: rule.balance,
    voided: change?.voided ?? false,
    countsInside: rule.kind === "in-out",
  };
  const row: Omit<ScanRow, "id"> = {
    ...key,
    scanId: order.scanId,
    templateId: order.templateId,
    at: scan.at,
    receivedAt: now,
    gate: scan.gate,
    direction: scan.direction,
    offline: Number(order.offline),
    verdict: JSON.stringify(verdict),
    effect: JSON.stringify(effect),
    digest: order.digest,
    actor: order.actor,
    undoneAt: null,
  };
  const { projectId, clientKey } = order;
  const [added] = yield* rowsOf(scans.addScan({ ...row, projectId, clientKey, reason: verdict.reason }));
  if (verdict.reason === null) {
    const { uses, inside } = verdict;
    const last = { lastAt: scan.at, lastGate: scan.gate, lastScanId: order.scanId };
    yield scans.setUse({ ...key, uses, inside: Number(inside ?? false), ...last, now });
  }
  const record = toScanRecord({ ...row, id: added?.id ?? 0 });
  yield* recordScan(queries, record, now);
  return { kind: "decided", scan: record, changed: change !== null };
}

/** What undoing a scan comes to. */
export type Undoing =
  | { readonly kind: "answer"; readonly result: UndoResult }
  | { readonly kind: "write"; readonly scan: ScanRow; readonly use: PassUse; readonly change: PassChange | null };

export function* beforeUndo(queries: Kysely<Tables>, scans: ScanQueries, order: UndoOrder): Work<Undoing> {
  const { passTypeIdentifier, serialNumber } = order;
  const key = { passTypeIdentifier, serialNumber };
  const answer = (result: UndoResult): Undoing => ({ kind: "answer", result });
  const [scan] = yield* rowsOf(scanByName(queries, order));
  if (scan === undefined) return answer({ kind: "unknown" });
  const [row] = yield* rowsOf(scans.holdUse(key));
  const [pass] = yield* rowsOf(scans.contentOf(key));
  if (row === undefined || pass === undefined) return answer({ kind: "unknown" });
  if (scan.undoneAt !== null) return answer({ kind: "undone", scan: toScanRecord(scan), changed: false });
  const effect = JSON.parse(scan.effect) as ScanEffect;
  const { reason } = toScanRecord(scan).verdict;
  const isLast = row.lastScanId === scan.scanId;
  // Who is inside is what the last one said: one in the middle cannot be taken out.
  if (reason !== null || (effect.countsInside && !isLast)) return answer({ kind: "refused" });
  const wasIn = scan.direction === "in";
  const uses = Math.max(0, row.uses - (wasIn ? 1 : 0));
  const inside = effect.countsInside ? !wasIn : row.inside !== 0;
  const values =
    effect.count === null && effect.balance === null
      ? null
      : undoValues(pass.values, effect, { uses, amount: toUnits(effect.amount) === null ? null : effect.amount });
  const change: PassChange = {
    serialNumber,
    keepsBarcodes: true,
    ...(values !== null && values !== pass.values && { values }),
    ...(effect.voided && pass.voided !== 0 && { voided: false }),
  };
  const use = { ...row, uses, inside };
  return { kind: "write", scan, use, change: change.values !== undefined || change.voided !== undefined ? change : null };
}

export function* afterUndo(
  queries: Kysely<Tables>,
  scans: ScanQueries,
  { passTypeIdentifier, serialNumber, actor, now }: UndoOrder,
  { scan, use, change }: Extract<Undoing, { readonly kind: "write" }>,
): Work<UndoResult> {
  const key = { passTypeIdentifier, serialNumber };
  yield setUndone(queries, scan.scanId, { at: now, by: actor });
  const [last] = yield* rowsOf(lastAllowed(queries, key));
  const { uses, inside } = use;
  const before = { lastAt: last?.at ?? null, lastGate: last?.gate ?? null, lastScanId: last?.scanId ?? null };
  yield scans.setUse({ ...key, uses, inside: Number(inside), ...before, now });
  const record = toScanRecord({ ...scan, undoneAt: now });
  yield* recordScan(queries, record, now);
  return { kind: "undone", scan: record, changed: change !== null };
}

/** Tells whoever listens of a scan, let in or not, and of one that was undone. */
function* recordScan(queries: Kysely<Tables>, record: ScanRecord, now: number): Work<void> {
  const { passTypeIdentifier, serialNumber, verdict, undoneAt } = record;
  const { reason, uses, remaining, inside, balance } = verdict;
  const scan = {
    scanId: record.scanId,
    at: new Date(record.at).toISOString(),
    gate: record.gate,
    direction: record.direction,
    amount: record.amount,
    offline: record.offline,
    allowed: reason === null,
    reason,
    uses,
    remaining,
    inside,
    balance,
    undone: undoneAt !== null,
  };
  yield* recordPassEvents(queries, {
    type: "pass.scanned",
    passTypeIdentifier,
    at: now,
    passes: [{ serialNumber, data: { scan } }],
  });
}
