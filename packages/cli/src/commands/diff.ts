import {
  comparePasses,
  describeFinding,
  type PassPackage,
  type FieldChange,
  type PassComparison,
  type Silence,
  type ValueChange,
} from "@passwright/pass";
import { EXIT, UsageError, type ExitCode } from "../exit-code.ts";
import { openPasses } from "../input/open-passes.ts";
import { parseDateOption, parseLocaleOption, parseTimeZoneOption } from "../input/parse-options.ts";
import { readOneInput } from "../input/read-input.ts";
import { paint, printJson, printLine, type Io } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { toFindingLine } from "../report/check-json.ts";
import { toPrintable, truncateColumns, wrapColumns } from "../terminal/text.ts";

interface DiffOptions {
  readonly json?: boolean;
  readonly locale: string;
  readonly timeZone?: string;
  readonly now?: string;
}

/** `diff`: what an update from one version to the next changes, and what the phone says about it. */
async function diff(io: Io, before: string, after: string, options: DiffOptions): Promise<ExitCode> {
  if (before === "-" && after === "-") throw new UsageError("standard input can be read once", "Give a file for one of the two.");
  const [older, newer] = [await openPass(io, before), await openPass(io, after)];
  const comparison = comparePasses(older, newer, {
    now: parseDateOption(io, options.now, "--now"),
    locale: parseLocaleOption(options.locale),
    timeZone: parseTimeZoneOption(options.timeZone),
  });
  if (options.json === true) printJson(io, { before, after, ...comparison, findings: comparison.findings.map(toFindingLine) });
  else for (const line of toLines(io, comparison)) printLine(io.stdout, line);
  return comparison.findings.some((finding) => finding.severity === "error") ? EXIT.findings : EXIT.fine;
}

async function openPass(io: Io, file: string): Promise<PassPackage> {
  const [only, ...others] = await openPasses(await readOneInput(io, file));
  if (only === undefined || others.length > 0)
    throw new UsageError(`${file} is a bundle of ${others.length + 1} passes`, "passwright unpack gives them one by one.");
  return only.pass;
}

function toLines(io: Io, comparison: PassComparison): string[] {
  if (comparison.isUnchanged) return ["No difference that a phone or a person could see."];
  const lines: string[] = [];
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push(paint(io, io.stdout, "bold", title), ...rows.map((row) => `  ${row}`), "");
  };
  const line = (kind: keyof typeof MARK, name: string, change: string): string =>
    paint(io, io.stdout, COLOUR[kind], MARK[kind]) +
    truncateColumns(` ${toPrintable(name)}: ${toPrintable(change)}`, Math.max(60, io.stdout.columns - 3));
  section(
    "Another pass: devices keep both",
    comparison.identity.map(({ key, before, after }) => line("changed", key, `${quote(before)} → ${quote(after)}`)),
  );
  section("Lock screen", noticeLines(io, comparison));
  section(
    "Fields",
    comparison.fields.flatMap((field) => fieldLines(io, field, line)),
  );
  section(
    "Values",
    comparison.values.map((change) => valueLine(change, line)),
  );
  section(
    "Semantic tags",
    comparison.semantics.map((change) => valueLine(change, line)),
  );
  section(
    "Translations",
    comparison.translations.map(({ kind, language, key, before, after }) =>
      line(kind, `${language} ${quote(key)}`, arrow(kind, quote(before), quote(after))),
    ),
  );
  section(
    "Files",
    comparison.files.map(({ kind, path, before, after }) => line(kind, path, arrow(kind, sizeOf(before), sizeOf(after)))),
  );
  section(
    "Findings",
    comparison.findings.flatMap((finding) => findingLines(io, finding)),
  );
  return lines.slice(0, -1);
}

function noticeLines(io: Io, { notice }: PassComparison): string[] {
  if (notice.kind === "message") return [paint(io, io.stdout, "green", `“${toPrintable(notice.text)}”`)];
  return [notice.kind === "none" ? "says nothing" : "says in Wallet's own words that the pass has changed"];
}

type LineOf = (kind: keyof typeof MARK, name: string, change: string) => string;

const MARK = { added: "+", removed: "-", changed: "~" } as const;
const COLOUR = { added: "green", removed: "red", changed: "yellow" } as const;

function valueLine(change: ValueChange, line: LineOf): string {
  const before = change.kind === "added" ? "" : quote(change.before);
  const after = change.kind === "removed" ? "" : quote(change.after);
  return line(change.kind, change.pointer, arrow(change.kind, before, after));
}

function arrow(kind: keyof typeof MARK, before: string, after: string): string {
  if (kind === "added") return after;
  return kind === "removed" ? before : `${before} → ${after}`;
}

function sizeOf(state: { readonly size: number } | null): string {
  return `${(state?.size ?? 0).toLocaleString("en")} bytes`;
}

function fieldLines(io: Io, field: FieldChange, line: LineOf): string[] {
  const name = [field.label, field.key === null ? null : `(${field.key})`].filter((part) => part !== null && part !== "").join(" ");
  const isValueSame = field.before === field.after;
  const change = isValueSame
    ? `${quote(field.after)}, with another ${field.changed.join(", ")}`
    : arrow(field.kind, quote(field.before), quote(field.after));
  const notice =
    field.notification === null
      ? paint(io, io.stdout, "dim", `    no message: ${SILENCE[field.silence ?? "value-unchanged"]}`)
      : paint(io, io.stdout, "green", toPrintable(`    message: “${field.notification}”`));
  return [line(field.kind, name === "" ? field.pointer : name, change), notice];
}

const SILENCE = {
  "value-unchanged": "its value is the same",
  added: "it is new",
  removed: "it is gone",
  "no-change-message": "it has no changeMessage",
  "no-placeholder": "its changeMessage lacks %@",
  "another-pass": "this is another pass, not an update",
} as const satisfies Record<Silence, string>;

function findingLines(io: Io, finding: PassComparison["findings"][number]): string[] {
  const { message, fix } = describeFinding(finding);
  const width = Math.max(60, io.stdout.columns - 6);
  return [
    `${finding.severity} ${finding.rule}`,
    ...[message, `Fix: ${fix}`].flatMap((text) => wrapColumns(toPrintable(text), width).map((part) => `  ${part}`)),
  ];
}

function quote(value: unknown): string {
  return JSON.stringify(value ?? null) ?? "null";
}

export const diffCommand: CommandModule = {
  register(program, run) {
    program
      .command("diff")
      .summary("what an update changes, and which message the phone shows")
      .description(
        "Tells what an update from one version of a pass to the next changes: fields, values, translations, files,\nand which changeMessage the lock screen shows.",
      )
      .argument("<before>", "the older pass: .pkpass, source folder, or - for standard input")
      .argument("<after>", "the newer one")
      .option("--locale <tag>", "language of the phone, as de or pt-BR", "en")
      .option("--time-zone <name>", "its time zone, as Europe/Oslo; the machine's by default")
      .option("--now <date>", "the moment of the update")
      .option("--json", "print JSON")
      .addHelpText(
        "after",
        `
Example:
  passwright diff boarding-1.pkpass boarding-2.pkpass --locale de`,
      )
      .action(run(diff));
  },
};
