import type { Signer } from "@passwright/pass";
import type { CertificateWish } from "./pass-source.ts";

/** The certificates of an installation, by pass type. */
export interface SignerBook {
  /**
   * The signer of a pass: the one that its revision names by its fingerprint, or the newest of the type where it names none, or
   * one that is gone. Undefined when there is none for the type.
   */
  find(wish: CertificateWish): Signer | undefined;
}

/**
 * A book of signers. The newest of a type is the one that is valid from the latest day on.
 *
 * @example
 * ```ts
 * const signers = createSignerBook([signer]);
 * signers.find({ passTypeIdentifier: "pass.com.example.gate", certificateId: "" });
 * ```
 */
export function createSignerBook(signers: readonly Signer[]): SignerBook {
  const byType = new Map<string, Signer[]>();
  for (const signer of signers) {
    const type = signer.facts.passTypeIdentifier ?? "";
    byType.set(type, [...(byType.get(type) ?? []), signer]);
  }
  for (const row of byType.values()) row.sort((a, b) => b.facts.notBefore.getTime() - a.facts.notBefore.getTime());
  return {
    find: ({ passTypeIdentifier, certificateId }) => {
      const row = byType.get(passTypeIdentifier) ?? [];
      return row.find(({ facts }) => facts.fingerprint === certificateId) ?? row[0];
    },
  };
}
