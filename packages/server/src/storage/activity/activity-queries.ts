import type { Kysely } from "kysely";
import type { PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { ACTIVITY_LIMITS } from "./activity-storage.ts";

const PUSH_COLUMNS = [
  "a.push_at as pushAt",
  "a.push_outcome as pushOutcome",
  "a.push_status as pushStatus",
  "a.push_reason as pushReason",
  "a.push_apns_id as pushApnsId",
  "a.push_died_at as pushDiedAt",
  "a.push_version as pushVersion",
] as const;

export const activityOf = (database: Kysely<Tables>, key: PassKey) =>
  database
    .selectFrom("pass_activity")
    .where("pass_type", "=", key.passTypeIdentifier)
    .where("serial_number", "=", key.serialNumber)
    .select([
      "downloaded_at as downloadedAt",
      "download_way as downloadWay",
      "downloads",
      "fetched_at as fetchedAt",
      "fetched_revision as fetchedRevision",
      "fetches",
      "unchanged_at as unchangedAt",
      "unchanged_revision as unchangedRevision",
      "unchanged_since as unchangedSince",
      "unchanged",
      "refused_at as refusedAt",
      "refused_endpoint as refusedEndpoint",
      "refusals",
      "stray_at as strayAt",
      "stray_path as strayPath",
      "strays",
    ])
    .compile();

/** The devices that hold a pass, with what happened to each and what waits for it; those that came last first. */
export const holdersOf = (database: Kysely<Tables>, key: PassKey) =>
  database
    .selectFrom("registrations as r")
    .innerJoin("devices as d", (join) => join.onRef("d.pass_type", "=", "r.pass_type").onRef("d.device_id", "=", "r.device_id"))
    .leftJoin("device_activity as a", (join) =>
      join.onRef("a.pass_type", "=", "r.pass_type").onRef("a.device_id", "=", "r.device_id"),
    )
    .leftJoin("pushes as q", (join) => join.onRef("q.pass_type", "=", "r.pass_type").onRef("q.device_id", "=", "r.device_id"))
    .where("r.pass_type", "=", key.passTypeIdentifier)
    .where("r.serial_number", "=", key.serialNumber)
    .orderBy((order) => order.fn.coalesce("r.registered_at", order.lit(0)), "desc")
    .orderBy("r.device_id")
    .limit(ACTIVITY_LIMITS.holders)
    .select([
      "r.device_id as deviceLibraryIdentifier",
      "d.client as client",
      "r.registered_at as registeredAt",
      "r.tag as tag",
      "a.lists as lists",
      "a.listed_at as listedAt",
      "a.listed_since as listedSince",
      "a.listed_tag as listedTag",
      "a.told_at as toldAt",
      "a.told_tag as toldTag",
      ...PUSH_COLUMNS,
      "a.accepted as accepted",
      "a.refused as refused",
      "a.accepted_at as acceptedAt",
      "a.accepted_version as acceptedVersion",
      "q.due_at as dueAt",
      "q.attempts as attempts",
      "q.version as version",
      "q.leased_by as leasedBy",
    ])
    .compile();

export const endedOf = (database: Kysely<Tables>, key: PassKey) =>
  database
    .selectFrom("ended_registrations as e")
    .leftJoin("device_activity as a", (join) =>
      join.onRef("a.pass_type", "=", "e.pass_type").onRef("a.device_id", "=", "e.device_id"),
    )
    .where("e.pass_type", "=", key.passTypeIdentifier)
    .where("e.serial_number", "=", key.serialNumber)
    .orderBy("e.ended_at", "desc")
    .orderBy("e.device_id")
    .limit(ACTIVITY_LIMITS.holders)
    .select([
      "e.device_id as deviceLibraryIdentifier",
      "e.registered_at as registeredAt",
      "e.ended_at as endedAt",
      "e.cause as cause",
      ...PUSH_COLUMNS,
    ])
    .compile();

export const pauseOf = (database: Kysely<Tables>, passType: string) =>
  database
    .selectFrom("pass_types")
    .where("id", "=", passType)
    .where("paused_at", "is not", null)
    .select(["paused_at as at", "paused_reason as reason"])
    .compile();
