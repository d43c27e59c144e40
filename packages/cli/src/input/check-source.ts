import { checkPass, fixSource, PassTemplate, type CheckOptions, type Finding, type PassCheck } from "@passwright/pass";
import { basename } from "node:path";
import { printLine, type Io, type TextSink } from "../io.ts";
import { toPrintable } from "../terminal/text.ts";
import { writeFolderChanges } from "./folder-changes.ts";
import { sharpScaler } from "./image-scaler.ts";
import type { Input } from "./read-input.ts";

type Folder = Extract<Input, { kind: "folder" }>;
type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Checks a source folder, and mends it before where that is asked for. A template (it has template.json) is checked by the
 * pass that its sample values make: expressions are no values.
 */
export async function checkSourceFolder(
  io: Io,
  folder: Folder,
  options: CheckOptions,
  { fix, sink }: { readonly fix: boolean; readonly sink: TextSink },
): Promise<PassCheck> {
  const files = fix ? await mend(folder, sink) : folder.files;
  const checkOptions = { ...options, fileName: basename(folder.path) };
  if (!files.has("template.json")) return checkPass(files, checkOptions);
  printLine(sink === io.stderr ? sink : io.stderr, toPrintable(`${folder.name} is a template: checked with its sample values`));
  const template = await PassTemplate.fromFiles(files);
  const sample = await template.buildSample({ now: options.now ?? io.now() });
  const check = await checkPass(sample.files, checkOptions);
  // Lines and columns are those of the pass that was made, which nobody has before them.
  return { ...check, findings: check.findings.map(withoutPosition) };
}

function withoutPosition({ rule, severity, effect, params, where: { file, path } }: Finding): Finding {
  return {
    rule,
    severity,
    effect,
    params,
    where: { ...(file === undefined ? {} : { file }), ...(path === undefined ? {} : { path }) },
  };
}

async function mend(folder: Folder, sink: TextSink): Promise<Files> {
  const { files, fixes } = await fixSource(folder.files, { scaler: sharpScaler });
  await writeFolderChanges(folder.path, folder.files, files);
  for (const { file, did, rule } of fixes) printLine(sink, toPrintable(`mended ${file}: ${did} (${rule})`));
  printLine(
    sink,
    fixes.length === 0 ? "nothing to mend" : `${fixes.length} ${fixes.length === 1 ? "thing" : "things"} mended; what is left:\n`,
  );
  return files;
}
