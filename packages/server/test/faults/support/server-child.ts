import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { OrderAnswers, OrderMessage, ServerMessage, ServerOrder } from "./server-orders.ts";

/** An order that was refused, or that the process took with it: then nobody knows whether it was done. */
export class OrderError extends Error {
  override readonly name = "OrderError";
  /** Of the error in the server; `KILLED` when the process ended before it answered. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A server in a process of its own. */
export interface ServerChild {
  /** Where it listens; null until it was told to start. */
  readonly origin: string | null;
  readonly isAlive: boolean;
  /** Lines of its log at level "error", and whatever it wrote to standard error. */
  readonly complaints: readonly string[];
  /** Settles when the process is gone. */
  readonly ended: Promise<unknown>;
  send<Kind extends ServerOrder["kind"]>(order: Extract<ServerOrder, { readonly kind: Kind }>): Promise<OrderAnswers[Kind]>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Ends in order. */
  stop(): Promise<void>;
}

export interface ServerChildOptions {
  /** Where compiled code is kept for the next process, which then loads in a third of the time. */
  readonly cacheFolder: string;
  /** Bytes that each of its files may hold, as `ulimit -f` limits them: a disk that is full. */
  readonly fileBytes?: number;
}

const ENTRY = fileURLToPath(new URL("./server-process.ts", import.meta.url));

/** `ulimit` counts in blocks of 512 bytes in POSIX shells, of 1024 in bash. */
const BLOCK = 512;

/** Starts the process and waits until all is loaded; the server in it waits for the order to start. */
export async function spawnServer({ cacheFolder, fileBytes }: ServerChildOptions): Promise<ServerChild> {
  const isCompiled = process.env["PASSWRIGHT_DIST"] === "1";
  const node = [process.execPath, ...(isCompiled ? [] : ["--conditions=@passwright/source"]), ENTRY];
  const [program = "", ...args] =
    fileBytes === undefined ? node : ["/bin/sh", "-c", `ulimit -f ${Math.floor(fileBytes / BLOCK)} && exec "$@"`, "sh", ...node];
  const child = spawn(program, args, {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, NODE_COMPILE_CACHE: cacheFolder },
  });
  const running = new RunningChild(child);
  await running.ready;
  return running;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

class RunningChild implements ServerChild {
  readonly complaints: string[] = [];
  readonly ready: Promise<void>;
  origin: string | null = null;
  readonly #child: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    this.ended = once(child, "close");
    child.stderr?.setEncoding("utf8").on("data", (text: string) => this.complaints.push(text));
    this.ready = new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", () => reject(new Error(`the server's process ended: ${this.complaints.join("")}`)));
      child.on("message", (message) => {
        this.#take(message as ServerMessage, resolve);
      });
    });
    child.once("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new OrderError("KILLED", "the process ended"));
      this.#waiting.clear();
    });
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && !this.#child.killed;
  }

  async send<Kind extends ServerOrder["kind"]>(order: Extract<ServerOrder, { readonly kind: Kind }>): Promise<OrderAnswers[Kind]> {
    if (!this.isAlive) throw new OrderError("KILLED", "the process has ended");
    this.#orders += 1;
    const message: OrderMessage = { id: this.#orders, order };
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(message.id, { resolve, reject }));
    // A channel that breaks here is told by "close".
    this.#child.send(message, () => undefined);
    const answered = (await answer) as OrderAnswers[Kind];
    if (order.kind === "start") ({ origin: this.origin } = answered as OrderAnswers["start"]);
    return answered;
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.ended;
  }

  async stop(): Promise<void> {
    if (this.isAlive) await this.send({ kind: "stop" });
    await this.ended;
  }

  #take(message: ServerMessage, onReady: () => void): void {
    switch (message.kind) {
      case "ready":
        onReady();
        return;
      case "log":
        this.complaints.push(...message.lines.split("\n").filter((line) => line.includes('"level":"error"')));
        return;
      case "answer":
        this.#waiting.get(message.id)?.resolve(message.answer);
        break;
      case "refusal":
        this.#waiting.get(message.id)?.reject(new OrderError(message.code, message.message));
        break;
    }
    this.#waiting.delete(message.id);
  }
}
