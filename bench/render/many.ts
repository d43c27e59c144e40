import { benchFaces, frontToPng } from "./bench-face.ts";

/** What a process that makes many PNGs reports. */
export interface ManyReport {
  /** Milliseconds since 1970, when the first after those to warm up began and the last was done. */
  readonly started: number;
  readonly ended: number;
  readonly peakRssMB: number;
}

const WARM_UP = 20;
const [, , count = "0", from = "0"] = process.argv;
const faces = benchFaces();
for (let index = 0; index < WARM_UP; index += 1) await frontToPng(faces(index));
const started = Date.now();
for (let index = 0; index < Number(count); index += 1) {
  const png = await frontToPng(faces(Number(from) + index));
  if (png.length < 10_000) throw new Error(`a PNG of only ${png.length} bytes`);
}
const report: ManyReport = { started, ended: Date.now(), peakRssMB: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(`${JSON.stringify(report)}\n`);
