import { platform } from "#platform";
import { toHex } from "./hex.ts";
import { type ManifestTolerance, parseManifest } from "./parse-manifest.ts";

/** What comparing manifest.json with the files shows. Paths as in the manifest or the archive. */
export interface ManifestReport {
  /** False when manifest.json is not a JSON object of strings; the lists are empty then. */
  readonly readable: boolean;
  /** Why it is not readable. */
  readonly problem: string | null;
  /** Departures from strict JSON that were read over: a device may refuse them. */
  readonly tolerated: readonly ManifestTolerance[];
  readonly entries: ReadonlyMap<string, string>;
  /** Listed, there, and the SHA-1 differs. */
  readonly mismatched: readonly { readonly file: string; readonly listed: string; readonly actual: string }[];
  /** Listed, but not in the archive. */
  readonly absent: readonly string[];
  /** In the archive, but not listed (manifest.json and signature excepted). */
  readonly unlisted: readonly string[];
}

/** The files that the manifest does not list, because they are made from it. */
const UNLISTED_FILES: ReadonlySet<string> = /* @__PURE__ */ new Set(["manifest.json", "signature"]);

/**
 * Compares manifest.json with the files of a pass, both ways. Never throws for what is in the manifest: what cannot be read is
 * in the report. Hex digits may be of either case; paths are taken as they are (a listed `./icon.png` or `en.lproj\pass.strings`
 * is absent, and the file it means unlisted, because a device looks for the path of the file). A manifest that lists itself or
 * the signature is compared like any other entry.
 *
 * @example
 * ```ts
 * const report = await compareManifest(files.get("manifest.json")!, files);
 * if (report.mismatched.length > 0) console.error("changed after signing", report.mismatched);
 * ```
 */
export async function compareManifest(manifest: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Promise<ManifestReport> {
  const parsed = parseManifest(manifest);
  if (!parsed.readable) {
    return {
      readable: false,
      problem: parsed.problem,
      tolerated: [],
      entries: new Map(),
      mismatched: [],
      absent: [],
      unlisted: [],
    };
  }
  const { entries, tolerated } = parsed;
  const mismatched: { file: string; listed: string; actual: string }[] = [];
  const absent: string[] = [];
  for (const [file, listed] of entries) {
    const bytes = files.get(file);
    if (!bytes) {
      absent.push(file);
      continue;
    }
    const actual = toHex(await platform.digest("sha1", bytes));
    if (listed.toLowerCase() !== actual) mismatched.push({ file, listed, actual });
  }
  const unlisted = [...files.keys()].filter((file) => !entries.has(file) && !UNLISTED_FILES.has(file));
  return { readable: true, problem: null, tolerated, entries, mismatched, absent, unlisted };
}

/**
 * Writes manifest.json: compact JSON, sorted by path (UTF-16 code units), so that the same files always give the same bytes.
 * `sha1Hex` is 40 lower-case hex digits. The caller leaves out manifest.json and signature.
 *
 * @example
 * ```ts
 * createManifest([{ path: "pass.json", sha1Hex: "da39a3ee5e6b4b0d3255bfef95601890afd80709" }]);
 * ```
 */
export function createManifest(files: Iterable<{ readonly path: string; readonly sha1Hex: string }>): Uint8Array {
  const lines = Array.from(files, ({ path, sha1Hex }) => ({ path, text: `${JSON.stringify(path)}:${JSON.stringify(sha1Hex)}` }));
  lines.sort((left, right) => (left.path < right.path ? -1 : 1));
  return new TextEncoder().encode(`{${lines.map((line) => line.text).join(",")}}`);
}
