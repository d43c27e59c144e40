import { describe, expect, test } from "vitest";
import type { PushResult } from "../../../src/push/push-sender.ts";
import { PASS_TYPE } from "../support/credentials.ts";
import { PATIENT } from "../support/patience.ts";
import { countOutcomes, DELIVERED, setWorker, writePushes } from "../support/worker-setting.ts";

describe("a refused credential", () => {
  const paused: PushResult = { kind: "paused", reason: "BadCertificate", alert: "Issue a new one." };

  test("pauses its pass type with one alert and keeps the work; other pass types go on", async () => {
    const { queue, worker, alerts } = setWorker(
      ({ passTypeIdentifier }) => (passTypeIdentifier === PASS_TYPE ? paused : DELIVERED),
      {
        claimLimit: 50,
        concurrency: 20,
      },
    );
    writePushes(queue, 300);
    writePushes(queue, 300, "pass.com.example.other");
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(300);
    await expect.poll(() => worker.statistics.unrecorded, PATIENT).toBe(0);
    expect(queue.pausedReasons).toEqual({ [PASS_TYPE]: "BadCertificate" });
    expect(alerts).toMatchObject([{ kind: "paused", passTypeIdentifier: PASS_TYPE, words: "Issue a new one." }]);
    expect(queue.outcomes.filter(({ kind }) => kind === "dead" || kind === "failed")).toEqual([]);
  });

  test("mended and resumed, everything is delivered", async () => {
    let isMended = false;
    const { queue, worker } = setWorker(() => (isMended ? DELIVERED : paused));
    writePushes(queue, 50);
    worker.start();
    await expect.poll(() => queue.pausedReasons, PATIENT).toEqual({ [PASS_TYPE]: "BadCertificate" });
    isMended = true;
    await queue.resumePassType({ passTypeIdentifier: PASS_TYPE });
    worker.wake();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(countOutcomes(queue.outcomes)["delivered"]).toBe(50);
  });

  test("is not resolved by storage that fails to pause: it pauses with a later push", async () => {
    const { queue, worker, alerts } = setWorker(() => paused);
    const pause = queue.pausePassType.bind(queue);
    let calls = 0;
    queue.pausePassType = (options) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error("disk full")) : pause(options);
    };
    writePushes(queue, 3);
    worker.start();
    await expect.poll(() => queue.pausedReasons, PATIENT).toEqual({ [PASS_TYPE]: "BadCertificate" });
    expect(alerts.map(({ kind }) => kind)).toContain("storage");
    expect(queue.size).toBe(3);
  });
});

describe("tokens that are all refused", () => {
  const bad: PushResult = { kind: "dead", reason: "DeviceTokenNotForTopic", doubtful: true, alert: "Another pass type." };

  test("are a fault of the set-up: after a few nothing more is deleted, and the pass type is paused", async () => {
    const { queue, worker, alerts } = setWorker(() => bad);
    writePushes(queue, 1000);
    worker.start();
    await expect.poll(() => queue.pausedReasons, PATIENT).toEqual({ [PASS_TYPE]: "DeviceTokenNotForTopic" });
    await expect.poll(() => worker.statistics, PATIENT).toMatchObject({ underWay: 0, unrecorded: 0 });
    expect(countOutcomes(queue.outcomes)["dead"]).toBe(10);
    expect(queue.registrations).toBe(990);
    expect(alerts).toMatchObject([{ kind: "tokens-doubtful", words: expect.stringContaining("Another pass type.") }]);
  });

  test("that one holder of a pass made up do not bring the pushes of the others to a stop", async () => {
    let isMadeUp = false;
    const { queue, worker, alerts } = setWorker(() => (isMadeUp ? bad : DELIVERED));
    worker.start();
    for (const [count, madeUp] of [
      [1, false],
      [1000, true],
      [1, false],
    ] as const) {
      isMadeUp = madeUp;
      writePushes(queue, count);
      worker.wake();
      await expect.poll(() => queue.size, PATIENT).toBe(0);
    }
    expect(queue.pausedReasons).toEqual({});
    const { delivered: reached, dead, failed } = countOutcomes(queue.outcomes);
    expect([reached, (dead ?? 0) <= 11, (dead ?? 0) + (failed ?? 0)]).toEqual([2, true, 1000]);
    expect(alerts).toMatchObject([{ kind: "tokens-doubtful", words: expect.stringContaining("refused than reached") }]);
  });

  test("among many that are good are believed", async () => {
    const { queue, worker } = setWorker(({ pushToken }) => (Number.parseInt(pushToken.slice(-2), 16) % 5 === 0 ? bad : DELIVERED));
    writePushes(queue, 1000);
    worker.start();
    await expect.poll(() => queue.size, PATIENT).toBe(0);
    expect(queue.pausedReasons).toEqual({});
    expect(countOutcomes(queue.outcomes)["dead"]).toBeGreaterThan(150);
  });
});
