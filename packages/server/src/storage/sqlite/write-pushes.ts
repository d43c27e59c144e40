import type Database from "better-sqlite3";
import type { ClaimedPush, PushOutcome } from "../../push/push-queue.ts";
import type { PushWindow } from "../push-window.ts";
import { Tally } from "../statistics/tally.ts";
import { failuresOf, type PushFailure, toFailure } from "../webhooks/record-push-failures.ts";
import type { EventWriter } from "./write-events.ts";
import type { StorageOperations } from "../storage-operations.ts";
import type { ActivityWriter } from "./write-activity.ts";
import type { HolderWriter } from "./write-holders.ts";
import type { StatisticsWriter } from "./write-statistics.ts";

/** Queues the pushes of changed passes, in the transaction that changes them. */
export interface PushWriter extends Pick<StorageOperations, "claim" | "record"> {
  /** Gives the newest tag of each device that is to be told. */
  queue(options: {
    readonly passTypeIdentifier: string;
    readonly changed: readonly { readonly serialNumber: string; readonly tag: number }[];
    readonly window: PushWindow;
  }): Iterable<number>;
}

interface DueRow extends Omit<ClaimedPush, "pushToken"> {
  readonly pushToken: string | null;
}

interface DeviceRow {
  readonly pushToken: string;
  readonly registeredAt: number;
}

/**
 * The queue on SQLite. `due_at` of claimed work is the end of its lease: work whose worker died comes up again by itself.
 * `version` is the update tag of the newest change: it never comes again, so that a worker whose lease is over cannot complete
 * what was written after its claim.
 */
export function createPushWriter(
  database: Database.Database,
  {
    holders,
    activity,
    count,
    events,
  }: {
    readonly holders: HolderWriter;
    readonly activity: ActivityWriter;
    readonly count: StatisticsWriter;
    readonly events: EventWriter;
  },
): PushWriter {
  const devicesOf = database
    .prepare<[string, string], string>("SELECT device_id FROM registrations WHERE pass_type = ? AND serial_number = ?")
    .pluck();
  // Work that was claimed is due anew, for the push under way may have gone out before this change was committed. Work that
  // failed keeps the time it was put off to. All else goes at the earlier of both times.
  const write = database.prepare<[string, string, number, number]>(`
    INSERT INTO pushes (pass_type, device_id, due_at, attempts, version) VALUES (?, ?, ?, 0, ?)
    ON CONFLICT (pass_type, device_id) DO UPDATE SET
      due_at = CASE
        WHEN leased_by IS NOT NULL THEN excluded.due_at
        WHEN attempts > 0 THEN due_at
        ELSE min(due_at, excluded.due_at)
      END,
      version = max(version, excluded.version),
      leased_by = NULL`);

  const workingPassTypes = database.prepare<[], string>("SELECT id FROM pass_types WHERE paused_at IS NULL").pluck();
  const due = database.prepare<[string, number, number], DueRow>(`
    SELECT p.pass_type AS passTypeIdentifier, p.device_id AS deviceLibraryIdentifier, d.client AS deviceKind,
      d.push_token AS pushToken, p.attempts AS attempts, p.version AS version, d.registered_at AS registeredAt
    FROM pushes p LEFT JOIN devices d ON d.pass_type = p.pass_type AND d.device_id = p.device_id
    WHERE p.pass_type = ? AND p.due_at <= ? ORDER BY p.due_at LIMIT ?`);
  const lease = database.prepare<[number, string, string, string]>(
    "UPDATE pushes SET due_at = ?, leased_by = ? WHERE pass_type = ? AND device_id = ?",
  );
  const forget = database.prepare<[string, string]>("DELETE FROM pushes WHERE pass_type = ? AND device_id = ?");
  const complete = database.prepare<[string, string, number]>(
    "DELETE FROM pushes WHERE pass_type = ? AND device_id = ? AND version = ?",
  );
  const putOff = database.prepare(`
    UPDATE pushes SET attempts = :attempts, leased_by = NULL,
      due_at = CASE WHEN version = :version THEN :at ELSE max(due_at, :at) END
    WHERE pass_type = :passTypeIdentifier AND device_id = :deviceLibraryIdentifier
      AND (leased_by IS NULL OR leased_by = :worker)`);
  const device = database.prepare<[string, string], DeviceRow>(
    "SELECT push_token AS pushToken, registered_at AS registeredAt FROM devices WHERE pass_type = ? AND device_id = ?",
  );
  const deleteDevice = database.prepare<[string, string]>("DELETE FROM devices WHERE pass_type = ? AND device_id = ?");
  const redo = database.prepare<[number, string, string, number]>(
    "UPDATE pushes SET due_at = ?, attempts = 0, leased_by = NULL WHERE pass_type = ? AND device_id = ? AND version = ?",
  );

  function queue({ passTypeIdentifier, changed, window }: Parameters<PushWriter["queue"]>[0]): Iterable<number> {
    if (window === null) return [];
    const tags = new Map<string, number>();
    for (const { serialNumber, tag } of changed) {
      for (const id of devicesOf.all(passTypeIdentifier, serialNumber)) tags.set(id, Math.max(tag, tags.get(id) ?? 0));
    }
    let index = 0;
    for (const [id, tag] of tags) {
      write.run(passTypeIdentifier, id, window.from + Math.floor((window.lengthMs * index) / tags.size), tag);
      index += 1;
    }
    return tags.values();
  }

  function claim({ worker, limit, now, leaseMs }: Parameters<StorageOperations["claim"]>[0]): readonly ClaimedPush[] {
    const passTypes = workingPassTypes.all();
    const claimed: ClaimedPush[] = [];
    // Begins at another pass type each time, so that none with endless work keeps the others waiting.
    const first = Math.floor(Math.random() * passTypes.length);
    for (let index = 0; index < passTypes.length && claimed.length < limit; index += 1) {
      const passType = passTypes[(first + index) % passTypes.length] ?? "";
      for (const row of due.all(passType, now, limit - claimed.length)) {
        const { pushToken } = row;
        if (pushToken === null) {
          forget.run(passType, row.deviceLibraryIdentifier);
        } else {
          lease.run(now + leaseMs, worker, passType, row.deviceLibraryIdentifier);
          claimed.push({ ...row, pushToken });
        }
      }
    }
    return claimed;
  }

  /** Passes whose registrations went with the device; null: it stays. */
  function bury(push: ClaimedPush, unregisteredAt: number | undefined, now: number, tally: Tally): readonly string[] | null {
    const key = [push.passTypeIdentifier, push.deviceLibraryIdentifier] as const;
    const known = device.get(...key);
    if (known === undefined) {
      forget.run(...key);
    } else if (known.pushToken !== push.pushToken) {
      // The device has given another token since: that one is to be told.
      redo.run(now, ...key, push.version);
    } else if (unregisteredAt !== undefined && known.registeredAt >= unregisteredAt) {
      complete.run(...key, push.version);
    } else {
      deleteDevice.run(...key);
      forget.run(...key);
      return holders.endAll({ passType: key[0], device: key[1] }, "token-dead", now, tally);
    }
    return null;
  }

  /** What went wrong for good; null: nothing did. */
  function settle(worker: string, outcome: PushOutcome, now: number, tally: Tally): PushFailure | null {
    const { push } = outcome;
    activity.recordPush(outcome, now);
    switch (outcome.kind) {
      case "delivered":
      case "failed":
        complete.run(push.passTypeIdentifier, push.deviceLibraryIdentifier, push.version);
        break;
      case "retry":
        putOff.run({
          attempts: push.attempts + 1,
          version: push.version,
          at: outcome.at,
          passTypeIdentifier: push.passTypeIdentifier,
          deviceLibraryIdentifier: push.deviceLibraryIdentifier,
          worker,
        });
        break;
      case "dead": {
        const removed = bury(push, outcome.unregisteredAt, now, tally);
        return removed === null ? null : toFailure(outcome, removed);
      }
    }
    return null;
  }

  return {
    queue,
    claim,
    record: ({ worker, outcomes, now }) => {
      const tally = new Tally();
      const dead = outcomes.map((outcome) => settle(worker, outcome, now, tally)).filter((failure) => failure !== null);
      count(tally, now);
      events.pushFailures([...dead, ...failuresOf(outcomes)], now);
    },
  };
}
