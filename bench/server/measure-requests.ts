import { request as httpRequest } from "node:http";
import type { BenchWorld, Dialect } from "./bench-world.ts";
import { deviceTokenHeader, listRequest, passPath, passRequest } from "./installation.ts";
import type { Program } from "./program.ts";
import type { BareAnswer, BareCommands } from "./programs/bare.ts";
import type { ServeCommands } from "./programs/serve.ts";
import { measureShare, type Share } from "./rounds.ts";

/** Seconds of one turn. */
export const SECONDS = 2;
export const CONNECTIONS = 32;
/** Passes and devices that requests are spread over. */
const SPREAD = 1000;

/** What is asked for in turn. */
interface Kind {
  readonly figure: string;
  readonly what: string;
  readonly status: number;
  readonly texts: (dates: readonly string[]) => readonly string[];
}

const numbers = Array.from({ length: SPREAD }, (_, index) => index);

const LIST: Omit<Kind, "figure"> = {
  what: "list of what changed",
  status: 200,
  texts: () => numbers.map((index) => listRequest(index, 0)),
};
const NOT_MODIFIED: Omit<Kind, "figure"> = {
  what: "get pass, 304",
  status: 304,
  texts: (dates) => numbers.map((index) => passRequest(index, dates[index])),
};
const CACHED: Omit<Kind, "figure"> = {
  what: "get pass of a cached revision",
  status: 200,
  texts: () => numbers.map((index) => passRequest(index)),
};

const KINDS: Readonly<Record<Dialect, readonly Kind[]>> = {
  sqlite: [
    { figure: "ws.list.sqlite", ...LIST },
    { figure: "ws.notModified.sqlite", ...NOT_MODIFIED },
    { figure: "ws.cached", ...CACHED },
  ],
  postgres: [
    { figure: "ws.list.postgres", ...LIST },
    { figure: "ws.notModified.postgres", ...NOT_MODIFIED },
  ],
};

/** Figures, and lines about them. */
export interface Measured {
  readonly figures: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** How fast the web service answers, against Node alone with the same bytes. The database holds 100,000 passes. */
export async function measureRequests(world: BenchWorld, serve: Program<ServeCommands>, dialect: Dialect): Promise<Measured> {
  const { origin, port } = await serve.call("address", undefined);
  const dates = await readDates(origin);
  const figures: Record<string, number> = {};
  const notes: string[] = [];
  for (const kind of KINDS[dialect]) {
    await world.load.call("prepare", { name: kind.figure, texts: kind.texts(dates) });
    const sample = await ask(origin, kind.texts(dates)[0] ?? "");
    const cost = new CpuCost(world.bare, serve);
    const { bare, load } = world;
    await bare.call("answerWith", sample);
    const { port: barePort } = await bare.call("address", undefined);
    const run = async (to: number, seconds: number): Promise<number> => {
      const settings = { port: to, requests: kind.figure, status: kind.status, connections: CONNECTIONS, seconds };
      const report = await load.call("run", settings);
      return report.answers / report.seconds;
    };
    await run(barePort, 1);
    await run(port, 1);
    const share = await measureShare(
      kind.figure,
      () => cost.count("bare", SECONDS, () => run(barePort, SECONDS)),
      () => cost.count("serve", SECONDS, () => run(port, SECONDS)),
    );
    figures[kind.figure] = share.share;
    const bytes = sample.body?.length ?? 0;
    notes.push(`${kind.what}, ${dialect} (${bytes} bytes): ${perSecond(share)}; ${cost.describe()}.`);
  }
  return { figures, notes };
}

function perSecond({ ours, limit, note }: Share): string {
  return `${ours.toFixed(0)} a second against ${limit.toFixed(0)} of bare \`node:http\`, ${note}`;
}

/** Processor time of both servers: it says the same as the rates, and other work on the machine changes it less. */
class CpuCost {
  readonly #programs: Readonly<Record<"bare" | "serve", Program<BareCommands> | Program<ServeCommands>>>;
  readonly #seconds = { bare: 0, serve: 0 };
  readonly #answers = { bare: 0, serve: 0 };

  constructor(bare: Program<BareCommands>, serve: Program<ServeCommands>) {
    this.#programs = { bare, serve };
  }

  async count(name: "bare" | "serve", seconds: number, run: () => Promise<number>): Promise<number> {
    const before = await readCpu(this.#programs[name]);
    const rate = await run();
    this.#seconds[name] += (await readCpu(this.#programs[name])) - before;
    this.#answers[name] += rate * seconds;
    return rate;
  }

  describe(): string {
    const micros = (name: "bare" | "serve"): number => (this.#seconds[name] / this.#answers[name]) * 1e6;
    const [bare, serve] = [micros("bare"), micros("serve")];
    return `${serve.toFixed(0)} µs of processor time each against ${bare.toFixed(0)} (${(bare / serve).toFixed(2)} ×)`;
  }
}

export async function readCpu(program: Program<BareCommands> | Program<ServeCommands>): Promise<number> {
  const { cpuSeconds } = await (program as Program<BareCommands>).call("usage", undefined);
  return cpuSeconds;
}

/** `Last-Modified` of the passes, which are built and cached by this. */
async function readDates(origin: string): Promise<readonly string[]> {
  const dates: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < SPREAD) {
      const index = next++;
      const answer = await fetch(`${origin}${passPath(index)}`, { headers: { authorization: deviceTokenHeader(index) } });
      await answer.arrayBuffer();
      dates[index] = answer.headers.get("last-modified") ?? "";
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return dates;
}

/** Headers that Node writes by itself, there as here. */
const OWN_HEADERS: ReadonlySet<string> = new Set(["date", "connection", "keep-alive"]);

/** Sends a request as it stands, and gives the answer with its headers as they came. */
function ask(origin: string, text: string): Promise<BareAnswer> {
  const [line = "", ...lines] = text.trim().split("\r\n");
  const headers = Object.fromEntries(lines.map((header) => header.split(": ", 2)));
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${origin}${line.split(" ")[1] ?? "/"}`, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const kept = response.rawHeaders.filter(
          (_, index, all) => !OWN_HEADERS.has((all[index - (index % 2)] ?? "").toLowerCase()),
        );
        resolve({ status: response.statusCode ?? 0, headers: kept, body: body.length === 0 ? null : body });
      });
    });
    request.on("error", reject).end();
  });
}
