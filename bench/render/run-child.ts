import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

/** Beside the packages that the children import; not in the repository. */
const cache = fileURLToPath(new URL("../node_modules/.cache/render", import.meta.url));

const CHILDREN = ["first-call", "many", "soak"] as const;
export type ChildName = (typeof CHILDREN)[number];

/** Makes the children plain JavaScript: Node's own stripping of types would add its compiler to their time and memory. */
export async function buildChildren(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  await build({
    entryPoints: CHILDREN.map((name) => fileURLToPath(new URL(`${name}.ts`, import.meta.url))),
    outdir: cache,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
}

/** Runs one of them in a process of its own and reads its report, the last line that it prints. */
export async function runChild<T>(name: ChildName, ...args: readonly number[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [`${cache}/${name}.mjs`, ...args.map(String)], {
    encoding: "utf8",
  });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as T;
}
