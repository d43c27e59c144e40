/** Tables of public links, of keys and passes of signed links, and of mails. */
export interface DistributionTables {
  readonly links: {
    readonly id: string;
    readonly project_id: string;
    readonly pass_type: string;
    /** Null: of a template. */
    readonly serial_number: string | null;
    /** Null: of a pass. */
    readonly template_id: string | null;
    readonly input_values: string | null;
    /** JSON: a list of names. */
    readonly ask: string | null;
    readonly hash: string;
    readonly hint: string;
    readonly source: string | null;
    readonly created_at: number;
    readonly expires_at: number | null;
    readonly max_uses: number | null;
    readonly uses: number;
    readonly last_used_at: number | null;
    readonly revoked_at: number | null;
  };
  readonly mint_keys: {
    readonly id: string;
    readonly project_id: string;
    readonly template_id: string | null;
    readonly created_at: number;
    readonly revoked_at: number | null;
  };
  readonly mints: {
    readonly project_id: string;
    readonly hash: string;
    readonly pass_type: string;
    readonly serial_number: string;
    readonly at: number;
  };
  readonly mails: {
    readonly id: string;
    readonly project_id: string;
    readonly recipient: string;
    readonly locale: string;
    readonly subject: string | null;
    readonly body: string | null;
    /** JSON: pairs of pass type and serial number. */
    readonly passes: string;
    readonly state: string;
    readonly attempts: number;
    readonly due_at: number;
    readonly leased_by: string | null;
    readonly problem: string | null;
    readonly created_at: number;
    readonly ended_at: number | null;
  };
}
