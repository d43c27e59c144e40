import { availableParallelism } from "node:os";
import { measureRsaLimit } from "../machine.ts";
import type { BenchWorld } from "./bench-world.ts";
import { passRequest } from "./installation.ts";
import { CONNECTIONS, type Measured, readCpu, SECONDS } from "./measure-requests.ts";
import { measureShare } from "./rounds.ts";

/** Passes that are asked for once each, so that each must be built. */
const UNBUILT = 120_000;

/** Passes that nobody asked for yet: built and signed for each request, against the signatures that all cores make. */
export async function measureBuilds(world: BenchWorld): Promise<Measured> {
  const installation = await world.install("builds", "sqlite");
  const fill = await world.fill(installation);
  await fill.call("fill", { from: 0, to: UNBUILT, templateId: "typical", register: false });
  await fill.call("close", undefined);
  await fill.stop();
  const serve = await world.serve(installation);
  const { origin, port } = await serve.call("address", undefined);
  const texts = Array.from({ length: UNBUILT }, (_, index) => passRequest(index));
  await world.load.call("prepare", { name: "unbuilt", texts });
  let answers = 0;
  let bytes = 0;
  const run = async (seconds: number): Promise<number> => {
    const settings = { port, requests: "unbuilt", status: 200, connections: 2 * CONNECTIONS, seconds };
    const report = await world.load.call("run", settings);
    answers += report.answers;
    bytes = report.bytes / report.answers;
    return report.answers / report.seconds;
  };
  await run(2);
  const builtBefore = await readBuilds(origin);
  answers = 0;
  const cpu = await readCpu(serve);
  const share = await measureShare(
    "ws.build.vsRsaLimit",
    async () => measureRsaLimit(SECONDS),
    () => run(SECONDS + 1),
  );
  const micros = (((await readCpu(serve)) - cpu) / answers) * 1e6;
  const built = (await readBuilds(origin)) - builtBefore;
  if (built < answers) throw new Error(`${answers} passes were fetched and only ${built} built`);
  await serve.call("stop", undefined);
  await serve.stop();
  await installation.remove();
  const cores = availableParallelism();
  return {
    figures: { "ws.build.vsRsaLimit": share.share },
    notes: [
      `get pass that builds and signs (${(bytes / 1000).toFixed(0)} KB): ${share.ours.toFixed(0)} a second against ${share.limit.toFixed(0)} signatures of \`openssl speed -multi ${cores}\`, ${share.note}; ${micros.toFixed(0)} µs of processor time each. Every pass of ${texts.length} is asked for once; the generator runs on the same cores.`,
    ],
  };
}

/** By the metrics of the server. */
async function readBuilds(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^passwright_archive_builds_total\{outcome="built"\} (\d+)$/mu.exec(text)?.[1] ?? 0);
}
