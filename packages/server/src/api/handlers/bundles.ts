import { PassBundle, PassError, joinChunks } from "@passwright/pass";
import type * as z from "zod";
import type { ApiAnswer, ApiCall } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { SCHEMAS } from "../contract/schemas.ts";
import { findOwnPass, type OwnPass } from "./own-pass.ts";
import { signedPass } from "./passes.ts";

type BundleCall = ApiCall<unknown, z.output<typeof SCHEMAS.BundleRequest>>;

/** Passes in one file, in the order of the request. */
export async function createBundle(call: BundleCall): Promise<ApiAnswer> {
  const { passes, name = "passes" } = call.body;
  const found: OwnPass[] = [];
  for (const wish of passes) found.push(await findWished(call, wish));
  const archives: Uint8Array[] = [];
  for (const { pass } of found) archives.push(joinChunks(await signedPass(call, pass)));
  try {
    return { status: 200, body: { bundle: (await PassBundle.create(archives)).toChunks(), fileName: name } };
  } catch (error) {
    // One pass twice, or more than a device takes.
    if (error instanceof PassError && error.code === "ERR_PASS_BUNDLE") throw new ApiProblem("invalid-request", error.message);
    throw error;
  }
}

async function findWished(call: BundleCall, wish: BundleCall["body"]["passes"][number]): Promise<OwnPass> {
  if ("serialNumber" in wish) return findOwnPass(call, wish);
  const { projectId } = call.key;
  const [record] = await call.storage.issuing.findByExternalId({ projectId, ...wish });
  if (record === undefined) throw new ApiProblem("not-found", "There is no such pass.");
  return findOwnPass(call, record);
}
