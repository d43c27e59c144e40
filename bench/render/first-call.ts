/** What a process pays for its first picture: loading the package and its fonts, and code that no engine has seen yet. */
export interface FirstCallReport {
  readonly svgMs: number;
  readonly pngMs: number;
}

const started = performance.now();
const { benchFaces, frontToPng, frontToSvg } = await import("./bench-face.ts");
const loaded = performance.now();
const pass = benchFaces()(1);
// Making the pictures of the bench is not the renderer's work.
const made = performance.now();
await frontToSvg(pass);
const drawn = performance.now();
await frontToPng(pass);
const painted = performance.now();
const report: FirstCallReport = { svgMs: loaded - started + drawn - made, pngMs: painted - drawn };
process.stdout.write(`${JSON.stringify(report)}\n`);
