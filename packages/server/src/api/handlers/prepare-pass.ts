import { randomUUID } from "node:crypto";
import { PassError, type PassPackage, type PassValues, type Signer } from "@passwright/pass";
import { deriveAuthenticationToken } from "../../installation/authentication-token.ts";
import type { NewPass } from "../../storage/storage.ts";
import type { ApiContext } from "../api-context.ts";
import { ApiProblem } from "../api-problem.ts";
import type { ShelvedTemplate } from "../template-shelf.ts";
import { buildPass } from "./own-pass.ts";
import { barcodesOf } from "./scan/barcodes-of.ts";

/** What is to become a pass. */
export interface PassWish {
  readonly templateId: string;
  readonly values: PassValues;
  /** A random one when absent. */
  readonly serialNumber?: string | undefined;
  /** Whole seconds since 1970. */
  readonly expiresAt: number | null;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * A pass as it is to be written: tried before, so that what cannot be built or signed is never issued.
 *
 * @throws {ApiProblem} `no-certificate`, `invalid-values`, `invalid-template`.
 */
export async function preparePass(context: ApiContext, opened: ShelvedTemplate, wish: PassWish): Promise<NewPass> {
  const { passTypeIdentifier, template } = opened;
  const { now, templateId } = wish;
  const signer = context.signers.find({ passTypeIdentifier, certificateId: "" });
  if (signer === undefined) throw new ApiProblem("no-certificate", `There is no certificate for ${passTypeIdentifier}.`);
  const key = { passTypeIdentifier, serialNumber: wish.serialNumber ?? randomUUID() };
  const pass = {
    ...key,
    authenticationToken: deriveAuthenticationToken(context.secret, key),
    templateId,
    templateVersion: opened.version ?? 0,
    values: JSON.stringify(wish.values),
    expiresAt: wish.expiresAt,
    // A revision keeps its certificate, whatever is uploaded later.
    certificateId: signer.facts.fingerprint,
    personalization: template.prepare().names.includes("personalization.json") ? "open" : "none",
  } as const;
  const first = { voided: false, revision: 1, modifiedAt: Math.floor(now / 1000), tag: 0 };
  const built = await buildPass(context, opened, { ...pass, ...first });
  const trial = { templateId, version: pass.templateVersion, fingerprint: signer.facts.fingerprint };
  // What cannot be signed, for want of an icon or for another's team, is found by the first pass of a template, not by its holders.
  await context.shelf.tryOnce(trial, () =>
    trySigning(
      built.edit((editor) => editor.setValue("serialNumber", key.serialNumber)),
      signer,
      now,
    ),
  );
  return { ...pass, barcodes: barcodesOf(context, opened, { ...pass, ...first }) };
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
