import { explainMessage, type ExplainedMessage, splitLog } from "@passwright/wallet/protocol";

/** One cause in a log: all its messages say the same. */
export interface LogCause {
  /** `same-tag`, or of the words of a failed installation `cannot-install`. */
  readonly id: string;
  readonly first: ExplainedMessage;
  readonly cause: string;
  /** What it does to the holder of the pass; null where that is plain. */
  readonly consequence: string | null;
  readonly fix: string;
  /** Rules of `passwright check` that find the fault. */
  readonly rules: readonly string[];
  count: number;
  /** Different devices, as far as the messages name them. */
  readonly devices: Set<string>;
  readonly passes: Set<string>;
}

/** A line that says nothing known, and how often it is there. */
export interface UnknownLine {
  readonly text: string;
  count: number;
}

export interface LogReading {
  /** Most frequent first. */
  readonly causes: readonly LogCause[];
  /** Most frequent first; what differs in numbers and names alone is one. */
  readonly unknown: readonly UnknownLine[];
}

/** Different lines without a meaning that are kept; a log may be all noise. */
const MAX_UNKNOWN = 10_000;

/** The causes in log text, and what else stands in it. */
export function readLog(text: string): LogReading {
  const causes = new Map<string, LogCause>();
  const unknown = new Map<string, UnknownLine>();
  for (const line of listLines(text)) {
    const explained = explainMessage(line);
    const { message, installation } = explained;
    if (message.reason.id === "unknown" && installation === null) {
      const shape = explained.text.replaceAll(/[0-9a-f]{8,}|\d+/giu, "#");
      const known = unknown.get(shape);
      if (known !== undefined) known.count += 1;
      else if (unknown.size < MAX_UNKNOWN) unknown.set(shape, { text: explained.text, count: 1 });
      continue;
    }
    const cause = toCause(explained);
    const known = causes.get(cause.id) ?? cause;
    causes.set(cause.id, known);
    known.count += 1;
    note(known, explained);
  }
  const byCount = (a: { readonly count: number }, b: { readonly count: number }): number => b.count - a.count;
  return { causes: [...causes.values()].toSorted(byCount), unknown: [...unknown.values()].toSorted(byCount) };
}

/** Characters that are taken at a time: the reader of logs stops at 16 million. */
const PIECE = 4 * 1024 * 1024;

/** All messages of a log of any length, cut at ends of lines. */
function* listLines(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const cut = text.length - start <= PIECE ? text.length : text.lastIndexOf("\n", start + PIECE) + 1;
    const end = cut > start ? cut : start + PIECE;
    yield* splitLog(text.slice(start, end));
    start = end;
  }
}

function toCause(first: ExplainedMessage): LogCause {
  const { explanation, installation, message } = first;
  const counts = { first, count: 0, devices: new Set<string>(), passes: new Set<string>() };
  if (installation !== null && (message.reason.id === "unknown" || message.reason.id === "invalid-pass")) {
    const { id, cause, fix, rules } = installation;
    return { id, cause, consequence: null, fix, rules, ...counts };
  }
  const { cause, consequence, fix } = explanation;
  const id = message.reason.id === "unexpected-status" ? `unexpected-status-${message.reason.status}` : message.reason.id;
  return { id, cause, consequence, fix, rules: [], ...counts };
}

function note({ devices, passes }: LogCause, { message }: ExplainedMessage): void {
  const { reason } = message;
  if ("serialNumber" in reason) passes.add(reason.serialNumber);
  if (message.kind !== "task") return;
  if ("deviceLibraryIdentifier" in message.task) devices.add(message.task.deviceLibraryIdentifier);
  if ("serialNumber" in message.task) passes.add(message.task.serialNumber);
}
