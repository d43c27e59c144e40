import type { PushOutcome } from "../../push/push-queue.ts";
import type { DeviceNote, PassNote } from "../activity/activity-storage.ts";
import { type PushRecord, toPushRecord } from "../activity/push-record.ts";
import { ActiveShift, dayOf } from "../statistics/active-shift.ts";
import type { OperationInput } from "../storage-operations.ts";
import type { Statements } from "./connection.ts";

/** Columns of a note, with their type and the member that fills them. */
const PASS_COLUMNS = [
  ["pass_type", "text", "passTypeIdentifier"],
  ["serial_number", "text", "serialNumber"],
  ["downloaded_at", "bigint", "downloadedAt"],
  ["download_way", "text", "downloadWay"],
  ["downloads", "bigint", "downloads"],
  ["fetched_at", "bigint", "fetchedAt"],
  ["fetched_revision", "bigint", "fetchedRevision"],
  ["fetches", "bigint", "fetches"],
  ["unchanged_at", "bigint", "unchangedAt"],
  ["unchanged_revision", "bigint", "unchangedRevision"],
  ["unchanged_since", "bigint", "unchangedSince"],
  ["unchanged", "bigint", "unchanged"],
  ["refused_at", "bigint", "refusedAt"],
  ["refused_endpoint", "text", "refusedEndpoint"],
  ["refusals", "bigint", "refusals"],
  ["stray_at", "bigint", "strayAt"],
  ["stray_path", "text", "strayPath"],
  ["strays", "bigint", "strays"],
] as const satisfies readonly (readonly [string, "text" | "bigint", keyof PassNote])[];

const PUSH_COLUMNS = [
  ["pass_type", "text", "passType"],
  ["device_id", "text", "device"],
  ["at", "bigint", "at"],
  ["outcome", "text", "outcome"],
  ["status", "bigint", "status"],
  ["reason", "text", "reason"],
  ["apns_id", "text", "apnsId"],
  ["died_at", "bigint", "diedAt"],
  ["version", "bigint", "version"],
  ["accepted_at", "bigint", "acceptedAt"],
  ["accepted_version", "bigint", "acceptedVersion"],
  ["accepted", "bigint", "accepted"],
  ["refused", "bigint", "refused"],
] as const satisfies readonly (readonly [string, "text" | "bigint", keyof PushRecord])[];

const DEVICE_COLUMNS = [
  ["pass_type", "text", "passTypeIdentifier"],
  ["device_id", "text", "deviceLibraryIdentifier"],
  ["lists", "bigint", "lists"],
  ["listed_at", "bigint", "listedAt"],
  ["listed_since", "bigint", "listedSince"],
  ["listed_tag", "bigint", "listedTag"],
  ["told_at", "bigint", "toldAt"],
  ["told_tag", "bigint", "toldTag"],
] as const satisfies readonly (readonly [string, "text" | "bigint", keyof DeviceNote])[];

type Columns = readonly (readonly [name: string, type: string, member: string])[];

const namesOf = (columns: Columns) => columns.map(([name]) => name).join(", ");
const unnestOf = (columns: Columns) => `unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(", ")})`;
function arraysOf<Row>(columns: readonly (readonly [string, string, keyof Row & string])[], rows: readonly Row[]): unknown[][] {
  return columns.map(([, , member]) => rows.map((row) => row[member]));
}

const KEPT_UNLESS_GIVEN = [
  "downloaded_at",
  "download_way",
  "fetched_at",
  "fetched_revision",
  "unchanged_at",
  "unchanged_revision",
  "refused_at",
  "refused_endpoint",
  "stray_at",
  "stray_path",
] as const;
const ADDED = ["downloads", "fetches", "unchanged", "refusals", "strays"] as const;

const SQL = {
  notePasses: `INSERT INTO pass_activity AS a (${namesOf(PASS_COLUMNS)})
    SELECT c.* FROM ${unnestOf(PASS_COLUMNS)} AS c (${namesOf(PASS_COLUMNS)}) ORDER BY c.pass_type, c.serial_number
    ON CONFLICT (pass_type, serial_number) DO UPDATE SET
      ${KEPT_UNLESS_GIVEN.map((name) => `${name} = coalesce(excluded.${name}, a.${name})`).join(", ")},
      unchanged_since = CASE WHEN excluded.unchanged_at IS NULL THEN a.unchanged_since ELSE excluded.unchanged_since END,
      ${ADDED.map((name) => `${name} = a.${name} + excluded.${name}`).join(", ")}`,
  lockDevices: `SELECT a.pass_type AS "passType", a.device_id AS device, a.listed_at AS "listedAt"
    FROM unnest($1::text[], $2::text[]) AS c (pass_type, device_id)
    JOIN device_activity a ON a.pass_type = c.pass_type AND a.device_id = c.device_id
    ORDER BY a.pass_type, a.device_id FOR UPDATE OF a`,
  noteDevices: `UPDATE device_activity a SET listed_at = c.listed_at, listed_since = c.listed_since, listed_tag = c.listed_tag,
      lists = a.lists + c.lists, told_at = coalesce(c.told_at, a.told_at), told_tag = coalesce(c.told_tag, a.told_tag)
    FROM ${unnestOf(DEVICE_COLUMNS)} AS c (${namesOf(DEVICE_COLUMNS)})
    WHERE a.pass_type = c.pass_type AND a.device_id = c.device_id`,
  // Each row is locked by this, as those of notes are: nobody else moves its day meanwhile.
  touchHeld: `INSERT INTO pass_activity AS a (pass_type, serial_number, downloads, fetches, unchanged, refusals, strays)
    SELECT DISTINCT r.pass_type, r.serial_number, 0, 0, 0, 0, 0 FROM unnest($1::text[], $2::text[]) AS c (pass_type, device_id)
    JOIN registrations r ON r.pass_type = c.pass_type AND r.device_id = c.device_id ORDER BY r.pass_type, r.serial_number
    ON CONFLICT (pass_type, serial_number) DO UPDATE SET downloads = a.downloads
    RETURNING a.pass_type AS "passType", a.serial_number AS "serialNumber"`,
  moveSeen: `WITH due AS MATERIALIZED (
      SELECT a.pass_type, a.serial_number, a.seen_day, c.day, p.template_id
      FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (pass_type, serial_number, day)
      JOIN pass_activity a ON a.pass_type = c.pass_type AND a.serial_number = c.serial_number
      JOIN passes p ON p.pass_type = c.pass_type AND p.serial_number = c.serial_number
      WHERE a.seen_day IS NULL OR a.seen_day < c.day
    ), moved AS (
      UPDATE pass_activity a SET seen_day = due.day FROM due
      WHERE a.pass_type = due.pass_type AND a.serial_number = due.serial_number
    )
    SELECT pass_type AS "passType", template_id AS "templateId", seen_day AS "from", day AS "to", count(*) AS passes
    FROM due GROUP BY 1, 2, 3, 4`,
  addActive: `INSERT INTO active_passes AS t (pass_type, template_id, day, passes)
    SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])
    ON CONFLICT (pass_type, day, template_id) DO UPDATE SET passes = t.passes + excluded.passes`,
  recordPushes: `UPDATE device_activity a SET push_at = c.at, push_outcome = c.outcome, push_status = c.status,
      push_reason = c.reason, push_apns_id = c.apns_id, push_died_at = c.died_at, push_version = c.version,
      accepted_at = coalesce(c.accepted_at, a.accepted_at), accepted_version = coalesce(c.accepted_version, a.accepted_version),
      accepted = a.accepted + c.accepted, refused = a.refused + c.refused
    FROM ${unnestOf(PUSH_COLUMNS)} AS c (${namesOf(PUSH_COLUMNS)})
    WHERE a.pass_type = c.pass_type AND a.device_id = c.device_id`,
} as const;

/** Adds what processes noted. Locks rows in the order of their keys; where two wait for each other all the same, one begins again. */
export async function noteActivity(statements: Statements, { passes, devices }: OperationInput<"noteActivity">): Promise<void> {
  // What is lost in a crash of the database is a moment of what happened.
  await statements.query("SET LOCAL synchronous_commit = off", []);
  const seen = new Map<string, { readonly passType: string; readonly serialNumber: string; day: number }>();
  const see = (passType: string, serialNumber: string, day: number) => {
    const name = `${passType}\0${serialNumber}`;
    const known = seen.get(name);
    if (known === undefined) seen.set(name, { passType, serialNumber, day });
    else known.day = Math.max(known.day, day);
  };
  if (passes.length > 0) {
    await statements.query(SQL.notePasses, arraysOf(PASS_COLUMNS, passes), "note_passes");
    for (const note of passes) {
      const at = Math.max(note.fetchedAt ?? 0, note.unchangedAt ?? 0);
      if (at > 0) see(note.passTypeIdentifier, note.serialNumber, dayOf(at));
    }
  }
  const day = devices.reduce((newest, { listedAt }) => Math.max(newest, dayOf(listedAt)), 0);
  const fresh = devices.length === 0 ? [] : await noteDevices(statements, devices);
  if (fresh.length > 0) {
    const held = await statements.query<{ readonly passType: string; readonly serialNumber: string }>(
      SQL.touchHeld,
      [fresh.map(({ passType }) => passType), fresh.map(({ device }) => device)],
      "touch_held",
    );
    for (const { passType, serialNumber } of held) see(passType, serialNumber, day);
  }
  if (seen.size > 0) await countSeen(statements, [...seen.values()]);
}

/** Devices that asked for the first time on their day. */
async function noteDevices(statements: Statements, devices: readonly DeviceNote[]) {
  const known = await statements.query<{ readonly passType: string; readonly device: string; readonly listedAt: number | null }>(
    SQL.lockDevices,
    [devices.map((note) => note.passTypeIdentifier), devices.map((note) => note.deviceLibraryIdentifier)],
    "lock_devices",
  );
  if (known.length === 0) return [];
  await statements.query(SQL.noteDevices, arraysOf(DEVICE_COLUMNS, devices), "note_devices");
  const before = new Map(known.map(({ passType, device, listedAt }) => [`${passType}\0${device}`, listedAt]));
  return devices
    .filter((note) => {
      const listedAt = before.get(`${note.passTypeIdentifier}\0${note.deviceLibraryIdentifier}`);
      return listedAt !== undefined && (listedAt === null || dayOf(listedAt) < dayOf(note.listedAt));
    })
    .map((note) => ({ passType: note.passTypeIdentifier, device: note.deviceLibraryIdentifier }));
}

async function countSeen(
  statements: Statements,
  seen: readonly { readonly passType: string; readonly serialNumber: string; readonly day: number }[],
): Promise<void> {
  const moved = await statements.query<{
    readonly passType: string;
    readonly templateId: string;
    readonly from: number | null;
    readonly to: number;
    readonly passes: number;
  }>(
    SQL.moveSeen,
    [seen.map(({ passType }) => passType), seen.map(({ serialNumber }) => serialNumber), seen.map(({ day }) => day)],
    "move_seen",
  );
  const shift = new ActiveShift();
  for (const { from, to, passes, ...subject } of moved) shift.move(subject, from, to, passes);
  const rows = shift.rows();
  if (rows.length === 0) return;
  await statements.query(
    SQL.addActive,
    [
      rows.map(({ passType }) => passType),
      rows.map(({ templateId }) => templateId),
      rows.map(({ day }) => day),
      rows.map(({ passes }) => passes),
    ],
    "add_active",
  );
}

/** What push services said, in the transaction that completes the pushes. One outcome per device: a batch may hold two of one. */
export async function recordPushActivity(statements: Statements, outcomes: readonly PushOutcome[], now: number): Promise<void> {
  const records = outcomes.map((outcome) => toPushRecord(outcome, now));
  const last = new Map(records.map((record) => [`${record.passType}\0${record.device}`, record]));
  const inOrder = [...last].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, record]) => record);
  await statements.query(SQL.recordPushes, arraysOf(PUSH_COLUMNS, inOrder), "record_push_activity");
}

/** A device registered: from now on there is a row for it. */
export async function addDeviceActivity(statements: Statements, passType: string, device: string): Promise<void> {
  await statements.query(
    "INSERT INTO device_activity (pass_type, device_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    [passType, device],
    "add_device_activity",
  );
}

export async function pruneActivity(statements: Statements, { before }: OperationInput<"pruneActivity">): Promise<void> {
  await statements.query("DELETE FROM ended_registrations WHERE ended_at < $1", [before]);
  await statements.query(
    `DELETE FROM device_activity a
     WHERE greatest(coalesce(a.listed_at, 0), coalesce(a.push_at, 0)) < $1
       AND NOT EXISTS (SELECT 1 FROM devices d WHERE d.pass_type = a.pass_type AND d.device_id = a.device_id)`,
    [before],
  );
}
