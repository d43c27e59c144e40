import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it came. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly method: string;
}

/** A real receiver on loopback. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** Connections that were made. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export type Answer = (request: Received, response: ServerResponse, raw: IncomingMessage) => void;

export const ok: Answer = (_, response) => void response.writeHead(204).end();

/** Starts one; it ends with the test. */
export async function startReceiver(
  answer: Answer = ok,
  options: { readonly tls?: { readonly key: string; readonly cert: string } } = {},
): Promise<Receiver> {
  const received: Received[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = {
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
        method: request.method ?? "",
      };
      received.push(one);
      answer(one, response, request);
    });
  };
  const server = options.tls === undefined ? createHttpServer(listener) : createHttpsServer(options.tls, listener);
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }));
  onTestFinished(close);
  return {
    url: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${port}/hook`,
    received,
    connections: () => connections,
    close,
  };
}
