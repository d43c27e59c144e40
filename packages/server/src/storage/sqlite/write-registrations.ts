import type Database from "better-sqlite3";
import { Tally } from "../statistics/tally.ts";
import type { ActivityWriter } from "./write-activity.ts";
import type { HolderWriter } from "./write-holders.ts";
import type { StatisticsWriter } from "./write-statistics.ts";
import { deviceNameOf } from "../webhooks/record-pass-events.ts";
import type { EventWriter } from "./write-events.ts";
import type { TagWriter } from "./write-tags.ts";
import type { StorageOperations } from "../storage-operations.ts";

/** Writes registrations; the push token is the device's, so that a new one counts for all of its passes of the type at once. */
export function createRegistrationWriter(
  database: Database.Database,
  writers: {
    readonly tags: TagWriter;
    readonly holders: HolderWriter;
    readonly activity: ActivityWriter;
    readonly count: StatisticsWriter;
    readonly events: EventWriter;
  },
): Pick<StorageOperations, "register" | "unregister"> {
  const { tags, holders, activity, count, events } = writers;
  const revisionOf = database
    .prepare<[string, string], number>("SELECT revision FROM pass_versions WHERE pass_type = ? AND serial_number = ?")
    .pluck();
  const writeDevice = database.prepare<[string, string, string, string, number]>(`
    INSERT INTO devices (pass_type, device_id, client, push_token, registered_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (pass_type, device_id) DO UPDATE SET client = excluded.client, push_token = excluded.push_token,
      registered_at = max(registered_at, excluded.registered_at)`);
  const setTag = database.prepare<[number, string, string, string]>(
    "UPDATE registrations SET tag = ? WHERE pass_type = ? AND device_id = ? AND serial_number = ?",
  );
  const hasAny = database
    .prepare<[string, string], number>("SELECT 1 FROM registrations WHERE pass_type = ? AND device_id = ? LIMIT 1")
    .pluck();
  const clientOf = database
    .prepare<[string, string], string>("SELECT client FROM devices WHERE pass_type = ? AND device_id = ?")
    .pluck();
  const deleteDevice = database.prepare<[string, string]>("DELETE FROM devices WHERE pass_type = ? AND device_id = ?");
  const deletePush = database.prepare<[string, string]>("DELETE FROM pushes WHERE pass_type = ? AND device_id = ?");

  return {
    register: ({ registration, now }) => {
      const { passTypeIdentifier: passType, serialNumber, deviceLibraryIdentifier: device } = registration;
      const revision = revisionOf.get(passType, serialNumber);
      if (revision === undefined) return "unknown-pass";
      writeDevice.run(passType, device, registration.client, registration.pushToken, now);
      const tally = new Tally();
      if (!holders.add({ passType, device, serialNumber }, now, tally)) return "exists";
      activity.addDevice(passType, device);
      count(tally, now);
      if (revision > 1) {
        // The device may hold an older revision, out of an old mail, and a tag that is newer than the pass: with a tag of its
        // own the registration comes up in the next list all the same.
        const sequence = tags.open(passType);
        setTag.run(sequence.next(), passType, device, serialNumber);
        sequence.close();
      }
      const data = { device: { id: deviceNameOf(passType, device), client: registration.client } };
      events.passes({ type: "pass.installed", passTypeIdentifier: passType, at: now, passes: [{ serialNumber, data }] });
      return "created";
    },
    unregister: ({ registration, now }) => {
      const { passTypeIdentifier: passType, serialNumber, deviceLibraryIdentifier: device } = registration;
      const tally = new Tally();
      if (!holders.end({ passType, device, serialNumber }, "unregistered", now, tally)) return "absent";
      count(tally, now);
      const data = { device: { id: deviceNameOf(passType, device), client: clientOf.get(passType, device) ?? null } };
      const passes = [{ serialNumber, data: { ...data, reason: "unregistered" } }];
      events.passes({ type: "pass.removed", passTypeIdentifier: passType, at: now, passes });
      if (hasAny.get(passType, device) === undefined) {
        deleteDevice.run(passType, device);
        deletePush.run(passType, device);
      }
      return "removed";
    },
  };
}
