import type { Generated } from "kysely";

/** Tables of barcodes, uses, scans and the keys that barcodes are signed with. */
export interface ScanTables {
  /** What a scanner may read of a pass, hashed. */
  readonly pass_barcodes: {
    readonly project_id: string;
    readonly message_hash: string;
    readonly pass_type: string;
    readonly serial_number: string;
  };
  /** Passes of which it is yet to be found out what their barcodes say. */
  readonly unindexed_passes: {
    readonly pass_type: string;
    readonly serial_number: string;
  };
  /** A row for each pass that was scanned, or changed in a way that scanners without a network have to know of. */
  readonly pass_uses: {
    readonly pass_type: string;
    readonly serial_number: string;
    readonly uses: number;
    readonly inside: number;
    readonly last_at: number | null;
    readonly last_gate: string | null;
    readonly last_scan: string | null;
    readonly changed_at: number;
  };
  readonly scans: {
    readonly id: Generated<number>;
    readonly scan_id: string;
    readonly project_id: string;
    readonly pass_type: string;
    readonly serial_number: string;
    readonly template_id: string;
    readonly at: number;
    readonly received_at: number;
    readonly gate: string | null;
    readonly direction: string;
    readonly offline: number;
    /** Null: let in. */
    readonly reason: string | null;
    /** JSON: what the verdict said. */
    readonly verdict: string;
    /** JSON: what undoing it has to take back. */
    readonly effect: string;
    readonly client_key: string | null;
    readonly digest: string;
    readonly actor: string;
    readonly undone_at: number | null;
    readonly undone_by: string | null;
  };
  readonly barcode_keys: {
    readonly project_id: string;
    /** Counts from 1 for each project. */
    readonly number: number;
    readonly kid: string;
    readonly public_key: string;
    readonly sealed_key: string;
    readonly active_from: number;
    readonly created_at: number;
    readonly retired_at: number | null;
  };
}
