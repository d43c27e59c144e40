import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { readFolder } from "@passwright/pass/node";
import { UsageError } from "../exit-code.ts";
import type { Io } from "../io.ts";

/** Something to work on: the bytes of a file, or a source folder. `name` is how the person called it. */
export type Input =
  | { readonly kind: "bytes"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "folder"; readonly name: string; readonly path: string; readonly files: ReadonlyMap<string, Uint8Array> };

/** An input that was found, and is read when its turn comes: a folder of passes does not stand in memory as a whole. */
export interface FoundInput {
  readonly name: string;
  open(): Promise<Input>;
}

/** Bytes larger than any bundle that Wallet takes are not read (150 MB, plus room for a careless one). */
export const MAX_INPUT_BYTES = 256 * 1024 * 1024;

const PASS_FILE = /\.(pkpass|pkpasses)$/i;

/** Whether an argument is a web address rather than a path. */
export function isUrl(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

/**
 * Resolves an argument to inputs: a file, `-` for standard input, a source folder (it holds pass.json), or a folder of
 * passes (every pass file below it, in the order of their names).
 *
 * @throws {UsageError} when there is nothing of that name, or nothing in it.
 */
export async function findInputs(io: Io, argument: string): Promise<readonly FoundInput[]> {
  if (argument === "-") return [{ name: "-", open: async () => ({ kind: "bytes", name: "-", bytes: await io.readStdin() }) }];
  const path = resolve(io.workingDirectory, argument);
  const facts = await stat(path).catch(() => null);
  if (facts === null) throw new UsageError(`${argument}: no such file or folder`);
  if (!facts.isDirectory()) return [{ name: argument, open: () => readFileInput(path, argument) }];
  if (await isSourceFolder(path)) return [{ name: argument, open: () => readFolderInput(path, argument) }];
  return findPassesBelow(path, argument);
}

/** Reads exactly one input. */
export async function readOneInput(io: Io, argument: string): Promise<Input> {
  const [input, ...others] = await findInputs(io, argument);
  if (input === undefined || others.length > 0) throw new UsageError(`${argument}: expected one pass, found ${others.length + 1}`);
  return input.open();
}

/** A folder is a source when pass.json stands in it; Apple Pass Designer's templates are folders of that kind, too. */
async function isSourceFolder(path: string): Promise<boolean> {
  return stat(join(path, "pass.json")).then(
    (facts) => facts.isFile(),
    () => false,
  );
}

async function readFileInput(path: string, name: string): Promise<Input> {
  const { size } = await stat(path);
  if (size > MAX_INPUT_BYTES) throw new UsageError(`${name}: ${size} bytes, larger than any pass (limit ${MAX_INPUT_BYTES})`);
  try {
    return { kind: "bytes", name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`, undefined, {
      cause: error,
    });
  }
}

async function readFolderInput(path: string, name: string): Promise<Input> {
  return { kind: "folder", name, path, files: await readFolder(path) };
}

async function findPassesBelow(path: string, argument: string): Promise<readonly FoundInput[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && PASS_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) {
    throw new UsageError(
      `${argument}: a folder without pass.json and without passes`,
      "A source folder holds pass.json; a folder of passes holds .pkpass files.",
    );
  }
  return files.toSorted().map((file) => {
    const name = join(argument, relative(path, file));
    return { name, open: () => readFileInput(file, name) };
  });
}

/** A name for a file made from an input: `ticket.pkpass` for `ticket.pass/`, `ticket.zip` or `ticket`. */
export function outputName(inputName: string, extension: string): string {
  const stem = basename(inputName === "-" ? "pass" : inputName.replace(/\/+$/, "")).replace(
    /\.(pass|pkpass|pkpasses|pkpasstemplate|zip)$/i,
    "",
  );
  return `${stem === "" || stem === "." || stem === ".." ? "pass" : stem}${extension}`;
}
