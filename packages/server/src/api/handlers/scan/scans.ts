import type * as z from "zod";
import type { ApiAnswer, ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../../contract/schemas.ts";
import { reachesPass } from "../../key-reach.ts";
import { allows } from "../../contract/scopes.ts";
import type { ScanFacts } from "../../../scan/scan-verdict.ts";
import { json, parseNumberCursor, toTime } from "../answers.ts";
import { findOwnTemplate } from "../own-template.ts";
import { redeemScan } from "./redeem-scan.ts";
import { refusal, toScan, toScanResult } from "./scan-answer.ts";

/** How far a scanner's clock may be ahead of ours. */
const AHEAD_MS = 5 * 60 * 1000;
/** How late a single scan may be told, as one that a scanner tried again and again. */
const LATE_MS = 24 * 60 * 60 * 1000;
/** How late scans made without a network may be told. */
const OFFLINE_LATE_MS = 30 * 24 * 60 * 60 * 1000;
/** How long whoever made a mistake at the door may mend it. */
const UNDO_MS = 15 * 60 * 1000;

export async function scanPass(call: ApiCall<unknown, z.output<typeof SCHEMAS.ScanRequest>>): Promise<ApiAnswer> {
  const { message, gate = null, direction = "in", amount = null, id, at, dryRun = false } = call.body;
  const when = at === undefined ? call.clock() : parseMoment("body.at", at, call.clock(), LATE_MS);
  const scan = { at: when, gate, direction, amount };
  const clientId = id ?? call.idempotencyKey;
  return json(await redeemScan(call, { message, scan, clientId, offline: false, dryRun }));
}

/** Reasons that say that somebody was let in twice, and not that the scanner let in whom it should not have. */
const CONFLICTS: ReadonlySet<string> = new Set(["already-used", "used-up", "already-inside", "not-inside", "balance-too-low"]);

/** Messages that are worked on at the same time. */
const WIDTH = 32;

export async function scanBatch(call: ApiCall<unknown, z.output<typeof SCHEMAS.ScanBatch>>): Promise<ApiAnswer> {
  const now = call.clock();
  const told = call.body.scans.map(({ message, gate = null, direction = "in", amount = null, id, at }, index) => ({
    index,
    id,
    message,
    scan: { at: parseMoment(`body.scans.${index}.at`, at, now, OFFLINE_LATE_MS), gate, direction, amount },
  }));
  // Scans of one barcode in the order in which they were made; of others it does not matter.
  const lanes = [...Map.groupBy(told, ({ message }) => message).values()].map((lane) =>
    lane.toSorted((one, two) => one.scan.at - two.scan.at),
  );
  type Item = Awaited<ReturnType<typeof redeemScan>> & { readonly id: string; readonly conflict: boolean };
  const items: Item[] = [];
  const work = lanes.values();
  const runLanes = async () => {
    for (const lane of work) {
      for (const { index, id, message, scan } of lane) {
        const result = await redeemScan(call, { message, scan, clientId: id, offline: true, dryRun: false }).catch(
          (error: unknown) => refuseReusedId(error, scan),
        );
        items[index] = { id, ...result, conflict: CONFLICTS.has(result.reason ?? "") };
      }
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, runLanes));
  const allowed = items.filter((item) => item.allowed).length;
  return json({ items, allowed, refused: items.length - allowed, conflicts: items.filter(({ conflict }) => conflict).length });
}

/** One id that was given twice must not keep all the others from being told. */
function refuseReusedId(error: unknown, scan: ScanFacts) {
  if (!(error instanceof ApiProblem) || error.problem !== "idempotency-key-reused") throw error;
  return toScanResult(refusal("id-reused"), scan, null, { scanId: null, replayed: false });
}

export async function undoScan(call: ApiCall): Promise<ApiAnswer> {
  const { storage, key, params, clock } = call;
  const scan = await storage.scans.find({ projectId: key.projectId, scanId: params["scanId"] ?? "" });
  if (scan === undefined || !reachesPass(call.reach, scan)) throw new ApiProblem("not-found", "There is no such scan.");
  if (clock() - scan.receivedAt > UNDO_MS && !allows(key.scopes, "admin")) {
    throw new ApiProblem("forbidden", "After 15 minutes this needs a key with the scope admin.");
  }
  const { passTypeIdentifier, serialNumber, scanId } = scan;
  const result = await storage.scans.undo(
    { passTypeIdentifier, serialNumber, scanId, projectId: key.projectId, actor: key.id },
    { now: clock(), push: { kind: "now" } },
  );
  switch (result.kind) {
    case "undone":
      if (result.changed) call.onPush();
      return json(toScan(result.scan));
    case "unknown":
      throw new ApiProblem("not-found", "There is no such scan.");
    case "refused":
      throw new ApiProblem("scan-not-undoable");
    default:
      return result satisfies never;
  }
}

const PAGE = 50;

export async function listScans(call: ApiCall<z.output<typeof QUERIES.scans>>): Promise<ApiAnswer> {
  const { passTypeIdentifier, serialNumber, limit = PAGE, cursor } = call.query;
  if ((passTypeIdentifier === undefined) !== (serialNumber === undefined)) {
    throw new ApiProblem("invalid-request", "passTypeIdentifier and serialNumber go together.");
  }
  const before = parseNumberCursor(cursor);
  const scans = await call.storage.scans.list({
    projectId: call.key.projectId,
    limit: limit + 1,
    ...(before !== undefined && { before }),
    ...(passTypeIdentifier !== undefined && serialNumber !== undefined && { pass: { passTypeIdentifier, serialNumber } }),
  });
  const page = scans.slice(0, limit);
  const items = page.filter((scan) => reachesPass(call.reach, scan));
  return json({ items: items.map(toScan), nextCursor: scans.length > limit ? String(page.at(-1)?.id) : null });
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function countScans(call: ApiCall<z.output<typeof QUERIES.scanCounts>>): Promise<ApiAnswer> {
  const { templateId, passTypeIdentifier } = await findOwnTemplate(call, call.params["templateId"] ?? "");
  const until = call.query.until === undefined ? call.clock() + 1 : Date.parse(call.query.until);
  const from = call.query.from === undefined ? until - DAY_MS : Date.parse(call.query.from);
  const rows = await call.storage.scans.counts({ passTypeIdentifier, templateId, from, until });
  const sum = (some: typeof rows) => some.reduce((total, { scans }) => total + scans, 0);
  const isAllowed = ({ reason }: (typeof rows)[number]) => reason === null;
  const gates = [...Map.groupBy(rows, ({ gate }) => gate)].map(([gate, some]) => {
    const allowed = sum(some.filter(isAllowed));
    return { gate, allowed, refused: sum(some) - allowed };
  });
  const refused = rows.filter((row) => !isAllowed(row));
  const reasons = [...Map.groupBy(refused, ({ reason }) => reason)].map(([reason, some]) => ({ reason, scans: sum(some) }));
  const allowed = sum(rows.filter(isAllowed));
  return json({ from: toTime(from), until: toTime(until), allowed, refused: sum(refused), gates, reasons });
}

/** @throws {ApiProblem} `invalid-request` for a time that no scanner can mean. */
function parseMoment(place: string, text: string, now: number, lateMs: number): number {
  const at = Date.parse(text);
  if (at <= now + AHEAD_MS && at >= now - lateMs) return Math.max(0, at);
  const message = at > now ? "lies ahead: set the scanner's clock" : `lies more than ${lateMs / DAY_MS} days back`;
  throw new ApiProblem("invalid-request", `${place} ${message}`, { faults: [{ place, message }] });
}
