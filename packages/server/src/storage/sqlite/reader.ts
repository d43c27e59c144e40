import type Database from "better-sqlite3";
import type { CompiledQuery } from "kysely";
import type { PassKey, PassStore, PassVersion, RegistrationStore, StoredPass } from "../storage.ts";
import { createQueryRunner } from "./run-query.ts";

/** Reads beside the web server. The statements of the device endpoints are prepared once. */
export interface Reader {
  findVersion(key: PassKey): PassVersion | undefined;
  find(key: PassKey): StoredPass | undefined;
  listChanged(
    options: Parameters<RegistrationStore["listChanged"]>[0],
  ): { readonly serialNumbers: readonly string[]; readonly tag: number } | undefined;
  page(options: Parameters<PassStore["page"]>[0]): readonly StoredPass[];
  all<Row>(query: CompiledQuery<Row>): readonly Row[];
}

interface PassRow extends Omit<StoredPass, "voided"> {
  readonly voided: number;
}

interface ChangedRow {
  readonly serialNumber: string;
  readonly tag: number;
}

const PASS_COLUMNS = `
  v.pass_type AS passTypeIdentifier, v.serial_number AS serialNumber, v.authentication_token AS authenticationToken,
  v.revision AS revision, v.modified_at AS modifiedAt, v.tag AS tag, c.template_id AS templateId,
  c.template_version AS templateVersion, c.input_values AS "values", c.certificate_id AS certificateId, c.voided AS voided,
  c.expires_at AS expiresAt, c.personalization AS personalization`;

/**
 * Prepares the statements. CROSS JOIN keeps SQLite from turning the order of a join around.
 *
 * What a request looks for stands in a subquery of its own, which its LIMIT keeps apart from the join: of a join whose parameters
 * the planner may look at (ENABLE_STAT4), SQLite makes a new plan at each run, which takes five times as long as running it.
 */
export function createReader(database: Database.Database): Reader {
  const version = database.prepare<[string, string], PassVersion>(`
    SELECT authentication_token AS authenticationToken, revision, modified_at AS modifiedAt
    FROM pass_versions WHERE pass_type = ? AND serial_number = ?`);
  const pass = database.prepare<[string, string], PassRow>(`
    SELECT ${PASS_COLUMNS}
    FROM (SELECT * FROM pass_versions WHERE pass_type = ? AND serial_number = ? LIMIT 1) v
    CROSS JOIN pass_contents c ON c.id = v.content_id`);
  const changed = database.prepare<[string, string, number, number], ChangedRow>(`
    SELECT r.serial_number AS serialNumber, max(v.tag, r.tag) AS tag
    FROM (SELECT * FROM registrations WHERE pass_type = ? AND device_id = ? LIMIT -1) r
    CROSS JOIN pass_versions v ON v.pass_type = r.pass_type AND v.serial_number = r.serial_number
    WHERE v.tag > ? OR r.tag > ?`);
  const sequence = database.prepare<[string], number>("SELECT sequence FROM pass_types WHERE id = ?").pluck();
  const page = database.prepare<[string, string, number], PassRow>(`
    SELECT ${PASS_COLUMNS} FROM pass_versions v CROSS JOIN pass_contents c ON c.id = v.content_id
    WHERE v.pass_type = ? AND v.serial_number > ? ORDER BY v.serial_number LIMIT ?`);
  const pageOfTemplate = database.prepare<[string, string, string, number], PassRow>(`
    SELECT ${PASS_COLUMNS} FROM pass_contents c
    CROSS JOIN pass_versions v ON v.pass_type = c.pass_type AND v.serial_number = c.serial_number
    WHERE c.pass_type = ? AND c.template_id = ? AND c.serial_number > ? ORDER BY c.serial_number LIMIT ?`);

  return {
    findVersion: ({ passTypeIdentifier, serialNumber }) => version.get(passTypeIdentifier, serialNumber),
    find: ({ passTypeIdentifier, serialNumber }) => {
      const row = pass.get(passTypeIdentifier, serialNumber);
      return row === undefined ? undefined : toPass(row);
    },
    listChanged: ({ passTypeIdentifier, deviceLibraryIdentifier, since }) => {
      const list = (after: number) => changed.all(passTypeIdentifier, deviceLibraryIdentifier, after, after);
      let rows = list(since ?? -1);
      if (rows.length === 0 && since !== null && since > (sequence.get(passTypeIdentifier) ?? 0)) rows = list(-1);
      if (rows.length === 0) return undefined;
      return {
        serialNumbers: rows.map(({ serialNumber }) => serialNumber),
        tag: rows.reduce((newest, { tag }) => Math.max(newest, tag), 0),
      };
    },
    page: ({ passTypeIdentifier, templateId, after = "", limit }) =>
      (templateId === undefined
        ? page.all(passTypeIdentifier, after, limit)
        : pageOfTemplate.all(passTypeIdentifier, templateId, after, limit)
      ).map(toPass),
    all: createQueryRunner(database),
  };
}

function toPass(row: PassRow): StoredPass {
  return { ...row, voided: row.voided !== 0 };
}
