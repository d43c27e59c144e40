/**
 * Makes the committed generated files, or with `--check` fails when one of them differs from what would be made.
 *
 *   node --conditions=@passwright/source scripts/generate.ts             all
 *   node --conditions=@passwright/source scripts/generate.ts pass-types  only this one
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiReport } from "./generate/api-report.ts";
import { cldrLocales } from "./generate/cldr-locales.ts";
import { errorPage } from "./generate/error-page.ts";
import type { Generator } from "./generate/generator.ts";
import { issuerApi } from "./generate/issuer-api.ts";
import { passReference } from "./generate/model-reference.ts";
import { passSchemas } from "./generate/model-schema.ts";
import { passTypes } from "./generate/model-types.ts";
import { rulePages } from "./generate/rule-pages.ts";
import { serverSettings } from "./generate/server-settings.ts";
import { spellOutRules } from "./generate/spell-out-rules.ts";

const GENERATORS: readonly Generator[] = [
  passTypes,
  passSchemas,
  passReference,
  rulePages,
  errorPage,
  serverSettings,
  spellOutRules,
  cldrLocales,
  issuerApi,
  apiReport,
];

const root = fileURLToPath(new URL("..", import.meta.url));

/** The files that lie in a generator's outputs now. */
async function listOutputs(generator: Generator): Promise<readonly string[]> {
  const files: string[] = [];
  for (const output of generator.outputs) {
    if (!output.endsWith("/")) files.push(output);
    else {
      const entries = await readdir(join(root, output), { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries) if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(root.length));
    }
  }
  return files;
}

/** What differs between the files and what the generator makes; with `write`, brings the files up to date. */
async function run(generator: Generator, write: boolean): Promise<readonly string[]> {
  const wanted = await generator.generate();
  const different: string[] = [];
  for (const [path, text] of wanted) {
    if (!generator.outputs.some((output) => (output.endsWith("/") ? path.startsWith(output) : path === output))) {
      throw new Error(`${generator.name} makes ${path}, which is not among its outputs`);
    }
    const current = await readFile(join(root, path), "utf8").catch(() => null);
    if (current === text) continue;
    different.push(path);
    if (!write) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  for (const path of await listOutputs(generator)) {
    if (wanted.has(path)) continue;
    different.push(path);
    if (write) await rm(join(root, path), { force: true });
  }
  return different;
}

const check = process.argv.includes("--check");
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = names.filter((name) => !GENERATORS.some((generator) => generator.name === name));
if (unknown.length > 0) throw new Error(`no such generator: ${unknown.join(", ")}`);

for (const generator of GENERATORS) {
  if (names.length > 0 && !names.includes(generator.name)) continue;
  const different = await run(generator, !check);
  for (const path of different)
    console.log(`${generator.name}: ${path} ${check ? "is not what the source makes of it" : "written"}`);
  if (check && different.length > 0) process.exitCode = 1;
}
if (check && process.exitCode === 1) console.log("Run `npm run generate` and commit what it writes.");
