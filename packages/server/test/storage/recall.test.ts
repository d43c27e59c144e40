import type { CompiledQuery } from "kysely";
import { expect, test } from "vitest";
import { withRecall } from "../../src/storage/recall.ts";
import type { StorageBackend } from "../../src/storage/storage-backend.ts";

/** A database that counts what it is asked, and whose writes end when they are told to. */
function countingBackend(isOnlyWriter = true) {
  let asked = 0;
  const writes: PromiseWithResolvers<undefined>[] = [];
  const rows: unknown[] = [{ id: 1 }];
  const backend = {
    isOnlyWriter,
    all: () => {
      asked += 1;
      return [...rows];
    },
    run: () => {
      const write = Promise.withResolvers<undefined>();
      writes.push(write);
      return write.promise;
    },
  } as unknown as StorageBackend;
  return { backend, rows, writes, asked: () => asked };
}

const query = () => ({ sql: "", parameters: [] }) as unknown as CompiledQuery;
const publish = { templateId: "a", passTypeIdentifier: "b", digest: "c", archive: new Uint8Array(), publishedAt: 0 };

test("what is known is not asked again, and other names are", async () => {
  const { backend, asked } = countingBackend();
  const { recall } = withRecall(backend);
  expect([await recall("template", "a", query), await recall("template", "a", query), asked()]).toEqual([
    [{ id: 1 }],
    [{ id: 1 }],
    1,
  ]);
  await recall("template", "b", query);
  await recall("draft", "a", query);
  expect(asked()).toBe(3);
});

test("from the begin of a change to its end nothing is kept, and nothing from before outlives it", async () => {
  const { backend, writes, asked } = countingBackend();
  const recalling = withRecall(backend);
  const ask = () => recalling.recall("template", "a", query);
  await ask();
  const first = recalling.run("publish", publish);
  const second = recalling.run("publish", publish);
  await ask();
  await ask();
  expect(asked()).toBe(3);
  writes[0]?.resolve(undefined);
  await first;
  await ask();
  await ask();
  expect(asked()).toBe(5);
  // One that failed may have been committed all the same.
  writes[1]?.reject(new Error("no answer"));
  await expect(second).rejects.toThrow("no answer");
  await ask();
  await ask();
  expect(asked()).toBe(6);
});

test("a change of something else changes nothing", async () => {
  const { backend, writes, asked } = countingBackend();
  const recalling = withRecall(backend);
  await recalling.recall("project", "a", query);
  const written = recalling.run("publish", publish);
  writes[0]?.resolve(undefined);
  await written;
  await recalling.recall("project", "a", query);
  expect(asked()).toBe(1);
});

test("keys that are not there are asked for each time, and a thousand answers are kept at most", async () => {
  const { backend, rows, asked } = countingBackend();
  const { recall } = withRecall(backend);
  for (let name = 0; name < 1001; name += 1) await recall("template", String(name), query);
  await recall("template", "1000", query);
  expect(asked()).toBe(1001);
  await recall("template", "0", query);
  expect(asked()).toBe(1002);
  rows.length = 0;
  await recall("key", "a", query);
  await recall("key", "a", query);
  expect(asked()).toBe(1004);
});

test("where others write too, each question is asked", async () => {
  const { backend, asked } = countingBackend(false);
  const { recall } = withRecall(backend);
  await recall("template", "a", query);
  await recall("template", "a", query);
  expect(asked()).toBe(2);
});
