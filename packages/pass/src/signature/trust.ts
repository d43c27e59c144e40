import { loadAppleCertificates } from "./apple-certificates.ts";
import { type Certificate, isSameCertificate, parseCertificate } from "./certificate.ts";

/** What is trusted, and what helps to get there. */
export interface Trust {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
  /** Bundled certificates and those of the caller, to take in place of equal ones that were read from a file. */
  readonly known: readonly Certificate[];
}

/**
 * Trust anchors and intermediates in use: Apple's roots unless the caller names others, Apple's intermediates always.
 * (An intermediate gives no trust; without its root it leads nowhere.)
 *
 * Rejects with `ERR_PASS_CERTIFICATE_INVALID` for a certificate of the caller that cannot be read.
 */
export async function loadTrust(options: {
  readonly trustAnchors?: readonly Uint8Array[] | undefined;
  readonly intermediates?: readonly Uint8Array[] | undefined;
}): Promise<Trust> {
  const apple = await loadAppleCertificates();
  const anchors = options.trustAnchors?.map(parseCertificate) ?? apple.roots;
  const bundled = apple.intermediates.map(({ certificate }) => certificate);
  const intermediates =
    options.intermediates === undefined ? bundled : [...options.intermediates.map(parseCertificate), ...bundled];
  return { anchors, intermediates, known: [...intermediates, ...anchors] };
}

/** The known object for an equal certificate: what was found out about its signature is kept with the object. */
export function withKnown(trust: Trust, certificate: Certificate): Certificate {
  return trust.known.find((known) => isSameCertificate(known, certificate)) ?? certificate;
}
