import { expect, test } from "vitest";
import { runSoak, SOAK_KINDS } from "./run-soak.ts";
import { loadSamples } from "./samples.ts";

/** `npm run soak` makes 50,000 of them, with a bound on each one's time and on memory. */
const CASES = 2_000;
const SEED = 20_260_301;

test(
  `of ${CASES} changed passes, manifests, signatures and translations none brings down a reader`,
  { timeout: 240_000 },
  async () => {
    const { tallies, failures } = await runSoak({ samples: await loadSamples(), seed: SEED, cases: CASES });
    expect(failures).toEqual([]);
    for (const kind of SOAK_KINDS) {
      const { cases, refused, findings, slowestMs, slowest } = tallies[kind];
      expect(refused + findings, kind).toBe(cases);
      // Cases that are all refused at their first byte, or all taken, would prove nothing.
      expect(Math.min(refused, findings), kind).toBeGreaterThan(cases / 100);
      // Generous, for a busy machine: what this catches takes minutes.
      expect(slowestMs, `${kind}, case ${slowest}`).toBeLessThan(5_000);
    }
  },
);
