import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { pollDelay } from "../../src/device/poll-schedule.ts";
import { openPushListener } from "../../src/device/push-listener.ts";
import { createWorld, type World } from "../support/world.ts";
import { DEVELOPER, NETWORK, startService, TEST_PASS_TYPE } from "../support/web-service.ts";

const WALLET = ["--wallet", "wallet"] as const;

/** `device listen --json`, line by line as it prints. */
function startListening(world: World, ...args: string[]) {
  const lines: Record<string, unknown>[] = [];
  const waiting: { readonly holds: (line: Record<string, unknown>) => boolean; readonly resolve: (line: never) => void }[] = [];
  const heard = (line: Record<string, unknown>): void => {
    lines.push(line);
    for (const wait of waiting) if (wait.holds(line)) wait.resolve(line as never);
  };
  const child = spawn(
    process.execPath,
    [
      "--conditions=@passwright/source",
      join(import.meta.dirname, "../../src/bin.ts"),
      "device",
      "listen",
      "--json",
      ...args,
      ...WALLET,
    ],
    { cwd: world.folder, env: { ...process.env, NODE_OPTIONS: "" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  createInterface({ input: child.stdout }).on("line", (line) => heard(JSON.parse(line)));
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const ended = new Promise<{ readonly code: number | null; readonly stderr: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, stderr: Buffer.concat(errors).toString() }));
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    lines,
    ended,
    interrupt: () => child.kill("SIGINT"),
    // oxlint-disable-next-line typescript/no-explicit-any -- as the tests expect it to be
    next: (holds: (line: any) => boolean): Promise<any> => {
      const found = lines.find(holds);
      return found === undefined ? new Promise((resolve) => waiting.push({ holds, resolve })) : Promise.resolve(found);
    },
  };
}

const post = (url: string, body: unknown, method = "POST") =>
  fetch(url, { method, ...(method === "POST" && { body: typeof body === "string" ? body : JSON.stringify(body) }) });

test("a push brings the update and its notification; Ctrl-C ends it well", { timeout: 60_000 }, async () => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  await world.run(["device", "add", "A-1.pkpass", ...DEVELOPER, ...WALLET], NETWORK);
  const listening = startListening(world, "--push-port", "0", "--every", "1h");
  const start = await listening.next(({ event }) => event === "listening");
  expect(start).toMatchObject({ passes: 1, push: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/push$/u) } });
  await listening.next(({ event }) => event === "listed");
  await live.moveTo("A-1", "F12");
  // As the push service would deliver it: to the token that the device registered with.
  const { pushToken, topic } = live.service.pushes.at(-1)!;
  expect(start.push.pushToken).toBe(pushToken);
  expect((await post(start.push.url, { passTypeIdentifier: topic, pushToken })).status).toBe(204);
  const updated = await listening.next(({ event }) => event === "updated");
  expect(updated).toMatchObject({ serialNumber: "A-1", notices: [{ text: "Gate changed to F12" }, {}], at: expect.any(String) });
  // Other commands may use the wallet meanwhile.
  expect((await world.run(["device", "list", ...WALLET])).stdout).toContain("registered");
  expect(await world.run(["device", "remove", "A-1", ...WALLET], NETWORK)).toMatchObject({ code: 0 });
  listening.interrupt();
  expect(await listening.ended).toEqual({ code: 0, stderr: "" });
  expect(await world.list("wallet")).not.toContain("lock");
});

test("without pushes it asks from time to time", async () => {
  const [world, live] = [await createWorld(), await startService()];
  await live.issue(world, "A-1");
  await world.run(["device", "add", "A-1.pkpass", ...DEVELOPER, ...WALLET], NETWORK);
  const stop = new AbortController();
  const running = world.run(["device", "listen", "--every", "1s", ...WALLET], { ...NETWORK, signal: stop.signal });
  const asked = () => live.service.requests.filter((line) => line.includes("passesUpdatedSince")).length;
  const before = asked();
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await until(() => asked() > before);
  await live.moveTo("A-1", "F12");
  await until(() => live.service.requests.some((line) => line.startsWith("GET /v1/passes/")) && asked() > before + 2);
  stop.abort(new Error("interrupted"));
  const { code, stdout, stderr } = await running;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "listening for 1 pass, asking every 1s; Ctrl-C ends it\n" });
  expect(stdout).toMatch(/^2026-03-01 \d\d:\d\d:\d\d {2}↻ Example Air, Boarding pass of Example Air \(A-1\): updated$/mu);
  expect(stdout).toContain("Example Air: “Gate changed to F12”");
});

describe("the push listener", () => {
  const TOKEN = "ab".repeat(32);
  const open = async () => {
    const pushed: string[] = [];
    const listener = await openPushListener(0, TOKEN, (type) => pushed.push(type));
    onTestFinished(() => listener.close());
    return { url: listener.url, pushed };
  };

  test.each([
    ["another token", { passTypeIdentifier: TEST_PASS_TYPE, pushToken: "cd".repeat(32) }, 401],
    ["no token", { passTypeIdentifier: TEST_PASS_TYPE }, 400],
    ["no type", { pushToken: TOKEN }, 400],
    ["an empty type", { passTypeIdentifier: "", pushToken: TOKEN }, 400],
    ["no JSON", "{", 400],
    ["a list", [], 400],
    ["a body without end", "x".repeat(100_000), 413],
  ])("refuses %s", async (_name, body, status) => {
    const { url, pushed } = await open();
    const response = await post(url, body).catch(() => null);
    // A connection may be gone before a long body is.
    if (response !== null || status !== 413) expect(response?.status).toBe(status);
    expect(pushed).toEqual([]);
  });

  test("takes nothing but POST /push", async () => {
    const { url, pushed } = await open();
    expect((await post(url, "", "GET")).status).toBe(405);
    expect((await post(`${url}/x`, { passTypeIdentifier: TEST_PASS_TYPE, pushToken: TOKEN })).status).toBe(404);
    expect((await post(url, { passTypeIdentifier: TEST_PASS_TYPE, pushToken: TOKEN })).status).toBe(204);
    expect(pushed).toEqual([TEST_PASS_TYPE]);
  });

  test("a port that is taken is misuse", async () => {
    const { url } = await open();
    await expect(openPushListener(Number(new URL(url).port), TOKEN, () => {})).rejects.toThrow("cannot be listened at");
    const world = await createWorld();
    for (const [option, value] of [
      ["--push-port", "70000"],
      ["--push-port", "x"],
      ["--every", "0s"],
      ["--every", "15"],
      ["--every", "99d"],
    ] as const)
      expect(await world.run(["device", "listen", option, value, ...WALLET]), value).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(option),
      });
  });
});

test("servers that do not answer are asked less and less often, devices not at the same moment", () => {
  const minute = 60_000;
  expect(pollDelay(15 * minute, 0, 0.5)).toBe(15 * minute);
  expect([0, 1].map((random) => pollDelay(10 * minute, 0, random))).toEqual([9 * minute, 11 * minute]);
  expect([1, 2, 3].map((failures) => pollDelay(15 * minute, failures, 0.5) / minute)).toEqual([30, 60, 120]);
  expect(pollDelay(15 * minute, 1_000, 0.5)).toBe(24 * 60 * minute);
  expect(pollDelay(48 * 60 * minute, 9, 0.5)).toBe(48 * 60 * minute);
});
