import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A folder of a person who uses the command line, each command in a process of its own. */
export interface CommandLine {
  readonly folder: string;
  /** Runs a command to its end. */
  readonly run: (...args: readonly string[]) => Promise<EndedCommand>;
  /** Starts one that stays. */
  readonly start: (...args: readonly string[]) => RunningCommand;
}

export interface EndedCommand {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  /** What it printed so far. */
  readonly stdout: string;
  readonly stderr: string;
  /** The first match in what it prints, on either stream; rejects when it ends or takes too long without one. */
  expect(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ctrl-C. */
  interrupt(): Promise<EndedCommand>;
}

/** Of a machine that others use too. */
const PATIENCE_MS = 60_000;

/** As users get it where the tests run against compiled packages, else from the sources. */
const isCompiled = process.env["PASSWRIGHT_DIST"] === "1";
const BIN = fileURLToPath(new URL(`../../packages/cli/${isCompiled ? "dist/bin.js" : "src/bin.ts"}`, import.meta.url));
const CONDITIONS = isCompiled ? [] : ["--conditions=@passwright/source"];

/** Opens a folder for a test; the folder and every process that is left go with it. */
export async function openCommandLine(): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-e2e-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const start = (...args: readonly string[]) => startCommand(folder, args);
  return {
    folder,
    start,
    run: (...args) => start(...args).ended,
  };
}

function startCommand(folder: string, args: readonly string[]): RunningCommand & { readonly ended: Promise<EndedCommand> } {
  const child = spawn(process.execPath, [...CONDITIONS, BIN, ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", HOME: folder, PASSWRIGHT_WALLET: join(folder, "wallet") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, "close").then(([code]): EndedCommand => ({ ...output, code: code as number | null }));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    get stdout() {
      return output.stdout;
    },
    get stderr() {
      return output.stderr;
    },
    ended,
    expect: (pattern) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => {
          settle();
          reject(new Error(`${args.join(" ")} ${why} without ${pattern}:\n${output.stdout}${output.stderr}`));
        };
        const timer = setTimeout(() => fail("printed for a minute"), PATIENCE_MS);
        const look = () => {
          const match = pattern.exec(output.stdout) ?? pattern.exec(output.stderr);
          if (match === null) return;
          settle();
          resolve(match);
        };
        const settle = () => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        listeners.add(look);
        void ended.then(() => fail("ended"));
        look();
      }),
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}
