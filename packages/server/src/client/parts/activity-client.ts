import type { Statistics, Timeline } from "../api-types.ts";
import type { Call } from "../call.ts";
import type { Operations } from "../operations.ts";
import { type PassName, toPath } from "./pass-client.ts";

/** `format` is chosen by the function. */
export type StatisticsQuery = Omit<NonNullable<Operations["getStatistics"]["query"]>, "format">;

/** What became of passes. */
export interface ActivityClient {
  /** What happened to a pass, and why it does not update. */
  readonly timeline: (pass: PassName) => Promise<Timeline>;
  readonly statistics: (query?: StatisticsQuery) => Promise<Statistics>;
  /** The counts as CSV in UTF-8. */
  readonly statisticsTable: (query?: StatisticsQuery) => Promise<Uint8Array>;
}

export function createActivityClient(call: Call): ActivityClient {
  return {
    timeline: (pass) => call("getTimeline", { path: toPath(pass) }),
    statistics: (query) => call("getStatistics", { query: query ?? {} }),
    statisticsTable: (query) => call("downloadStatistics", { query: query ?? {} }),
  };
}
