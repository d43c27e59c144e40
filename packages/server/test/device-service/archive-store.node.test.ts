import { expect, test } from "vitest";
import { type ArchiveStore, createArchiveStore } from "../../src/device-service/archive-store.ts";
import type { BuiltPass } from "../../src/device-service/pass-source.ts";
import type { Awaitable, StoredPass } from "../../src/storage/storage.ts";

const pass = (serialNumber: string, revision = 1): StoredPass => ({
  passTypeIdentifier: "pass.com.example",
  serialNumber,
  authenticationToken: "0123456789abcdef",
  revision,
  modifiedAt: 0,
  tag: 1,
  templateId: "t",
  templateVersion: 1,
  values: "{}",
  certificateId: "",
  voided: false,
  expiresAt: null,
  personalization: "none",
});

/** A source whose builds end when they are told to. */
function createSlowSource(sizeOf: (pass: StoredPass) => number = () => 100) {
  const waiting: { readonly pass: StoredPass; readonly end: (error?: Error) => void }[] = [];
  const shared = new Uint8Array(10_000);
  let built = 0;
  return {
    waiting,
    certificate: "c1",
    get built() {
      return built;
    },
    certificateOf() {
      return this.certificate;
    },
    build(given: StoredPass): Promise<BuiltPass> {
      built += 1;
      return new Promise((resolve, reject) => {
        const size = sizeOf(given);
        const end = (error?: Error) =>
          error === undefined ? resolve({ chunks: [new Uint8Array(size), shared], size: size + shared.length }) : reject(error);
        waiting.push({ pass: given, end });
      });
    },
    endAll() {
      for (const { end } of waiting.splice(0)) end();
    },
  };
}

/** Asks as two devices that hold the same pass do. */
function askTwice(archives: ArchiveStore, asked: StoredPass): Awaitable<BuiltPass> {
  void archives.get(asked);
  return archives.get(asked);
}

const settle = () => new Promise((resolve) => void setTimeout(resolve, 0));

test("a herd for one pass builds it once", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 1e6 });
  const answers = Array.from({ length: 500 }, () => archives.get(pass("1")));
  expect(source.built).toBe(1);
  source.endAll();
  expect(new Set(await Promise.all(answers.map((answer) => Promise.resolve(answer)))).size).toBe(1);
  expect(archives.get(pass("1"))).not.toBeInstanceOf(Promise);
  expect(archives.statistics()).toMatchObject({ misses: 1, shared: 499, hits: 1, building: 0 });
});

test("not more are built at a time than allowed, and those beyond the queue are refused", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 1e6, maxBuilding: 2, maxWaiting: 3 });
  const answers = ["1", "2", "3", "4", "5"].map((serial) => archives.get(pass(serial)));
  await expect(archives.get(pass("6"))).rejects.toMatchObject({ code: "ERR_DEVICE_BUSY" });
  expect(archives.statistics()).toMatchObject({ building: 2, waiting: 3 });
  expect(source.built).toBe(2);
  for (let round = 0; round < 5; round += 1) {
    expect(source.waiting.length).toBeLessThanOrEqual(2);
    source.endAll();
    await settle();
  }
  await Promise.all(answers.map((answer) => Promise.resolve(answer)));
  expect(archives.statistics()).toMatchObject({ building: 0, waiting: 0, entries: 5 });
});

test("a build that failed is tried anew and holds no turn", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 1e6, maxBuilding: 1 });
  const failing = Promise.resolve(archives.get(pass("1")));
  source.waiting.shift()?.end(new Error("no"));
  await expect(failing).rejects.toThrow("no");
  const again = archives.get(pass("1"));
  source.endAll();
  await again;
  expect(archives.statistics()).toMatchObject({ failed: 1, building: 0, entries: 1 });
});

test("an older revision is neither given out nor put in the place of a newer one", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 1e6 });
  const old = archives.get(pass("1", 1));
  const newer = archives.get(pass("1", 2));
  source.waiting[1]?.end();
  await newer;
  source.waiting[0]?.end();
  await old;
  expect(archives.peek(pass("1"), 2)).toBe(await newer);
  expect(archives.peek(pass("1"), 1)).toBeUndefined();
});

test("a new certificate makes what was signed with the old one void", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 1e6 });
  const first = archives.get(pass("1"));
  source.endAll();
  await first;
  source.certificate = "c2";
  expect(archives.peek(pass("1"), 1)).toBeUndefined();
  void archives.get(pass("1"));
  expect(source.built).toBe(2);
  source.endAll();
});

test("what is asked for once makes room for what comes after it, and the second time it stays", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 1e6 });
  const ask = async (serial: string) => {
    const made = archives.get(pass(serial));
    source.endAll();
    await made;
  };
  const askOthers = async (name: string) => {
    for (let index = 0; index < 200; index += 1) await ask(`${name} ${index}`);
  };
  await ask("twice at once");
  await ask("twice at once");
  await ask("twice, long after");
  await askOthers("first");
  // An eighth of the bytes is for newcomers, and each of these counts 1,124 beside what they share.
  expect(archives.statistics().entries).toBe(1 + Math.floor((125_000 - 10_000) / 1124));
  expect(archives.peek(pass("twice at once"), 1)).toBeDefined();
  expect(archives.peek(pass("twice, long after"), 1)).toBeUndefined();
  await ask("twice, long after");
  await askOthers("second");
  expect(archives.peek(pass("twice, long after"), 1)).toBeDefined();
  expect(archives.peek(pass("first 0"), 1)).toBeUndefined();
});

test("memory is bounded: what passes share counts once, what was used least recently goes", async () => {
  const source = createSlowSource(() => 20_000);
  const archives = createArchiveStore({ source, maxBytes: 92_000 });
  for (const serial of ["1", "2", "3", "4"]) {
    const made = askTwice(archives, pass(serial));
    source.endAll();
    await made;
    archives.peek(pass("1"), 1);
  }
  expect(archives.statistics()).toMatchObject({ entries: 3, bytes: 3 * (20_000 + 1024) + 10_000 });
  expect(archives.peek(pass("1"), 1)).toBeDefined();
  expect(archives.peek(pass("2"), 1)).toBeUndefined();
  // What is thrown out goes in its turn, however often the bound was met before.
  for (let serial = 5; serial < 300; serial += 1) {
    const made = askTwice(archives, pass(String(serial)));
    source.endAll();
    await made;
    archives.peek(pass("1"), 1);
    expect(archives.statistics()).toMatchObject({ entries: 3, bytes: 3 * (20_000 + 1024) + 10_000 });
  }
  expect(archives.peek(pass("1"), 1)).toBeDefined();
  expect(archives.peek(pass("299"), 1)).toBeDefined();
  archives.clear();
  expect(archives.statistics()).toMatchObject({ entries: 0, bytes: 0 });
});

test("with no memory every pass is built, and an archive above the bound is not kept", async () => {
  const source = createSlowSource();
  const archives = createArchiveStore({ source, maxBytes: 0 });
  for (let round = 0; round < 2; round += 1) {
    const made = archives.get(pass("1"));
    source.endAll();
    await made;
  }
  expect(source.built).toBe(2);
  expect(archives.statistics()).toMatchObject({ entries: 0, bytes: 0 });
});
