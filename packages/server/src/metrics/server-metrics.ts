import type { Counter, Histogram, MetricRegistry } from "./metric-registry.ts";

/** Upper bounds in seconds: from a 304 out of memory to a request that was given up. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** What a server counts. Labels hold names out of tables only. */
export interface ServerMetrics {
  readonly requests: Counter<"endpoint" | "status">;
  readonly requestSeconds: Histogram<"endpoint">;
  /** `outcome`: built or failed. */
  readonly builds: Counter<"outcome">;
  readonly buildSeconds: Histogram<never>;
  /** `result`: hit, miss or shared (somebody else was building it already). */
  readonly archiveLookups: Counter<"result">;
  /** `change`: created, renewed or removed. */
  readonly registrations: Counter<"change" | "client">;
  /** `outcome`: delivered, retry, dead or failed. */
  readonly pushes: Counter<"outcome">;
  readonly deviceLog: Counter<"cause">;
  /** `reason`: why a request was turned away. */
  readonly refusals: Counter<"reason">;
  /** `route`: the id of a route of the API, or `none`. */
  readonly apiRequests: Counter<"route" | "status">;
  readonly apiRequestSeconds: Histogram<"route">;
  /** `reason`: the name of the problem that the API answered with. */
  readonly apiRefusals: Counter<"reason">;
}

/**
 * Defines what a server counts.
 *
 * @example
 * ```ts
 * const metrics = createServerMetrics(registry);
 * metrics.pushes.add({ outcome: "delivered" });
 * ```
 */
export function createServerMetrics(registry: MetricRegistry): ServerMetrics {
  return {
    requests: registry.counter("passwright_device_requests_total", "Requests of devices.", ["endpoint", "status"]),
    requestSeconds: registry.histogram(
      "passwright_device_request_seconds",
      "Time from a device's request to its answer.",
      ["endpoint"],
      SECONDS,
    ),
    builds: registry.counter("passwright_archive_builds_total", "Passes that were built and signed.", ["outcome"]),
    buildSeconds: registry.histogram("passwright_archive_build_seconds", "Time to build and sign a pass.", [], SECONDS),
    archiveLookups: registry.counter("passwright_archive_lookups_total", "Where passes that were asked for came from.", ["result"]),
    registrations: registry.counter("passwright_registrations_total", "Registrations that changed.", ["change", "client"]),
    pushes: registry.counter("passwright_pushes_total", "Pushes by what became of them.", ["outcome"]),
    deviceLog: registry.counter("passwright_device_log_messages_total", "Messages of devices by their cause.", ["cause"]),
    apiRequests: registry.counter("passwright_api_requests_total", "Requests to the API.", ["route", "status"]),
    apiRequestSeconds: registry.histogram(
      "passwright_api_request_seconds",
      "Time from a request to the API to its answer.",
      ["route"],
      SECONDS,
    ),
    apiRefusals: registry.counter("passwright_api_refusals_total", "Requests that the API answered with a problem.", ["reason"]),
    refusals: registry.counter("passwright_refusals_total", "Requests of devices that were turned away.", ["reason"]),
  };
}
