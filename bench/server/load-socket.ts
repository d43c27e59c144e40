import { connect, type Socket } from "node:net";

/** What the generator needs to know of an answer. */
export interface LoadAnswer {
  readonly status: number;
  /** Of head and body. */
  readonly bytes: number;
}

type Take = (answer: LoadAnswer | Error) => void;

const HEAD_END = Buffer.from("\r\n\r\n");
const NO_BYTES = Buffer.alloc(0);

/** One connection with one request at a time under way. Bodies are counted, not kept. */
export class LoadSocket {
  readonly #socket: Socket;
  #take: Take | null = null;
  /** Bytes before the head is whole. */
  #head: Buffer = NO_BYTES;
  #status = 0;
  #size = 0;
  #missing = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", (error) => this.#settle(error));
    socket.on("close", () => this.#settle(new Error("the connection was closed")));
  }

  static open(port: number): Promise<LoadSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new LoadSocket(socket));
      });
    });
  }

  send(request: Buffer, take: Take): void {
    this.#take = take;
    this.#socket.write(request);
  }

  close(): void {
    this.#take = null;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#missing > 0) {
      this.#missing -= chunk.length;
      if (this.#missing <= 0) this.#settle({ status: this.#status, bytes: this.#size });
      return;
    }
    const head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) {
      this.#head = head;
      return;
    }
    this.#head = NO_BYTES;
    const text = head.toString("latin1", 0, end);
    this.#status = Number(text.slice(9, 12));
    const length = this.#status === 304 || this.#status === 204 ? 0 : Number(/\ncontent-length: (\d+)/iu.exec(text)?.[1]);
    if (Number.isNaN(length)) {
      this.#settle(new Error(`an answer without content-length: ${text}`));
      return;
    }
    this.#size = end + HEAD_END.length + length;
    this.#missing = this.#size - head.length;
    if (this.#missing <= 0) this.#settle({ status: this.#status, bytes: this.#size });
  }

  #settle(answer: LoadAnswer | Error): void {
    const take = this.#take;
    this.#take = null;
    this.#missing = 0;
    take?.(answer);
  }
}
