import type { MaybePromise } from "../platform/platform.ts";
import { platform } from "#platform";
import type { Certificate } from "./certificate.ts";
import { equalNames } from "./distinguished-name.ts";
import { isUsableKey } from "./public-key.ts";

/**
 * Whether `certificate` names `issuer` as its issuer, by name and, where both say one, by key identifier. Whoever can
 * write a certificate can write this: only {@link isSignedBy} proves it.
 */
export function namesAsIssuer(certificate: Certificate, issuer: Certificate): boolean {
  if (!equalNames(certificate.issuer, issuer.subject)) return false; // guard: issuer-name
  const { authorityKeyIdentifier } = certificate.extensions;
  const { subjectKeyIdentifier } = issuer.extensions;
  if (authorityKeyIdentifier === null) return true;
  const { keyIdentifier, serialNumber } = authorityKeyIdentifier;
  if (keyIdentifier !== null && subjectKeyIdentifier !== null && keyIdentifier !== subjectKeyIdentifier) return false; // guard: key-identifier
  return serialNumber === null || serialNumber === issuer.serialNumber; // guard: authority-serial
}

/**
 * Whether the key of `issuer` signed `certificate`. Answers are kept for as long as both objects live: the bundled
 * certificates are the same objects in every call, so that Apple's own links are verified once per process. The keys of
 * the map are the parsed objects themselves, which nobody can forge, and it holds none of them alive.
 */
export const isSignedBy: (certificate: Certificate, issuer: Certificate) => MaybePromise<boolean> = /* @__PURE__ */ (() => {
  const answers = new WeakMap<Certificate, WeakMap<Certificate, MaybePromise<boolean>>>();
  return (certificate, issuer) => {
    let ofCertificate = answers.get(certificate);
    if (ofCertificate === undefined) answers.set(certificate, (ofCertificate = new WeakMap()));
    let answer = ofCertificate.get(issuer);
    if (answer === undefined) ofCertificate.set(issuer, (answer = verifyLink(certificate, issuer)));
    return answer;
  };
})();

function verifyLink(certificate: Certificate, issuer: Certificate): MaybePromise<boolean> {
  const { signatureAlgorithm, tbs, signature } = certificate;
  if (signatureAlgorithm === null) return false;
  // Two certificates with one MD5 digest can be made at will; SHA-1 must pass, Apple's older intermediates have it.
  if (signatureAlgorithm.digest === "md5") return false; // guard: md5-link
  if (!isUsableKey(issuer.publicKey)) return false; // guard: issuer-key-size
  return platform.verify(signatureAlgorithm, issuer.subjectPublicKeyInfo, tbs, signature); // guard: link-signature
}
