/** Tables of what happened to passes and devices last. */
export interface ActivityTables {
  /** Registrations that are over: the last end of each. */
  readonly ended_registrations: {
    readonly pass_type: string;
    readonly serial_number: string;
    readonly device_id: string;
    readonly registered_at: number | null;
    readonly ended_at: number;
    readonly cause: string;
  };
  /** One row per pass that somebody has asked for. Times are epoch ms, null: never. */
  readonly pass_activity: {
    readonly pass_type: string;
    readonly serial_number: string;
    readonly downloaded_at: number | null;
    readonly download_way: string | null;
    readonly downloads: number;
    readonly fetched_at: number | null;
    readonly fetched_revision: number | null;
    readonly fetches: number;
    readonly unchanged_at: number | null;
    readonly unchanged_revision: number | null;
    readonly unchanged_since: number | null;
    readonly unchanged: number;
    readonly refused_at: number | null;
    readonly refused_endpoint: string | null;
    readonly refusals: number;
    readonly stray_at: number | null;
    readonly stray_path: string | null;
    readonly strays: number;
    /** Day (since 1970, UTC) under which the pass is counted as active. */
    readonly seen_day: number | null;
  };
  /** One row per device and pass type that ever registered. */
  readonly device_activity: {
    readonly pass_type: string;
    readonly device_id: string;
    readonly listed_at: number | null;
    readonly listed_since: number | null;
    readonly listed_tag: number | null;
    readonly lists: number;
    readonly told_at: number | null;
    readonly told_tag: number | null;
    readonly push_at: number | null;
    readonly push_outcome: string | null;
    readonly push_status: number | null;
    readonly push_reason: string | null;
    readonly push_apns_id: string | null;
    readonly push_died_at: number | null;
    readonly push_version: number | null;
    readonly accepted_at: number | null;
    readonly accepted_version: number | null;
    readonly accepted: number;
    readonly refused: number;
  };
}
