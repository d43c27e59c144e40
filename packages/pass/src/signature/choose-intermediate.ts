import { PassError } from "../errors.ts";
import { type Certificate, isValidAt } from "./certificate.ts";
import { nameToString } from "./distinguished-name.ts";
import { isSignedBy, namesAsIssuer } from "./issuance.ts";

/** Where the intermediate may come from. */
export interface IntermediateCandidates {
  /** What the caller named: it must be the right one. Null when the caller leaves the choice to us. */
  readonly given: readonly Certificate[] | null;
  /** What lay beside the leaf (in its PEM or PKCS#12 file) and what is bundled: the right one is looked for. */
  readonly known: readonly Certificate[];
}

/**
 * The certificate that issued the leaf. Names alone do not tell: Apple's generations share one, so the key identifiers are
 * compared and the signature is verified. Of several with the same key (both certificates of WWDR G1) the one valid at `at`.
 *
 * @throws PassError `ERR_PASS_SIGN_ISSUER_MISMATCH` when what was given did not issue it, `ERR_PASS_SIGN_ISSUER_UNKNOWN`.
 */
export async function chooseIntermediate(leaf: Certificate, candidates: IntermediateCandidates, at: Date): Promise<Certificate> {
  const issuers: Certificate[] = [];
  for (const candidate of candidates.given ?? candidates.known) {
    if (await hasIssued(candidate, leaf)) issuers.push(candidate);
  }
  const latestFirst = issuers.toSorted((left, right) => right.notAfter.getTime() - left.notAfter.getTime());
  const chosen = latestFirst.find((issuer) => isValidAt(issuer, at)) ?? latestFirst[0];
  if (chosen) return chosen;
  const [given] = candidates.given ?? [];
  if (!given) {
    throw new PassError(
      "ERR_PASS_SIGN_ISSUER_UNKNOWN",
      `None of the known intermediates issued the certificate. It names as its issuer ${describeIssuer(leaf)}. Give that certificate as \`intermediate\`.`,
      { details: { issuer: nameToString(leaf.issuer), authorityKeyIdentifier: issuerKeyIdentifier(leaf) } },
    );
  }
  const isKnown = (await Promise.all(candidates.known.map((candidate) => hasIssued(candidate, leaf)))).includes(true);
  throw new PassError(
    "ERR_PASS_SIGN_ISSUER_MISMATCH",
    `The intermediate given is ${describeSelf(given)}; the certificate was issued by ${describeIssuer(leaf)}.${
      isKnown ? " That one is bundled: leave `intermediate` out." : ""
    }`,
    {
      details: {
        intermediate: nameToString(given.subject),
        subjectKeyIdentifier: given.extensions.subjectKeyIdentifier,
        issuer: nameToString(leaf.issuer),
        authorityKeyIdentifier: issuerKeyIdentifier(leaf),
      },
    },
  );
}

/** Whether a certificate is an authority's, and its key signed the other one. */
export async function hasIssued(issuer: Certificate, certificate: Certificate): Promise<boolean> {
  if (!namesAsIssuer(certificate, issuer)) return false;
  // RFC 5280 §4.2.1.9, §4.2.1.3: a leaf that signed another leaf is no authority, and devices refuse the chain.
  if (issuer.extensions.basicConstraints?.ca !== true || issuer.extensions.keyUsage?.keyCertSign === false) return false;
  return isSignedBy(certificate, issuer);
}

function issuerKeyIdentifier(certificate: Certificate): string | null {
  return certificate.extensions.authorityKeyIdentifier?.keyIdentifier ?? null;
}

function describeSelf(certificate: Certificate): string {
  return describe(nameToString(certificate.subject), certificate.extensions.subjectKeyIdentifier);
}

function describeIssuer(certificate: Certificate): string {
  return describe(nameToString(certificate.issuer), issuerKeyIdentifier(certificate));
}

function describe(name: string, keyIdentifier: string | null): string {
  return keyIdentifier === null ? name : `${name} (key ${keyIdentifier})`;
}
