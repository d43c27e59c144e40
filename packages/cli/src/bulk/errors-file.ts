import { open, rm, type FileHandle } from "node:fs/promises";
import type { JsonObject } from "@passwright/pass";

/** A row that no pass was made of. */
export interface RowError {
  /** Where it begins in the data file, from 1. */
  readonly line: number;
  /** Its number among the rows, where a server counts them. */
  readonly row?: number;
  readonly error: string;
  /** Its values, as far as they could be read. */
  readonly values: JsonObject | null;
}

/** Bad rows, a JSON object a line. The file is made with the first of them; one of an earlier run goes away. */
export interface ErrorsFile {
  add(row: RowError): Promise<void>;
  close(): Promise<void>;
}

export async function openErrorsFile(path: string): Promise<ErrorsFile> {
  await rm(path, { force: true });
  let opened: Promise<FileHandle> | null = null;
  let writing: Promise<void> = Promise.resolve();
  return {
    add(row) {
      opened ??= open(path, "wx");
      const handle = opened;
      writing = writing.then(async () => (await handle).appendFile(`${JSON.stringify(row)}\n`));
      return writing;
    },
    async close() {
      try {
        await writing;
      } finally {
        await (await opened)?.close();
      }
    },
  };
}
