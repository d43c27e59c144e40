import { type CompiledQuery, type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

type Database = Kysely<Tables>;

/** A column that holds secrets sealed by `sealSecret`. Each of the database has a row in {@link SEALED_COLUMNS}. */
interface SealedColumn {
  /** The purpose that its secrets are sealed for. */
  readonly purpose: string;
  /** Its secrets, with the row that each is sealed for. */
  readonly all: (database: Database) => CompiledQuery<{ readonly row: string; readonly sealed: string }>;
  /** Puts another in the place of one, if that is still there. */
  readonly replace: (
    database: Database,
    secret: { readonly row: string; readonly sealed: string; readonly resealed: string },
  ) => CompiledQuery<{ readonly row: string }>;
}

/** Present and earlier secrets of webhook endpoints, both sealed for the row of the endpoint. Deleted ones have none. */
function webhookSecrets(name: "sealed_secret" | "old_sealed_secret"): SealedColumn {
  return {
    purpose: "webhook-secret",
    all: (database) =>
      database
        .selectFrom("webhook_endpoints")
        .where(name, "is not", null)
        .where(name, "<>", "")
        .select(["id as row", sql<string>`${sql.ref(name)}`.as("sealed")])
        .compile(),
    replace: (database, { row, sealed, resealed }) =>
      database
        .updateTable("webhook_endpoints")
        .set(name === "sealed_secret" ? { sealed_secret: resealed } : { old_sealed_secret: resealed })
        .where("id", "=", row)
        .where(name, "=", sealed)
        .returning("id as row")
        .compile(),
  };
}

/** What `cert reseal` seals anew, and what a start with a wrong secret is told by. */
export const SEALED_COLUMNS: Readonly<Record<string, SealedColumn>> = {
  "certificates.sealed_key": {
    purpose: "certificate-key",
    all: (database) => database.selectFrom("certificates").select(["id as row", "sealed_key as sealed"]).compile(),
    replace: (database, { row, sealed, resealed }) =>
      database
        .updateTable("certificates")
        .set({ sealed_key: resealed })
        .where("id", "=", row)
        .where("sealed_key", "=", sealed)
        .returning("id as row")
        .compile(),
  },
  "barcode_keys.sealed_key": {
    purpose: "barcode-key",
    all: (database) =>
      database
        .selectFrom("barcode_keys")
        .select([sql<string>`project_id || '/' || kid`.as("row"), "sealed_key as sealed"])
        .compile(),
    replace: (database, { row, sealed, resealed }) =>
      database
        .updateTable("barcode_keys")
        .set({ sealed_key: resealed })
        .where(sql<string>`project_id || '/' || kid`, "=", row)
        .where("sealed_key", "=", sealed)
        .returning("kid as row")
        .compile(),
  },
  "webhook_endpoints.sealed_secret": webhookSecrets("sealed_secret"),
  "webhook_endpoints.old_sealed_secret": webhookSecrets("old_sealed_secret"),
};
