import type { Generated } from "kysely";

/** Tables of projects, keys, drafts, records, earlier revisions, receipts and audit. */
export interface IssuerTables {
  readonly projects: {
    readonly id: string;
    readonly name: string;
    readonly created_at: number;
    readonly archived_at: number | null;
  };
  readonly project_pass_types: { readonly pass_type: string; readonly project_id: string };
  readonly api_keys: {
    readonly id: string;
    readonly project_id: string;
    readonly name: string;
    readonly hash: string;
    readonly hint: string;
    /** Joined by spaces. */
    readonly scopes: string;
    readonly created_at: number;
    readonly last_used_at: number | null;
    readonly revoked_at: number | null;
    readonly expires_at: number | null;
    /** Ids joined by spaces; null: all. */
    readonly templates: string | null;
  };
  readonly template_drafts: {
    readonly id: string;
    readonly pass_type: string;
    readonly digest: string;
    readonly updated_at: number;
    readonly archive: Uint8Array;
  };
  readonly pass_records: {
    readonly pass_type: string;
    readonly serial_number: string;
    readonly project_id: string;
    readonly template_id: string;
    readonly external_id: string | null;
    readonly created_at: number;
    readonly deleted_at: number | null;
    readonly source: string | null;
  };
  /** Revisions that a newer one has taken the place of. */
  readonly pass_revisions: {
    readonly pass_type: string;
    readonly serial_number: string;
    readonly revision: number;
    readonly modified_at: number;
    readonly template_version: number;
    readonly input_values: string;
    readonly voided: number;
    readonly expires_at: number | null;
  };
  readonly idempotency_keys: {
    readonly project_id: string;
    readonly key_hash: string;
    readonly digest: string;
    readonly pass_type: string;
    readonly serial_number: string;
    readonly at: number;
  };
  readonly audit_log: {
    readonly id: Generated<number>;
    readonly at: number;
    readonly project_id: string;
    readonly actor: string;
    readonly action: string;
    readonly object: string;
    readonly request_id: string;
  };
}
