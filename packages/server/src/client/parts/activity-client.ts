import type { Timeline } from "../api-types.ts";
import type { Call } from "../call.ts";
import { type PassName, toPath } from "./pass-client.ts";

/** What became of passes. */
export interface ActivityClient {
  /** What happened to a pass, and why it does not update. */
  readonly timeline: (pass: PassName) => Promise<Timeline>;
}

export function createActivityClient(call: Call): ActivityClient {
  return { timeline: (pass) => call("getTimeline", { path: toPath(pass) }) };
}
