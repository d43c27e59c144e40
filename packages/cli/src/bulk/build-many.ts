import { stat } from "node:fs/promises";
import { join } from "node:path";
import { createMinter, type JsonObject, type PassTemplate, type Signer } from "@passwright/pass";
import { writeChunks } from "@passwright/pass/node";
import type { Row } from "@passwright/pass/rows";
import type { Progress } from "../terminal/progress.ts";
import { openErrorsFile, type ErrorsFile } from "./errors-file.ts";
import type { Journal } from "./journal.ts";
import { fileKey, passFileName } from "./pass-file-name.ts";

export interface BuildManyOptions {
  readonly template: PassTemplate;
  readonly signer: Signer;
  readonly rows: AsyncIterable<Row>;
  /** Where the passes go, a file each. */
  readonly folder: string;
  /** Where bad rows go, with line and cause; there is none when all are good. */
  readonly errorsFile: string;
  readonly journal: Journal;
  /** `{serialNumber}.pkpass`. */
  readonly namePattern: string;
  readonly concurrency: number;
  readonly signingTime: () => Date;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface BuildManyResult {
  readonly built: number;
  /** Built by an earlier run. */
  readonly skipped: number;
  readonly failed: number;
  /** Names of the passes that stand in the folder now, in the order of their rows. */
  readonly files: readonly string[];
}

interface Pending {
  readonly line: number;
  readonly file: string;
  readonly values: JsonObject;
}

/** Files that are written at the same time. */
const WRITES_IN_FLIGHT = 16;

/** Builds a pass for every row. A bad row goes to the errors file; the rest go on. Stopped, it can be run again and goes on. */
export async function buildMany(options: BuildManyOptions): Promise<BuildManyResult> {
  const errors = await openErrorsFile(options.errorsFile);
  try {
    return await new Run(options, errors).run();
  } finally {
    await errors.close();
    await options.journal.close();
  }
}

class Run {
  readonly #options: BuildManyOptions;
  readonly #errors: ErrorsFile;
  readonly #count = { built: 0, skipped: 0, failed: 0 };
  /** Rows that the minter has been given, in their order; its results come in the same. */
  readonly #pending: Pending[] = [];
  /** Rows by the file that is theirs: two rows must not write one file. */
  readonly #rows = new Map<string, { readonly line: number; readonly file: string; isThere: boolean }>();
  readonly #writes = new Set<Promise<void>>();
  #writeError: { readonly cause: unknown } | null = null;

  constructor(options: BuildManyOptions, errors: ErrorsFile) {
    this.#options = options;
    this.#errors = errors;
  }

  async run(): Promise<BuildManyResult> {
    const { template, signer, signingTime, concurrency, signal } = this.#options;
    const minter = createMinter({ template, signer, now: signingTime });
    try {
      for await (const minted of minter.mintMany(this.#selectRows(), { concurrency, signal })) {
        const row = this.#pending.shift();
        if (row === undefined) throw new Error("a pass without its row");
        if (minted.error !== null) await this.#fail(row.line, minted.error.message, row.values);
        else await this.#write(row, minted.chunks);
      }
      await Promise.all(this.#writes);
    } finally {
      // What was signed is written before the journal is closed, also when someone has stopped the run.
      await Promise.all(this.#writes);
    }
    if (this.#writeError !== null) throw this.#writeError.cause;
    const files = [...this.#rows.values()].filter(({ isThere }) => isThere).map(({ file }) => file);
    return { ...this.#count, files };
  }

  /** Feeds the minter with the rows that are to be built; tells of the others. */
  async *#selectRows(): AsyncGenerator<JsonObject, void, undefined> {
    const { namePattern, journal, folder, rows } = this.#options;
    for await (const row of rows) {
      if (row.error !== null) {
        await this.#fail(row.line, row.error, null);
        continue;
      }
      const { line, values } = row;
      const file = passFileName(namePattern, values, line);
      if (file === null) {
        await this.#fail(line, `no value for the file name ${namePattern}`, values);
        continue;
      }
      const earlier = this.#rows.get(fileKey(file));
      if (earlier !== undefined) {
        await this.#fail(line, `${file} is the pass of line ${earlier.line} already`, values);
        continue;
      }
      const isDone = journal.isDone(file, values) && (await exists(join(folder, file)));
      this.#rows.set(fileKey(file), { line, file, isThere: isDone });
      if (isDone) {
        this.#count.skipped += 1;
        this.#tell();
        continue;
      }
      this.#pending.push({ line, file, values });
      yield values;
    }
  }

  async #write({ file, values }: Pending, chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#writeError !== null) throw this.#writeError.cause;
    const write = this.#writeOne(file, values, chunks).catch((cause: unknown) => {
      this.#writeError ??= { cause };
    });
    this.#writes.add(write);
    void write.then(() => this.#writes.delete(write));
    if (this.#writes.size >= WRITES_IN_FLIGHT) await Promise.race(this.#writes);
  }

  async #writeOne(file: string, values: JsonObject, chunks: readonly Uint8Array[]): Promise<void> {
    const { folder, journal } = this.#options;
    await writeChunks(join(folder, file), chunks);
    await journal.record(file, values);
    const row = this.#rows.get(fileKey(file));
    if (row !== undefined) row.isThere = true;
    this.#count.built += 1;
    this.#tell();
  }

  async #fail(line: number, error: string, values: JsonObject | null): Promise<void> {
    await this.#errors.add({ line, error, values });
    this.#count.failed += 1;
    this.#tell();
  }

  #tell(): void {
    const { built, skipped, failed } = this.#count;
    this.#options.progress.update(built + skipped + failed, failed);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
