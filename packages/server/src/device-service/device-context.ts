import type { ActivityRecorder } from "../activity/activity-recorder.ts";
import type { PersonalInfo } from "@passwright/wallet/protocol";
import type { Logger } from "../logging/logger.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";
import type { Awaitable, Storage, StoredPass } from "../storage/storage.ts";
import type { ArchiveStore } from "./archive-store.ts";
import type { PassSource } from "./pass-source.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** What the endpoints work with. */
export interface DeviceContext {
  readonly storage: Pick<Storage, "passes" | "registrations" | "deviceLog" | "personalizations">;
  readonly source: Pick<PassSource, "signToken">;
  readonly archives: ArchiveStore;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Logger;
  readonly metrics: ServerMetrics;
  /** Takes down what devices do. */
  readonly activity: ActivityRecorder;
  readonly limiters: {
    readonly logs: RateLimiter;
    readonly allLogs: RateLimiter;
    readonly signUps: RateLimiter;
  };
  readonly personalizedValues: PersonalizedValues | undefined;
}

/**
 * The values of a pass once its holder has signed up, as JSON text; undefined leaves them as they are. What of the person is put
 * into them is shown on the pass, and stays there when the sign-up is erased.
 */
export type PersonalizedValues = (pass: StoredPass, info: PersonalInfo) => Awaitable<string | undefined>;
