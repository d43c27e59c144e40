/**
 * What hostile passes cost, each drawn in every way: run in a process of its own, whose processor time and memory are nobody else's.
 * Prints one JSON array.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { DRAWING_LIMITS } from "../../src/picture/picture-limits.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import type { PassPackage } from "@passwright/pass";
import { drawFront } from "../../src/layout/draw-front.ts";
import { hostilePasses } from "./hostile-passes.ts";
import { NOW, VIEWS } from "./views.ts";

/** What one drawing took. */
export interface DrawingCost {
  readonly pass: string;
  readonly view: string;
  readonly milliseconds: number;
  /** By how many bytes the process grew at the most. */
  readonly growth: number;
}

/** Of a machine that is busy the fastest run counts; the first within the limit is the last. */
const RUNS = 4;
const HOPELESS = 4;

const FILES: Readonly<Record<string, (pass: PassPackage) => Promise<unknown>>> = {
  ...Object.fromEntries(
    Object.entries(VIEWS).map(([view, draw]) => [view, async (pass: PassPackage) => toSvg((await draw(pass)).scene)]),
  ),
  "PNG of the front": async (pass) => toPng((await drawFront(pass, { now: NOW })).scene),
  PDF: (pass) => toPdf(pass, { now: NOW }),
};

const status = "/proc/self/status";

function kilobytes(key: string): number {
  return Number(new RegExp(String.raw`^${key}:\s+(\d+)`, "mu").exec(readFileSync(status, "utf8"))?.[1]);
}

/** The peak since the last reset on Linux (proc(5), clear_refs); elsewhere the process's peak, which has one use only. */
function startPeak(): () => number {
  if (process.platform !== "linux") {
    const before = process.memoryUsage.rss();
    return () => process.resourceUsage().maxRSS * 1024 - before;
  }
  writeFileSync("/proc/self/clear_refs", "5");
  const before = kilobytes("VmRSS");
  return () => (kilobytes("VmHWM") - before) * 1024;
}

async function measure(make: () => PassPackage, write: (pass: PassPackage) => Promise<unknown>) {
  let milliseconds = Number.POSITIVE_INFINITY;
  let growth = 0;
  for (let run = 0; run < RUNS && milliseconds >= DRAWING_LIMITS.time; run += 1) {
    // No machine is so busy: what explodes is not run again.
    if (run > 0 && milliseconds > HOPELESS * DRAWING_LIMITS.time) break;
    const pass = make();
    const peak = startPeak();
    const started = process.cpuUsage();
    await write(pass);
    const { user, system } = process.cpuUsage(started);
    milliseconds = Math.min(milliseconds, (user + system) / 1000);
    growth = Math.max(growth, peak());
  }
  return { milliseconds, growth };
}

const costs: DrawingCost[] = [];
for (const { name, make } of hostilePasses()) {
  for (const [view, write] of Object.entries(FILES)) costs.push({ pass: name, view, ...(await measure(make, write)) });
}
process.stdout.write(JSON.stringify(costs));
