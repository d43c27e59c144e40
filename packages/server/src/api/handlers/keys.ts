import type * as z from "zod";
import type { AuditEntry } from "../../storage/issuer/issuer-storage.ts";
import { createKey as createNewKey } from "../api-keys.ts";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { QUERIES, SCHEMAS } from "../contract/schemas.ts";
import { LINES_TYPE } from "../contract/openapi.ts";
import { allows, type Scope } from "../contract/scopes.ts";
import { findTemplate } from "./own-template.ts";
import { LIMITABLE_SCOPES } from "../key-reach.ts";
import { json, parseNumberCursor, parseSeconds, toKey, toTime } from "./answers.ts";
import { auditOf } from "./audit-of.ts";

type NewKeyCall = ApiCall<unknown, z.output<typeof SCHEMAS.NewApiKey>>;

export async function listKeys({ storage, key }: ApiCall): Promise<ApiAnswer> {
  return json({ items: (await storage.access.keys(key.projectId)).map(toKey) });
}

export async function createKey(call: NewKeyCall): Promise<ApiAnswer> {
  return makeKey(call, call.key.projectId, "createKey");
}

/** Makes a key of a project. */
export async function makeKey(call: NewKeyCall, projectId: string, action: string): Promise<ApiAnswer> {
  const { storage, body, clock, keyKind } = call;
  const { name, scopes, test = false, templates = null } = body;
  // The scope of whoever runs the installation is handed on by those alone who have it: an admin of a project could take all else.
  if (scopes.includes("installation") && !allows(call.key.scopes, "installation")) {
    throw new ApiProblem("forbidden", "Only a key with the scope installation makes others with it.");
  }
  if (test || templates !== null) assertLimitable(scopes);
  for (const [index, templateId] of (templates ?? []).entries()) await assertOwned(call, projectId, templateId, index);
  const kind = test ? "test" : keyKind;
  const { record, key } = createNewKey({ name, scopes, kind, projectId, now: clock() });
  const limited = templates === null ? null : [...new Set(templates)];
  const expiring = { ...record, expiresAt: parseExpiry(call, body.expiresAt) ?? null, templates: limited };
  await storage.access.createKey(expiring, { audit: auditOf(call, action, record.id) });
  return json({ ...toKey({ ...expiring, lastUsedAt: null, revokedAt: null }), key }, 201);
}

/** @throws {ApiProblem} `invalid-request`: what those scopes are for has no templates. */
function assertLimitable(scopes: readonly Scope[]): void {
  const wrong = scopes.find((scope) => !LIMITABLE_SCOPES.includes(scope));
  if (wrong === undefined) return;
  const message = `holds ${wrong}, which neither a test key nor one for some templates can have`;
  throw new ApiProblem("invalid-request", `body.scopes ${message}`, { faults: [{ place: "body.scopes", message }] });
}

/** @throws {ApiProblem} `invalid-request`: for a template of another project as for one that never was. */
async function assertOwned(call: ApiCall, projectId: string, templateId: string, index: number): Promise<void> {
  if ((await findTemplate(call, templateId))?.projectId === projectId) return;
  const place = `body.templates.${index}`;
  const message = "is no template of the project";
  throw new ApiProblem("invalid-request", `${place} ${message}`, { faults: [{ place, message }] });
}

export async function updateKey(call: ApiCall<unknown, z.output<typeof SCHEMAS.ApiKeyUpdate>>): Promise<ApiAnswer> {
  const { storage, key, params, body } = call;
  const { keyId = "" } = params;
  const expiresAt = parseExpiry(call, body.expiresAt);
  const change = { ...(body.name !== undefined && { name: body.name }), ...(expiresAt !== undefined && { expiresAt }) };
  const own = { id: keyId, projectId: key.projectId };
  if ((await storage.access.updateKey(own, change, { audit: auditOf(call, "updateKey", keyId) })) === "absent") {
    throw new ApiProblem("not-found");
  }
  return json(toKey(await findKey(call, key.projectId)));
}

/** Epoch ms. @throws {ApiProblem} `invalid-request`: a key that has ended is revoked, not expired. */
function parseExpiry({ clock }: ApiCall, given: string | null | undefined): number | null | undefined {
  if (typeof given !== "string") return given;
  const at = parseSeconds("body.expiresAt", given) * 1000;
  if (at > clock()) return at;
  throw new ApiProblem("invalid-request", "body.expiresAt is in the past: revoke the key to end it now.");
}

export async function revokeKey(call: ApiCall): Promise<ApiAnswer> {
  return revokeKeyOf(call, call.key.projectId, "revokeKey");
}

/** Revokes a key of a project. */
export async function revokeKeyOf(call: ApiCall, projectId: string, action: string): Promise<ApiAnswer> {
  const { storage, params, clock } = call;
  const { keyId = "" } = params;
  await storage.access.revokeKey({ id: keyId, projectId }, { now: clock(), audit: auditOf(call, action, keyId) });
  // One that was revoked before is as it should be.
  return json(toKey(await findKey(call, projectId)));
}

async function findKey({ storage, params }: ApiCall, projectId: string) {
  const found = (await storage.access.keys(projectId)).find(({ id }) => id === params["keyId"]);
  if (found === undefined) throw new ApiProblem("not-found");
  return found;
}

const AUDIT_PAGE = 50;

export async function listAudit(call: ApiCall<z.output<typeof QUERIES.page>>): Promise<ApiAnswer> {
  const { limit = AUDIT_PAGE, cursor } = call.query;
  const before = parseNumberCursor(cursor);
  const entries = await call.storage.access.audit({
    projectId: call.key.projectId,
    limit: limit + 1,
    ...(before !== undefined && { before }),
  });
  const items = entries.slice(0, limit);
  return json({
    items: items.map(toEntry),
    nextCursor: entries.length > limit ? String(items.at(-1)?.id) : null,
  });
}

function toEntry({ id, at, actor, action, object, requestId }: AuditEntry & { readonly id: number }) {
  return { id, at: toTime(at), actor, action, object, requestId };
}

/** Entries that are read at a time. */
const EXPORT_PAGE = 200;

export async function exportAudit(call: ApiCall): Promise<ApiAnswer> {
  return { status: 200, body: { lines: auditPages(call), type: LINES_TYPE } };
}

async function* auditPages({ storage, key: { projectId } }: ApiCall): AsyncGenerator<string, void, undefined> {
  for (let before: number | undefined; ;) {
    const entries = await storage.access.audit({ projectId, limit: EXPORT_PAGE, ...(before !== undefined && { before }) });
    yield entries.map((entry) => `${JSON.stringify(toEntry(entry))}\n`).join("");
    before = entries.at(-1)?.id;
    if (entries.length < EXPORT_PAGE || before === undefined) return;
  }
}
