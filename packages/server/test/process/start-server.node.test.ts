import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import { createThrowawayAuthority } from "@passwright/sandbox";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { type RunningServer, startServer } from "../../src/process/start-server.ts";
import { freshPostgres } from "../support/postgres.ts";

let root: string;
const running: RunningServer[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "passwright-server-"));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(root, { recursive: true, force: true });
});

async function start(flags: Record<string, string | boolean>): Promise<{ server: RunningServer; lines: string[] }> {
  const lines: string[] = [];
  const config = readConfig({ flags: { data: root, port: "0", ...flags }, workingDirectory: root });
  const server = await startServer(config, { writeLog: (text) => lines.push(...text.trimEnd().split("\n")) });
  running.push(server);
  return { server, lines };
}

test("a server whose thread of writing died says so once, and asks to be started again", async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => threads.push(worker);
  process.on("worker", onWorker);
  const { server, lines } = await start({ demo: true }).finally(() => process.off("worker", onWorker));
  const health = () => fetch(`${server.origin}/healthz`);
  expect((await health()).status).toBe(200);
  await threads[0]?.terminate();
  expect((await health()).status).toBe(503);
  expect(await (await health()).text()).toBe("dead\n");
  await server.stop();
  running.length = 0;
  const told = lines.filter((line) => line.includes('"event":"storage is dead"'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("Start the server again");
});

test("the demo plays the whole life of a pass: issued, installed, changed, pushed, listed, fetched, shown", async () => {
  const { server } = await start({ demo: true });
  const steps = [];
  for await (const step of server.demo!.play(server.origin, AbortSignal.timeout(20_000))) steps.push(step);
  expect(steps.map(({ who }) => who)).toEqual(["issuer", "phone", "phone", "issuer", "push", "phone", "phone", "lock-screen"]);
  expect(steps.at(-1)?.text).toBe("Tern Air: Gate changed to F12");
});

test("a demo that is started again on its folder plays again", async () => {
  const first = await start({ demo: true });
  await first.server.stop();
  running.length = 0;
  const { server } = await start({ demo: true });
  const steps = [];
  for await (const step of server.demo!.play(server.origin, AbortSignal.timeout(20_000))) steps.push(step);
  expect(steps.at(-1)?.text).toBe("Tern Air: Gate changed to F12");
});

test("anyone on the machine may change the gate of the demo, and nothing else", async () => {
  const { server } = await start({ demo: true });
  const post = (body: string) => fetch(`${server.origin}/demo/gate`, { method: "POST", body });
  expect((await post("C3")).status).toBe(200);
  expect(JSON.parse((await server.storage.passes.find(server.demo!.sample))!.values)).toMatchObject({ gate: "C3" });
  for (const body of ["", "x".repeat(500), "<b>", "\u202eF1"]) expect((await post(body)).status).toBe(400);
  expect((await fetch(`${server.origin}/demo/gate`)).status).toBe(405);
  expect((await fetch(`${server.origin}/demo/constructor`)).status).toBe(404);
});

test("the demo pushes to a device at the port that it tells, and believes nobody who knows no token of a device", async () => {
  const { server } = await start({ demo: true });
  const pushes: string[] = [];
  const device = createServer((request, response) => {
    pushes.push(`${request.method} ${request.url}`);
    response.end();
  });
  await new Promise<void>((resolve) => device.listen(0, "127.0.0.1", resolve));
  const { port } = device.address() as AddressInfo;
  const pushToken = "ab".repeat(32);
  const tell = async (body: string) => (await fetch(`${server.origin}/demo/device`, { method: "POST", body })).status;
  try {
    expect(await tell(`${pushToken} ${port}`)).toBe(404);
    await server.storage.registrations.register(
      { ...server.demo!.sample, deviceLibraryIdentifier: "device", client: "apple", pushToken },
      { now: Date.now() },
    );
    for (const body of ["", pushToken, `${pushToken} 0`, `${pushToken} 65536`, `${pushToken} ${port}/x`, `zz ${port}`]) {
      expect(await tell(body)).toBe(400);
    }
    expect(await tell(`${pushToken} ${port}`)).toBe(200);
    expect((await fetch(`${server.origin}/demo/gate`, { method: "POST", body: "C3" })).status).toBe(200);
    await expect.poll(() => pushes, { timeout: 15_000 }).toEqual(["POST /push"]);
  } finally {
    await new Promise((resolve) => device.close(resolve));
  }
});

test("a server without templates or certificates answers devices and health checks, and says where it is", async () => {
  const { server, lines } = await start({ "public-url": "https://passes.example.com/issuer" });
  expect(server.webServiceURL).toBe("https://passes.example.com/issuer/wallet");
  const listed = await fetch(`${server.origin}/issuer/wallet/v1/devices/d/registrations/pass.com.example`);
  expect(listed.status).toBe(204);
  expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe("ok\n");
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  expect(metrics).toContain('passwright_device_requests_total{endpoint="list",status="204"} 1');
  expect(metrics).toContain('passwright_push_queue{state="due"} 0');
  await server.stop();
  running.length = 0;
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(["listening", "request", "stopping"]);
});

test("the data of a demo is refused to a real server, and the other way round", async () => {
  const demo = await start({ demo: true });
  await demo.server.stop();
  running.length = 0;
  await expect(start({})).rejects.toMatchObject({ code: "ERR_SERVER_DEMO_DATA" });
});

test("a port that is taken is named by a real server, and gone round by a demo", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const port = String((other.address() as AddressInfo).port);
  try {
    await expect(start({ port })).rejects.toMatchObject({ code: "ERR_SERVER_PORT" });
    await rm(root, { recursive: true });
    const { server } = await start({ port, demo: true });
    expect(server.origin).not.toContain(port);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

test("a pass type whose pushes were paused is tried again after a restart", async () => {
  const first = await start({});
  await first.server.storage.pushes.pausePassType({ passTypeIdentifier: "pass.com.example", reason: "BadCertificate", now: 1 });
  expect((await first.server.storage.statistics()).pausedPassTypes).toHaveLength(1);
  await first.server.stop();
  running.length = 0;
  const { server, lines } = await start({});
  expect((await server.storage.statistics()).pausedPassTypes).toEqual([]);
  expect(lines.join("\n")).toContain('"event":"pushes resumed"');
});

test("claimed work is given back while requests are still being answered: one time to stop, not one after the other", async () => {
  const { server } = await start({});
  const released = vi.spyOn(server.storage.pushes, "release");
  const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
  let answer = "";
  socket.setEncoding("latin1").on("data", (text: string) => (answer += text));
  socket.write("POST /wallet/v1/log HTTP/1.1\r\nhost: localhost\r\ncontent-length: 11\r\n\r\n");
  await expect.poll(() => server.requests).toBe(1);
  const stopped = server.stop();
  await expect.poll(() => released.mock.calls.length, { timeout: 5000 }).toBe(1);
  expect(answer).toBe("");
  socket.write('{"logs":[]}');
  await stopped;
  running.length = 0;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
});

test("what does not end keeps nothing else from ending", async () => {
  const { server, lines } = await start({ demo: true });
  vi.spyOn(server.demo!, "close").mockRejectedValueOnce(new Error("canary-demo"));
  const closed = vi.spyOn(server.storage, "close");
  await server.stop();
  running.length = 0;
  expect(closed).toHaveBeenCalledOnce();
  expect(lines.join("\n")).toContain("canary-demo");
});

test("a certificate that has expired or soon will, and a template without one, are told at the start", async () => {
  const day = 86_400_000;
  const authority = await createThrowawayAuthority({ now: new Date(Date.now() - 300 * day) });
  await mkdir(join(root, "certificates"));
  const ends = { gone: -day, soon: 10 * day, good: 200 * day };
  for (const [name, left] of Object.entries(ends)) {
    const { certificatePem, privateKeyPem } = await authority.issuePassCertificate({
      passTypeIdentifier: `pass.com.example.${name}`,
      teamIdentifier: "A1B2C3D4E5",
      notBefore: new Date(Date.now() - 250 * day),
      notAfter: new Date(Date.now() + left),
    });
    const text = `${privateKeyPem}${certificatePem}${authority.intermediate.certificatePem}`;
    await writeFile(join(root, "certificates", `${name}.pem`), text);
  }
  const demo = fileURLToPath(new URL("../../assets/demo.pass", import.meta.url));
  await cp(demo, join(root, "templates", "boarding"), { recursive: true });
  const { server, lines } = await start({});
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  expect(metrics).toMatch(/^passwright_certificate_expires_timestamp_seconds\{pass_type="pass\.com\.example\.gone"\} \d{10}$/mu);
  await server.stop();
  running.length = 0;
  const told = lines.map((line) => JSON.parse(line) as Record<string, string>);
  expect(told.slice(0, 3).map(({ level, event, passTypeIdentifier }) => [level, event, passTypeIdentifier])).toEqual([
    ["error", "certificate has expired", "pass.com.example.gone"],
    ["warn", "certificate expires soon", "pass.com.example.soon"],
    ["warn", "no certificate for a template", "pass.com.example.boarding"],
  ]);
});

test("a file of authorities that holds none is named", async () => {
  await writeFile(join(root, "ca.pem"), "nothing");
  for (const file of ["ca.pem", "none.pem"]) {
    await expect(start({ "apns-ca": file })).rejects.toMatchObject({
      code: "ERR_SERVER_CERTIFICATE",
      message: expect.stringContaining(`${file} (--apns-ca)`),
    });
  }
});

test("of two processes on one database the web one answers devices and sends nothing, the worker the other way round", async () => {
  const { url: database, drop } = await freshPostgres();
  try {
    const common = { database, "public-url": "https://passes.example.com" };
    const web = (await start({ ...common, role: "web" })).server;
    const worker = (await start({ ...common, role: "worker", data: join(root, "worker") })).server;
    const list = "/wallet/v1/devices/d/registrations/pass.com.example";
    expect((await fetch(web.origin + list)).status).toBe(204);
    expect((await fetch(worker.origin + list)).status).toBe(404);
    for (const { origin } of [web, worker]) {
      expect((await fetch(`${origin}/readyz`)).status).toBe(200);
      expect(await (await fetch(`${origin}/metrics`)).text()).toContain('passwright_push_queue{state="due"} 0');
    }
    const claims = [web, worker].map(({ storage }) => vi.spyOn(storage.pushes, "claim"));
    const passTypeIdentifier = "pass.com.example";
    const key = { passTypeIdentifier, serialNumber: "a" };
    const pass = { ...key, authenticationToken: "0123456789abcdef", templateId: "t", templateVersion: 1, values: "{}" };
    await web.storage.passes.create([pass], { now: Date.now() });
    const device = { deviceLibraryIdentifier: "d", client: "apple", pushToken: "00" };
    await web.storage.registrations.register({ ...key, ...device }, { now: Date.now() });
    await web.storage.passes.change(passTypeIdentifier, [{ serialNumber: "a" }], { now: Date.now(), push: { kind: "now" } });
    // Without a certificate the work is held back, and somebody told: it was the worker that took it.
    await expect
      .poll(async () => (await web.storage.statistics()).pausedPassTypes, { timeout: 15_000 })
      .toEqual([{ passTypeIdentifier, reason: "NoCredential" }]);
    expect(claims.map(({ mock }) => mock.calls.length > 0)).toEqual([false, true]);
  } finally {
    for (const server of running.splice(0)) await server.stop();
    await drop();
  }
}, 60_000);
