/**
 * The server under test: the composition that `passwright serve` starts, its log on standard output, and what an issuer would do
 * to it on call.
 */
import { createHash, randomUUID } from "node:crypto";
import { createLineWriter, type NewPass, readConfig, startServer, STORAGE_LIMITS } from "@passwright/server";
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

/** The template that the tickets are of. */
const TICKET = "ticket";

function toTicket(index: number): NewPass {
  const serialNumber = `TICKET-${index}`;
  return {
    passTypeIdentifier: PASS_TYPE,
    serialNumber,
    authenticationToken: `token-of-${serialNumber}-0123456789`,
    templateId: TICKET,
    templateVersion: 1,
    values: "{}",
    barcodes: [createHash("sha256").update(serialNumber).digest("base64url")],
  };
}

function redeem({ passTypeIdentifier, serialNumber, values }: NewPass, scanner: number) {
  const now = Date.now();
  const rule = {
    kind: "once",
    times: null,
    from: null,
    until: null,
    gates: null,
    show: [],
    count: null,
    balance: null,
    voidWhenUsedUp: false,
  } as const;
  return storage.scans.redeem(
    {
      key: { passTypeIdentifier, serialNumber },
      projectId: "default",
      scanId: randomUUID(),
      scan: { at: now, gate: `gate ${scanner}`, direction: "in", amount: null },
      offline: false,
      rule,
      templateId: TICKET,
      templateVersion: 1,
      values,
      clientKey: null,
      digest: "bench",
      actor: "bench",
    },
    { now, push: { kind: "none" } },
  );
}

const commands = {
  address: () => ({ origin: server.origin, port: Number(new URL(server.origin).port) }),
  /** The key that the first start of an installation makes. */
  apiKey: (): string => server.firstKey ?? "",
  usage: () => readUsage(),
  /** Tickets of these numbers, `to` not among them, found by what their barcodes say. */
  issueTickets: async ({ from, to }: { from: number; to: number }): Promise<void> => {
    const perCall = STORAGE_LIMITS.rowsPerTransaction;
    for (let first = from; first < to; first += perCall) {
      const numbers = Array.from({ length: Math.min(perCall, to - first) }, (_, offset) => first + offset);
      await storage.passes.create(numbers.map(toTicket), { now: Date.now() });
    }
  },
  countScans: async (): Promise<{ readonly allowed: number }> => {
    const wish = { passTypeIdentifier: PASS_TYPE, templateId: TICKET, from: 0, until: Date.now() + 1 };
    const counts = await storage.scans.counts(wish);
    return { allowed: counts.reduce((sum, { reason, scans }) => sum + (reason === null ? scans : 0), 0) };
  },
  /** How many of the races let exactly one in. */
  race: async ({ races, scanners }: { races: number; scanners: number }): Promise<{ readonly won: number }> => {
    let won = 0;
    for (let race = 0; race < races; race += 1) {
      const ticket = toTicket(race);
      await storage.passes.create([ticket], { now: Date.now() });
      const results = await Promise.all(Array.from({ length: scanners }, (_, scanner) => redeem(ticket, scanner)));
      const letIn = results.filter((result) => result.kind === "decided" && result.scan.verdict.reason === null);
      if (letIn.length === 1) won += 1;
    }
    return { won };
  },
  /** Changes passes one by one, each spread over the table, and gives the milliseconds that each took. */
  changeOneByOne: async ({ of, times }: { of: number; times: number }): Promise<readonly number[]> => {
    const milliseconds: number[] = [];
    for (let index = 0; index < times; index += 1) {
      const number = (index * 7919 + times) % of;
      const values = valuesOf(number, `change ${index} of ${times}`);
      const change = { serialNumber: serialOf(number), values, keepsBarcodes: true } as const;
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
