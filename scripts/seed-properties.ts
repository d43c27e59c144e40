import * as fc from "fast-check";
import { inject } from "vitest";

/** Gives every property test the seed of this run, which a failure prints and `PASSWRIGHT_SEED` sets. */
declare module "vitest" {
  interface ProvidedContext {
    readonly seed: number;
  }
}

fc.configureGlobal({ seed: inject("seed") });
