import { Worker } from "node:worker_threads";
import { StorageError } from "../storage-error.ts";
import type { ConnectionSettings } from "./connect.ts";
import { fromErrorMessage } from "./sqlite-error.ts";
import type { OperationInput, OperationName, OperationOutput } from "../storage-operations.ts";
import type { WriterOperation, WriterReply, WriterRequest } from "./writer-messages.ts";

/** The writing thread, as the web server sees it. */
export interface Writer {
  /** Settles once the work is committed, and so on the disk. */
  run<Name extends OperationName>(name: Name, input: OperationInput<Name>): Promise<OperationOutput<Name>>;
  /** Finishes what was asked and closes the database. */
  close(): Promise<void>;
}

/** So many make a message before the turn is over: the thread commits the first while the next are made. */
const SENT_AT_ONCE = 16;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: StorageError): void;
}

/**
 * Starts the thread, which opens the file and brings its schema up to date.
 *
 * @param onDeath is told once when the thread ends though nobody closed it: nothing can be written any more.
 * @throws {StorageError} What opening the file failed with.
 */
export async function startWriter(settings: ConnectionSettings, onDeath: (error: StorageError) => void): Promise<Writer> {
  // As TypeScript where the sources run, as JavaScript where they are compiled.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const thread = new Worker(new URL(`./writer-thread.${extension}`, import.meta.url), {
    workerData: settings,
    // Flags of the process are not for its threads: with some of them a thread does not start.
    execArgv: [],
    // The small young generation keeps what is written once from being kept in memory.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let end: StorageError | undefined;
  let isOpen = false;
  let closing: Promise<void> | undefined;
  const opened = Promise.withResolvers<undefined>();
  const ended = Promise.withResolvers<undefined>();

  function stop(error: StorageError): void {
    if (end === undefined && isOpen && closing === undefined) onDeath(error);
    end ??= error;
    opened.reject(error);
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  }

  thread.on("message", (reply: WriterReply) => {
    switch (reply.kind) {
      case "ready":
        isOpen = true;
        opened.resolve(undefined);
        break;
      case "refused":
        stop(fromErrorMessage(reply.error));
        break;
      case "done":
        for (const answer of reply.answers) {
          const asked = waiting.get(answer.id);
          waiting.delete(answer.id);
          if ("error" in answer) asked?.reject(fromErrorMessage(answer.error));
          else asked?.resolve(answer.value);
        }
        break;
      case "closed":
        break;
    }
  });
  thread.on("error", (error) => {
    stop(new StorageError("ERR_STORAGE_UNAVAILABLE", "The thread that writes to the database has ended", { cause: error }));
  });
  thread.on("exit", (code) => {
    stop(
      closing === undefined
        ? new StorageError("ERR_STORAGE_UNAVAILABLE", `The thread that writes to the database has ended (${code})`)
        : new StorageError("ERR_STORAGE_CLOSED"),
    );
    ended.resolve(undefined);
  });
  const send = (request: WriterRequest) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(request);
  };
  let turn: WriterOperation[] = [];

  /** Sends what was asked in this turn: one message costs both threads less than many, and what comes together is committed together. */
  function sendTurn(): void {
    const operations = turn;
    turn = [];
    if (operations.length === 0) return;
    try {
      send({ kind: "run", operations });
    } catch {
      // One of them has no copy; the others have.
      for (const operation of operations) sendAlone(operation);
    }
  }

  function sendAlone(operation: WriterOperation): void {
    try {
      send({ kind: "run", operations: [operation] });
    } catch (error) {
      const asked = waiting.get(operation.id);
      waiting.delete(operation.id);
      asked?.reject(new StorageError("ERR_STORAGE_ARGUMENT", "A value cannot be stored", { cause: error }));
    }
  }

  try {
    await opened.promise;
  } catch (error) {
    await thread.terminate();
    throw error;
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (end !== undefined || closing !== undefined) {
          reject(end ?? new StorageError("ERR_STORAGE_CLOSED"));
          return;
        }
        const id = (nextId += 1);
        waiting.set(id, { resolve, reject });
        turn.push({ id, name, input });
        if (turn.length === 1) setImmediate(sendTurn);
        else if (turn.length === SENT_AT_ONCE) sendTurn();
      }),
    close: () => {
      if (closing === undefined) {
        sendTurn();
        if (end === undefined) send({ kind: "close" });
        closing = ended.promise;
      }
      return closing;
    },
  };
}
