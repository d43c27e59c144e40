import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeChunks } from "@passwright/pass/node";
import { benchValues, IMAGE_KILOBYTES } from "../fixture.ts";
import { createBenchMinter } from "./bench-minter.ts";

/** What this process prints. */
export interface MemoryReport {
  readonly peakRssMB: number;
  readonly sinkMB: number;
  readonly diskMB: number;
  readonly sinkSeconds: number;
  readonly diskSeconds: number;
}

const WRITES_IN_FLIGHT = 16;
const [, , folder = ".", toSink = "0", toDisk = "0"] = process.argv;
const minter = await createBenchMinter(folder, IMAGE_KILOBYTES);

function* rows(count: number) {
  for (let index = 0; index < count; index++) yield benchValues(index);
}

async function mintInto(count: number, take: (chunks: readonly Uint8Array[], index: number) => Promise<void> | void) {
  const started = performance.now();
  let bytes = 0;
  for await (const { chunks, error, index } of minter.mintMany(rows(count))) {
    if (error !== null) throw error;
    for (const chunk of chunks) bytes += chunk.length;
    await take(chunks, index);
  }
  return { megabytes: bytes / 2 ** 20, seconds: (performance.now() - started) / 1000 };
}

const sink = await mintInto(Number(toSink), () => undefined);

const out = join(folder, "passes");
mkdirSync(out);
try {
  const writes = new Set<Promise<void>>();
  const disk = await mintInto(Number(toDisk), async (chunks, index) => {
    const write = writeChunks(join(out, `${index}.pkpass`), chunks).finally(() => writes.delete(write));
    writes.add(write);
    if (writes.size >= WRITES_IN_FLIGHT) await Promise.race(writes);
  });
  await Promise.all(writes);
  const result: MemoryReport = {
    peakRssMB: process.resourceUsage().maxRSS / 1024,
    sinkMB: sink.megabytes,
    diskMB: disk.megabytes,
    sinkSeconds: sink.seconds,
    diskSeconds: disk.seconds,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  rmSync(out, { recursive: true, force: true });
}
