import type { StoredPass } from "../storage/storage.ts";

/** A signed archive. The same revision and certificate give the same bytes, however often it is built. */
export interface BuiltPass {
  /** The archive in chunks, which need no copying together. */
  readonly chunks: readonly Uint8Array[];
  /** Bytes of all chunks. */
  readonly size: number;
}

/** Makes the archives of passes: from templates here, from anything else in somebody's own server. */
export interface PassSource {
  build(pass: StoredPass): Promise<BuiltPass>;
  /** Signs a personalization token as a manifest is signed: detached CMS in DER. */
  signToken(pass: StoredPass, token: string): Promise<Uint8Array>;
}
