import { resolve } from "node:path";
import { PassPackage, type ArchiveOddityKind, type ArchiveReport } from "@passwright/pass";
import { writeFolder } from "@passwright/pass/node";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { assertFree } from "../input/free-folder.ts";
import { openBundle } from "../input/open-passes.ts";
import { outputName, readOneInput } from "../input/read-input.ts";
import { printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { toPrintable } from "../terminal/text.ts";

interface UnpackOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly source?: boolean;
}

type Files = ReadonlyMap<string, Uint8Array>;

/** What a signature covers and signing makes anew. */
const SIGNING_FILES: ReadonlySet<string> = /* @__PURE__ */ new Set(["manifest.json", "signature"]);

/** `unpack`: the files of a pass in a folder; of a bundle, its passes. Paths that would leave the folder are refused. */
async function unpack(io: Io, file: string, options: UnpackOptions): Promise<ExitCode> {
  const input = await readOneInput(io, file);
  if (input.kind === "folder") throw new UsageError(`${file} is a folder already`);
  const { files, archive, isBundle } = await openFiles(input.bytes, options.source === true);
  const out = options.out ?? outputName(file, isBundle ? "" : ".pass");
  const folder = resolve(io.workingDirectory, out);
  await assertFree(folder, out, options.force === true);
  await writeFolder(folder, files);
  const leftOut = findLeftOut(archive);
  if (options.json === true) {
    printJson(io, { folder: out, files: [...files].map(([path, bytes]) => ({ path, bytes: bytes.length })), leftOut });
  } else {
    for (const [path, bytes] of files)
      printLine(io.stdout, `${bytes.length.toLocaleString("en").padStart(11)}  ${toPrintable(path)}`);
    printLine(io.stderr, toPrintable(`${files.size} ${files.size === 1 ? "file" : "files"} in ${out}`));
    for (const { path, reason } of leftOut) printLine(io.stderr, toPrintable(`left out ${path}: ${reason}`));
  }
  return leftOut.length === 0 ? EXIT.fine : EXIT.findings;
}

interface OpenedFiles {
  readonly files: Files;
  readonly archive: ArchiveReport | null;
  readonly isBundle: boolean;
}

async function openFiles(bytes: Uint8Array, sourceAlone: boolean): Promise<OpenedFiles> {
  const bundle = await openBundle(bytes);
  if (bundle !== null) {
    return { files: new Map(bundle.passes.map((pass) => [pass.path, pass.bytes])), archive: bundle.archive, isBundle: true };
  }
  const { files, archive } = await PassPackage.read(bytes);
  const wanted = sourceAlone ? new Map([...files].filter(([path]) => !SIGNING_FILES.has(path))) : files;
  return { files: wanted, archive, isBundle: false };
}

/** Why an entry of the archive does not become a file. */
const REASONS: Readonly<Partial<Record<ArchiveOddityKind, string>>> = {
  "unsafe-path": "its path would leave the folder",
  symlink: "it is a link",
  encrypted: "it is encrypted",
  "unsupported-method": "its compression is unknown",
  "damaged-entry": "it is damaged",
};

function findLeftOut(archive: ArchiveReport | null): { readonly path: string; readonly reason: string }[] {
  return (archive?.oddities ?? []).flatMap(({ kind, file }) => {
    const reason = REASONS[kind];
    return reason === undefined || file === undefined ? [] : [{ path: file, reason }];
  });
}

export const unpackCommand: CommandModule = {
  register(program, run) {
    program
      .command("unpack")
      .summary("write the files of a pass, or the passes of a bundle, to a folder")
      .description("Writes the files of a pass, or the passes of a bundle, to a folder. No file is written outside of it.")
      .argument("<file>", "a .pkpass, .pkpasses, or - for standard input")
      .option("-o, --out <dir>", "the folder; named after the file by default")
      .option("--source", "leave manifest.json and signature out: a folder to edit and sign again")
      .option("--force", "write into a folder that is not empty")
      .option("--json", "print JSON about what was written")
      .addHelpText(
        "after",
        `
Example, to change a pass and sign it again:
  passwright unpack ticket.pkpass --source
  passwright sign ticket.pass --cert pass.cer --key key.pem -o ticket-2.pkpass`,
      )
      .action(run(unpack));
  },
};
