import type { HeldCertificate } from "../../../certificates/held-certificate.ts";
import type { StoredCertificate } from "../../../storage/certificates/certificate-storage.ts";
import type { ApiCall } from "../../api-context.ts";
import { ApiProblem } from "../../api-problem.ts";

/** Keys that one pass type may have, requests among them: each is made by an RSA key generation. */
const MOST = 50;

/** What the caller's project has: certificates that are in use, and rows of the database. */
export interface OwnCertificates {
  readonly held: readonly HeldCertificate[];
  readonly stored: readonly StoredCertificate[];
}

export async function ownCertificates(call: ApiCall): Promise<OwnCertificates> {
  const { storage, certificates } = call;
  // Another process may have been given one a moment ago.
  await certificates.refresh();
  const stored = await storage.certificates.list();
  const types = new Set([...certificates.passTypeIdentifiers(), ...stored.map(({ passTypeIdentifier }) => passTypeIdentifier)]);
  const own = new Set<string>();
  for (const type of types) if (await isOwnPassType(call, type)) own.add(type);
  return {
    held: certificates.all().filter(({ passTypeIdentifier }) => own.has(passTypeIdentifier)),
    stored: stored.filter(({ passTypeIdentifier }) => own.has(passTypeIdentifier)),
  };
}

export async function isOwnPassType({ storage, key }: ApiCall, passTypeIdentifier: string): Promise<boolean> {
  return (await storage.access.projectOf(passTypeIdentifier)) === key.projectId;
}

/** @throws {ApiProblem} `not-found`. */
export async function assertOwnPassType(call: ApiCall, passTypeIdentifier: string): Promise<void> {
  if (await isOwnPassType(call, passTypeIdentifier)) return;
  throw new ApiProblem("not-found", `${passTypeIdentifier} is not a pass type of this project.`);
}

/** @throws {ApiProblem} `too-many-certificates`. */
export function assertRoom({ stored }: OwnCertificates, passTypeIdentifier: string): void {
  if (stored.filter((one) => one.passTypeIdentifier === passTypeIdentifier).length < MOST) return;
  throw new ApiProblem("too-many-certificates", `A pass type has at most ${MOST}: delete those that are no longer needed.`);
}
