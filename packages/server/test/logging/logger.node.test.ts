import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLineWriter, LOG_CHARACTERS_WAITING } from "../../src/logging/line-writer.ts";
import { createLogger } from "../../src/logging/logger.ts";

function openLog(level: "debug" | "info" | "warn" | "silent" = "debug") {
  const writes: string[] = [];
  const tasks: (() => void)[] = [];
  const log = createLogger({
    write: (text) => writes.push(text),
    level,
    clock: () => 1_772_366_400_123,
    defer: (task) => tasks.push(task),
  });
  const lines = () =>
    writes
      .join("")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, writes, tasks, lines };
}

test("a line is a JSON object with time, level, event and fields", () => {
  const { log, lines } = openLog();
  log.child({ process: "web" }).info("listening", { port: 8080, host: "::1", none: undefined, missing: null });
  log.flush();
  expect(lines()).toEqual([
    { time: "2026-03-01T12:00:00.123Z", level: "info", event: "listening", process: "web", port: 8080, host: "::1", missing: null },
  ]);
});

test("the lines of a turn are one write", () => {
  const { log, writes, tasks } = openLog();
  for (let index = 0; index < 10; index += 1) log.info("x");
  expect([writes.length, tasks.length]).toEqual([0, 1]);
  tasks[0]?.();
  expect(writes).toHaveLength(1);
  log.info("y");
  expect(tasks).toHaveLength(2);
});

test("levels below the least are not written", () => {
  const { log, lines } = openLog("warn");
  log.debug("a");
  log.info("b");
  log.warn("c");
  log.error("d");
  log.flush();
  expect(lines().map(({ event }) => event)).toEqual(["c", "d"]);
  expect([log.isEnabled("info"), log.isEnabled("error")]).toEqual([false, true]);
});

test("secrets are taken out by the name of their field and by their pattern, at any depth", () => {
  const { log, writes } = openLog();
  const canary = "canary-0123456789abcdef";
  const error = Object.assign(new Error(`Authorization: ApplePass ${canary}`, { cause: new Error(`pushToken=${canary}`) }), {
    code: "ERR_X",
  });
  log.error("failed", {
    authenticationToken: canary,
    "x-api-key": canary,
    Push_Token: canary,
    nested: { deep: [{ password: canary, url: `https://user:${canary}@host/` }] },
    header: `AndroidPass ${canary}`,
    hex: "0123456789abcdef".repeat(4),
    error,
  });
  log.flush();
  expect(writes.join("")).not.toContain(canary);
  expect(writes.join("")).not.toContain("0123456789abcdef".repeat(4));
  expect(writes.join("")).toContain("ERR_X");
});

test("whatever is logged, a line stays a line of bounded length", () => {
  fc.assert(
    fc.property(fc.string(), fc.object(), fc.string({ unit: "binary", maxLength: 3000 }), (event, fields, text) => {
      const { log, writes } = openLog();
      log.info(event, { fields, text, big: 10n ** 30n, date: new Date(Number.NaN), bytes: new Uint8Array(9), no: Number.NaN });
      log.flush();
      const all = writes.join("");
      expect(all.split("\n")).toHaveLength(2);
      // oxlint-disable-next-line no-control-regex
      expect(all.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u);
      JSON.parse(all);
    }),
  );
});

test("a reader that stands still costs lines, not memory", () => {
  let isFull = true;
  let drain: () => void = () => undefined;
  const written: string[] = [];
  const writer = createLineWriter({
    write: (text) => {
      written.push(text);
      return !isFull;
    },
    once: (_, listener) => (drain = listener),
  });
  const line = `${"x".repeat(1023)}\n`;
  for (let index = 0; index < 10_000; index += 1) writer.write(line);
  expect(written).toHaveLength(1);
  isFull = false;
  drain();
  expect(written[1]?.length).toBeLessThan(LOG_CHARACTERS_WAITING + 200);
  const dropped = Number(/"lines":(\d+)/u.exec(written[1] ?? "")?.[1]);
  expect(dropped + Math.floor(LOG_CHARACTERS_WAITING / 1024) + 1).toBe(10_000);
  writer.write(line);
  expect(written.at(-1)).toBe(line);
});

test("what was logged right before the process ends is written", () => {
  const file = (name: string) => fileURLToPath(new URL(`../../src/logging/${name}.ts`, import.meta.url));
  const script = `
    const { createLogger } = await import(${JSON.stringify(file("logger"))});
    const { createLineWriter } = await import(${JSON.stringify(file("line-writer"))});
    const writer = createLineWriter(process.stdout);
    const log = createLogger({ write: writer.write, level: "info", clock: Date.now });
    process.on("exit", () => { log.flush(); writer.flush(); });
    for (let index = 0; index < 5000; index += 1) log.info("last words", { index });
    process.exit(0);`;
  const output = execFileSync(process.execPath, ["--conditions=@passwright/source", "--input-type=module", "-e", script], {
    encoding: "utf8",
    maxBuffer: 16e6,
  });
  expect(output.trimEnd().split("\n")).toHaveLength(5000);
});
