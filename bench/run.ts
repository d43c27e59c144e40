/**
 * Measures what the README says. `npm run bench` runs every area, `npm run bench -- mint check` some of them.
 * Figures go to `bench/results.json` (flat, one number a name) and `bench/RESULTS.md` (for people).
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AreaResult } from "./area-result.ts";
import { describeMachine } from "./machine.ts";
import { TARGETS, type Target } from "./targets.ts";

const AREAS: Readonly<Record<string, () => Promise<AreaResult>>> = {
  mint: async () => (await import("./areas/mint.ts")).measureMint(),
  check: async () => (await import("./areas/check.ts")).measureCheck(),
  render: async () => (await import("./areas/render.ts")).measureRender(),
  size: async () => (await import("./areas/size.ts")).measureSize(),
  server: async () => (await import("./areas/server.ts")).measureServer(),
  platform: async () => (await import("./areas/platform.ts")).measurePlatform(),
  "server-requests": async () => (await import("./areas/server-requests.ts")).measureServerRequests(),
  scan: async () => (await import("./areas/scan.ts")).measureScans(),
  "server-builds": async () => (await import("./areas/server-builds.ts")).measureServerBuilds(),
};

const resultsFile = fileURLToPath(new URL("results.json", import.meta.url));
const notesFile = fileURLToPath(new URL("results-notes.json", import.meta.url));
const pageFile = fileURLToPath(new URL("RESULTS.md", import.meta.url));

async function readJson<T>(path: string, fallback: T): Promise<T> {
  return readFile(path, "utf8").then(
    (text) => JSON.parse(text) as T,
    () => fallback,
  );
}

function meets(target: Target, figure: number): boolean {
  return target.bound === "at least" ? figure >= target.value : figure <= target.value;
}

function toPage(figures: Readonly<Record<string, number>>, notes: Readonly<Record<string, readonly string[]>>): string {
  const rows = TARGETS.map((target) => {
    const figure = figures[target.name];
    const measured = figure === undefined ? "not measured" : `${figure} ${target.unit}`;
    const verdict = figure === undefined ? "" : meets(target, figure) ? "yes" : "**no**";
    return `| \`${target.name}\` | ${target.what} | ${target.bound} ${target.value} ${target.unit} | ${measured} | ${verdict} |`;
  });
  const noteLines = Object.entries(notes).map(([area, lines]) => `## ${area}\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`);
  return [
    "# Figures",
    "",
    "Written by `npm run bench`; medians over rounds that alternate what is compared, in one run.",
    "",
    "| name | what | wanted | measured | met |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
    noteLines.join("\n"),
  ].join("\n");
}

const wanted = process.argv.slice(2).filter((argument) => argument !== "--");
const unknown = wanted.filter((name) => AREAS[name] === undefined);
if (unknown.length > 0) {
  console.error(`no such area: ${unknown.join(", ")}; there are ${Object.keys(AREAS).join(", ")}`);
  process.exit(2);
}

const figures = await readJson<Record<string, number>>(resultsFile, {});
const notes = await readJson<Record<string, readonly string[]>>(notesFile, {});
for (const [name, measure] of Object.entries(AREAS)) {
  // `server` is all of the server's areas, `server-builds` one of them.
  if (wanted.length > 0 && !wanted.some((wish) => name === wish || name.startsWith(`${wish}-`))) continue;
  console.log(`measuring ${name} …`);
  const result = await measure();
  for (const [figure, value] of Object.entries(result.figures)) {
    figures[figure] = Number(value.toPrecision(4));
    const target = TARGETS.find((candidate) => candidate.name === figure);
    const verdict = target === undefined ? "" : meets(target, value) ? "" : `  (wanted ${target.bound} ${target.value})`;
    console.log(`  ${figure} = ${figures[figure]} ${target?.unit ?? ""}${verdict}`);
  }
  notes[name] = [`Machine: ${describeMachine()}.`, ...result.notes];
}
const ordered = Object.fromEntries(
  TARGETS.filter(({ name }) => figures[name] !== undefined).map(({ name }) => [name, figures[name]]),
);
await writeFile(resultsFile, `${JSON.stringify(ordered, null, 2)}\n`);
await writeFile(notesFile, `${JSON.stringify(notes, null, 2)}\n`);
await writeFile(pageFile, toPage(figures, notes));
