import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { createLineWriter, ServerConfig } from "@passwright/server";
import type { Io } from "../io.ts";

/** Where a server's log goes. */
export interface ServerLog {
  /** The file, if it is one. */
  readonly file: string | null;
  write(lines: string): void;
  close(): Promise<void>;
}

/** A log that cannot be written is no reason to stop a server: a full disk, a reader that is gone. */
const ignore = () => undefined;

/** A server's log is its standard output; a demo talks to a person there, so its log lies in a file. */
export async function openServerLog(
  io: Io,
  config: Pick<ServerConfig, "demo" | "dataFolder">,
  server: { readonly createLineWriter: typeof createLineWriter },
): Promise<ServerLog> {
  if (!config.demo) return openOutputLog(io, server.createLineWriter);
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const file = join(config.dataFolder, "server.log");
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  stream.on("error", ignore);
  return {
    file,
    write: (lines) => void stream.write(lines),
    close: async () => {
      stream.end();
      await finished(stream).catch(() => undefined);
    },
  };
}

/** What its reader does not take in time is dropped and counted, not kept in memory. */
function openOutputLog({ stdout }: Io, createWriter: typeof createLineWriter): ServerLog {
  const { stream } = stdout;
  if (stream === undefined) return { file: null, write: (lines) => stdout.write(lines), close: async () => undefined };
  // For as long as the process lives: what was written last fails later.
  stream.on("error", ignore);
  const writer = createWriter(stream);
  return { file: null, write: (lines) => writer.write(lines), close: async () => undefined };
}
