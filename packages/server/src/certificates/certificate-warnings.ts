import type { StorageStatistics, TemplateVersion } from "../storage/storage.ts";
import type { CertificateBook } from "./certificate-book.ts";
import type { HeldCertificate } from "./held-certificate.ts";

const DAY = 86_400_000;

/** Days before the end at which warnings are given: a new certificate is a matter of an afternoon, if somebody knows of it. */
const THRESHOLDS = [60, 30, 7, 1, 0] as const;

/** What is wrong, or soon will be. */
export type CertificateWarning =
  | {
      /** The certificate itself, or what Apple issued it with. */
      readonly kind: "certificate-expires" | "intermediate-expires";
      readonly passTypeIdentifier: string;
      readonly fingerprint: string;
      /** The least of 60, 30, 7, 1 and 0 that is not below the days left. */
      readonly threshold: number;
      /** Whole days, rounded down; negative once it has expired. */
      readonly daysLeft: number;
      /** Epoch ms. */
      readonly expiresAt: number;
      readonly message: string;
    }
  | { readonly kind: "no-certificate" | "pushes-paused"; readonly passTypeIdentifier: string; readonly message: string };

/** Warnings about the end of certificates that sign or push now; those that others have taken the place of may end. */
export function expiryWarnings(
  book: Pick<CertificateBook, "all" | "signing" | "pushing">,
  now: number,
): readonly CertificateWarning[] {
  const warnings: CertificateWarning[] = [];
  for (const one of book.all()) {
    const { passTypeIdentifier, credential, issuerNotAfter } = one;
    if (book.signing(passTypeIdentifier) !== one && book.pushing(passTypeIdentifier) !== one) continue;
    warnings.push(
      ...toWarning(one, "certificate-expires", credential.notAfter, now),
      ...toWarning(one, "intermediate-expires", issuerNotAfter, now),
    );
  }
  return warnings;
}

function toWarning(
  { passTypeIdentifier, signer }: HeldCertificate,
  kind: "certificate-expires" | "intermediate-expires",
  expiresAt: number,
  now: number,
): readonly CertificateWarning[] {
  const left = (expiresAt - now) / DAY;
  const threshold = THRESHOLDS.findLast((days) => left <= days);
  if (threshold === undefined) return [];
  const { fingerprint } = signer.facts;
  const what = kind === "certificate-expires" ? "The certificate" : "The intermediate that issued the certificate";
  const date = new Date(expiresAt).toISOString().slice(0, 10);
  const message =
    left <= 0
      ? `${what} of ${passTypeIdentifier} expired on ${date}: new passes are refused, and Apple takes no pushes.`
      : `${what} of ${passTypeIdentifier} expires on ${date}: request a new one and upload it; passes that are out stay as they are.`;
  return [{ kind, passTypeIdentifier, fingerprint, threshold, daysLeft: Math.floor(left), expiresAt, message }];
}

/** Pass types that templates need and no certificate is for, and those whose pushes Apple refuses. */
export function setUpWarnings(
  book: Pick<CertificateBook, "passTypeIdentifiers">,
  templates: readonly Pick<TemplateVersion, "passTypeIdentifier">[],
  paused: StorageStatistics["pausedPassTypes"],
): readonly CertificateWarning[] {
  const known = new Set(book.passTypeIdentifiers());
  const missing = new Set(templates.map(({ passTypeIdentifier }) => passTypeIdentifier).filter((type) => !known.has(type)));
  return [
    ...[...missing].map((passTypeIdentifier) => ({
      kind: "no-certificate" as const,
      passTypeIdentifier,
      message: `There are templates of ${passTypeIdentifier} and no certificate that could sign them.`,
    })),
    ...paused.map(({ passTypeIdentifier, reason }) => ({
      kind: "pushes-paused" as const,
      passTypeIdentifier,
      message: `Pushes of ${passTypeIdentifier} are held back: ${reason}.`,
    })),
  ];
}
