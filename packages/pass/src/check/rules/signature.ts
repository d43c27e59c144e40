import type { SignatureOddityKind } from "../../signature/signature-report.ts";
import { inFile, ofPass } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";
import { CERTIFICATE_RULES } from "./certificates.ts";
import { isMadeByWallet } from "./required.ts";

const SIGNING_DATE_LOGS = [
  "https://github.com/alvinbaena/passkit/pull/9",
  "https://github.com/alvinbaena/passkit/pull/21",
] as const;
const IOS_7 = "https://github.com/frozon/passbook/issues/32";

const REFUSES = { severity: "error", effect: "refuses", step: "signature", basis: "doc", confirmed: false } as const;

/** The file `signature`: is it one, and is it over this manifest? Certificates are in `certificates.ts`. */
const CMS_RULES: readonly Rule[] = [
  {
    ...REFUSES,
    id: "signature-present",
    step: "files",
    confirmed: true,
    sources: [SOURCES.buildingPass, SOURCES.guideCreating],
    *check(subject) {
      const { form, archiveProblem, files, archive } = subject;
      if (form !== "package" || archiveProblem !== null || files.has("signature") || isMadeByWallet(subject)) return;
      if (archive?.entries.some(({ path }) => path === "signature") !== true) yield ofPass();
    },
  },
  {
    ...REFUSES,
    id: "signature-der",
    sources: [SOURCES.guideCreating, SOURCES.buildingPass, "https://github.com/walt-app/walt-passes-android/issues/176"],
    *check({ signature }) {
      if (signature !== null && !signature.readable) yield inFile("signature", { problem: signature.problem ?? "" });
    },
  },
  {
    ...REFUSES,
    id: "signature-verify",
    confirmed: true,
    sources: [SOURCES.guideCreating, SOURCES.buildingPass],
    *check({ signature }) {
      if (signature?.readable === true && !signature.integrity) yield inFile("signature");
    },
  },
  {
    ...REFUSES,
    id: "signature-signer-cert",
    sources: [SOURCES.guideCreating],
    narrows: ["signature-verify"],
    check: (subject) => odd(subject, "signer-certificate-missing"),
  },
  {
    ...REFUSES,
    id: "signature-signing-time",
    confirmed: true,
    sources: [...SIGNING_DATE_LOGS, SOURCES.guideCreating],
    *check(subject) {
      if (!hasOddity(subject, "no-signed-attributes")) yield* odd(subject, "no-signing-time");
    },
  },
  {
    // The logs of the rule above speak of the date alone; which devices ask for it where nothing is attributed is not public.
    ...REFUSES,
    id: "signature-no-attributes",
    refusal: "some-devices",
    basis: "inferred",
    sources: [SOURCES.guideCreating, ...SIGNING_DATE_LOGS, IOS_7],
    check: (subject) => odd(subject, "no-signed-attributes"),
  },
  {
    id: "signature-detached",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guideCreating, SOURCES.observed],
    check: (subject) => odd(subject, "attached-content"),
  },
  {
    id: "signature-signing-time-future",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.guideCreating],
    *check({ signature, now }) {
      const time = signature?.signingTime ?? null;
      // A minute or two is how far clocks differ.
      if (time !== null && time.getTime() > now.getTime() + 5 * 60_000) yield inFile("signature", { time: time.toISOString() });
    },
  },
  {
    id: "signature-digest",
    severity: "warning",
    effect: "degrades",
    basis: "observed",
    confirmed: false,
    sources: [SOURCES.passBuilder, SOURCES.observed],
    check: (subject) => odd(subject, "weak-digest"),
  },
  {
    id: "signature-many",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.guideCreating],
    check: (subject) => odd(subject, "many-signers"),
  },
  {
    id: "signature-trailing-bytes",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.guideCreating],
    check: (subject) => odd(subject, "trailing-bytes"),
  },
  {
    id: "apple-root-in-cms",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.guideCreating],
    check: (subject) => odd(subject, "root-embedded"),
  },
  {
    id: "signature-encoding",
    severity: "info",
    effect: "degrades",
    basis: "observed",
    confirmed: false,
    sources: [SOURCES.observed],
    *check({ signature }) {
      const found = signature?.oddities.filter(({ kind }) => Object.hasOwn(ENCODINGS, kind)) ?? [];
      if (found.length > 0) yield inFile("signature", { what: found.map(({ kind }) => ENCODINGS[kind]).join(", ") });
    },
  },
];

export const SIGNATURE_RULES: readonly Rule[] = [...CMS_RULES, ...CERTIFICATE_RULES];

/** Ways to write a CMS that devices and OpenSSL read, and some other readers do not. */
const ENCODINGS: Partial<Record<SignatureOddityKind, string>> = {
  "indefinite-length": "BER with indefinite lengths",
  "unsorted-attributes": "signed attributes that are not in DER order",
  "signer-by-key-id": "the signer named by key identifier",
};

function* odd({ signature }: CheckSubject, kind: SignatureOddityKind): Generator<Hit> {
  const found = signature?.oddities.find((oddity) => oddity.kind === kind);
  if (found !== undefined) yield inFile("signature", { detail: found.detail ?? "" });
}

function hasOddity({ signature }: CheckSubject, kind: SignatureOddityKind): boolean {
  return signature?.oddities.some((oddity) => oddity.kind === kind) === true;
}
