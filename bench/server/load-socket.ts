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

/** What all connections read into, one after the other: an array for each piece would be half of what a request costs here. */
const pieces = Buffer.allocUnsafe(256 * 1024);

/** One connection with one request at a time under way. Bodies are counted, not kept. */
export class LoadSocket {
  #socket: Socket | undefined;
  #take: Take | null = null;
  /** Bytes before the head is whole. */
  #head: Buffer = NO_BYTES;
  #status = 0;
  #size = 0;
  #missing = 0;

  private constructor() {}

  static open(port: number): Promise<LoadSocket> {
    const opened = new LoadSocket();
    return new Promise((resolve, reject) => {
      const onread = {
        buffer: pieces,
        callback: (length: number) => {
          opened.#read(pieces.subarray(0, length));
          return true;
        },
      };
      const socket = connect({ port, host: "127.0.0.1", noDelay: true, onread });
      opened.#socket = socket;
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        socket.on("error", (error) => opened.#settle(error));
        socket.on("close", () => opened.#settle(new Error("the connection was closed")));
        resolve(opened);
      });
    });
  }

  send(request: Buffer, take: Take): void {
    this.#take = take;
    this.#socket?.write(request);
  }

  close(): void {
    this.#take = null;
    this.#socket?.destroy();
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
      // The next piece takes the place of this one.
      this.#head = Buffer.from(head);
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
