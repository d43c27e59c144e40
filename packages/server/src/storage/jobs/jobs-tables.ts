/** Tables of jobs and of what became of their rows. */
export interface JobTables {
  readonly jobs: {
    readonly id: string;
    readonly project_id: string;
    readonly pass_type: string;
    readonly template_id: string;
    readonly kind: string;
    readonly state: string;
    readonly plan: string;
    readonly actor: string;
    readonly created_at: number;
    readonly updated_at: number;
    readonly ended_at: number | null;
    readonly version: number;
    readonly position: number;
    readonly cursor_text: string;
    readonly digest: string;
    readonly total: number | null;
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly failed: number;
    readonly problem: string | null;
    /** When a worker may take it; null: no worker may. */
    readonly due_at: number | null;
    readonly leased_by: string | null;
  };
  readonly job_results: {
    readonly job_id: string;
    /** Number of the last row in the piece. */
    readonly last_row: number;
    /** 1: one of them failed. */
    readonly failed: number;
    /** NDJSON. */
    readonly lines: string;
  };
}
