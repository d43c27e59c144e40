import { expect, test } from "vitest";
import type { ApnsFault } from "@passwright/sandbox/node";
import { createApnsSender } from "../../../src/push/apns/apns-sender.ts";
import { createPushWorker } from "../../../src/push/worker/push-worker.ts";
import { PASS_TYPE, tokenOf } from "../support/credentials.ts";
import { MemoryPushQueue } from "../support/memory-push-queue.ts";
import { setUpPushBench } from "../support/push-bench.ts";

const bench = await setUpPushBench();

const COUNT = 10_000;
const GONE_SINCE = 1000;

test(
  "ten thousand pushes through every kind of fault reach every device, and dead registrations go",
  { timeout: 120_000 },
  async () => {
    const answer = (status: number, reason: string): ApnsFault["effect"] => ({ kind: "answer", answer: { status, reason } });
    const reached = new Map<string, number>();
    const standIn = await bench.startStandIn({
      latencyMs: 1,
      maxConcurrentStreams: 500,
      seed: 7,
      faults: [
        { when: { every: 1500 }, effect: { kind: "go-away", reason: "Shutdown" } },
        { when: { every: 2333 }, effect: { kind: "cut" } },
        { when: { share: 0.01 }, effect: answer(429, "TooManyRequests") },
        { when: { share: 0.01 }, effect: answer(500, "InternalServerError") },
        { when: { share: 0.005 }, effect: answer(503, "ServiceUnavailable") },
        { when: { share: 0.005 }, effect: { kind: "reset" } },
        { when: { share: 0.001, times: 5 }, effect: { kind: "silence" } },
      ],
      onPush: ({ pushToken }) => reached.set(pushToken, (reached.get(pushToken) ?? 0) + 1),
    });
    const queue = new MemoryPushQueue();
    for (let index = 0; index < COUNT; index += 1) {
      // Every hundredth has left; of those every second has come back since with the same token.
      if (index % 100 === 0) standIn.unregister(tokenOf(index), { at: GONE_SINCE });
      queue.write({
        passTypeIdentifier: PASS_TYPE,
        pushToken: tokenOf(index),
        registeredAt: index % 200 === 0 ? GONE_SINCE + 1 : 0,
      });
    }
    const sender = bench.keep(
      createApnsSender({
        credentialFor: () => bench.credential,
        origin: standIn.origin,
        ca: standIn.ca,
        requestTimeoutMs: 2000,
        reconnect: { firstMs: 5, mostMs: 20 },
        notBefore: { TooManyRequests: 20 },
      }),
    );
    const worker = createPushWorker({
      queue,
      senders: new Map([["apple", sender]]),
      worker: "w1",
      pollMs: 20,
      backOff: { firstMs: 10, mostMs: 100 },
    });
    worker.start();
    await expect.poll(() => queue.size, { timeout: 100_000, interval: 50 }).toBe(0);
    await worker.stop();

    const gone = COUNT / 100;
    expect(reached.size).toBe(COUNT - gone);
    expect(queue.outcomes.filter(({ kind }) => kind === "delivered")).toHaveLength(COUNT - gone);
    expect(queue.outcomes.filter(({ kind }) => kind === "dead")).toHaveLength(gone);
    expect(queue.outcomes.filter(({ kind }) => kind === "failed")).toEqual([]);
    expect(queue.registrations).toBe(COUNT - gone / 2);
    expect(queue.pausedReasons).toEqual({});
    expect(standIn.counts.connections).toBeGreaterThan(8);
    expect(standIn.counts.answers).toMatchObject({ TooManyRequests: expect.any(Number), InternalServerError: expect.any(Number) });
  },
);
