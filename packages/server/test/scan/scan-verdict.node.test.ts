import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ScanRule } from "@passwright/pass";
import { judgeScan, type PassUse, SCAN_REASONS, toUnits, UNUSED } from "../../src/scan/scan-verdict.ts";
import { scanRule } from "../storage/contract/samples.ts";
import { scanWords } from "../../src/scan/scan-words.ts";

const RULE: ScanRule = scanRule("once");

const SCAN = { at: 1000, gate: null, direction: "in", amount: null } as const;
const PASS = { voided: false, expiresAt: null, values: "{}" };

test("whatever the order of scans, a rule lets in no more often than it says, and in turns where it counts inside", () => {
  const rules = fc.record({
    kind: fc.constantFrom("once", "times", "unlimited", "in-out" as const),
    times: fc.integer({ min: 1, max: 5 }),
  });
  const moves = fc.array(fc.constantFrom("in", "out" as const), { maxLength: 30 });
  fc.assert(
    fc.property(rules, moves, ({ kind, times }, directions) => {
      const rule: ScanRule = { ...RULE, kind, times: kind === "times" || kind === "in-out" ? times : null };
      let use: PassUse = UNUSED;
      let [ins, inside] = [0, 0];
      for (const direction of directions) {
        const verdict = judgeScan(rule, PASS, use, { ...SCAN, direction });
        if (verdict.reason !== null) {
          expect(verdict.change).toBeNull();
          continue;
        }
        const isOut = kind === "in-out" && direction === "out";
        ins += isOut ? 0 : 1;
        inside += isOut ? -1 : 1;
        use = { uses: verdict.uses, inside: verdict.inside ?? false, lastAt: null, lastGate: null, lastScanId: null };
        if (kind === "in-out") expect([0, 1]).toContain(inside);
      }
      const most = kind === "once" ? 1 : kind === "unlimited" ? Number.POSITIVE_INFINITY : times;
      expect(ins).toBeLessThanOrEqual(most);
      expect(use.uses).toBe(ins);
    }),
  );
});

test("amounts are exact to four decimals, and what is taken is what is missing afterwards", () => {
  const amount = fc.integer({ min: 1, max: 1_000_000_000 }).map((units) => units / 10_000);
  fc.assert(
    fc.property(amount, amount, (balance, taken) => {
      const rule: ScanRule = { ...RULE, kind: "balance", balance: "left" };
      const pass = { ...PASS, values: JSON.stringify({ left: balance }) };
      const verdict = judgeScan(rule, pass, UNUSED, { ...SCAN, amount: taken });
      expect(verdict.reason).toBe(taken > balance ? "balance-too-low" : null);
      const left = Math.round(balance * 10_000) - (verdict.reason === null ? Math.round(taken * 10_000) : 0);
      expect(verdict.balance).toBe(left / 10_000);
    }),
  );
  for (const odd of [-1, 0.00001, 1e12, Number.NaN, "5", null]) expect(toUnits(odd)).toBeNull();
});

test("a value that is called like a member of objects is a value like any other", () => {
  for (const count of ["__proto__", "constructor", "toString"]) {
    const verdict = judgeScan({ ...RULE, count }, { ...PASS, values: '{"__proto__":{"a":1}}' }, UNUSED, SCAN);
    const changed = JSON.parse(verdict.change?.values ?? "{}") as object;
    expect(Object.getOwnPropertyDescriptor(changed, count)?.value).toBe(1);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  }
});

test("every reason has words for the door, and the one in the way is named", () => {
  const previous = { at: Date.parse("2027-05-01T19:04:59Z"), gate: "north", scanId: "scan_1" };
  const verdict = { remaining: 0, inside: null, balance: null, previous };
  for (const reason of Object.keys(SCAN_REASONS) as (keyof typeof SCAN_REASONS)[]) {
    expect(scanWords({ ...verdict, reason }, { direction: "in", amount: null })).toMatch(/^[A-Z]/u);
  }
  expect(scanWords({ ...verdict, reason: "already-used" }, SCAN)).toBe("Used already: 2027-05-01 19:04 UTC, north");
  expect(scanWords({ ...verdict, reason: null, remaining: 3 }, SCAN)).toBe("Valid, 3 left");
  expect(scanWords({ ...verdict, reason: null, inside: false }, { direction: "out", amount: null })).toBe("Out");
  expect(scanWords({ ...verdict, reason: null, balance: 7.5 }, { direction: "in", amount: 2.5 })).toBe("2.5 taken, 7.5 left");
});
