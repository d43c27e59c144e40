/**
 * What it costs a request that activity is taken down: processor time of the whole process, its writing thread among it, for
 * lists and 304s, with and without. Requests are handed to the device service itself, each of another device, which is the worst:
 * every one of them becomes a row. `npm run build && node bench/server/programs/activity-cost.ts`
 */
import {
  type ActivityRecorder,
  createActivityRecorder,
  createArchiveStore,
  createDeviceService,
  createLogger,
  createMetricRegistry,
  createServerMetrics,
  type DeviceRequest,
  openSqliteStorage,
  type Storage,
} from "@passwright/server";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";

const PASS_TYPE = "pass.com.example.bench";
const PASSES = 50_000;
const ROUNDS = 7;
const TOKEN = "token-of-the-bench-0123456789";
const MODIFIED = 1_790_000_000;

const serialOf = (index: number) => `B-${String(index).padStart(8, "0")}`;
const deviceOf = (index: number) => index.toString(16).padStart(32, "0");

async function fill(storage: Storage): Promise<void> {
  for (let start = 0; start < PASSES; start += 500) {
    const indices = Array.from({ length: 500 }, (_, index) => start + index);
    const passes = indices.map((index) => ({
      passTypeIdentifier: PASS_TYPE,
      serialNumber: serialOf(index),
      authenticationToken: TOKEN,
      templateId: "bench",
      templateVersion: 1,
      values: "{}",
      barcodes: [],
    }));
    await storage.passes.create(passes, { now: MODIFIED * 1000 });
    await Promise.all(
      indices.map((index) =>
        storage.registrations.register(
          {
            passTypeIdentifier: PASS_TYPE,
            serialNumber: serialOf(index),
            deviceLibraryIdentifier: deviceOf(index),
            client: "apple",
            pushToken: deviceOf(index),
          },
          { now: MODIFIED * 1000 },
        ),
      ),
    );
  }
}

function requestOf(path: string, headers: ReadonlyMap<string, string>): DeviceRequest {
  return {
    id: "bench",
    method: "GET",
    path,
    search: "",
    address: "127.0.0.1",
    get: (name) => headers.get(name) ?? null,
    readBody: () => Promise.resolve({ kind: "broken" }),
  };
}

const CONDITIONAL = new Map([
  ["authorization", `ApplePass ${TOKEN}`],
  ["if-modified-since", new Date(MODIFIED * 1000).toUTCString()],
]);

const KINDS = {
  list: {
    status: 200,
    request: (index: number) => requestOf(`/v1/devices/${deviceOf(index)}/registrations/${PASS_TYPE}`, new Map()),
  },
  "304": { status: 304, request: (index: number) => requestOf(`/v1/passes/${PASS_TYPE}/${serialOf(index)}`, CONDITIONAL) },
} as const;

/** Microseconds of the processor for each request: of the process, and of the thread that answers. */
interface Cost {
  readonly process: number;
  readonly thread: number;
}

async function measure(storage: Storage, kind: keyof typeof KINDS, activity: ActivityRecorder | null): Promise<Cost> {
  const source = {
    build: () => Promise.reject(new Error("nothing is built here")),
    signToken: () => Promise.reject(new Error("nor signed")),
  };
  const service = createDeviceService({
    storage,
    source,
    archives: createArchiveStore({ source, maxBytes: 0 }),
    clock: Date.now,
    log: createLogger({ write: () => undefined, level: "info", clock: Date.now }),
    metrics: createServerMetrics(createMetricRegistry()),
    ...(activity !== null && { activity }),
  });
  const { status, request } = KINDS[kind];
  const before = process.cpuUsage();
  const threadBefore = process.threadCpuUsage();
  for (let index = 0; index < PASSES; index += 1) {
    const response = service.handle(request(index));
    if (response instanceof Promise || response.status !== status)
      throw new Error(`request ${index} was not answered with ${status}`);
    if (index % 500 === 499) await setImmediate();
  }
  await activity?.flush();
  const all = process.cpuUsage(before);
  const thread = process.threadCpuUsage(threadBefore);
  return { process: (all.user + all.system) / PASSES, thread: (thread.user + thread.system) / PASSES };
}

const folder = await mkdtemp(join(tmpdir(), "passwright-activity-"));
const storage = await openSqliteStorage({ file: join(folder, "bench.db") });
await fill(storage);
const log = createLogger({ write: () => undefined, level: "info", clock: Date.now });
const median = (numbers: readonly number[]) => numbers.toSorted((one, two) => one - two)[Math.floor(numbers.length / 2)] ?? 0;
for (const kind of ["list", "304"] as const) {
  const without: Cost[] = [];
  const taken: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await measure(storage, kind, null));
    const activity = createActivityRecorder({ store: storage.activity, clock: Date.now, log });
    taken.push(await measure(storage, kind, activity));
    await activity.close();
    if (activity.dropped > 0) throw new Error("notes were dropped");
  }
  for (const part of ["process", "thread"] as const) {
    const told = [without, taken].map((costs) => {
      const values = costs.map((cost) => cost[part]);
      return `${median(values).toFixed(1)} µs (${values.map((value) => value.toFixed(1)).join(" ")})`;
    });
    console.log(`${kind}, ${part}: without ${told[0]}, with ${told[1]}`);
  }
}
await storage.close();
await rm(folder, { recursive: true });
