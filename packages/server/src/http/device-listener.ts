import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyReading, DeviceRequest, DeviceResponse } from "../device-service/device-message.ts";
import type { DeviceService } from "../device-service/device-service.ts";
import { requestIdOf } from "../logging/request-id.ts";
import { clientAddressOf } from "./client-address.ts";
import { HTTP_LIMITS, type HttpLimits } from "./http-limits.ts";
import { readRequestBody } from "./read-request-body.ts";
import { splitTarget } from "./request-target.ts";

/**
 * Answers a request if it is for this listener; false leaves it to others, untouched. A body that may take longer than others do
 * is let take its time.
 */
export type HttpListener = (request: IncomingMessage, response: ServerResponse, letBodyTakeTime?: () => void) => boolean;

/** Where and how the device service listens. */
export interface DeviceListenerOptions {
  /** Path that webServiceURL ends in, without a slash at its end; `""` for the root. */
  readonly mountPath: string;
  /** Proxies in front that are believed about a client's address; 0 when absent. */
  readonly trustedProxies?: number;
  readonly limits?: Partial<Pick<HttpLimits, "drainBytes">>;
}

/**
 * Puts a device service onto `node:http`, straight: requests and answers of the Web's kind in between cost more than the rest of
 * a 304 altogether (docs/decisions/0013).
 *
 * @example
 * ```ts
 * const listener = createDeviceListener(service, { mountPath: "/wallet" });
 * createServer((request, response) => {
 *   if (!listener(request, response)) response.writeHead(404).end();
 * });
 * ```
 */
export function createDeviceListener(service: DeviceService, options: DeviceListenerOptions): HttpListener {
  const { mountPath, trustedProxies = 0 } = options;
  const prefix = `${mountPath}/`;
  const drainBytes = options.limits?.drainBytes ?? HTTP_LIMITS.drainBytes;
  return (request, response) => {
    const { path, search } = splitTarget(request.url ?? "");
    if (!path.startsWith(prefix)) return false;
    const deviceRequest = new NodeDeviceRequest(
      request,
      { mountPath, path: path.slice(mountPath.length), search },
      trustedProxies,
      drainBytes,
    );
    const answer = service.handle(deviceRequest);
    if (answer instanceof Promise) {
      // What could still go wrong is writing to a connection that is gone; nobody is there to be told.
      answer.then((ready) => send(request, response, deviceRequest.id, ready)).catch(() => response.destroy());
    } else {
      send(request, response, deviceRequest.id, answer);
    }
    return true;
  };
}

class NodeDeviceRequest implements DeviceRequest {
  readonly id: string;
  readonly method: string;
  readonly mountPath: string;
  readonly path: string;
  readonly search: string;
  readonly #request: IncomingMessage;
  readonly #trustedProxies: number;
  readonly #drainBytes: number;

  constructor(
    request: IncomingMessage,
    target: Readonly<Record<"mountPath" | "path" | "search", string>>,
    trustedProxies: number,
    drainBytes: number,
  ) {
    this.id = requestIdOf(request.headers["x-request-id"]);
    this.method = request.method ?? "";
    this.mountPath = target.mountPath;
    this.path = target.path;
    this.search = target.search;
    this.#request = request;
    this.#trustedProxies = trustedProxies;
    this.#drainBytes = drainBytes;
  }

  get address(): string {
    return clientAddressOf(this.#request, this.#trustedProxies);
  }

  get(name: string): string | null {
    const value = this.#request.headers[name];
    return typeof value === "string" ? value : null;
  }

  readBody(maxBytes: number): Promise<BodyReading> {
    return readRequestBody(this.#request, maxBytes, this.#drainBytes);
  }
}

/** Bytes of an unwanted body that are read and thrown away for the sake of the connection. */
const SMALL_BODY = 64 * 1024;

/** Bytes of an answer that are cheaper copied than sent as a piece of their own. */
const SMALL_ANSWER = 4096;

/** A connection on which much is still coming is closed behind the answer, not read to an end that a stranger decides on. */
function send(request: IncomingMessage, response: ServerResponse, id: string, { status, headers, chunks }: DeviceResponse): void {
  if (response.destroyed) return;
  const all = ["x-request-id", id, ...headers];
  if (!request.complete && isBodyLarge(request)) all.push("connection", "close");
  response.writeHead(status, all);
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1 && only.length <= SMALL_ANSWER) {
    // As a text it goes out with the head in one plain write; Latin-1 is every byte as it is.
    response.end(Buffer.from(only.buffer, only.byteOffset, only.byteLength).toString("latin1"), "latin1");
    return;
  }
  if (chunks.length > 1) response.cork();
  for (let index = 0; index < chunks.length - 1; index += 1) response.write(chunks[index]);
  response.end(chunks.at(-1));
  if (chunks.length > 1) response.uncork();
}

function isBodyLarge({ headers }: IncomingMessage): boolean {
  if (headers["transfer-encoding"] !== undefined) return true;
  const length = headers["content-length"];
  return length !== undefined && Number(length) > SMALL_BODY;
}
