import { writeSync } from "node:fs";

/** Where lines go: standard output, or any stream over a file descriptor. */
export interface LineStream {
  /** Of the operating system: what is left when the process ends is written to it at once. */
  readonly fd?: number;
  write(text: string): boolean;
  once(event: "drain", listener: () => void): unknown;
}

/** Writes lines to a stream that may be slower than they come. */
export interface LineWriter {
  write(lines: string): void;
  /** Writes what the stream has not taken, synchronously: for the end of the process. */
  flush(): void;
}

/** Characters that wait for a stream that does not keep up; what comes beyond is dropped and counted. */
export const LOG_CHARACTERS_WAITING = 4 * 1024 * 1024;

/**
 * Puts lines onto a stream. A reader that stands still (a full disk, a stopped terminal) neither fills the memory nor stops the
 * server: lines are dropped, and how many is told once it goes on.
 *
 * @example
 * ```ts
 * const writer = createLineWriter(process.stdout);
 * process.on("exit", () => writer.flush());
 * ```
 */
export function createLineWriter(stream: LineStream): LineWriter {
  let waiting = "";
  let dropped = 0;
  let isBlocked = false;
  const send = (text: string) => {
    if (stream.write(text)) return;
    isBlocked = true;
    stream.once("drain", () => {
      isBlocked = false;
      const rest = takeWaiting();
      if (rest !== "") send(rest);
    });
  };
  const takeWaiting = (): string => {
    const note = dropped === 0 ? "" : `{"level":"warn","event":"log lines dropped","lines":${dropped}}\n`;
    const text = waiting + note;
    waiting = "";
    dropped = 0;
    return text;
  };
  return {
    write: (lines) => {
      if (!isBlocked) send(lines);
      else if (waiting.length + lines.length <= LOG_CHARACTERS_WAITING) waiting += lines;
      else dropped += countLines(lines);
    },
    flush: () => {
      const rest = takeWaiting();
      if (rest === "") return;
      if (stream.fd === undefined) stream.write(rest);
      else writeAll(stream.fd, rest);
    },
  };
}

function countLines(text: string): number {
  let count = 0;
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) count += 1;
  return count;
}

/** A pipe whose reader is gone or full takes no more: the process ends all the same. */
function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(fd, bytes, offset);
  } catch {
    // There is nobody left to tell.
  }
}
