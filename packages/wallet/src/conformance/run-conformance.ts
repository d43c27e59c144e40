import { type CheckOptions, type JsonObject, PassPackage } from "@passwright/pass";
import { WalletError } from "../errors.ts";
import type { Fetch } from "../device/exchange.ts";
import { createInspect, type Inspect, textOf } from "../device/installing.ts";
import { updatabilityOf } from "../device/updatability.ts";
import type { PersonalInfo } from "../protocol/personalization-body.ts";
import { redactMessage } from "../protocol/messages/redact.ts";
import { CONFORMANCE_CASES } from "./all-cases.ts";
import { type CaseNeed, type ConformanceCase, Mismatch, NotApplicable } from "./conformance-case.ts";
import type { CaseResult, ConformanceReport } from "./conformance-report.ts";
import { type Issuer, Probe, type ProbeParts, type SubjectPass } from "./probe.ts";

/** How a web service is driven. */
export interface ConformanceOptions {
  /** A `.pkpass` of the service. */
  readonly pass: Uint8Array;
  /** Another pass of the same service and type, with another serial number: more faults can be found with two. */
  readonly secondPass?: Uint8Array;
  readonly fetch: Fetch;
  /** `read-only`: only asks, and nothing is written but to the server's own log. `full`: registers devices of its own; for services under test. */
  readonly mode: "read-only" | "full";
  readonly issuer?: Issuer;
  /** Lets the case sign up that changes the pass for good. */
  readonly personalInfo?: PersonalInfo;
  /** Ids of cases to run; all when absent. */
  readonly only?: readonly string[];
  /** Plain http is called; the case `https` reports it all the same. */
  readonly developerMode?: boolean;
  readonly trustAnchors?: readonly Uint8Array[];
  readonly intermediates?: readonly Uint8Array[];
  /** How the pass of the service is looked at; as a device does when absent. */
  readonly inspect?: Inspect;
  readonly now?: () => Date;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly randomBytes?: (length: number) => Uint8Array;
  readonly timeout?: (milliseconds: number) => AbortSignal;
  /** Milliseconds that one request may take; 30,000 when absent. */
  readonly requestTimeout?: number;
  /** Is told of each case as it ends. */
  readonly onResult?: (result: CaseResult) => void;
  /** Ends the run between two cases; what was not tried is skipped. */
  readonly signal?: AbortSignal;
}

/**
 * Drives a web service through every documented status, header and race, and says what it does wrong, what that does to a
 * phone, and where that is said. Whatever the service answers, this does not reject.
 *
 * @throws {WalletError} `ERR_WALLET_CONFORMANCE_PASS` when a pass names no web service, `ERR_WALLET_CASE_UNKNOWN`.
 * @throws {PassError} when a pass cannot be read.
 *
 * @example
 * ```ts
 * const report = await runConformance({ pass: bytes, fetch: (request) => fetch(request), mode: "read-only" });
 * if (!report.conforms) console.log(formatConformanceReport(report));
 * ```
 */
export async function runConformance(options: ConformanceOptions): Promise<ConformanceReport> {
  const cases = selectCases(options.only);
  const now = options.now ?? (() => new Date());
  const subject = await readSubject(options.pass, options);
  const second = options.secondPass === undefined ? null : await readSubject(options.secondPass, options);
  if (second !== null && (second.base !== subject.base || second.pass.passTypeIdentifier !== subject.pass.passTypeIdentifier)) {
    throw new WalletError("ERR_WALLET_CONFORMANCE_PASS", "The second pass is of another service or type.");
  }
  if (second?.pass.serialNumber === subject.pass.serialNumber) {
    throw new WalletError("ERR_WALLET_CONFORMANCE_PASS", "The second pass has the serial number of the first.");
  }
  const parts = toParts(subject, second?.pass ?? null, options, now);
  const startedAt = now().toISOString();
  const results: CaseResult[] = [];
  for (const row of cases) {
    const because = options.signal?.aborted === true ? "the run was ended" : whySkipped(row, parts, options.mode);
    const result = because === null ? await runCase(row, parts) : toResult(row, "skipped", because, 0);
    results.push(result);
    options.onResult?.(result);
  }
  const count = (holds: (result: CaseResult) => boolean) => results.filter(holds).length;
  const faults = count(({ outcome, severity }) => outcome === "failed" && severity === "fault");
  const { passTypeIdentifier, serialNumber } = subject.pass;
  return {
    webServiceURL: subject.base,
    passTypeIdentifier,
    serialNumber,
    mode: options.mode,
    startedAt,
    results,
    passed: count(({ outcome }) => outcome === "passed"),
    faults,
    advice: count(({ outcome, severity }) => outcome === "failed" && severity === "advice"),
    skipped: count(({ outcome }) => outcome === "skipped"),
    conforms: faults === 0,
  };
}

function selectCases(only: readonly string[] | undefined): readonly ConformanceCase[] {
  if (only === undefined) return CONFORMANCE_CASES;
  const unknown = only.find((id) => !CONFORMANCE_CASES.some((row) => row.id === id));
  if (unknown !== undefined) {
    throw new WalletError("ERR_WALLET_CASE_UNKNOWN", `There is no case "${unknown}".`, { details: { case: unknown } });
  }
  return CONFORMANCE_CASES.filter(({ id }) => only.includes(id));
}

async function readSubject(bytes: Uint8Array, { developerMode = false }: ConformanceOptions) {
  const file = await PassPackage.read(bytes);
  const data: JsonObject = file.data;
  const pass: SubjectPass = {
    passTypeIdentifier: textOf(data["passTypeIdentifier"]),
    serialNumber: textOf(data["serialNumber"]),
    authenticationToken: textOf(data["authenticationToken"]),
    webServiceURL: textOf(data["webServiceURL"]),
    isPersonalizable: file.files.has("personalization.json"),
  };
  const updates = updatabilityOf(pass, developerMode);
  if (updates.kind === "never") {
    throw new WalletError("ERR_WALLET_CONFORMANCE_PASS", `A device would not call the pass's web service: ${updates.because}.`, {
      details: { because: updates.because },
    });
  }
  return { pass, base: updates.service };
}

function toParts(
  subject: { readonly pass: SubjectPass; readonly base: string },
  second: SubjectPass | null,
  options: ConformanceOptions,
  now: () => Date,
): ProbeParts {
  const { trustAnchors, intermediates } = options;
  const check = (): CheckOptions => ({
    now: now(),
    ...(trustAnchors !== undefined && { trustAnchors }),
    ...(intermediates !== undefined && { intermediates }),
  });
  const inspect = options.inspect ?? createInspect(check);
  return {
    ...subject,
    second,
    network: {
      fetch: options.fetch,
      now,
      timeout: options.timeout ?? ((milliseconds) => AbortSignal.timeout(milliseconds)),
      requestTimeout: options.requestTimeout ?? 30_000,
    },
    issuer: options.issuer ?? {},
    personalInfo: options.personalInfo ?? null,
    wait: options.wait ?? ((milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds))),
    randomBytes: options.randomBytes ?? ((length) => crypto.getRandomValues(new Uint8Array(length))),
    inspect: (bytes) => inspect(bytes, null),
  };
}

const NEED_WORDS: Readonly<Record<CaseNeed, string>> = {
  "second-pass": "needs a second pass of the same service",
  change: "needs a way to change the pass",
  pushes: "needs sight of the issuer's pushes",
  "personal-info": "needs personal data to sign up with",
};

function whySkipped(row: ConformanceCase, parts: ProbeParts, mode: ConformanceOptions["mode"]): string | null {
  if (row.mode === "full" && mode === "read-only") return "writes, and the run is read-only";
  const has: Readonly<Record<CaseNeed, boolean>> = {
    "second-pass": parts.second !== null,
    change: parts.issuer.change !== undefined,
    pushes: parts.issuer.pushes !== undefined,
    "personal-info": parts.personalInfo !== null,
  };
  const missing = row.needs.find((need) => !has[need]);
  return missing === undefined ? null : NEED_WORDS[missing];
}

async function runCase(row: ConformanceCase, parts: ProbeParts): Promise<CaseResult> {
  const probe = new Probe(parts);
  const started = parts.network.now().getTime();
  const took = () => parts.network.now().getTime() - started;
  try {
    await row.run(probe);
    return toResult(row, "passed", null, took());
  } catch (error) {
    if (error instanceof Mismatch) return toResult(row, "failed", error.message, took());
    if (error instanceof NotApplicable) return toResult(row, "skipped", error.message, took());
    // The issuer's own hooks may fail; a pass's identifiers may be such that a request cannot be made.
    return toResult(row, "failed", `the case could not be run: ${error instanceof Error ? error.message : "unknown"}`, took());
  } finally {
    await probe.cleanUp();
  }
}

function toResult(row: ConformanceCase, outcome: CaseResult["outcome"], observed: string | null, milliseconds: number): CaseResult {
  const { run: _run, ...told } = row;
  return { ...told, outcome, observed: observed === null ? null : redactMessage(observed), milliseconds };
}
