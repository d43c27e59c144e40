import { assertImageChanges, type ImagePresence } from "../images/image-front.ts";
import { compileOnce } from "../compiled.ts";
import { assertOrigin } from "../distribution/link-input.ts";
import { assertPassChange, assertNewPasses, assertPushTiming } from "../pass-input.ts";
import { toPushWindow } from "../push-window.ts";
import { assertCount, assertKeyTexts, assertText, isKeyText } from "../storable-text.ts";
import type { RecallingBackend } from "../recall.ts";
import { StorageError } from "../storage-error.ts";
import { STORAGE_LIMITS } from "../storage-limits.ts";
import type { PassKey } from "../storage.ts";
import {
  allDrafts,
  allProjects,
  assignedPassTypes,
  auditEntries,
  draftFactsOf,
  draftOf,
  keyByHash,
  keysOf,
  projectOf,
  recordsByExternalId,
  recordsOf,
  revisionsOf,
} from "./issuer-queries.ts";
import {
  type AccessStore,
  type ApiKeyRecord,
  type AuditEntry,
  DEFAULT_PROJECT,
  ISSUER_STORAGE_LIMITS,
  type IssuingStore,
  type PassRecord,
  type PassRevision,
} from "./issuer-storage.ts";

/** Projects, keys and audit over a database. */
export function createAccessStore(backend: RecallingBackend): AccessStore {
  const { queries } = backend;
  const byHash = compileOnce<{ hash: string }, KeyRow>(["hash"], ({ hash }) => keyByHash(queries, hash));
  return {
    createProject: async (project, { audit } = {}) => {
      assertKeyTexts({ id: project.id });
      assertText("name", project.name, STORAGE_LIMITS.tokenLength);
      if (audit !== undefined) assertAudit(audit);
      return backend.run("createProject", { project, audit });
    },
    projects: async () => backend.all(allProjects(queries)),
    updateProject: async (id, change, { audit }) => {
      assertText("name", change.name ?? "", STORAGE_LIMITS.tokenLength);
      assertAudit(audit);
      return isKeyText(id) ? backend.run("updateProject", { id, change, audit }) : "absent";
    },
    assignPassType: async (passTypeIdentifier, projectId, { audit } = {}) => {
      assertKeyTexts({ passTypeIdentifier, projectId });
      if (audit !== undefined) assertAudit(audit);
      await backend.run("assignPassType", { passTypeIdentifier, projectId, audit });
    },
    assignedPassTypes: async () => backend.all(assignedPassTypes(queries)),
    projectOf: async (passTypeIdentifier) => {
      if (!isKeyText(passTypeIdentifier)) return DEFAULT_PROJECT;
      return (
        (await backend.recall("project", passTypeIdentifier, () => projectOf(queries, passTypeIdentifier)))[0]?.projectId ??
        DEFAULT_PROJECT
      );
    },
    createKey: async (key, { audit }) => {
      assertKeyTexts({ id: key.id, projectId: key.projectId, hash: key.hash });
      assertText("name", key.name, STORAGE_LIMITS.tokenLength);
      assertAudit(audit);
      return backend.run("createKey", { key, audit });
    },
    findKey: async (hash) =>
      isKeyText(hash) ? (await backend.recall("key", hash, () => byHash({ hash }))).map(toKey)[0] : undefined,
    keys: async (projectId) => (isKeyText(projectId) ? (await backend.all(keysOf(queries, projectId))).map(toKey) : []),
    revokeKey: async ({ id, projectId }, { now, audit }) => {
      if (!isKeyText(id) || !isKeyText(projectId)) return "absent";
      assertAudit(audit);
      return backend.run("revokeKey", { id, projectId, now, audit });
    },
    updateKey: async ({ id, projectId }, change, { audit }) => {
      assertText("name", change.name ?? "", STORAGE_LIMITS.tokenLength);
      assertAudit(audit);
      if (!isKeyText(id) || !isKeyText(projectId)) return "absent";
      return backend.run("updateKey", { id, projectId, change, audit });
    },
    touchKeys: async (uses) => {
      assertCount("Keys in one call", uses.length, STORAGE_LIMITS.rowsPerPage);
      if (uses.length > 0) await backend.run("touchKeys", uses);
    },
    audit: async (options) => {
      assertCount("Audit entries", options.limit, ISSUER_STORAGE_LIMITS.auditEntriesPerPage);
      return isKeyText(options.projectId) ? backend.all(auditEntries(queries, options)) : [];
    },
  };
}

/** Drafts and the issuer's side of passes over a database. */
export function createIssuingStore(backend: RecallingBackend, presence: ImagePresence): IssuingStore {
  const { queries } = backend;
  return {
    saveDraft: async (draft, { audit }) => {
      const { templateId, passTypeIdentifier, digest } = draft;
      assertKeyTexts({ templateId, passTypeIdentifier, digest });
      assertCount("Bytes of a template", draft.archive.length, STORAGE_LIMITS.templateBytes);
      assertAudit(audit);
      return backend.run("saveDraft", { draft, audit });
    },
    drafts: async () => backend.all(allDrafts(queries)),
    draftFacts: async (templateId) =>
      isKeyText(templateId) ? (await backend.recall("draft", templateId, () => draftFactsOf(queries, templateId)))[0] : undefined,
    findDraft: async (templateId) => (isKeyText(templateId) ? (await backend.all(draftOf(queries, templateId)))[0] : undefined),
    endDraft: async ({ templateId, digest }, { audit }) => {
      assertKeyTexts({ templateId, digest });
      assertAudit(audit);
      await backend.run("endDraft", { draft: { templateId, digest }, audit });
    },
    issue: async (input, { now }) => {
      assertNewPasses([input.pass]);
      if (input.externalId !== null) assertKeyTexts({ externalId: input.externalId });
      assertAudit(input.audit);
      if (input.origin !== undefined) assertOrigin(input.origin);
      try {
        return await backend.run("issue", { ...input, now });
      } catch (error) {
        if (error instanceof StorageError && error.code === "ERR_STORAGE_EXISTS") return { kind: "serial-taken" };
        throw error;
      }
    },
    amend: async ({ passTypeIdentifier, change, deletes, images = [], audit }, { now, push }) => {
      const { serialNumber } = change;
      assertPassChange(change);
      assertPushTiming(push);
      assertImageChanges(images);
      // Before it is written: a build that asks meanwhile has to look.
      if (images.length > 0) presence.any = true;
      assertAudit(audit);
      if (!isKeyText(passTypeIdentifier) || !isKeyText(serialNumber)) return { kind: "unknown", serialNumber };
      return backend.run("amend", { passTypeIdentifier, change, deletes, images, audit, now, window: toPushWindow(push, now) });
    },
    records: async (keys) => {
      assertCount("Records", keys.length, STORAGE_LIMITS.rowsPerPage);
      const records: PassRecord[] = [];
      for (const [passType, serialNumbers] of groupByType(keys)) {
        records.push(...(await backend.all(recordsOf(queries, passType, serialNumbers))));
      }
      return records;
    },
    findByExternalId: async (options) =>
      isKeyText(options.projectId) && isKeyText(options.externalId) && isKeyText(options.templateId ?? "-")
        ? backend.all(recordsByExternalId(queries, options))
        : [],
    history: async (key, { before, limit }) => {
      assertCount("Revisions", limit, ISSUER_STORAGE_LIMITS.revisionsPerPage);
      if (!isKeyText(key.passTypeIdentifier) || !isKeyText(key.serialNumber)) return [];
      const newest = await backend.find(key);
      if (newest === undefined) return [];
      // Of both as they were when the pass was read: a change that comes in between is told next time.
      const below = Math.min(before ?? Number.MAX_SAFE_INTEGER, newest.revision);
      const earlier = await backend.all(revisionsOf(queries, key, { before: below, limit }));
      const rows: PassRevision[] = earlier.map(({ voided, ...row }) => Object.assign(row, { voided: voided !== 0 }));
      if (before === undefined || before > newest.revision) {
        const { revision, modifiedAt, templateVersion, values, voided, expiresAt } = newest;
        rows.unshift({ revision, modifiedAt, templateVersion, values, voided, expiresAt });
      }
      return rows.slice(0, limit);
    },
  };
}

/** @throws {StorageError} `ERR_STORAGE_ARGUMENT`. */
export function assertAudit(entry: AuditEntry): void {
  const { projectId, actor, action, object, requestId } = entry;
  assertKeyTexts({ projectId, actor, action });
  assertText("object", object, STORAGE_LIMITS.tokenLength);
  assertText("requestId", requestId, STORAGE_LIMITS.tokenLength);
}

type KeyRow = Omit<ApiKeyRecord, "scopes" | "templates"> & { readonly scopes: string; readonly templates: string | null };

function toKey(row: KeyRow): ApiKeyRecord {
  return { ...row, scopes: wordsOf(row.scopes), templates: row.templates === null ? null : wordsOf(row.templates) };
}

function wordsOf(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}

function groupByType(keys: readonly PassKey[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { passTypeIdentifier, serialNumber } of keys) {
    if (!isKeyText(passTypeIdentifier) || !isKeyText(serialNumber)) continue;
    groups.set(passTypeIdentifier, [...(groups.get(passTypeIdentifier) ?? []), serialNumber]);
  }
  return groups;
}
