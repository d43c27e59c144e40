import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeBlock } from "./code-blocks.ts";
import { ROOT } from "./repository.ts";

/** Which names a block may use without importing them, by the module that exports them. */
export type ImplicitImports = ReadonlyMap<string, string>;

export interface CompileOptions {
  /** Names by module; a page's reader has to see the import, a doc comment's does not. */
  readonly implicit: (block: CodeBlock) => ImplicitImports;
  /** Types of the values that a short example uses without making them, by name. */
  readonly atHand: (block: CodeBlock) => Readonly<Record<string, string>>;
}

/**
 * Type-checks blocks, each as a module of its own, in one run of the compiler. Gives what it complains of by block; blocks that
 * are fine are missing.
 */
export function compileBlocks(
  name: string,
  blocks: readonly CodeBlock[],
  options: CompileOptions,
): ReadonlyMap<CodeBlock, readonly string[]> {
  const folder = join(ROOT, "build", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const modules = new Map(blocks.map((block, index) => [`block-${index}.ts`, { block, module: toModule(block, options) }]));
  for (const [file, { module }] of modules) writeFileSync(join(folder, file), module.text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig([...modules.keys()]), null, 2));
  const { stdout, stderr } = spawnSync("tsc", ["-p", folder, "--pretty", "false"], { cwd: ROOT, encoding: "utf8" });
  const problems = new Map<CodeBlock, string[]>();
  for (const line of `${stdout}${stderr}`.split("\n")) {
    const found = /(?<file>block-\d+\.ts)\((?<row>\d+),\d+\): (?<message>.*)$/u.exec(line)?.groups;
    const known = found === undefined ? undefined : modules.get(found["file"] ?? "");
    if (found === undefined || known === undefined) continue;
    const { block, module } = known;
    const row = block.line + Number(found["row"]) - module.offset - 1;
    problems.set(block, [...(problems.get(block) ?? []), `${block.file}:${row}: ${found["message"]}`]);
  }
  return problems;
}

interface Module {
  readonly text: string;
  /** Lines before the block's first. */
  readonly offset: number;
}

/** The block in a function of its own, so that its names hide those at hand; imports stand before it, as they must. */
function toModule(block: CodeBlock, options: CompileOptions): Module {
  const isImport = /^import [^;]*;$/gmu;
  const ownImports = block.code.match(isImport) ?? [];
  const imported = new Set(ownImports.flatMap((line) => line.replace(/ from .*$/su, "").match(/[A-Za-z_$][\w$]*/gu) ?? []));
  // Blank lines in place of imports, so that the rows of messages stay right.
  const body = block.code.replace(isImport, (text) => text.replaceAll(/[^\n]/gu, ""));
  const used = new Set(body.match(/[A-Za-z_$][\w$]*/gu) ?? []);
  const implicit = options.implicit(block);
  const atHand = options.atHand(block);
  const head = ownImports.map((line) => line.replaceAll("\n", " "));
  for (const name of used) {
    const module = implicit.get(name);
    if (module !== undefined && !imported.has(name) && !Object.hasOwn(atHand, name))
      head.push(`import { ${name} } from ${JSON.stringify(module)};`);
  }
  for (const [name, type] of Object.entries(atHand)) {
    if (used.has(name) && !imported.has(name)) head.push(`declare const ${name}: ${type};`);
  }
  head.push("export async function example(): Promise<unknown> {");
  return { text: [...head, body, "return;", "}", ""].join("\n"), offset: head.length };
}

function tsconfig(files: readonly string[]): object {
  const againstDist = process.env["PASSWRIGHT_DIST"] === "1";
  return {
    extends: "../../scripts/tsconfig.json",
    compilerOptions: {
      noUnusedLocals: false,
      noUnusedParameters: false,
      noImplicitReturns: false,
      allowUnreachableCode: true,
      verbatimModuleSyntax: false,
      ...(againstDist ? { customConditions: [] } : {}),
    },
    files,
    include: [],
  };
}
