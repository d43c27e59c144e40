import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { DRAWING_LIMITS } from "../../src/picture/picture-limits.ts";
import type { DrawingCost } from "./measure-cost.ts";

let costs: readonly DrawingCost[] = [];

beforeAll(async () => {
  const script = fileURLToPath(new URL("measure-cost.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--conditions=@passwright/source", script], {
    maxBuffer: 16 * 2 ** 20,
  });
  costs = JSON.parse(stdout) as DrawingCost[];
}, 180_000);

/** Those that cost too much, in words. */
function beyond(key: "milliseconds" | "growth", limit: number): readonly string[] {
  const found = costs.filter((cost) => !(cost[key] < limit));
  return found.map((cost) => `${cost.pass}, ${cost.view}: ${cost[key].toFixed(0)}`);
}

test("every hostile pass is drawn in every way", () => {
  expect(new Set(costs.map(({ pass }) => pass)).size).toBeGreaterThan(40);
  expect(new Set(costs.map(({ view }) => view)).size).toBe(10);
});

test("no drawing of a hostile pass takes more processor time than the limit", () => {
  expect(beyond("milliseconds", DRAWING_LIMITS.time)).toEqual([]);
});

test("no drawing of a hostile pass takes more memory than the limit", () => {
  expect(beyond("growth", DRAWING_LIMITS.memory)).toEqual([]);
});
