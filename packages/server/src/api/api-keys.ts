import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Scope } from "./contract/scopes.ts";
import { type AuditEntry, DEFAULT_PROJECT, type NewApiKey } from "../storage/issuer/issuer-storage.ts";
import type { Storage } from "../storage/storage.ts";

/** Test keys make test passes; those of a demo are test keys, so that neither is taken for the other. */
export type KeyKind = "live" | "test";

const KEY = /^pw_(?:live|test)_[\w-]{43}$/u;

/** How much of a key is shown in lists: 24 of its 256 random bits. */
const HINT_LENGTH = "pw_live_".length + 4;

/** Which kind a key is, by how it begins. */
export function kindOfKey(hint: string): KeyKind {
  return hint.startsWith("pw_test_") ? "test" : "live";
}

/** A key that was just made, with its secret, which is kept nowhere. */
export interface CreatedKey {
  readonly record: NewApiKey;
  readonly key: string;
}

/** Makes a key out of 256 random bits. It is not kept yet. */
export function createKey(options: {
  readonly kind: KeyKind;
  readonly id?: string;
  readonly projectId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly now: number;
}): CreatedKey {
  const { kind, id = `key_${randomUUID()}`, projectId, name, scopes, now } = options;
  const key = `pw_${kind}_${randomBytes(32).toString("base64url")}`;
  const record = {
    id,
    projectId,
    name,
    scopes: [...new Set(scopes)],
    createdAt: now,
    hash: hashKey(key),
    hint: key.slice(0, HINT_LENGTH),
  };
  return { record, key };
}

/** SHA-256 in hex: of 256 random bits no slower hash is needed, for nobody can guess what was hashed. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/**
 * The key of an `Authorization` header; null when it holds none. It is looked up by its hash: how long that takes says nothing
 * about the key, for whoever tries cannot choose hashes that come near one.
 */
export function readBearerKey(header: string | null): string | null {
  const key = /^Bearer +(\S+) *$/iu.exec(header ?? "")?.[1];
  return key !== undefined && KEY.test(key) ? key : null;
}

/** Id of the key that is made at the first start: of several processes that start at once one makes it. */
const FIRST_ID = "first";

/** The first key of an installation, which may do everything; null when there are keys already. */
export async function createFirstKey(
  storage: Pick<Storage, "access">,
  { kind, now }: { readonly kind: KeyKind; readonly now: number },
): Promise<string | null> {
  if ((await storage.access.keys(DEFAULT_PROJECT)).length > 0) return null;
  const { record, key } = createKey({
    kind,
    id: FIRST_ID,
    projectId: DEFAULT_PROJECT,
    name: "First key",
    scopes: ["admin", "installation"],
    now,
  });
  const made = await storage.access.createKey(record, { audit: localAudit("createKey", record.id, now) });
  return made === "created" ? key : null;
}

/**
 * Makes a key on the machine itself, without the API: for whoever may read the data folder.
 *
 * @returns the key, which is kept nowhere.
 */
export async function createLocalKey(
  storage: Pick<Storage, "access">,
  options: { readonly name: string; readonly scopes: readonly Scope[]; readonly kind: KeyKind; readonly now: number },
): Promise<string> {
  const { record, key } = createKey({ ...options, projectId: DEFAULT_PROJECT });
  await storage.access.createKey(record, { audit: localAudit("createKey", record.id, options.now) });
  return key;
}

function localAudit(action: string, object: string, at: number): AuditEntry {
  return { at, projectId: DEFAULT_PROJECT, actor: "local", action, object, requestId: "" };
}
