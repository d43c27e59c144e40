import type Database from "better-sqlite3";
import type { EndCause } from "../activity/activity-storage.ts";
import type { Tally } from "../statistics/tally.ts";

/** Who holds which passes, with what is counted of it. */
export interface HolderWriter {
  /** False where the device is registered for the pass already. */
  add(registration: HolderKey, now: number, tally: Tally): boolean;
  /** False where there was no such registration. */
  end(registration: HolderKey, cause: EndCause, now: number, tally: Tally): boolean;
  /** All that a device has of a pass type; gives the serial numbers. */
  endAll(device: Omit<HolderKey, "serialNumber">, cause: EndCause, now: number, tally: Tally): readonly string[];
}

export interface HolderKey {
  readonly passType: string;
  readonly device: string;
  readonly serialNumber: string;
}

export function createHolderWriter(database: Database.Database): HolderWriter {
  const add = database.prepare<[string, string, string, number]>(`
    INSERT INTO registrations (pass_type, device_id, serial_number, tag, registered_at) VALUES (?, ?, ?, 0, ?)
    ON CONFLICT DO NOTHING`);
  const holders = database
    .prepare<[string, string], number>(
      "SELECT count(*) FROM (SELECT 1 FROM registrations WHERE pass_type = ? AND serial_number = ? LIMIT 2)",
    )
    .pluck();
  const templateOf = database
    .prepare<[string, string], string>(`
      SELECT c.template_id FROM pass_versions v CROSS JOIN pass_contents c ON c.id = v.content_id
      WHERE v.pass_type = ? AND v.serial_number = ?`)
    .pluck();
  const keep = database.prepare<[number, string, string, string, string]>(`
    INSERT OR REPLACE INTO ended_registrations (pass_type, serial_number, device_id, registered_at, ended_at, cause)
    SELECT pass_type, serial_number, device_id, registered_at, ?, ? FROM registrations
    WHERE pass_type = ? AND device_id = ? AND serial_number = ?`);
  const remove = database.prepare<[string, string, string]>(
    "DELETE FROM registrations WHERE pass_type = ? AND device_id = ? AND serial_number = ?",
  );
  const serialsOf = database
    .prepare<[string, string], string>("SELECT serial_number FROM registrations WHERE pass_type = ? AND device_id = ?")
    .pluck();

  function end({ passType, device, serialNumber }: HolderKey, cause: EndCause, now: number, tally: Tally): boolean {
    keep.run(now, cause, passType, device, serialNumber);
    if (remove.run(passType, device, serialNumber).changes === 0) return false;
    if (holders.get(passType, serialNumber) === 0) count(passType, serialNumber, "removed", tally);
    return true;
  }

  function count(passType: string, serialNumber: string, what: "installed" | "removed", tally: Tally): void {
    const templateId = templateOf.get(passType, serialNumber);
    if (templateId !== undefined) tally.add({ passType, templateId }, what);
  }

  return {
    add: ({ passType, device, serialNumber }, now, tally) => {
      if (add.run(passType, device, serialNumber, now).changes === 0) return false;
      if (holders.get(passType, serialNumber) === 1) count(passType, serialNumber, "installed", tally);
      return true;
    },
    end,
    endAll: ({ passType, device }, cause, now, tally) => {
      const serialNumbers = serialsOf.all(passType, device);
      for (const serialNumber of serialNumbers) end({ passType, device, serialNumber }, cause, now, tally);
      return serialNumbers;
    },
  };
}
