import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, openSync, closeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Call, Commands, Reply } from "./answer-calls.ts";

/** Beside the packages that they import; not in the repository. */
const cache = fileURLToPath(new URL("../node_modules/.cache/server", import.meta.url));

/** A process each. */
const PROGRAMS = ["serve", "bare", "load", "fill", "apns", "devices", "rows"] as const;
export type ProgramName = (typeof PROGRAMS)[number];

/** Makes them plain JavaScript, as what is deployed is; the packages stay as they are published. */
export async function buildPrograms(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  await build({
    entryPoints: PROGRAMS.map((name) => fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url))),
    outdir: cache,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
}

/** A running program, asked by the names of its commands. */
export interface Program<C extends Commands> extends AsyncDisposable {
  call<Name extends keyof C & string>(
    name: Name,
    input: Parameters<C[Name]>[0],
    options?: { readonly timeoutSeconds?: number },
  ): Promise<Awaited<ReturnType<C[Name]>>>;
  /** Asks it to end, and ends it when it does not. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** For a look at where time goes: `PASSWRIGHT_BENCH_PROFILE=serve npm run bench -- server`. */
const PROFILE_FLAGS = ["--cpu-prof", `--cpu-prof-dir=${cache}/profiles`];

const START_SECONDS = 120;
const CALL_SECONDS = 240;
const STOP_SECONDS = 30;

/** Starts a program; `output` is a file that takes what it prints. A program that ends or does not answer fails the calls. */
export async function startProgram<C extends Commands>(
  name: ProgramName,
  options: { readonly settings?: unknown; readonly output?: string; readonly nodeFlags?: readonly string[] } = {},
): Promise<Program<C>> {
  const output = options.output === undefined ? null : openSync(options.output, "a");
  const child = fork(`${cache}/${name}.mjs`, [JSON.stringify(options.settings ?? null)], {
    stdio: ["ignore", output ?? "ignore", "inherit", "ipc"],
    serialization: "advanced",
    // A thread of Node's pool for each core; Node starts four unless told otherwise.
    env: { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())) },
    execArgv: [...(options.nodeFlags ?? []), ...(process.env["PASSWRIGHT_BENCH_PROFILE"] === name ? PROFILE_FLAGS : [])],
  });
  if (output !== null) closeSync(output);
  const waiting = new Map<number, Waiting>();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.on("message", (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("error" in reply) asked?.reject(new Error(`${name}: ${reply.error}`));
    else asked?.resolve(reply.value);
  });
  child.on("exit", (code, signal) => {
    for (const asked of waiting.values()) asked.reject(new Error(`${name} ended (${signal ?? code ?? "?"})`));
    waiting.clear();
  });
  let ids = 0;
  const wait = (id: number, seconds: number, what: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} did not answer in ${seconds} s: ${what}`)), seconds * 1000);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
    });
  const stop = (): Promise<void> => end(child, ended);
  try {
    await wait(0, START_SECONDS, "start");
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    call: (command, input, { timeoutSeconds = CALL_SECONDS } = {}) => {
      const id = (ids += 1);
      const answer = wait(id, timeoutSeconds, command);
      const call: Call = { id, name: command, input };
      if (child.connected) child.send(call);
      else waiting.get(id)?.reject(new Error(`${name} has ended`));
      return answer as never;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(timer);
}
