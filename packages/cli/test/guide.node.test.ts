import { access, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/commands/index.ts";
import { openProgram } from "./support/open-program.ts";
import { createWorld } from "./support/world.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Names and options of the commands, as their help has them. */
async function listOptions(command: readonly string[]): Promise<readonly string[]> {
  const world = await createWorld();
  const { stdout } = await world.run([...command, "--help"]);
  return [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z0-9-]+)/gm)]
    .map(([, option = ""]) => option)
    .filter((option) => option !== "--help");
}

/** Long names of the options of a command and of all below it. */
function listAllOptions(command: Command): readonly string[] {
  return [...command.options.map(({ long }) => long ?? ""), ...command.commands.flatMap(listAllOptions)];
}

test("the guide tells every option of every command, and none that there is not", async () => {
  const guide = await readFile(`${ROOT}docs/guide/command-line.md`, "utf8");
  const names = [
    "check",
    "show",
    "render",
    "pdf",
    "preview",
    "new",
    "build",
    "sign",
    "bundle",
    "unpack",
    "diff",
    "conformance",
    "explain",
    "backup",
    "why",
  ].map((name) => [name]);
  const groups = [
    ...["request", "import", "info", "throwaway"].map((name) => ["cert", name]),
    ...["verify"].map((name) => ["barcode", name]),
    ...["add", "list", "refresh", "listen", "remove", "surface", "export"].map((name) => ["device", name]),
  ];
  // serve has a page of its own, generated settings among it; so have the commands that ask its API.
  const elsewhere = ["serve", "api", "push", "keys"];
  expect(names.length + new Set(groups.map(([name]) => name)).size + elsewhere.length).toBe(COMMANDS.length);
  // Examples of the other commands stand here too; whether each is understood is tested beside the pages.
  const known = new Set(listAllOptions(openProgram()));
  for (const command of [...names, ...groups]) {
    const options = await listOptions(command);
    expect(options.length, command.join(" ")).toBeGreaterThan(0);
    for (const option of options) {
      expect(guide, `${command.join(" ")} ${option}`).toContain(option);
    }
  }
  const told = new Set([...guide.matchAll(/(?<![\w-])--[a-z][a-z0-9-]+/g)].map(([option]) => option));
  expect([...told].filter((option) => !known.has(option))).toEqual([]);
});

test("the schema that the guide names is there", async () => {
  await expect(access(`${ROOT}docs/reference/cli/check.schema.json`)).resolves.toBeUndefined();
});
