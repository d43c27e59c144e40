import type { PassCheck, PassPackage } from "@passwright/pass";
import { readFolder } from "@passwright/pass/node";
import { checkSourceFolder } from "../input/check-source.ts";
import type { Io, TextSink } from "../io.ts";
import { openSourcePass } from "../render/source-pass.ts";
import { type SourceProblem, toSourceProblem } from "./source-problem.ts";

/** A source folder as it is now. */
export interface SourceReading {
  /** The pass that it makes; null while it makes none. */
  readonly pass: PassPackage | null;
  /** Why it makes none. */
  readonly problem: SourceProblem | null;
  /** What the check finds; null where there is nothing to check. */
  readonly check: PassCheck | null;
  readonly isTemplate: boolean;
}

const SILENT: TextSink = { write: () => undefined, isTerminal: false, columns: 80 };

/** Reads a folder, checks it and builds its pass, whatever state it is in. */
export async function readSource(io: Io, path: string, name: string): Promise<SourceReading> {
  const quiet: Io = { ...io, stdout: SILENT, stderr: SILENT };
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    files = await readFolder(path);
  } catch (error) {
    return { pass: null, problem: toSourceProblem(error), check: null, isTemplate: false };
  }
  const isTemplate = files.has("template.json");
  if (!files.has("pass.json")) {
    return {
      pass: null,
      problem: { message: "There is no pass.json in the folder.", file: null, line: null, column: null },
      check: null,
      isTemplate,
    };
  }
  const now = io.now();
  const folder = { kind: "folder", name, path, files } as const;
  // Whatever goes wrong is told on the page: the next save may mend it, and a preview that ends is no help.
  const check = await checkSourceFolder(quiet, folder, { now }, { fix: false, sink: SILENT }).catch(() => null);
  try {
    const pass = await openSourcePass(files, now);
    // Read now: a pass.json in the middle of a save must not take the place of one that can be drawn.
    void pass.data;
    return { pass, problem: null, check, isTemplate };
  } catch (error) {
    return { pass: null, problem: toSourceProblem(error), check, isTemplate };
  }
}
