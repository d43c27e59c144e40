import { type CompiledQuery, type Kysely, sql } from "kysely";
import { fixedQuery } from "../fixed-query.ts";
import type { PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";

type Database = Kysely<Tables>;

/** What a pass has of its own at a revision: of each path the newest row that is no newer. */
const rowsAt = (database: Database, { passTypeIdentifier, serialNumber }: PassKey, revision: number) =>
  database
    .selectFrom("pass_images as image")
    .where("image.pass_type", "=", passTypeIdentifier)
    .where("image.serial_number", "=", serialNumber)
    .where("image.since", "=", (row) =>
      row
        .selectFrom("pass_images as newest")
        .whereRef("newest.pass_type", "=", "image.pass_type")
        .whereRef("newest.serial_number", "=", "image.serial_number")
        .whereRef("newest.path", "=", "image.path")
        .where("newest.since", "<=", revision)
        .select(({ fn }) => fn.max("newest.since").as("since")),
    );

/** On the way of every archive that is built. */
export const imagesAt = fixedQuery(
  (database, key: PassKey, revision: number) =>
    rowsAt(database, key, revision)
      .innerJoin("image_contents as content", "content.digest", "image.digest")
      .orderBy("image.path")
      .select(["image.path", "content.bytes"])
      .compile(),
  ({ passTypeIdentifier, serialNumber }, revision) => [passTypeIdentifier, serialNumber, revision],
);

export const imagePathsAt = (database: Database, key: PassKey, revision: number) =>
  rowsAt(database, key, revision)
    .innerJoin("image_contents as content", "content.digest", "image.digest")
    .orderBy("image.path")
    .select(["image.path", "content.digest", sql<number>`length(content.bytes)`.as("size")])
    .compile();

export const anyImage = (database: Database) => database.selectFrom("pass_images").select("path").limit(1).compile();

export const addImageContent = (database: Database, digest: string, bytes: Uint8Array): CompiledQuery =>
  database
    .insertInto("image_contents")
    .values({ digest, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .compile();

export const addPassImage = (
  database: Database,
  { passTypeIdentifier, serialNumber }: PassKey,
  image: { readonly path: string; readonly since: number; readonly digest: string | null },
): CompiledQuery =>
  database
    .insertInto("pass_images")
    .values({ pass_type: passTypeIdentifier, serial_number: serialNumber, ...image })
    .compile();
