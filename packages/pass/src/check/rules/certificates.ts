import type { CertificateFacts, SignatureReport } from "../../signature/signature-report.ts";
import { inFile, inPass, shown } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";

const IDENTITY_LOG = "https://github.com/drallgood/jpasskit/issues/369";
const WRONG_WWDR = "https://github.com/tschoffelen/php-pkpass/issues/118";
const VALIDATOR = "https://github.com/tomasmcguinness/pkpassvalidator";
const REINSTALL_FORUM = "https://forums.developer.apple.com/thread/96652";
const PLATFORM = "https://github.com/indygreg/apple-platform-rs";

const DAY = 86_400_000;

/** Days before the end of a certificate from which on a report speaks of it. */
const EXPIRING_DAYS = 30;

/** Since then Apple issues pass certificates from G4. */
const G4_SINCE = Date.UTC(2022, 0, 27);

/** The end of WWDR G1. */
const G1_END = Date.UTC(2023, 1, 7);

/** Serial numbers of intermediates that are embedded by mistake (see Apple's certificate authority page). */
const WWDR_G1_SERIALS = new Set(["01DEBCC4396DA010", "19"]);
const WWDR_G6_SERIAL = "22C1A1470A747369EF538612C9C69F3D38F36CD7";

const CHAIN = { severity: "error", effect: "refuses", step: "chain", basis: "doc", confirmed: false } as const;
const IDENTITY = { severity: "error", effect: "refuses", step: "identity", basis: "doc", confirmed: true } as const;
const NOTE = { severity: "info", effect: "degrades", confirmed: false } as const;

/** The signer's certificate, the chain above it, and whether both are for this pass. */
export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    ...CHAIN,
    id: "leaf-chain-apple",
    sources: [SOURCES.buildingPass, IDENTITY_LOG],
    *check({ signature }) {
      if (signature === null || !signature.readable || signature.signer === null || signature.chain) return;
      yield inFile("signature", { issuer: signature.signer.issuer, problem: signature.chainProblem ?? "" });
    },
  },
  {
    ...CHAIN,
    id: "cert-kind",
    sources: [SOURCES.guideCreating, PLATFORM],
    *check({ signature }) {
      const signer = signature?.signer ?? null;
      if (signer !== null && !signer.isPassTypeCertificate) yield inFile("signature", { subject: signer.subject });
    },
  },
  {
    ...CHAIN,
    id: "wwdr-match",
    refusal: "some-devices",
    confirmed: true,
    sources: [VALIDATOR, WRONG_WWDR, SOURCES.certificateAuthority],
    narrows: ["wwdr-g4"],
    check: (subject) => incomplete(subject, true),
  },
  {
    ...CHAIN,
    id: "signature-wwdr",
    refusal: "some-devices",
    confirmed: true,
    sources: [SOURCES.technicalNote, SOURCES.buildingPass, SOURCES.guideCreating],
    narrows: ["wwdr-g4"],
    check: (subject) => incomplete(subject, false),
  },
  {
    ...NOTE,
    id: "wwdr-g1",
    basis: "doc",
    sources: [SOURCES.certificateAuthority, SOURCES.certificateExpiry],
    *check(subject) {
      const { signature } = subject;
      const signedAfter = (signature?.signingTime?.getTime() ?? 0) > G1_END;
      if (signedAfter && embedsInstead(subject, ({ serialNumber }) => WWDR_G1_SERIALS.has(serialNumber))) yield inFile("signature");
    },
  },
  {
    ...NOTE,
    id: "wwdr-g6",
    basis: "community",
    sources: [WRONG_WWDR],
    *check(subject) {
      if (embedsInstead(subject, ({ serialNumber }) => serialNumber === WWDR_G6_SERIAL)) yield inFile("signature");
    },
  },
  {
    ...NOTE,
    id: "wwdr-g4",
    severity: "warning",
    basis: "doc",
    sources: [SOURCES.certificateAuthority, VALIDATOR],
    *check({ signature }) {
      const signer = signature?.signer ?? null;
      if (signature === null || signer === null || !signature.chain || signer.notBefore.getTime() < G4_SINCE) return;
      if (signature.wwdr !== "G4" && signature.wwdr !== "not-apple" && signature.wwdr !== null)
        yield inFile("signature", { wwdr: signature.wwdr });
    },
  },
  {
    ...CHAIN,
    id: "cert-expired",
    confirmed: true,
    sources: [SOURCES.technicalNote, SOURCES.certificateExpiry, SOURCES.certificateAuthority],
    narrows: ["signature-signing-time-range", "cert-expired-now"],
    *check({ signature }) {
      const time = signature?.signingTime ?? null;
      const expired = time === null ? undefined : chainThen(signature).find(({ notAfter }) => notAfter < time);
      if (expired !== undefined && time !== null)
        yield inFile("signature", { ...named(expired), notAfter: day(expired.notAfter), time: day(time) });
    },
  },
  {
    ...CHAIN,
    id: "signature-signing-time-range",
    sources: [SOURCES.guideCreating, SOURCES.technicalNote],
    *check({ signature }) {
      const time = signature?.signingTime ?? null;
      const young = time === null ? undefined : chainThen(signature).find(({ notBefore }) => notBefore > time);
      if (young !== undefined && time !== null)
        yield inFile("signature", { ...named(young), notBefore: day(young.notBefore), time: day(time) });
    },
  },
  {
    ...CHAIN,
    id: "cert-expired-now",
    refusal: "now",
    basis: "contradiction",
    sources: [SOURCES.certificateExpiry, SOURCES.technicalNote, REINSTALL_FORUM],
    *check({ signature, now }) {
      const expired = chainNow(signature).find(({ notAfter }) => notAfter < now);
      if (expired !== undefined) yield inFile("signature", { ...named(expired), notAfter: day(expired.notAfter) });
    },
  },
  {
    ...CHAIN,
    id: "cert-not-yet-valid",
    refusal: "now",
    basis: "inferred",
    sources: [SOURCES.technicalNote],
    *check({ signature, now }) {
      const young = chainNow(signature).find(({ notBefore }) => notBefore > now);
      if (young !== undefined) yield inFile("signature", { ...named(young), notBefore: day(young.notBefore) });
    },
  },
  {
    ...NOTE,
    id: "cert-expiring",
    severity: "warning",
    basis: "inferred",
    sources: [SOURCES.certificateExpiry],
    *check({ signature, now }) {
      const signer = signature?.signer ?? null;
      if (signer === null || signer.notAfter < now) return;
      const days = Math.floor((signer.notAfter.getTime() - now.getTime()) / DAY);
      if (days <= EXPIRING_DAYS) yield inFile("signature", { days, notAfter: day(signer.notAfter) });
    },
  },
  {
    ...CHAIN,
    id: "cert-revoked",
    refusal: "now",
    confirmed: true,
    sources: [SOURCES.certificateExpiry],
    *check({ signature }) {
      if (signature?.revocation !== "revoked") return;
      const { revoked } = signature;
      yield inFile("signature", { at: revoked === undefined ? "" : day(revoked.at), reason: revoked?.reason ?? "" });
    },
  },
  {
    ...IDENTITY,
    id: "cert-uid",
    sources: [IDENTITY_LOG, SOURCES.guideCreating, SOURCES.buildingPass],
    *check({ signature, pass }) {
      const identifier = pass["passTypeIdentifier"];
      const signer = signature?.signer ?? null;
      if (signer === null || typeof identifier !== "string" || signer.passTypeIdentifier === identifier) return;
      yield inPass(["passTypeIdentifier"], { value: shown(identifier), certificate: shown(signer.passTypeIdentifier) });
    },
  },
  {
    ...IDENTITY,
    id: "cert-ou",
    sources: [IDENTITY_LOG, SOURCES.technicalNote, SOURCES.guideCreating],
    *check({ signature, pass }) {
      const team = pass["teamIdentifier"];
      const signer = signature?.signer ?? null;
      if (signer === null || typeof team !== "string" || signer.teamIdentifier === team) return;
      yield inPass(["teamIdentifier"], { value: shown(team), certificate: shown(signer.teamIdentifier) });
    },
  },
  {
    ...IDENTITY,
    id: "cert-marker",
    confirmed: false,
    sources: [SOURCES.certificateAuthority, PLATFORM],
    *check({ signature, pass }) {
      const signer = signature?.signer ?? null;
      if (signer === null || signature?.identity !== false) return;
      const uid = pass["passTypeIdentifier"];
      const team = pass["teamIdentifier"];
      const isTold =
        (typeof uid === "string" && uid !== signer.passTypeIdentifier) ||
        (typeof team === "string" && team !== signer.teamIdentifier);
      if (!isTold) yield inPass(["passTypeIdentifier"], { value: shown(uid), subject: signer.subject });
    },
  },
];

/** The chain, where no path that could be built was valid when the pass was signed. */
function chainThen(signature: SignatureReport | null): readonly CertificateFacts[] {
  return signature?.chain === true && signature.validAtSigning === false ? signature.certificates : [];
}

/** The chain, where no path that could be built is valid now. */
function chainNow(signature: SignatureReport | null): readonly CertificateFacts[] {
  return signature?.chain === true && !signature.validNow ? signature.certificates : [];
}

/**
 * A chain that holds, but not by the certificates of the file: a device has to bring the intermediate itself.
 *
 * @param wrong whether another intermediate stands in its place.
 */
function* incomplete({ signature }: CheckSubject, wrong: boolean): Generator<Hit> {
  if (signature === null || !signature.chain || signature.chainFromEmbedded) return;
  const wrongIssuer = signature.oddities.find(({ kind }) => kind === "wrong-issuer-embedded");
  if ((wrongIssuer !== undefined) !== wrong) return;
  const missing = wrongIssuer ?? signature.oddities.find(({ kind }) => kind === "issuer-not-embedded");
  const others = signature.embedded.filter(({ fingerprint }) => fingerprint !== signature.signer?.fingerprint);
  yield inFile("signature", {
    wwdr: missing?.detail ?? signature.certificates[1]?.commonName ?? "the issuer",
    embedded: others.map(({ subject }) => subject).join("; "),
  });
}

function embedsInstead({ signature }: CheckSubject, matches: (certificate: CertificateFacts) => boolean): boolean {
  if (signature?.oddities.some(({ kind }) => kind === "wrong-issuer-embedded") !== true) return false;
  return signature.embedded.some(
    (certificate) => matches(certificate) && certificate.subject.includes("Worldwide Developer Relations"),
  );
}

function named(certificate: CertificateFacts): { readonly certificate: string } {
  return { certificate: certificate.commonName ?? certificate.subject };
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
