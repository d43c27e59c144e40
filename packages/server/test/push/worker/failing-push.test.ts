import { describe, expect, test } from "vitest";
import { PASS_TYPE, tokenOf } from "../support/credentials.ts";
import { PATIENT } from "../support/patience.ts";
import { countOutcomes, DELIVERED, setWorker, writePushes } from "../support/worker-setting.ts";

describe("a push that fails", () => {
  test("comes again later and later, by chance, and never before the push service wants it", async () => {
    const { queue, worker } = setWorker(
      ({ attempts }) => (attempts < 3 ? { kind: "retry", reason: "Busy", ...(attempts === 2 && { afterMs: 10_000 }) } : DELIVERED),
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
    const { queue, worker, alerts } = setWorker(() => ({ kind: "retry", reason: "Busy" }), { maxAttempts: 3 });
    writePushes(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.outcomes.map(({ kind }) => kind)).toEqual(["retry", "retry", "failed"]);
    expect(alerts).toMatchObject([{ kind: "gave-up", passTypeIdentifier: PASS_TYPE, reason: "Busy" }]);
  });

  test("because nobody was reached is never given up, and someone is told that pushes wait", async () => {
    let calls = 0;
    const { queue, worker, alerts } = setWorker(
      () => {
        calls += 1;
        if (calls > 10) return DELIVERED;
        return { kind: "retry", reason: "connect-failed", unreachable: "A firewall." };
      },
      { maxAttempts: 3 },
    );
    writePushes(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)).toEqual({ retry: 10, delivered: 1 });
    expect(alerts).toMatchObject([{ kind: "unreachable", reason: "connect-failed", words: "Pushes wait. A firewall." }]);
  });

  test("for good is recorded once, and a thousand of them are one alert", async () => {
    const { queue, worker, alerts } = setWorker(() => ({ kind: "failed", reason: "BadPath", alert: "A bug." }));
    writePushes(queue, 1000);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)).toEqual({ failed: 1000 });
    expect(alerts).toMatchObject([{ kind: "refused", reason: "BadPath", words: "A bug." }]);
  });

  test("because its sender throws comes again", async () => {
    let calls = 0;
    const { queue, worker, alerts } = setWorker(() => {
      calls += 1;
      if (calls === 1) throw new Error("broken");
      return DELIVERED;
    });
    writePushes(queue, 1);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(alerts).toMatchObject([{ kind: "refused", words: "broken" }]);
  });

  test("with 410 takes only registrations from before its timestamp", async () => {
    const { queue, worker } = setWorker(() => ({ kind: "dead", reason: "Unregistered", unregisteredAt: 500 }));
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
