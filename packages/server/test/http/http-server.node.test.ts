import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { HttpListener } from "../../src/http/device-listener.ts";
import { createHttpServer } from "../../src/http/http-server.ts";
import type { HttpLimits } from "../../src/http/http-limits.ts";
import { createOperationsListener } from "../../src/http/operations-listener.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { createMetricRegistry } from "../../src/metrics/metric-registry.ts";

async function open(listeners: readonly HttpListener[], limits: Partial<HttpLimits> = {}) {
  const lines: string[] = [];
  const log = createLogger({ write: (text) => lines.push(text), level: "debug", clock: () => 0 });
  const http = createHttpServer({ listeners, log, limits });
  const port = await http.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => http.stop({ graceMs: 0 }));
  const logText = () => {
    log.flush();
    return lines.join("");
  };
  return { http, log, port, url: `http://127.0.0.1:${port}`, logText };
}

test("what no listener takes is a problem document with the request's id", async () => {
  const { url } = await open([]);
  const answer = await fetch(`${url}/nothing`, { headers: { "x-request-id": "abcdefgh-1" } });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  expect(await answer.json()).toEqual({ type: "about:blank", title: "Not Found", status: 404, requestId: "abcdefgh-1" });
});

test("an id that could forge a line is not taken over", async () => {
  const { url } = await open([]);
  const { requestId } = (await (await fetch(url, { headers: { "x-request-id": 'a","x":"1' } })).json()) as { requestId: string };
  expect(requestId).toMatch(/^[\da-f-]{36}$/u);
});

test("a listener that throws gives a 500 without its message, and the next request is answered", async () => {
  const { url, logText } = await open([
    (request) => {
      if (request.url === "/boom") throw new Error("canary-inside");
      return false;
    },
  ]);
  const answer = await fetch(`${url}/boom`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("canary-inside");
  expect(logText()).toContain("canary-inside");
  expect((await fetch(url)).status).toBe(404);
});

test("the id that a failed request is told is the one in the log", async () => {
  const { url, logText } = await open([
    () => {
      throw new Error("inside");
    },
  ]);
  const { requestId } = (await (await fetch(url)).json()) as { requestId: string };
  expect(logText()).toContain(requestId);
});

test("what cannot be read while an answer goes out ends it, and puts nothing into it", async () => {
  const { port } = await open([
    (request, response) => {
      response.writeHead(200, { "content-length": "10" }).write("12345");
      request.socket.on("error", () => undefined);
      return true;
    },
  ]);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (text.endsWith("12345")) socket.write("\0garbage\r\n\r\n");
    });
    socket.on("error", () => undefined).on("close", () => resolve(text));
    socket.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  });
  expect(answer.slice(answer.indexOf("\r\n\r\n") + 4)).toBe("12345");
});

test("a client that does not read its answer loses its place", async () => {
  let isClosed = false;
  const { port } = await open(
    [
      (_, response) => {
        response.on("close", () => (isClosed = true));
        response.end(Buffer.alloc(64 * 1024 * 1024));
        return true;
      },
    ],
    { stallTimeout: 300 },
  );
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => undefined).pause();
  socket.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  await expect.poll(() => isClosed, { timeout: 10_000 }).toBe(true);
});

test("stopping lets requests under way end and takes no new ones", async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const { http, url } = await open([
    (_, response) => {
      void gate.then(() => response.end("done"));
      return true;
    },
  ]);
  const answer = fetch(url);
  await expect.poll(() => new Promise((resolve) => http.server.getConnections((_, count) => resolve(count)))).toBe(1);
  const stopped = http.stop({ graceMs: 60_000 });
  await expect(fetch(url)).rejects.toThrow();
  release();
  expect(await (await answer).text()).toBe("done");
  await stopped;
});

test("stopping ends what does not end by itself", async () => {
  const { http, url } = await open([() => true]);
  const answer = fetch(url).catch(() => "closed");
  await expect.poll(() => new Promise((resolve) => http.server.getConnections((_, count) => resolve(count)))).toBe(1);
  await http.stop({ graceMs: 20 });
  expect(await answer).toBe("closed");
});

test("a connection that sends its headers too slowly is ended", async () => {
  const { port } = await open([], { headersTimeout: 200, requestTimeout: 300 });
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("close", () => resolve(text));
    socket.write("GET / HTTP/1.1\r\nhost:");
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /u);
});

test("health, readiness and metrics are answered, and why not only in the log", async () => {
  const registry = createMetricRegistry();
  registry.counter("passwright_test_total", "A test.", []).add({});
  let ping: (signal?: AbortSignal) => Promise<void> = async () => undefined;
  let isStopping = false;
  const lines: string[] = [];
  const log = createLogger({ write: (text) => lines.push(text), level: "info", clock: () => 0, defer: (task) => task() });
  const make = () =>
    createOperationsListener({
      storage: { ping: (signal) => ping(signal) },
      registry,
      log,
      pingTimeoutMs: 50,
      isStopping: () => isStopping,
    });
  const { url } = await open([make()]);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok\n");
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const metrics = await fetch(`${url}/metrics`);
  expect(metrics.headers.get("content-type")).toContain("version=0.0.4");
  expect(await metrics.text()).toContain("passwright_test_total 1\n");
  expect((await fetch(`${url}/metrics`, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${url}/healthz`, { method: "HEAD" })).status).toBe(200);
  isStopping = true;
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  isStopping = false;
  for (const broken of [() => Promise.reject(new Error("canary-database")), () => new Promise<void>(() => undefined)]) {
    ping = broken;
    const { url: other } = await open([make()]);
    const answer = await fetch(`${other}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([503, "not ready\n"]);
  }
  expect(lines.join("")).toContain("canary-database");
  expect(lines.join("")).toContain("did not answer in time");
});
