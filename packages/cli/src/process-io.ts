import { createInterface } from "node:readline";
import type { Io, TextSink } from "./io.ts";
import { MAX_INPUT_BYTES } from "./input/read-input.ts";
import { UsageError } from "./exit-code.ts";

function toSink(stream: NodeJS.WriteStream): TextSink {
  return {
    write: (text) => void stream.write(text),
    stream,
    get isTerminal() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MAX_INPUT_BYTES) throw new UsageError(`standard input: larger than any pass (limit ${MAX_INPUT_BYTES} bytes)`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Reads a line with the terminal in raw mode and no output to echo to. */
async function askAtTerminal(prompt: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  process.stderr.write(prompt);
  const reader = createInterface({ input: process.stdin, terminal: true });
  try {
    return await new Promise<string | null>((resolve) => {
      reader.once("line", resolve);
      reader.once("close", () => resolve(null));
    });
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}

/** The world of a real process. */
export function createProcessIo(signal: AbortSignal): Io {
  return {
    stdout: toSink(process.stdout),
    stderr: toSink(process.stderr),
    openStdin: () => process.stdin,
    readStdin: () => readAll(process.stdin),
    askSecret: askAtTerminal,
    environment: process.env,
    workingDirectory: process.cwd(),
    now: () => new Date(),
    fetch: globalThis.fetch,
    signal,
  };
}
