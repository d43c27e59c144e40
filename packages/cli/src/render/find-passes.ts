import { UsageError } from "../exit-code.ts";
import { fetchPass } from "../input/fetch-pass.ts";
import { openPasses, type NamedPass } from "../input/open-passes.ts";
import { findInputs, isUrl, type Input } from "../input/read-input.ts";
import type { Io } from "../io.ts";
import { openSourcePass } from "./source-pass.ts";

/** Passes that were found, and are read when their turn comes. */
export interface FoundPasses {
  readonly name: string;
  open(): Promise<readonly NamedPass[]>;
}

/**
 * Resolves arguments to passes: files, bundles, source folders and templates, folders of passes, web addresses, `-`.
 *
 * @throws {UsageError} when there is nothing of that name.
 */
export async function findPasses(io: Io, args: readonly string[], now: Date): Promise<readonly FoundPasses[]> {
  const found: FoundPasses[] = [];
  for (const argument of args) {
    if (isUrl(argument)) found.push({ name: argument, open: async () => openPasses(await download(io, argument)) });
    else {
      for (const input of await findInputs(io, argument)) {
        found.push({ name: input.name, open: async () => openInput(await input.open(), now) });
      }
    }
  }
  return found;
}

async function download(io: Io, address: string): Promise<Input> {
  const { bytes, delivery } = await fetchPass(io, address);
  if (delivery.status !== 200) {
    throw new UsageError(
      `${address}: the server answered ${delivery.status}`,
      "passwright check URL tells more about how it is served.",
    );
  }
  // Called after the last part of the address, as a browser would save it.
  const { pathname } = new URL(address);
  return { kind: "bytes", name: decodeName(pathname.split("/").findLast((part) => part !== "") ?? "-"), bytes };
}

function decodeName(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function openInput(input: Input, now: Date): Promise<readonly NamedPass[]> {
  return input.kind === "folder" ? [{ name: input.name, pass: await openSourcePass(input.files, now) }] : openPasses(input);
}

/** The `number`th pass of a bundle, counted from 1; all without a number. */
export function pickPasses(name: string, passes: readonly NamedPass[], number: number | undefined): readonly NamedPass[] {
  if (number === undefined) return passes;
  const pass = passes[number - 1];
  if (pass === undefined) {
    const holds = passes.length === 1 ? "there is one pass" : `there are ${passes.length} passes`;
    throw new UsageError(`--pass ${number}: ${holds} in ${name}`);
  }
  return [pass];
}
