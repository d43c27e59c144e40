import type { PassImageChange } from "../images/image-storage.ts";
import type { IssueOrigin } from "../distribution/distribution-storage.ts";
import type { PushWindow } from "../push-window.ts";
import type { ChangeResult, NewPass, PassChange, PassKey, PushTiming, StoredPass } from "../storage.ts";

/** What owns pass types, and with them templates and passes, and API keys. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** Epoch ms; 0: came with the installation. */
  readonly createdAt: number;
  /** Epoch ms: its keys no longer work, its passes go on. Null or absent: it is not archived. */
  readonly archivedAt?: number | null;
}

/** What changes of a project; what is absent stays. */
export interface ProjectChange {
  readonly name?: string;
  readonly archivedAt?: number | null;
}

/** The project that a fresh installation has; it owns every pass type that no other project was given. */
export const DEFAULT_PROJECT = "default";

/** A key of the issuer API, without its secret. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  /** How the key begins, for people to tell one from the other. */
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  /** Epoch ms from which on it no longer works; null: never. */
  readonly expiresAt: number | null;
  /** Ids of the templates that it is limited to; null: all of its project. */
  readonly templates: readonly string[] | null;
}

/** What changes of a key; what is absent stays. */
export interface KeyChange {
  readonly name?: string;
  readonly expiresAt?: number | null;
}

/** A key to be kept; `hash` is the SHA-256 of the whole key, in hex. */
export interface NewApiKey extends Omit<ApiKeyRecord, "lastUsedAt" | "revokedAt" | "expiresAt" | "templates"> {
  readonly hash: string;
  /** Never when absent. */
  readonly expiresAt?: number | null;
  /** All when absent. */
  readonly templates?: readonly string[] | null;
}

/** Who did what, when. Objects are named by their ids, never by what they hold. */
export interface AuditEntry {
  /** Epoch ms. */
  readonly at: number;
  readonly projectId: string;
  /** Id of the API key, or `local` for what was done on the machine. */
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly requestId: string;
}

/** A template that was uploaded and is not published yet. */
export interface TemplateDraft {
  readonly templateId: string;
  readonly passTypeIdentifier: string;
  readonly digest: string;
  readonly updatedAt: number;
}

/** What the issuer API knows of a pass beside the pass itself. */
export interface PassRecord extends PassKey {
  readonly projectId: string;
  readonly templateId: string;
  readonly externalId: string | null;
  readonly createdAt: number;
  readonly deletedAt: number | null;
  /** Where the pass was handed out, as the link of its template says; null otherwise. */
  readonly source?: string | null;
}

/** A revision of a pass, the newest among them. */
export interface PassRevision {
  readonly revision: number;
  /** Whole seconds since 1970. */
  readonly modifiedAt: number;
  readonly templateVersion: number;
  readonly values: string;
  readonly voided: boolean;
  readonly expiresAt: number | null;
}

/** Repeats of a request within {@link ISSUER_STORAGE_LIMITS} are told by this. */
export interface IdempotencyKey {
  /** SHA-256 of what the client sent, in hex. */
  readonly keyHash: string;
  /** SHA-256 of the request, in hex: the same key with another request is a fault of the client. */
  readonly digest: string;
}

export const ISSUER_STORAGE_LIMITS = {
  /** How long a repeated request is known as one. */
  idempotencyMs: 24 * 60 * 60 * 1000,
  auditEntriesPerPage: 200,
  revisionsPerPage: 100,
} as const;

export interface IssueInput {
  readonly pass: NewPass;
  readonly externalId: string | null;
  readonly idempotency: IdempotencyKey | null;
  /** Absent: made by its issuer. */
  readonly origin?: IssueOrigin;
  readonly audit: AuditEntry;
}

export type IssueResult =
  | { readonly kind: "created"; readonly pass: StoredPass }
  | { readonly kind: "repeated"; readonly key: PassKey }
  | { readonly kind: "key-reused" }
  /** The link is at its end, has expired or was revoked. */
  | { readonly kind: "link-ended" }
  | { readonly kind: "serial-taken" }
  | { readonly kind: "external-id-taken"; readonly key: PassKey };

export interface AmendInput {
  readonly passTypeIdentifier: string;
  readonly change: PassChange;
  readonly now: number;
  readonly window: PushWindow;
  /** Takes the pass away from the API; devices keep getting its last revision. */
  readonly deletes: boolean;
  /** Pictures that the pass has from this revision on. */
  readonly images?: readonly PassImageChange[];
  readonly audit: AuditEntry;
}

/** Projects, keys, audit. */
export interface AccessStore {
  createProject(project: Project, options?: { readonly audit?: AuditEntry }): Promise<"created" | "exists">;
  projects(): Promise<readonly Project[]>;
  updateProject(id: string, change: ProjectChange, options: { readonly audit: AuditEntry }): Promise<"updated" | "absent">;
  /** Gives a pass type to a project. */
  assignPassType(passTypeIdentifier: string, projectId: string, options?: { readonly audit?: AuditEntry }): Promise<void>;
  /** Pass types that were given to a project; all others are the first one's. */
  assignedPassTypes(): Promise<readonly { readonly passTypeIdentifier: string; readonly projectId: string }[]>;
  /** The project that owns a pass type. */
  projectOf(passTypeIdentifier: string): Promise<string>;
  createKey(key: NewApiKey, options: { readonly audit: AuditEntry }): Promise<"created" | "exists">;
  /** A key of a project that is archived is none. */
  findKey(hash: string): Promise<ApiKeyRecord | undefined>;
  /** Newest first, revoked ones among them. */
  keys(projectId: string): Promise<readonly ApiKeyRecord[]>;
  revokeKey(
    key: { readonly id: string; readonly projectId: string },
    options: { readonly now: number; readonly audit: AuditEntry },
  ): Promise<"revoked" | "absent">;
  updateKey(
    key: { readonly id: string; readonly projectId: string },
    change: KeyChange,
    options: { readonly audit: AuditEntry },
  ): Promise<"updated" | "absent">;
  /** Notes when keys were used last. */
  touchKeys(uses: readonly { readonly id: string; readonly at: number }[]): Promise<void>;
  /** Newest first. */
  audit(options: {
    readonly projectId: string;
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly (AuditEntry & { readonly id: number })[]>;
}

/** Templates before they are published, and passes as their issuer sees them. */
export interface IssuingStore {
  /** `conflict`: the id is that of a template of another pass type. */
  saveDraft(
    draft: TemplateDraft & { readonly archive: Uint8Array },
    options: { readonly audit: AuditEntry },
  ): Promise<"saved" | "conflict">;
  drafts(): Promise<readonly TemplateDraft[]>;
  /** A draft without its files. */
  draftFacts(templateId: string): Promise<TemplateDraft | undefined>;
  findDraft(templateId: string): Promise<(TemplateDraft & { readonly archive: Uint8Array }) | undefined>;
  /** Ends a draft that was published; one that was uploaded meanwhile stays. */
  endDraft(draft: Pick<TemplateDraft, "templateId" | "digest">, options: { readonly audit: AuditEntry }): Promise<void>;
  /** Writes a pass, its record, the receipt of the request and the audit entry in one transaction, or none of them. */
  issue(input: IssueInput, options: { readonly now: number }): Promise<IssueResult>;
  /** Changes a pass and queues its pushes, with the audit entry, in one transaction. */
  amend(
    input: Omit<AmendInput, "window" | "now">,
    options: { readonly now: number; readonly push: PushTiming },
  ): Promise<ChangeResult>;
  records(keys: readonly PassKey[]): Promise<readonly PassRecord[]>;
  findByExternalId(options: {
    readonly projectId: string;
    readonly externalId: string;
    readonly templateId?: string;
  }): Promise<readonly PassRecord[]>;
  /** Newest first, the present one included. */
  history(key: PassKey, options: { readonly before?: number; readonly limit: number }): Promise<readonly PassRevision[]>;
}
