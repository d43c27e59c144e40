import type { StoredPass } from "../storage/storage.ts";

/** A signed archive. The same revision and certificate give the same bytes, however often it is built. */
export interface BuiltPass {
  /** The archive in chunks, which need no copying together. Chunks may be shared among passes: they are never changed. */
  readonly chunks: readonly Uint8Array[];
  /** Bytes of all chunks. */
  readonly size: number;
}

/** What of a pass decides which certificate signs it. */
export interface CertificateWish extends Pick<StoredPass, "passTypeIdentifier" | "certificateId"> {
  /** When the revision was made, in seconds since 1970; of a revision that is about to be made: absent. */
  readonly modifiedAt?: number;
}

/** Makes the archives of passes: from templates here, from anything else in somebody's own server. */
export interface PassSource {
  build(pass: StoredPass): Promise<BuiltPass>;
  /** Signs a personalization token as a manifest is signed: detached CMS in DER. */
  signToken(pass: StoredPass, token: string): Promise<Uint8Array>;
  /**
   * Which certificate signs a pass now: any text that changes when the certificate does, so that an archive is not kept beyond
   * the certificate that it was signed with. Without it archives are kept as long as their revision.
   */
  certificateOf?(wish: CertificateWish): string;
}
