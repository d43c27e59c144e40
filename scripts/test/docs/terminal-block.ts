import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { CodeBlock } from "./code-blocks.ts";
import { ROOT } from "./repository.ts";

/** A command of a `console` block and what a reader is told that it prints. */
export interface Step {
  readonly command: string;
  readonly output: readonly string[];
  /** Line of the page that the command stands in. */
  readonly line: number;
}

/** `$ command`, continued behind a backslash, and its output up to the next one. */
export function readTerminalBlock({ code, line }: CodeBlock): readonly Step[] {
  const steps: { command: string; output: string[]; line: number }[] = [];
  for (const [index, text] of code.split("\n").entries()) {
    const last = steps.at(-1);
    if (text.startsWith("$ ")) steps.push({ command: text.slice(2), output: [], line: line + index });
    else if (last === undefined) throw new Error(`line ${line + index}: a console block begins with a command`);
    else if (last.output.length === 0 && last.command.endsWith("\\")) last.command += `\n${text}`;
    else last.output.push(text);
  }
  for (const { output } of steps) while (output.at(-1) === "") output.pop();
  return steps;
}

/**
 * An empty folder becomes the place that a reader works in: `passwright` on the path, our packages installed, a home of its own.
 * Gives the environment for {@link runStep}.
 */
export function prepareFolder(folder: string): NodeJS.ProcessEnv {
  const againstDist = process.env["PASSWRIGHT_DIST"] === "1";
  const tools = join(folder, ".tools");
  mkdirSync(tools);
  const program = join(ROOT, "packages/cli", againstDist ? "dist/bin.js" : "src/bin.ts");
  writeScript(join(tools, "passwright"), `exec "${process.execPath}" "${program}" "$@"`);
  writeScript(join(tools, "npx"), `exec "$@"`);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return {
    PATH: [tools, join(process.execPath, ".."), process.env["PATH"]].join(delimiter),
    HOME: tools,
    LANG: "C.UTF-8",
    TZ: "UTC",
    ...(againstDist ? {} : { NODE_OPTIONS: "--conditions=@passwright/source" }),
  };
}

function writeScript(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** What a command prints, standard output and errors as a terminal shows them. */
export function runStep({ command }: Step, folder: string, env: NodeJS.ProcessEnv): readonly string[] {
  const { stdout } = spawnSync("sh", ["-c", `( ${command}\n) 2>&1`], { cwd: folder, env, encoding: "utf8" });
  const lines = stdout.split("\n").map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** What differs from day to day and from key to key is the same to a reader. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?/gu, "DATE"],
  [/\b[0-9a-fA-F]{16,}\b/gu, "HEX"],
  [/\b[\d,]+ bytes\b/gu, "N bytes"],
  [/\b\d+ days\b/gu, "N days"],
  [/\b\d+\.\d s\b/gu, "N s"],
  [/^ *\d+ {2}(?=\S)/gu, "N  "],
];

/** Whether the output is what the page says. A line `…` on the page stands for any number of lines. */
export function matches(output: readonly string[], expected: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return output.length === 0;
  if (first.trim() === "…") {
    return rest.length === 0 || output.some((_, index) => matches(output.slice(index), rest));
  }
  const [line, ...others] = output;
  return line !== undefined && normalize(line) === normalize(first) && matches(others, rest);
}

function normalize(line: string): string {
  return VOLATILE.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), line.trimEnd());
}
