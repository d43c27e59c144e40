import { expect, test } from "vitest";
import { EXPLANATIONS, INSTALL_MESSAGES } from "@passwright/wallet/protocol";
import { createWorld } from "./support/world.ts";

const AT = "[2016-08-28 11:57:01 -0400]";
const DEVICE = "0123456789abcdef0123456789abcdef";
const task = (serial: string, device = DEVICE) =>
  `${AT} Register task (for device ${device}, pass type pass.com.example, serial number ${serial}; with web service url https://example.com)`;

const LOG = [
  `${task("A-1")} encountered error: Authentication failure`,
  `${task("A-2", "f".repeat(32))} encountered error: Authentication failure`,
  `${task("A-3")} encountered error: Unexpected response code 500`,
  `${task("A-3")} encountered error: Unexpected response code 404`,
  `10.0.0.1 POST /v1/log {"logs":["${AT} Web service error for pass.com.example (https://example.com): Server requested update to serial number 'A-1', but the pass was unchanged."]}`,
  "Nov 21 10:00:01 host app[17]: worker 17 started",
  "Nov 21 10:00:02 host app[18]: worker 18 started",
  "sent Authorization: ApplePass vxwxd7J8AlNNFPS8k0a0",
].join("\n");

test("lines of one cause are counted together, with cause, consequence and fix", async () => {
  const world = await createWorld();
  await world.write("server.log", LOG);
  const { code, stdout, stderr } = await world.run(["explain", "server.log"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^2× authentication-failure \(2 devices, 2 passes\)\n/u);
  expect(stdout.replaceAll(/\s+/gu, " ")).toContain(EXPLANATIONS["authentication-failure"].fix);
  for (const id of ["1× unexpected-status-500", "1× unexpected-status-404", "1× unchanged-pass"]) expect(stdout).toContain(id);
  expect(stdout).toContain("Not known: 3 lines");
  expect(stdout).toContain("2× Nov 21 10:00:01 host app[17]: worker 17 started");
  expect(stdout).toContain("[redacted]");
  expect(stdout).not.toContain("vxwxd7J8AlNNFPS8k0a0");
});

test("JSON tells the same", async () => {
  const world = await createWorld();
  const { json } = await world.run(["explain", "-", "--json"], { stdin: LOG });
  expect(json).toMatchObject([
    {
      causes: [{ id: "authentication-failure", count: 2, devices: 2, passes: 2, fix: expect.any(String) }, {}, {}, {}],
      unknown: [{ count: 2 }, { count: 1, text: expect.not.stringContaining("vxwxd7J8AlNNFPS8k0a0") }],
    },
  ]);
});

test("the words that a phone shows are known, with the rules that find the fault", async () => {
  const world = await createWorld();
  const { stdout, code } = await world.run([
    "explain",
    "--message",
    "Sorry, your Pass cannot be installed to Passbook at this time",
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain("cannot-install");
  const { json } = await world.run(["explain", "--json", "--message", "Manifest signature did not verify successfully"]);
  expect(json[0].causes).toMatchObject([{ id: "signature-wrong", rules: ["signature-verify"] }]);
  expect(INSTALL_MESSAGES.some(({ id }) => id === "signature-wrong")).toBe(true);
});

test("Windows' UTF-16 and several files are read as one log", async () => {
  const world = await createWorld();
  const line = `${task("A-1")} encountered error: Authentication failure\r\n`;
  await world.write("a.log", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line, "utf16le")]));
  await world.write("b.log", line);
  expect((await world.run(["explain", "a.log", "b.log"])).stdout).toMatch(/^2× authentication-failure\n/u);
});

test("nothing known ends with 1, nothing given with 2", async () => {
  const world = await createWorld();
  await world.write("app.log", "hello\n\u001b[31mworld\u001b[0m\n");
  const noise = await world.run(["explain", "app.log"]);
  expect(noise).toMatchObject({ code: 1, stdout: expect.stringContaining("No line of this says anything known") });
  expect(noise.stdout).not.toContain("\u001b");
  expect(await world.run(["explain", "-"])).toMatchObject({ code: 0, stdout: "The log is empty.\n" });
  expect(await world.run(["explain"])).toMatchObject({ code: 2, stderr: expect.stringContaining("nothing to explain") });
  expect(await world.run(["explain", "gone.log"])).toMatchObject({ code: 2, stderr: expect.stringContaining("no such file") });
  expect(await world.run(["explain", "."])).toMatchObject({ code: 2 });
});

test("a long log of noise ends, and is told in a page", async () => {
  const world = await createWorld();
  const words = Array.from(
    { length: 60_000 },
    (_, index) => `${"abcdefghij"[index % 10]}${"klmnopqrst"[Math.floor(index / 10) % 10]} line`,
  );
  const { stdout } = await world.run(["explain", "-"], { stdin: words.join("\n") });
  expect(stdout).toContain("Not known: 60000 lines");
  expect(stdout).toContain("and 80 others");
  expect(stdout.split("\n").length).toBeLessThan(30);
});

test("a log of any length is read to its end", async () => {
  const world = await createWorld();
  const noise = `${"x".repeat(3999)}\n`.repeat(4500);
  const line = `${task("A-1")} encountered error: Authentication failure\n`;
  const { json } = await world.run(["explain", "-", "--json"], { stdin: `${noise}${line}${"y".repeat(5_000_000)}\n${line}` });
  expect(json[0].causes).toMatchObject([{ id: "authentication-failure", count: 2 }]);
});
