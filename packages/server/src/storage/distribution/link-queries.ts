import type { CompiledQuery, Kysely } from "kysely";
import type { PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { LinkRecord, MintKeyRecord, NewLink } from "./distribution-storage.ts";
import { revokeIn } from "../revoke-query.ts";

type Database = Kysely<Tables>;

const LINK_COLUMNS = [
  "id",
  "project_id as projectId",
  "pass_type as passTypeIdentifier",
  "serial_number as serialNumber",
  "template_id as templateId",
  "input_values as values",
  "ask",
  "hint",
  "source",
  "created_at as createdAt",
  "expires_at as expiresAt",
  "max_uses as maxUses",
  "uses",
  "last_used_at as lastUsedAt",
  "revoked_at as revokedAt",
] as const;

/** A link as its columns have it. */
type LinkRow = Omit<LinkRecord, "target"> & {
  readonly passTypeIdentifier: string;
  readonly serialNumber: string | null;
  readonly templateId: string | null;
  readonly values: string | null;
  readonly ask: string | null;
};

export function toLink({ passTypeIdentifier, serialNumber, templateId, values, ask, ...rest }: LinkRow): LinkRecord {
  return {
    ...rest,
    target:
      serialNumber === null
        ? {
            kind: "template",
            templateId: templateId ?? "",
            passTypeIdentifier,
            values: values ?? "{}",
            ask: ask === null ? null : (JSON.parse(ask) as readonly string[]),
          }
        : { kind: "pass", passTypeIdentifier, serialNumber },
  };
}

/** A link whose token exists already is the same link: it was made by the request that is repeated. */
export const addLink = (database: Database, link: NewLink): CompiledQuery => {
  const { target } = link;
  return database
    .insertInto("links")
    .values({
      id: link.id,
      project_id: link.projectId,
      pass_type: target.passTypeIdentifier,
      serial_number: target.kind === "pass" ? target.serialNumber : null,
      template_id: target.kind === "template" ? target.templateId : null,
      input_values: target.kind === "template" ? target.values : null,
      ask: target.kind === "template" && target.ask !== null ? JSON.stringify(target.ask) : null,
      hash: link.hash,
      hint: link.hint,
      source: link.source,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      max_uses: link.maxUses,
      uses: 0,
      last_used_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .compile();
};

export const linkByHash = (database: Database, hash: string) =>
  database.selectFrom("links").where("hash", "=", hash).select(LINK_COLUMNS).compile();

export const linkById = (database: Database, { id, projectId }: { readonly id: string; readonly projectId: string }) =>
  database.selectFrom("links").where("id", "=", id).where("project_id", "=", projectId).select(LINK_COLUMNS).compile();

export function linksOf(
  database: Database,
  options: {
    readonly projectId: string;
    readonly pass?: PassKey;
    readonly templateId?: string;
    readonly source?: string;
    readonly before?: { readonly createdAt: number; readonly id: string };
    readonly limit: number;
  },
) {
  const { pass, templateId, source, before } = options;
  let query = database.selectFrom("links").where("project_id", "=", options.projectId);
  if (pass !== undefined) {
    query = query.where("pass_type", "=", pass.passTypeIdentifier).where("serial_number", "=", pass.serialNumber);
  }
  if (templateId !== undefined) query = query.where("template_id", "=", templateId);
  if (source !== undefined) query = query.where("source", "=", source);
  if (before !== undefined) {
    query = query.where((link) =>
      link.or([
        link("created_at", "<", before.createdAt),
        link.and([link("created_at", "=", before.createdAt), link("id", "<", before.id)]),
      ]),
    );
  }
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(options.limit).select(LINK_COLUMNS).compile();
}

export const revokeLink = revokeIn("links");

/** The row is the counter: whoever comes second for the last use waits for the first, and then finds none left. */
export const countUse = (database: Database, id: string, now: number) =>
  database
    .updateTable("links")
    .set((link) => ({ uses: link("uses", "+", 1), last_used_at: now }))
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .where((link) => link.or([link("expires_at", "is", null), link("expires_at", ">", now)]))
    .where((link) => link.or([link("max_uses", "is", null), link("uses", "<", link.ref("max_uses"))]))
    .returning("id")
    .compile();

const MINT_KEY_COLUMNS = [
  "id",
  "project_id as projectId",
  "template_id as templateId",
  "created_at as createdAt",
  "revoked_at as revokedAt",
] as const;

export const addMintKey = (database: Database, key: Omit<MintKeyRecord, "revokedAt">): CompiledQuery =>
  database
    .insertInto("mint_keys")
    .values({
      id: key.id,
      project_id: key.projectId,
      template_id: key.templateId,
      created_at: key.createdAt,
      revoked_at: null,
    })
    .compile();

export const mintKeyOf = (database: Database, id: string) =>
  database.selectFrom("mint_keys").where("id", "=", id).select(MINT_KEY_COLUMNS).compile();

export const mintKeysOf = (database: Database, projectId: string, limit: number) =>
  database
    .selectFrom("mint_keys")
    .where("project_id", "=", projectId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .select(MINT_KEY_COLUMNS)
    .compile();

export const revokeMintKey = revokeIn("mint_keys");

export const mintedPass = (database: Database, mint: { readonly projectId: string; readonly hash: string }) =>
  database
    .selectFrom("mints")
    .where("project_id", "=", mint.projectId)
    .where("hash", "=", mint.hash)
    .select(["pass_type as passTypeIdentifier", "serial_number as serialNumber"])
    .compile();

export const addMinted = (
  database: Database,
  mint: PassKey & { readonly projectId: string; readonly hash: string; readonly at: number },
): CompiledQuery =>
  database
    .insertInto("mints")
    .values({
      project_id: mint.projectId,
      hash: mint.hash,
      pass_type: mint.passTypeIdentifier,
      serial_number: mint.serialNumber,
      at: mint.at,
    })
    .compile();
