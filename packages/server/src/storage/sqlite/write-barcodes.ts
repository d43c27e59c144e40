import type Database from "better-sqlite3";
import { DEFAULT_PROJECT } from "../issuer/issuer-storage.ts";
import type { IndexedPasses } from "../scans/scan-storage.ts";

/** What passes of one type say in their barcodes: by serial number, the hashes of all their messages. */
export type BarcodeRows = readonly { readonly serialNumber: string; readonly hashes: readonly string[] }[];

export interface BarcodeWriter {
  /** Of passes that were just made. */
  add(passType: string, rows: BarcodeRows): void;
  /** In the place of those that the passes had. */
  replace(passType: string, rows: BarcodeRows): void;
  /** What these say is found out later. */
  postpone(passType: string, serialNumbers: readonly string[]): void;
  /** Writes what was found out, of those that are at the same revision still. */
  index(input: IndexedPasses): void;
  /** Scanners without a network have to learn that these passes are not what they were. */
  touch(passType: string, serialNumbers: readonly string[], now: number): void;
}

export function createBarcodeWriter(database: Database.Database): BarcodeWriter {
  const owner = database.prepare<[string], string>("SELECT project_id FROM project_pass_types WHERE pass_type = ?").pluck();
  const insert = database.prepare<[string, string, string, string]>(`
    INSERT INTO pass_barcodes (project_id, message_hash, pass_type, serial_number) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const remove = database.prepare<[string, string]>("DELETE FROM pass_barcodes WHERE pass_type = ? AND serial_number = ?");
  const touch = database.prepare<[string, string, number]>(`
    INSERT INTO pass_uses (pass_type, serial_number, uses, inside, changed_at) VALUES (?, ?, 0, 0, ?)
    ON CONFLICT (pass_type, serial_number) DO UPDATE SET changed_at = excluded.changed_at`);

  const postpone = database.prepare<[string, string]>(
    "INSERT INTO unindexed_passes (pass_type, serial_number) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const settle = database.prepare<[string, string]>("DELETE FROM unindexed_passes WHERE pass_type = ? AND serial_number = ?");
  const revision = database
    .prepare<[string, string], number>("SELECT revision FROM pass_versions WHERE pass_type = ? AND serial_number = ?")
    .pluck();

  const add: BarcodeWriter["add"] = (passType, rows) => {
    if (rows.length === 0) return;
    const projectId = owner.get(passType) ?? DEFAULT_PROJECT;
    for (const { serialNumber, hashes } of rows) for (const hash of hashes) insert.run(projectId, hash, passType, serialNumber);
  };
  return {
    add,
    replace: (passType, rows) => {
      for (const { serialNumber } of rows) remove.run(passType, serialNumber);
      add(passType, rows);
    },
    postpone: (passType, serialNumbers) => {
      for (const serialNumber of serialNumbers) postpone.run(passType, serialNumber);
    },
    index: ({ passTypeIdentifier, passes, now }) => {
      for (const { serialNumber, revision: known, hashes } of passes) {
        if ((revision.get(passTypeIdentifier, serialNumber) ?? null) !== known) continue;
        // Another process was first.
        if (settle.run(passTypeIdentifier, serialNumber).changes === 0) continue;
        // Those of a pass that had some may be others now.
        if (remove.run(passTypeIdentifier, serialNumber).changes > 0) touch.run(passTypeIdentifier, serialNumber, now);
        add(passTypeIdentifier, [{ serialNumber, hashes }]);
      }
    },
    touch: (passType, serialNumbers, now) => {
      for (const serialNumber of serialNumbers) touch.run(passType, serialNumber, now);
    },
  };
}
