import { describeFinding, formatWhere, type Finding, type Severity } from "@passwright/pass";
import { paint, type Io } from "../io.ts";
import { toPrintable, wrapColumns } from "../terminal/text.ts";

export interface FindingTextOptions {
  /** Also what a device does and why, every place, and remarks in full. */
  readonly verbose: boolean;
  /** Errors alone. */
  readonly quiet: boolean;
}

const SEVERITY_COLOUR = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;
const MIN_COLUMNS = 40;
/** Places of one rule that are told one by one. */
const PLACES = 4;

/** Findings of one rule: what is said of all of them is said once. */
export interface FindingGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Groups findings by rule, in the order in which the rules come first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([rule, members]) => ({ rule, severity: members[0]?.severity ?? "info", findings: members }));
}

/** One block a rule: severity and name, what is wrong and where, the fix. Remarks take a line each unless all is wanted. */
export function toFindingLines(io: Io, groups: readonly FindingGroup[], options: FindingTextOptions): string[] {
  const full = groups.filter(
    ({ severity }) => severity === "error" || (!options.quiet && (severity === "warning" || options.verbose)),
  );
  const remarks = options.quiet || options.verbose ? [] : groups.filter(({ severity }) => severity === "info");
  const lines = full.flatMap((group) => [[""], blockLines(io, group, options)].flat());
  if (remarks.length > 0) lines.push("", ...remarks.flatMap((group) => remarkLines(io, group)));
  return lines;
}

function blockLines(io: Io, { rule, severity, findings }: FindingGroup, { verbose }: FindingTextOptions): string[] {
  const width = Math.max(MIN_COLUMNS, io.stdout.columns);
  const dim = (text: string): string => paint(io, io.stdout, "dim", text);
  const count = findings.length === 1 ? "" : ` ×${findings.length}`;
  const lines = [`  ${paint(io, io.stdout, SEVERITY_COLOUR[severity], severity)} ${paint(io, io.stdout, "bold", rule)}${count}`];
  const add = (text: string, hang = "    ", painted: (text: string) => string = (same) => same): void => {
    const [first = "", ...rest] = wrapColumns(toPrintable(text), width - hang.length);
    lines.push(`    ${painted(first)}`, ...rest.map((line) => `${hang}${painted(line)}`));
  };
  const shown = (verbose ? findings : findings.slice(0, PLACES)).map((finding) => ({
    words: describeFinding(finding),
    where: formatWhere(finding.where),
  }));
  const fix = (text: string): void => {
    if (text !== "") add(`Fix: ${text}`, "         ", (line) => paint(io, io.stdout, "green", line));
  };
  const hasOneFix = new Set(shown.map(({ words }) => words.fix)).size === 1;
  let before = "";
  for (const { words, where } of shown) {
    // The same words for another place are not said again.
    if (words.message !== before) add(words.message);
    before = words.message;
    if (where !== "") add(`in ${where}`, "       ", dim);
    if (!hasOneFix) fix(words.fix);
  }
  if (shown.length < findings.length) add(`and ${findings.length - shown.length} more (--verbose tells all)`, "    ", dim);
  const [first] = shown;
  if (first === undefined) return lines;
  if (verbose && first.words.device !== "") add(`Device: ${first.words.device}`, "            ");
  if (verbose && first.words.why !== "") add(`Why: ${first.words.why}`, "         ");
  if (hasOneFix) fix(first.words.fix);
  return lines;
}

function remarkLines(io: Io, { rule, findings }: FindingGroup): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const count = findings.length === 1 ? "" : ` ×${findings.length}`;
  const text = toPrintable(`${rule}${count}: ${describeFinding(first).message}`);
  const [line = "", ...rest] = wrapColumns(text, Math.max(MIN_COLUMNS, io.stdout.columns) - 7);
  const mark = paint(io, io.stdout, SEVERITY_COLOUR.info, "info");
  return [`  ${mark} ${line}`, ...rest.map((more) => `       ${more}`)];
}

/** `3 errors, 1 warning` over everything that was found. */
export function countFindings(findings: readonly Pick<Finding, "severity">[]): string {
  const parts = SEVERITIES.flatMap(([severity, one, many]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? "no findings" : parts.join(", ");
}

const SEVERITIES = [
  ["error", "error", "errors"],
  ["warning", "warning", "warnings"],
  ["info", "remark", "remarks"],
] as const satisfies readonly (readonly [Severity, string, string])[];
