import type { BenchWorld } from "./bench-world.ts";
import { benchValues } from "../fixture.ts";
import { CONNECTIONS, type Measured, readCpu, SECONDS } from "./measure-requests.ts";
import { measureShare } from "./rounds.ts";
import { makeLoadKeys } from "./load-keys.ts";

/** A key may ask so often and no more: the load is that of many. */
const KEYS = 400;
/** Requests that are prepared; each makes a pass of its own whenever it is sent. */
const REQUESTS = 2000;

/** Single passes made over HTTP, each on the disk before it is answered, against Node alone with the same answer. */
export async function measureCreate(world: BenchWorld): Promise<Measured> {
  const installation = await world.install("create", "sqlite");
  const serve = await world.serve(installation);
  try {
    const { origin, port } = await serve.call("address", undefined);
    const keys = await makeLoadKeys({ origin, admin: await serve.call("apiKey", undefined) }, { count: KEYS, scope: "issue" });
    const texts = Array.from({ length: REQUESTS }, (_, index) => requestOf(index, keys[index % keys.length] ?? ""));
    await world.load.call("prepare", { name: "create", texts });
    const { bare, load } = world;
    const { status, headers, body } = await readAnswer(origin, keys[0] ?? "");
    await bare.call("answerWith", { status, headers, body });
    const { port: barePort } = await bare.call("address", undefined);
    const run = async (to: number, seconds: number): Promise<number> => {
      const report = await load.call("run", { port: to, requests: "create", status, connections: 2 * CONNECTIONS, seconds });
      return report.answers / report.seconds;
    };
    await run(barePort, 1);
    // Until the code is as fast as it gets: a server runs for weeks.
    await run(port, 6);
    const cpu = await readCpu(serve);
    let made = 0;
    const share = await measureShare(
      "create.vsHttp",
      () => run(barePort, SECONDS),
      async () => {
        const rate = await run(port, SECONDS);
        made += rate * SECONDS;
        return rate;
      },
    );
    const micros = (((await readCpu(serve)) - cpu) / made) * 1e6;
    return {
      figures: { "create.vsHttp": share.share },
      notes: [
        `passes made one by one, SQLite with \`synchronous = FULL\`: ${share.ours.toFixed(0)} a second against ${share.limit.toFixed(0)} answers of bare \`node:http\`, ${share.note}; ${micros.toFixed(0)} µs of processor time each, those of the writing thread among them.`,
      ],
    };
  } finally {
    await serve.call("stop", undefined);
    await serve.stop();
    await installation.remove();
  }
}

function bodyOf(index: number): string {
  const { serialNumber: _, ...values } = benchValues(index);
  return JSON.stringify({ templateId: "members", values });
}

function requestOf(index: number, key: string): string {
  const body = bodyOf(index);
  const head = [
    "POST /api/passes HTTP/1.1",
    "host: 127.0.0.1",
    `authorization: Bearer ${key}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** Headers that Node writes by itself, there as here. */
const OWN_HEADERS: ReadonlySet<string> = new Set(["date", "connection", "keep-alive"]);

async function readAnswer(origin: string, key: string) {
  const answer = await fetch(`${origin}/api/passes`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: bodyOf(0),
  });
  const headers = [...answer.headers].filter(([name]) => !OWN_HEADERS.has(name)).flat();
  return { status: answer.status, headers, body: new Uint8Array(await answer.arrayBuffer()) };
}
