import { bytesToHex } from "../der/bytes.ts";
import { PassError } from "../errors.ts";
import { platform } from "#platform";
import { APPLE_CERTIFICATE_DATA, type BundledCertificate } from "./apple-certificate-data.ts";
import { type Certificate, parseCertificate } from "./certificate.ts";

/** One of Apple's Worldwide Developer Relations intermediates. */
export interface AppleIntermediate {
  readonly generation: NonNullable<BundledCertificate["generation"]>;
  readonly certificate: Certificate;
}

/** Apple's certificates, read and held against their fingerprints. */
export interface AppleCertificates {
  readonly roots: readonly Certificate[];
  readonly intermediates: readonly AppleIntermediate[];
}

/**
 * Apple's roots and Worldwide Developer Relations intermediates. They are read once, when someone first asks: the
 * promise is kept in this function's closure, and what it gives is frozen, so no caller can change another's trust.
 *
 * Rejects with `ERR_PASS_CERTIFICATE_INVALID` where a certificate is not the one of its fingerprint: somebody altered
 * the package.
 *
 * @example
 * ```ts
 * const { intermediates } = await loadAppleCertificates();
 * const g4 = intermediates.find(({ generation }) => generation === "G4")?.certificate;
 * ```
 */
export const loadAppleCertificates: () => Promise<AppleCertificates> = /* @__PURE__ */ (() => {
  let loaded: Promise<AppleCertificates> | undefined;
  return () => (loaded ??= readAppleCertificates());
})();

async function readAppleCertificates(): Promise<AppleCertificates> {
  const roots: Certificate[] = [];
  const intermediates: AppleIntermediate[] = [];
  for (const bundled of APPLE_CERTIFICATE_DATA) {
    const certificate = await readBundled(bundled);
    if (bundled.generation === null) roots.push(certificate);
    else intermediates.push(Object.freeze({ generation: bundled.generation, certificate }));
  }
  return Object.freeze({ roots: Object.freeze(roots), intermediates: Object.freeze(intermediates) });
}

async function readBundled({ base64, fingerprint, name }: BundledCertificate): Promise<Certificate> {
  const der = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  if (bytesToHex(await platform.digest("sha256", der)) !== fingerprint) {
    throw new PassError("ERR_PASS_CERTIFICATE_INVALID", `The bundled certificate ${name} is not the one of its fingerprint.`); // guard: fingerprint
  }
  return Object.freeze(parseCertificate(der));
}

/**
 * Apple's root certificates in DER: the trust anchors where a caller names none. To trust others beside them, give
 * both.
 *
 * @example
 * ```ts
 * const trustAnchors = [...(await appleRootCertificates()), myTestRoot];
 * ```
 */
export async function appleRootCertificates(): Promise<readonly Uint8Array[]> {
  const { roots } = await loadAppleCertificates();
  return roots.map(({ der }) => der.slice());
}
