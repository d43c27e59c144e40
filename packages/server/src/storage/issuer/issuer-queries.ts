import type { CompiledQuery, Kysely } from "kysely";
import { fixedQuery } from "../fixed-query.ts";
import type { PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { AuditEntry, KeyChange, NewApiKey, PassRecord, ProjectChange, TemplateDraft } from "./issuer-storage.ts";
import { revokeIn } from "../revoke-query.ts";

type Database = Kysely<Tables>;

const KEY_COLUMNS = [
  "id",
  "project_id as projectId",
  "name",
  "hint",
  "scopes",
  "created_at as createdAt",
  "last_used_at as lastUsedAt",
  "revoked_at as revokedAt",
  "expires_at as expiresAt",
  "templates",
] as const;

const RECORD_COLUMNS = [
  "pass_type as passTypeIdentifier",
  "serial_number as serialNumber",
  "project_id as projectId",
  "template_id as templateId",
  "external_id as externalId",
  "created_at as createdAt",
  "deleted_at as deletedAt",
  "source",
] as const;

const DRAFT_COLUMNS = ["id as templateId", "pass_type as passTypeIdentifier", "digest", "updated_at as updatedAt"] as const;

export const allProjects = (database: Database) =>
  database
    .selectFrom("projects")
    .orderBy("id")
    .select(["id", "name", "created_at as createdAt", "archived_at as archivedAt"])
    .compile();

export const addProject = (
  database: Database,
  project: { readonly id: string; readonly name: string; readonly createdAt: number },
) =>
  database
    .insertInto("projects")
    .values({ id: project.id, name: project.name, created_at: project.createdAt, archived_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .compile();

export const changeProject = (database: Database, id: string, { name, archivedAt }: ProjectChange) =>
  database
    .updateTable("projects")
    // At least one column, or there would be nothing to set.
    .set({ id, ...(name !== undefined && { name }), ...(archivedAt !== undefined && { archived_at: archivedAt }) })
    .where("id", "=", id)
    .returning("id")
    .compile();

/** Pass types that a project was given; all others are the first project's. */
export const assignedPassTypes = (database: Database) =>
  database
    .selectFrom("project_pass_types")
    .orderBy("pass_type")
    .select(["pass_type as passTypeIdentifier", "project_id as projectId"])
    .compile();

export const setProject = (database: Database, passType: string, projectId: string): CompiledQuery =>
  database
    .insertInto("project_pass_types")
    .values({ pass_type: passType, project_id: projectId })
    .onConflict((conflict) => conflict.column("pass_type").doUpdateSet({ project_id: projectId }))
    .compile();

export const projectOf = fixedQuery(
  (database, passType: string) =>
    database.selectFrom("project_pass_types").where("pass_type", "=", passType).select("project_id as projectId").compile(),
  (passType) => [passType],
);

/** A key whose id or secret exists already is not added. */
export const addKey = (database: Database, key: NewApiKey) =>
  database
    .insertInto("api_keys")
    .values({
      id: key.id,
      project_id: key.projectId,
      name: key.name,
      hash: key.hash,
      hint: key.hint,
      scopes: key.scopes.join(" "),
      created_at: key.createdAt,
      last_used_at: null,
      revoked_at: null,
      expires_at: key.expiresAt ?? null,
      templates: key.templates?.join(" ") ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .compile();

/** Keys of a project that is archived are not there. */
export const keyByHash = fixedQuery(
  (database, hash: string) =>
    database
      .selectFrom("api_keys")
      .where("hash", "=", hash)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom("projects")
              .whereRef("projects.id", "=", "api_keys.project_id")
              .where("projects.archived_at", "is not", null)
              .select("projects.id"),
          ),
        ),
      )
      .select(KEY_COLUMNS)
      .compile(),
  (hash) => [hash],
);

export const keysOf = (database: Database, projectId: string) =>
  database
    .selectFrom("api_keys")
    .where("project_id", "=", projectId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .select(KEY_COLUMNS)
    .compile();

export const revokeKey = revokeIn("api_keys");

export const changeKey = (
  database: Database,
  { id, projectId }: { readonly id: string; readonly projectId: string },
  { name, expiresAt }: KeyChange,
) =>
  database
    .updateTable("api_keys")
    .set({ id, ...(name !== undefined && { name }), ...(expiresAt !== undefined && { expires_at: expiresAt }) })
    .where("id", "=", id)
    .where("project_id", "=", projectId)
    .returning("id")
    .compile();

export const touchKey = (database: Database, id: string, at: number): CompiledQuery =>
  database
    .updateTable("api_keys")
    .set({ last_used_at: at })
    .where("id", "=", id)
    .where((key) => key.or([key("last_used_at", "is", null), key("last_used_at", "<", at)]))
    .compile();

export const addAudit = fixedQuery(
  (database, entry: AuditEntry): CompiledQuery =>
    database
      .insertInto("audit_log")
      .values({
        at: entry.at,
        project_id: entry.projectId,
        actor: entry.actor,
        action: entry.action,
        object: entry.object,
        request_id: entry.requestId,
      })
      .compile(),
  ({ at, projectId, actor, action, object, requestId }) => [at, projectId, actor, action, object, requestId],
);

export function auditEntries(
  database: Database,
  options: { readonly projectId: string; readonly before?: number; readonly limit: number },
) {
  let query = database.selectFrom("audit_log").where("project_id", "=", options.projectId);
  if (options.before !== undefined) query = query.where("id", "<", options.before);
  return query
    .orderBy("id", "desc")
    .limit(options.limit)
    .select(["id", "at", "project_id as projectId", "actor", "action", "object", "request_id as requestId"])
    .compile();
}

export const allDrafts = (database: Database) =>
  database.selectFrom("template_drafts").orderBy("id").select(DRAFT_COLUMNS).compile();

/** A draft without its files. */
export const draftFactsOf = fixedQuery(
  (database, templateId: string) =>
    database.selectFrom("template_drafts").where("id", "=", templateId).select(DRAFT_COLUMNS).compile(),
  (templateId) => [templateId],
);

export const draftOf = (database: Database, templateId: string) =>
  database
    .selectFrom("template_drafts")
    .where("id", "=", templateId)
    .select([...DRAFT_COLUMNS, "archive"])
    .compile();

export function writeDraft(database: Database, draft: TemplateDraft & { readonly archive: Uint8Array }): CompiledQuery {
  const given = {
    pass_type: draft.passTypeIdentifier,
    digest: draft.digest,
    updated_at: draft.updatedAt,
    archive: draft.archive,
  };
  return database
    .insertInto("template_drafts")
    .values({ id: draft.templateId, ...given })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(given))
    .compile();
}

export const dropDraft = (database: Database, draft: Pick<TemplateDraft, "templateId" | "digest">): CompiledQuery =>
  database.deleteFrom("template_drafts").where("id", "=", draft.templateId).where("digest", "=", draft.digest).compile();

export const addRecord = fixedQuery(
  (database, record: PassRecord): CompiledQuery =>
    database
      .insertInto("pass_records")
      .values({
        pass_type: record.passTypeIdentifier,
        serial_number: record.serialNumber,
        project_id: record.projectId,
        template_id: record.templateId,
        external_id: record.externalId,
        created_at: record.createdAt,
        deleted_at: record.deletedAt,
        source: record.source ?? null,
      })
      .onConflict((conflict) => conflict.columns(["pass_type", "serial_number"]).doNothing())
      .compile(),
  (record) => [
    record.passTypeIdentifier,
    record.serialNumber,
    record.projectId,
    record.templateId,
    record.externalId,
    record.createdAt,
    record.deletedAt,
    record.source ?? null,
  ],
);

/** Records of passes of one pass type. */
export const recordsOf = (database: Database, passType: string, serialNumbers: readonly string[]) =>
  database
    .selectFrom("pass_records")
    .where("pass_type", "=", passType)
    .where("serial_number", "in", serialNumbers)
    .select(RECORD_COLUMNS)
    .compile();

export function recordsByExternalId(
  database: Database,
  options: { readonly projectId: string; readonly externalId: string; readonly templateId?: string },
) {
  let query = database
    .selectFrom("pass_records")
    .where("project_id", "=", options.projectId)
    .where("external_id", "=", options.externalId);
  if (options.templateId !== undefined) query = query.where("template_id", "=", options.templateId);
  return query.orderBy("template_id").limit(100).select(RECORD_COLUMNS).compile();
}

/** A deleted pass frees its external id. One that was made without the API gets a record that says it is gone. */
export const deleteRecord = (database: Database, record: PassRecord): CompiledQuery =>
  database
    .insertInto("pass_records")
    .values({
      pass_type: record.passTypeIdentifier,
      serial_number: record.serialNumber,
      project_id: record.projectId,
      template_id: record.templateId,
      external_id: null,
      created_at: record.createdAt,
      deleted_at: record.deletedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["pass_type", "serial_number"]).doUpdateSet({ external_id: null, deleted_at: record.deletedAt }),
    )
    .compile();

export function revisionsOf(database: Database, key: PassKey, options: { readonly before?: number; readonly limit: number }) {
  let query = database
    .selectFrom("pass_revisions")
    .where("pass_type", "=", key.passTypeIdentifier)
    .where("serial_number", "=", key.serialNumber);
  if (options.before !== undefined) query = query.where("revision", "<", options.before);
  return query
    .orderBy("revision", "desc")
    .limit(options.limit)
    .select([
      "revision",
      "modified_at as modifiedAt",
      "template_version as templateVersion",
      "input_values as values",
      "voided",
      "expires_at as expiresAt",
    ])
    .compile();
}

export const receiptOf = (database: Database, projectId: string, keyHash: string) =>
  database
    .selectFrom("idempotency_keys")
    .where("project_id", "=", projectId)
    .where("key_hash", "=", keyHash)
    .select(["digest", "pass_type as passTypeIdentifier", "serial_number as serialNumber"])
    .compile();

export const addReceipt = (
  database: Database,
  receipt: PassKey & {
    readonly projectId: string;
    readonly keyHash: string;
    readonly digest: string;
    readonly at: number;
  },
): CompiledQuery =>
  database
    .insertInto("idempotency_keys")
    .values({
      project_id: receipt.projectId,
      key_hash: receipt.keyHash,
      digest: receipt.digest,
      pass_type: receipt.passTypeIdentifier,
      serial_number: receipt.serialNumber,
      at: receipt.at,
    })
    .compile();

export const dropReceipts = (database: Database, before: number): CompiledQuery =>
  database.deleteFrom("idempotency_keys").where("at", "<=", before).compile();
