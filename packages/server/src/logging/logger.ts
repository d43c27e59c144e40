import { LOG_LEVELS, type LogLevelName } from "../config/server-config.ts";
import { isPlainText, isSecretName, redactValue } from "./redact.ts";

/** What goes into a line beside time, level and event. Secrets in it are taken out by name and by pattern. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes what happens, one JSON object a line. */
export interface Logger {
  /** @param event what happened, in fixed words: what varies belongs into the fields. */
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  isEnabled(level: Exclude<LogLevelName, "silent">): boolean;
  /** The same with fields that stand in every line. */
  child(fields: LogFields): Logger;
  /** Writes what is waiting for the end of the tick; call it before the process ends. */
  flush(): void;
}

/** What a logger is made of. */
export interface LoggerOptions {
  /** Takes whole lines, several at once: all of a turn of the event loop come in one text. */
  readonly write: (lines: string) => void;
  readonly level: LogLevelName;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Runs a task at the end of the turn; `setImmediate` when absent. */
  readonly defer?: (task: () => void) => void;
}

/** Lines that may wait before they are written in the middle of a turn. */
const LINES_WAITING = 1000;

/**
 * A logger of JSON lines. Line breaks and terminal codes in values cannot forge lines: JSON escapes them, and what a stranger
 * sent goes through {@link redactValue}.
 *
 * @example
 * ```ts
 * const log = createLogger({ write: (lines) => process.stdout.write(lines), level: "info", clock: Date.now });
 * log.info("listening", { port: 8080 });
 * process.on("exit", () => log.flush());
 * ```
 */
export function createLogger({ write, level, clock, defer = setImmediate }: LoggerOptions): Logger {
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const lines = waiting.join("");
    waiting = [];
    write(lines);
  };
  const toTimestamp = createTimestamps(clock);
  const put = (line: string) => {
    waiting.push(line);
    if (waiting.length === 1) defer(flush);
    else if (waiting.length >= LINES_WAITING) flush();
  };
  return createBranch("", { put, flush, toTimestamp, level, heads: new Map() });
}

interface Root {
  readonly put: (line: string) => void;
  readonly flush: () => void;
  readonly toTimestamp: () => string;
  readonly level: LogLevelName;
  readonly heads: MemberHeads;
}

function createBranch(fixed: string, root: Root): Logger {
  const least = LOG_LEVELS.indexOf(root.level);
  const isEnabled = (level: LogLevelName) => LOG_LEVELS.indexOf(level) >= least;
  const at = (level: Exclude<LogLevelName, "silent">) => {
    const enabled = isEnabled(level);
    return (event: string, fields?: LogFields): void => {
      if (!enabled) return;
      const members = fields === undefined ? "" : toMembers(fields, root.heads);
      root.put(`{"time":"${root.toTimestamp()}","level":"${level}","event":${toJson(event) ?? ""}${fixed}${members}}\n`);
    };
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    isEnabled,
    child: (fields) => createBranch(fixed + toMembers(fields, root.heads), root),
    flush: root.flush,
  };
}

/** The beginning of a member for each name that was seen: names are ours, and few. */
type MemberHeads = Map<string, { readonly text: string; readonly isSecret: boolean }>;

/** Names beyond that are worked out each time. */
const HEADS_KEPT = 500;

function headOf(name: string, heads: MemberHeads) {
  const known = heads.get(name);
  if (known !== undefined) return known;
  const head = { text: `,${JSON.stringify(name)}:`, isSecret: isSecretName(name) };
  if (heads.size < HEADS_KEPT) heads.set(name, head);
  return head;
}

function toMembers(fields: LogFields, heads: MemberHeads): string {
  let members = "";
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) continue;
    const head = headOf(name, heads);
    const text = head.isSecret ? '"[redacted]"' : toJson(value);
    if (text !== undefined) members += head.text + text;
  }
  return members;
}

/** Numbers and plain texts are the most of what is written of a request. */
function toJson(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string" && isPlainText(value)) return `"${value}"`;
  const redacted = redactValue(value);
  return redacted === undefined ? undefined : JSON.stringify(redacted);
}

/** Many lines share a millisecond. */
function createTimestamps(clock: () => number): () => string {
  let last = Number.NaN;
  let text = "";
  return () => {
    const now = clock();
    if (now !== last) {
      last = now;
      text = new Date(now).toISOString();
    }
    return text;
  };
}
