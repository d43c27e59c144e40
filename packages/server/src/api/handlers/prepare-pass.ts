import type { PassValues } from "@passwright/pass";
import { deriveAuthenticationToken } from "../../installation/authentication-token.ts";
import { timeOrderedId } from "../../jobs/time-ordered-id.ts";
import type { NewPass } from "../../storage/storage.ts";
import { toStoredPass } from "../../storage/stored-pass.ts";
import type { ApiContext } from "../api-context.ts";
import type { ShelvedTemplate } from "../template-shelf.ts";
import { renderPass } from "./own-pass.ts";
import { barcodesOf } from "./scan/barcodes-of.ts";
import { findSigner, tryTemplate } from "./try-template.ts";

/** What is to become a pass. */
export interface PassWish {
  readonly templateId: string;
  readonly values: PassValues;
  /** One that begins with the time when absent. */
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
  const signer = findSigner(context, passTypeIdentifier);
  const key = { passTypeIdentifier, serialNumber: wish.serialNumber ?? timeOrderedId(now) };
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
  const stored = toStoredPass(pass, 0, Math.floor(now / 1000));
  renderPass(context, opened, stored);
  await tryTemplate(context, opened, stored);
  return { ...pass, barcodes: barcodesOf(context, opened, stored) };
}
