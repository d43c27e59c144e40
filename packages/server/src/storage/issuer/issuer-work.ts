import type { Kysely } from "kysely";
import { addImageContent, addPassImage } from "../images/image-queries.ts";
import { newestTemplate } from "../plain-queries.ts";
import { moveBarcodes } from "../scans/scan-queries.ts";
import { addLink, addMinted, countUse, mintedPass } from "../distribution/link-queries.ts";
import type { IssueOrigin } from "../distribution/distribution-storage.ts";
import type { ChangeResult, PassKey } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { rowsOf, type StepsOf, type Work } from "../work.ts";
import {
  addAudit,
  addKey,
  addProject,
  addReceipt,
  addRecord,
  changeKey,
  changeProject,
  deleteRecord,
  draftOf,
  dropDraft,
  dropReceipts,
  receiptOf,
  recordsByExternalId,
  recordsOf,
  revokeKey,
  setProject,
  touchKey,
  writeDraft,
} from "./issuer-queries.ts";
import {
  type AmendInput,
  type AuditEntry,
  ISSUER_STORAGE_LIMITS,
  type IssueInput,
  type IssueResult,
  type KeyChange,
  type NewApiKey,
  type Project,
  type ProjectChange,
  type TemplateDraft,
} from "./issuer-storage.ts";

/** All that is written for issuers and is alike in both databases, by name. */
export interface IssuerOperations {
  readonly createProject: (input: { readonly project: Project; readonly audit: AuditEntry | undefined }) => "created" | "exists";
  readonly updateProject: (input: {
    readonly id: string;
    readonly change: ProjectChange;
    readonly audit: AuditEntry;
  }) => "updated" | "absent";
  readonly assignPassType: (input: {
    readonly passTypeIdentifier: string;
    readonly projectId: string;
    readonly audit: AuditEntry | undefined;
  }) => void;
  readonly createKey: (input: { readonly key: NewApiKey; readonly audit: AuditEntry }) => "created" | "exists";
  readonly revokeKey: (input: {
    readonly id: string;
    readonly projectId: string;
    readonly now: number;
    readonly audit: AuditEntry;
  }) => "revoked" | "absent";
  readonly updateKey: (input: {
    readonly id: string;
    readonly projectId: string;
    readonly change: KeyChange;
    readonly audit: AuditEntry;
  }) => "updated" | "absent";
  readonly touchKeys: (uses: readonly { readonly id: string; readonly at: number }[]) => void;
  readonly saveDraft: (input: {
    readonly draft: TemplateDraft & { readonly archive: Uint8Array };
    readonly audit: AuditEntry;
  }) => "saved" | "conflict";
  readonly endDraft: (input: { readonly draft: Pick<TemplateDraft, "templateId" | "digest">; readonly audit: AuditEntry }) => void;
}

/** Operations of which the passes themselves are written by each database in its own way. */
export interface IssuingOperations {
  readonly issue: (input: IssueInput & { readonly now: number }) => IssueResult;
  readonly amend: (input: AmendInput) => ChangeResult;
}

/** The steps of each operation. */
export function issuerSteps(queries: Kysely<Tables>): StepsOf<IssuerOperations> {
  return {
    *createProject({ project, audit }) {
      if ((yield* rowsOf(addProject(queries, project))).length === 0) return "exists";
      if (audit !== undefined) yield addAudit(queries, audit);
      return "created";
    },
    *updateProject({ id, change, audit }) {
      if ((yield* rowsOf(changeProject(queries, id, change))).length === 0) return "absent";
      yield addAudit(queries, audit);
      return "updated";
    },
    *assignPassType({ passTypeIdentifier, projectId, audit }) {
      yield setProject(queries, passTypeIdentifier, projectId);
      yield moveBarcodes(queries, passTypeIdentifier, projectId);
      if (audit !== undefined) yield addAudit(queries, audit);
    },
    *createKey({ key, audit }) {
      if ((yield* rowsOf(addKey(queries, key))).length === 0) return "exists";
      yield addAudit(queries, audit);
      return "created";
    },
    *revokeKey({ audit, ...key }) {
      if ((yield* rowsOf(revokeKey(queries, key))).length === 0) return "absent";
      yield addAudit(queries, audit);
      return "revoked";
    },
    *updateKey({ audit, change, ...key }) {
      if ((yield* rowsOf(changeKey(queries, key, change))).length === 0) return "absent";
      yield addAudit(queries, audit);
      return "updated";
    },
    *touchKeys(uses) {
      for (const { id, at } of uses) yield touchKey(queries, id, at);
    },
    *saveDraft({ draft, audit }) {
      const [published] = yield* rowsOf(newestTemplate(queries, draft.templateId));
      const [earlier] = yield* rowsOf(draftOf(queries, draft.templateId));
      // Passes stay with their pass type, and so does the template that they are updated from.
      for (const known of [published, earlier]) {
        if (known !== undefined && known.passTypeIdentifier !== draft.passTypeIdentifier) return "conflict";
      }
      yield writeDraft(queries, draft);
      yield addAudit(queries, audit);
      return "saved";
    },
    *endDraft({ draft, audit }) {
      yield dropDraft(queries, draft);
      yield addAudit(queries, audit);
    },
  };
}

/** What is written before a new pass, or why there is none: all that is asked comes before all that is written. */
export function* beforeIssue(
  queries: Kysely<Tables>,
  { pass, externalId, idempotency, origin, audit, now }: IssueInput & { readonly now: number },
): Work<IssueResult | null> {
  const { projectId } = audit;
  const { passTypeIdentifier, serialNumber, templateId } = pass;
  const mintHash = origin?.mintHash ?? null;
  if (mintHash !== null) {
    const [minted] = yield* rowsOf(mintedPass(queries, { projectId, hash: mintHash }));
    if (minted !== undefined) return { kind: "repeated", key: keyOf(minted) };
  }
  // Before the receipt: another process may commit the same request in between, and then its receipt is what counts.
  const [taken] = externalId === null ? [] : yield* rowsOf(recordsByExternalId(queries, { projectId, externalId, templateId }));
  if (idempotency !== null) {
    yield dropReceipts(queries, now - ISSUER_STORAGE_LIMITS.idempotencyMs);
    const [receipt] = yield* rowsOf(receiptOf(queries, projectId, idempotency.keyHash));
    if (receipt !== undefined) {
      return receipt.digest === idempotency.digest ? { kind: "repeated", key: keyOf(receipt) } : { kind: "key-reused" };
    }
  }
  if (taken !== undefined) {
    // A signed link is given the pass that its issuer has made for the same id by other means.
    if (mintHash === null) return { kind: "external-id-taken", key: keyOf(taken) };
    yield* writeOrigin(queries, origin, { projectId, key: keyOf(taken), now });
    return { kind: "repeated", key: keyOf(taken) };
  }
  // The first write: what comes for the last use of a link at the same time waits here.
  if (origin?.linkId != null && (yield* rowsOf(countUse(queries, origin.linkId, now))).length === 0) return { kind: "link-ended" };
  if (idempotency !== null) yield addReceipt(queries, { projectId, ...idempotency, passTypeIdentifier, serialNumber, at: now });
  yield addRecord(queries, {
    ...keyOf(pass),
    projectId,
    templateId,
    externalId,
    createdAt: now,
    deletedAt: null,
    source: origin?.source ?? null,
  });
  yield* writeOrigin(queries, origin, { projectId, key: keyOf(pass), now });
  yield addAudit(queries, audit);
  return null;
}

/** The address of the pass, and the name that a signed link has for it: two that come at once cannot both write it. */
function* writeOrigin(
  queries: Kysely<Tables>,
  origin: IssueOrigin | undefined,
  { projectId, key, now }: { readonly projectId: string; readonly key: PassKey; readonly now: number },
): Work<void> {
  if (origin === undefined) return;
  if (origin.mintHash !== null) yield addMinted(queries, { projectId, hash: origin.mintHash, ...key, at: now });
  if (origin.link !== null) yield addLink(queries, { ...origin.link, target: { kind: "pass", ...key } });
}

/** A deleted pass is not there for its issuer. */
export function* isDeleted(queries: Kysely<Tables>, { passTypeIdentifier, change }: AmendInput): Work<boolean> {
  const [record] = yield* rowsOf(recordsOf(queries, passTypeIdentifier, [change.serialNumber]));
  return record !== undefined && record.deletedAt !== null;
}

/** What is written after a pass was changed. */
export function* afterAmend(
  queries: Kysely<Tables>,
  { passTypeIdentifier, change: { serialNumber }, now, deletes, images = [], audit }: AmendInput,
  revision: number,
): Work<void> {
  for (const { path, content } of images) {
    if (content !== null) yield addImageContent(queries, content.digest, content.bytes);
    const image = { path, since: revision, digest: content?.digest ?? null };
    yield addPassImage(queries, { passTypeIdentifier, serialNumber }, image);
  }
  if (deletes) {
    const { projectId } = audit;
    const gone = { projectId, templateId: "", externalId: null, createdAt: now, deletedAt: now };
    yield deleteRecord(queries, { passTypeIdentifier, serialNumber, ...gone });
  }
  yield addAudit(queries, audit);
}

function keyOf({ passTypeIdentifier, serialNumber }: PassKey): PassKey {
  return { passTypeIdentifier, serialNumber };
}
