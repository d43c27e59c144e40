/**
 * A real server in a process of its own, so that it can be killed. It loads everything, says that it is ready, and does what it
 * is told over the channel to its parent; with its parent it ends.
 *
 * @module
 */
import { flushCompileCache } from "node:module";
import { readConfig, type RunningServer, startServer } from "@passwright/server";
import type { OrderAnswers, OrderMessage, ServerMessage, ServerOrder } from "./server-orders.ts";

let server: RunningServer | undefined;
let clockOffset = 0;
const clock = () => Date.now() + clockOffset;

type Answering = {
  readonly [Kind in ServerOrder["kind"]]: (order: Extract<ServerOrder, { readonly kind: Kind }>) => Promise<OrderAnswers[Kind]>;
};

function running(): RunningServer {
  if (server === undefined) throw new Error("the server was not started");
  return server;
}

const ANSWERING: Answering = {
  start: async (order) => {
    ({ clockOffset } = order);
    const config = readConfig({ flags: order.flags, workingDirectory: process.cwd() });
    server = await startServer(config, { writeLog: (lines) => tell({ kind: "log", lines }), clock });
    return { origin: server.origin, firstKey: server.firstKey };
  },
  issue: async ({ passTypeIdentifier, passes }) => {
    const { storage } = running();
    await storage.passes.create(
      passes.map((pass) => ({ ...pass, passTypeIdentifier, templateVersion: 1 })),
      { now: clock() },
    );
    return null;
  },
  change: async ({ passTypeIdentifier, serialNumber, values }) => {
    const { storage, wake } = running();
    const options = { now: clock(), push: { kind: "now" } } as const;
    const [result] = await storage.passes.change(passTypeIdentifier, [{ serialNumber, values }], options);
    wake();
    if (result === undefined) throw new Error("no result");
    return result;
  },
  read: async ({ passTypeIdentifier, serialNumbers }) => {
    const { storage } = running();
    const read = [];
    for (const serialNumber of serialNumbers) {
      const key = { passTypeIdentifier, serialNumber };
      read.push({ pass: (await storage.passes.find(key)) ?? null, registrations: await storage.registrations.of(key) });
    }
    return read;
  },
  statistics: () => running().storage.statistics(),
  setClock: async (order) => {
    ({ clockOffset } = order);
    server?.wake();
    return null;
  },
  stop: async () => {
    await server?.stop();
    return null;
  },
};

function tell(message: ServerMessage, whenSent?: () => void): void {
  process.send?.(message, undefined, undefined, whenSent);
}

async function answer({ id, order }: OrderMessage): Promise<void> {
  try {
    const work = ANSWERING[order.kind] as (order: ServerOrder) => Promise<unknown>;
    tell({ kind: "answer", id, answer: await work(order) }, order.kind === "stop" ? () => process.exit(0) : undefined);
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    tell({ kind: "refusal", id, code: typeof code === "string" ? code : "", message: String(message ?? error) });
  }
}

process.on("message", (message) => void answer(message as OrderMessage));
process.on("disconnect", () => process.exit(0));
// Who is killed writes nothing at its end.
flushCompileCache();
tell({ kind: "ready" });
