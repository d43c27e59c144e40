import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "../../src/http/http-server.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { type ApiWorld, openApiWorld, PASS_TYPE, publishGate } from "../api/support/api-world.ts";

const PAGE = "https://admin.example.com";

let world: ApiWorld;
let closed: ApiWorld;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const until = (close: () => Promise<void>) => void ends.push(close);
  world = await openApiWorld({
    until,
    flags: { "cors-origins": `${PAGE},http://localhost:5173`, "api-rate": "1", "api-burst": "500" },
  });
  closed = await openApiWorld({ until });
  await publishGate(world);
}, 60_000);
afterAll(async () => {
  await Promise.all(ends.map((end) => end()));
}, 60_000);

test("every answer of the API says what is left of its limit; with none left it says how long to wait", async () => {
  const key = await world.makeKey(["read"]);
  const first = await world.ask("/passes", { key });
  expect(first.headers.get("ratelimit-policy")).toBe('"key";q=500;w=500');
  expect(first.headers.get("ratelimit")).toMatch(/^"key";r=499;t=[12]$/u);
  expect((await world.ask("/nowhere", { key })).headers.get("ratelimit")).toMatch(/^"key";r=49[89];t=\d$/u);
  const stranger = await world.ask("/passes", { key: null });
  expect(stranger.headers.get("ratelimit-policy")).toBe('"stranger";q=30;w=30');
  const description = await world.ask("/openapi.json", { key: null });
  // Read to its end: a long answer that nobody reads keeps its connection.
  await description.text();
  expect(description.headers.get("ratelimit")).toMatch(/^"stranger";r=\d+;t=\d+$/u);
  const answers = await Promise.all(Array.from({ length: 520 }, () => world.ask("/nowhere", { key })));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers } of refused) {
    expect(headers.get("retry-after")).toBe("1");
    expect(headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/u);
  }
  // Others go on.
  expect((await world.ask("/passes")).status).toBe(200);
}, 30_000);

test("without a setting no page of another origin may call the API", async () => {
  const answer = await closed.ask("/passes", { headers: { origin: PAGE } });
  expect(answer.status).toBe(200);
  for (const name of ["access-control-allow-origin", "access-control-allow-credentials", "vary"])
    expect(answer.headers.get(name)).toBeNull();
  const preflight = await closed.ask("/passes", {
    method: "OPTIONS",
    key: null,
    headers: { origin: PAGE, "access-control-request-method": "POST" },
  });
  expect(preflight.status).toBeGreaterThanOrEqual(400);
  expect(preflight.headers.get("access-control-allow-methods")).toBeNull();
});

test("exactly the named origins may, without cookies, and caches are told", async () => {
  const preflight = await world.ask("/passes", {
    method: "OPTIONS",
    key: null,
    headers: { origin: PAGE, "access-control-request-method": "PATCH" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  const answer = await world.ask("/passes", { headers: { origin: PAGE } });
  expect(answer.headers.get("access-control-allow-origin")).toBe(PAGE);
  expect(answer.headers.get("access-control-expose-headers")).toContain("ratelimit");
  for (const origin of [
    "https://admin.example.com.evil.example",
    "https://admin.example.com:444",
    "http://admin.example.com",
    "null",
    "*",
    "HTTPS://ADMIN.EXAMPLE.COM",
  ]) {
    const other = await world.ask("/passes", { headers: { origin } });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    expect(other.headers.get("vary")).toBe("Origin");
  }
  for (const one of [preflight, answer]) expect(one.headers.get("access-control-allow-credentials")).toBeNull();
  // An error can be read by the page as well.
  expect((await world.ask("/passes", { key: null, headers: { origin: PAGE } })).headers.get("access-control-allow-origin")).toBe(
    PAGE,
  );
});

test("a key ends when it was said to, and one that would end in the past is not made", async () => {
  const client = world.client();
  await expect(client.keys.create({ name: "x", scopes: ["read"], expiresAt: "2020-01-01T00:00:00Z" })).rejects.toMatchObject({
    fault: "invalid-request",
  });
  const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000).toISOString();
  const { key, id, ...made } = await client.keys.create({ name: "x", scopes: ["read"], expiresAt });
  expect(made.expiresAt).toBe(expiresAt);
  expect((await world.ask("/passes", { key })).status).toBe(200);
  await expect.poll(async () => (await world.ask("/passes", { key })).status, { timeout: 10_000, interval: 250 }).toBe(401);
  expect(await client.keys.update(id, { name: "y", expiresAt: null })).toMatchObject({ name: "y", expiresAt: null });
  expect((await world.ask("/passes", { key })).status).toBe(200);
});

test("an admin of a project makes no key that reaches beyond it", async () => {
  const admin = world.client(await world.makeKey(["admin"]));
  await expect(admin.keys.create({ name: "x", scopes: ["installation"] })).rejects.toMatchObject({ fault: "forbidden" });
  await expect(admin.keys.create({ name: "x", scopes: ["read", "installation"] })).rejects.toMatchObject({ fault: "forbidden" });
  await expect(admin.projects.list()).rejects.toMatchObject({ fault: "forbidden" });
  const installation = world.client(await world.makeKey(["installation"]));
  await expect(installation.passes.list()).rejects.toMatchObject({ fault: "forbidden" });
  await installation.projects.create({ id: "fresh", name: "Fresh" });
  await expect(installation.projects.create({ id: "fresh", name: "Again" })).rejects.toMatchObject({ fault: "project-conflict" });
  await expect(installation.projects.update("default", { archived: true })).rejects.toMatchObject({ fault: "project-conflict" });
  // A pass type with templates stays where they are.
  await expect(installation.projects.assignPassType("fresh", PASS_TYPE)).rejects.toMatchObject({ fault: "project-conflict" });
  await expect(installation.projects.assignPassType("fresh", "no pass type")).rejects.toMatchObject({ fault: "invalid-request" });
});

test("the audit log is exported whole and line by line, however long it is", async () => {
  const { storage } = world.server;
  for (let index = 0; index < 450; index += 1) {
    await storage.access.updateKey(
      { id: "first", projectId: "default" },
      {},
      {
        audit: {
          at: index,
          projectId: "default",
          actor: "local",
          action: "updateKey",
          object: `o${index}\n{"id":0}`,
          requestId: "",
        },
      },
    );
  }
  const response = await world.ask("/audit.ndjson");
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  const lines = (await response.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly id: number; readonly object: string });
  expect(lines.filter(({ object }) => object.startsWith("o"))).toHaveLength(450);
  expect(lines.every(({ id }, index) => index === 0 || id < lines[index - 1]!.id)).toBe(true);
});

test("metrics count requests by route and status, and refusals by reason; addresses of strangers are no labels", async () => {
  await world.ask("/strange-canary-route");
  const text = await (await fetch(`${world.server.origin}/metrics`)).text();
  expect(text).toMatch(/^passwright_api_requests_total\{route="listPasses",status="200"\} \d+$/mu);
  expect(text).toMatch(/^passwright_api_requests_total\{route="none",status="404"\} \d+$/mu);
  expect(text).toMatch(/^passwright_api_refusals_total\{reason="too-many-requests"\} \d+$/mu);
  expect(text).toMatch(/^passwright_api_request_seconds_count\{route="listPasses"\} \d+$/mu);
  expect(text).not.toContain("canary");
});

test("what a stranger sends forges no line of the log", async () => {
  const evil = 'x"}\r\n{"level":"error","event":"forged"}\u001b[2J\u2028';
  await world.ask(`/templates/${encodeURIComponent(evil)}`);
  await world.ask(`/certificates/${encodeURIComponent(evil)}`);
  await world.ask("/passes", { method: "POST", json: { templateId: "gate", values: { gate: evil } } });
  await world.ask("/projects", { method: "POST", json: { id: "log", name: "log" } });
  await fetch(`${world.server.origin}/wallet/v1/log`, { method: "POST", body: JSON.stringify({ logs: [evil] }) });
  await world.ask("/passes", { headers: { "x-request-id": 'a"},{"event":"forged"}' } });
  const lines = world.logText().trimEnd().split("\n");
  for (const line of lines) expect((JSON.parse(line) as { readonly event: string }).event).not.toBe("forged");
  // oxlint-disable-next-line no-control-regex
  expect(world.logText()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028]/u);
});

test("a body that comes byte by byte is given up in time, and its place is free again", async () => {
  const log = createLogger({ write: () => undefined, level: "silent", clock: Date.now });
  const http = createHttpServer({
    listeners: [
      (request, response) => {
        request.resume();
        request.on("end", () => response.end());
        return true;
      },
    ],
    log,
    limits: { requestTimeout: 400, headersTimeout: 300 },
  });
  const port = await http.listen({ host: "127.0.0.1", port: 0 });
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /api/passes HTTP/1.1\r\nhost: h\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{");
  const drip = setInterval(() => void socket.write(" "), 50);
  const ended = await new Promise<string>((resolve) => {
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
  clearInterval(drip);
  expect(ended).toMatch(/^HTTP\/1\.1 408 /u);
  expect((http.server.address() as AddressInfo).port).toBe(port);
  await http.stop({ graceMs: 100 });
}, 20_000);
