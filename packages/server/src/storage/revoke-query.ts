import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** What a project can take back for ever, by its id. */
type Revocable = "api_keys" | "links" | "mint_keys";

/** Takes it back, once; a row that was taken back before, or is of another project, is not answered. */
export const revokeIn =
  (table: Revocable) =>
  (database: Kysely<Tables>, own: { readonly id: string; readonly projectId: string; readonly now: number }) =>
    database
      // The columns used here are alike in all of them.
      .updateTable(table as "links")
      .set({ revoked_at: own.now })
      .where("id", "=", own.id)
      .where("project_id", "=", own.projectId)
      .where("revoked_at", "is", null)
      .returning("id")
      .compile();
