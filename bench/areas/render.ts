import type { AreaResult } from "../area-result.ts";
import { median } from "../machine.ts";
import { benchFaces, frontToPng, frontToSvg, passToPdf } from "../render/bench-face.ts";
import { weighBundle } from "../render/bundle-weight.ts";
import { measureFidelity } from "../render/fidelity-figures.ts";
import type { FirstCallReport } from "../render/first-call.ts";
import type { ManyReport } from "../render/many.ts";
import { buildChildren, runChild } from "../render/run-child.ts";
import type { SoakReport } from "../render/soak.ts";

const ROUNDS = 100;
const WARM_UP = 30;
const FIRST_CALLS = 5;
/** Split over two processes, as two cores allow. */
const MANY = 1000;
const SOAK = 10_000;
/** In the soak every so many faces become a PNG, the others SVG: all of them would take longer than anyone waits. */
const SOAK_PNG_EVERY = 5;

interface Times {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}

/** Medians of wall time and of processor time, the latter to tell a slow program from a busy machine. */
async function measureTimes(work: (index: number) => Promise<unknown>): Promise<Times> {
  for (let round = 0; round < WARM_UP; round++) await work(round);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const cpu = process.cpuUsage();
    const started = performance.now();
    await work(WARM_UP + round);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1000);
  }
  return { milliseconds: median(times), cpuMilliseconds: median(cpuTimes) };
}

async function measureFirstCall(): Promise<FirstCallReport> {
  const reports: FirstCallReport[] = [];
  for (let run = 0; run < FIRST_CALLS; run++) reports.push(await runChild<FirstCallReport>("first-call"));
  return { svgMs: median(reports.map(({ svgMs }) => svgMs)), pngMs: median(reports.map(({ pngMs }) => pngMs)) };
}

async function measureMany(): Promise<number> {
  const half = MANY / 2;
  const reports = await Promise.all([runChild<ManyReport>("many", half, 0), runChild<ManyReport>("many", half, half)]);
  const started = Math.min(...reports.map((report) => report.started));
  const ended = Math.max(...reports.map((report) => report.ended));
  return MANY / ((ended - started) / 1000);
}

/** Drawing: warm, cold, in bulk and for long; what a browser loads for it; and how near it comes to real phones. */
export async function measureRender(): Promise<AreaResult> {
  const faces = benchFaces();
  await buildChildren();
  const svg = await measureTimes((index) => frontToSvg(faces(index)));
  const png = await measureTimes((index) => frontToPng(faces(index)));
  const pdf = await measureTimes((index) => passToPdf(faces(index)));
  const firstCall = await measureFirstCall();
  const perSecond = await measureMany();
  const soak = await runChild<SoakReport>("soak", SOAK, SOAK_PNG_EVERY);
  const weight = await weighBundle();
  const figures: Record<string, number> = {
    "render.svgMs": svg.milliseconds,
    "render.pngMs": png.milliseconds,
    "render.pdfMs": pdf.milliseconds,
    "render.firstCallMs": firstCall.svgMs,
    "render.pngPerSecond": perSecond,
    "render.peakRssMB": soak.peakRssMB,
    "size.renderKB": weight.codeKB + weight.fontsKB,
    "size.renderCodeKB": weight.codeKB,
  };
  const notes = [
    `svg, png and pdf: a store card with a strip (1125 × 432 pixels in SVG and PDF, 750 × 288 in the PNG, which draws with pictures of its own scale) and a QR code, another pass each time, drawn and written; ${ROUNDS} rounds after ${WARM_UP} to warm up. Processor time: ${svg.cpuMilliseconds.toFixed(1)}, ${png.cpuMilliseconds.toFixed(1)} and ${pdf.cpuMilliseconds.toFixed(1)} ms.`,
    `first call: loading and drawing to SVG in a new process, median of ${FIRST_CALLS}; the first PNG takes another ${firstCall.pngMs.toFixed(0)} ms.`,
    `in bulk: ${MANY} passes to PNG at 2 pixels a point, two processes of one thread each.`,
    `memory: ${SOAK} faces in one process, every ${SOAK_PNG_EVERY}th as PNG, the others as SVG; at each tenth ${soak.rssMB.join(", ")} MB.`,
    `size: bundled in pieces and minified by esbuild, gzip level 9; code with @passwright/pass ${weight.codeKB.toFixed(0)} KB, all cuts of Inter ${weight.fontsKB.toFixed(0)} KB. Loaded on demand and not counted: ${weight.onDemandKB.toFixed(0)} KB.`,
  ];
  const fidelity = await measureFidelity();
  if (fidelity === null) notes.push("fidelity: not measured, the folder of screenshots is not beside the repository.");
  else {
    figures["fidelity.medianF1"] = fidelity.medianF1;
    figures["fidelity.minF1"] = fidelity.minF1;
    notes.push(`fidelity: ink of faces against screenshots of iPhones: ${fidelity.summary}.`);
  }
  return { figures, notes };
}
