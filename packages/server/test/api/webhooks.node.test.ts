import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiError, type IssuerClient, verifyWebhook, type WebhookEvent } from "../../src/client/index.ts";
import { PATIENT } from "../push/support/patience.ts";
import { type Answer, ok, type Received, type Receiver, startReceiver } from "../webhooks/support/receiver.ts";
import { type ApiWorld, openApiWorld, PASS_TYPE, publishGate } from "./support/api-world.ts";

let world: ApiWorld;
let client: IssuerClient;
let end: () => Promise<void>;
beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  client = world.client();
  await publishGate(world);
}, 60_000);
afterAll(() => end());

/** An endpoint of the project at a receiver of its own, without the others. */
async function listen(answer: Answer = ok, rest: Partial<Parameters<IssuerClient["webhooks"]["create"]>[0]> = {}) {
  for (const { id } of (await client.webhooks.list()).items) await client.webhooks.delete(id);
  const receiver = await startReceiver(answer);
  return { receiver, webhook: await client.webhooks.create({ url: receiver.url, ...rest }) };
}

async function eventsOf({ received }: Receiver, secret: string): Promise<readonly WebhookEvent[]> {
  const verify = async ({ body, headers }: Received) => (await verifyWebhook({ body, headers, secret })).event;
  return Promise.all(received.map((one) => verify(one)));
}

async function faultOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
}

const issue = () => client.passes.create({ templateId: "gate", values: { gate: "A1" } });

test("what happens to a pass through the API and on a device is told, signed", async () => {
  const { receiver, webhook } = await listen();
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "A1" }, externalId: "order-7" });
  const { authenticationToken } = (await world.server.storage.passes.find(pass))!;
  const address = `${world.server.webServiceURL}/v1/devices/abcdef0123456789/registrations/${PASS_TYPE}/${pass.serialNumber}`;
  const headers = { authorization: `ApplePass ${authenticationToken}`, "content-type": "application/json" };
  const registered = await fetch(address, { method: "POST", headers, body: JSON.stringify({ pushToken: "ab".repeat(32) }) });
  expect(registered.status).toBe(201);
  await client.passes.update(pass, { values: { gate: "B2" } });
  expect((await fetch(address, { method: "DELETE", headers })).status).toBe(200);
  await client.passes.delete(pass);
  await expect.poll(() => receiver.received.length, PATIENT).toBe(5);
  const events = (await eventsOf(receiver, webhook.secret)).toSorted((one, two) => (one.timestamp < two.timestamp ? -1 : 1));
  expect(events.map(({ type }) => type)).toEqual([
    "pass.created",
    "pass.installed",
    "pass.updated",
    "pass.removed",
    "pass.updated",
  ]);
  const { serialNumber, templateId, templateVersion } = pass;
  expect(events[0]?.data).toEqual({
    pass: {
      passTypeIdentifier: PASS_TYPE,
      serialNumber,
      externalId: "order-7",
      templateId,
      templateVersion,
      revision: 1,
      voided: false,
      expiresAt: null,
    },
  });
  expect(events[4]?.data).toMatchObject({ pass: { revision: 3, voided: true } });
  const told = JSON.stringify(receiver.received);
  expect(told).not.toContain(authenticationToken);
  expect(told).not.toContain("abcdef0123456789");
});

test("a device that is gone is told with the reason that APNs gave", async () => {
  const pass = await issue();
  const pushToken = "cd".repeat(32);
  const { authenticationToken } = (await world.server.storage.passes.find(pass))!;
  const address = `${world.server.webServiceURL}/v1/devices/gone/registrations/${PASS_TYPE}/${pass.serialNumber}`;
  const headers = { authorization: `ApplePass ${authenticationToken}`, "content-type": "application/json" };
  await fetch(address, { method: "POST", headers, body: JSON.stringify({ pushToken }) });
  world.standIn.unregister(pushToken, { at: Date.now() + 60_000 });
  const { receiver, webhook } = await listen(ok, { eventTypes: ["push.failed"] });
  await client.passes.update(pass, { values: { gate: "B2" } });
  await expect.poll(() => receiver.received.length, PATIENT).toBe(1);
  const [event] = await eventsOf(receiver, webhook.secret);
  expect(event).toMatchObject({
    type: "push.failed",
    data: { reason: "Unregistered", deviceRemoved: true, serialNumbers: [pass.serialNumber], passTypeIdentifier: PASS_TYPE },
  });
});

test("a test event arrives whatever was asked for, and its delivery tells what was answered, without secrets", async () => {
  const { receiver, webhook } = await listen(
    (_, response) => void response.writeHead(200).end("thanks, Authorization: Bearer abcdef0123456789abcdef0123456789"),
    { eventTypes: ["job.finished"] },
  );
  const sent = await client.webhooks.test(webhook.id);
  expect(sent).toMatchObject({ type: "webhook.test", state: "waiting", attempts: [] });
  await expect.poll(async () => (await client.webhooks.delivery(webhook.id, sent.eventId)).state, PATIENT).toBe("delivered");
  const { attempts, event } = await client.webhooks.delivery(webhook.id, sent.eventId);
  expect(attempts).toMatchObject([{ status: 200, error: null }]);
  expect(attempts[0]?.answer).toMatch(/^thanks/u);
  expect(attempts[0]?.answer).not.toContain("abcdef0123456789");
  expect(JSON.parse(receiver.received[0]?.body ?? "")).toEqual(event);
  expect(receiver.received[0]?.headers["webhook-id"]).toBe(sent.eventId);
  const [verified] = await eventsOf(receiver, webhook.secret);
  expect(verified?.type).toBe("webhook.test");
});

test("while a secret is replaced both sign; it is told once and shown never again", async () => {
  const { receiver, webhook } = await listen();
  const rotated = await client.webhooks.rotateSecret(webhook.id);
  expect(rotated.secret).not.toBe(webhook.secret);
  const hours = (Date.parse(rotated.oldSecretUntil ?? "") - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23.9);
  expect(hours).toBeLessThanOrEqual(24);
  await client.webhooks.test(webhook.id);
  await expect.poll(() => receiver.received.length, PATIENT).toBe(1);
  for (const secret of [webhook.secret, rotated.secret]) expect(await eventsOf(receiver, secret)).toHaveLength(1);
  const shown = JSON.stringify([
    await client.webhooks.list(),
    await client.webhooks.get(webhook.id),
    await client.webhooks.update(webhook.id, { description: "x" }),
    await client.webhooks.deliveries(webhook.id),
    await client.audit(),
  ]);
  for (const secret of [webhook.secret, rotated.secret]) {
    expect(shown).not.toContain(secret.slice(6));
    expect(world.logText()).not.toContain(secret.slice(6));
  }
  expect(world.logText()).not.toContain(receiver.url);
});

test("an endpoint is changed, disabled, enabled and deleted", async () => {
  const { receiver, webhook } = await listen(ok, { eventTypes: ["pass.created"], description: "shop" });
  expect(webhook).toMatchObject({ enabled: true, eventTypes: ["pass.created"], description: "shop", templateIds: null });
  expect(await client.webhooks.update(webhook.id, { enabled: false })).toMatchObject({ enabled: false, disabledReason: "request" });
  await issue();
  expect((await faultOf(client.webhooks.test(webhook.id))).fault).toBe("webhook-disabled");
  expect(await client.webhooks.update(webhook.id, { enabled: true, eventTypes: null })).toMatchObject({
    enabled: true,
    eventTypes: null,
  });
  expect((await client.webhooks.deliveries(webhook.id)).items).toEqual([]);
  const pass = await issue();
  await expect.poll(() => receiver.received.length, PATIENT).toBe(1);
  expect(receiver.received[0]?.body).toContain(pass.serialNumber);
  expect(await client.webhooks.delete(webhook.id)).toEqual({ id: webhook.id, removed: true });
  expect((await faultOf(client.webhooks.get(webhook.id))).fault).toBe("not-found");
  expect((await client.audit()).items.slice(0, 2).map(({ action }) => action)).toContain("deleteWebhook");
});

test("deliveries are listed page by page and by state, and replayed one by one or all that failed", async () => {
  const { receiver, webhook } = await listen((_, response) => void response.writeHead(204).end());
  for (let index = 0; index < 3; index += 1) await client.webhooks.test(webhook.id);
  await expect.poll(() => receiver.received.length, PATIENT).toBe(3);
  const first = await client.webhooks.deliveries(webhook.id, { limit: 2 });
  const rest = await client.webhooks.deliveries(webhook.id, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map(({ eventId }) => eventId)).toEqual(
    [...first.items, ...rest.items]
      .map(({ eventId }) => eventId)
      .toSorted()
      .toReversed(),
  );
  expect(rest).toMatchObject({ items: [{}], nextCursor: null });
  expect((await client.webhooks.deliveries(webhook.id, { state: "failed" })).items).toEqual([]);
  const { eventId } = first.items[0]!;
  await expect.poll(async () => (await client.webhooks.delivery(webhook.id, eventId)).state, PATIENT).toBe("delivered");
  await client.webhooks.replay(webhook.id, eventId);
  await expect.poll(() => receiver.received.length, PATIENT).toBe(4);
  expect(receiver.received[3]?.headers["webhook-id"]).toBe(eventId);
  expect(await client.webhooks.replayFailed(webhook.id, { since: "2026-01-01T00:00:00Z" })).toEqual({ replayed: 0 });
  expect((await faultOf(client.webhooks.replay(webhook.id, "msg_00"))).fault).toBe("not-found");
  expect((await faultOf(client.webhooks.deliveries(webhook.id, { cursor: "x'--" }))).fault).toBe("invalid-request");
});

test.each([
  "http://10.0.0.1/",
  "https://169.254.169.254/latest/meta-data",
  "https://[::ffff:a9fe:a9fe]/",
  "https://2852039166/",
  "ftp://127.0.0.1/",
  "https://user:pass@example.com/",
  "https://127.0.0.1:22/",
  "javascript:alert(1)",
])("the address %s is refused, when it is made and when it is changed", async (url) => {
  const { webhook } = await listen();
  const faults = [await faultOf(client.webhooks.create({ url })), await faultOf(client.webhooks.update(webhook.id, { url }))];
  for (const fault of faults)
    expect(fault).toMatchObject({ fault: "invalid-request", document: { faults: [{ place: "body.url" }] } });
});

test("unknown event types and empty lists are refused, and so is one endpoint too many", async () => {
  const { receiver } = await listen();
  const { url } = receiver;
  for (const body of [
    { url, eventTypes: ["pass.exploded"] },
    { url, eventTypes: [] },
    { url, templateIds: [] },
    { url, x: 1 },
  ]) {
    expect((await world.ask("/webhooks", { method: "POST", json: body })).status).toBe(400);
  }
  for (let index = 1; index < 20; index += 1) await client.webhooks.create({ url });
  expect((await faultOf(client.webhooks.create({ url }))).fault).toBe("too-many-webhooks");
});

test("metrics count what was told and what waits, and name no address", async () => {
  const { receiver, webhook } = await listen();
  await client.webhooks.test(webhook.id);
  await expect.poll(() => receiver.received.length, PATIENT).toBe(1);
  const read = async () => (await fetch(`${world.server.origin}/metrics`)).text();
  await expect.poll(read, PATIENT).toMatch(/passwright_webhook_attempts_total\{outcome="delivered"\} [1-9]/u);
  const text = await read();
  for (const name of [
    "passwright_webhook_queue",
    "passwright_webhook_oldest_due_seconds",
    "passwright_webhook_endpoints_disabled",
  ]) {
    expect(text).toContain(name);
  }
  expect(text).not.toContain(receiver.url);
  expect(text).not.toContain(webhook.id);
});
