import type { BenchWorld, Dialect } from "./bench-world.ts";
import type { Measured } from "./measure-requests.ts";
import { startProgram } from "./program.ts";
import type { RowsCommands } from "./programs/rows.ts";

/** Rows of one body on either database; on SQLite it is the body whose memory is measured. */
const ROWS: Readonly<Record<Dialect, number>> = { sqlite: 1_000_000, postgres: 200_000 };

/** Passes made by one body of rows over HTTP: nothing is signed, each is a row with its record and what became of it. */
export async function measureBulk(world: BenchWorld, dialect: Dialect): Promise<Measured> {
  const installation = await world.install(`bulk-${dialect}`, dialect);
  const serve = await world.serve(installation);
  const rows = await startProgram<RowsCommands>("rows");
  try {
    const { origin } = await serve.call("address", undefined);
    const apiKey = await serve.call("apiKey", undefined);
    const count = ROWS[dialect];
    const job = await createJob(origin, apiKey, count);
    const before = await serve.call("usage", undefined);
    const url = `${origin}/api/jobs/${job}/rows`;
    const report = await rows.call("send", { url, apiKey, from: 0, to: count }, { timeoutSeconds: 900 });
    const after = await serve.call("usage", undefined);
    const told = JSON.parse(report.answer) as { readonly created?: number; readonly state?: string };
    if (report.status !== 200 || told.created !== count || told.state !== "finished") {
      throw new Error(`${count} rows came to ${report.status} ${report.answer}`);
    }
    const perSecond = count / report.seconds;
    const micros = (cpu: number): string => ((cpu / count) * 1e6).toFixed(0);
    return {
      figures: {
        [`bulk.perSecond.${dialect}`]: perSecond,
        ...(dialect === "sqlite" && { "bulk.peakRssMB": after.peakRssMB }),
      },
      notes: [
        `${count} rows of NDJSON (${(report.bytes / count).toFixed(0)} bytes each) in one body, ${dialect}: ${perSecond.toFixed(0)} passes a second; ${micros(after.cpuSeconds - before.cpuSeconds)} µs of the server's processor time each, ${micros(report.cpuSeconds)} of the sender's; memory ${after.peakRssMB.toFixed(0)} MB at most.`,
      ],
    };
  } finally {
    await rows.stop();
    await serve.call("stop", undefined);
    await serve.stop();
    await installation.remove();
  }
}

async function createJob(origin: string, apiKey: string, total: number): Promise<string> {
  const answer = await fetch(`${origin}/api/jobs`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ kind: "create", templateId: "members", total }),
  });
  const { id } = (await answer.json()) as { readonly id?: string };
  if (id === undefined) throw new Error(`no job: ${answer.status}`);
  return id;
}
