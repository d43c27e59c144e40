import { createRandom } from "../../../../pass/test/soak/random.ts";
import { openFaultWorld } from "../support/fault-world.ts";
import { openFleet } from "../support/fleet.ts";
import { Installation } from "../support/installation.ts";
import { Ledger } from "../support/ledger.ts";
import { settle } from "../support/settle.ts";
import { startWriters } from "../support/writers.ts";
import { type ClaimSight, watchClaims } from "./claim-watch.ts";

/** What was found when several servers shared a database. */
export interface SharingReport extends Omit<ClaimSight, "faults"> {
  readonly servers: number;
  readonly seed: number;
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly pushes: number;
  readonly listings: number;
  readonly updates: number;
  /** In words: what was lost, hidden, gone back, claimed twice or answered wrongly. */
  readonly faults: readonly string[];
}

const PASSES = 24;
const DEVICES = 12;
const PASSES_PER_DEVICE = 4;

/**
 * Lets servers share a PostgreSQL database: each answers devices, writes and pushes. In the middle of each round one is killed and
 * the others go on without it; it comes back for the next one.
 *
 * @param changes - Acknowledged changes before the kill of each round, and again after it.
 */
export async function shareDatabase(options: {
  readonly databaseUrl: string;
  readonly servers: number;
  readonly rounds: number;
  readonly changes: number;
  readonly seed: number;
  readonly onProgress?: (round: number) => void;
}): Promise<SharingReport> {
  const { databaseUrl, servers, rounds, changes, seed, onProgress } = options;
  const random = createRandom(seed, 2);
  const world = await openFaultWorld({ databaseUrl });
  const installation = new Installation(world, { servers });
  const ledger = new Ledger();
  const watch = await watchClaims(databaseUrl);
  try {
    const places = Array.from({ length: servers }, (_, place) => place);
    for (const place of places) await installation.start(place);
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
    world.standIn.setLatency(5);
    const writers = startWriters({ installation, ledger, serialNumbers, lanes: 6, random });
    for (let round = 1; round <= rounds; round += 1) {
      await writers.acknowledged(changes);
      const victim = random.pick(places);
      await installation.kill(victim);
      await writers.acknowledged(changes);
      await writers.pause();
      await settle({ installation, fleet, ledger, world, serialNumbers });
      if (ledger.faults.length + fleet.faults.length > 0) break;
      if (round < rounds) await installation.start(victim);
      writers.resume();
      onProgress?.(round);
    }
    await writers.stop();
    const { faults, ...sight } = await watch.look();
    return {
      servers,
      seed,
      kills: installation.kills,
      acknowledged: ledger.acknowledged,
      unanswered: writers.unanswered,
      pushes: world.standIn.counts.delivered,
      listings: ledger.listings,
      updates: fleet.updates,
      ...sight,
      faults: [...ledger.faults, ...ledger.hiddenUpdates(), ...fleet.faults, ...installation.complaints, ...faults],
    };
  } finally {
    await watch.close();
    await installation.close();
    await world.close();
  }
}
