import { describe, expect, test } from "vitest";
import type { ClaimedPush } from "../../../src/push/push-queue.ts";
import type { PushResult } from "../../../src/push/push-sender.ts";
import { PASS_TYPE, tokenOf } from "../support/credentials.ts";
import { MemoryPushQueue } from "../support/memory-push-queue.ts";
import { PATIENT } from "../support/patience.ts";
import { countOutcomes, DELIVERED, setWorker, writePushes } from "../support/worker-setting.ts";

describe("a worker", () => {
  test("sends what is due and records it, in batches", async () => {
    const { queue, worker } = setWorker(() => DELIVERED, { claimLimit: 100 });
    writePushes(queue, 1000);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)).toEqual({ delivered: 1000 });
    expect(worker.statistics).toMatchObject({ delivered: 1000, underWay: 0, ahead: 0, unrecorded: 0 });
  });

  test("has no more under way than it may", async () => {
    let underWay = 0;
    let most = 0;
    const { queue, worker } = setWorker(
      async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 1));
        underWay -= 1;
        return DELIVERED;
      },
      { concurrency: 10, claimLimit: 50 },
    );
    writePushes(queue, 200);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(most).toBe(10);
  });

  test("finds new work at once when it is woken, and asks seldom when there is none", async () => {
    const { queue, worker } = setWorker(() => DELIVERED, { pollMs: 60_000 });
    worker.start();
    await expect.poll(() => queue.claims, PATIENT).toBeGreaterThan(0);
    const asked = queue.claims;
    writePushes(queue, 1);
    worker.wake();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.claims - asked).toBeLessThanOrEqual(3);
  });

  test("finds work of other processes without being woken", async () => {
    const { queue, worker } = setWorker(() => DELIVERED, { pollMs: 20 });
    worker.start();
    await expect.poll(() => queue.claims, PATIENT).toBeGreaterThan(0);
    writePushes(queue, 1);
    await expect.poll(() => queue.size, PATIENT).toBe(0);
  });

  test("honours due times: what is due later is sent later", async () => {
    let now = 1000;
    const sent: string[] = [];
    const { queue, worker } = setWorker(
      ({ pushToken }) => {
        sent.push(pushToken);
        return DELIVERED;
      },
      { clock: () => now, pollMs: 10 },
    );
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) }, 1000);
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(2) }, 5000);
    worker.start();
    await expect.poll(() => sent, PATIENT).toEqual([tokenOf(1)]);
    const claims = queue.claims;
    await expect.poll(() => queue.claims, PATIENT).toBeGreaterThan(claims + 1);
    expect(sent).toEqual([tokenOf(1)]);
    now = 5000;
    await expect.poll(() => sent, PATIENT).toEqual([tokenOf(1), tokenOf(2)]);
  });

  test("does not delete a push that was written again while it was under way", async () => {
    const { queue, worker } = setWorker(({ version }) => {
      if (version === 1) queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) });
      return DELIVERED;
    });
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) });
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.outcomes.map(({ push }) => push.version)).toEqual([1, 2]);
  });

  test("of several each takes its own", async () => {
    const queue = new MemoryPushQueue();
    const seen: string[] = [];
    const answer = ({ pushToken }: ClaimedPush): PushResult => {
      seen.push(pushToken);
      return DELIVERED;
    };
    writePushes(queue, 500);
    const pair = ["a", "b"].map((worker) => setWorker(answer, { queue, worker, claimLimit: 20, concurrency: 20 }).worker);
    for (const worker of pair) worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(new Set(seen).size).toBe(500);
    expect(seen).toHaveLength(500);
  });

  test("does not begin a push whose lease may end before its answer: another worker may have it", async () => {
    let now = 0;
    const claimed: string[] = [];
    const sent: string[] = [];
    const { queue, worker } = setWorker(
      ({ pushToken }) => {
        sent.push(pushToken);
        if (pushToken === tokenOf(0)) now = 1000;
        return DELIVERED;
      },
      { clock: () => now, concurrency: 1, leaseMs: 1000 },
    );
    const claim = queue.claim.bind(queue);
    queue.claim = async (options) => {
      const pushes = await claim(options);
      claimed.push(...pushes.map(({ pushToken }) => pushToken));
      return pushes;
    };
    writePushes(queue, 2);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(sent).toEqual([tokenOf(0), tokenOf(1)]);
    expect(claimed.filter((token) => token === tokenOf(1))).toHaveLength(2);
  });

  test("records an app without a push service as failed, and alerts nobody", async () => {
    const { queue, worker, alerts } = setWorker(() => DELIVERED);
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: "t", deviceKind: "attido" });
    worker.start();
    await expect.poll(() => queue.outcomes, PATIENT).toMatchObject([{ kind: "failed", reason: "no push service for attido" }]);
    expect(alerts).toEqual([]);
  });

  test("makes due what a clock that was set back has put off, at its start and when it sees the clock go back", async () => {
    let now = 10_000_000;
    const hastened: number[] = [];
    const { queue, worker } = setWorker(() => DELIVERED, { clock: () => now, pollMs: 10, leaseMs: 1000 });
    const hasten = queue.hasten.bind(queue);
    queue.hasten = (options) => {
      hastened.push(options.laterThan - options.now);
      return hasten(options);
    };
    // Put off by an hour, as long as no back-off is; and one that is to go out in an hour.
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1), attempts: 1 }, now + 3_600_000);
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(2) }, now + 3_600_000);
    worker.start();
    await expect.poll(() => queue.outcomes.map(({ push }) => push.pushToken), PATIENT).toEqual([tokenOf(1)]);
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(3), attempts: 1 }, now + 1000);
    now -= 7_200_000;
    await expect.poll(() => queue.outcomes.map(({ push }) => push.pushToken), PATIENT).toEqual([tokenOf(1), tokenOf(3)]);
    expect(queue.size).toBe(1);
    expect(hastened).toEqual([2000, 2000]);
  });
});

test.each(["concurrency", "claimLimit", "leaseMs", "pollMs", "recordLimit", "maxAttempts"])(
  "an option %s of 0 is refused",
  (name) => {
    expect(() => setWorker(() => DELIVERED, { [name]: 0 })).toThrow(expect.objectContaining({ code: "ERR_PUSH_OPTION" }));
  },
);
