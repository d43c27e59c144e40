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
  // The passes that are wanted are looked up one by one: a join could be turned around, into a walk over all there are.
  const source = isForPostgres(queries)
    ? sql`
      cross join lateral (
        select * from passes p where p.pass_type = ${passTypeIdentifier} and p.serial_number = wanted.value offset 0
      ) v
      left join lateral (
        select external_id from pass_records r where r.pass_type = v.pass_type and r.serial_number = v.serial_number offset 0
      ) r on true`
    : sql`
      cross join pass_versions v on v.pass_type = ${passTypeIdentifier} and v.serial_number = wanted.value
      cross join pass_contents c on c.id = v.content_id
      left join pass_records r on r.pass_type = v.pass_type and r.serial_number = v.serial_number`;
  const content = sql.raw(isForPostgres(queries) ? "v" : "c");
  return sql<PassFacts>`
    select v.serial_number as "serialNumber", r.external_id as "externalId", ${content}.template_id as "templateId",
      ${content}.template_version as "templateVersion", v.revision as "revision", ${content}.voided as "voided",
      ${content}.expires_at as "expiresAt"
    from ${wanted} wanted ${source}
    order by wanted.place`.compile(queries);
}
