import { ENDPOINT_NAMES, matchRequest, type RequestMatch, type ServiceRequest } from "@passwright/wallet/protocol";
import { type ActivityRecorder, NO_ACTIVITY } from "../activity/activity-recorder.ts";
import { noteStray } from "../activity/find-stray.ts";
import type { Awaitable } from "../storage/storage.ts";
import { whenReady } from "./awaitable.ts";
import type { DeviceContext } from "./device-context.ts";
import { DEVICE_LIMITS, type DeviceLimits } from "./device-limits.ts";
import { type DeviceRequest, type DeviceResponse, emptyResponse, type EndpointLabel } from "./device-message.ts";
import { getPass } from "./endpoints/get-pass.ts";
import { list } from "./endpoints/list.ts";
import { personalize } from "./endpoints/personalize.ts";
import { register } from "./endpoints/register.ts";
import { unregister } from "./endpoints/unregister.ts";
import { writeLog } from "./endpoints/write-log.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import { refuse, refuseForNow } from "./refusals.ts";

/** What a device service is made of. */
export interface DeviceServiceOptions extends Omit<DeviceContext, "limiters" | "personalizedValues" | "activity"> {
  /** Nothing is taken down when absent. */
  readonly activity?: ActivityRecorder;
  readonly limits?: Partial<DeviceLimits>;
  /** What a sign-up changes in the values of a pass; nothing when absent. */
  readonly personalizedValues?: DeviceContext["personalizedValues"];
}

/** Wallet's web service, of whatever runtime. */
export interface DeviceService {
  /**
   * Answers a request. Never throws nor rejects: what goes wrong inside is logged, and the device gets an empty 500. The answer
   * is there at once where storage answers at once and nothing has to be built, read or written.
   */
  handle(request: DeviceRequest): Awaitable<DeviceResponse>;
}

/** Characters of an identifier in a line of the log: a stranger chooses them. */
const LOGGED_LENGTH = 80;

/**
 * The six endpoints of Wallet's web service.
 * Source: developer.apple.com/documentation/walletpasses/adding-a-web-service-to-update-passes.
 *
 * @example
 * ```ts
 * const service = createDeviceService({ storage, source, archives, clock: Date.now, log, metrics });
 * const listener = createDeviceListener(service, { mountPath: "/wallet" });
 * createServer((request, response) => void listener(request, response)).listen(8080);
 * ```
 */
export function createDeviceService(options: DeviceServiceOptions): DeviceService {
  const limits = { ...DEVICE_LIMITS, ...options.limits };
  const { clock, metrics, log } = options;
  const limiter = (burst: number, perSecond: number) => createRateLimiter({ burst, perSecond, keys: limits.addresses, clock });
  const context: DeviceContext = {
    ...options,
    activity: options.activity ?? NO_ACTIVITY,
    personalizedValues: options.personalizedValues,
    limiters: {
      logs: limiter(limits.logBurst, limits.logsPerSecond),
      allLogs: limiter(limits.allLogsBurst, limits.allLogsPerSecond),
      signUps: limiter(limits.signUpBurst, limits.signUpsPerSecond),
    },
  };
  const countRequest = createRequestCount(metrics);

  const answer = (request: DeviceRequest, match: RequestMatch): Awaitable<DeviceResponse> => {
    switch (match.kind) {
      case "found":
        return route(context, match.request, request, match.head);
      case "not-found":
        return whenReady(lookForStray(context, request), () => refuse(metrics, "not-found"));
      case "bad-identifier":
        return refuse(metrics, "bad-identifier");
      case "method-not-allowed":
        return refuse(metrics, "method", ["allow", match.allow.join(", ")]);
      default:
        return match satisfies never;
    }
  };

  return {
    handle: (request) => {
      const started = performance.now();
      const match = matchRequest(request.method, request.path, request.search);
      const endpoint: EndpointLabel = match.kind === "found" ? match.request.endpoint : "none";
      const finish = (response: DeviceResponse): DeviceResponse => {
        const milliseconds = performance.now() - started;
        const { status } = response;
        countRequest(endpoint, status, milliseconds / 1000);
        log.info("request", {
          requestId: request.id,
          endpoint,
          status,
          ms: Math.round(milliseconds * 1000) / 1000,
          ...subjectOf(match),
        });
        return response;
      };
      const fail = (error: unknown): DeviceResponse => {
        const answered = toRefusal(error, metrics);
        if (answered === null) log.error("request failed", { requestId: request.id, endpoint, error });
        else log.warn("request refused by storage", { requestId: request.id, endpoint, error });
        return finish(answered ?? emptyResponse(500));
      };
      try {
        const response = answer(request, match);
        return response instanceof Promise ? response.then(finish, fail) : finish(response);
      } catch (error) {
        return fail(error);
      }
    },
  };
}

function route(context: DeviceContext, match: ServiceRequest, request: DeviceRequest, head: boolean): Awaitable<DeviceResponse> {
  switch (match.endpoint) {
    case "getPass":
      return getPass(context, match, request, head);
    case "list":
      return list(context, match, head);
    case "register":
      return register(context, match, request);
    case "unregister":
      return unregister(context, match, request);
    case "log":
      return writeLog(context, request);
    case "personalize":
      return personalize(context, match, request);
    default:
      return match satisfies never;
  }
}

/** What storage refuses, by what follows from it; everything else is a fault of ours. */
const STORAGE_REFUSALS: Readonly<Record<string, "bad-identifier" | "busy">> = {
  // An identifier that the protocol allows and no database can hold.
  ERR_STORAGE_ARGUMENT: "bad-identifier",
  ERR_STORAGE_UNAVAILABLE: "busy",
  ERR_STORAGE_FULL: "busy",
  ERR_STORAGE_CLOSED: "busy",
};

/** How long a device is asked to wait for a database that does not answer. */
const STORAGE_WAIT_MS = 30_000;

function toRefusal(error: unknown, metrics: DeviceContext["metrics"]): DeviceResponse | null {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const reason = Object.hasOwn(STORAGE_REFUSALS, code) ? STORAGE_REFUSALS[code] : undefined;
  if (reason === undefined) return null;
  return reason === "busy" ? refuseForNow(metrics, reason, STORAGE_WAIT_MS) : refuse(metrics, reason);
}

function lookForStray({ storage: { passes }, activity }: DeviceContext, request: DeviceRequest): Awaitable<void> {
  const { method, mountPath = "", path } = request;
  return noteStray({ passes, activity }, { method, path: `${mountPath}${path}`, get: (name) => request.get(name) });
}

/** What a request was about. The device's whole identifier opens its list to anyone: eight characters tell devices apart. */
function subjectOf(match: RequestMatch): Readonly<Record<string, string | undefined>> | null {
  if (match.kind !== "found" || match.request.endpoint === "log") return null;
  const { request } = match;
  return {
    passType: clip(request.passTypeIdentifier),
    serial: "serialNumber" in request ? clip(request.serialNumber) : undefined,
    device: "deviceLibraryIdentifier" in request ? shorten(request.deviceLibraryIdentifier) : undefined,
  };
}

function shorten(identifier: string): string {
  return identifier.length > 8 ? `${identifier.slice(0, 8)}…` : identifier;
}

function clip(identifier: string): string {
  return identifier.length > LOGGED_LENGTH ? `${identifier.slice(0, LOGGED_LENGTH)}…` : identifier;
}

/** The series of each endpoint and status, looked up once. */
function createRequestCount(metrics: DeviceContext["metrics"]) {
  const labels = [...ENDPOINT_NAMES, "none"] as const;
  const counts = new Map<EndpointLabel, Map<number, { add(): void }>>(
    labels.map((name) => [name, new Map<number, { add(): void }>()]),
  );
  const seconds = new Map(labels.map((name) => [name, metrics.requestSeconds.series({ endpoint: name })]));
  return (endpoint: EndpointLabel, status: number, duration: number): void => {
    const statuses = counts.get(endpoint);
    let series = statuses?.get(status);
    if (series === undefined) {
      series = metrics.requests.series({ endpoint, status: String(status) });
      statuses?.set(status, series);
    }
    series.add();
    seconds.get(endpoint)?.observe(duration);
  };
}
