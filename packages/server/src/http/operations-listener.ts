import type { ServerResponse } from "node:http";
import type { Logger } from "../logging/logger.ts";
import type { MetricRegistry } from "../metrics/metric-registry.ts";
import type { Storage } from "../storage/storage.ts";
import type { HttpListener } from "./device-listener.ts";
import { splitTarget } from "./request-target.ts";
import { refuseBody } from "./unwanted-body.ts";

/** What operators' tools ask. */
export interface OperationsOptions {
  readonly storage: Pick<Storage, "ping">;
  readonly registry: MetricRegistry;
  readonly log: Logger;
  /** How long the database may take to answer before this process counts as not ready. */
  readonly pingTimeoutMs?: number;
  /** True once the process was told to stop: balancers then send it nothing more. */
  readonly isStopping?: () => boolean;
  /** True once only another start of this process can help: whoever watches over it then makes one. */
  readonly isDead?: () => boolean;
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const TEXT = "text/plain; charset=utf-8";
const OK: Page = { status: 200, type: TEXT, body: "ok\n" };
const DEAD: Page = { status: 503, type: TEXT, body: "dead\n" };
const NOT_READY: Page = { status: 503, type: TEXT, body: "not ready\n" };

/** How long one answer of the database counts: a stranger who asks again and again costs no query each time. */
const READY_MS = 1000;

/**
 * `GET /healthz` (the process lives and can work), `/readyz` (and its database answers) and `/metrics`. Why the database does not answer is
 * said in the log alone.
 *
 * @example
 * ```ts
 * const operations = createOperationsListener({ storage, registry, log });
 * ```
 */
export function createOperationsListener(options: OperationsOptions): HttpListener {
  const { isDead = () => false } = options;
  const readiness = createReadiness(options);
  const pages: ReadonlyMap<string, () => Page | Promise<Page>> = new Map<string, () => Page | Promise<Page>>([
    ["/healthz", () => (isDead() ? DEAD : OK)],
    ["/readyz", readiness],
    [
      "/metrics",
      async () => ({ status: 200, type: "text/plain; version=0.0.4; charset=utf-8", body: await options.registry.collect() }),
    ],
  ]);
  return (request, response) => {
    const page = pages.get(splitTarget(request.url ?? "").path);
    if (page === undefined) return false;
    refuseBody(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, ["allow", "GET, HEAD", "content-length", "0"]).end();
      return true;
    }
    Promise.resolve(page())
      .then((made) => send(response, made))
      .catch((error: unknown) => {
        options.log.error("operations page failed", { error });
        send(response, { status: 500, type: TEXT, body: "" });
      });
    return true;
  };
}

function createReadiness({ storage, log, isStopping = () => false, pingTimeoutMs = 2000 }: OperationsOptions): () => Promise<Page> {
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  const ping = async (): Promise<boolean> => {
    const signal = AbortSignal.timeout(pingTimeoutMs);
    try {
      await Promise.race([storage.ping(signal), rejectWhenAborted(signal)]);
      return true;
    } catch (error) {
      log.warn("database does not answer", { error });
      return false;
    }
  };
  return async () => {
    if (isStopping()) return NOT_READY;
    const now = performance.now();
    if (asked === null || now - asked.at > READY_MS) asked = { at: now, answer: ping() };
    return (await asked.answer) ? OK : NOT_READY;
  };
}

/** A driver may not know signals. */
function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("the database did not answer in time")), { once: true });
  });
}

function send(response: ServerResponse, { status, type, body }: Page): void {
  if (response.destroyed || response.headersSent) return;
  const headers = ["content-type", type, "content-length", String(Buffer.byteLength(body)), "cache-control", "no-store"];
  response.writeHead(status, headers).end(body);
}
