import { describe, expect, test } from "vitest";
import { verifySignature } from "../../../src/signature/verify-signature.ts";
import { factsOf } from "./cases.ts";
import { honestCases } from "./honest-cases.ts";
import { hostileCases } from "./hostile-cases.ts";
import { revocationCases } from "./revocation-cases.ts";
import { createWorld } from "./world.ts";

const world = await createWorld();
const honest = await honestCases(world);
const hostile = await hostileCases(world);
const revocation = await revocationCases(world);

describe("is believed: a signature", () => {
  test.each(honest)("$name", async ({ input, expected }) => {
    expect(factsOf(await verifySignature(input), expected)).toEqual(expected);
  });
});

describe("is not believed:", () => {
  test.each(hostile)("$name", async ({ input, expected }) => {
    expect(factsOf(await verifySignature(input), expected)).toEqual(expected);
  });
});

describe("revocation:", () => {
  test.each(revocation)("$name", async ({ input, expected }) => {
    expect(factsOf(await verifySignature(input), expected)).toEqual(expected);
  });
});
