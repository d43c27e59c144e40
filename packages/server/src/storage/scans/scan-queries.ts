import { type CompiledQuery, type Kysely, sql } from "kysely";
import type { PassUse, ScanVerdict } from "../../scan/scan-verdict.ts";
import { compileOnce } from "../compiled.ts";
import type { PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { type BarcodeKeyRecord, SCAN_STORAGE_LIMITS, type ScanCount, type ScanRecord } from "./scan-storage.ts";

type Database = Kysely<Tables>;
type Dialect = "sqlite" | "postgres";

export const passesByMessage = (database: Database, options: { readonly projectId: string; readonly hash: string }) =>
  database
    .selectFrom("pass_barcodes")
    .where("project_id", "=", options.projectId)
    .where("message_hash", "=", options.hash)
    .orderBy("pass_type")
    .orderBy("serial_number")
    .limit(SCAN_STORAGE_LIMITS.candidates)
    .select(["pass_type as passTypeIdentifier", "serial_number as serialNumber"])
    .compile();

export const unindexedPasses = (database: Database, limit: number): CompiledQuery<PassKey> =>
  database
    .selectFrom("unindexed_passes")
    .orderBy("pass_type")
    .orderBy("serial_number")
    .limit(limit)
    .select(["pass_type as passTypeIdentifier", "serial_number as serialNumber"])
    .compile();

/** Ids count up with time, so the oldest need no index of their own. */
export const oldestScans = (database: Database, limit: number) =>
  database.selectFrom("scans").orderBy("id").limit(limit).select(["id", "received_at as receivedAt"]).compile();

export const dropScans = (database: Database, ids: readonly number[]): CompiledQuery =>
  database.deleteFrom("scans").where("id", "in", ids).compile();

/** The project that barcodes of a pass type are kept under follows the pass type. */
export const moveBarcodes = (database: Database, passType: string, projectId: string): CompiledQuery =>
  database
    .updateTable("pass_barcodes")
    .set({ project_id: projectId })
    .where("pass_type", "=", passType)
    .where("project_id", "<>", projectId)
    .compile();

const USE_COLUMNS = ["uses", "inside", "last_at as lastAt", "last_gate as lastGate", "last_scan as lastScanId"] as const;

/** A row of `pass_uses`. */
export interface UseRow extends Omit<PassUse, "inside"> {
  readonly inside: number;
}

/**
 * The uses of a pass, with a row of their own from now on. On PostgreSQL the row stays locked until the transaction ends: scanners
 * of one pass come one after the other, those of others pass by.
 */
export const holdUse = (database: Database, passTypeIdentifier: string, serialNumber: string): CompiledQuery<UseRow> =>
  database
    .insertInto("pass_uses")
    .values({
      pass_type: passTypeIdentifier,
      serial_number: serialNumber,
      uses: 0,
      inside: 0,
      last_at: null,
      last_gate: null,
      last_scan: null,
      changed_at: 0,
    })
    .onConflict((conflict) =>
      conflict.columns(["pass_type", "serial_number"]).doUpdateSet((row) => ({ uses: row.ref("pass_uses.uses") })),
    )
    .returning(USE_COLUMNS)
    .compile();

export const usesOf = (database: Database, passType: string, serialNumbers: readonly string[]) =>
  database
    .selectFrom("pass_uses")
    .where("pass_type", "=", passType)
    .where("serial_number", "in", serialNumbers)
    .select([...USE_COLUMNS, "serial_number as serialNumber"])
    .compile();

export const setUse = (database: Database, use: PassKey & UseRow & { readonly now: number }): CompiledQuery =>
  database
    .updateTable("pass_uses")
    .set({
      uses: use.uses,
      inside: use.inside,
      last_at: use.lastAt,
      last_gate: use.lastGate,
      last_scan: use.lastScanId,
      changed_at: use.now,
    })
    .where("pass_type", "=", use.passTypeIdentifier)
    .where("serial_number", "=", use.serialNumber)
    .compile();

/** What of a pass decides a scan. */
export interface ContentRow {
  readonly templateId: string;
  readonly templateVersion: number;
  readonly values: string;
  readonly voided: number;
  readonly expiresAt: number | null;
}

export function contentOf(database: Database, dialect: Dialect, { passTypeIdentifier, serialNumber }: PassKey) {
  const columns = sql`template_id AS "templateId", template_version AS "templateVersion", input_values AS "values", voided, expires_at AS "expiresAt"`;
  const query =
    dialect === "postgres"
      ? sql<ContentRow>`SELECT ${columns} FROM passes WHERE pass_type = ${passTypeIdentifier} AND serial_number = ${serialNumber}`
      : sql<ContentRow>`SELECT ${columns} FROM pass_contents WHERE id = (
          SELECT content_id FROM pass_versions WHERE pass_type = ${passTypeIdentifier} AND serial_number = ${serialNumber})`;
  return query.compile(database);
}

const SCAN_COLUMNS = [
  "id",
  "scan_id as scanId",
  "pass_type as passTypeIdentifier",
  "serial_number as serialNumber",
  "template_id as templateId",
  "at",
  "received_at as receivedAt",
  "gate",
  "direction",
  "offline",
  "verdict",
  "effect",
  "digest",
  "actor",
  "undone_at as undoneAt",
] as const;

/** A row of `scans`. */
export interface ScanRow extends PassKey {
  readonly id: number;
  readonly scanId: string;
  readonly templateId: string;
  readonly at: number;
  readonly receivedAt: number;
  readonly gate: string | null;
  readonly direction: string;
  readonly offline: number;
  readonly verdict: string;
  readonly effect: string;
  readonly digest: string;
  readonly actor: string;
  readonly undoneAt: number | null;
}

/** What undoing a scan takes back. */
export interface ScanEffect {
  readonly amount: number | null;
  readonly count: string | null;
  readonly balance: string | null;
  /** Whether it made the pass void. */
  readonly voided: boolean;
  /** Whether people are counted in and out. */
  readonly countsInside: boolean;
}

export function toScanRecord(row: ScanRow): ScanRecord {
  const { direction, offline, verdict, effect, digest: _digest, ...rest } = row;
  return {
    ...rest,
    direction: direction === "out" ? "out" : "in",
    offline: offline !== 0,
    verdict: JSON.parse(verdict) as Omit<ScanVerdict, "change">,
    amount: (JSON.parse(effect) as ScanEffect).amount,
  };
}

/** A scan as it is written. */
export interface NewScanRow extends Omit<ScanRow, "id" | "undoneAt"> {
  readonly projectId: string;
  readonly clientKey: string | null;
  readonly reason: string | null;
}

export const addScan = (database: Database, scan: NewScanRow): CompiledQuery<{ readonly id: number }> =>
  database
    .insertInto("scans")
    .values({
      scan_id: scan.scanId,
      project_id: scan.projectId,
      pass_type: scan.passTypeIdentifier,
      serial_number: scan.serialNumber,
      template_id: scan.templateId,
      at: scan.at,
      received_at: scan.receivedAt,
      gate: scan.gate,
      direction: scan.direction,
      offline: scan.offline,
      reason: scan.reason,
      verdict: scan.verdict,
      effect: scan.effect,
      client_key: scan.clientKey,
      digest: scan.digest,
      actor: scan.actor,
      undone_at: null,
      undone_by: null,
    })
    .returning("id")
    .compile();

export const scanByClientKey = (database: Database, projectId: string, clientKey: string): CompiledQuery<ScanRow> =>
  database
    .selectFrom("scans")
    .where("project_id", "=", projectId)
    .where("client_key", "=", clientKey)
    .select(SCAN_COLUMNS)
    .compile();

export const scanByName = (
  database: Database,
  options: { readonly projectId: string; readonly scanId: string },
): CompiledQuery<ScanRow> =>
  database
    .selectFrom("scans")
    .where("scan_id", "=", options.scanId)
    .where("project_id", "=", options.projectId)
    .select(SCAN_COLUMNS)
    .compile();

export function scansOf(
  database: Database,
  options: { readonly projectId: string; readonly pass?: PassKey; readonly before?: number; readonly limit: number },
): CompiledQuery<ScanRow> {
  let query = database.selectFrom("scans").where("project_id", "=", options.projectId);
  if (options.pass !== undefined) {
    const { passTypeIdentifier, serialNumber } = options.pass;
    query = query.where("pass_type", "=", passTypeIdentifier).where("serial_number", "=", serialNumber);
  }
  if (options.before !== undefined) query = query.where("id", "<", options.before);
  return query.orderBy("id", "desc").limit(options.limit).select(SCAN_COLUMNS).compile();
}

/** Scans of a pass that were let in and not undone, the newest first: what counts once another one is undone. */
export const lastAllowed = (database: Database, key: PassKey) =>
  database
    .selectFrom("scans")
    .where("pass_type", "=", key.passTypeIdentifier)
    .where("serial_number", "=", key.serialNumber)
    .where("reason", "is", null)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .select(["scan_id as scanId", "at", "gate", "direction"])
    .compile();

export const setUndone = (
  database: Database,
  scanId: string,
  undone: { readonly at: number; readonly by: string },
): CompiledQuery =>
  database.updateTable("scans").set({ undone_at: undone.at, undone_by: undone.by }).where("scan_id", "=", scanId).compile();

export const scanCounts = (
  database: Database,
  options: {
    readonly passTypeIdentifier: string;
    readonly templateId: string;
    readonly from: number;
    readonly until: number;
  },
): CompiledQuery<ScanCount> =>
  database
    .selectFrom("scans")
    .where("pass_type", "=", options.passTypeIdentifier)
    .where("template_id", "=", options.templateId)
    .where("at", ">=", options.from)
    .where("at", "<", options.until)
    .where("undone_at", "is", null)
    .groupBy(["gate", "reason"])
    .orderBy("gate")
    .orderBy("reason")
    .select(["gate", "reason", (counted) => counted.fn.countAll<number>().as("scans")])
    .compile();

export const changedUses = (
  database: Database,
  options: {
    readonly passTypeIdentifier: string;
    readonly since: number;
    readonly after: string;
    readonly limit: number;
  },
) =>
  database
    .selectFrom("pass_uses")
    .where("pass_type", "=", options.passTypeIdentifier)
    .where("changed_at", ">=", options.since)
    .where((row) => row.or([row("changed_at", ">", options.since), row("serial_number", ">", options.after)]))
    .orderBy("changed_at")
    .orderBy("serial_number")
    .limit(options.limit)
    .select(["serial_number as serialNumber", "changed_at as changedAt"])
    .compile();

export const barcodeKeysOf = (database: Database, projectId: string): CompiledQuery<BarcodeKeyRecord> =>
  database
    .selectFrom("barcode_keys")
    .where("project_id", "=", projectId)
    .orderBy("number")
    .select([
      "number",
      "kid",
      "public_key as publicKey",
      "sealed_key as sealedKey",
      "active_from as activeFrom",
      "created_at as createdAt",
      "retired_at as retiredAt",
    ])
    .compile();

export const addBarcodeKey = (database: Database, key: BarcodeKeyRecord & { readonly projectId: string }) =>
  database
    .insertInto("barcode_keys")
    .values({
      project_id: key.projectId,
      number: key.number,
      kid: key.kid,
      public_key: key.publicKey,
      sealed_key: key.sealedKey,
      active_from: key.activeFrom,
      created_at: key.createdAt,
      retired_at: key.retiredAt,
    })
    .onConflict((conflict) => conflict.columns(["project_id", "number"]).doNothing())
    .returning("number")
    .compile();

export const retireBarcodeKey = (database: Database, key: { readonly projectId: string; readonly number: number }, now: number) =>
  database
    .updateTable("barcode_keys")
    .set({ retired_at: now })
    .where("project_id", "=", key.projectId)
    .where("number", "=", key.number)
    .where("retired_at", "is", null)
    .compile();

/** The queries of a scan, their texts written once. */
export function compileScanQueries(database: Database, dialect: Dialect) {
  return {
    holdUse: compileOnce<PassKeyValues, UseRow>(["passTypeIdentifier", "serialNumber"], (key) =>
      holdUse(database, key.passTypeIdentifier, key.serialNumber),
    ),
    contentOf: compileOnce<PassKeyValues, ContentRow>(["passTypeIdentifier", "serialNumber"], (key) =>
      contentOf(database, dialect, key),
    ),
    scanByClientKey: compileOnce<{ projectId: string; clientKey: string }, ScanRow>(["projectId", "clientKey"], (key) =>
      scanByClientKey(database, key.projectId, key.clientKey),
    ),
    addScan: compileOnce<Plain<NewScanRow>, { readonly id: number }>(SCAN_VALUES, (scan) => addScan(database, scan)),
    setUse: compileOnce<Plain<PassKey & UseRow & { readonly now: number }>, unknown>(
      ["passTypeIdentifier", "serialNumber", "uses", "inside", "lastAt", "lastGate", "lastScanId", "now"],
      (use) => setUse(database, use),
    ),
  };
}

export type ScanQueries = ReturnType<typeof compileScanQueries>;

/** An interface is no record: its members could be added to. */
type Plain<T> = { [Name in keyof T]: T[Name] };
type PassKeyValues = Plain<PassKey>;

const SCAN_VALUES = [
  "scanId",
  "projectId",
  "passTypeIdentifier",
  "serialNumber",
  "templateId",
  "at",
  "receivedAt",
  "gate",
  "direction",
  "offline",
  "reason",
  "verdict",
  "effect",
  "clientKey",
  "digest",
  "actor",
] as const satisfies readonly (keyof NewScanRow)[];
