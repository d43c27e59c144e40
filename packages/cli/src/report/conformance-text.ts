import { CASE_AREAS, type CaseOutcome, type CaseResult, type ConformanceReport } from "@passwright/wallet/conformance";
import { paint, type Io } from "../io.ts";
import { padColumns, toPrintable, wrapColumns } from "../terminal/text.ts";

const MIN_COLUMNS = 60;
const LABEL_COLUMNS = 9;

/** The report of a run, in lines for a person: the verdict, each fault with what it does to a phone, then what was tried. */
export function toConformanceLines(io: Io, report: ConformanceReport): string[] {
  const { webServiceURL, passTypeIdentifier, serialNumber, mode, results } = report;
  const failed = results.filter(({ outcome }) => outcome === "failed");
  const lines = [
    headline(io, report),
    paint(io, io.stdout, "dim", toPrintable(`  ${webServiceURL}, ${passTypeIdentifier} ${serialNumber}, ${mode}`)),
  ];
  for (const severity of ["fault", "advice"] as const) {
    for (const result of failed.filter((row) => row.severity === severity)) lines.push("", ...failureLines(io, result));
  }
  lines.push("", ...areaLines(io, results), ...skippedLines(io, results));
  return lines;
}

function headline(io: Io, { conforms, passed, faults, advice, skipped }: ConformanceReport): string {
  const parts = [
    `${passed} passed`,
    `${faults} ${faults === 1 ? "fault" : "faults"}`,
    ...(advice > 0 ? [`${advice} ${advice === 1 ? "piece" : "pieces"} of advice`] : []),
    ...(skipped > 0 ? [`${skipped} not tried`] : []),
  ];
  const text = `${conforms ? "✓ conforms" : "✗ does not conform"}: ${parts.join(", ")}`;
  return paint(io, io.stdout, conforms ? "green" : "red", text);
}

function failureLines(io: Io, { id, severity, does, expects, observed, consequence, source }: CaseResult): string[] {
  const word = severity === "fault" ? paint(io, io.stdout, "red", "fault") : paint(io, io.stdout, "yellow", "advice");
  return [
    `  ${word} ${paint(io, io.stdout, "bold", id)}`,
    ...row(io, "tried", does),
    ...row(io, "expected", expects),
    ...row(io, "observed", observed ?? ""),
    ...row(io, "phones", consequence),
    // An address in pieces cannot be followed.
    `    ${label(io, "source")} ${source}`,
  ];
}

function label(io: Io, text: string): string {
  return paint(io, io.stdout, "dim", padColumns(text, LABEL_COLUMNS));
}

function row(io: Io, name: string, text: string): string[] {
  const width = Math.max(MIN_COLUMNS, io.stdout.columns) - LABEL_COLUMNS - 5;
  const [first = "", ...rest] = wrapColumns(toPrintable(text), width);
  return [`    ${label(io, name)} ${first}`, ...rest.map((line) => `    ${" ".repeat(LABEL_COLUMNS)} ${line}`)];
}

function areaLines(io: Io, results: readonly CaseResult[]): string[] {
  return CASE_AREAS.flatMap((area) => {
    const own = results.filter((result) => result.area === area);
    const count = (outcome: CaseOutcome): number => own.filter((result) => result.outcome === outcome).length;
    const tried = own.length - count("skipped");
    if (own.length === 0) return [];
    const text = `  ${padColumns(area, 16)} ${tried === 0 ? "not tried" : `${count("passed")} of ${tried} passed`}`;
    return [count("failed") > 0 ? text : paint(io, io.stdout, "dim", text)];
  });
}

/** What would let more be tried. */
function skippedLines(io: Io, results: readonly CaseResult[]): string[] {
  const reasons = new Map<string, number>();
  for (const { outcome, observed } of results) {
    if (outcome === "skipped") reasons.set(observed ?? "", (reasons.get(observed ?? "") ?? 0) + 1);
  }
  if (reasons.size === 0) return [];
  return [
    "",
    "  not tried:",
    ...[...reasons].map(([why, count]) => paint(io, io.stdout, "dim", `    ${count} × ${toPrintable(why)}${HOW[why] ?? ""}`)),
  ];
}

/** By the words of the suite. */
const HOW: Readonly<Record<string, string>> = {
  "writes, and the run is read-only": " (--full)",
  "needs a second pass of the same service": " (--second-pass FILE)",
  "needs a way to change the pass": " (--change-command CMD)",
  "needs sight of the issuer's pushes": " (--push-command CMD)",
  "needs personal data to sign up with": " (--personal-info FILE)",
};
