import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { TEST_NOW } from "../../../pass/test/support/authority.ts";
import type { Io, TextSink } from "../../src/io.ts";
import { runProgram } from "../../src/program.ts";

export interface WorldOptions {
  readonly columns?: number;
  /** Whether output goes to a terminal: colours, progress bars, questions. */
  readonly isTerminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
}

export interface RunOptions {
  readonly stdin?: Uint8Array | string;
  readonly signal?: AbortSignal;
  /** What is typed where something is asked, one after the other. */
  readonly answers?: readonly string[];
  readonly fetch?: typeof fetch;
}

/** What a run of the program said. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly bytes: Uint8Array;
  readonly stderr: string;
  /** Questions that were asked. */
  readonly asked: readonly string[];
  /** Standard output as one JSON value a line. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into it as they expect it to be
  readonly json: readonly any[];
}

/** A folder, a clock and captured output: the program sees nothing else. */
export interface World {
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  write(path: string, content: Uint8Array | string): Promise<void>;
  writeAll(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  readText(path: string): Promise<string>;
  list(path?: string): Promise<string[]>;
}

/** A world that goes away with its test; made outside of a test (`beforeAll`), it stays until `remove` is called. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "passwright-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return openWorld(folder, options);
}

export function openWorld(folder: string, options: WorldOptions = {}): World {
  const { columns = 80, isTerminal = false, environment = {}, now = () => TEST_NOW } = options;
  const world: World = {
    folder,
    async run(args, { stdin = "", signal = new AbortController().signal, answers = [], fetch: ownFetch } = {}) {
      const [stdout, stderr] = [createSink(columns, isTerminal), createSink(columns, isTerminal)];
      const [left, asked] = [[...answers], [] as string[]];
      const input = typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin;
      const io: Io = {
        stdout,
        stderr,
        async *openStdin() {
          yield input;
        },
        readStdin: async () => input,
        askSecret: async (prompt) => {
          asked.push(prompt);
          return left.shift() ?? null;
        },
        environment: { XDG_DATA_HOME: join(folder, "data-home"), ...environment },
        workingDirectory: folder,
        now,
        fetch:
          ownFetch ??
          (() => {
            throw new Error("this test has no network");
          }),
        signal,
      };
      const code = await runProgram(args, io);
      const bytes = stdout.bytes();
      const text = new TextDecoder().decode(bytes);
      return {
        code,
        stdout: text,
        bytes,
        stderr: new TextDecoder().decode(stderr.bytes()),
        asked,
        get json() {
          return text
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line));
        },
      };
    },
    async write(path, content) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    },
    async writeAll(target, files) {
      for (const [path, content] of files) await world.write(join(target, path), content);
    },
    read: async (path) => new Uint8Array(await readFile(join(folder, path))),
    readText: (path) => readFile(join(folder, path), "utf8"),
    list: async (path = ".") => (await readdir(join(folder, path))).toSorted(),
  };
  return world;
}

function createSink(columns: number, isTerminal: boolean): TextSink & { bytes(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  return {
    columns,
    isTerminal,
    write: (text) => void chunks.push(typeof text === "string" ? new TextEncoder().encode(text) : text),
    bytes: () => new Uint8Array(Buffer.concat(chunks)),
  };
}
