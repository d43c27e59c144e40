import { joinChunks } from "../archive/write-archive.ts";

/** A line of a data file without its end; `text` is null when it is longer than a row may be. Numbers count from 1. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

/**
 * Splits a stream of bytes into lines that end with LF, CRLF or CR, and nothing else: U+2028, which Node's readline takes for
 * an end, may stand in a JSON text. UTF-8, or UTF-16 where a byte order mark says so; bytes that are neither become U+FFFD.
 *
 * @param maximum characters of a line; of a longer one nothing is kept, so that a file without line ends does not fill the memory.
 *
 * @example
 * ```ts
 * for await (const { number, text } of readLines(file.stream(), 1_000_000)) console.log(number, text ?? "too long");
 * ```
 */
export async function* readLines(source: AsyncIterable<Uint8Array>, maximum: number): AsyncGenerator<Line, void, undefined> {
  let number = 0;
  let pending = "";
  let isTooLong = false;
  const finish = (text: string): Line => {
    number += 1;
    const line = { number, text: isTooLong || text.length > maximum ? null : text };
    isTooLong = false;
    return line;
  };
  for await (const text of decode(source)) {
    pending += text;
    // A CR at the very end may be half of a CRLF.
    const lines = pending.split(/\r\n|\n|\r(?!$)/);
    pending = lines.pop() ?? "";
    for (const line of lines) yield finish(line);
    if (pending.length > maximum) {
      isTooLong = true;
      pending = pending.endsWith("\r") ? "\r" : "";
    }
  }
  const last = pending.replace(/\r$/, "");
  if (last !== "" || isTooLong || pending !== last) yield finish(last);
}

async function* decode(source: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | null = null;
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of source) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    start = joinChunks([start, chunk]);
    if (start.length < 2) continue;
    decoder = new TextDecoder(encodingOf(start));
    yield decoder.decode(start, { stream: true });
  }
  yield decoder === null ? new TextDecoder().decode(start) : decoder.decode();
}

/** By the byte order mark (Unicode 16, §23.8); the decoder leaves it out. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
