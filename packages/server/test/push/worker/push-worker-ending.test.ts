import { describe, expect, test } from "vitest";
import { PATIENT } from "../support/patience.ts";
import { DELIVERED, setWorker, writePushes } from "../support/worker-setting.ts";

describe("storage that fails", () => {
  test("to record loses no outcome", async () => {
    const { queue, worker, alerts } = setWorker(() => DELIVERED);
    queue.failures.record.push(new Error("locked"), new Error("locked"));
    writePushes(queue, 20);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.outcomes).toHaveLength(20);
    expect(alerts).toMatchObject([{ kind: "storage", words: "Storage fails: locked" }]);
  });

  test("to claim is asked again", async () => {
    const { queue, worker, alerts } = setWorker(() => DELIVERED);
    queue.failures.claim.push(new Error("gone"));
    writePushes(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(alerts).toMatchObject([{ kind: "storage" }]);
  });
});

describe("stopping", () => {
  test("finishes and records what is under way, and gives the rest back", async () => {
    const { queue, worker } = setWorker(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return DELIVERED;
      },
      { concurrency: 5, claimLimit: 50 },
    );
    writePushes(queue, 100);
    worker.start();
    await expect.poll(() => worker.statistics.underWay, PATIENT).toBe(5);
    await worker.stop();
    expect(worker.statistics).toMatchObject({ underWay: 0, ahead: 0, unrecorded: 0 });
    expect(queue.outcomes.length).toBe(100 - queue.size);
    const rest = await queue.claim({ worker: "next", limit: 1000, now: Date.now(), leaseMs: 1000 });
    expect(rest).toHaveLength(queue.size);
  });

  test("in a hurry gives what is under way back too", async () => {
    const { queue, worker } = setWorker(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        }),
    );
    writePushes(queue, 10);
    worker.start();
    await expect.poll(() => worker.statistics.underWay, PATIENT).toBe(10);
    await worker.stop({ signal: AbortSignal.abort() });
    expect(queue.outcomes).toEqual([]);
    expect(await queue.claim({ worker: "next", limit: 100, now: Date.now(), leaseMs: 1000 })).toHaveLength(10);
  });

  test("before it was started, and twice, is no fault", async () => {
    const { worker } = setWorker(() => DELIVERED);
    await Promise.all([worker.stop(), worker.stop()]);
    worker.start();
    expect(worker.statistics.underWay).toBe(0);
  });
});
