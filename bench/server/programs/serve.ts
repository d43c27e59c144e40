/**
 * The server under test: the composition that `passwright serve` starts, its log on standard output, and what an issuer would do
 * to it on call.
 */
import { createLineWriter, readConfig, startServer } from "@passwright/server";
import { PASS_TYPE } from "../../fixture.ts";
import { answerCalls, readUsage } from "../answer-calls.ts";
import { serialOf, type TemplateName, valuesOf } from "../installation.ts";

/** Flags of `passwright serve`. */
export type ServeSettings = Readonly<Record<string, string>>;

const flags = JSON.parse(process.argv[2] ?? "{}") as ServeSettings;
const lines = createLineWriter(process.stdout);
const config = readConfig({ flags: { port: "0", ...flags }, workingDirectory: process.cwd() });
const server = await startServer(config, { writeLog: (text) => lines.write(text) });
const { storage } = server;

async function countQueue(): Promise<number> {
  const { pushesDue, pushesWaiting } = await storage.statistics();
  return pushesDue + pushesWaiting;
}

const commands = {
  address: () => ({ origin: server.origin, port: Number(new URL(server.origin).port) }),
  usage: () => readUsage(),
  /** The key that the first start of an installation makes. */
  apiKey: (): string => server.firstKey ?? "",
  /** Changes passes one by one, each spread over the table, and gives the milliseconds that each took. */
  changeOneByOne: async ({ of, times }: { of: number; times: number }): Promise<readonly number[]> => {
    const milliseconds: number[] = [];
    for (let index = 0; index < times; index += 1) {
      const number = (index * 7919 + times) % of;
      const change = { serialNumber: serialOf(number), values: valuesOf(number, `change ${index} of ${times}`) };
      const started = performance.now();
      const [result] = await storage.passes.change(PASS_TYPE, [change], { now: Date.now(), push: { kind: "now" } });
      milliseconds.push(performance.now() - started);
      if (result?.kind !== "changed") throw new Error(`pass ${number} was not changed: ${result?.kind ?? "?"}`);
    }
    return milliseconds;
  },
  /** "Update all of a template", until the last push is queued. */
  changeTemplate: async (wish: { templateId: TemplateName; expected: number; expiresAt: number }) => {
    const { templateId, expected, expiresAt } = wish;
    const started = performance.now();
    const at = Date.now();
    const { changed } = await storage.passes.changeTemplate({
      passTypeIdentifier: PASS_TYPE,
      templateId,
      change: { expiresAt },
      push: { kind: "now" },
      clock: Date.now,
    });
    if (changed !== expected) throw new Error(`${changed} passes were changed, not ${expected}`);
    return { seconds: (performance.now() - started) / 1000, at };
  },
  pausePushes: () => storage.pushes.pausePassType({ passTypeIdentifier: PASS_TYPE, reason: "bench", now: Date.now() }),
  resumePushes: async () => {
    await storage.pushes.resumePassType({ passTypeIdentifier: PASS_TYPE });
    return Date.now();
  },
  /** Waits until nothing is left to push, and says when that was. */
  drain: async ({ seconds }: { seconds: number }): Promise<{ readonly left: number; readonly at: number }> => {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      const left = await countQueue();
      if (left === 0 || Date.now() > until) return { left, at: Date.now() };
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  },
  /** Of the devices that hold the passes of these numbers: how many are registered. */
  countRegistered: async ({ indexes }: { indexes: readonly number[] }): Promise<number> => {
    let count = 0;
    for (const index of indexes) {
      count += (await storage.registrations.of({ passTypeIdentifier: PASS_TYPE, serialNumber: serialOf(index) })).length;
    }
    return count;
  },
  stop: async () => {
    await server.stop();
    lines.flush();
  },
};

export type ServeCommands = typeof commands;
answerCalls(commands);
