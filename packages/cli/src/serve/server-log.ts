import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { ServerConfig } from "@passwright/server";
import type { Io } from "../io.ts";

/** Where a server's log goes. */
export interface ServerLog {
  /** The file, if it is one. */
  readonly file: string | null;
  write(lines: string): void;
  close(): Promise<void>;
}

/** A server's log is its standard output; a demo talks to a person there, so its log lies in a file. */
export async function openServerLog(io: Io, config: ServerConfig): Promise<ServerLog> {
  if (!config.demo) return { file: null, write: (lines) => io.stdout.write(lines), close: async () => undefined };
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const file = join(config.dataFolder, "server.log");
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  // A log that cannot be written is no reason to stop a demo.
  stream.on("error", () => undefined);
  return {
    file,
    write: (lines) => void stream.write(lines),
    close: async () => {
      stream.end();
      await finished(stream).catch(() => undefined);
    },
  };
}
