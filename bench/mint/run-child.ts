import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

/** Beside the packages that the children import; not in the repository. */
const cache = fileURLToPath(new URL("../node_modules/.cache/mint", import.meta.url));

/** The programs that mint, a process each. */
const CHILDREN = ["passwright", "passwright-memory", "passkit-generator", "pass-js"] as const;
export type ChildName = (typeof CHILDREN)[number];

/**
 * Makes them plain JavaScript first: Node's own stripping of types would add its compiler to their time and memory. The one
 * whose memory is measured takes its packages into one file, as programs that are deployed do; loading some hundred
 * modules one by one costs 10 MB.
 */
export async function buildChildren(): Promise<void> {
  const common = {
    outdir: cache,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  } as const;
  mkdirSync(cache, { recursive: true });
  const fileOf = (name: ChildName): string => fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  await build({
    ...common,
    entryPoints: CHILDREN.filter((name) => name !== "passwright-memory").map(fileOf),
    packages: "external",
  });
  await build({ ...common, entryPoints: [fileOf("passwright-memory")] });
}

/** A thread of Node's pool for each core, for every contender; Node starts four unless told otherwise. */
const environment = { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())) };

/** Runs one of them and reads its report, the last line that it prints. */
export async function runChild<T>(name: ChildName, ...args: readonly (string | number)[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [`${cache}/${name}.mjs`, ...args.map(String)], {
    encoding: "utf8",
    env: environment,
  });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as T;
}
