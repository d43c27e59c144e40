/**
 * The thread that writes to SQLite: the only one, so that writers never wait for each other's locks and the web server never
 * waits for the disk.
 *
 * @module
 */
import { isMainThread, parentPort, workerData, type MessagePort } from "node:worker_threads";
import { connectWriter, type ConnectionSettings } from "./connect.ts";
import { createGroupCommit } from "./group-commit.ts";
import { toErrorMessage } from "./sqlite-error.ts";
import { createWriterOperations } from "./create-operations.ts";
import type { WriterOperation, WriterReply, WriterRequest } from "./writer-messages.ts";

function serve(port: MessagePort, settings: ConnectionSettings): void {
  const send = (reply: WriterReply) => {
    port.postMessage(reply);
  };
  let database;
  try {
    database = connectWriter(settings);
  } catch (error) {
    send({ kind: "refused", error: toErrorMessage(error) });
    return;
  }
  const connection = database;
  const commitNext = createGroupCommit(connection, createWriterOperations(connection, settings));
  const waiting: WriterOperation[] = [];
  let isClosing = false;
  let isScheduled = false;

  function turn(): void {
    isScheduled = false;
    if (waiting.length > 0) send({ kind: "done", answers: commitNext(waiting) });
    if (waiting.length > 0) schedule();
    else if (isClosing) close();
  }

  /** After the messages that have come already: they join the same commit. */
  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(turn);
  }

  function close(): void {
    try {
      connection.close();
    } finally {
      send({ kind: "closed" });
      port.close();
    }
  }

  port.on("message", (request: WriterRequest) => {
    if (request.kind === "run") waiting.push(...request.operations);
    else isClosing = true;
    schedule();
  });
  send({ kind: "ready" });
}

// Loaded as a thread and in no other way.
if (!isMainThread && parentPort !== null) serve(parentPort, workerData as ConnectionSettings);
