import { expect, test } from "vitest";
import { verifyWebhook } from "../../src/client/verify-webhook.ts";
import { GIVEN_UP } from "../../src/webhooks/delivery/delivery-queue.ts";
import { GIVE_UP_MS } from "../../src/webhooks/delivery/delivery-schedule.ts";
import { PATIENT } from "../push/support/patience.ts";
import { newPass, NOW } from "../storage/contract/samples.ts";
import { AUDIT, type HookWorld, openHookWorld } from "./support/hook-world.ts";
import { startReceiver } from "./support/receiver.ts";

const states = async (world: HookWorld, id = "wh_1") => (await world.deliveries(id)).map(({ state }) => state);

test.each(["sqlite", "postgres"] as const)(
  "on %s each event is told once, signed, to everybody who asked for it",
  async (database) => {
    const world = await openHookWorld(database);
    const [one, two] = [await startReceiver(), await startReceiver()];
    const secret = await world.listen("wh_1", one.url);
    await world.listen("wh_2", two.url, { eventTypes: ["pass.updated"] });
    const workers = [world.createWorker(), world.createWorker({ storage: await world.another() })];
    for (const worker of workers) worker.start();
    await world.issue("a", "b", "c");
    await world.storage.passes.change("pass.com.example.loyalty", [{ serialNumber: "b", voided: true }], {
      now: world.now,
      push: { kind: "none" },
    });
    await expect.poll(() => states(world), PATIENT).toEqual(["delivered", "delivered", "delivered", "delivered"]);
    await expect.poll(() => states(world, "wh_2"), PATIENT).toEqual(["delivered"]);
    expect(one.received).toHaveLength(4);
    expect(two.received).toHaveLength(1);
    for (const { headers, body, method } of one.received) {
      const verified = await verifyWebhook({ body, headers, secret, now: () => world.now });
      expect(verified.id).toBe(headers["webhook-id"]);
      expect(method).toBe("POST");
      expect(headers["content-type"]).toBe("application/json");
      expect(headers["user-agent"]).toMatch(/^Passwright/u);
    }
    expect(two.received[0]?.headers["webhook-id"]).toBe(
      one.received.find(({ body }) => body.includes("updated"))?.headers["webhook-id"],
    );
  },
);

test("who never takes an event is asked for three days, with the same id, and no more", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver(
    (_, response) => void response.writeHead(500).end("no: token=abcdef0123456789abcdef0123456789"),
  );
  const secret = await world.listen("wh_1", receiver.url);
  const worker = world.createWorker();
  worker.start();
  await world.issue("a");
  for (let attempts = 1; ; attempts += 1) {
    await expect.poll(async () => (await world.deliveries("wh_1"))[0]?.attempts.length, PATIENT).toBe(attempts);
    const [delivery] = await world.deliveries("wh_1");
    if (delivery?.state === "failed") break;
    const due = await world.storage.webhooks.queue.nextDue({ now: world.now });
    world.now = due ?? Number.NaN;
    worker.wake();
  }
  const [delivery] = await world.deliveries("wh_1");
  expect(delivery?.attempts).toHaveLength(11);
  expect(delivery?.attempts[0]).toMatchObject({ at: NOW, status: 500, error: "status 500" });
  expect(delivery?.attempts[0]?.answer).toMatch(/^no: /u);
  expect(world.now - NOW).toBeGreaterThan(GIVE_UP_MS * 0.95);
  expect(world.now - NOW).toBeLessThanOrEqual(GIVE_UP_MS);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(11);
  const { headers, body } = receiver.received.at(-1)!;
  await verifyWebhook({ headers, body, secret, now: () => world.now });
  await world.storage.webhooks.replayFailed({ endpointId: "wh_1", since: NOW, until: world.now, now: world.now, audit: AUDIT });
  world.now += 600_000;
  worker.wake();
  await expect.poll(() => receiver.received.length, PATIENT).toBe(12);
});

test("410 disables an endpoint, and it is told nothing more", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver((_, response) => void response.writeHead(410).end());
  await world.listen("wh_1", receiver.url);
  await world.issue("a");
  const worker = world.createWorker();
  worker.start();
  await expect.poll(() => world.disabled, PATIENT).toEqual([{ endpointId: "wh_1", reason: "gone", failures: 1 }]);
  world.now += 86_400_000;
  await world.issue("b");
  worker.wake();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(receiver.received).toHaveLength(1);
});

test("an endpoint that fails for days is disabled", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver((_, response) => void response.writeHead(500).end());
  await world.listen("wh_1", receiver.url);
  await world.issue(...Array.from({ length: GIVEN_UP.failures }, (_, index) => `s${index}`));
  const worker = world.createWorker();
  worker.start();
  for (let day = 0; world.disabled.length === 0; day += 1) {
    expect(day).toBeLessThan(200);
    world.now += 3_600_000;
    if (day % 12 === 0) await world.issue(`more-${day}`);
    worker.wake();
    const before = receiver.received.length;
    await expect.poll(() => receiver.received.length > before || world.disabled.length > 0, PATIENT).toBe(true);
    await expect.poll(() => worker.underWay, PATIENT).toBe(0);
  }
  expect(world.now - NOW).toBeGreaterThanOrEqual(GIVEN_UP.overMs);
  expect(world.disabled).toMatchObject([{ reason: "failing" }]);
});

test.each([
  [
    "a redirect",
    (url: string) => ({ status: 302, location: url }),
    "redirects are not followed: give the address that it leads to",
  ],
  ["not found", () => ({ status: 404 }), "status 404"],
  ["not modified", () => ({ status: 304 }), "redirects are not followed: give the address that it leads to"],
] as const)("%s is a failure", async (_, answer, error) => {
  const world = await openHookWorld();
  const target = await startReceiver();
  const receiver = await startReceiver((__, response) => {
    const { status, ...headers } = answer(target.url);
    response.writeHead(status, headers).end();
  });
  await world.listen("wh_1", receiver.url);
  await world.issue("a");
  world.createWorker().start();
  await expect.poll(() => world.outcomes, PATIENT).toMatchObject([{ kind: "retry", attempt: { error } }]);
  expect(target.received).toHaveLength(0);
});

test("Retry-After puts a delivery off, and with 429 its endpoint", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver((_, response) => void response.writeHead(429, { "retry-after": "120" }).end());
  await world.listen("wh_1", receiver.url);
  await world.issue("a");
  const worker = world.createWorker();
  worker.start();
  await expect.poll(() => states(world), PATIENT).toEqual(["waiting"]);
  await expect.poll(() => world.outcomes.length, PATIENT).toBe(1);
  expect(world.outcomes).toMatchObject([{ kind: "retry", at: NOW + 120_000, holdUntil: NOW + 120_000 }]);
  await expect.poll(() => world.storage.webhooks.queue.nextDue({ now: world.now }), PATIENT).toBe(NOW + 120_000);
  await world.issue("b");
  world.now += 119_999;
  worker.wake();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(receiver.received).toHaveLength(1);
});

test("who does not answer in time is asked again; others are told meanwhile", async () => {
  const world = await openHookWorld();
  const hanging = await startReceiver(() => undefined);
  const quick = await startReceiver();
  await world.listen("wh_1", hanging.url);
  await world.listen("wh_2", quick.url);
  await world.issue(...Array.from({ length: 60 }, (_, index) => `s${index}`));
  const worker = world.createWorker({ answerMs: 400, concurrency: 40 });
  worker.start();
  await expect.poll(async () => (await states(world, "wh_2")).every((state) => state === "delivered"), PATIENT).toBe(true);
  await expect.poll(() => world.outcomes.find(({ kind }) => kind === "retry")?.attempt.error, PATIENT).toBe("no answer in time");
});

test("no more than so many are under way at one endpoint", async () => {
  const world = await openHookWorld();
  let [now, most] = [0, 0];
  const receiver = await startReceiver((_, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      response.writeHead(200).end();
    }, 5);
  });
  await world.listen("wh_1", receiver.url);
  await world.issue(...Array.from({ length: 100 }, (_, index) => `s${index}`));
  world.createWorker({ perEndpoint: 4 }).start();
  await expect.poll(() => receiver.received.length, PATIENT).toBe(100);
  // A claim is made while less than half of it is under way.
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(5);
});

test("a worker that is stopped gives back what it has, and another goes on with the same ids", async () => {
  const world = await openHookWorld();
  let isHanging = true;
  const receiver = await startReceiver((_, response) => {
    if (!isHanging) response.writeHead(200).end();
  });
  await world.listen("wh_1", receiver.url);
  await world.issue("a", "b");
  const first = world.createWorker({ answerMs: 60_000 });
  first.start();
  await expect.poll(() => receiver.received.length, PATIENT).toBe(2);
  await first.stop({ signal: AbortSignal.timeout(30) });
  expect(world.outcomes).toEqual([]);
  isHanging = false;
  world.createWorker().start();
  await expect.poll(() => states(world), PATIENT).toEqual(["delivered", "delivered"]);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
});

test("what a worker has taken when it dies is sent by another when the lease is over", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver();
  await world.listen("wh_1", receiver.url);
  await world.issue("a");
  const [taken] = await world.storage.webhooks.queue.claim({
    worker: "dead",
    limit: 10,
    perEndpoint: 10,
    busy: [],
    now: world.now,
    leaseMs: 120_000,
  });
  const worker = world.createWorker();
  worker.start();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(receiver.received).toHaveLength(0);
  world.now += 120_000;
  await expect.poll(() => states(world), PATIENT).toEqual(["delivered"]);
  expect(receiver.received[0]?.headers["webhook-id"]).toBe(taken?.eventId);
});

test("an endpoint whose address is not allowed any more, or whose secret cannot be opened, fails in words", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver();
  await world.listen("wh_1", receiver.url);
  await world.listen("wh_2", receiver.url, { secret: "pws1.nonsense" });
  await world.issue("a");
  const strict = world.createWorker({ allowedNetworks: ["10.0.0.0/8"] });
  strict.start();
  await expect
    .poll(() => world.outcomes.map(({ attempt }) => attempt.error), PATIENT)
    .toEqual([
      "the address leads to an address that is not on the internet",
      "the address leads to an address that is not on the internet",
    ]);
  expect(receiver.connections()).toBe(0);
  await strict.stop();
  world.now += 60_000;
  world.createWorker().start();
  await expect
    .poll(() => world.outcomes.map(({ attempt }) => attempt.error), PATIENT)
    .toContain("its secret cannot be opened by this installation");
});

test("while storage does not answer nothing is lost, and it is said", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver();
  await world.listen("wh_1", receiver.url);
  await world.issue("a");
  const { queue } = world.storage.webhooks;
  const errors: unknown[] = [];
  let failing = 3;
  const worker = world.createWorker({
    queue: {
      ...queue,
      record: async (options) => {
        failing -= 1;
        if (failing >= 0) throw new Error("away");
        return queue.record(options);
      },
    },
    onStorageError: (error) => void errors.push(error),
  });
  worker.start();
  await expect.poll(() => states(world), PATIENT).toEqual(["delivered"]);
  expect(errors).toHaveLength(3);
  expect(receiver.received).toHaveLength(1);
});

test("the fate of one event does not keep those behind it waiting", async () => {
  const world = await openHookWorld();
  const receiver = await startReceiver((request, response) => {
    response.writeHead(request.body.includes('"serialNumber":"bad"') ? 500 : 200).end();
  });
  await world.listen("wh_1", receiver.url);
  await world.storage.passes.create([newPass("bad"), newPass("good-1"), newPass("good-2")], { now: NOW });
  world.createWorker().start();
  await expect.poll(async () => (await states(world)).toSorted(), PATIENT).toEqual(["delivered", "delivered", "waiting"]);
});
