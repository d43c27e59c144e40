import { styleText } from "node:util";

/** A place to write text to. */
export interface TextSink {
  write(text: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** Width in columns; 80 when it is no terminal. */
  readonly columns: number;
  /** What of the process is behind it, for output without an end: it may come faster than it is read. Absent in tests. */
  readonly stream?: NodeJS.WriteStream;
}

/** Everything ambient that a command may touch, so that tests can run it in a closed world. */
export interface Io {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Standard input piece by piece, for data that need not stand in memory. */
  openStdin(): AsyncIterable<Uint8Array>;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
  /** Asks for a line that is not shown while it is typed; null where there is no terminal to ask at, or on Ctrl-C. */
  askSecret(prompt: string): Promise<string | null>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  now(): Date;
  readonly fetch: typeof fetch;
  /** Aborted by Ctrl-C: long work stops at the next safe point. */
  readonly signal: AbortSignal;
}

type Format = Parameters<typeof styleText>[0];

/** Colours text for a terminal; leaves it alone elsewhere and under NO_COLOR (no-color.org). */
export function paint(io: Io, sink: TextSink, format: Format, text: string): string {
  const forced = io.environment["FORCE_COLOR"];
  const wanted = forced === undefined || forced === "" ? sink.isTerminal : forced !== "0";
  return wanted && (io.environment["NO_COLOR"] ?? "") === "" ? styleText(format, text, { validateStream: false }) : text;
}

export function printLine(sink: TextSink, text = ""): void {
  sink.write(`${text}\n`);
}

/** One JSON value on a line of its own, for programs (`--json`). */
export function printJson(io: Io, value: unknown): void {
  printLine(io.stdout, JSON.stringify(value));
}
