import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "../logging/logger.ts";
import { requestIdOf } from "../logging/request-id.ts";
import type { HttpListener } from "./device-listener.ts";
import { HTTP_LIMITS, type HttpLimits } from "./http-limits.ts";
import { toProblem } from "./problem.ts";
import { hasBody, refuseBody } from "./unwanted-body.ts";

/** What a server is made of. */
export interface HttpServerOptions {
  /** In order: the first that takes a request answers it. */
  readonly listeners: readonly HttpListener[];
  readonly log: Logger;
  readonly limits?: Partial<HttpLimits>;
}

/** A server with its limits, and a way to end it that loses no answer. */
export interface HttpServer {
  readonly server: Server;
  /** Resolves with the port. @throws The error of `listen`. */
  listen(options: { readonly host: string; readonly port: number }): Promise<number>;
  /** Takes no new connections, lets requests under way end for so many milliseconds, then closes what is left. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/**
 * An HTTP server with limits on everything that a stranger decides on.
 *
 * @example
 * ```ts
 * const { listen, stop } = createHttpServer({ listeners: [createDeviceListener(service, { mountPath: "/wallet" })], log });
 * const port = await listen({ host: "127.0.0.1", port: 0 });
 * process.once("SIGTERM", () => void stop({ graceMs: 20_000 }));
 * ```
 */
export function createHttpServer({ listeners, log, limits: given = {} }: HttpServerOptions): HttpServer {
  const limits = { ...HTTP_LIMITS, ...given };
  let isStopping = false;
  const newest = new WeakMap<Duplex, ServerResponse>();
  const server = createServer(
    {
      headersTimeout: limits.headersTimeout,
      // Of bodies alone, and below: Node would end those that take as long as they need.
      requestTimeout: 0,
      keepAliveTimeout: limits.keepAliveTimeout,
      maxHeaderSize: limits.maxHeaderSize,
      connectionsCheckingInterval: Math.max(100, Math.min(5000, Math.ceil(limits.headersTimeout / 3))),
      noDelay: true,
    },
    (request, response) => {
      // A connection that stays open would keep the server from ending.
      if (isStopping) response.shouldKeepAlive = false;
      newest.set(request.socket, response);
      const letBodyTakeTime = hasBody(request) ? limitBody(server, request, limits.requestTimeout) : () => undefined;
      answer(request, response, { listeners, log, letBodyTakeTime });
    },
  );
  server.maxHeadersCount = limits.maxHeaders;
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.stallTimeout;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const response = newest.get(socket);
    // A refusal in the middle of an answer would be read as a part of it.
    if (response !== undefined && response.headersSent && !response.writableFinished) socket.destroy();
    else refuseConnection(error, socket);
  });

  return {
    server,
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen({ host, port }, () => {
          server.off("error", reject);
          const address = server.address();
          resolve(typeof address === "object" && address !== null ? address.port : port);
        });
      }),
    stop: async ({ graceMs }) => {
      isStopping = true;
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      // A connection whose last answer went out meanwhile is idle, and Node waits for its client to close it.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(timer);
    },
  };
}

/** Ends a connection whose body takes too long to come; gives what lifts the limit. */
function limitBody(server: Server, request: IncomingMessage, milliseconds: number): () => void {
  const timer = setTimeout(() => {
    if (request.complete) return;
    server.emit("clientError", Object.assign(new Error("the body is late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), request.socket);
  }, milliseconds);
  const clear = () => clearTimeout(timer);
  request.once("end", clear).once("close", clear);
  return clear;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { listeners, log, letBodyTakeTime }: Pick<HttpServerOptions, "listeners" | "log"> & { readonly letBodyTakeTime: () => void },
): void {
  try {
    if (listeners.some((listener) => listener(request, response, letBodyTakeTime))) return;
    refuseBody(request, response);
    sendProblem(response, 404, requestIdOf(request.headers["x-request-id"]));
  } catch (error) {
    // One id: who is told it finds the line.
    const requestId = requestIdOf(request.headers["x-request-id"]);
    log.error("request failed", { requestId, error });
    if (response.headersSent) response.destroy();
    else sendProblem(response, 500, requestId);
  }
}

function sendProblem(response: ServerResponse, status: number, requestId: string): void {
  const { contentType, body } = toProblem(status, { requestId });
  response.writeHead(status, ["content-type", contentType, "content-length", String(Buffer.byteLength(body))]).end(body);
}

/** What cannot be read as a request; the bytes of it are neither answered nor logged. */
const PARSER_STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function refuseConnection({ code = "" }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = PARSER_STATUSES[code] ?? 400;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
