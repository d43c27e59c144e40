import { describe, expect, test } from "vitest";
import { createThrowawayAuthority } from "@passwright/sandbox";
import type { ApnsEvent } from "../../../src/push/apns/apns-options.ts";
import { issueCredential, PASS_TYPE, tokenOf } from "../support/credentials.ts";
import { PATIENT } from "../support/patience.ts";
import { countKinds, sendMany, setUpPushBench } from "../support/push-bench.ts";
import { startTcpRelay } from "../support/tcp-relay.ts";

const bench = await setUpPushBench();
const push = { passTypeIdentifier: PASS_TYPE, pushToken: tokenOf(1) };

describe("a push", () => {
  test("is an empty object under the topic, priority 5, background, kept for a device that is offline", async () => {
    const pushes: unknown[] = [];
    const standIn = await bench.startStandIn({ onPush: (each) => pushes.push(each) });
    const client = bench.createClient(standIn, { clock: () => Date.parse("2026-03-01T12:00:00Z"), expirationMs: 86_400_000 });
    const result = await client.send(push);
    expect(result).toEqual({ kind: "delivered", apnsId: expect.stringMatching(/^[0-9a-f-]{36}$/u) });
    expect(pushes).toEqual([
      {
        ...push,
        apnsId: (result as { apnsId: string }).apnsId,
        pushType: "background",
        priority: 5,
        expiration: Date.parse("2026-03-02T12:00:00Z") / 1000,
      },
    ]);
  });

  test("shares one connection with a thousand others", async () => {
    const standIn = await bench.startStandIn();
    expect(countKinds(await sendMany(bench.createClient(standIn), 1000))).toEqual({ delivered: 1000 });
    expect(standIn.counts.connections).toBe(1);
  });

  test("goes one at a time where the peer allows one at a time", async () => {
    const standIn = await bench.startStandIn({ maxConcurrentStreams: 1 });
    expect(countKinds(await sendMany(bench.createClient(standIn), 50))).toEqual({ delivered: 50 });
    expect(standIn.counts).toMatchObject({ mostConcurrent: 1, requests: 50 });
  });

  test("heeds a limit that the peer changes later", async () => {
    const standIn = await bench.startStandIn({ maxConcurrentStreams: 1, latencyMs: 5 });
    const client = bench.createClient(standIn);
    await client.send(push);
    standIn.setMaxConcurrentStreams(20);
    expect(countKinds(await sendMany(client, 200))).toEqual({ delivered: 200 });
    expect(standIn.counts.mostConcurrent).toBeGreaterThan(1);
    expect(standIn.counts.mostConcurrent).toBeLessThanOrEqual(20);
  });

  test("goes no more at a time than the client's own option says", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 2 });
    expect(countKinds(await sendMany(bench.createClient(standIn, { maxConcurrentStreams: 7 }), 100))).toEqual({ delivered: 100 });
    expect(standIn.counts.mostConcurrent).toBe(7);
  });

  test("comes back when more wait than the client may hold", async () => {
    const standIn = await bench.startStandIn();
    const results = await sendMany(bench.createClient(standIn, { queueLimit: 10 }), 30);
    expect(countKinds(results)).toEqual({ delivered: 10, "queue-full": 20 });
  });

  test.each([
    ["path", { ...push, pushToken: "\ud800" }],
    ["header", { ...push, passTypeIdentifier: "pass.a\nb" }],
  ])("that cannot stand in a %s is a fault of ours, not the end of the client", async (_, bad) => {
    const standIn = await bench.startStandIn();
    const client = bench.createClient(standIn);
    expect(await client.send(bad)).toMatchObject({ kind: "refused", action: "bug", reason: "UnsendableRequest" });
    expect(await client.send(push)).toMatchObject({ kind: "delivered" });
  });
});

describe("a connection that goes away", () => {
  test("loses none of what was open or waiting", async () => {
    const standIn = await bench.startStandIn({
      maxConcurrentStreams: 100,
      latencyMs: 2,
      faults: [{ when: { every: 150 }, effect: { kind: "go-away", reason: "Shutdown" } }],
    });
    const client = bench.createClient(standIn);
    expect(countKinds(await sendMany(client, 2000))).toEqual({ delivered: 2000 });
    expect(standIn.counts.connections).toBeGreaterThan(10);
  });

  test("with an error code takes what was open along, and it is sent again", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 20 });
    const client = bench.createClient(standIn);
    await client.send(push);
    const results = sendMany(client, 100);
    setTimeout(() => {
      standIn.goAway({ code: 2 });
    }, 10);
    expect(countKinds(await results)).toEqual({ delivered: 100 });
    expect(standIn.counts.connections).toBe(2);
  });

  test("because of the credential says so, and nothing is sent again", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 10_000 });
    const events: ApnsEvent[] = [];
    const client = bench.createClient(standIn, { onEvent: (event) => events.push(event) });
    const result = client.send(push);
    await expect.poll(() => standIn.counts.requests, PATIENT).toBe(1);
    standIn.goAway({ code: 2, reason: "BadCertificate" });
    expect(await result).toMatchObject({
      kind: "unreachable",
      fault: "credential-refused",
      action: "pause",
      detail: "BadCertificate",
    });
    expect(events.map(({ kind }) => kind)).toContain("going-away");
  });
});

describe("a connection that breaks", () => {
  test.each([
    ["refused", { kind: "reset" }],
    ["reset after they were begun", { kind: "reset", code: 2 }],
    ["cut off", { kind: "cut" }],
  ] as const)("loses no push when requests are %s", async (_, effect) => {
    const standIn = await bench.startStandIn({ latencyMs: 1, faults: [{ when: { every: 40, times: 10 }, effect }] });
    const client = bench.createClient(standIn, { resends: 20, maxConcurrentStreams: 20 });
    expect(countKinds(await sendMany(client, 500))).toEqual({ delivered: 500 });
  });

  test("gives a push back that is reset again and again", async () => {
    const standIn = await bench.startStandIn({ faults: [{ when: {}, effect: { kind: "reset" } }] });
    expect(await bench.createClient(standIn, { resends: 3 }).send(push)).toMatchObject({ fault: "stream-reset", action: "retry" });
    expect(standIn.counts.requests).toBe(4);
  });

  test("gives a push back that is never answered, and goes on", async () => {
    const standIn = await bench.startStandIn({ faults: [{ when: { pushToken: push.pushToken }, effect: { kind: "silence" } }] });
    const client = bench.createClient(standIn, { requestTimeoutMs: 60 });
    expect(await client.send(push)).toMatchObject({ kind: "unreachable", fault: "request-timeout", action: "retry" });
    expect(await client.send({ ...push, pushToken: tokenOf(2) })).toMatchObject({ kind: "delivered" });
    expect(standIn.counts.connections).toBe(1);
  });

  test("is noticed by its silence to a ping", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 10_000 });
    const relay = bench.keep(await startTcpRelay(standIn.port));
    const client = bench.createClient(
      { ...standIn, origin: relay.origin, ca: standIn.ca },
      { pingIntervalMs: 20, pingTimeoutMs: 60, resends: 0 },
    );
    const result = client.send(push);
    await expect.poll(() => standIn.counts.requests, PATIENT).toBe(1);
    relay.freeze();
    expect(await result).toMatchObject({ kind: "unreachable", fault: "ping-timeout", action: "retry" });
  });

  test("outlives pings that are answered", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 150 });
    const client = bench.createClient(standIn, { pingIntervalMs: 5, pingTimeoutMs: 5000 });
    expect(await client.send(push)).toMatchObject({ kind: "delivered" });
    expect(standIn.counts.connections).toBe(1);
  });
});

describe("a connection that does not come about", () => {
  test("is named, and the next pushes come back with the time to wait", async () => {
    const standIn = await bench.startStandIn();
    const { origin, ca } = standIn;
    await standIn.close();
    const client = bench.createClient({ origin, ca }, { reconnect: { firstMs: 60_000, mostMs: 60_000 } });
    const first = await client.send(push);
    expect(first).toMatchObject({ fault: "connect-failed", action: "retry", detail: expect.stringContaining("ECONNREFUSED") });
    const second = await client.send(push);
    expect(second).toMatchObject({ fault: "connect-failed", notBeforeMs: expect.any(Number) });
  });

  test("is tried anew at once when the clock was put back, not after what it was put back by", async () => {
    const standIn = await bench.startStandIn();
    const refusing = bench.keep(await startTcpRelay(null));
    let now = Date.now();
    const attempts: ApnsEvent[] = [];
    const client = bench.createClient(
      { origin: refusing.origin, ca: standIn.ca },
      {
        connectTimeoutMs: 50,
        reconnect: { firstMs: 1000, mostMs: 1000 },
        clock: () => now,
        onEvent: (event) => attempts.push(event),
      },
    );
    await client.send(push);
    await client.send(push);
    expect(attempts).toHaveLength(1);
    now -= 3_600_000;
    await client.send(push);
    expect(attempts).toHaveLength(2);
  });

  test("in time is given up on", async () => {
    const standIn = await bench.startStandIn();
    const relay = bench.keep(await startTcpRelay(null));
    const client = bench.createClient({ origin: relay.origin, ca: standIn.ca }, { connectTimeoutMs: 50 });
    expect(await client.send(push)).toMatchObject({ kind: "unreachable", fault: "connect-timeout", action: "retry" });
  });

  test("with a server of another authority is not ours to use", async () => {
    const stranger = await createThrowawayAuthority({
      keys: bench.authority.keys,
      rootCertificate: { subject: [["CN", "Another"]] },
    });
    const standIn = await bench.startStandIn();
    const client = bench.createClient({ origin: standIn.origin, ca: stranger.root.certificatePem });
    expect(await client.send(push)).toMatchObject({ fault: "server-untrusted", action: "retry" });
    expect(standIn.counts.connections).toBe(0);
  });

  test("because the server refuses our certificate is named after three times, and pauses", async () => {
    const stranger = await createThrowawayAuthority({ keyKind: "ec-p256" });
    const standIn = await bench.startStandIn();
    let now = Date.now();
    const client = bench.createClient(standIn, { credential: await issueCredential(stranger), clock: () => now });
    const faults: unknown[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      faults.push(await client.send(push));
      now += 1000;
    }
    expect(faults).toMatchObject([
      { fault: "handshake-cut", action: "retry" },
      { fault: "handshake-cut", action: "retry" },
      { fault: "certificate-refused", action: "pause" },
    ]);
    expect(standIn.counts.requests).toBe(0);
  });

  test("because a certificate is asked for and a provider token is all there is, is named at once", async () => {
    const { createTokenCredential } = await import("../../../src/push/apns/apns-credential.ts");
    const { makeProviderKey, TEAM, KEY_ID } = await import("../support/credentials.ts");
    const standIn = await bench.startStandIn();
    const credential = createTokenCredential({ teamId: TEAM, keyId: KEY_ID, p8: makeProviderKey().p8 });
    expect(await bench.createClient(standIn, { credential }).send(push)).toMatchObject({
      fault: "certificate-refused",
      action: "pause",
    });
  });

  test("is not even tried with a certificate that has expired", async () => {
    const standIn = await bench.startStandIn();
    const client = bench.createClient(standIn, { clock: () => bench.credential.notAfter + 1 });
    expect(await client.send(push)).toMatchObject({ fault: "certificate-expired", action: "pause" });
    expect(standIn.counts.connections).toBe(0);
  });
});

test("a peer that allows no requests at all is not waited for longer than for an answer", async () => {
  const standIn = await bench.startStandIn({ maxConcurrentStreams: 0 });
  expect(await bench.createClient(standIn, { requestTimeoutMs: 60 }).send(push)).toMatchObject({
    fault: "request-timeout",
    action: "retry",
  });
});

describe("ending", () => {
  test("close waits for what was given and takes nothing new", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 20, maxConcurrentStreams: 5 });
    const client = bench.createClient(standIn);
    const results = sendMany(client, 20);
    const closed = client.close();
    expect(await client.send(push)).toMatchObject({ kind: "unreachable", fault: "closed" });
    await closed;
    expect(client.unsettled).toBe(0);
    expect(countKinds(await results)).toEqual({ delivered: 20 });
  });

  test("an aborted push rejects with the signal's reason, whether it waits or is under way", async () => {
    const standIn = await bench.startStandIn({ latencyMs: 10_000, maxConcurrentStreams: 1 });
    const client = bench.createClient(standIn);
    const controller = new AbortController();
    const { signal } = controller;
    const sent = [client.send(push, { signal }), client.send(push, { signal })];
    await expect.poll(() => standIn.counts.requests, PATIENT).toBe(1);
    controller.abort(new Error("enough"));
    expect(await Promise.allSettled(sent)).toMatchObject([{ reason: { message: "enough" } }, { reason: { message: "enough" } }]);
    await expect(client.send(push, { signal })).rejects.toThrow("enough");
    expect(client.unsettled).toBe(0);
  });
});
