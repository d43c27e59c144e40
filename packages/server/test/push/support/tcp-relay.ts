import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A relay on this machine before a server: what goes wrong between two hosts happens here. */
export interface TcpRelay {
  readonly origin: string;
  /** From now on nothing gets through, and nobody is told: a cable pulled. */
  freeze(): void;
  close(): Promise<void>;
}

/** @param port of the server; null: connections are taken and nothing more. */
export async function startTcpRelay(port: number | null): Promise<TcpRelay> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = port === null ? undefined : connect(port, "127.0.0.1");
    for (const socket of far === undefined ? [near] : [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    if (far !== undefined) {
      near.pipe(far);
      far.pipe(near);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    freeze() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
