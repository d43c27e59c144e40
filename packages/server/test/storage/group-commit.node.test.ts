import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { createGroupCommit } from "../../src/storage/sqlite/group-commit.ts";
import type { StorageOperations } from "../../src/storage/storage-operations.ts";
import type { WriterOperation } from "../../src/storage/sqlite/writer-messages.ts";

/** A database with one table, and operations that write to it; `resume` fails after it has written. */
function openLog() {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE log (line TEXT NOT NULL)");
  const add = database.prepare<[string]>("INSERT INTO log VALUES (?)");
  const operations = {
    release: ({ worker }: { readonly worker: string }) => {
      add.run(worker);
    },
    resume: (line: string) => {
      add.run(line);
      throw new Error("refused after writing");
    },
    pause: () => {
      add.run("lost with the transaction");
      database.exec("ROLLBACK");
      throw new Error("the transaction is gone");
    },
  } as unknown as StorageOperations;
  return {
    run: createGroupCommit(database, operations),
    lines: () => database.prepare<[], string>("SELECT line FROM log").pluck().all(),
  };
}

function write(id: number): WriterOperation {
  return { id, name: "release", input: { worker: `line ${id}`, now: 0 } };
}

test("what waits is committed together and answered in its order", () => {
  const { run, lines } = openLog();
  const waiting = [write(1), write(2), write(3)];
  expect(run(waiting).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(waiting).toEqual([]);
  expect(lines()).toEqual(["line 1", "line 2", "line 3"]);
});

test("an operation that fails leaves nothing, and its neighbours everything", () => {
  const { run, lines } = openLog();
  const answers = run([write(1), { id: 2, name: "resume", input: "half" }, write(3)]);
  expect(answers).toMatchObject([{ id: 1 }, { id: 2, error: { code: "ERR_STORAGE_FAILED" } }, { id: 3 }]);
  expect(lines()).toEqual(["line 1", "line 3"]);
});

test("where the whole transaction is lost each operation is tried by itself, and nothing is answered that was not kept", () => {
  const { run, lines } = openLog();
  const waiting = [write(1), { id: 2, name: "pause", input: {} } as const, write(3)];
  const answers = [];
  for (let turn = 0; waiting.length > 0 && turn < 10; turn += 1) answers.push(...run(waiting));
  expect(answers).toMatchObject([{ id: 1 }, { id: 2, error: { code: "ERR_STORAGE_FAILED" } }, { id: 3 }]);
  expect(answers[0]).not.toHaveProperty("error");
  expect(lines()).toEqual(["line 1", "line 3"]);
});
