import type { SignatureReport } from "../../../src/signature/signature-report.ts";
import type { VerifySignatureInput } from "../../../src/signature/verify-signature.ts";

/** One signature and what a verifier must say of it. */
export interface SignatureCase {
  readonly name: string;
  /** The checks in the source (`// guard: …`) without any of which this case would be believed. Empty for honest ones. */
  readonly guards: readonly string[];
  readonly input: VerifySignatureInput;
  readonly expected: ExpectedReport;
}

/** The facts that a case is about; the pass-type fact is the signer's. */
export type ExpectedReport = Partial<
  Pick<
    SignatureReport,
    | "readable"
    | "integrity"
    | "chain"
    | "chainFromEmbedded"
    | "identity"
    | "validAtSigning"
    | "validNow"
    | "signingTime"
    | "revocation"
    | "wwdr"
    | "digest"
  >
> & {
  readonly isPassTypeCertificate?: boolean | null;
  /** How many certificates the chain has that is shown. */
  readonly chainLength?: number;
  /** Words in the reason why the chain does not hold. */
  readonly chainProblem?: string;
};

/** Adds a case to the list that is being made. */
export type AddCase = (
  name: string,
  guards: readonly string[],
  expected: ExpectedReport,
  input: Promise<VerifySignatureInput>,
) => Promise<void>;

/** The facts of a report that a case names, to compare with `expected`. */
export function factsOf(report: SignatureReport, expected: ExpectedReport): ExpectedReport {
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(expected)) {
    if (name === "isPassTypeCertificate") facts[name] = report.signer?.isPassTypeCertificate ?? null;
    else if (name === "chainLength") facts[name] = report.certificates.length;
    else if (name === "chainProblem") facts[name] = report.chainProblem?.includes(String(value)) ? value : report.chainProblem;
    else facts[name] = report[name as keyof SignatureReport];
  }
  return facts;
}
