/** Tables of counts. */
export interface StatisticsTables {
  /** What happened in a quarter of an hour: fine enough for the days of every time zone. */
  readonly statistics: {
    readonly pass_type: string;
    readonly template_id: string;
    readonly source: string;
    /** Quarters of an hour since 1970. 0: before anything was counted. */
    readonly slot: number;
    readonly issued: number;
    readonly installed: number;
    readonly removed: number;
    readonly updated: number;
    readonly pushed: number;
  };
  /** Passes by the day (since 1970, UTC) on which their devices asked for them last. */
  readonly active_passes: {
    readonly pass_type: string;
    readonly template_id: string;
    readonly day: number;
    readonly passes: number;
  };
}
