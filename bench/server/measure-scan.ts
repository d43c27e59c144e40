import { loadavg } from "node:os";
import { packFiles } from "@passwright/pass";
import { benchImages, PASS_TYPE, TEAM } from "../fixture.ts";
import type { BenchWorld, Dialect } from "./bench-world.ts";
import { CONNECTIONS, type Measured, readCpu } from "./measure-requests.ts";
import { median } from "../machine.ts";
import type { Program } from "./program.ts";
import type { ServeCommands } from "./programs/serve.ts";
import { makeLoadKeys } from "./load-keys.ts";

/** A key may ask so often and no more: the load is that of as many scanners. */
const KEYS = 64;
/** Rounds of scans, and tickets that are ready for each: no ticket is scanned twice. */
const ROUNDS = 5;
const TICKETS = 8000;
/** Scanners that hold one ticket at the same time, and how often in a row. */
const SCANNERS = 50;
const RACES = 1000;

/** Tickets redeemed over HTTP, each on the disk before somebody is let in. */
export async function measureScan(world: BenchWorld): Promise<Measured> {
  return withTickets(world, "sqlite", async (serve) => {
    const { origin, port } = await serve.call("address", undefined);
    const keys = await makeLoadKeys({ origin, admin: await serve.call("apiKey", undefined) }, { count: KEYS, scope: "scan" });
    const { load } = world;
    const rates: number[] = [];
    let micros = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const from = round * TICKETS;
      await serve.call("issueTickets", { from, to: from + TICKETS });
      const texts = Array.from({ length: TICKETS }, (_, index) => requestOf(from + index, keys[index % KEYS] ?? ""));
      const requests = `scan ${round}`;
      await load.call("prepare", { name: requests, texts });
      const cpu = await readCpu(serve);
      const report = await load.call("runOnce", { port, requests, status: 200, connections: 2 * CONNECTIONS, count: TICKETS });
      // The first is there to warm up.
      if (round === 0) continue;
      rates.push(report.answers / report.seconds);
      micros += ((await readCpu(serve)) - cpu) / (ROUNDS * TICKETS);
    }
    const { allowed } = await serve.call("countScans", undefined);
    if (allowed !== (ROUNDS + 1) * TICKETS) throw new Error(`${allowed} of ${(ROUNDS + 1) * TICKETS} tickets were let in`);
    const perSecond = median(rates);
    return {
      figures: { "scan.perSecond": perSecond },
      notes: [
        `tickets redeemed over HTTP by ${KEYS} scanners, SQLite with \`synchronous = FULL\`: ${perSecond.toFixed(0)} a second, median of ${ROUNDS} rounds of ${TICKETS} (${rates.map((rate) => rate.toFixed(0)).join(", ")}); ${(micros * 1e6).toFixed(0)} µs of processor time each, those of the writing thread among them; load of the machine ${loadavg()[0]?.toFixed(1) ?? "?"}.`,
      ],
    };
  });
}

/** One ticket before many scanners at the same time, again and again: the share of races in which exactly one lets in. */
export async function measureRaces(world: BenchWorld, dialect: Dialect): Promise<Measured> {
  return withTickets(world, dialect, async (serve) => {
    const started = performance.now();
    const { won } = await serve.call("race", { races: RACES, scanners: SCANNERS }, { timeoutSeconds: 900 });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    return {
      figures: { [`scan.oneOf50.${dialect}`]: won / RACES },
      notes: [
        `${SCANNERS} scanners with one ticket, ${RACES} times in a row, ${dialect}: exactly one let in ${won} times (${seconds} s).`,
      ],
    };
  });
}

async function withTickets(
  world: BenchWorld,
  dialect: Dialect,
  work: (serve: Program<ServeCommands>) => Promise<Measured>,
): Promise<Measured> {
  const installation = await world.install(`scan-${dialect}`, dialect);
  const serve = await world.serve(installation);
  try {
    const { origin } = await serve.call("address", undefined);
    await publishTicket(origin, await serve.call("apiKey", undefined));
    return await work(serve);
  } finally {
    await serve.call("stop", undefined);
    await serve.stop();
    await installation.remove();
  }
}

async function publishTicket(origin: string, apiKey: string): Promise<void> {
  const pass = {
    formatVersion: 1,
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: TEAM,
    organizationName: "Example",
    description: "Ticket",
    eventTicket: { primaryFields: [{ key: "seat", label: "Seat", value: "${serialNumber}" }] },
    barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "${serialNumber}" }],
  };
  const archive = await packFiles({
    "pass.json": JSON.stringify(pass),
    "template.json": JSON.stringify({ scan: { kind: "once", show: { Seat: "${serialNumber}" } } }),
    ...Object.fromEntries(benchImages(6)),
  });
  const headers = { authorization: `Bearer ${apiKey}` };
  const answers = [
    await fetch(`${origin}/api/templates/ticket`, {
      method: "PUT",
      headers: { ...headers, "content-type": "application/zip" },
      body: Buffer.from(archive),
    }),
    await fetch(`${origin}/api/templates/ticket/publish`, { method: "POST", headers }),
  ];
  for (const answer of answers) if (!answer.ok) throw new Error(`the ticket cannot be published: ${await answer.text()}`);
}

function requestOf(index: number, key: string): string {
  const body = JSON.stringify({ message: `TICKET-${index}`, gate: `gate ${index % KEYS}`, id: `scan-${index}` });
  const head = [
    "POST /api/scan HTTP/1.1",
    "host: 127.0.0.1",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}
