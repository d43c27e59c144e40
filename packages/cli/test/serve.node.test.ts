import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { createLineWriter } from "@passwright/server";
import { expect, onTestFinished, test } from "vitest";
import type { Io } from "../src/io.ts";
import { SERVER_HEAP_FLAGS } from "../src/serve/bound-heap.ts";
import { openServerLog } from "../src/serve/server-log.ts";
import { createWorld } from "./support/world.ts";

/** TLS looks at the clock of the machine, so a demo lives in the present. */
const now = () => new Date();

test("the demo tells the life of a pass, what to try, and ends when nobody asks it anything", async () => {
  const world = await createWorld({ now });
  const { code, stdout, stderr } = await world.run(["serve", "--demo", "--port", "0", "--idle-exit", "1"]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("lock-screen Tern Air: Gate changed to F12");
  expect(stdout).toMatch(/^Sample pass {2}http:\/\/127\.0\.0\.1:\d+\/demo\/pass$/mu);
  expect(await world.readText("passwright-demo/server.log")).toContain('"event":"listening"');
});

test("Ctrl-C ends a server in order, and the first start says what to do next", async () => {
  const world = await createWorld({ now });
  const interrupt = new AbortController();
  const running = world.run(["serve", "--port", "0", "--data", "data"], { signal: interrupt.signal });
  await expect.poll(() => world.list("data").catch(() => []), { timeout: 10_000 }).toContain("passwright.sqlite");
  interrupt.abort();
  const { code, stdout, stderr } = await running;
  expect(code).toBe(0);
  expect(stderr).toContain("Made the data folder");
  expect(stderr).toContain("No certificate yet: passwright api certificates request or import");
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { event: string }).event),
  ).toEqual(["listening", "stopping"]);
});

test("everything that is wrong with the settings is told at once, and nothing is started", async () => {
  const world = await createWorld();
  await world.write("p.json", '{"colour": "red"}');
  const args = ["serve", "--config", "p.json", "--role", "worker", "--port", "x", "--public-url", "nowhere"];
  const { code, stderr } = await world.run(args);
  expect(code).toBe(2);
  for (const text of ['p.json holds "colour"', '--port "x" is not a whole number', '--public-url "nowhere" is not a URL']) {
    expect(stderr).toContain(text);
  }
  expect(await world.list()).toEqual(["p.json"]);
});

test("a file of settings that is no JSON is told without what stands in it", async () => {
  const world = await createWorld();
  for (const text of ['{"smtpUrl":canary-4711}', '{"smtpUrl":"smtp://u:canary-4711@h" canary}', '{"smtpUrl":"canary-4711']) {
    await world.write("p.json", text);
    const { code, stdout, stderr } = await world.run(["serve", "--config", "p.json"]);
    expect(code).toBe(2);
    expect(stderr).toContain("p.json cannot be read as JSON: it is no JSON");
    expect(stdout + stderr).not.toContain("canary");
  }
});

test("a certificate that cannot be used is named with its file", async () => {
  const world = await createWorld({ now });
  await world.write("data/certificates/mine.pem", "nothing");
  const { code, stderr } = await world.run(["serve", "--data", "data", "--port", "0"]);
  expect(code).toBe(2);
  expect(stderr).toContain("mine.pem: it holds no certificate");
});

test("a database is copied while its server runs, and never over another file", async () => {
  const world = await createWorld({ now });
  const interrupt = new AbortController();
  const running = world.run(["serve", "--port", "0", "--data", "data"], { signal: interrupt.signal });
  await expect.poll(() => world.list("data").catch(() => []), { timeout: 10_000 }).toContain("passwright.sqlite");
  await expect
    .poll(async () => (await world.run(["backup", "--data", "data", "-o", "copy.sqlite", "--json"])).code, { timeout: 10_000 })
    .toBe(0);
  const again = await world.run(["backup", "--data", "data", "-o", "copy.sqlite"]);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("exists already") });
  interrupt.abort();
  await running;
  expect(new TextDecoder().decode(await world.read("copy.sqlite")).slice(0, 15)).toBe("SQLite format 3");
  expect(await world.run(["backup", "--data", "none", "-o", "x.sqlite"])).toMatchObject({ code: 2 });
});

test.skipIf(!existsSync("/dev/full"))(
  "a log on a full disk does not end the server",
  async () => {
    const world = await createWorld({ now });
    const program = join(import.meta.dirname, "../src/bin.ts");
    const args = ["--conditions=@passwright/source", program, "serve", "--port", "0", "--data", join(world.folder, "data")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = once(child, "exit");
    let told = "";
    child.stderr?.setEncoding("utf8").on("data", (words: string) => (told += words));
    await expect.poll(() => told, { timeout: 20_000 }).toContain("No template yet");
    const origin = /http:\/\/127\.0\.0\.1:\d+/u.exec(told)?.[0] ?? "";
    for (let round = 0; round < 3; round += 1) {
      const { status } = await fetch(`${origin}/wallet/v1/devices/d/registrations/pass.com.example`);
      expect(status).toBe(204);
    }
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  },
  30_000,
);

test.skipIf(!existsSync("/proc/self/cmdline"))(
  "the server has a bounded heap, and is the process that was started",
  async () => {
    const world = await createWorld({ now });
    const program = join(import.meta.dirname, "../src/bin.ts");
    const args = ["--conditions=@passwright/source", program, "serve", "--port", "0", "--data", join(world.folder, "data")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = once(child, "exit");
    let told = "";
    child.stderr?.setEncoding("utf8").on("data", (words: string) => (told += words));
    await expect.poll(() => told, { timeout: 20_000 }).toContain("No template yet");
    const given = (await readFile(`/proc/${child.pid}/cmdline`, "utf8")).split("\0");
    expect(given.slice(1)).toEqual([...SERVER_HEAP_FLAGS, ...args, ""]);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  },
  30_000,
);

test("a reader of the log that stands still costs a bounded amount of memory, and is told what it missed", async () => {
  const stream = new PassThrough();
  const io = { stdout: { stream, write: (chunk: string) => void stream.write(chunk) } } as unknown as Io;
  const log = await openServerLog(io, { demo: false, dataFolder: "" }, { createLineWriter });
  const line = `${JSON.stringify({ event: "x".repeat(1000) })}\n`;
  for (let count = 0; count < 20_000; count += 1) log.write(line);
  expect(stream.writableLength + stream.readableLength).toBeLessThan(1024 * 1024);
  const read = text(stream);
  await expect.poll(() => stream.writableLength).toBe(0);
  stream.end();
  expect(await read).toMatch(/"event":"log lines dropped","lines":\d+\}\n$/u);
  await log.close();
});
