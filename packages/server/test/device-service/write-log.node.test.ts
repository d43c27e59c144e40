import { expect, test } from "vitest";
import { type DeviceWorld, openDeviceWorld } from "./support/device-world.ts";
import { PASS_TYPE } from "./support/test-authority.ts";

const post = (world: DeviceWorld, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/v1/log`, { method: "POST", body, headers });

const messages = (...logs: unknown[]) => JSON.stringify({ logs });

const TASK = `Register task (for device 0123456789abcdef0123456789abcdef, pass type ${PASS_TYPE}, serial number S 1; with web service url https://x.example)`;

test("a message is kept with its cause and what it is about", async () => {
  const world = await openDeviceWorld();
  const line = `[2026-03-01 12:57:01 +0100] ${TASK} encountered error: Authentication failure`;
  expect((await post(world, messages(line, "something else"))).status).toBe(200);
  const entries = await world.storage.deviceLog.read({ limit: 10 });
  expect(entries.find(({ cause }) => cause !== null)).toMatchObject({
    at: world.clock.now,
    passTypeIdentifier: PASS_TYPE,
    serialNumber: "S 1",
    deviceLibraryIdentifier: "0123456789abcdef0123456789abcdef",
    cause: "authentication-failure",
    text: line,
  });
  expect(entries.find(({ cause }) => cause === null)).toMatchObject({ text: "something else", serialNumber: null });
  const metrics = await world.registry.collect();
  expect(metrics).toContain('passwright_device_log_messages_total{cause="authentication-failure"} 1');
  expect(metrics).toContain('passwright_device_log_messages_total{cause="unknown"} 1');
});

test("tokens in a message are neither kept nor logged, line breaks forge nothing", async () => {
  const world = await openDeviceWorld();
  const canaries = ["canary-token-0123456789", "c0ffee".repeat(12), "canary-password"];
  const hostile = [
    `Authorization: ApplePass ${canaries[0]}`,
    `pushToken=${canaries[1]} and ${canaries[1]}`,
    `Web service error for ${PASS_TYPE} (https://user:${canaries[2]}@x.example): oh`,
    'x\n{"level":"error","event":"forged"}\r\u001b[31m\u2028',
  ];
  expect((await post(world, messages(...hostile))).status).toBe(200);
  const kept = JSON.stringify(await world.storage.deviceLog.read({ limit: 10 }));
  for (const canary of canaries) {
    expect(kept).not.toContain(canary);
    expect(world.logText()).not.toContain(canary);
  }
  for (const line of world.logText().trimEnd().split("\n")) {
    const { event } = JSON.parse(line) as { event: string };
    expect(event).not.toBe("forged");
  }
  expect(world.logText()).not.toContain("\u001b");
});

test("logs are capped in bytes, messages and characters", async () => {
  const world = await openDeviceWorld();
  expect((await post(world, messages("a".repeat(70_000)))).status).toBe(413);
  expect((await post(world, messages("a".repeat(3_000_000)))).status).toBe(413);
  expect((await post(world, '{"logs":')).status).toBe(400);
  expect((await post(world, '{"logs":"text"}')).status).toBe(400);
  expect((await post(world, Uint8Array.of(0xff, 0xfe))).status).toBe(400);
  expect((await post(world, messages(...Array.from({ length: 500 }, (_, index) => `m${index}`)))).status).toBe(200);
  expect((await post(world, messages("é".repeat(10_000)))).status).toBe(200);
  const entries = await world.storage.deviceLog.read({ limit: 1000 });
  expect(entries).toHaveLength(101);
  expect(Math.max(...entries.map(({ text }) => text.length))).toBe(4096);
});

test("an address that posts too much is asked to wait, others are not", async () => {
  const world = await openDeviceWorld({ limits: { logBurst: 3, logsPerSecond: 0.5 }, trustedProxies: 1 });
  const from = (address: string) => post(world, messages("m"), { "x-forwarded-for": address });
  for (let round = 0; round < 3; round += 1) expect((await from("192.0.2.1")).status).toBe(200);
  const refused = await from("192.0.2.1");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
  expect((await from("6.6.6.6, 192.0.2.2")).status).toBe(200);
  world.clock.now += 2000;
  expect((await from("192.0.2.1")).status).toBe(200);
});

test("all addresses together are limited too", async () => {
  const world = await openDeviceWorld({ limits: { allLogsBurst: 2, allLogsPerSecond: 1 }, trustedProxies: 1 });
  const statuses: number[] = [];
  for (let index = 0; index < 4; index += 1) {
    statuses.push((await post(world, messages("m"), { "x-forwarded-for": `192.0.2.${index}` })).status);
  }
  expect(statuses).toEqual([200, 200, 429, 429]);
});
