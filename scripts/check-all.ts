/**
 * Everything that `npm test` holds the repository to, in one table. A step prints its output only when it fails;
 * test runs print as they go. The last line is `N passed, N failed, N skipped` over all test runs.
 *
 *   node scripts/check-all.ts            all
 *   node scripts/check-all.ts lint types only these steps
 */
import { spawn } from "node:child_process";
import { readdirSync, existsSync } from "node:fs";

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Prints while it runs and closes with a count of tests. */
  readonly isTestRun?: boolean;
}

const packages = readdirSync("packages").filter((name) => existsSync(`packages/${name}/package.json`));
const testConfigs = [...packages.map((name) => `packages/${name}/test`), "scripts", "examples", "bench", "e2e"].filter((folder) =>
  existsSync(`${folder}/tsconfig.json`),
);
const published = packages.filter((name) => name !== "studio");

const STEPS: readonly Step[] = [
  { name: "build", command: ["tsc", "-b"] },
  ...testConfigs.map((folder) => ({ name: `types:${folder}`, command: ["tsc", "-p", folder, "--noEmit"] })),
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "format", command: ["oxfmt", "--check", "."] },
  { name: "dead-code", command: ["knip"] },
  { name: "generated", command: ["node", "--conditions=@passwright/source", "scripts/generate.ts", "--check"] },
  ...published.flatMap((name) => [
    { name: `shape:${name}`, command: ["publint", "--strict", `packages/${name}`] },
    { name: `resolve:${name}`, command: ["attw", "--profile", "esm-only", "--pack", `packages/${name}`] },
  ]),
  { name: "tests", command: ["vitest", "run"], isTestRun: true },
  {
    name: "tests-dist",
    command: ["vitest", "run", "--reporter=dot", "--reporter=./scripts/closing-line-reporter.ts"],
    environment: { PASSWRIGHT_DIST: "1", PASSWRIGHT_BROWSER: "0" },
    isTestRun: true,
  },
];

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

async function runStep(step: Step): Promise<{ readonly ok: boolean; readonly output: string }> {
  const [program = "", ...args] = step.command;
  const child = spawn(program, args, {
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0", ...step.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      output += text;
      if (step.isTestRun === true) process.stdout.write(text);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("close", resolve);
    child.on("error", reject);
  });
  return { ok: code === 0, output };
}

/** Adds what a test run counted. False for a run that counted failures, or did not come to its end. */
function addClosingLine(total: Count, output: string): boolean {
  const line = output.match(/(\d+) passed, (\d+) failed, (\d+) skipped\s*$/);
  if (line === null) return false;
  total.passed += Number(line[1]);
  total.failed += Number(line[2]);
  total.skipped += Number(line[3]);
  return Number(line[2]) === 0;
}

const wanted = process.argv.slice(2);
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];
for (const step of STEPS) {
  if (wanted.length > 0 && !wanted.some((name) => step.name === name || step.name.startsWith(`${name}:`))) continue;
  const started = performance.now();
  const { ok: endedWell, output } = await runStep(step);
  const ok = step.isTestRun === true ? addClosingLine(total, output) && endedWell : endedWell;
  if (!ok) broken.push(step.name);
  if (!ok && step.isTestRun !== true) console.log(output);
  console.log(`${ok ? "✓" : "✗"} ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok && step.name === "build") break;
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = broken.length > 0 ? 1 : 0;
