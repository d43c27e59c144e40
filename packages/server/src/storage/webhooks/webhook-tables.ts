/** Tables of webhooks. */
export interface WebhookTables {
  readonly webhook_endpoints: {
    readonly id: string;
    readonly project_id: string;
    readonly url: string;
    readonly description: string;
    /** With spaces between and around, or `*`. */
    readonly event_types: string;
    /** A JSON array; null: all. */
    readonly pass_types: string | null;
    readonly templates: string | null;
    readonly is_enabled: number;
    readonly disabled_reason: string | null;
    readonly disabled_at: number | null;
    /** Sealed, as the old one. */
    readonly sealed_secret: string;
    readonly old_sealed_secret: string | null;
    readonly old_until: number | null;
    /** Attempts that failed since the last that did not. */
    readonly failures: number;
    readonly failing_since: number | null;
    /** Nothing is sent to it before. */
    readonly hold_until: number;
    readonly created_at: number;
    readonly updated_at: number;
    readonly deleted_at: number | null;
  };
  readonly webhook_deliveries: {
    readonly endpoint_id: string;
    readonly event_id: string;
    readonly type: string;
    readonly at: number;
    readonly body: string;
    readonly state: string;
    readonly due_at: number | null;
    /** When the attempts that count were begun: when the event was written, or replayed. */
    readonly round_at: number;
    /** Attempts of the round. */
    readonly tries: number;
    readonly leased_by: string | null;
    /** Attempts, as a JSON array. */
    readonly history: string;
  };
}
