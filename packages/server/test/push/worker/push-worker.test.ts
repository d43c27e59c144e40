import { afterEach, describe, expect, test } from "vitest";
import type { ClaimedPush, PushOutcome } from "../../../src/push/push-queue.ts";
import type { PushResult, PushSender } from "../../../src/push/push-sender.ts";
import type { PushAlert } from "../../../src/push/worker/push-alert.ts";
import { createPushWorker, type PushWorker } from "../../../src/push/worker/push-worker.ts";
import type { PushWorkerOptions } from "../../../src/push/worker/push-worker-options.ts";
import { PASS_TYPE, tokenOf } from "../support/credentials.ts";
import { MemoryPushQueue } from "../support/memory-push-queue.ts";
import { PATIENT } from "../support/patience.ts";

const workers: PushWorker[] = [];

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop({ signal: AbortSignal.abort() });
});

/** A sender whose answers the test decides. */
function senderOf(answer: (push: ClaimedPush, signal: AbortSignal | undefined) => PushResult | Promise<PushResult>): PushSender {
  return { send: async (push, { signal } = {}) => answer(push, signal), close: () => Promise.resolve() };
}

interface Setting {
  readonly queue: MemoryPushQueue;
  readonly worker: PushWorker;
  readonly alerts: PushAlert[];
}

function set(
  answer: (push: ClaimedPush, signal: AbortSignal | undefined) => PushResult | Promise<PushResult>,
  options: Partial<PushWorkerOptions> = {},
): Setting {
  const queue = (options.queue as MemoryPushQueue | undefined) ?? new MemoryPushQueue();
  const alerts: PushAlert[] = [];
  const worker = createPushWorker({
    senders: new Map([["apple", senderOf(answer)]]),
    worker: "w1",
    recordDelayMs: 1,
    pollMs: 30,
    backOff: { firstMs: 1, mostMs: 5 },
    onAlert: (alert) => alerts.push(alert),
    ...options,
    queue,
  });
  workers.push(worker);
  return { queue, worker, alerts };
}

function write(queue: MemoryPushQueue, count: number, passTypeIdentifier = PASS_TYPE): void {
  for (let index = 0; index < count; index += 1) queue.write({ passTypeIdentifier, pushToken: tokenOf(index) });
}

const delivered: PushResult = { kind: "delivered" };

function countOutcomes(outcomes: readonly PushOutcome[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe("a worker", () => {
  test("sends what is due and records it, in batches", async () => {
    const { queue, worker } = set(() => delivered, { claimLimit: 100 });
    write(queue, 1000);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)).toEqual({ delivered: 1000 });
    expect(worker.statistics).toMatchObject({ delivered: 1000, underWay: 0, ahead: 0, unrecorded: 0 });
  });

  test("has no more under way than it may", async () => {
    let underWay = 0;
    let most = 0;
    const { queue, worker } = set(
      async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setTimeout(resolve, 1));
        underWay -= 1;
        return delivered;
      },
      { concurrency: 10, claimLimit: 50 },
    );
    write(queue, 200);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(most).toBe(10);
  });

  test("finds new work at once when it is woken, and asks seldom when there is none", async () => {
    const { queue, worker } = set(() => delivered, { pollMs: 60_000 });
    worker.start();
    await expect.poll(() => queue.claims, PATIENT).toBeGreaterThan(0);
    const asked = queue.claims;
    write(queue, 1);
    worker.wake();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.claims - asked).toBeLessThanOrEqual(3);
  });

  test("finds work of other processes without being woken", async () => {
    const { queue, worker } = set(() => delivered, { pollMs: 20 });
    worker.start();
    await expect.poll(() => queue.claims, PATIENT).toBeGreaterThan(0);
    write(queue, 1);
    await expect.poll(() => queue.size, PATIENT).toBe(0);
  });

  test("honours due times: what is due later is sent later", async () => {
    let now = 1000;
    const sent: string[] = [];
    const { queue, worker } = set(
      ({ pushToken }) => {
        sent.push(pushToken);
        return delivered;
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
    const { queue, worker } = set(({ version }) => {
      if (version === 1) queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) });
      return delivered;
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
      return delivered;
    };
    write(queue, 500);
    const pair = ["a", "b"].map((worker) => set(answer, { queue, worker, claimLimit: 20, concurrency: 20 }).worker);
    for (const worker of pair) worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(new Set(seen).size).toBe(500);
    expect(seen).toHaveLength(500);
  });

  test("does not begin a push whose lease may end before its answer: another worker may have it", async () => {
    let now = 0;
    const claimed: string[] = [];
    const sent: string[] = [];
    const { queue, worker } = set(
      ({ pushToken }) => {
        sent.push(pushToken);
        if (pushToken === tokenOf(0)) now = 1000;
        return delivered;
      },
      { clock: () => now, concurrency: 1, leaseMs: 1000 },
    );
    const claim = queue.claim.bind(queue);
    queue.claim = async (options) => {
      const pushes = await claim(options);
      claimed.push(...pushes.map(({ pushToken }) => pushToken));
      return pushes;
    };
    write(queue, 2);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(sent).toEqual([tokenOf(0), tokenOf(1)]);
    expect(claimed.filter((token) => token === tokenOf(1))).toHaveLength(2);
  });

  test("records an app without a push service as failed, and alerts nobody", async () => {
    const { queue, worker, alerts } = set(() => delivered);
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: "t", deviceKind: "attido" });
    worker.start();
    await expect.poll(() => queue.outcomes, PATIENT).toMatchObject([{ kind: "failed", reason: "no push service for attido" }]);
    expect(alerts).toEqual([]);
  });
});

describe("a push that fails", () => {
  test("comes again later and later, by chance, and never before the push service wants it", async () => {
    const { queue, worker } = set(
      ({ attempts }) => (attempts < 3 ? { kind: "retry", reason: "Busy", ...(attempts === 2 && { afterMs: 10_000 }) } : delivered),
      {
        clock: () => 0,
        random: () => 0.5,
        backOff: { firstMs: 100, mostMs: 150 },
      },
    );
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1), attempts: 0 }, 0);
    worker.start();
    await expect.poll(() => queue.outcomes, PATIENT).toHaveLength(1);
    expect(queue.outcomes[0]).toMatchObject({ kind: "retry", at: 100, reason: "Busy" });
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1), attempts: 1 }, 0);
    await expect.poll(() => queue.outcomes, PATIENT).toHaveLength(2);
    expect(queue.outcomes[1]).toMatchObject({ kind: "retry", at: 150 });
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1), attempts: 2 }, 0);
    await expect.poll(() => queue.outcomes, PATIENT).toHaveLength(3);
    expect(queue.outcomes[2]).toMatchObject({ kind: "retry", at: 11_250 });
  });

  test("is given up after its last attempt, and someone is told", async () => {
    const { queue, worker, alerts } = set(() => ({ kind: "retry", reason: "Busy" }), { maxAttempts: 3 });
    write(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.outcomes.map(({ kind }) => kind)).toEqual(["retry", "retry", "failed"]);
    expect(alerts).toMatchObject([{ kind: "gave-up", passTypeIdentifier: PASS_TYPE, reason: "Busy" }]);
  });

  test("because nobody was reached is never given up, and someone is told that pushes wait", async () => {
    let calls = 0;
    const { queue, worker, alerts } = set(
      () => {
        calls += 1;
        if (calls > 10) return delivered;
        return { kind: "retry", reason: "connect-failed", unreachable: "A firewall." };
      },
      { maxAttempts: 3 },
    );
    write(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)).toEqual({ retry: 10, delivered: 1 });
    expect(alerts).toMatchObject([{ kind: "unreachable", reason: "connect-failed", words: "Pushes wait. A firewall." }]);
  });

  test("for good is recorded once, and a thousand of them are one alert", async () => {
    const { queue, worker, alerts } = set(() => ({ kind: "failed", reason: "BadPath", alert: "A bug." }));
    write(queue, 1000);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)).toEqual({ failed: 1000 });
    expect(alerts).toMatchObject([{ kind: "refused", reason: "BadPath", words: "A bug." }]);
  });

  test("because its sender throws comes again", async () => {
    let calls = 0;
    const { queue, worker, alerts } = set(() => {
      calls += 1;
      if (calls === 1) throw new Error("broken");
      return delivered;
    });
    write(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(alerts).toMatchObject([{ kind: "refused", words: "broken" }]);
  });

  test("with 410 takes only registrations from before its timestamp", async () => {
    const { queue, worker } = set(() => ({ kind: "dead", reason: "Unregistered", unregisteredAt: 500 }));
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: "old", registeredAt: 400 });
    queue.write({ passTypeIdentifier: PASS_TYPE, pushToken: "new", registeredAt: 600 });
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.outcomes).toMatchObject([
      { kind: "dead", unregisteredAt: 500 },
      { kind: "dead", unregisteredAt: 500 },
    ]);
    expect(queue.registrations).toBe(1);
  });
});

describe("a refused credential", () => {
  const paused: PushResult = { kind: "paused", reason: "BadCertificate", alert: "Issue a new one." };

  test("pauses its pass type with one alert and keeps the work; other pass types go on", async () => {
    const { queue, worker, alerts } = set(({ passTypeIdentifier }) => (passTypeIdentifier === PASS_TYPE ? paused : delivered), {
      claimLimit: 50,
      concurrency: 20,
    });
    write(queue, 300);
    write(queue, 300, "pass.com.example.other");
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(300);
    await expect.poll(() => worker.statistics.unrecorded, PATIENT).toBe(0);
    expect(queue.pausedReasons).toEqual({ [PASS_TYPE]: "BadCertificate" });
    expect(alerts).toMatchObject([{ kind: "paused", passTypeIdentifier: PASS_TYPE, words: "Issue a new one." }]);
    expect(queue.outcomes.filter(({ kind }) => kind === "dead" || kind === "failed")).toEqual([]);
  });

  test("mended and resumed, everything is delivered", async () => {
    let isMended = false;
    const { queue, worker } = set(() => (isMended ? delivered : paused));
    write(queue, 50);
    worker.start();
    await expect.poll(() => queue.pausedReasons, PATIENT).toEqual({ [PASS_TYPE]: "BadCertificate" });
    isMended = true;
    await queue.resumePassType({ passTypeIdentifier: PASS_TYPE });
    worker.wake();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)["delivered"]).toBe(50);
  });

  test("is not resolved by storage that fails to pause: it pauses with a later push", async () => {
    const { queue, worker, alerts } = set(() => paused);
    const pause = queue.pausePassType.bind(queue);
    let calls = 0;
    queue.pausePassType = (options) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error("disk full")) : pause(options);
    };
    write(queue, 3);
    worker.start();
    await expect.poll(() => queue.pausedReasons, PATIENT).toEqual({ [PASS_TYPE]: "BadCertificate" });
    expect(alerts.map(({ kind }) => kind)).toContain("storage");
    expect(queue.size).toBe(3);
  });
});

describe("tokens that are all refused", () => {
  const bad: PushResult = { kind: "dead", reason: "DeviceTokenNotForTopic", doubtful: true, alert: "Another pass type." };

  test("are a fault of the set-up: after a few nothing more is deleted, and the pass type is paused", async () => {
    const { queue, worker, alerts } = set(() => bad);
    write(queue, 1000);
    worker.start();
    await expect.poll(() => queue.pausedReasons, PATIENT).toEqual({ [PASS_TYPE]: "DeviceTokenNotForTopic" });
    await expect.poll(() => worker.statistics, PATIENT).toMatchObject({ underWay: 0, unrecorded: 0 });
    expect(countOutcomes(queue.outcomes)["dead"]).toBe(10);
    expect(queue.registrations).toBe(990);
    expect(alerts).toMatchObject([{ kind: "tokens-doubtful", words: expect.stringContaining("Another pass type.") }]);
  });

  test("that one holder of a pass made up do not bring the pushes of the others to a stop", async () => {
    let isMadeUp = false;
    const { queue, worker, alerts } = set(() => (isMadeUp ? bad : delivered));
    worker.start();
    for (const [count, madeUp] of [
      [1, false],
      [1000, true],
      [1, false],
    ] as const) {
      isMadeUp = madeUp;
      write(queue, count);
      worker.wake();
      await expect.poll(() => queue.size, PATIENT).toBe(0);
    }
    expect(queue.pausedReasons).toEqual({});
    const { delivered: reached, dead, failed } = countOutcomes(queue.outcomes);
    expect([reached, (dead ?? 0) <= 11, (dead ?? 0) + (failed ?? 0)]).toEqual([2, true, 1000]);
    expect(alerts).toMatchObject([{ kind: "tokens-doubtful", words: expect.stringContaining("refused than reached") }]);
  });

  test("among many that are good are believed", async () => {
    const { queue, worker } = set(({ pushToken }) => (Number.parseInt(pushToken.slice(-2), 16) % 5 === 0 ? bad : delivered));
    write(queue, 1000);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.pausedReasons).toEqual({});
    expect(countOutcomes(queue.outcomes)["dead"]).toBeGreaterThan(150);
  });
});

describe("storage that fails", () => {
  test("to record loses no outcome", async () => {
    const { queue, worker, alerts } = set(() => delivered);
    queue.failures.record.push(new Error("locked"), new Error("locked"));
    write(queue, 20);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.outcomes).toHaveLength(20);
    expect(alerts).toMatchObject([{ kind: "storage", words: "Storage fails: locked" }]);
  });

  test("to claim is asked again", async () => {
    const { queue, worker, alerts } = set(() => delivered);
    queue.failures.claim.push(new Error("gone"));
    write(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(alerts).toMatchObject([{ kind: "storage" }]);
  });
});

describe("stopping", () => {
  test("finishes and records what is under way, and gives the rest back", async () => {
    const { queue, worker } = set(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return delivered;
      },
      { concurrency: 5, claimLimit: 50 },
    );
    write(queue, 100);
    worker.start();
    await expect.poll(() => worker.statistics.underWay, PATIENT).toBe(5);
    await worker.stop();
    expect(worker.statistics).toMatchObject({ underWay: 0, ahead: 0, unrecorded: 0 });
    expect(queue.outcomes.length).toBe(100 - queue.size);
    const rest = await queue.claim({ worker: "next", limit: 1000, now: Date.now(), leaseMs: 1000 });
    expect(rest).toHaveLength(queue.size);
  });

  test("in a hurry gives what is under way back too", async () => {
    const { queue, worker } = set(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        }),
    );
    write(queue, 10);
    worker.start();
    await expect.poll(() => worker.statistics.underWay, PATIENT).toBe(10);
    await worker.stop({ signal: AbortSignal.abort() });
    expect(queue.outcomes).toEqual([]);
    expect(await queue.claim({ worker: "next", limit: 100, now: Date.now(), leaseMs: 1000 })).toHaveLength(10);
  });

  test("before it was started, and twice, is no fault", async () => {
    const { worker } = set(() => delivered);
    await Promise.all([worker.stop(), worker.stop()]);
    worker.start();
    expect(worker.statistics.underWay).toBe(0);
  });
});

test.each(["concurrency", "claimLimit", "leaseMs", "pollMs", "recordLimit", "maxAttempts"])(
  "an option %s of 0 is refused",
  (name) => {
    expect(() => set(() => delivered, { [name]: 0 })).toThrow(expect.objectContaining({ code: "ERR_PUSH_OPTION" }));
  },
);
