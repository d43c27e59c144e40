import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { AreaResult } from "../area-result.ts";

/** Bundles an entry for a browser, minified, and gives its gzip size in KB. */
async function bundleKilobytes(contents: string): Promise<number> {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2024",
    write: false,
    logLevel: "error",
  });
  return gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length / 1000;
}

/** Weight in a browser. */
export async function measureSize(): Promise<AreaResult> {
  const sign = await bundleKilobytes(`import { PassPackage, Signer } from "@passwright/pass"; console.log(PassPackage, Signer);`);
  const whole = await bundleKilobytes(`import * as pass from "@passwright/pass"; console.log(pass);`);
  return {
    figures: { "size.signKB": sign, "size.passKB": whole },
    notes: ["Bundled and minified by esbuild for a browser, gzip level 9; everything that the import needs is in."],
  };
}
