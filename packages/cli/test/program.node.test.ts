import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands/index.ts";
import { VERSION } from "../src/version.ts";
import { placeCredentials, TRUST } from "./support/credentials.ts";
import { forgedCard, signedCard } from "./support/passes.ts";
import { createWorld } from "./support/world.ts";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
const isCompiled = (await readdir(`${PACKAGE}dist`).catch((): string[] => [])).includes("bin.js");

test("without arguments it tells what it is for, with examples", async () => {
  const world = await createWorld();
  const { code, stdout, stderr } = await world.run([]);
  expect(code).toBe(0);
  expect(stderr).toBe("");
  for (const text of ["check", "passwright check ticket.pkpass", "Exit codes: 0 fine"]) expect(stdout).toContain(text);
});

test("every command tells its options and an example, and fits the terminal", async () => {
  const world = await createWorld();
  const { stdout } = await world.run(["--help"]);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "help" && name !== "passwright");
  expect(names).toHaveLength(COMMANDS.length);
  for (const name of [...names, "cert request", "cert import", "cert info", "device add", "device listen", "device surface"]) {
    const help = await world.run([...name.split(" "), "--help"]);
    expect(help.code, name).toBe(0);
    expect(help.stdout, name).toMatch(new RegExp(`^ {2}passwright ${name.split(" ")[0]} `, "m"));
  }
});

test("a slip of the pen gets a suggestion", async () => {
  const world = await createWorld();
  expect(await world.run(["chekc", "x.pkpass"])).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean check?") });
  expect(await world.run(["check", "--jsno"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--json") });
  expect(await world.run(["ticket.pkpass"])).toMatchObject({ code: 2, stderr: expect.stringContaining("unknown command") });
});

test("the version is the package's", async () => {
  const { version } = JSON.parse(await readFile(`${PACKAGE}package.json`, "utf8"));
  expect(VERSION).toBe(version);
  const world = await createWorld();
  expect(await world.run(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled program through a shell. */
async function shell(folder: string, command: string): Promise<Ended> {
  const child = spawn("bash", ["-o", "pipefail", "-c", command], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: "", PASSWRIGHT: `${PACKAGE}dist/bin.js` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all(
    [child.stdout, child.stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString()),
  );
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once("close", resolve)));
  return { code, stdout: stdout ?? "", stderr: stderr ?? "" };
}

test.skipIf(!isCompiled)(
  "the compiled program: exit codes, pipes and files as shells know them",
  async () => {
    const world = await createWorld();
    await placeCredentials(world);
    await world.write("good.pkpass", await signedCard());
    await world.write("forged.pkpass", await forgedCard());
    for (let index = 0; index < 200; index += 1) await world.write(`many/${index}.pkpass`, "no pass");
    const sh = (command: string): Promise<Ended> => shell(world.folder, command);
    const check = `node "$PASSWRIGHT" check --now 2026-03-02 ${TRUST.join(" ")}`;
    expect(await sh(`${check} good.pkpass`)).toMatchObject({ code: 0, stderr: "" });
    expect(await sh(`${check} forged.pkpass`)).toMatchObject({ code: 1 });
    expect(await sh(`${check} nowhere.pkpass`)).toMatchObject({ code: 2, stdout: "" });
    expect(await sh(`${check} - --json < good.pkpass`)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\{"file":"-","installs":"yes"/),
    });
    const headed = await sh(`${check} many --json | head -n 1`);
    expect(headed.stderr).toBe("");
    expect(headed.stdout.split("\n")).toHaveLength(2);
    const firstLine = await readFile(`${PACKAGE}dist/bin.js`, "utf8");
    expect(firstLine.startsWith("#!/usr/bin/env node\n")).toBe(true);
  },
  60_000,
);

test.skipIf(!isCompiled)(
  "Ctrl-C stops a long run, which goes on when it is started again",
  async () => {
    const world = await createWorld();
    await world.run(["new", "generic", "card.pass"]);
    const rows = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({ serialNumber: `${index}`, member: "m", level: "l", since: "s" }),
    );
    await world.write("rows.ndjson", rows.join("\n"));
    const build = `node "$PASSWRIGHT" build card.pass --throwaway authority --data rows.ndjson --out out`;
    const stopped = await shell(
      world.folder,
      `${build} & child=$!; until [ -e out/5.pkpass ]; do sleep 0.02; done; kill -INT $child; wait $child`,
    );
    expect(stopped).toMatchObject({ code: 2, stderr: expect.stringContaining("Run the same command again") });
    const before = (await world.list("out")).filter((name) => name.endsWith(".pkpass")).length;
    expect(before).toBeLessThan(3000);
    const resumed = await shell(world.folder, `${build} --json`);
    expect(resumed.code).toBe(0);
    const { built, skipped } = JSON.parse(resumed.stdout);
    expect(built + skipped).toBe(3000);
    expect(skipped).toBe(before);
  },
  120_000,
);
