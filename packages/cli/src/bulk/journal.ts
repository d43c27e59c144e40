import { createHash } from "node:crypto";
import { mkdir, open, readFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@passwright/pass";

const FILE = ".passwright-build.ndjson";
/** Entries are written together: a crash costs at most so many passes being built again. */
const BATCH = 64;

/**
 * What has been built into a folder, so that a run that was stopped goes on where it was. A pass counts as built when
 * template, certificate and values are the same as now; after a correction of the data only the rows that changed are built.
 */
export interface Journal {
  readonly doneBefore: number;
  isDone(file: string, values: JsonObject): boolean;
  /** Notes a pass that stands in the folder. */
  record(file: string, values: JsonObject): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal of a folder.
 *
 * @param identity - digest of what all passes share; another one makes the journal start anew
 */
export async function openJournal(folder: string, identity: string, fresh: boolean): Promise<Journal> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, FILE);
  const done = fresh ? null : await readJournal(path, identity);
  const handle: FileHandle = await open(path, done === null ? "w" : "a");
  // A line that a crash cut off must not run into the next one.
  await handle.appendFile(done === null ? `${JSON.stringify({ identity })}\n` : "\n");
  let pending: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    const lines = pending.join("");
    pending = [];
    // One after the other: two writes at once could mix their lines.
    if (lines !== "") writing = writing.then(() => handle.appendFile(lines));
    return writing;
  };
  return {
    doneBefore: done?.size ?? 0,
    isDone: (file, values) => done?.get(file) === digestOf(values),
    async record(file, values) {
      pending.push(`${JSON.stringify([file, digestOf(values)])}\n`);
      if (pending.length >= BATCH) await flush();
    },
    async close() {
      try {
        await flush();
      } finally {
        await handle.close();
      }
    },
  };
}

/** The passes by file, with the digest of their values; null when there is no journal of this template and certificate. */
async function readJournal(path: string, identity: string): Promise<Map<string, string> | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  const [header, ...lines] = text.split("\n");
  if (header !== JSON.stringify({ identity })) return null;
  const done = new Map<string, string>();
  for (const line of lines) {
    const entry = /^\["(?<file>[^"\\]+)","(?<digest>[0-9a-f]{16})"\]$/.exec(line)?.groups;
    if (entry !== undefined) done.set(entry["file"] ?? "", entry["digest"] ?? "");
  }
  return done;
}

function digestOf(values: JsonObject): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 16);
}
