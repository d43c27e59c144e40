import type { CertificateFiles } from "../certificates/certificate-book.ts";

/** Whose certificates sign and push beside those of the database: Apple's of the data folder, or the throwaway ones of a demo. */
export interface Issuer {
  readonly files: CertificateFiles;
  readonly apns: { readonly origin: string; readonly ca?: string };
  /** What may have issued an uploaded certificate beside Apple's own intermediates, DER. */
  readonly authorities: readonly Uint8Array[];
}
