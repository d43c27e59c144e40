import { PassBundle, PassPackage } from "@passwright/pass";
import type { Input } from "./read-input.ts";

/** A pass and how to call it: `a.pkpass`, or `a.pkpasses!b.pkpass` in a bundle. */
export interface NamedPass {
  readonly name: string;
  readonly pass: PassPackage;
}

/** The bundle that bytes are; null when they are one pass. */
export async function openBundle(bytes: Uint8Array): Promise<PassBundle | null> {
  const bundle = await PassBundle.read(bytes);
  return bundle.passes.length > 0 && !bundle.others.includes("pass.json") ? bundle : null;
}

/** The pass of an input, or the passes of a bundle. */
export async function openPasses(input: Input): Promise<readonly NamedPass[]> {
  if (input.kind === "folder") return [{ name: input.name, pass: PassPackage.fromFiles(input.files) }];
  const bundle = await openBundle(input.bytes);
  if (bundle === null) return [{ name: input.name, pass: await PassPackage.read(input.bytes) }];
  return Promise.all(
    bundle.passes.map(async ({ path, bytes }) => ({ name: `${input.name}!${path}`, pass: await PassPackage.read(bytes) })),
  );
}
