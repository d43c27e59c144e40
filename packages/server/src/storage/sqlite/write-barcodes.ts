import type Database from "better-sqlite3";
import { DEFAULT_PROJECT } from "../issuer/issuer-storage.ts";

/** What passes of one type say in their barcodes: by serial number, the hashes of all their messages. */
export type BarcodeRows = readonly { readonly serialNumber: string; readonly hashes: readonly string[] }[];

export interface BarcodeWriter {
  /** Of passes that were just made. */
  add(passType: string, rows: BarcodeRows): void;
  /** In the place of those that the passes had. */
  replace(passType: string, rows: BarcodeRows): void;
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
    touch: (passType, serialNumbers, now) => {
      for (const serialNumber of serialNumbers) touch.run(passType, serialNumber, now);
    },
  };
}
