import type { BenchWorld } from "./bench-world.ts";
import type { Measured } from "./measure-requests.ts";
import { startProgram } from "./program.ts";
import type { DevicesCommands } from "./programs/devices.ts";

const DEVICES = 10_000;
const LIMIT_SECONDS = 180;
/** 2033, as pass.json has it. */
const EXPIRES_AT = 2_000_000_000;
const EXPIRATION_DATE = "2033-05-18T03:33:20Z";

/** All devices of a server are told at once; each asks what changed and fetches a pass that must be built and signed. */
export async function measureHerd(world: BenchWorld, count = DEVICES): Promise<Measured> {
  const installation = await world.install("herd", "sqlite");
  const fill = await world.fill(installation);
  await fill.call("fill", { from: 0, to: count, templateId: "members", register: false });
  await fill.call("close", undefined);
  await fill.stop();
  await using devices = await startProgram<DevicesCommands>("devices", { settings: world.apnsSettings });
  const serve = await world.serve(installation, (await devices.call("address", undefined)).origin);
  const { origin } = await serve.call("address", undefined);
  const started = performance.now();
  await devices.call("install", { origin, count });
  console.log(`  herd: ${count} devices hold their passes after ${((performance.now() - started) / 1000).toFixed(0)} s`);
  await devices.call("expect", { expirationDate: EXPIRATION_DATE });
  const cpu = (await serve.call("usage", undefined)).cpuSeconds;
  const wish = { templateId: "members", expected: count, expiresAt: EXPIRES_AT } as const;
  const { at } = await serve.call("changeTemplate", wish);
  const report = await devices.call("waitForAll", { since: at, seconds: LIMIT_SECONDS });
  const { cpuSeconds, peakRssMB } = await serve.call("usage", undefined);
  await serve.call("stop", undefined);
  await serve.stop();
  const { holding, seconds, halfSeconds, statuses, refused, firstRefusal, fullChecks } = report;
  console.log(`  herd: ${JSON.stringify(report)}`);
  if (holding < count) throw new Error(`only ${holding} of ${count} devices hold the new revision: ${firstRefusal ?? "?"}`);
  const failed = Object.entries(statuses)
    .filter(([status]) => Number(status) >= 500 || Number(status) === 0)
    .reduce((sum, [, count]) => sum + count, 0);
  return {
    figures: { "herd.seconds": seconds, "herd.failures": failed + refused },
    notes: [
      `herd: ${holding} devices hold the new revision, half of them after ${halfSeconds.toFixed(1)} s; answers by status ${JSON.stringify(statuses)}; every device checked its pass against the manifest, ${fullChecks} in full. The server took ${(cpuSeconds - cpu).toFixed(1)} s of processor time and at most ${peakRssMB.toFixed(0)} MB; it ran beside the devices on the same cores.`,
    ],
  };
}
