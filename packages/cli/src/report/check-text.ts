import {
  describeFinding,
  type BundleCheck,
  type Delivery,
  type Finding,
  type Installs,
  type InstallStep,
  type PassCheck,
} from "@passwright/pass";
import { paint, type Io } from "../io.ts";
import { columnsOf, padColumns, toPrintable, wrapColumns } from "../terminal/text.ts";
import { countFindings, groupFindings, toFindingLines, type FindingTextOptions } from "./finding-text.ts";
import { describeSignature } from "./signature-text.ts";

export interface TextReportOptions extends FindingTextOptions {
  /** Headline and cause alone, for a list of many files. */
  readonly brief: boolean;
}

/** How it was served; nothing for a file. */
export interface Served {
  readonly facts: Delivery | null;
  readonly findings: readonly Finding[];
}

const NOT_SERVED: Served = { facts: null, findings: [] };

const HEADLINE_COLOUR = { yes: "green", depends: "yellow", no: "red" } as const satisfies Record<Installs, string>;
const MARK = { yes: "✓", depends: "~", no: "✗" } as const satisfies Record<Installs, string>;
const LABEL_COLUMNS = 11;
const MIN_COLUMNS = 40;

/** What the refusal at each step is about, to follow "Wallet refuses it:". */
const REFUSAL = {
  archive: "it cannot be opened",
  files: "it lacks a file that every pass has",
  json: "its pass.json cannot be read",
  signature: "its signature does not hold",
  chain: "its certificate is not accepted",
  manifest: "its files are not those that were signed",
  identity: "its certificate is for another pass type or team",
  required: "pass.json lacks what every pass has",
} as const satisfies Record<InstallStep, string>;

/** The report of one checked file, in lines for a person: headline, cause, fix, facts, then everything else. */
export function toTextReport(
  io: Io,
  file: string,
  result: PassCheck | BundleCheck,
  served: Served,
  options: TextReportOptions,
): string[] {
  return result.kind === "pass" ? passReport(io, file, result, served, options) : bundleReport(io, file, result, served, options);
}

function bundleReport(io: Io, file: string, result: BundleCheck, served: Served, options: TextReportOptions): string[] {
  const count = result.members.length;
  const good = result.members.filter(({ check }) => check.installs === "yes").length;
  const holds = `a bundle of ${count} ${count === 1 ? "pass" : "passes"}`;
  const text =
    result.installs === "no"
      ? `Wallet refuses it as a whole, ${holds}`
      : `${holds}, ${good === count ? (count === 1 ? "which Wallet installs" : "all of which Wallet installs") : `${good} of which Wallet installs without doubt`}`;
  const verdict =
    result.installs === "no" || result.members.some(({ check }) => check.installs === "no")
      ? "no"
      : good === count
        ? "yes"
        : "depends";
  const lines = [headline(io, file, verdict, text)];
  if (!options.brief) lines.push(...toFindingLines(io, groupFindings([...result.findings, ...served.findings]), options));
  for (const { name, check } of result.members) {
    if (!options.brief) lines.push("");
    lines.push(...passReport(io, `${file}!${name}`, check, NOT_SERVED, options));
  }
  return lines;
}

function passReport(io: Io, file: string, check: PassCheck, served: Served, options: TextReportOptions): string[] {
  const lines = [headline(io, file, check.installs ?? (check.refusedAt === null ? "yes" : "no"), verdictSentence(check))];
  const all = [...check.findings, ...served.findings];
  const because = new Set(check.steps.find(({ outcome }) => outcome === "refused" || outcome === "depends")?.because);
  if (options.brief) {
    const cause = check.findings.find(({ rule }) => because.has(rule));
    if (cause !== undefined) lines.push(...indent(io, `${describeFinding(cause).message} (${cause.rule})`));
    return lines;
  }
  const groups = groupFindings(all);
  lines.push(
    ...toFindingLines(
      io,
      groups.filter(({ rule }) => because.has(rule)),
      options,
    ),
  );
  if (!options.quiet) lines.push(...factLines(io, check, served.facts));
  if (options.verbose) lines.push(row(io, "steps", stepsText(check)));
  lines.push(
    ...toFindingLines(
      io,
      groups.filter(({ rule }) => !because.has(rule)),
      options,
    ),
  );
  if (check.cut.length > 0 && !options.quiet)
    lines.push("", ...indent(io, `More than can be told were found by: ${check.cut.join(", ")}`));
  if (!options.quiet)
    lines.push(
      "",
      ...wrapColumns(`${countFindings(all)}${advice(all, options)}`, Math.max(MIN_COLUMNS, io.stdout.columns) - 2).map(
        (line) => `  ${line}`,
      ),
    );
  return lines;
}

const OUTCOMES = [
  ["passed", "passed"],
  ["depends", "on some devices alone"],
  ["refused", "refused"],
  ["not-reached", "not reached"],
] as const;

function stepsText({ steps }: PassCheck): string {
  const parts = OUTCOMES.map(
    ([outcome, words]) => [words, steps.filter((step) => step.outcome === outcome).map(({ step }) => step)] as const,
  );
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([words, names]) => `${words}: ${names.join(", ")}`)
    .join("; ");
}

function advice(findings: readonly Finding[], { verbose }: TextReportOptions): string {
  return findings.length === 0 || verbose ? "" : " (--verbose tells what a device does, and why)";
}

function factLines(io: Io, check: PassCheck, delivery: Delivery | null): string[] {
  const about = [check.styles.join(" + "), check.organizationName, check.description].filter(
    (fact) => fact !== null && fact !== "",
  );
  const ids = [
    check.passTypeIdentifier,
    check.teamIdentifier === null ? null : `team ${check.teamIdentifier}`,
    check.serialNumber === null ? null : `serial ${check.serialNumber}`,
  ].filter((fact) => fact !== null);
  const rows: (readonly [string, string])[] = [];
  if (about.length > 0) rows.push(["pass", about.join(", ")]);
  if (ids.length > 0) rows.push(["identity", ids.join(", ")]);
  if (check.signature !== null) rows.push(...describeSignature(check.signature));
  if (delivery !== null) rows.push(["served", servedText(delivery)]);
  return rows.length === 0 ? [] : ["", ...rows.map(([label, text]) => row(io, label, text))];
}

function servedText({ status, headers, length, redirects }: Delivery): string {
  const way =
    redirects.length === 0
      ? ""
      : `, after ${redirects.length} ${redirects.length === 1 ? "redirect" : "redirects"}: ${redirects.map(({ status: code, location }) => `${code} to ${location}`).join(", ")}`;
  return `${status}, ${headers["content-type"] ?? "no Content-Type"}, ${length.toLocaleString("en")} bytes${way}`;
}

function row(io: Io, label: string, text: string): string {
  const width = Math.max(30, io.stdout.columns - LABEL_COLUMNS - 3);
  const [first = "", ...rest] = wrapColumns(toPrintable(text), width);
  const lines = [`  ${padColumns(label, LABEL_COLUMNS)} ${first}`, ...rest.map((line) => `  ${" ".repeat(LABEL_COLUMNS)} ${line}`)];
  return lines.map((line) => paint(io, io.stdout, "dim", line)).join("\n");
}

function indent(io: Io, text: string): string[] {
  return wrapColumns(toPrintable(text), Math.max(MIN_COLUMNS, io.stdout.columns) - 4).map((line) => `    ${line}`);
}

/** In one line where there is room, else the name above what is said of it. */
function headline(io: Io, file: string, verdict: Installs, text: string): string {
  const width = Math.max(MIN_COLUMNS, io.stdout.columns);
  const name = `${MARK[verdict]} ${toPrintable(file)}`;
  const lines =
    columnsOf(name) + columnsOf(text) + 2 <= width
      ? [`${name}: ${text}`]
      : [name, ...wrapColumns(text, width - 2).map((line) => `  ${line}`)];
  return lines.map((line) => paint(io, io.stdout, HEADLINE_COLOUR[verdict], line)).join("\n");
}

/** Whether Wallet installs it, in a sentence without its full stop. */
export function verdictSentence({ form, refusedAt, installs, installedWhenSigned }: PassCheck): string {
  const why = refusedAt === null ? "" : `: ${REFUSAL[refusedAt]}`;
  if (form === "source") return refusedAt === null ? "ready to be signed" : `not ready to be signed${why}`;
  if (installs === "yes") return "Wallet installs it";
  if (installs === "depends") return "Wallet installs it on some devices, not on all";
  if (installedWhenSigned === "no") return `Wallet refuses it${why}`;
  return `Wallet refuses it today${why}; when it was signed it installed${installedWhenSigned === "depends" ? " on some devices" : ""}`;
}
