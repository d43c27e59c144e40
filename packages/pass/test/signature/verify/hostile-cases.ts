import type { AddCase, SignatureCase } from "./cases.ts";
import { addAuthorityCases, addLeafCases, addLinkCases, addSearchCases } from "./hostile-chain-cases.ts";
import { addContentCases, addSignerCases } from "./hostile-content-cases.ts";
import type { World } from "./world.ts";

/** Signatures that must not be believed, each for one reason alone. */
export async function hostileCases(world: World): Promise<readonly SignatureCase[]> {
  const cases: SignatureCase[] = [];
  const add: AddCase = async (name, guards, expected, input) => {
    cases.push({ name, guards, expected, input: await input });
  };
  await addContentCases(world, add);
  await addSignerCases(world, add);
  await addLinkCases(world, add);
  await addAuthorityCases(world, add);
  await addSearchCases(world, add);
  await addLeafCases(world, add);
  return cases;
}
