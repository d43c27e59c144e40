import type { PassPackage } from "@passwright/pass";
import type { PassIdentity } from "./signer-options.ts";

/** What pass.json says of itself; absent identifiers become empty, and signing says which. */
export function identityOf(pass: PassPackage): PassIdentity {
  const { passTypeIdentifier, teamIdentifier, nfc } = pass.data;
  return {
    passTypeIdentifier: typeof passTypeIdentifier === "string" ? passTypeIdentifier : "",
    teamIdentifier: typeof teamIdentifier === "string" ? teamIdentifier : "",
    nfc: nfc !== undefined || pass.personalization !== null,
  };
}
