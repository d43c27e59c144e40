import { joinChunks, PassBundle } from "@passwright/pass";
import { placeCredentials } from "./credentials.ts";
import { forgedCard, signedCard } from "./passes.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

/** A folder with passes to be checked. */
export async function passWorld(options?: WorldOptions): Promise<World> {
  const world = await createWorld(options);
  await placeCredentials(world);
  await world.write("good.pkpass", await signedCard());
  await world.write("forged.pkpass", await forgedCard());
  return world;
}

/** Passes in one file. */
export async function bundleOf(...passes: readonly Uint8Array[]): Promise<Uint8Array> {
  return joinChunks((await PassBundle.create(passes)).toChunks());
}
