import { DEFAULT_PROJECT } from "../issuer/issuer-storage.ts";
import type { IndexedPasses } from "../scans/scan-storage.ts";
import type { Statements } from "./connection.ts";
import { lockTags } from "./postgres-tags.ts";

/** What passes of one type say in their barcodes: by serial number, the hashes of all their messages. */
type BarcodeRows = readonly { readonly serialNumber: string; readonly hashes: readonly string[] }[];

/** Of passes that were just made: one round trip, however many they are. */
export async function addBarcodes(statements: Statements, passType: string, rows: BarcodeRows): Promise<void> {
  const pairs = rows.flatMap(({ serialNumber, hashes }) => hashes.map((hash) => [hash, serialNumber] as const));
  if (pairs.length === 0) return;
  await statements.query(
    `INSERT INTO pass_barcodes (project_id, message_hash, pass_type, serial_number)
     SELECT coalesce((SELECT project_id FROM project_pass_types WHERE pass_type = $1), $2), c.hash, $1, c.serial_number
     FROM unnest($3::text[], $4::text[]) AS c (hash, serial_number) ON CONFLICT DO NOTHING`,
    [passType, DEFAULT_PROJECT, pairs.map(([hash]) => hash), pairs.map(([, serialNumber]) => serialNumber)],
    "add_barcodes",
  );
}

/** In the place of those that the passes had. */
export async function replaceBarcodes(statements: Statements, passType: string, rows: BarcodeRows): Promise<void> {
  if (rows.length === 0) return;
  await statements.query(
    "DELETE FROM pass_barcodes WHERE pass_type = $1 AND serial_number = ANY ($2::text[])",
    [passType, rows.map(({ serialNumber }) => serialNumber)],
    "drop_barcodes",
  );
  await addBarcodes(statements, passType, rows);
}

/** What these say is found out later. */
export async function postponeBarcodes(statements: Statements, passType: string, serialNumbers: readonly string[]): Promise<void> {
  if (serialNumbers.length === 0) return;
  await statements.query(
    `INSERT INTO unindexed_passes (pass_type, serial_number) SELECT DISTINCT $1::text, unnest($2::text[]) ON CONFLICT DO NOTHING`,
    [passType, serialNumbers],
    "postpone_barcodes",
  );
}

/** Writes what was found out, of those that are at the same revision still: whoever changes passes of the type waits meanwhile. */
export async function indexBarcodes(statements: Statements, { passTypeIdentifier, passes, now }: IndexedPasses): Promise<void> {
  await lockTags(statements, passTypeIdentifier);
  const same = await statements.query<{ readonly serialNumber: string; readonly isIndexed: boolean }>(
    `SELECT c.serial_number AS "serialNumber", EXISTS (
       SELECT 1 FROM pass_barcodes b WHERE b.pass_type = $1 AND b.serial_number = c.serial_number) AS "isIndexed"
     FROM unnest($2::text[], $3::bigint[]) AS c (serial_number, revision)
     JOIN unindexed_passes u ON u.pass_type = $1 AND u.serial_number = c.serial_number
     LEFT JOIN passes p ON p.pass_type = $1 AND p.serial_number = c.serial_number
     WHERE p.revision IS NOT DISTINCT FROM c.revision`,
    [passTypeIdentifier, passes.map(({ serialNumber }) => serialNumber), passes.map(({ revision }) => revision)],
    "same_revisions",
  );
  const serialNumbers = new Set(same.map(({ serialNumber }) => serialNumber));
  await replaceBarcodes(
    statements,
    passTypeIdentifier,
    passes.filter(({ serialNumber }) => serialNumbers.has(serialNumber)),
  );
  // Those of a pass that had some may be others now.
  const known = same.filter(({ isIndexed }) => isIndexed).map(({ serialNumber }) => serialNumber);
  await touchUses(statements, passTypeIdentifier, known, now);
  await statements.query(
    "DELETE FROM unindexed_passes WHERE pass_type = $1 AND serial_number = ANY ($2::text[])",
    [passTypeIdentifier, [...serialNumbers]],
    "settle_barcodes",
  );
}

/** Scanners without a network have to learn that these passes are not what they were. */
export async function touchUses(
  statements: Statements,
  passType: string,
  serialNumbers: readonly string[],
  now: number,
): Promise<void> {
  if (serialNumbers.length === 0) return;
  await statements.query(
    `INSERT INTO pass_uses (pass_type, serial_number, uses, inside, changed_at)
     SELECT $1::text, c.serial_number, 0, 0, $3::bigint FROM (
       SELECT DISTINCT unnest($2::text[]) AS serial_number ORDER BY 1
     ) AS c
     ON CONFLICT (pass_type, serial_number) DO UPDATE SET changed_at = excluded.changed_at`,
    [passType, serialNumbers, now],
    "touch_uses",
  );
}
