import { sql, type Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { CountSpan } from "./count-storage.ts";
import { SLOT_MS } from "./tally.ts";

/** SQLite sums to an integer; PostgreSQL sums bigints to numeric, which comes as a text. */
const sumOf = (column: string) => sql<number>`cast(sum(${sql.ref(column)}) as bigint)`;

const SUMS = [
  sumOf("issued").as("issued"),
  sumOf("installed").as("installed"),
  sumOf("removed").as("removed"),
  sumOf("updated").as("updated"),
  sumOf("pushed").as("pushed"),
];

const SLOTS_OF_A_DAY = (24 * 60 * 60 * 1000) / SLOT_MS;

function inSpan(
  database: Kysely<Tables>,
  { passTypeIdentifier, templateId }: { readonly passTypeIdentifier: string; readonly templateId?: string },
  { from, to }: CountSpan,
) {
  const query = database
    .selectFrom("statistics")
    .where("pass_type", "=", passTypeIdentifier)
    .where("slot", ">=", Math.max(1, Math.ceil(from / SLOT_MS)))
    .where("slot", "<", Math.ceil(to / SLOT_MS));
  return templateId === undefined ? query : query.where("template_id", "=", templateId);
}

type Subject = Parameters<typeof inSpan>[1];

export function countsByDay(database: Kysely<Tables>, subject: Subject, span: CountSpan) {
  const offset = Math.round(span.offsetMs / SLOT_MS);
  const day = sql<number>`(slot + ${sql.lit(offset)}) / ${sql.lit(SLOTS_OF_A_DAY)}`;
  return inSpan(database, subject, span)
    .groupBy(["template_id", day])
    .orderBy(day)
    .orderBy("template_id")
    .select(["template_id as templateId", day.as("day"), ...SUMS])
    .compile();
}

export function countsBySource(database: Kysely<Tables>, subject: Subject, span: CountSpan) {
  return inSpan(database, subject, span)
    .groupBy(["template_id", "source"])
    .orderBy("source")
    .orderBy("template_id")
    .select(["template_id as templateId", "source", ...SUMS])
    .compile();
}

export function countTotals(database: Kysely<Tables>, passTypeIdentifier: string) {
  return database
    .selectFrom("statistics")
    .where("pass_type", "=", passTypeIdentifier)
    .groupBy("template_id")
    .orderBy("template_id")
    .select([
      "template_id as templateId",
      sumOf("issued").as("issued"),
      sql<number>`cast(sum(installed) - sum(removed) as bigint)`.as("installed"),
    ])
    .compile();
}

export function activePasses(database: Kysely<Tables>, passTypeIdentifier: string, sinceDay: number) {
  return database
    .selectFrom("active_passes")
    .where("pass_type", "=", passTypeIdentifier)
    .where("day", ">=", sinceDay)
    .groupBy("template_id")
    .select(["template_id as templateId", sumOf("passes").as("passes")])
    .compile();
}
