import { sql, type Compilable, type CompiledQuery, type Kysely } from "kysely";
import { fixedQuery } from "./fixed-query.ts";
import { STORAGE_LIMITS } from "./storage-limits.ts";
import type { DeviceLogEntry, PassKey, Personalization, Registration, StorageStatistics, TemplateVersion } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** A query that both databases answer alike, with the shape of its rows. */
function compile<Row>(query: Compilable<Row>): CompiledQuery<Row> {
  return query.compile();
}

/** Devices that hold a pass. */
export function registrationsOf(database: Kysely<Tables>, key: PassKey): CompiledQuery<Registration> {
  return compile(
    database
      .selectFrom("registrations as r")
      .innerJoin("devices as d", (join) => join.onRef("d.pass_type", "=", "r.pass_type").onRef("d.device_id", "=", "r.device_id"))
      .where("r.pass_type", "=", key.passTypeIdentifier)
      .where("r.serial_number", "=", key.serialNumber)
      .orderBy("r.device_id")
      .select([
        "r.pass_type as passTypeIdentifier",
        "r.serial_number as serialNumber",
        "r.device_id as deviceLibraryIdentifier",
        "d.client as client",
        "d.push_token as pushToken",
      ]),
  );
}

/** Newest entries of the device log first. */
export function deviceLogEntries(
  database: Kysely<Tables>,
  options: { readonly passTypeIdentifier?: string; readonly serialNumber?: string; readonly limit: number },
): CompiledQuery<DeviceLogEntry> {
  let query = database.selectFrom("device_log");
  if (options.passTypeIdentifier !== undefined) query = query.where("pass_type", "=", options.passTypeIdentifier);
  if (options.serialNumber !== undefined) query = query.where("serial_number", "=", options.serialNumber);
  return compile(
    query
      .orderBy("id", "desc")
      .limit(options.limit)
      .select([
        "at",
        "pass_type as passTypeIdentifier",
        "serial_number as serialNumber",
        "device_id as deviceLibraryIdentifier",
        "cause",
        "text",
      ]),
  );
}

/** The value of a setting. */
export function settingValue(database: Kysely<Tables>, name: string): CompiledQuery<{ readonly value: string }> {
  return compile(database.selectFrom("settings").where("name", "=", name).select("value"));
}

/** Sets a setting. */
export function writeSetting(database: Kysely<Tables>, name: string, value: string): CompiledQuery {
  return compile(
    database
      .insertInto("settings")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value })),
  );
}

/** Keeps a setting that is there, and sets one that is not: of several who do so at once one is first. */
export function claimSetting(database: Kysely<Tables>, name: string, value: string): CompiledQuery {
  return compile(
    database
      .insertInto("settings")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doNothing()),
  );
}

/** When the next push of a pass type that is not paused is due: one step into the index per pass type. */
export function nextDuePush(database: Kysely<Tables>): CompiledQuery<{ readonly due: number | null }> {
  return compile(
    database
      .selectFrom("pass_types as t")
      .where("t.paused_at", "is", null)
      .select(sql<number | null>`min((select min(p.due_at) from pushes p where p.pass_type = t.id))`.as("due")),
  );
}

/** Pushes up to (or after) a moment, counted no further than the limit in all: walks in the index, one pass type after the other. */
export function countPushes(database: Kysely<Tables>, side: "<=" | ">", now: number): CompiledQuery<{ readonly pushes: number }> {
  return compile(
    database
      .selectFrom((from) =>
        from
          .selectFrom("pass_types as t")
          // SQLite keeps this order, and so steps into the index for each type, where it would walk through all of it.
          .crossJoin("pushes as p")
          .whereRef("p.pass_type", "=", "t.id")
          .where("p.due_at", side, now)
          .select("p.pass_type")
          .limit(STORAGE_LIMITS.pushesCounted)
          .as("counted"),
      )
      .select((counted) => counted.fn.countAll<number>().as("pushes")),
  );
}

/** Pass types whose pushes are held back. */
export function pausedPassTypes(database: Kysely<Tables>): CompiledQuery<StorageStatistics["pausedPassTypes"][number]> {
  return compile(
    database
      .selectFrom("pass_types")
      .where("paused_at", "is not", null)
      .orderBy("id")
      .select(["id as passTypeIdentifier", sql<string>`coalesce(paused_reason, '')`.as("reason")]),
  );
}

/** Holds the pushes of a pass type back. */
export function pausePassType(
  database: Kysely<Tables>,
  options: { readonly passTypeIdentifier: string; readonly reason: string; readonly now: number },
): CompiledQuery {
  const paused = { paused_at: options.now, paused_reason: options.reason };
  return compile(
    database
      .insertInto("pass_types")
      .values({ id: options.passTypeIdentifier, sequence: 0, ...paused })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(paused)),
  );
}

/** Lets them go again. */
export function resumePassType(database: Kysely<Tables>, passTypeIdentifier: string): CompiledQuery {
  return compile(
    database.updateTable("pass_types").where("id", "=", passTypeIdentifier).set({ paused_at: null, paused_reason: null }),
  );
}

/** Gives claimed work of a worker back. */
export function releasePushes(database: Kysely<Tables>, worker: string, now: number): CompiledQuery {
  return compile(database.updateTable("pushes").where("leased_by", "=", worker).set({ leased_by: null, due_at: now }));
}

/** Makes due what waits for another attempt, or for the end of a lease, longer than a clock that goes right could ask. */
export function hastenPushes(database: Kysely<Tables>, now: number, laterThan: number): CompiledQuery {
  return compile(
    database
      .updateTable("pushes")
      .where("due_at", ">", laterThan)
      .where((or) => or.or([or("attempts", ">", 0), or("leased_by", "is not", null)]))
      .set({ leased_by: null, due_at: now }),
  );
}

const TEMPLATE_COLUMNS = [
  "id as templateId",
  "version",
  "pass_type as passTypeIdentifier",
  "digest",
  "published_at as publishedAt",
] as const;

/** A version of a template with its files. */
export function templateOf(
  database: Kysely<Tables>,
  key: { readonly templateId: string; readonly version: number },
): CompiledQuery<TemplateVersion & { readonly archive: Uint8Array }> {
  return compile(
    database
      .selectFrom("templates")
      .where("id", "=", key.templateId)
      .where("version", "=", key.version)
      .select([...TEMPLATE_COLUMNS, "archive"]),
  );
}

/** The newest version of one template. */
export const newestTemplate = fixedQuery(
  (database, templateId: string): CompiledQuery<TemplateVersion> =>
    compile(
      database.selectFrom("templates").where("id", "=", templateId).orderBy("version", "desc").limit(1).select(TEMPLATE_COLUMNS),
    ),
  (templateId) => [templateId, 1],
);

/** Every version of one template, newest first. */
export function templateVersions(database: Kysely<Tables>, templateId: string): CompiledQuery<TemplateVersion> {
  return compile(database.selectFrom("templates").where("id", "=", templateId).orderBy("version", "desc").select(TEMPLATE_COLUMNS));
}

/** The newest version of all templates. */
export function newestTemplates(database: Kysely<Tables>): CompiledQuery<TemplateVersion> {
  const query = database.selectFrom("templates as t").where("t.version", "=", (select) =>
    select
      .selectFrom("templates as other")
      .whereRef("other.id", "=", "t.id")
      .select((newest) => newest.fn.max("other.version").as("version")),
  );
  return compile(query.orderBy("t.id").select(TEMPLATE_COLUMNS));
}

/** Adds a version of a template; a key that exists fails. */
export function writeTemplate(
  database: Kysely<Tables>,
  template: TemplateVersion & { readonly archive: Uint8Array },
): CompiledQuery {
  return compile(
    database.insertInto("templates").values({
      id: template.templateId,
      version: template.version,
      pass_type: template.passTypeIdentifier,
      digest: template.digest,
      published_at: template.publishedAt,
      archive: template.archive,
    }),
  );
}

/** What a person gave with a pass. */
export function personalizationOf(database: Kysely<Tables>, key: PassKey): CompiledQuery<Personalization> {
  return compile(
    database
      .selectFrom("personalizations")
      .where("pass_type", "=", key.passTypeIdentifier)
      .where("serial_number", "=", key.serialNumber)
      .select([
        "pass_type as passTypeIdentifier",
        "serial_number as serialNumber",
        "at",
        "info",
        "template_id as templateId",
        "template_version as templateVersion",
      ]),
  );
}

/** Keeps what a person gave; a later sign-up with the same pass takes the place of the one before. */
export function writePersonalization(database: Kysely<Tables>, personalization: Personalization): CompiledQuery {
  const { at, info, templateId, templateVersion } = personalization;
  const given = { at, info, template_id: templateId, template_version: templateVersion };
  return compile(
    database
      .insertInto("personalizations")
      .values({ pass_type: personalization.passTypeIdentifier, serial_number: personalization.serialNumber, ...given })
      .onConflict((conflict) => conflict.columns(["pass_type", "serial_number"]).doUpdateSet(given)),
  );
}

/** Takes it away: one row where there was something. */
export function erasePersonalization(database: Kysely<Tables>, key: PassKey): CompiledQuery<{ readonly serialNumber: string }> {
  return compile(
    database
      .deleteFrom("personalizations")
      .where("pass_type", "=", key.passTypeIdentifier)
      .where("serial_number", "=", key.serialNumber)
      .returning("serial_number as serialNumber"),
  );
}
