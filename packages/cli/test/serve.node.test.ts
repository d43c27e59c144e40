import { expect, test } from "vitest";
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
  expect(stderr).toContain("No certificate yet: put Apple's");
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

test("a certificate that cannot be used is named with its file", async () => {
  const world = await createWorld({ now });
  await world.write("data/certificates/mine.pem", "nothing");
  const { code, stderr } = await world.run(["serve", "--data", "data", "--port", "0"]);
  expect(code).toBe(2);
  expect(stderr).toContain("mine.pem: it holds no certificate");
});
