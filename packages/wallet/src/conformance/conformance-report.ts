import { CASE_AREAS, type ConformanceCase } from "./conformance-case.ts";

/** How a case ended. */
export type CaseOutcome = "passed" | "failed" | "skipped";

/** One case of a run: JSON throughout. */
export interface CaseResult extends Omit<ConformanceCase, "run"> {
  readonly outcome: CaseOutcome;
  /** Of a failure what the service did; of a skipped case why. Null when it passed. */
  readonly observed: string | null;
  readonly milliseconds: number;
}

/** What a run found out: JSON throughout, and without tokens. */
export interface ConformanceReport {
  readonly webServiceURL: string;
  readonly passTypeIdentifier: string;
  readonly serialNumber: string;
  readonly mode: "read-only" | "full";
  /** ISO 8601. */
  readonly startedAt: string;
  readonly results: readonly CaseResult[];
  readonly passed: number;
  /** Failed cases whose severity is `fault`. */
  readonly faults: number;
  /** Failed cases whose severity is `advice`. */
  readonly advice: number;
  readonly skipped: number;
  /** No faults among what was tried. */
  readonly conforms: boolean;
}

/**
 * A report for people: what failed, what it does to a phone and where that is said; then what passed and was left out, in a line
 * for each area.
 *
 * @example
 * ```ts
 * console.log(formatConformanceReport(report));
 * ```
 */
export function formatConformanceReport(report: ConformanceReport): string {
  const lines = [
    report.webServiceURL,
    `${report.passTypeIdentifier} ${report.serialNumber}, ${report.mode}, ${report.startedAt}`,
    "",
  ];
  for (const area of CASE_AREAS) {
    const results = report.results.filter((result) => result.area === area);
    if (results.length === 0) continue;
    const count = (outcome: CaseOutcome) => results.filter((result) => result.outcome === outcome).length;
    const skipped = count("skipped");
    lines.push(`${area}: ${count("passed")} of ${results.length - skipped} passed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    for (const result of results) if (result.outcome === "failed") lines.push(...describeFailure(result));
  }
  const skips = new Map<string, number>();
  for (const { outcome, observed } of report.results) {
    if (outcome === "skipped") skips.set(observed ?? "", (skips.get(observed ?? "") ?? 0) + 1);
  }
  if (skips.size > 0) lines.push("", "Skipped:", ...[...skips].map(([why, number]) => `  ${number} × ${why}`));
  const { passed, faults, advice, skipped } = report;
  lines.push(
    "",
    `${report.conforms ? "Conforms" : "Does not conform"}: ${passed} passed, ${faults} faults, ${advice} advice, ${skipped} skipped`,
  );
  return `${lines.join("\n")}\n`;
}

function describeFailure(result: CaseResult): readonly string[] {
  return [
    `  ${result.severity === "fault" ? "✗" : "!"} ${result.id}: ${result.does}`,
    `      expected  ${result.expects}`,
    `      observed  ${result.observed ?? ""}`,
    `      phones    ${result.consequence}`,
    `      source    ${result.source}`,
  ];
}
