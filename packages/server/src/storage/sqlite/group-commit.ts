import type Database from "better-sqlite3";
import { toErrorMessage } from "./sqlite-error.ts";
import type { StorageOperations } from "../storage-operations.ts";
import type { WriterAnswer, WriterOperation } from "./writer-messages.ts";

/** A group is closed after this long, so that the first in it does not wait for ever for the last. */
const GROUP_MS = 20;

/**
 * Runs what waits in as few transactions as it can: a commit costs a wait for the disk, whatever is in it. Each operation runs in
 * a savepoint of its own, so that one that fails takes nothing of its neighbours with it; where the transaction as a whole is
 * lost (a full disk), each is tried again by itself. Nothing is answered before it is committed.
 */
export function createGroupCommit(
  database: Database.Database,
  operations: StorageOperations,
): (waiting: WriterOperation[]) => readonly WriterAnswer[] {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollback = database.prepare("ROLLBACK");
  const save = database.prepare("SAVEPOINT operation");
  const keep = database.prepare("RELEASE operation");
  const undo = database.prepare("ROLLBACK TO operation");

  function run(operation: WriterOperation): unknown {
    // The request was typed by name where it was made.
    return (operations[operation.name] as (input: unknown) => unknown)(operation.input);
  }

  function runInSavepoint(operation: WriterOperation): WriterAnswer {
    save.run();
    try {
      const value = run(operation);
      keep.run();
      return { id: operation.id, value };
    } catch (error) {
      // SQLite ends the whole transaction by itself on some errors, a full disk among them: then there is nothing to go back to.
      if (!database.inTransaction) throw error;
      undo.run();
      keep.run();
      return { id: operation.id, error: toErrorMessage(error) };
    }
  }

  /** Takes from the front of what waits; answers come for all that was taken. */
  function commitGroup(waiting: readonly WriterOperation[], until: number): readonly WriterAnswer[] {
    const answers: WriterAnswer[] = [];
    try {
      begin.run();
      for (const operation of waiting) {
        answers.push(runInSavepoint(operation));
        if (performance.now() > until) break;
      }
      commit.run();
      return answers;
    } catch (error) {
      if (database.inTransaction) rollback.run();
      // The first to be tried when there is more than one goes alone next time.
      const [only] = waiting;
      if (only === undefined) return [];
      if (waiting.length === 1) return [{ id: only.id, error: toErrorMessage(error) }];
      return commitGroup([only], until);
    }
  }

  return (waiting) => {
    const answers = commitGroup(waiting, performance.now() + GROUP_MS);
    waiting.splice(0, answers.length);
    return answers;
  };
}
