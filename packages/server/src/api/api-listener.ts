import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { rateKeyOf } from "../device-service/rate-limiter.ts";
import { clientAddressOf } from "../http/client-address.ts";
import type { HttpListener } from "../http/device-listener.ts";
import { HTTP_LIMITS, type HttpLimits } from "../http/http-limits.ts";
import { readRequestBody } from "../http/read-request-body.ts";
import { splitTarget } from "../http/request-target.ts";
import { stallGuard } from "../http/stall-guard.ts";
import { refuseBody } from "../http/unwanted-body.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";
import { requestIdOf } from "../logging/request-id.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { ApiKeyRecord } from "../storage/issuer/issuer-storage.ts";
import type { ApiAnswer, ApiCall, ApiContext, StreamGates } from "./api-context.ts";
import { hashKey, readBearerKey } from "./api-keys.ts";
import { ApiProblem } from "./api-problem.ts";
import { toOpenApi } from "./contract/openapi.ts";
import { PROBLEMS } from "./contract/problems.ts";
import { type RouteId, ROUTES } from "./contract/routes.ts";
import type { Route } from "./contract/routes/route.ts";
import { type EventSink, openEventStream } from "./event-stream.ts";
import { API_LIMITS } from "./contract/schemas/api-limits.ts";
import { allows } from "./contract/scopes.ts";
import { createCrossOrigin } from "./cross-origin.ts";
import { HANDLERS, type HandledId } from "./handlers/index.ts";
import type { RowsBody } from "./handlers/jobs/send-rows.ts";
import { isLimited, reachOf } from "./key-reach.ts";
import { createKeyUses } from "./key-uses.ts";
import { JOB_LIMITS } from "../jobs/job-limits.ts";
import { matchRoute } from "./match-route.ts";
import { createStreamGate } from "./open-streams.ts";
import { parseBy, parseJsonBody } from "./parse-json-body.ts";
import { API_RATES, type ApiRates, createQuotas } from "./rate-limits.ts";
import { sendAnswer } from "./send-answer.ts";

/** Where the API listens. */
export interface ApiListenerOptions {
  /** Path before `/api`, without a slash at its end. */
  readonly basePath: string;
  readonly trustedProxies: number;
  readonly rates?: Partial<ApiRates>;
  /** Origins whose pages may call the API; none when absent. */
  readonly corsOrigins?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
  readonly metrics: Pick<ServerMetrics, "apiRequests" | "apiRequestSeconds" | "apiRefusals">;
}

/** The issuer API on `node:http`. */
export interface ApiListener {
  readonly listener: HttpListener;
  /** Ends what would stay open: events, and bodies of rows after the step that they are at. */
  endStreams(): void;
  /** Writes what waits to be written. */
  close(): Promise<void>;
}

/** Puts the API onto a server: one table says which routes there are and who may use them, one function holds requests to it. */
export function createApiListener(context: ApiContext, options: ApiListenerOptions): ApiListener {
  const { basePath, trustedProxies, metrics, corsOrigins = [] } = options;
  const { clock, log, storage } = context;
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const quotas = createQuotas({ ...API_RATES, ...options.rates }, clock);
  const crossOrigin = createCrossOrigin(corsOrigins);
  const uses = createKeyUses(storage.access, log);
  const description = JSON.stringify(toOpenApi());
  const prefix = `${basePath}/api/`;
  const stopping = new AbortController();
  const gates: StreamGates = {
    bodies: createStreamGate({ all: JOB_LIMITS.openBodies, ofKey: JOB_LIMITS.openBodies }),
    events: createStreamGate({ all: JOB_LIMITS.openEvents, ofKey: JOB_LIMITS.openEventsOfKey }),
  };

  const strangerOf = (request: IncomingMessage) => rateKeyOf(clientAddressOf(request, trustedProxies));

  async function authenticate(request: IncomingMessage, trace: Trace): Promise<ApiKeyRecord> {
    const key = readBearerKey(request.headers.authorization ?? null);
    const found = key === null ? undefined : await storage.access.findKey(hashKey(key));
    if (found === undefined || !isValid(found, clock())) {
      quotas.stranger.take(strangerOf(request));
      throw new ApiProblem("unauthenticated", undefined, {}, ["www-authenticate", 'Bearer realm="passwright"']);
    }
    trace.key = found.id;
    quotas.key.take(found.id);
    uses.note(found.id, clock());
    return found;
  }

  async function answer(request: IncomingMessage, path: string, search: string, trace: Trace): Promise<ApiAnswer> {
    const match = matchRoute(request.method ?? "", path);
    // Strangers learn nothing of the addresses that there are.
    if (match.kind === "route" && match.id === "getDescription") {
      trace.route = match.id;
      return { status: 200, body: { json: description } };
    }
    const key = await authenticate(request, trace);
    if (match.kind === "none") throw new ApiProblem("not-found", "There is no such address.");
    if (match.kind === "other-method") throw new ApiProblem("method-not-allowed", undefined, {}, ["allow", match.allow]);
    trace.route = match.id;
    const route = routeOf(match.id);
    if (route.scope === null || !allows(key.scopes, route.scope)) {
      throw new ApiProblem("forbidden", `This needs a key with the scope ${route.scope}.`);
    }
    const reach = reachOf(key, context.keyKind);
    if (isLimited(reach) && route.forLimitedKeys !== true) {
      throw new ApiProblem("forbidden", `This needs a live key that is not limited to templates.`);
    }
    const query = route.query === undefined ? undefined : parseBy(route.query, readQuery(search), "query");
    if (route.body === "rows") trace.letBodyTakeTime();
    const signal = isLasting(route) ? trace.connection() : stopping.signal;
    const { body, bodyDigest } = await readBody(request, route, { limits, signal });
    const idempotencyKey = route.takesIdempotencyKey === true ? readIdempotencyKey(request) : null;
    const call: ApiCall = {
      ...context,
      requestId: trace.requestId,
      key,
      reach,
      params: match.params,
      query,
      body,
      idempotencyKey,
      bodyDigest,
      lastEventId: readLastEventId(request),
      signal,
      gates,
    };
    return (HANDLERS[match.id as HandledId] as (one: ApiCall) => Promise<ApiAnswer>)(call);
  }

  /** Never rejects. */
  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    { path, search, letBodyTakeTime }: { readonly path: string; readonly search: string; readonly letBodyTakeTime: () => void },
  ): Promise<void> {
    const started = performance.now();
    const requestId = requestIdOf(request.headers["x-request-id"]);
    const connection = () => signalOf(response, stopping.signal);
    const trace: Trace = { requestId, route: null, key: null, letBodyTakeTime, connection };
    let given: ApiAnswer | ApiProblem;
    try {
      given = await answer(request, path, search, trace);
    } catch (error) {
      given = toProblem(error);
      if (given.problem === "internal-error" || given.problem === "unavailable") {
        log.error("api request failed", { requestId: trace.requestId, route: trace.route, error });
      }
    }
    const quota = trace.key === null ? quotas.stranger.headers(strangerOf(request)) : quotas.key.headers(trace.key);
    try {
      const headers = [...quota, ...crossOrigin.headers(request)];
      if (given instanceof ApiProblem && trace.route === "sendRows") await drain(request);
      if (!(given instanceof ApiProblem) && "events" in given.body) await sendEvents(response, { trace, headers }, given.body);
      else await sendAnswer(request, response, given, { requestId: trace.requestId, headers });
    } catch (error) {
      // The connection is gone, and nobody is there to be told; or the rest of a long answer cannot be read.
      if (!response.destroyed) log.warn("api answer broke off", { requestId: trace.requestId, route: trace.route, error });
      response.destroy();
    }
    const status = given instanceof ApiProblem ? PROBLEMS[given.problem].status : given.status;
    const milliseconds = performance.now() - started;
    const ms = Math.round(milliseconds);
    const route = trace.route ?? "none";
    metrics.apiRequests.add({ route, status: String(status) });
    metrics.apiRequestSeconds.series({ route }).observe(milliseconds / 1000);
    if (given instanceof ApiProblem) metrics.apiRefusals.add({ reason: given.problem });
    log.info("api request", { requestId: trace.requestId, route: trace.route ?? "-", status, ms, key: trace.key });
  }

  const listener: HttpListener = (request, response, letBodyTakeTime = () => undefined) => {
    const { path, search } = splitTarget(request.url ?? "");
    if (!path.startsWith(prefix)) return false;
    const preflight = crossOrigin.preflight(request);
    if (preflight !== null) {
      refuseBody(request, response);
      response.writeHead(204, [...preflight]).end();
      return true;
    }
    void serve(request, response, { path: path.slice(prefix.length - 1), search, letBodyTakeTime });
    return true;
  };
  return { listener, endStreams: () => stopping.abort(), close: () => uses.flush() };
}

interface Trace {
  readonly requestId: string;
  route: RouteId | null;
  key: string | null;
  readonly letBodyTakeTime: () => void;
  /** Is aborted when the connection breaks or the server stops. */
  readonly connection: () => AbortSignal;
}

/** Whether requests of a route may last: they end with their connection. */
function isLasting({ body, answers }: Route): boolean {
  return body === "rows" || answers.some((answer) => answer.body === "events");
}

function signalOf(response: ServerResponse, stopping: AbortSignal): AbortSignal {
  const broken = new AbortController();
  if (response.destroyed) broken.abort();
  response.once("close", () => broken.abort());
  return AbortSignal.any([broken.signal, stopping]);
}

/** Who listens comes back after this time when the connection breaks. */
const RETRY_MS = 3000;

async function sendEvents(
  response: ServerResponse,
  { trace, headers: given }: { readonly trace: Trace; readonly headers: readonly string[] },
  { events, done }: { readonly events: (sink: EventSink) => Promise<void>; readonly done: () => void },
): Promise<void> {
  try {
    if (response.destroyed) return;
    const headers = ["x-request-id", trace.requestId, ...given, "cache-control", "no-store", "x-content-type-options", "nosniff"];
    await events(openEventStream(response, headers, { signal: trace.connection(), retryMs: RETRY_MS }));
    response.end();
  } finally {
    done();
  }
}

/** How long, and how much of, a body is read that nobody wants any more, so that its sender hears why. */
const DRAIN_MS = 1000;

function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    let size = 0;
    const end = () => {
      clearTimeout(timer);
      request.off("data", onData).off("end", end).off("close", end);
      request.pause();
      resolve();
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > HTTP_LIMITS.drainBytes) end();
    };
    const timer = setTimeout(end, DRAIN_MS);
    request.on("data", onData).once("end", end).once("close", end);
    request.resume();
  });
}

/** Ids that we gave out are short; what else a client claims to have seen is of no use. */
function readLastEventId(request: IncomingMessage): string | null {
  const given = request.headers["last-event-id"];
  return typeof given === "string" && /^[\w-]{1,64}$/u.test(given) ? given : null;
}

/** Revoked for ever, or at its end. */
function isValid({ revokedAt, expiresAt }: ApiKeyRecord, now: number): boolean {
  return revokedAt === null && (expiresAt === null || now < expiresAt);
}

function routeOf(id: RouteId): Route {
  const route = ROUTES.find((one) => one.id === id);
  if (route === undefined) throw new Error("a route that was matched is not in the table");
  return route;
}

/** @throws {ApiProblem} A parameter that is given twice means two things. */
function readQuery(search: string): Readonly<Record<string, string>> {
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (query.has(name)) throw new ApiProblem("invalid-request", "A parameter is given twice.");
    if (name === "__proto__") throw new ApiProblem("invalid-request", "There is no such parameter.");
    query.set(name, value);
  }
  return Object.fromEntries(query);
}

function readIdempotencyKey(request: IncomingMessage): string | null {
  const given = request.headers["idempotency-key"];
  if (given === undefined) return null;
  if (typeof given === "string" && /^[!-~]{1,255}$/u.test(given)) return given;
  throw new ApiProblem("invalid-request", "Idempotency-Key holds 1 to 255 visible ASCII characters.");
}

function isRepeatable(request: IncomingMessage, route: Route): boolean {
  return route.takesIdempotencyKey === true && request.headers["idempotency-key"] !== undefined;
}

const JSON_TYPE = /^application\/(?:json|merge-patch\+json)\s*(?:;|$)/iu;

async function readBody(
  request: IncomingMessage,
  route: Route,
  { limits, signal }: { readonly limits: HttpLimits; readonly signal: AbortSignal },
): Promise<{ readonly body: unknown; readonly bodyDigest: string }> {
  const { body: schema } = route;
  const contentType = request.headers["content-type"] ?? "";
  if (schema === "rows") {
    if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
      throw new ApiProblem("unsupported-media-type", "Send rows as they are, without Content-Encoding.");
    }
    const source = stallGuard(request, { limits, signal });
    return { body: { source, contentType } satisfies RowsBody, bodyDigest: "" };
  }
  const most = mostBytes(schema);
  const reading = await readRequestBody(request, most, Math.max(limits.drainBytes, most));
  if (reading.kind === "too-large") throw new ApiProblem("body-too-large", `This address takes ${most} bytes at most.`);
  if (reading.kind === "broken") throw new ApiProblem("invalid-request", "The body ended too early.");
  const { bytes } = reading;
  // Whether a request is a repetition is asked only of those that say so.
  const bodyDigest = isRepeatable(request, route) ? createHash("sha256").update(bytes).digest("hex") : "";
  if (schema === undefined) return { body: undefined, bodyDigest };
  if (schema === "template" || schema === "image") return { body: { bytes, contentType }, bodyDigest };
  if (bytes.length === 0 && route.isBodyOptional !== true) throw new ApiProblem("invalid-request", "There is no body.");
  if (bytes.length > 0 && !JSON_TYPE.test(contentType)) throw new ApiProblem("unsupported-media-type", "Send application/json.");
  return { body: parseJsonBody(bytes, schema), bodyDigest };
}

function mostBytes(schema: Route["body"]): number {
  if (schema === undefined) return 0;
  if (schema === "template") return API_LIMITS.templateBytes;
  return schema === "image" ? API_LIMITS.imageBytes : API_LIMITS.jsonBytes;
}

function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof StorageError && (error.code === "ERR_STORAGE_UNAVAILABLE" || error.code === "ERR_STORAGE_FULL")) {
    return new ApiProblem("unavailable");
  }
  if (error instanceof StorageError && error.code === "ERR_STORAGE_ARGUMENT") {
    return new ApiProblem("invalid-request", "A value holds a character that cannot be stored, or is too long.");
  }
  return new ApiProblem("internal-error");
}
