import { connect } from "node:net";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { DeviceRequest } from "../../src/device-service/device-message.ts";
import { createDeviceService } from "../../src/device-service/device-service.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { createMetricRegistry, SERIES_PER_METRIC } from "../../src/metrics/metric-registry.ts";
import { createServerMetrics } from "../../src/metrics/server-metrics.ts";
import { openDeviceWorld, tokenOf } from "./support/device-world.ts";
import { PASS_TYPE } from "./support/test-authority.ts";

/** Sends bytes and reads until the server closes, or has answered and the time is up. */
function sendRaw(port: number, text: string, { waitMs = 400 } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    const timer = setTimeout(() => socket.destroy(), waitMs);
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
    socket.write(Buffer.from(text, "latin1"));
  });
}

const AUTHORIZATION = `authorization: ApplePass ${tokenOf("1")}`;
const get = (target: string, ...headers: string[]) =>
  [`GET ${target} HTTP/1.1`, "host: x", "connection: close", ...headers, "", ""].join("\r\n");
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);

test("hostile targets are answered with the status that fits, without a stack and without being logged", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const pass = `/wallet/v1/passes/${PASS_TYPE}`;
  const cases: [string, number][] = [
    [`${pass}/1`, 200],
    [`${pass}/%31`, 200],
    [`http://evil.example${pass}/1`, 200],
    [`HTTPS://user@evil.example:1${pass}/1?a=b`, 200],
    [`${pass}/..%2f..%2fetc%2fpasswd`, 401],
    [`${pass}/../../../etc/passwd`, 404],
    [`${pass}/a%00b`, 400],
    [`${pass}/%zz`, 400],
    [`${pass}/%c3`, 400],
    [`${pass}/a%0d%0ax-injected:%201`, 400],
    [`${pass}/${"a".repeat(20_000)}`, 400],
    [`${pass}/`, 400],
    [`${pass}//1`, 404],
    [`${pass}/1/`, 404],
    ["/wallet/v1", 404],
    ["/wallet", 404],
    ["/walletv1/log", 404],
    ["//wallet/v1/log", 404],
    ["*", 400],
    ["/wallet/v1/log", 405],
    ["/wallet/V1/log", 404],
    ["/wallet/v2/log", 404],
    ["/wallet/v1/passes/__proto__/constructor", 401],
    [`${pass}/${"%41".repeat(1100)}`, 400],
    [`/wallet/v1/devices/${"d".repeat(700)}/registrations/${PASS_TYPE}`, 204],
  ];
  for (const [target, status] of cases) {
    const answer = await sendRaw(world.port, get(target, AUTHORIZATION));
    const shown = target.slice(0, 80);
    if (target === "*") expect([400, 404], shown).toContain(statusOf(answer));
    else expect(statusOf(answer), shown).toBe(status);
    expect(answer.toLowerCase(), shown).not.toMatch(/x-injected|\bat .*:\d+:\d+|node_modules/u);
  }
  expect(world.logText()).not.toContain("a".repeat(200));
  expect(world.logText()).not.toContain(tokenOf("1"));
  expect(world.logText()).not.toContain("request failed");
});

test("unknown methods are told which are known, and unreadable requests that they are", async () => {
  const world = await openDeviceWorld();
  const put = await fetch(`${world.url}/v1/passes/${PASS_TYPE}/1`, { method: "PUT", body: "x" });
  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  const patch = await fetch(`${world.url}/v1/devices/d/registrations/${PASS_TYPE}/1`, { method: "PATCH" });
  expect([patch.status, patch.headers.get("allow")]).toEqual([405, "POST, DELETE"]);
  const raw: [string, number][] = [
    ["GARBAGE\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\n\r\n", 400],
    [`GET / HTTP/1.1\r\nhost: x\r\nlong: ${"a".repeat(40_000)}\r\n\r\n`, 431],
    ["POST /wallet/v1/log HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n", 400],
    ["POST /wallet/v1/log HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n", 400],
    ["POST /wallet/v1/log HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", 400],
    ["POST /wallet/v1/log HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999\r\n\r\n", 413],
  ];
  for (const [text, status] of raw) expect(statusOf(await sendRaw(world.port, text)), text.slice(0, 60)).toBe(status);
});

test("a body beyond its limit is refused however it is sent, and the connection with it", async () => {
  const world = await openDeviceWorld({ httpLimits: { drainBytes: 100_000 } });
  await world.issue("1");
  const path = `/wallet/v1/devices/d/registrations/${PASS_TYPE}/1`;
  const chunk = `4000\r\n${"a".repeat(0x4000)}\r\n`;
  const chunked = `POST ${path} HTTP/1.1\r\nhost: x\r\n${AUTHORIZATION}\r\ntransfer-encoding: chunked\r\n\r\n`;
  expect(statusOf(await sendRaw(world.port, `${chunked}${chunk.repeat(3)}0\r\n\r\n`))).toBe(413);
  const endless = await sendRaw(world.port, `${chunked}${chunk.repeat(20)}`);
  // Whoever sends on without end may be cut off before it reads the answer.
  expect([0, 413]).toContain(statusOf(endless));
  const announced = await sendRaw(
    world.port,
    `POST ${path} HTTP/1.1\r\nhost: x\r\n${AUTHORIZATION}\r\ncontent-length: 200000\r\n\r\n`,
  );
  expect(statusOf(announced)).toBe(413);
  expect(announced).toContain("connection: close");
  expect(await world.storage.registrations.of({ passTypeIdentifier: PASS_TYPE, serialNumber: "1" })).toEqual([]);
});

test("identifiers that no database can hold are refused, not failed at", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const answer = await fetch(`${world.url}/v1/devices/${"d".repeat(1000)}/registrations/${PASS_TYPE}/1`, {
    method: "POST",
    headers: { authorization: `ApplePass ${tokenOf("1")}` },
    body: '{"pushToken":"aa"}',
  });
  expect(answer.status).toBe(400);
});

test("a body that never ends or breaks off keeps nothing and stops nobody", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const head = `POST /wallet/v1/devices/d/registrations/${PASS_TYPE}/1 HTTP/1.1\r\nhost: x\r\n${AUTHORIZATION}\r\ncontent-length: 20\r\n\r\n`;
  expect(await sendRaw(world.port, `${head}{"pushToken"`, { waitMs: 100 })).toBe("");
  expect((await fetch(`${world.url}/v1/log`, { method: "POST", body: '{"logs":[]}' })).status).toBe(200);
  expect(await world.storage.registrations.of({ passTypeIdentifier: PASS_TYPE, serialNumber: "1" })).toEqual([]);
});

test("the inside of a failure stays inside: an empty 500, and a line with the request's id", async () => {
  const world = await openDeviceWorld({
    replace: ({ source }) => ({
      source: { ...source, build: () => Promise.reject(new Error("canary-message with ApplePass canary-token-0123456789")) },
    }),
  });
  const issued = world.storage.passes.create(
    [
      {
        passTypeIdentifier: PASS_TYPE,
        serialNumber: "1",
        authenticationToken: tokenOf("1"),
        templateId: "gate",
        templateVersion: 1,
        values: "{}",
      },
    ],
    { now: 0 },
  );
  await issued;
  const answer = await fetch(`${world.url}/v1/passes/${PASS_TYPE}/1`, {
    headers: { authorization: `ApplePass ${tokenOf("1")}`, "x-request-id": "proxy-id-12345678" },
  });
  expect([answer.status, await answer.text(), answer.headers.get("x-request-id")]).toEqual([500, "", "proxy-id-12345678"]);
  const line =
    world
      .logText()
      .split("\n")
      .find((text) => text.includes("request failed")) ?? "";
  expect(line).toContain('"requestId":"proxy-id-12345678"');
  expect(line).toContain("canary-message");
  expect(world.logText()).not.toContain("canary-token");
});

test("whatever is asked, the service answers with a documented status, never fails, and logs no token", async () => {
  const lines: string[] = [];
  const registry = createMetricRegistry();
  const log = createLogger({ write: (text) => lines.push(text), level: "debug", clock: () => 0 });
  const token = "canary-0123456789-canary";
  const version = { authenticationToken: token, revision: 1, modifiedAt: 1_772_366_400 };
  const row = { ...version, tag: 1, templateId: "t", templateVersion: 1, values: "{}", certificateId: "" };
  const service = createDeviceService({
    storage: {
      passes: {
        findVersion: ({ serialNumber }: { serialNumber: string }) => (serialNumber === "1" ? version : undefined),
        find: (key: object) => ({ ...key, ...row, voided: false, expiresAt: null, personalization: "open" }),
      },
      registrations: {
        register: async () => "created",
        unregister: async () => "absent",
        listChanged: () => ({ serialNumbers: ["1"], tag: 1 }),
      },
      deviceLog: { write: async () => undefined },
      personalizations: { save: async () => ({ kind: "conflict" }) },
    } as never,
    source: { signToken: async () => new Uint8Array(1) },
    archives: { peek: () => ({ chunks: [], size: 0 }) } as never,
    clock: () => 0,
    log,
    metrics: createServerMetrics(registry),
    limits: { logBurst: 1e9, allLogsBurst: 1e9, signUpBurst: 1e9 },
  });
  const step = fc.oneof(
    fc.constantFrom("v1", "devices", "passes", "registrations", "log", "personalize", "1", "pass.com.example", "%00", "..", ""),
    fc.string(),
    fc.string().map((text) => encodeURIComponent(text.toWellFormed())),
  );
  const path = fc.oneof(
    fc.array(step, { maxLength: 8 }).map((steps) => `/${steps.join("/")}`),
    step.map((serial) => `/v1/passes/pass.com.example/${serial}`),
    step.map((device) => `/v1/devices/${device}/registrations/pass.com.example/1`),
    fc.constantFrom("/v1/log", "/v1/passes/p/1/personalize", "/v1/passes/p/1"),
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.array(fc.string()).map((logs) => new TextEncoder().encode(JSON.stringify({ logs: [...logs, `ApplePass ${token}`] }))),
    fc
      .string()
      .map((personalizationToken) =>
        new TextEncoder().encode(JSON.stringify({ personalizationToken, requiredPersonalizationInfo: { fullName: token } })),
      ),
  );
  const header = fc.oneof(
    fc.string(),
    fc.constantFrom(null, `ApplePass ${token}`, `AndroidPass ${token}`, "ApplePass", "Sun, 01 Mar 2026 12:00:00 GMT"),
  );
  const request = fc.record({
    method: fc.oneof(fc.constantFrom("GET", "HEAD", "POST", "DELETE", "PUT"), fc.string()),
    path,
    search: fc.oneof(
      fc.constant(""),
      fc.string().map((text) => `?passesUpdatedSince=${text}`),
    ),
    address: fc.string(),
    header,
    body,
  });
  await fc.assert(
    fc.asyncProperty(request, async (given) => {
      const asked: DeviceRequest = {
        ...given,
        id: "00000000",
        get: () => given.header,
        readBody: async (maxBytes) => (given.body.length > maxBytes ? { kind: "too-large" } : { kind: "read", bytes: given.body }),
      };
      const { status, headers } = await service.handle(asked);
      expect([200, 201, 204, 304, 400, 401, 404, 405, 413, 429, 503]).toContain(status);
      // oxlint-disable-next-line no-control-regex
      for (const text of headers) expect(text).toMatch(/^[\x20-\x7e]*$/u);
    }),
    { numRuns: 3000 },
  );
  log.flush();
  expect(lines.join("")).not.toContain(token);
  for (const line of lines.join("").trimEnd().split("\n")) JSON.parse(line);
  expect((await registry.collect()).split("\n").length).toBeLessThan(SERIES_PER_METRIC * 4);
});
