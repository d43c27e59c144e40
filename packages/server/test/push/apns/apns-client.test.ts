import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type ApnsStandIn, type ApnsStandInOptions, startApnsStandIn } from "@passwright/sandbox/node";
import { ApnsClient } from "../../../src/push/apns/apns-client.ts";
import type { ApnsClientOptions } from "../../../src/push/apns/apns-options.ts";
import type { ApnsResult } from "../../../src/push/apns/apns-result.ts";
import { makePushWorld, PASS_TYPE, tokenOf } from "../support/credentials.ts";

const world = await makePushWorld();
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function standInWith(options: Partial<ApnsStandInOptions> = {}): Promise<ApnsStandIn> {
  const standIn = await startApnsStandIn({ authority: world.authority, certificate: world.certificate, ...options });
  open.push(standIn);
  return standIn;
}

function clientOf(standIn: ApnsStandIn, options: Partial<ApnsClientOptions> = {}): ApnsClient {
  const client = new ApnsClient({
    credential: world.credential,
    origin: standIn.origin,
    ca: standIn.ca,
    reconnect: { firstMs: 5, mostMs: 20 },
    ...options,
  });
  open.push(client);
  return client;
}

function sendMany(client: ApnsClient, count: number): Promise<readonly ApnsResult[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => client.send({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(index) })),
  );
}

function kindsOf(results: readonly ApnsResult[]): Readonly<Record<string, number>> {
  const kinds: Record<string, number> = {};
  for (const { kind } of results) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

describe("a push", () => {
  test("is an empty object under the topic, priority 5, background, kept for a device that is offline", async () => {
    const pushes: unknown[] = [];
    const standIn = await standInWith({ onPush: (push) => pushes.push(push) });
    const client = clientOf(standIn, { clock: () => Date.parse("2026-03-01T12:00:00Z"), expirationMs: 86_400_000 });
    const result = await client.send({ passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) });
    expect(result).toEqual({ kind: "delivered", apnsId: expect.stringMatching(/^[0-9a-f-]{36}$/u) });
    expect(pushes).toEqual([
      {
        passTypeIdentifier: PASS_TYPE,
        pushToken: tokenOf(1),
        apnsId: (result as { apnsId: string }).apnsId,
        pushType: "background",
        priority: 5,
        expiration: Date.parse("2026-03-02T12:00:00Z") / 1000,
      },
    ]);
  });

  test("shares one connection with a thousand others", async () => {
    const standIn = await standInWith();
    expect(kindsOf(await sendMany(clientOf(standIn), 1000))).toEqual({ delivered: 1000 });
    expect(standIn.counts.connections).toBe(1);
  });

  test("goes one at a time where the peer allows one at a time", async () => {
    const standIn = await standInWith({ maxConcurrentStreams: 1 });
    expect(kindsOf(await sendMany(clientOf(standIn), 50))).toEqual({ delivered: 50 });
    expect(standIn.counts.mostConcurrent).toBe(1);
    expect(standIn.counts.requests).toBe(50);
  });
});

describe("a connection that goes away", () => {
  test("loses none of what was open or waiting", async () => {
    const standIn = await standInWith({
      maxConcurrentStreams: 100,
      latencyMs: 2,
      faults: [{ when: { every: 150 }, effect: { kind: "go-away", reason: "Shutdown" } }],
    });
    const client = clientOf(standIn);
    expect(kindsOf(await sendMany(client, 2000))).toEqual({ delivered: 2000 });
    expect(standIn.counts.connections).toBeGreaterThan(10);
  });
});
