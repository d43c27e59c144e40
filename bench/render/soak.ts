import { benchFaces, frontToPng, frontToSvg } from "./bench-face.ts";

/** What a process that draws for long reports. */
export interface SoakReport {
  readonly peakRssMB: number;
  /** Memory at the end of each tenth. */
  readonly rssMB: readonly number[];
}

const [, , count = "0", everyPng = "1"] = process.argv;
const total = Number(count);
const faces = benchFaces();
const rssMB: number[] = [];
for (let index = 0; index < total; index += 1) {
  const pass = faces(index);
  if (index % Number(everyPng) === 0) await frontToPng(pass);
  else await frontToSvg(pass);
  if ((index + 1) % Math.ceil(total / 10) === 0) rssMB.push(Math.round(process.memoryUsage.rss() / 2 ** 20));
}
const report: SoakReport = { peakRssMB: process.resourceUsage().maxRSS / 1024, rssMB };
process.stdout.write(`${JSON.stringify(report)}\n`);
