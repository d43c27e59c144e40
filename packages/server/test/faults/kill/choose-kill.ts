import type { Random } from "../../../../pass/test/soak/random.ts";
import type { FaultWorld } from "../support/fault-world.ts";
import type { Installation } from "../support/installation.ts";
import type { Writers } from "../support/writers.ts";

/** When a server is killed: so many milliseconds after a change was acknowledged, or on one of the next acknowledgements or pushes. */
const MOMENTS = ["by chance", "on an acknowledgement", "on a push"] as const;

/** Kills the only server at a moment by chance. Resolves with whether a push had just been delivered. */
export async function chooseKill(parts: {
  readonly installation: Installation;
  readonly writers: Writers;
  readonly world: FaultWorld;
  readonly random: Random;
}): Promise<boolean> {
  const { installation, writers, world, random } = parts;
  // Life begins with the first acknowledged change: how long a server takes to start is of no interest.
  await writers.acknowledged(1);
  const ended = installation.ended(0);
  switch (random.pick(MOMENTS)) {
    case "by chance":
      await new Promise((resolve) => {
        setTimeout(resolve, random.below(400));
      });
      break;
    case "on an acknowledgement":
      await writers.acknowledged(1 + random.below(40));
      break;
    case "on a push":
      // Delivered, and not yet recorded.
      await world.delivered(1 + random.below(20), ended);
      break;
  }
  const { isPushing } = world;
  await installation.kill(0);
  return isPushing;
}
