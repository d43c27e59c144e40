import { onTestFinished } from "vitest";
import { readConfig } from "../../../src/config/read-config.ts";
import { type RunningServer, startServer } from "../../../src/process/start-server.ts";
import { PASS_TYPE } from "../../device-service/support/test-authority.ts";
import { type FaultWorld, openFaultWorld, TEMPLATE, tokenOf } from "./fault-world.ts";
import { type Fleet, openFleet } from "./fleet.ts";
import { valuesOf } from "./installation.ts";
import { Ledger } from "./ledger.ts";

/** A server in this process, with devices that hold its passes. */
export interface LoneServer {
  readonly world: FaultWorld;
  readonly server: RunningServer;
  readonly fleet: Fleet;
  readonly ledger: Ledger;
  /** What it logged at level "error". */
  readonly complaints: readonly string[];
  /** Changes a pass and gives what came of it; rejects as storage does. */
  change(serialNumber: string): Promise<{ readonly tag: number; readonly revision: number; readonly modifiedAt: number }>;
}

/** Starts it for a test, with one device that holds all the passes; all is ended with the test. */
export async function startLoneServer(options: {
  readonly serialNumbers: readonly string[];
  readonly databaseUrl?: string;
  readonly clock?: () => number;
}): Promise<LoneServer> {
  const { serialNumbers, databaseUrl, clock = Date.now } = options;
  const world = await openFaultWorld({ databaseUrl });
  onTestFinished(() => world.close());
  const complaints: string[] = [];
  const config = readConfig({ flags: world.flags, workingDirectory: world.folder });
  const server = await startServer(config, { writeLog: (lines) => complaints.push(lines), clock });
  onTestFinished(() => server.stop());
  const ledger = new Ledger();
  await server.storage.passes.create(
    serialNumbers.map((serialNumber) => ({
      passTypeIdentifier: PASS_TYPE,
      serialNumber,
      authenticationToken: tokenOf(serialNumber),
      templateId: TEMPLATE,
      templateVersion: 1,
      values: valuesOf(0),
    })),
    { now: clock() },
  );
  for (const serialNumber of serialNumbers) ledger.issue(serialNumber);
  const fleet = await openFleet({ world, ledger, size: 1, origin: () => server.origin, clock });
  for (const serialNumber of serialNumbers) await fleet.add(fleet.devices[0]!, serialNumber);
  return {
    world,
    server,
    fleet,
    ledger,
    complaints,
    change: async (serialNumber) => {
      const count = ledger.attempt(serialNumber);
      const change = { serialNumber, values: valuesOf(count) };
      const [result] = await server.storage.passes.change(PASS_TYPE, [change], { now: clock(), push: { kind: "now" } });
      if (result?.kind !== "changed") throw new Error(`the change came to ${result?.kind ?? "nothing"}`);
      ledger.acknowledge(serialNumber, count, result);
      server.wake();
      return result;
    },
  };
}
