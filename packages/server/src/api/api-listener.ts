import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import { createRateLimiter, rateKeyOf } from "../device-service/rate-limiter.ts";
import { clientAddressOf } from "../http/client-address.ts";
import type { HttpListener } from "../http/device-listener.ts";
import { HTTP_LIMITS } from "../http/http-limits.ts";
import { readRequestBody } from "../http/read-request-body.ts";
import { splitTarget } from "../http/request-target.ts";
import { requestIdOf } from "../logging/request-id.ts";
import { StorageError } from "../storage/storage-error.ts";
import type { ApiKeyRecord } from "../storage/issuer/issuer-storage.ts";
import type { ApiAnswer, ApiCall, ApiContext, StreamGates } from "./api-context.ts";
import { hashKey, readBearerKey } from "./api-keys.ts";
import { ApiProblem, toProblemDocument } from "./api-problem.ts";
import { toOpenApi } from "./contract/openapi.ts";
import { PROBLEMS } from "./contract/problems.ts";
import { type RouteId, ROUTES } from "./contract/routes.ts";
import type { Route } from "./contract/routes/route.ts";
import { type EventSink, openEventStream } from "./event-stream.ts";
import { API_LIMITS } from "./contract/schemas/api-limits.ts";
import { allows } from "./contract/scopes.ts";
import { HANDLERS, type HandledId } from "./handlers/index.ts";
import type { RowsBody } from "./handlers/jobs/send-rows.ts";
import { createKeyUses } from "./key-uses.ts";
import { JOB_LIMITS } from "../jobs/job-limits.ts";
import { matchRoute } from "./match-route.ts";
import { createStreamGate } from "./open-streams.ts";
import { parseBy, parseJsonBody } from "./parse-json-body.ts";

/** How often keys and strangers may ask. */
export interface ApiRates {
  /** Requests of one key at once, and in a second for long. */
  readonly keyBurst: number;
  readonly keyPerSecond: number;
  /** Requests without a valid key, of one address. */
  readonly strangerBurst: number;
  readonly strangerPerSecond: number;
}

export const API_RATES: ApiRates = { keyBurst: 600, keyPerSecond: 100, strangerBurst: 30, strangerPerSecond: 1 };

/** Where the API listens. */
export interface ApiListenerOptions {
  /** Path before `/api`, without a slash at its end. */
  readonly basePath: string;
  readonly trustedProxies: number;
  readonly rates?: Partial<ApiRates>;
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
  const { basePath, trustedProxies } = options;
  const { clock, log, storage } = context;
  const rates = { ...API_RATES, ...options.rates };
  const keyRate = createRateLimiter({ burst: rates.keyBurst, perSecond: rates.keyPerSecond, keys: 10_000, clock });
  const strangerRate = createRateLimiter({ burst: rates.strangerBurst, perSecond: rates.strangerPerSecond, keys: 10_000, clock });
  const uses = createKeyUses(storage.access, log);
  const description = JSON.stringify(toOpenApi());
  const prefix = `${basePath}/api/`;
  const stopping = new AbortController();
  const gates: StreamGates = {
    bodies: createStreamGate({ all: JOB_LIMITS.openBodies, ofKey: JOB_LIMITS.openBodies }),
    events: createStreamGate({ all: JOB_LIMITS.openEvents, ofKey: JOB_LIMITS.openEventsOfKey }),
  };

  async function authenticate(request: IncomingMessage): Promise<ApiKeyRecord> {
    const key = readBearerKey(request.headers.authorization ?? null);
    const found = key === null ? undefined : await storage.access.findKey(hashKey(key));
    if (found === undefined || found.revokedAt !== null) {
      holdBack(strangerRate.take(rateKeyOf(clientAddressOf(request, trustedProxies))));
      throw new ApiProblem("unauthenticated", undefined, {}, ["www-authenticate", 'Bearer realm="passwright"']);
    }
    holdBack(keyRate.take(found.id));
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
    const key = await authenticate(request);
    trace.key = key.id;
    if (match.kind === "none") throw new ApiProblem("not-found", "There is no such address.");
    if (match.kind === "other-method") throw new ApiProblem("method-not-allowed", undefined, {}, ["allow", match.allow]);
    trace.route = match.id;
    const route = routeOf(match.id);
    if (route.scope === null || !allows(key.scopes, route.scope)) {
      throw new ApiProblem("forbidden", `This needs a key with the scope ${route.scope}.`);
    }
    const query = route.query === undefined ? undefined : parseBy(route.query, readQuery(search), "query");
    if (route.body === "rows") trace.letBodyTakeTime();
    const { body, bodyDigest } = await readBody(request, route);
    const idempotencyKey = route.takesIdempotencyKey === true ? readIdempotencyKey(request) : null;
    const call: ApiCall = {
      ...context,
      requestId: trace.requestId,
      key,
      params: match.params,
      query,
      body,
      idempotencyKey,
      bodyDigest,
      lastEventId: readLastEventId(request),
      signal: isLasting(route) ? trace.connection() : stopping.signal,
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
    try {
      if (given instanceof ApiProblem && trace.route === "sendRows") await drain(request);
      if (!(given instanceof ApiProblem) && "events" in given.body) await sendEvents(response, trace, given.body);
      else send(request, response, trace.requestId, given);
    } catch {
      // The connection is gone; nobody is there to be told.
      response.destroy();
    }
    const status = given instanceof ApiProblem ? PROBLEMS[given.problem].status : given.status;
    const ms = Math.round(performance.now() - started);
    log.info("api request", { requestId: trace.requestId, route: trace.route ?? "-", status, ms, key: trace.key });
  }

  const listener: HttpListener = (request, response, letBodyTakeTime) => {
    const { path, search } = splitTarget(request.url ?? "");
    if (!path.startsWith(prefix)) return false;
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
  trace: Trace,
  { events, done }: { readonly events: (sink: EventSink) => Promise<void>; readonly done: () => void },
): Promise<void> {
  try {
    if (response.destroyed) return;
    const headers = ["x-request-id", trace.requestId, "cache-control", "no-store", "x-content-type-options", "nosniff"];
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

function routeOf(id: RouteId): Route {
  const route = ROUTES.find((one) => one.id === id);
  if (route === undefined) throw new Error("a route that was matched is not in the table");
  return route;
}

function holdBack(waitMs: number): void {
  if (waitMs > 0) throw new ApiProblem("too-many-requests", undefined, {}, ["retry-after", String(Math.ceil(waitMs / 1000))]);
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

async function readBody(request: IncomingMessage, route: Route): Promise<{ readonly body: unknown; readonly bodyDigest: string }> {
  const { body: schema } = route;
  const contentType = request.headers["content-type"] ?? "";
  if (schema === "rows") {
    if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
      throw new ApiProblem("unsupported-media-type", "Send rows as they are, without Content-Encoding.");
    }
    return { body: { source: request, contentType } satisfies RowsBody, bodyDigest: "" };
  }
  const most = schema === undefined ? 0 : schema === "template" ? API_LIMITS.templateBytes : API_LIMITS.jsonBytes;
  const reading = await readRequestBody(request, most, Math.max(HTTP_LIMITS.drainBytes, most));
  if (reading.kind === "too-large") throw new ApiProblem("body-too-large", `This address takes ${most} bytes at most.`);
  if (reading.kind === "broken") throw new ApiProblem("invalid-request", "The body ended too early.");
  const { bytes } = reading;
  // Whether a request is a repetition is asked only of those that say so.
  const bodyDigest = isRepeatable(request, route) ? createHash("sha256").update(bytes).digest("hex") : "";
  if (schema === undefined) return { body: undefined, bodyDigest };
  if (schema === "template") return { body: { bytes, contentType }, bodyDigest };
  if (bytes.length === 0 && route.isBodyOptional !== true) throw new ApiProblem("invalid-request", "There is no body.");
  if (bytes.length > 0 && !JSON_TYPE.test(contentType)) throw new ApiProblem("unsupported-media-type", "Send application/json.");
  return { body: parseJsonBody(bytes, schema), bodyDigest };
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

function send(request: IncomingMessage, response: ServerResponse, requestId: string, given: ApiAnswer | ApiProblem): void {
  if (response.destroyed || response.headersSent) return;
  const { status, type, chunks, headers } = given instanceof ApiProblem ? toProblemParts(given, requestId) : toParts(given);
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const all = ["x-request-id", requestId, "content-type", type, "content-length", String(length), ...headers];
  all.push("cache-control", "no-store", "x-content-type-options", "nosniff");
  // What is still coming of a body that is not wanted is not read to an end that a stranger decides on.
  if (!request.complete) all.push("connection", "close");
  response.writeHead(status, all);
  for (const chunk of chunks) response.write(chunk);
  response.end();
}

interface Parts {
  readonly status: number;
  readonly type: string;
  readonly chunks: readonly Uint8Array[];
  readonly headers: readonly string[];
}

function toProblemParts(problem: ApiProblem, requestId: string): Parts {
  const text = JSON.stringify(toProblemDocument(problem, requestId));
  const { status } = PROBLEMS[problem.problem];
  return { status, type: "application/problem+json", chunks: [Buffer.from(text)], headers: problem.headers };
}

function toParts({ status, headers = [], body }: ApiAnswer): Parts {
  if ("lines" in body) {
    const text = body.lines.map((line) => `${line}\n`).join("");
    return { status, type: "application/x-ndjson", chunks: [Buffer.from(text)], headers };
  }
  if ("events" in body) throw new Error("events are no answer of one piece");
  if ("json" in body) {
    const text = typeof body.json === "string" ? body.json : JSON.stringify(body.json);
    return { status, type: "application/json", chunks: [Buffer.from(text)], headers };
  }
  if ("bytes" in body) return { status, type: body.type, chunks: [body.bytes], headers };
  // Only what no header and no file system takes for something else.
  const name = body.fileName.replaceAll(/[^\w.@+~=-]/gu, "_").slice(0, 100);
  const isBundle = "bundle" in body;
  const disposition = `attachment; filename="${name}.${isBundle ? "pkpasses" : "pkpass"}"`;
  return {
    status,
    type: isBundle ? MEDIA_TYPES.bundle : MEDIA_TYPES.pass,
    chunks: isBundle ? body.bundle : body.pass,
    headers: [...headers, "content-disposition", disposition],
  };
}
