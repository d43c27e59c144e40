import { PassError, type PassPackage, type Signer } from "@passwright/pass";
import type { StoredPass } from "../../storage/storage.ts";
import type { ApiContext } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { ShelvedTemplate } from "../template-shelf.ts";
import { buildPass } from "./own-pass.ts";

/** @throws {ApiProblem} `no-certificate`. */
export function findSigner({ signers }: ApiContext, passTypeIdentifier: string): Signer {
  const signer = signers.find({ passTypeIdentifier, certificateId: "" });
  if (signer !== undefined) return signer;
  throw new ApiProblem("no-certificate", `There is no certificate for ${passTypeIdentifier}.`);
}

/** Of what signs new revisions; undefined where there is nothing. */
export function newestCertificate({ signers }: Pick<ApiContext, "signers">, passTypeIdentifier: string): string | undefined {
  return signers.find({ passTypeIdentifier, certificateId: "" })?.facts.fingerprint;
}

/**
 * Builds and signs the first pass of a template: what cannot be signed, for want of an icon or for another's team, is found by its
 * issuer, not by its holders.
 *
 * @throws {ApiProblem} `no-certificate`, `invalid-values`, `invalid-template`.
 */
export async function tryTemplate(context: ApiContext, opened: ShelvedTemplate, pass: StoredPass): Promise<void> {
  const signer = findSigner(context, pass.passTypeIdentifier);
  const { templateId, templateVersion: version, serialNumber } = pass;
  await context.shelf.tryOnce({ templateId, version, fingerprint: signer.facts.fingerprint }, async () => {
    const built = await buildPass(context, opened, pass);
    await trySigning(
      built.edit((editor) => editor.setValue("serialNumber", serialNumber)),
      signer,
      context.clock(),
    );
  });
}

async function trySigning(built: PassPackage, signer: Signer, now: number): Promise<void> {
  try {
    const signingTime = new Date(Math.max(now, signer.facts.notBefore.getTime()));
    await built.sign(signer, { signingTime });
  } catch (error) {
    if (error instanceof PassError) throw new ApiProblem("invalid-template", error.message);
    throw error;
  }
}
