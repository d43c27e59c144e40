import type { Signer } from "@passwright/pass";
import type { CertificateWish } from "./pass-source.ts";

/** The certificates of an installation, by pass type. */
export interface SignerBook {
  /**
   * The signer of a pass: the one that its revision names by its fingerprint, where that was valid when the revision was made;
   * else the newest of the type that was valid then, and where none was, the newest. A revision that is not given is one of now.
   * Undefined when there is none for the type.
   */
  find(wish: CertificateWish): Signer | undefined;
  /** Takes up certificates that came since; absent where none can come. */
  refresh?(): Promise<void>;
}

/**
 * A book of signers. The newest of a type is the one that is valid from the latest moment on; of two of one moment the later in
 * the list.
 *
 * @param options.clock Epoch ms; `Date.now` when absent.
 *
 * @example
 * ```ts
 * const signers = createSignerBook([signer]);
 * signers.find({ passTypeIdentifier: "pass.com.example.gate", certificateId: "" });
 * ```
 */
export function createSignerBook(
  signers: readonly Signer[],
  { clock = Date.now }: { readonly clock?: () => number } = {},
): SignerBook {
  const byType = new Map<string, Signer[]>();
  for (const signer of signers.toReversed()) {
    const type = signer.facts.passTypeIdentifier ?? "";
    byType.set(type, [...(byType.get(type) ?? []), signer]);
  }
  for (const row of byType.values()) row.sort((a, b) => b.facts.notBefore.getTime() - a.facts.notBefore.getTime());
  return {
    find: ({ passTypeIdentifier, certificateId, modifiedAt }) => {
      const row = byType.get(passTypeIdentifier) ?? [];
      const named = row.find(({ facts }) => facts.fingerprint === certificateId);
      // A change that was written without a look at the certificates keeps the name of one that may have expired since.
      if (named !== undefined && (modifiedAt === undefined || modifiedAt * 1000 <= named.facts.notAfter.getTime())) return named;
      const at = modifiedAt === undefined ? clock() : modifiedAt * 1000;
      return (
        row.find(({ facts }) => facts.notBefore.getTime() <= at && at <= facts.notAfter.getTime()) ??
        row.find(({ facts }) => facts.notBefore.getTime() <= clock() && clock() <= facts.notAfter.getTime()) ??
        row[0]
      );
    },
  };
}
