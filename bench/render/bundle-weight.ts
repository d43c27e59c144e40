import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Gzip kilobytes of what a browser loads to draw a front of Latin letters as SVG. */
export interface BundleWeight {
  readonly codeKB: number;
  readonly fontsKB: number;
  /** What is loaded only when a pass needs it: other decoders, spelling of dates by locale, shaping of other scripts. */
  readonly onDemandKB: number;
}

const ENTRY = `import { PassPackage } from "@passwright/pass";
import { drawFront, toSvg } from "@passwright/render";
export async function show(bytes) { return toSvg((await drawFront(await PassPackage.read(bytes))).scene); }`;

/** Bundles as a web application is, in pieces, and weighs what the first face loads: code and all cuts of Inter. */
export async function weighBundle(): Promise<BundleWeight> {
  const result = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: "js", sourcefile: "entry.js" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2024",
    // HarfBuzz asks for it where it runs in Node.
    external: ["module"],
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const { outputs } = result.metafile;
  const sizes = new Map(
    result.outputFiles.map(({ path, contents }) => [path.split("/").at(-1) ?? "", gzipSync(contents, { level: 9 }).length / 1000]),
  );
  const nameOf = (path: string): string => path.split("/").at(-1) ?? "";
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === "import-statement") visit(next);
  };
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith("entry.js") ?? false);
  if (entry === undefined) throw new Error("the bundle has no entry");
  visit(entry);
  const isFont = (path: string): boolean => /\/inter\/(?:text|display)-/u.test(outputs[path]?.entryPoint ?? "");
  const weigh = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + (sizes.get(nameOf(path)) ?? 0), 0);
  const rest = Object.keys(outputs).filter((path) => !reached.has(path));
  const fonts = rest.filter(isFont);
  if (fonts.length === 0) throw new Error("the bundle has no fonts: have they moved?");
  return { codeKB: weigh([...reached]), fontsKB: weigh(fonts), onDemandKB: weigh(rest.filter((path) => !isFont(path))) };
}
