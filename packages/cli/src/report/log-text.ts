import { paint, type Io } from "../io.ts";
import { padColumns, toPrintable, wrapColumns } from "../terminal/text.ts";
import type { LogCause, LogReading } from "./log-causes.ts";

const MIN_COLUMNS = 60;
const LABEL_COLUMNS = 12;
/** Unknown lines that are shown. */
const SHOWN_UNKNOWN = 20;

/** What a log means, in lines for a person. */
export function toLogLines(io: Io, { causes, unknown }: LogReading): string[] {
  const lines = causes.flatMap((cause, index) => [...(index > 0 ? [""] : []), ...causeLines(io, cause)]);
  if (causes.length === 0 && unknown.length === 0) return ["The log is empty."];
  if (causes.length === 0) lines.push("No line of this says anything known about passes.");
  if (unknown.length === 0) return lines;
  const total = unknown.reduce((sum, { count }) => sum + count, 0);
  lines.push("", paint(io, io.stdout, "bold", `Not known: ${total} ${total === 1 ? "line" : "lines"}`));
  const width = Math.max(MIN_COLUMNS, io.stdout.columns) - 8;
  for (const { text, count } of unknown.slice(0, SHOWN_UNKNOWN)) {
    const [first = "", second] = wrapColumns(toPrintable(text), width);
    lines.push(paint(io, io.stdout, "dim", `  ${String(count).padStart(4)}× ${first}${second === undefined ? "" : "…"}`));
  }
  if (unknown.length > SHOWN_UNKNOWN)
    lines.push(paint(io, io.stdout, "dim", `        and ${unknown.length - SHOWN_UNKNOWN} others`));
  return lines;
}

function causeLines(io: Io, { id, count, first, cause, consequence, fix, rules, devices, passes }: LogCause): string[] {
  const spread = [...(devices.size > 1 ? [`${devices.size} devices`] : []), ...(passes.size > 1 ? [`${passes.size} passes`] : [])];
  const head = `${count}× ${paint(io, io.stdout, "bold", id)}${spread.length > 0 ? ` (${spread.join(", ")})` : ""}`;
  return [
    head,
    ...row(io, "line", first.text, true),
    ...row(io, "cause", cause),
    ...(consequence === null ? [] : row(io, "on a phone", consequence)),
    ...row(io, "fix", fix),
    ...(rules.length === 0 ? [] : row(io, "found by", `passwright check, ${rules.join(", ")}`)),
  ];
}

function row(io: Io, label: string, text: string, isDim = false): string[] {
  const width = Math.max(MIN_COLUMNS, io.stdout.columns) - LABEL_COLUMNS - 3;
  const [first = "", ...rest] = wrapColumns(toPrintable(text), width);
  const lines = [`  ${padColumns(label, LABEL_COLUMNS)}${first}`, ...rest.map((line) => `  ${" ".repeat(LABEL_COLUMNS)}${line}`)];
  return isDim ? lines.map((line) => paint(io, io.stdout, "dim", line)) : lines;
}

/** The same for programs. */
export function toLogJson({ causes, unknown }: LogReading): Readonly<Record<string, unknown>> {
  return {
    causes: causes.map(({ id, count, first, cause, consequence, fix, rules, devices, passes }) => ({
      id,
      count,
      devices: devices.size,
      passes: passes.size,
      first: first.text,
      cause,
      consequence,
      fix,
      rules,
    })),
    unknown,
  };
}
