import type { NewPass, StoredPass } from "./storage.ts";

/** A new pass as it is stored. */
export function toStoredPass(pass: NewPass, tag: number, modifiedAt: number): StoredPass {
  return {
    passTypeIdentifier: pass.passTypeIdentifier,
    serialNumber: pass.serialNumber,
    authenticationToken: pass.authenticationToken,
    revision: 1,
    modifiedAt,
    tag,
    templateId: pass.templateId,
    templateVersion: pass.templateVersion,
    values: pass.values,
    certificateId: pass.certificateId ?? "",
    voided: pass.voided ?? false,
    expiresAt: pass.expiresAt ?? null,
    personalization: pass.personalization ?? "none",
  };
}
