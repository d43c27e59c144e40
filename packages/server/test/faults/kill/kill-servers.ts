import { createRandom } from "../../../../pass/test/soak/random.ts";
import { openFaultWorld } from "../support/fault-world.ts";
import { openFleet } from "../support/fleet.ts";
import { Ledger } from "../support/ledger.ts";
import { chooseKill } from "./choose-kill.ts";
import { Installation } from "../support/installation.ts";
import { settle } from "../support/settle.ts";
import { startWriters } from "../support/writers.ts";

/** What was found after the kills. */
export interface ServerKillReport {
  readonly database: "sqlite" | "postgres";
  readonly seed: number;
  readonly kills: number;
  /** Changes that a server said were written. */
  readonly acknowledged: number;
  /** Changes that a kill left without an answer. */
  readonly unanswered: number;
  /** Kills while a push was with the stand-in, or had just been taken by it. */
  readonly killsWithPushesUnderWay: number;
  readonly pushes: number;
  readonly listings: number;
  readonly updates: number;
  readonly checks: number;
  /** In words: what was lost, hidden, gone back or answered wrongly. */
  readonly faults: readonly string[];
}

export interface ServerKillOptions {
  /** URL of an empty PostgreSQL database; null: SQLite. */
  readonly databaseUrl: string | null;
  readonly kills: number;
  readonly seed: number;
  /** Kills between two looks at everything. */
  readonly killsPerCheck?: number;
  readonly onProgress?: (kills: number) => void;
}

const PASSES = 12;
const DEVICES = 6;
const PASSES_PER_DEVICE = 4;

/** Longer than a claim of a killed server is held: to the next one it is long over. */
const AWAY_MS = 6 * 60_000;

/**
 * Lets servers answer devices, write changes and push, and kills each with SIGKILL in the middle of it: at a moment by chance, on
 * the acknowledgement of a change, or when a push has just been delivered and nobody wrote that down. Whatever was acknowledged
 * must reach every device by push, list and fetch.
 */
export async function killServers(options: ServerKillOptions): Promise<ServerKillReport> {
  const { databaseUrl, kills, seed, killsPerCheck = 5, onProgress } = options;
  const random = createRandom(seed, databaseUrl === null ? 0 : 1);
  const world = await openFaultWorld({ databaseUrl: databaseUrl ?? undefined });
  const installation = new Installation(world, { servers: 1 });
  const ledger = new Ledger();
  let [killsWithPushesUnderWay, checks] = [0, 0];
  try {
    await installation.start(0);
    const serialNumbers = Array.from({ length: PASSES }, (_, index) => `pass-${index}`);
    await installation.issue(serialNumbers, ledger);
    const fleet = await openFleet({
      world,
      ledger,
      size: DEVICES,
      origin: () => installation.origin(),
      clock: () => installation.now,
    });
    const owned = Array.from({ length: PASSES_PER_DEVICE }, (_, place) => place);
    await Promise.all(
      fleet.devices.flatMap((device, index) =>
        owned.map((place) => fleet.add(device, serialNumbers[(index * 2 + place) % PASSES] ?? "")),
      ),
    );
    const writers = startWriters({ installation, ledger, serialNumbers, lanes: 4, random });
    let churn = Promise.resolve();
    for (let kill = 1; kill <= kills; kill += 1) {
      world.standIn.setLatency(random.pick([0, 5, 20]));
      if (random.below(2) === 0) churn = churn.then(changeHands);
      if (await chooseKill({ installation, writers, world, random })) killsWithPushesUnderWay += 1;
      ledger.raiseFloor();
      installation.advance(AWAY_MS);
      await installation.start(0);
      void fleet.runDue();
      if (kill % killsPerCheck === 0 || kill === kills) {
        await writers.pause();
        await churn;
        await settle({ installation, fleet, ledger, world, serialNumbers });
        checks += 1;
        if (ledger.faults.length + fleet.faults.length > 0) break;
        writers.resume();
      }
      onProgress?.(kill);
    }
    await writers.stop();

    /** A device gives a pass away and takes it again, while its server is being killed. */
    async function changeHands(): Promise<void> {
      const device = random.pick(fleet.devices);
      const { serialNumber } = random.pick(device.wallet.passes);
      await fleet.remove(device, serialNumber);
      await fleet.add(device, serialNumber);
    }

    return {
      database: databaseUrl === null ? "sqlite" : "postgres",
      seed,
      kills: installation.kills,
      acknowledged: ledger.acknowledged,
      unanswered: writers.unanswered,
      killsWithPushesUnderWay,
      pushes: world.standIn.counts.delivered,
      listings: ledger.listings,
      updates: fleet.updates,
      checks,
      faults: [...ledger.faults, ...ledger.hiddenUpdates(), ...fleet.faults, ...installation.complaints],
    };
  } finally {
    await installation.close();
    await world.close();
  }
}
