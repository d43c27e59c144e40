import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createArchiveStore } from "../../src/device-service/archive-store.ts";
import { DEVICE_ERRORS } from "../../src/device-service/device-error.ts";
import type { DeviceRequest } from "../../src/device-service/device-message.ts";
import { createDeviceService } from "../../src/device-service/device-service.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { createMetricRegistry } from "../../src/metrics/metric-registry.ts";
import { createServerMetrics } from "../../src/metrics/server-metrics.ts";
import { openDeviceWorld, tokenOf } from "./support/device-world.ts";
import { PASS_TYPE } from "./support/test-authority.ts";

const asRequest = (path: string, headers: Readonly<Record<string, string>> = {}): DeviceRequest => ({
  id: "00000000",
  method: "GET",
  path,
  search: "",
  address: "127.0.0.1",
  get: (name) => headers[name] ?? null,
  readBody: async () => ({ kind: "broken" }),
});

test("a 304, a list, a refusal and a pass at hand are answered without a promise on SQLite", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const headers = { authorization: `ApplePass ${tokenOf("1")}` };
  const service = createDeviceService({
    ...world,
    clock: () => world.clock.now,
    log: createLogger({ write: () => undefined, level: "info", clock: Date.now }),
    metrics: createServerMetrics(createMetricRegistry()),
  });
  const path = `/v1/passes/${PASS_TYPE}/1`;
  const first = await service.handle(asRequest(path, headers));
  const lastModified = first.headers[first.headers.indexOf("last-modified") + 1] ?? "";
  await world.storage.registrations.register(
    { deviceLibraryIdentifier: "d", passTypeIdentifier: PASS_TYPE, serialNumber: "1", client: "apple", pushToken: "aa" },
    { now: 0 },
  );
  expect(service.handle(asRequest(path, headers))).toMatchObject({ status: 200 });
  expect(service.handle(asRequest(path, { ...headers, "if-modified-since": lastModified }))).toMatchObject({ status: 304 });
  expect(service.handle(asRequest(path))).toMatchObject({ status: 401 });
  expect(service.handle(asRequest(`/v1/devices/d/registrations/${PASS_TYPE}`))).toMatchObject({ status: 200 });
  expect(service.handle(asRequest("/v1/nothing"))).toMatchObject({ status: 404 });
});

test("a herd of devices for one pass has it built once", async () => {
  let builds = 0;
  const world = await openDeviceWorld({
    replace: ({ source }) => ({
      source: {
        ...source,
        build: (pass) => {
          builds += 1;
          return source.build(pass);
        },
      },
    }),
  });
  await world.issue("1");
  builds = 0;
  const answers = await Promise.all(
    Array.from({ length: 60 }, () =>
      fetch(`${world.url}/v1/passes/${PASS_TYPE}/1`, { headers: { authorization: `ApplePass ${tokenOf("1")}` } }),
    ),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await Promise.all(answers.map((answer) => answer.bytes()));
  expect(builds).toBe(1);
});

test("more passes than can be built are put off, not failed", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const archives = createArchiveStore({ source: world.source, maxBytes: 0, maxBuilding: 0, maxWaiting: 0 });
  const service = createDeviceService({
    ...world,
    archives,
    clock: () => world.clock.now,
    log: createLogger({ write: () => undefined, level: "info", clock: Date.now }),
    metrics: createServerMetrics(createMetricRegistry()),
  });
  const answer = await service.handle(asRequest(`/v1/passes/${PASS_TYPE}/1`, { authorization: `ApplePass ${tokenOf("1")}` }));
  expect(answer).toMatchObject({ status: 503, headers: ["retry-after", "5", "content-length", "0"] });
});

test("requests are counted by endpoint and status, and logged without what opens a door", async () => {
  const world = await openDeviceWorld();
  await world.issue("1");
  const device = "0123456789abcdef0123456789abcdef";
  await fetch(`${world.url}/v1/devices/${device}/registrations/${PASS_TYPE}/1`, {
    method: "POST",
    headers: { authorization: `ApplePass ${tokenOf("1")}` },
    body: '{"pushToken":"canary-push-token"}',
  });
  await fetch(`${world.url}/v1/devices/${device}/registrations/${PASS_TYPE}`);
  const metrics = await world.registry.collect();
  expect(metrics).toContain('passwright_device_requests_total{endpoint="register",status="201"} 1');
  expect(metrics).toContain('passwright_device_requests_total{endpoint="list",status="200"} 1');
  expect(metrics).toContain('passwright_registrations_total{change="created",client="apple"} 1');
  expect(metrics).toContain('passwright_device_request_seconds_count{endpoint="list"} 1');
  expect(world.logText()).toContain('"endpoint":"register","status":201');
  for (const secret of [tokenOf("1"), device, "canary-push-token"]) expect(world.logText()).not.toContain(secret);
});

test("every error code of the room is thrown somewhere, and says something of its own", async () => {
  const folder = fileURLToPath(new URL("../../src/device-service/", import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts") && name !== "device-error.ts");
  const source = (await Promise.all(files.map((name) => readFile(`${folder}${name}`, "utf8")))).join("\n");
  for (const code of Object.keys(DEVICE_ERRORS)) expect(source).toContain(`new DeviceError("${code}"`);
  expect(new Set(Object.values(DEVICE_ERRORS)).size).toBe(Object.keys(DEVICE_ERRORS).length);
});
