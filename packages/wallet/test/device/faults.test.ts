import { describe, expect, test } from "vitest";
import { BACK_OFF, type DeviceEvent, type TaskFault } from "@passwright/wallet";
import { explainMessage, PROTOCOL_LIMITS } from "@passwright/wallet/protocol";
import { openWorld, type World } from "../support/open-world.ts";
import { atGate, passJson, signPass, TEST_PASS_TYPE, TEST_SERVICE } from "../support/issuer.ts";

const A1 = { passTypeIdentifier: TEST_PASS_TYPE, serialNumber: "A-1" };

/** A wallet with a registered pass, whose service then answers some requests with something else. */
async function worldWith(
  answer: (request: Request, service: World["service"]) => Response | Promise<Response> | null,
): Promise<World> {
  let isOn = false;
  const holder: { service?: World["service"] } = {};
  const fetch = async (request: Request): Promise<Response> => {
    const service = holder.service!;
    return (isOn ? await answer(request, service) : null) ?? service.fetch(request);
  };
  const world = await openWorld({ fetch, timeout: () => AbortSignal.timeout(50) });
  holder.service = world.service;
  await world.wallet.add(await world.service.issue(passJson("A-1")));
  world.service.logs.length = 0;
  isOn = true;
  return world;
}

/** A body of so many bytes in pieces, without a length in its header. It ends: a reader without a limit is to fail the test, not to hang it. */
function streamOf(size: number): ReadableStream<Uint8Array> {
  let left = size;
  return new ReadableStream({
    pull: (controller) => {
      const piece = Math.min(left, 1024 * 1024);
      left -= piece;
      if (piece > 0) controller.enqueue(new Uint8Array(piece));
      else controller.close();
    },
  });
}

const isList = ({ url, method }: Request) => method === "GET" && url.includes("/registrations/");
const isPass = ({ url }: Request) => url.includes("/v1/passes/");
const faultOf = (events: readonly DeviceEvent[]): TaskFault | undefined => {
  const failure = events.find((event) => event.kind === "failed");
  return failure?.kind === "failed" ? failure.fault : undefined;
};
const reasons = (lines: readonly string[]) => lines.map((line) => explainMessage(line).message.reason.id);

describe("hostile and broken answers become events and words in the log, never errors", () => {
  test.each([
    ["an unknown status", () => new Response(null, { status: 500 }), { kind: "status", status: 500 }, "unexpected-status"],
    ["401", () => new Response(null, { status: 401 }), { kind: "status", status: 401 }, "authentication-failure"],
    [
      "a redirect",
      () => new Response(null, { status: 302, headers: { location: "https://other.example/" } }),
      { kind: "network", fault: "redirected" },
      "unreachable",
    ],
    [
      "no JSON",
      () => new Response("<html>"),
      { kind: "malformed", problem: "the body is not JSON in UTF-8" },
      "malformed-response",
    ],
    [
      "wrong types",
      () => Response.json({ serialNumbers: ["A-1"], lastUpdated: 5 }),
      { kind: "malformed", problem: "lastUpdated is missing or no text" },
      "malformed-response",
    ],
    [
      "a connection that fails",
      () => Promise.reject(new TypeError("fetch failed")),
      { kind: "network", fault: "unreachable" },
      "unreachable",
    ],
    ["no answer", () => new Promise<Response>(() => {}), { kind: "network", fault: "timed-out" }, "timed-out"],
    [
      "a body that never ends",
      () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) })),
      { kind: "network", fault: "timed-out" },
      "timed-out",
    ],
    [
      "a body that is too large",
      () => new Response(streamOf(PROTOCOL_LIMITS.listBytes + 1)),
      { kind: "network", fault: "too-large" },
      "malformed-response",
    ],
    [
      "a body that breaks off",
      () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) })),
      { kind: "network", fault: "unreachable" },
      "unreachable",
    ],
  ] as const)("a list answered with %s", async (_name, answer, fault, reason) => {
    const { wallet, service } = await worldWith((request) => (isList(request) ? answer() : null));
    const events = await wallet.push(TEST_PASS_TYPE);
    expect(faultOf(events)).toEqual(fault);
    expect(reasons(service.logs)).toEqual([reason]);
    expect(service.logs[0]).toMatch(
      /^\[2026-03-01 13:00:00 \+0100\] Get serial #s task \(for device [0-9a-f]{32}, pass type pass\.com\.example\.passwright, last updated 1; with web service url https:\/\/passes\.example\.com\/wallet\) encountered error: /u,
    );
    expect(service.logs[0]).not.toContain("token-of-");
    expect(wallet.passes).toHaveLength(1);
  });

  test.each([
    ["no pass", async () => new Response("<html>"), "refused", "invalid-pass"],
    [
      "a pass that does not install",
      async () => new Response(new Uint8Array(await signPass(passJson("A-1", { description: undefined })))),
      "refused",
      "invalid-pass",
    ],
    ["another pass", async () => new Response(new Uint8Array(await signPass(passJson("A-2")))), "other-pass", "other-pass"],
  ] as const)("a fetch answered with %s keeps the old pass", async (_name, answer, fault, reason) => {
    const { wallet, service } = await worldWith((request) => (isPass(request) ? answer() : null));
    const [before] = wallet.passes;
    const events = await wallet.refresh(A1);
    expect(faultOf(events)?.kind).toBe(fault);
    expect(reasons(service.logs)).toEqual([reason]);
    expect(wallet.passes).toEqual([before]);
  });
});

describe("what a service does wrong is told in the words of devices", () => {
  test("a list that names serial numbers and keeps its tag", async () => {
    const { wallet, service } = await worldWith((request) =>
      isList(request) ? Response.json({ serialNumbers: ["A-1"], lastUpdated: "1" }) : null,
    );
    await wallet.push(TEST_PASS_TYPE);
    expect(service.logs[0]).toMatch(
      /Web service error for pass\.com\.example\.passwright \(https:\/\/passes\.example\.com\/wallet\): Response to 'What changed\?' request included 1 serial numbers but the lastUpdated tag \(1\) remained the same\.$/u,
    );
    expect(reasons(service.logs)).toEqual(["same-tag", "unchanged-pass"]);
  });

  test("a list that names passes that are not held: the first twenty are told", async () => {
    const serialNumbers = Array.from({ length: 500 }, (_, index) => `X-${index}`);
    const { wallet, service } = await worldWith((request) =>
      isList(request) ? Response.json({ serialNumbers, lastUpdated: "9" }) : null,
    );
    await wallet.push(TEST_PASS_TYPE);
    expect(new Set(reasons(service.logs))).toEqual(new Set(["unregistered-serial"]));
    expect(service.logs).toHaveLength(20);
    expect(service.requests.some((line) => line.includes("X-0"))).toBe(false);
  });

  test("an unchanged pass in full, although it was asked for conditionally", async () => {
    const { wallet, service } = await worldWith((request, { passes }) =>
      isPass(request)
        ? new Response(new Uint8Array(passes[0]!.bytes), { headers: { "last-modified": "Sun, 01 Mar 2026 12:00:00 GMT" } })
        : null,
    );
    await wallet.push(TEST_PASS_TYPE);
    await wallet.refresh(A1);
    expect(reasons(service.logs)).toEqual(["ignored-if-modified-since"]);
  });

  test("a pass without Last-Modified", async () => {
    const { wallet, service } = await worldWith((request, { passes }) =>
      isPass(request) ? new Response(new Uint8Array(passes[0]!.bytes)) : null,
    );
    await service.change(A1, atGate("A-1", "F12"));
    await wallet.push(TEST_PASS_TYPE);
    expect(reasons(service.logs)).toEqual(["no-last-modified"]);
    expect(wallet.get(TEST_PASS_TYPE, "A-1").lastModified).toBeNull();
  });

  test("a log that the service refuses is not sent again, and is no reason for another", async () => {
    const { wallet, service } = await worldWith(() => new Response(null, { status: 500 }));
    await wallet.push(TEST_PASS_TYPE);
    expect(service.logs).toEqual([]);
    expect(wallet.toState().logs).toEqual([]);
  });

  test("a log that did not reach the service waits, bounded", async () => {
    const { wallet } = await worldWith(() => Promise.reject(new TypeError("fetch failed")));
    for (let round = 0; round < 120; round += 1) await wallet.push(TEST_PASS_TYPE);
    expect(wallet.toState().logs[0]?.messages).toHaveLength(100);
  });
});

describe("what failed is tried again later", () => {
  test("after a minute, then two, then four, and not before", async () => {
    let isDown = true;
    const { wallet, clock, service } = await worldWith((request) =>
      isDown && isList(request) ? new Response(null, { status: 503 }) : null,
    );
    await service.change(A1, atGate("A-1", "F12"));
    let event = (await wallet.push(TEST_PASS_TYPE)).find(({ kind }) => kind === "failed");
    const delays: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const due = event?.kind === "failed" ? event.retryAt! : clock.now();
      delays.push((due.getTime() - clock.now().getTime()) / 60_000);
      expect(wallet.nextDueAt).toEqual(due);
      clock.advance(due.getTime() - clock.now().getTime() - 1);
      expect(await wallet.runDue()).toEqual([]);
      clock.advance(1);
      isDown = round < 3;
      const events = await wallet.runDue();
      event = events.find(({ kind }) => kind === "failed");
      if (!isDown) expect(events.map(({ kind }) => kind)).toEqual(["listed", "updated"]);
    }
    expect(delays).toEqual([1, 2, 4, 8]);
    expect(wallet.nextDueAt).toBeNull();
  });

  test("never sooner than the service asks, and a day at most", async () => {
    for (const [retryAfter, hours] of [
      ["7200", 2],
      ["999999999", 24],
    ] as const) {
      const { wallet, clock } = await worldWith((request) =>
        isList(request) ? new Response(null, { status: 429, headers: { "retry-after": retryAfter } }) : null,
      );
      await wallet.push(TEST_PASS_TYPE);
      expect(wallet.nextDueAt?.getTime()).toBe(clock.now().getTime() + hours * 3_600_000);
    }
  });

  test("given up after some attempts; a push begins anew", async () => {
    const { wallet, clock } = await worldWith((request) => (isList(request) ? new Response(null, { status: 500 }) : null));
    await wallet.push(TEST_PASS_TYPE);
    let rounds = 1;
    while (wallet.nextDueAt !== null) {
      clock.advance(wallet.nextDueAt.getTime() - clock.now().getTime());
      await wallet.runDue();
      rounds += 1;
    }
    expect(rounds).toBe(BACK_OFF.attempts);
    await wallet.push(TEST_PASS_TYPE);
    expect(wallet.nextDueAt).not.toBeNull();
  });

  test("a registration that failed is made later; a pass that was removed meanwhile is not registered", async () => {
    let isDown = true;
    const holder: { world?: World } = {};
    const world = await openWorld({
      fetch: async (request) => (isDown ? new Response(null, { status: 502 }) : holder.world!.service.fetch(request)),
    });
    holder.world = world;
    const { wallet, service, clock } = world;
    await wallet.add(await service.issue(passJson("A-1")));
    await wallet.add(await service.issue(passJson("A-2")));
    await wallet.remove({ passTypeIdentifier: TEST_PASS_TYPE, serialNumber: "A-2" });
    isDown = false;
    clock.advance(3_600_000);
    await wallet.runDue();
    expect(service.registrations.map(({ serialNumber }) => serialNumber)).toEqual(["A-1"]);
  });

  test("an unregistration that failed is made later, with the token of the pass that is gone", async () => {
    let isDown = true;
    const { wallet, service, clock } = await worldWith((request) =>
      isDown && request.method === "DELETE" ? new Response(null, { status: 500 }) : null,
    );
    await wallet.remove(A1);
    expect(service.registrations).toHaveLength(1);
    isDown = false;
    clock.advance(3_600_000);
    await wallet.runDue();
    expect(service.registrations).toEqual([]);
  });

  test("a pass that is removed and added again stays registered", async () => {
    const { wallet, service, clock } = await worldWith((request) =>
      request.method === "DELETE" ? new Response(null, { status: 500 }) : null,
    );
    const bytes = await wallet.read(A1);
    await wallet.remove(A1);
    await wallet.add(bytes);
    clock.advance(24 * 3_600_000);
    await wallet.runDue();
    expect(service.registrations).toHaveLength(1);
    expect(service.requests.filter((line) => line.startsWith("DELETE"))).toEqual([]);
  });
});

test("a service that does not answer holds up no other", async () => {
  const holder: { world?: World } = {};
  const world = await openWorld({
    timeout: () => AbortSignal.timeout(300),
    fetch: (request) => (request.url.startsWith(TEST_SERVICE) ? holder.world!.service.fetch(request) : new Promise(() => {})),
  });
  holder.world = world;
  const { wallet, service } = world;
  void wallet.add(await signPass(passJson("B-1", { webServiceURL: "https://dead.example" })));
  const started = performance.now();
  await wallet.add(await service.issue(passJson("A-1")));
  expect(performance.now() - started).toBeLessThan(3000);
  expect(service.registrations).toHaveLength(1);
});

test("a pass removed while it is fetched stays removed", async () => {
  const holder: { world?: World; isOn?: boolean } = {};
  const world = await openWorld({
    fetch: async (request) => {
      const { service, wallet } = holder.world!;
      const response = await service.fetch(request);
      if (holder.isOn === true && isPass(request)) {
        holder.isOn = false;
        await wallet.remove(A1);
      }
      return response;
    },
  });
  holder.world = world;
  const { wallet, service, store } = world;
  await wallet.add(await service.issue(passJson("A-1")));
  await service.change(A1, atGate("A-1", "F12"));
  holder.isOn = true;
  await wallet.push(TEST_PASS_TYPE);
  expect(wallet.passes).toEqual([]);
  expect(service.registrations).toEqual([]);
  expect(((await store.readState()) as { passes: unknown[] }).passes).toEqual([]);
});
