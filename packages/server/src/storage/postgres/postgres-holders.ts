import type { EndCause } from "../activity/activity-storage.ts";
import type { Tally } from "../statistics/tally.ts";
import type { Statements } from "./connection.ts";

/** A registration that was ended. */
export interface EndedRegistration {
  readonly passType: string;
  readonly device: string;
  readonly serialNumber: string;
}

interface CountedPass {
  readonly passType: string;
  readonly templateId: string;
}

/** Counts a pass as installed whose first registration this is. */
export async function countInstalled(
  statements: Statements,
  { passType, serialNumber }: { readonly passType: string; readonly serialNumber: string },
  tally: Tally,
): Promise<void> {
  const passes = await statements.query<CountedPass>(
    `SELECT p.pass_type AS "passType", p.template_id AS "templateId" FROM passes p
     WHERE p.pass_type = $1 AND p.serial_number = $2 AND (
       SELECT count(*) FROM (
         SELECT 1 FROM registrations r WHERE r.pass_type = p.pass_type AND r.serial_number = p.serial_number LIMIT 2
       ) held
     ) = 1`,
    [passType, serialNumber],
    "count_installed",
  );
  for (const pass of passes) tally.add(pass, "installed");
}

/**
 * Ends registrations of devices: of one pass where a serial number is given, else of all. What ended is kept, and passes that
 * nobody holds any more are counted.
 *
 * @returns what there was.
 */
export async function endRegistrations(
  statements: Statements,
  of: { readonly passTypes: readonly string[]; readonly devices: readonly string[]; readonly serialNumber?: string },
  { cause, now, tally }: { readonly cause: EndCause; readonly now: number; readonly tally: Tally },
): Promise<readonly EndedRegistration[]> {
  const ended = await statements.query<EndedRegistration>(
    `WITH gone AS (
       DELETE FROM registrations r USING unnest($1::text[], $2::text[]) AS c (pass_type, device_id)
       WHERE r.pass_type = c.pass_type AND r.device_id = c.device_id AND ($3::text IS NULL OR r.serial_number = $3)
       RETURNING r.pass_type, r.serial_number, r.device_id, r.registered_at
     ), kept AS (
       INSERT INTO ended_registrations AS e (pass_type, serial_number, device_id, registered_at, ended_at, cause)
       SELECT pass_type, serial_number, device_id, registered_at, $4::bigint, $5::text FROM gone
       ORDER BY pass_type, serial_number, device_id
       ON CONFLICT (pass_type, serial_number, device_id) DO UPDATE SET
         registered_at = excluded.registered_at, ended_at = excluded.ended_at, cause = excluded.cause
     )
     SELECT pass_type AS "passType", device_id AS device, serial_number AS "serialNumber" FROM gone`,
    [of.passTypes, of.devices, of.serialNumber ?? null, now, cause],
    "end_registrations",
  );
  if (ended.length === 0) return [];
  // As it is after the deletion, which the statement above cannot see.
  const left = await statements.query<CountedPass>(
    `SELECT p.pass_type AS "passType", p.template_id AS "templateId"
     FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS c (pass_type, serial_number)) c
     JOIN passes p ON p.pass_type = c.pass_type AND p.serial_number = c.serial_number
     WHERE NOT EXISTS (SELECT 1 FROM registrations r WHERE r.pass_type = c.pass_type AND r.serial_number = c.serial_number)`,
    [ended.map(({ passType }) => passType), ended.map(({ serialNumber }) => serialNumber)],
    "count_removed",
  );
  for (const pass of left) tally.add(pass, "removed");
  return ended;
}
