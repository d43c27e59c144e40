import type Database from "better-sqlite3";
import type { PushOutcome } from "../../push/push-queue.ts";
import { toPushRecord } from "../activity/push-record.ts";
import { ActiveShift, dayOf } from "../statistics/active-shift.ts";
import type { StorageOperations } from "../storage-operations.ts";

/** Writes what happened last. */
export interface ActivityWriter extends Pick<StorageOperations, "noteActivity" | "pruneActivity"> {
  /** What a push service said, in the transaction that completes the push. */
  recordPush(outcome: PushOutcome, now: number): void;
  /** A device registered: from now on there is a row for it. */
  addDevice(passType: string, device: string): void;
}

interface HeldPass {
  readonly serialNumber: string;
  readonly seenDay: number | null;
}

export function createActivityWriter(database: Database.Database): ActivityWriter {
  const notePass = database
    .prepare<[object], number | null>(`
      INSERT INTO pass_activity (pass_type, serial_number, downloaded_at, download_way, downloads, fetched_at, fetched_revision,
        fetches, unchanged_at, unchanged_revision, unchanged_since, unchanged, refused_at, refused_endpoint, refusals, stray_at,
        stray_path, strays)
      VALUES (:passTypeIdentifier, :serialNumber, :downloadedAt, :downloadWay, :downloads, :fetchedAt, :fetchedRevision, :fetches,
        :unchangedAt, :unchangedRevision, :unchangedSince, :unchanged, :refusedAt, :refusedEndpoint, :refusals, :strayAt,
        :strayPath, :strays)
      ON CONFLICT (pass_type, serial_number) DO UPDATE SET
        downloaded_at = coalesce(excluded.downloaded_at, downloaded_at),
        download_way = coalesce(excluded.download_way, download_way),
        downloads = downloads + excluded.downloads,
        fetched_at = coalesce(excluded.fetched_at, fetched_at),
        fetched_revision = coalesce(excluded.fetched_revision, fetched_revision),
        fetches = fetches + excluded.fetches,
        unchanged_at = coalesce(excluded.unchanged_at, unchanged_at),
        unchanged_revision = coalesce(excluded.unchanged_revision, unchanged_revision),
        unchanged_since = CASE WHEN excluded.unchanged_at IS NULL THEN unchanged_since ELSE excluded.unchanged_since END,
        unchanged = unchanged + excluded.unchanged,
        refused_at = coalesce(excluded.refused_at, refused_at),
        refused_endpoint = coalesce(excluded.refused_endpoint, refused_endpoint),
        refusals = refusals + excluded.refusals,
        stray_at = coalesce(excluded.stray_at, stray_at),
        stray_path = coalesce(excluded.stray_path, stray_path),
        strays = strays + excluded.strays
      RETURNING seen_day`)
    .pluck();
  const listedAt = database
    .prepare<[string, string], number | null>("SELECT listed_at FROM device_activity WHERE pass_type = ? AND device_id = ?")
    .pluck();
  const noteDevice = database.prepare(`
    UPDATE device_activity SET listed_at = :listedAt, listed_since = :listedSince, listed_tag = :listedTag, lists = lists + :lists,
      told_at = coalesce(:toldAt, told_at), told_tag = coalesce(:toldTag, told_tag)
    WHERE pass_type = :passTypeIdentifier AND device_id = :deviceLibraryIdentifier`);
  const held = database.prepare<[string, string], HeldPass>(`
    SELECT r.serial_number AS serialNumber, a.seen_day AS seenDay
    FROM (SELECT * FROM registrations WHERE pass_type = ? AND device_id = ? LIMIT -1) r
    LEFT JOIN pass_activity a ON a.pass_type = r.pass_type AND a.serial_number = r.serial_number`);
  const setSeen = database.prepare<[string, string, number]>(`
    INSERT INTO pass_activity (pass_type, serial_number, downloads, fetches, unchanged, refusals, strays, seen_day)
    VALUES (?, ?, 0, 0, 0, 0, 0, ?) ON CONFLICT (pass_type, serial_number) DO UPDATE SET seen_day = excluded.seen_day`);
  const templateOf = database
    .prepare<[string, string], string>(`
      SELECT c.template_id FROM pass_versions v CROSS JOIN pass_contents c ON c.id = v.content_id
      WHERE v.pass_type = ? AND v.serial_number = ?`)
    .pluck();
  const addActive = database.prepare(`
    INSERT INTO active_passes (pass_type, template_id, day, passes) VALUES (:passType, :templateId, :day, :passes)
    ON CONFLICT (pass_type, day, template_id) DO UPDATE SET passes = passes + excluded.passes`);
  const addDevice = database.prepare<[string, string]>(
    "INSERT INTO device_activity (pass_type, device_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const recordPush = database.prepare(`
    UPDATE device_activity SET push_at = :at, push_outcome = :outcome, push_status = :status, push_reason = :reason,
      push_apns_id = :apnsId, push_died_at = :diedAt, push_version = :version,
      accepted_at = coalesce(:acceptedAt, accepted_at), accepted_version = coalesce(:acceptedVersion, accepted_version),
      accepted = accepted + :accepted, refused = refused + :refused
    WHERE pass_type = :passType AND device_id = :device`);
  const pruneEnded = database.prepare<[number]>("DELETE FROM ended_registrations WHERE ended_at < ?");
  const pruneDevices = database.prepare(`
    DELETE FROM device_activity WHERE NOT EXISTS (
      SELECT 1 FROM devices d WHERE d.pass_type = device_activity.pass_type AND d.device_id = device_activity.device_id
    ) AND max(coalesce(listed_at, 0), coalesce(push_at, 0)) < :before`);

  function markSeen(passType: string, serialNumber: string, from: number | null, to: number, shift: ActiveShift): void {
    if (from !== null && from >= to) return;
    const templateId = templateOf.get(passType, serialNumber);
    if (templateId === undefined) return;
    setSeen.run(passType, serialNumber, to);
    shift.move({ passType, templateId }, from, to);
  }

  return {
    noteActivity: ({ passes, devices }) => {
      const shift = new ActiveShift();
      for (const note of passes) {
        const seenDay = notePass.get(note) ?? null;
        const seenAt = Math.max(note.fetchedAt ?? 0, note.unchangedAt ?? 0);
        if (seenAt > 0) markSeen(note.passTypeIdentifier, note.serialNumber, seenDay, dayOf(seenAt), shift);
      }
      for (const note of devices) {
        const key = [note.passTypeIdentifier, note.deviceLibraryIdentifier] as const;
        const before = listedAt.get(...key);
        // No such device: anyone may ask with any identifier, and is remembered for nothing.
        if (before === undefined) continue;
        noteDevice.run(note);
        const day = dayOf(note.listedAt);
        if (before !== null && dayOf(before) >= day) continue;
        for (const { serialNumber, seenDay } of held.all(...key)) markSeen(key[0], serialNumber, seenDay, day, shift);
      }
      for (const row of shift.rows()) addActive.run(row);
    },
    pruneActivity: ({ before }) => {
      pruneEnded.run(before);
      pruneDevices.run({ before });
    },
    recordPush: (outcome, now) => {
      recordPush.run(toPushRecord(outcome, now));
    },
    addDevice: (passType, device) => {
      addDevice.run(passType, device);
    },
  };
}
