import type { FaultWorld } from "./fault-world.ts";
import type { Fleet } from "./fleet.ts";
import type { Installation } from "./installation.ts";
import type { Ledger } from "./ledger.ts";

/** How long all may take to come to rest, by the machine's clock. */
const PATIENCE_MS = 60_000;
/** Between two looks. */
const LOOK_MS = 40;
/** How long no push must have gone out before the clock is moved: a claim that is still held must not run out. */
const QUIET_MS = 300;
/** Past what a claim is held for, and what a device waits after its first failures. */
const STEP_MS = 6 * 60_000;

/**
 * Waits until every device shows what storage holds and nothing is left to push; then looks at everything. Devices are helped by
 * nothing but time: while all is quiet the clock is moved, so that what waits for it comes about.
 */
export async function settle(parts: {
  readonly installation: Installation;
  readonly fleet: Fleet;
  readonly ledger: Ledger;
  readonly world: FaultWorld;
  readonly serialNumbers: readonly string[];
}): Promise<void> {
  const { installation, fleet, ledger, world, serialNumbers } = parts;
  const deadline = performance.now() + PATIENCE_MS;
  let [quietSince, seen] = [performance.now(), -1];
  for (;;) {
    const open = await openEnds(parts);
    if (open.length === 0) break;
    if (performance.now() > deadline) {
      ledger.faults.push(...open);
      return;
    }
    await fleet.settle();
    const { requests } = world.standIn.counts;
    if (requests !== seen) [quietSince, seen] = [performance.now(), requests];
    if (performance.now() - quietSince > QUIET_MS) {
      installation.advance(STEP_MS);
      quietSince = performance.now();
      await fleet.runDue();
    }
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
  ledger.faults.push(...(await wrongInStorage(installation, ledger, serialNumbers)));
}

/** What is not yet as it must become. */
async function openEnds({
  installation,
  fleet,
  serialNumbers,
}: Pick<Parameters<typeof settle>[0], "installation" | "fleet" | "serialNumbers">): Promise<readonly string[]> {
  const read = await installation.read(serialNumbers);
  const truth = new Map(read.map(({ pass }) => [pass?.serialNumber ?? "", countOf(pass?.values ?? "")]));
  const open: string[] = [];
  for (const device of fleet.devices) {
    open.push(...(await fleet.differences(device, truth)));
    const held = new Set(device.wallet.passes.map(({ serialNumber }) => serialNumber));
    for (const { pass, registrations } of read) {
      const serialNumber = pass?.serialNumber ?? "";
      const isRegistered = registrations.some(({ pushToken }) => pushToken === device.wallet.pushToken);
      if (isRegistered !== held.has(serialNumber)) {
        open.push(`${device.name} is ${isRegistered ? "" : "not "}registered for ${serialNumber}`);
      }
    }
  }
  const { pushesDue, pushesWaiting } = await installation.statistics();
  if (pushesDue + pushesWaiting > 0) open.push(`${pushesDue} pushes are due and ${pushesWaiting} wait`);
  return open;
}

/** What storage holds and cannot have been told to. */
async function wrongInStorage(
  installation: Installation,
  ledger: Ledger,
  serialNumbers: readonly string[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [index, { pass }] of (await installation.read(serialNumbers)).entries()) {
    const serialNumber = serialNumbers[index] ?? "";
    const { revision, tag, acknowledged, attempted } = ledger.line(serialNumber);
    if (pass === null) {
      wrong.push(`${serialNumber} is gone`);
      continue;
    }
    const count = countOf(pass.values);
    if (!ledger.isPossible(serialNumber, count)) {
      wrong.push(`${serialNumber} is at ${count}, was acknowledged at ${acknowledged} and asked for up to ${attempted}`);
    }
    if (pass.revision < revision || pass.tag < tag) {
      wrong.push(`${serialNumber} was acknowledged at revision ${revision} (tag ${tag}) and is at ${pass.revision} (${pass.tag})`);
    }
  }
  return wrong;
}

function countOf(values: string): number {
  return Number(/\d+/u.exec(values)?.[0] ?? Number.NaN);
}
