import { connect, type Socket } from "node:net";

/** A request that is written byte by byte, as no well-behaved client would. */
export interface RawRequest {
  readonly origin: string;
  readonly method: string;
  /** As it stands in the request line. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a connection ended. */
export interface RawEnd {
  /** Of the first answer; null: the connection was closed without one. */
  readonly status: number | null;
  readonly head: string;
  readonly ms: number;
  /** Bytes of the body that the other side's machine took. */
  readonly sent: number;
}

/**
 * Sends a request whose body does not end, and resolves when the server has closed the connection.
 *
 * @param more gives the next piece whenever one can be sent; null: nothing more.
 */
export function sendEndless(
  { origin, method, path, headers }: RawRequest,
  { more, everyMs }: { readonly more: () => Uint8Array | null; readonly everyMs: number },
): Promise<RawEnd> {
  const { hostname, port } = new URL(origin);
  const started = performance.now();
  return new Promise((resolve) => {
    let text = "";
    let sent = 0;
    const socket: Socket = connect(Number(port), hostname);
    const isChunked = headers["transfer-encoding"] === "chunked";
    const lines = Object.entries({ host: "localhost", ...headers }).map(([name, value]) => `${name}: ${value}`);
    socket.write(`${[`${method} ${path} HTTP/1.1`, ...lines].join("\r\n")}\r\n\r\n`);
    const put = () => {
      const piece = socket.writable && socket.writableLength < 256 * 1024 ? more() : null;
      if (piece === null) return;
      sent += piece.length;
      socket.write(
        isChunked ? Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]) : piece,
      );
    };
    const timer = setInterval(() => {
      put();
      // Without a pause: as fast as it is taken.
      if (everyMs === 0) for (let index = 0; index < 64; index += 1) put();
    }, everyMs);
    socket.on("data", (chunk: Buffer) => {
      if (text.length < 65_536) text += chunk.toString("latin1");
    });
    // Whoever writes into a connection that is closed hears of it as an error.
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    socket.on("close", () => {
      clearInterval(timer);
      const [head = ""] = text.split("\r\n\r\n", 1);
      const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(head)?.[1] ?? Number.NaN);
      resolve({ status: Number.isNaN(status) ? null : status, head, ms: performance.now() - started, sent });
    });
  });
}
