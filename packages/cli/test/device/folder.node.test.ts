import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { WalletState } from "@passwright/wallet";
import { lockFolder } from "../../src/device/folder-lock.ts";
import { createFolderStore } from "../../src/device/folder-store.ts";
import { createWorld } from "../support/world.ts";
import { DEVELOPER, NETWORK, startService } from "../support/web-service.ts";

const WALLET = ["--wallet", "wallet"] as const;
const NEVER = new AbortController().signal;
const BRIEF = { wait: 200, signal: NEVER } as const;

async function lockPath(): Promise<string> {
  return join((await createWorld()).folder, "lock");
}

test("a lock is had by one at a time, and given back", async () => {
  const path = await lockPath();
  const unlock = await lockFolder(path, BRIEF);
  const waited: (number | null)[] = [];
  const second = lockFolder(path, { ...BRIEF, onWait: (pid) => waited.push(pid) });
  await expect(second).rejects.toThrow(`Process ${process.pid} is using this wallet`);
  expect(waited).toEqual([process.pid]);
  await unlock();
  await (
    await lockFolder(path, BRIEF)
  )();
  expect(await readdir(join(path, ".."))).toEqual([]);
});

test("the lock of a killed process is taken over, and that of a process which has its number again", async () => {
  const path = await lockPath();
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const { pid } = child;
  child.kill("SIGKILL");
  await once(child, "exit");
  await writeFile(path, JSON.stringify({ pid, host: hostname(), began: "1", nonce: "x" }));
  await (
    await lockFolder(path, BRIEF)
  )();
  await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname(), began: "1", nonce: "x" }));
  await (
    await lockFolder(path, BRIEF)
  )();
});

test("the lock of another machine stays; one that was never written is taken over after a while", async () => {
  const path = await lockPath();
  await writeFile(path, JSON.stringify({ pid: 2 ** 30, host: "elsewhere.example", began: "1", nonce: "x" }));
  await expect(lockFolder(path, BRIEF)).rejects.toThrow("on elsewhere.example is using this wallet");
  await writeFile(path, "");
  await expect(lockFolder(path, BRIEF)).rejects.toThrow("Another command is using this wallet");
  const old = new Date(Date.now() - 60_000);
  await utimes(path, old, old);
  await (
    await lockFolder(path, BRIEF)
  )();
});

test("many that come at once to a stale lock: one after the other, none beside another", async () => {
  const path = await lockPath();
  await writeFile(path, JSON.stringify({ pid: 2 ** 30, host: hostname(), began: "1", nonce: "x" }));
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const unlock = await lockFolder(path, { wait: 20_000, signal: NEVER });
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
      await unlock();
    }),
  );
  expect(most).toBe(1);
});

test("two commands at once lose nothing of each other", async () => {
  const [world, live] = [await createWorld(), await startService()];
  const serials = ["A-1", "A-2", "A-3", "A-4"];
  for (const serial of serials) await live.issue(world, serial);
  const ends = await Promise.all(
    serials.map((serial) => world.run(["device", "add", `${serial}.pkpass`, ...DEVELOPER, ...WALLET], NETWORK)),
  );
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const { json } = await world.run(["device", "list", "--json", ...WALLET]);
  expect(new Set(json.map(({ serialNumber }) => serialNumber))).toEqual(new Set(serials));
  expect(new Set(live.service.registrations.map(({ deviceLibraryIdentifier }) => deviceLibraryIdentifier)).size).toBe(1);
  expect(await world.list("wallet")).toEqual(["device.json", "passes", "state.json"]);
});

test.each([
  ["empty", "", "it is empty"],
  ["cut off", '{"version":1,"pushToken":"ab', "it is not JSON"],
  ["of another version", '{"version":2}', "version is not 1"],
  ["half right", '{"version":1,"pushToken":"a","services":[{}],"passes":[],"tasks":[],"logs":[]}', "services[0].tags is no object"],
])("a state that is %s says so, and the passes are kept and can be added again", async (_name, text, why) => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  await world.run(["device", "add", "A-1.pkpass", ...DEVELOPER, ...WALLET], NETWORK);
  const passes = await world.list("wallet/passes");
  await world.write("wallet/state.json", text);
  for (const command of ["list", "refresh", "surface"]) {
    const broken = await world.run(["device", command, ...WALLET], NETWORK);
    expect(broken.code, command).toBe(2);
    expect(broken.stderr).toContain(`state.json is damaged: ${why}`);
    expect(broken.stderr).toContain("passwright device add");
  }
  expect(await world.list("wallet/passes")).toEqual(passes);
  expect(await world.readText("wallet/state.json")).toBe(text);
  const { rename } = await import("node:fs/promises");
  await rename(join(world.folder, "wallet/state.json"), join(world.folder, "broken.json"));
  expect(await world.run(["device", "add", "wallet/passes", ...WALLET], NETWORK)).toMatchObject({ code: 0 });
  expect((await world.run(["device", "list", ...WALLET])).stdout).toContain("A-1");
});

test("settings that are damaged say so, and the passes stay", async () => {
  const world = await createWorld();
  for (const text of ["", "[]", '{"version":1,"locale":"!"}', '{"version":1,"locale":null,"timeZone":"Nowhere"}']) {
    await world.write("wallet/device.json", text);
    expect(await world.run(["device", "list", ...WALLET])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("device.json cannot be read"),
    });
  }
});

test("a pass whose file was changed or cut counts as missing, and refreshing brings it back", async () => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  const device = (...args: string[]) => world.run(["device", ...args, ...WALLET], NETWORK);
  await device("add", "A-1.pkpass", ...DEVELOPER);
  const [file = ""] = await world.list("wallet/passes");
  await world.write(`wallet/passes/${file}`, (await world.read(`wallet/passes/${file}`)).subarray(0, 900));
  expect((await device("surface")).stdout).toContain("its file is missing or damaged");
  expect(await device("export", "A-1", "-o", "x.pkpass")).toMatchObject({ code: 2, stderr: expect.stringContaining("damaged") });
  // Although nothing changed on the server.
  expect(await device("refresh")).toMatchObject({ code: 0, stdout: expect.stringContaining("not modified") });
  expect(await device("export", "A-1", "-o", "x.pkpass")).toMatchObject({ code: 0 });
});

test("what killed processes left half-written goes away, and nothing else", async () => {
  const world = await createWorld();
  const left = ".state.json.0f4b2f5e-0000-4000-8000-000000000000.tmp";
  await world.write(`wallet/${left}`, "{");
  await world.write("wallet/.mine.tmp", "mine");
  await world.run(["device", "refresh", ...WALLET]);
  expect(await world.list("wallet")).toEqual([".mine.tmp", "state.json"]);
});

test("an interrupted wallet writes nothing any more", async () => {
  const { folder } = await createWorld();
  const stop = new AbortController();
  const store = createFolderStore(join(folder, "wallet"), stop.signal);
  const state: WalletState = { version: 1, pushToken: "a", services: [], passes: [], tasks: [], logs: [] };
  await store.writeState(state);
  const digest = "a".repeat(64);
  await store.writePass(digest, new Uint8Array([1]));
  stop.abort(new Error("interrupted"));
  await expect(store.writeState({ ...state, pushToken: "b" })).rejects.toThrow("interrupted");
  await expect(store.writePass("b".repeat(64), new Uint8Array([1]))).rejects.toThrow("interrupted");
  await expect(store.removePass(digest)).rejects.toThrow("interrupted");
  expect(await store.readState()).toEqual(state);
  expect(await readdir(join(folder, "wallet/passes"))).toEqual([`${digest}.pkpass`]);
});

test("Ctrl-C in the middle of adding leaves a wallet that goes on", async () => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  const stop = new AbortController();
  const stopped = await world.run(["device", "add", "A-1.pkpass", ...DEVELOPER, ...WALLET], {
    signal: stop.signal,
    fetch: async () => {
      stop.abort(new Error("interrupted"));
      throw new TypeError("fetch failed");
    },
  });
  expect(stopped).toMatchObject({ code: 2, stderr: "error: interrupted\n" });
  expect(await world.list("wallet")).not.toContain("lock");
  // Installed, and registered the next time: nothing of the failure that was none is remembered.
  const next = await world.run(["device", "refresh", ...WALLET], NETWORK);
  expect(next.stdout).toContain("registered: Example Air");
  expect(live.service.logs).toEqual([]);
});

test("a wallet that is killed at any point is there the next time", { timeout: 60_000 }, async () => {
  const [world, live] = [await createWorld(), await startService()];
  const program = join(import.meta.dirname, "../../src/bin.ts");
  const run = (...args: string[]) =>
    spawn(process.execPath, ["--conditions=@passwright/source", program, "device", ...args, ...WALLET], {
      cwd: world.folder,
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: "ignore",
    });
  await live.issue(world, "A-1");
  await world.run(["device", "add", "A-1.pkpass", ...DEVELOPER, ...WALLET], NETWORK);
  await mkdir(join(world.folder, "more"));
  for (let round = 0; round < 5; round += 1) {
    await live.moveTo("A-1", `G${round}`);
    const child = run("refresh");
    const before = live.service.requests.length;
    // Killed as soon as it has asked, and a little later each time.
    while (live.service.requests.length === before && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, round * 4));
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    const listed = await world.run(["device", "list", "--json", ...WALLET]);
    expect(listed).toMatchObject({ code: 0, json: [{ serialNumber: "A-1" }] });
    expect((await world.run(["device", "export", "A-1", "-o", "now.pkpass", "--force", ...WALLET])).code).toBe(0);
  }
  const healed = await world.run(["device", "refresh", ...WALLET], NETWORK);
  expect(healed.code).toBe(0);
  await world.run(["device", "export", "A-1", "-o", "now.pkpass", "--force", ...WALLET]);
  expect(await readFile(join(world.folder, "now.pkpass"))).toEqual(Buffer.from(live.service.passes[0]!.bytes));
});
