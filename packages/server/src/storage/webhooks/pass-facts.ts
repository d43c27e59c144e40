import { type CompiledQuery, type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";
import { isForPostgres, textsTable } from "./dialect.ts";

/** What an event tells of a pass: which one it is, and how it stands. Not its values, which may be about a person. */
export interface PassFacts {
  readonly serialNumber: string;
  readonly externalId: string | null;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly revision: number;
  readonly voided: number;
  /** Seconds since 1970. */
  readonly expiresAt: number | null;
}

/** Facts of passes of one pass type, in the order of their serial numbers as given. */
export function passFacts(
  queries: Kysely<Tables>,
  passTypeIdentifier: string,
  serialNumbers: readonly string[],
): CompiledQuery<PassFacts> {
  const wanted = textsTable(queries, serialNumbers);
  const source = isForPostgres(queries)
    ? sql`join passes v on v.pass_type = ${passTypeIdentifier} and v.serial_number = wanted.value
      cross join lateral (select v.template_id, v.template_version, v.voided, v.expires_at) c`
    : sql`cross join pass_versions v on v.pass_type = ${passTypeIdentifier} and v.serial_number = wanted.value
      cross join pass_contents c on c.id = v.content_id`;
  return sql<PassFacts>`
    select v.serial_number as "serialNumber", r.external_id as "externalId", c.template_id as "templateId",
      c.template_version as "templateVersion", v.revision as "revision", c.voided as "voided", c.expires_at as "expiresAt"
    from ${wanted} wanted ${source}
    left join pass_records r on r.pass_type = v.pass_type and r.serial_number = v.serial_number
    order by wanted.place`.compile(queries);
}
