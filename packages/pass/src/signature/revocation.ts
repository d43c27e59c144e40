import type { Certificate } from "./certificate.ts";
import { isListAbout, type Revocation, type RevocationList } from "./crl.ts";

/** What given lists say of a path. */
export type RevocationVerdict =
  | { readonly status: "not-checked" | "good" }
  | { readonly status: "revoked"; readonly certificate: Certificate; readonly revocation: Revocation };

/**
 * Holds every certificate of a path (leaf first, trust anchor last) against lists of revoked certificates.
 *
 * `revoked` as soon as a list of its issuer names one of them, however old the list: what was revoked stays revoked (a
 * certificate on hold may come back, and an old list that says so is still the last word we have). `good` needs a list
 * about the leaf that is current at `now`, or an attacker would show one from before the revocation. Otherwise
 * `not-checked`.
 */
export async function checkRevocation(
  path: readonly Certificate[],
  lists: readonly RevocationList[],
  now: Date,
): Promise<RevocationVerdict> {
  let leafIsCovered = false;
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1];
    if (issuer === undefined) break;
    for (const list of lists) {
      if (!(await isListAbout(list, certificate, issuer))) continue;
      const revocation = list.find(certificate.serialNumber);
      if (revocation !== null && revocation.reason !== "removeFromCRL") return { status: "revoked", certificate, revocation };
      if (index === 0 && isCurrent(list, now)) leafIsCovered = true;
    }
  }
  return { status: leafIsCovered ? "good" : "not-checked" };
}

function isCurrent({ thisUpdate, nextUpdate }: RevocationList, now: Date): boolean {
  if (now < thisUpdate) return false; // guard: crl-not-yet
  return nextUpdate !== null && now <= nextUpdate; // guard: crl-stale
}
