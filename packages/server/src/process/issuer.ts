import type { Signer } from "@passwright/pass";
import type { ApnsCredential } from "../push/apns/apns-credential.ts";

/** Who signs and pushes: Apple's certificates of the data folder, or the throwaway ones of a demo. */
export interface Issuer {
  readonly signers: readonly Signer[];
  /** By pass type. */
  readonly credentials: ReadonlyMap<string, ApnsCredential>;
  readonly apns: { readonly origin: string; readonly ca?: string };
}
