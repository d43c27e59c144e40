import { mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAuthorityFolder } from "@passwright/sandbox/node";
import { SERVER_HEAP_FLAGS } from "../../packages/cli/src/serve/bound-heap.ts";
import { writeInstallation } from "./installation.ts";
import { type BenchPostgres, startPostgres } from "./postgres.ts";
import { buildPrograms, type Program, startProgram } from "./program.ts";
import type { ApnsCommands, ApnsSettings } from "./programs/apns.ts";
import type { BareCommands } from "./programs/bare.ts";
import type { FillCommands, FillSettings } from "./programs/fill.ts";
import type { LoadCommands } from "./programs/load.ts";
import type { ServeCommands } from "./programs/serve.ts";

export type Dialect = "sqlite" | "postgres";

/** What all measurements of a server share. */
export interface BenchWorld {
  readonly folder: string;
  readonly apnsSettings: ApnsSettings;
  readonly bare: Program<BareCommands>;
  readonly load: Program<LoadCommands>;
  readonly apns: Program<ApnsCommands>;
  /** Fills the database of an installation; the server of it must not run. */
  fill(installation: Installation): Promise<Program<FillCommands>>;
  /** Starts the server of an installation; `apnsOrigin` where it is not that of `apns`. */
  serve(installation: Installation, apnsOrigin?: string): Promise<Program<ServeCommands>>;
  /** A data folder with a certificate and templates, and a database that is empty. */
  install(name: string, dialect: Dialect): Promise<Installation>;
}

export interface Installation {
  readonly dataFolder: string;
  readonly dialect: Dialect;
  readonly fillSettings: FillSettings;
  /** Ends its database and takes all of it away. */
  remove(): Promise<void>;
}

/** Latency of the stand-in. */
const APNS_MS = 50;

/** Opens a world, runs the work in it, and leaves nothing behind. */
export async function withBenchWorld<Result>(work: (world: BenchWorld) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "passwright-bench-server-"));
  const closers: (() => Promise<void>)[] = [];
  // However it ends: gigabytes would stay.
  const removeAll = (): void => {
    for (const path of [folder, `${folder}-postgres`]) rmSync(path, { recursive: true, force: true });
  };
  const stop = (): void => process.exit(1);
  process.once("exit", removeAll).once("SIGINT", stop).once("SIGTERM", stop);
  try {
    await buildPrograms();
    const authorityFolder = join(folder, "authority");
    const authority = await openAuthorityFolder(authorityFolder);
    const apnsSettings = { authorityFolder, caFile: join(folder, "apns.pem"), latencyMs: APNS_MS };
    const keep = <P extends { stop(): Promise<void> }>(program: P): P => {
      closers.push(() => program.stop());
      return program;
    };
    const bare = keep(await startProgram<BareCommands>("bare"));
    const load = keep(await startProgram<LoadCommands>("load"));
    const apns = keep(await startProgram<ApnsCommands>("apns", { settings: apnsSettings }));
    const world: BenchWorld = {
      folder,
      apnsSettings,
      bare,
      load,
      apns,
      fill: async ({ fillSettings }) => keep(await startProgram<FillCommands>("fill", { settings: fillSettings })),
      serve: async ({ dataFolder, fillSettings }, apnsOrigin) => {
        const settings = {
          data: dataFolder,
          "apns-url": apnsOrigin ?? (await apns.call("address", undefined)).origin,
          "apns-ca": apnsSettings.caFile,
          ...("url" in fillSettings && { database: fillSettings.url }),
        };
        const output = join(folder, "server.log");
        const program = keep(
          await startProgram<ServeCommands>("serve", {
            settings,
            output,
            nodeFlags: SERVER_HEAP_FLAGS,
          }),
        );
        // The log of one server is enough on the disk.
        truncateSync(output);
        return program;
      },
      install: async (name, dialect) => {
        const dataFolder = join(folder, name);
        await writeInstallation(dataFolder, authority);
        const postgres = dialect === "postgres" ? await startPostgres(`${folder}-postgres`) : null;
        const remove = once(() => removeInstallation(dataFolder, postgres));
        closers.push(remove);
        const fillSettings = postgres === null ? { file: join(dataFolder, "passwright.sqlite") } : { url: postgres.url };
        return { dataFolder, dialect, fillSettings, remove };
      },
    };
    return await work(world);
  } finally {
    for (const close of closers.toReversed()) await close().catch((error: unknown) => console.error(error));
    process.off("exit", removeAll).off("SIGINT", stop).off("SIGTERM", stop);
    removeAll();
  }
}

async function removeInstallation(dataFolder: string, postgres: BenchPostgres | null): Promise<void> {
  await postgres?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
