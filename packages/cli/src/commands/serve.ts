import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { RunningServer } from "@passwright/server";
import { EXIT, type ExitCode, UsageError } from "../exit-code.ts";
import { type Io, paint, printLine } from "../io.ts";
import type { CommandModule } from "../command-module.ts";
import { openServerLog } from "../serve/server-log.ts";
import { SERVER_OPTIONS } from "../serve/server-options.ts";
import { untilStopped } from "../serve/until-stopped.ts";
import { demoWelcome, firstSteps } from "../serve/welcome.ts";

type ServeOptions = Readonly<Record<string, string | boolean | undefined>>;

/** `serve`: the server in this process, until it is told to stop. */
async function serve(io: Io, options: ServeOptions): Promise<ExitCode> {
  // Loaded when a server is wanted: its databases would slow every other command down.
  const { ConfigError, createLineWriter, InstallationError, readConfig, startServer, StorageError } =
    await import("@passwright/server");
  const { config: configFile, idleExit, ...rest } = options;
  const idleSeconds = parseIdle(idleExit);
  try {
    const config = readConfig({
      flags: Object.fromEntries(Object.entries(rest).map(([name, value]) => [toFlag(name), value])),
      environment: io.environment,
      workingDirectory: io.workingDirectory,
      ...(typeof configFile === "string" ? { file: { name: configFile, content: await readJson(io, configFile) } } : {}),
    });
    const log = await openServerLog(io, config, { createLineWriter });
    const passphrase = io.environment["PASSWRIGHT_PASSPHRASE"];
    const secret = io.environment["PASSWRIGHT_SECRET"];
    const server = await startServer(config, {
      writeLog: (lines) => log.write(lines),
      passphrase,
      // An empty variable is how container set-ups say "not set".
      secret: secret === "" ? undefined : secret,
      clock: () => io.now().getTime(),
    });
    try {
      await (server.demo === null ? welcome(io, server) : playDemo(io, server, log.file));
      await untilStopped(io, server, idleSeconds);
    } finally {
      await server.stop();
      await log.close();
    }
    return EXIT.fine;
  } catch (error) {
    if (error instanceof ConfigError) {
      throw new UsageError(
        error.problems.map(({ where, problem }) => `${where} ${problem}`).join("\n"),
        "passwright serve --help lists all settings.",
      );
    }
    if (error instanceof InstallationError || error instanceof StorageError) {
      throw new UsageError(error.message, undefined, { cause: error });
    }
    throw error;
  }
}

/** `publicUrl` of commander back to `public-url`. */
function toFlag(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function parseIdle(text: string | boolean | undefined): number | null {
  if (text === undefined) return null;
  const seconds = typeof text === "string" && /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  if (seconds < 1) throw new UsageError(`--idle-exit ${String(text)} is not a number of seconds from 1 on`);
  return seconds;
}

async function readJson(io: Io, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(io.workingDirectory, file), "utf8"));
  } catch (cause) {
    throw new UsageError(`--config ${file} cannot be read as JSON: ${whyUnread(cause)}`, undefined, { cause });
  }
}

/** What JSON.parse says quotes the file, and the file holds passwords. */
function whyUnread(error: unknown): string {
  const { message } = error as Error;
  if (!(error instanceof SyntaxError)) return message;
  return `it is no JSON${/ \(line \d+ column \d+\)/u.exec(message)?.[0] ?? ""}`;
}

async function welcome(io: Io, server: RunningServer): Promise<void> {
  // Standard output is the log's.
  for (const line of firstSteps(server)) printLine(io.stderr, line);
}

async function playDemo(io: Io, server: RunningServer, logFile: string | null): Promise<void> {
  const { demo, origin } = server;
  if (demo === null) return;
  printLine(io.stdout, paint(io, io.stdout, "bold", "The life of a pass, on this machine"));
  printLine(io.stdout);
  const limit = AbortSignal.any([io.signal, AbortSignal.timeout(60_000)]);
  for await (const { who, text } of demo.play(origin, limit)) {
    const line = `  ${who.padEnd(12)}${text}`;
    printLine(io.stdout, who === "lock-screen" ? paint(io, io.stdout, ["bold", "green"], line) : line);
  }
  printLine(io.stdout);
  for (const line of demoWelcome(server, demo, logFile)) printLine(io.stdout, line);
}

export const serveCommand: CommandModule = {
  register(program, run) {
    const command = program
      .command("serve")
      .summary("run the server: Wallet's web service, push, storage")
      .description(
        "Runs the server in this process until Ctrl-C or SIGTERM: it answers devices, keeps passes and registrations, and sends pushes. A setting can stand in a flag, the environment or a file.",
      )
      .option("--config <file>", "a JSON file of settings")
      .option("--idle-exit <seconds>", "end by itself after so long without a request: for trying and for scripts");
    for (const [flags, description] of SERVER_OPTIONS) command.option(flags, description);
    command
      .addHelpText(
        "after",
        `
Examples:
  passwright serve --demo
  passwright serve --data /var/lib/passwright --public-url https://passes.example.com
  DATABASE_URL=postgres://passwright@db/passwright passwright serve --role web`,
      )
      .action(run(serve));
  },
};
