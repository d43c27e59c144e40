import type { ClaimedPush, PushOutcome } from "../../push/push-queue.ts";
import { Tally } from "../statistics/tally.ts";
import type { OperationInput } from "../storage-operations.ts";
import type { PushWindow } from "../push-window.ts";
import { failuresOf, type PushFailure, toFailure } from "../webhooks/record-push-failures.ts";
import { recordPushFailures } from "./postgres-events.ts";
import type { Statements } from "./connection.ts";
import { recordPushActivity } from "./postgres-activity.ts";
import { type EndedRegistration, endRegistrations } from "./postgres-holders.ts";
import { addCounts } from "./postgres-statistics.ts";

/**
 * Queues the pushes of changed passes, in the transaction that changes them, evenly over the window. Rules as on SQLite: claimed
 * work is due anew, work that failed keeps its time, else the earlier time counts. In the order of the key, as every statement
 * that locks several rows of the queue, so that two cannot wait for each other. Gives the newest tag of each device.
 */
export async function queuePushes(
  statements: Statements,
  passTypeIdentifier: string,
  changed: readonly { readonly serialNumber: string; readonly tag: number }[],
  window: PushWindow,
): Promise<readonly number[]> {
  if (window === null || changed.length === 0) return [];
  const told = await statements.query<{ readonly tag: number }>(
    `WITH told AS MATERIALIZED (
       SELECT r.device_id, max(c.tag) AS tag
       FROM unnest($2::text[], $3::bigint[]) AS c (serial_number, tag)
       JOIN registrations r ON r.pass_type = $1 AND r.serial_number = c.serial_number
       GROUP BY r.device_id
     ), queued AS (
     INSERT INTO pushes AS p (pass_type, device_id, due_at, attempts, version)
     SELECT $1, d.device_id, $4::bigint + ($5::bigint * (row_number() OVER (ORDER BY d.tag, d.device_id) - 1)) / count(*) OVER (), 0, d.tag
     FROM told d
     ORDER BY d.device_id
     ON CONFLICT (pass_type, device_id) DO UPDATE SET
       due_at = CASE
         WHEN p.leased_by IS NOT NULL THEN excluded.due_at
         WHEN p.attempts > 0 THEN p.due_at
         ELSE least(p.due_at, excluded.due_at)
       END,
       version = greatest(p.version, excluded.version),
       leased_by = NULL
     )
     SELECT tag FROM told`,
    [
      passTypeIdentifier,
      changed.map(({ serialNumber }) => serialNumber),
      changed.map(({ tag }) => tag),
      window.from,
      window.lengthMs,
    ],
    "queue_pushes",
  );
  return told.map(({ tag }) => tag);
}

interface ClaimedRow extends Omit<ClaimedPush, "pushToken"> {
  readonly pushToken: string | null;
}

/** Takes due work that nobody else is taking. Pass types in a new order each time, so that none with endless work starves others. */
export async function claimPushes(statements: Statements, input: OperationInput<"claim">): Promise<readonly ClaimedPush[]> {
  // A claim that is lost in a crash is one push sent twice: not worth a wait for the disk.
  await statements.query("SET LOCAL synchronous_commit = off", []);
  const rows = await statements.query<ClaimedRow>(
    `WITH working AS MATERIALIZED (SELECT id FROM pass_types WHERE paused_at IS NULL ORDER BY random()),
     due AS MATERIALIZED (
       SELECT p.pass_type, p.device_id FROM working t CROSS JOIN LATERAL (
         SELECT pass_type, device_id FROM pushes
         WHERE pass_type = t.id AND due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
       ) p LIMIT $2
     )
     UPDATE pushes p SET due_at = $3, leased_by = $4
     FROM due LEFT JOIN devices d ON d.pass_type = due.pass_type AND d.device_id = due.device_id
     WHERE p.pass_type = due.pass_type AND p.device_id = due.device_id
     RETURNING p.pass_type AS "passTypeIdentifier", p.device_id AS "deviceLibraryIdentifier", d.client AS "deviceKind",
       d.push_token AS "pushToken", p.attempts, p.version, d.registered_at AS "registeredAt"`,
    [input.now, input.limit, input.now + input.leaseMs, input.worker],
    "claim_pushes",
  );
  const claimed: ClaimedPush[] = [];
  const orphans: ClaimedRow[] = [];
  for (const row of rows) {
    const { pushToken } = row;
    if (pushToken === null) orphans.push(row);
    else claimed.push({ ...row, pushToken });
  }
  if (orphans.length > 0) await completePushes(statements, orphans);
  return claimed;
}

type PushKey = Pick<ClaimedPush, "passTypeIdentifier" | "deviceLibraryIdentifier" | "version">;

function columnsOf(pushes: readonly PushKey[]): readonly [string[], string[], number[]] {
  return [
    pushes.map(({ passTypeIdentifier }) => passTypeIdentifier),
    pushes.map(({ deviceLibraryIdentifier }) => deviceLibraryIdentifier),
    pushes.map(({ version }) => version),
  ];
}

/** Deletes work unless it was written again since. */
async function completePushes(statements: Statements, pushes: readonly PushKey[]): Promise<void> {
  await statements.query(
    `WITH done AS MATERIALIZED (
       SELECT p.pass_type, p.device_id FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (pass_type, device_id, version)
       JOIN pushes p ON p.pass_type = c.pass_type AND p.device_id = c.device_id AND p.version = c.version
       ORDER BY p.pass_type, p.device_id FOR UPDATE OF p
     )
     DELETE FROM pushes p USING done WHERE p.pass_type = done.pass_type AND p.device_id = done.device_id`,
    columnsOf(pushes),
    "complete_pushes",
  );
}

/** Writes what became of claimed pushes. */
export async function recordPushes(
  statements: Statements,
  { worker, outcomes, now }: { readonly worker: string; readonly outcomes: readonly PushOutcome[]; readonly now: number },
): Promise<void> {
  await recordPushActivity(statements, outcomes, now);
  const tally = new Tally();
  const done: ClaimedPush[] = [];
  const retries: Extract<PushOutcome, { kind: "retry" }>[] = [];
  const dead: Extract<PushOutcome, { kind: "dead" }>[] = [];
  for (const outcome of outcomes) {
    switch (outcome.kind) {
      case "delivered":
      case "failed":
        done.push(outcome.push);
        break;
      case "retry":
        retries.push(outcome);
        break;
      case "dead":
        dead.push(outcome);
        break;
    }
  }
  const gone = dead.length > 0 ? await buryPushes(statements, dead, now, tally) : [];
  if (done.length > 0) await completePushes(statements, done);
  if (retries.length > 0) {
    await statements.query(
      `UPDATE pushes p SET attempts = c.attempts, leased_by = NULL,
         due_at = CASE WHEN p.version = c.version THEN c.at ELSE greatest(p.due_at, c.at) END
       FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::bigint[]) AS c (pass_type, device_id, version, attempts, at)
       WHERE p.pass_type = c.pass_type AND p.device_id = c.device_id AND (p.leased_by IS NULL OR p.leased_by = $6)`,
      [
        ...columnsOf(retries.map(({ push }) => push)),
        retries.map(({ push }) => push.attempts + 1),
        retries.map(({ at }) => at),
        worker,
      ],
      "put_off_pushes",
    );
  }
  await addCounts(statements, tally, now);
  await recordPushFailures(statements, [...gone, ...failuresOf(outcomes)], now);
}

interface DeviceKey {
  readonly passType: string;
  readonly device: string;
}

/** Takes devices away whose token is dead; one that gave another token since is told by that. */
async function buryPushes(
  statements: Statements,
  dead: readonly Extract<PushOutcome, { kind: "dead" }>[],
  now: number,
  tally: Tally,
): Promise<readonly PushFailure[]> {
  const [passTypes, devices, versions] = columnsOf(dead.map(({ push }) => push));
  const tokens = dead.map(({ push }) => push.pushToken);
  const gone = await statements.query<DeviceKey>(
    `DELETE FROM devices d USING unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS c (pass_type, device_id, token, unregistered_at)
     WHERE d.pass_type = c.pass_type AND d.device_id = c.device_id AND d.push_token = c.token
       AND (c.unregistered_at IS NULL OR d.registered_at < c.unregistered_at)
     RETURNING d.pass_type AS "passType", d.device_id AS device`,
    [passTypes, devices, tokens, dead.map(({ unregisteredAt }) => unregisteredAt ?? null)],
    "bury_devices",
  );
  let removed: readonly EndedRegistration[] = [];
  if (gone.length > 0) {
    const keys = { passTypes: gone.map(({ passType }) => passType), devices: gone.map(({ device }) => device) };
    removed = await endRegistrations(statements, keys, { cause: "token-dead", now, tally });
    await statements.query(
      `DELETE FROM pushes t USING unnest($1::text[], $2::text[]) AS c (pass_type, device_id)
       WHERE t.pass_type = c.pass_type AND t.device_id = c.device_id`,
      [keys.passTypes, keys.devices],
      "bury_pushes",
    );
  }
  const failures = toFailures(dead, gone, removed);
  if (gone.length === dead.length) return failures;
  await statements.query(
    `UPDATE pushes p SET due_at = $5, attempts = 0, leased_by = NULL
     FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) AS c (pass_type, device_id, version, token)
     JOIN devices d ON d.pass_type = c.pass_type AND d.device_id = c.device_id AND d.push_token <> c.token
     WHERE p.pass_type = c.pass_type AND p.device_id = c.device_id AND p.version = c.version`,
    [passTypes, devices, versions, tokens, now],
    "redo_pushes",
  );
  await statements.query(
    `DELETE FROM pushes p USING unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) AS c (pass_type, device_id, version, token)
     WHERE p.pass_type = c.pass_type AND p.device_id = c.device_id AND p.version = c.version
       AND NOT EXISTS (
         SELECT 1 FROM devices d WHERE d.pass_type = c.pass_type AND d.device_id = c.device_id AND d.push_token <> c.token
       )`,
    [passTypes, devices, versions, tokens],
    "drop_pushes",
  );
  return failures;
}

/** Of pushes whose device went, with the passes that it held. */
function toFailures(
  dead: readonly Extract<PushOutcome, { kind: "dead" }>[],
  gone: readonly DeviceKey[],
  removed: readonly EndedRegistration[],
): readonly PushFailure[] {
  const nameOf = (passType: string, device: string) => `${passType}\0${device}`;
  const held = new Map(gone.map(({ passType, device }) => [nameOf(passType, device), [] as string[]]));
  for (const { passType, device, serialNumber } of removed) held.get(nameOf(passType, device))?.push(serialNumber);
  return dead.flatMap((outcome) => {
    const { passTypeIdentifier, deviceLibraryIdentifier } = outcome.push;
    const serialNumbers = held.get(nameOf(passTypeIdentifier, deviceLibraryIdentifier));
    return serialNumbers === undefined ? [] : [toFailure(outcome, serialNumbers)];
  });
}
