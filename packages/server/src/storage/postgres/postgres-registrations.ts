import { Tally } from "../statistics/tally.ts";
import type { OperationInput, OperationOutput } from "../storage-operations.ts";
import type { Statements } from "./connection.ts";
import { addDeviceActivity } from "./postgres-activity.ts";
import { countInstalled, endRegistrations } from "./postgres-holders.ts";
import { addCounts } from "./postgres-statistics.ts";
import { deviceNameOf } from "../webhooks/record-pass-events.ts";
import { recordPassEvents } from "./postgres-events.ts";
import { lockTags, takeTags } from "./postgres-tags.ts";

/**
 * Registers. A new registration is written under the lock of its pass type: a change of the pass that runs beside it has either
 * been committed, and so gives the registration a tag of its own, or comes after it and finds the device to be told.
 */
export async function register(
  statements: Statements,
  { registration, now }: OperationInput<"register">,
): Promise<OperationOutput<"register">> {
  const { passTypeIdentifier: passType, serialNumber, deviceLibraryIdentifier: device } = registration;
  const key = [passType, device, serialNumber];
  const known = await statements.query(
    "SELECT 1 FROM registrations WHERE pass_type = $1 AND device_id = $2 AND serial_number = $3",
    key,
    "is_registered",
  );
  if (known.length === 0 && !(await lockTags(statements, passType))) return "unknown-pass";
  let revision = await findRevision(statements, passType, serialNumber);
  if (revision === undefined) return "unknown-pass";
  await statements.query(
    `INSERT INTO devices AS d (pass_type, device_id, client, push_token, registered_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (pass_type, device_id) DO UPDATE SET client = excluded.client, push_token = excluded.push_token,
       registered_at = greatest(d.registered_at, excluded.registered_at)`,
    [passType, device, registration.client, registration.pushToken, now],
    "write_device",
  );
  if (known.length > 0) {
    // It may have been taken away since it was looked for: the device's row, locked now, keeps it from happening from here on.
    const still = await statements.query(
      "SELECT 1 FROM registrations WHERE pass_type = $1 AND device_id = $2 AND serial_number = $3",
      key,
      "is_registered",
    );
    if (still.length > 0) return "exists";
    await lockTags(statements, passType);
    // As it is under the lock: a change before it did not find the registration that was gone.
    revision = await findRevision(statements, passType, serialNumber);
  }
  const added = await statements.query(
    `INSERT INTO registrations (pass_type, device_id, serial_number, tag, registered_at) VALUES ($1, $2, $3, 0, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [...key, now],
    "add_registration",
  );
  if (added.length === 0) return "exists";
  if (revision !== undefined && revision > 1) {
    const tag = await takeTags(statements, passType, 1);
    await statements.query(
      "UPDATE registrations SET tag = $4 WHERE pass_type = $1 AND device_id = $2 AND serial_number = $3",
      [...key, tag],
      "tag_registration",
    );
  }
  await addDeviceActivity(statements, passType, device);
  const tally = new Tally();
  await countInstalled(statements, { passType, serialNumber }, tally);
  await addCounts(statements, tally, now);
  await recordPassEvents(statements, {
    type: "pass.installed",
    passTypeIdentifier: passType,
    at: now,
    passes: [{ serialNumber, data: { device: { id: deviceNameOf(passType, device), client: registration.client } } }],
  });
  return "created";
}

async function findRevision(statements: Statements, passType: string, serialNumber: string): Promise<number | undefined> {
  const [pass] = await statements.query<{ readonly revision: number }>(
    "SELECT revision FROM passes WHERE pass_type = $1 AND serial_number = $2",
    [passType, serialNumber],
    "revision",
  );
  return pass?.revision;
}

/** Takes a registration away, and the device with its last one. The device's row is locked first, as in {@link register}. */
export async function unregister(
  statements: Statements,
  { registration, now }: OperationInput<"unregister">,
): Promise<OperationOutput<"unregister">> {
  const { passTypeIdentifier: passType, serialNumber, deviceLibraryIdentifier: device } = registration;
  const [known] = await statements.query<{ readonly client: string }>(
    "SELECT client FROM devices WHERE pass_type = $1 AND device_id = $2 FOR UPDATE",
    [passType, device],
    "lock_device",
  );
  const tally = new Tally();
  const of = { passTypes: [passType], devices: [device], serialNumber };
  if ((await endRegistrations(statements, of, { cause: "unregistered", now, tally })).length === 0) return "absent";
  const left = await statements.query(
    "SELECT 1 FROM registrations WHERE pass_type = $1 AND device_id = $2 LIMIT 1",
    [passType, device],
    "has_registration",
  );
  if (left.length === 0) {
    await statements.query("DELETE FROM devices WHERE pass_type = $1 AND device_id = $2", [passType, device], "delete_device");
    await statements.query("DELETE FROM pushes WHERE pass_type = $1 AND device_id = $2", [passType, device], "delete_push");
  }
  await addCounts(statements, tally, now);
  const data = { device: { id: deviceNameOf(passType, device), client: known?.client ?? null }, reason: "unregistered" };
  await recordPassEvents(statements, {
    type: "pass.removed",
    passTypeIdentifier: passType,
    at: now,
    passes: [{ serialNumber, data }],
  });
  return "removed";
}
