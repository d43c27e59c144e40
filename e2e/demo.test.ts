import { expect, test } from "vitest";
import { openCommandLine } from "./support/command-line.ts";

/** The server, every command in a process of its own, on a machine that others use too. */
const TIMEOUT = { timeout: 180_000 };

test("a gate that is changed in the demo comes to a wallet in another process, by push", TIMEOUT, async () => {
  const { start, run } = await openCommandLine();
  const server = start("serve", "--demo", "--port", "0", "--idle-exit", "170");
  const [, origin = ""] = await server.expect(/^Address\s+(http:\/\/\S+)$/mu);
  const [, root = ""] = await server.expect(/--trust (\S+root\.pem)/u);
  const pass = `${origin}/demo/pass`;

  const added = await run("device", "add", pass, "--trust", root, "--developer");
  expect(added.stderr).toBe("");
  expect(added.stdout).toMatch(/^✓ .*added$/mu);
  expect(added.code).toBe(0);

  // So seldom that only a push can bring it.
  const device = start("device", "listen", "--push-port", "0", "--every", "24h");
  const [, port = "", pushToken = ""] = await device.expect(/POST http:\/\/127\.0\.0\.1:(\d+)\/push .*"pushToken":"([0-9a-f]+)"/u);
  expect((await post(`${origin}/demo/device`, `${pushToken} ${port}`)).status).toBe(200);
  expect((await post(`${origin}/demo/gate`, "K42")).status).toBe(200);
  await device.expect(/Gate changed to K42/u);
  expect(device.stdout).not.toMatch(/fail|refus/iu);

  expect((await device.interrupt()).code).toBe(0);
  const ended = await server.interrupt();
  expect(ended.code).toBe(0);
  expect(ended.stderr).toBe("");
});

test("the demo's pass installs and its server conforms, but for being called by plain http", TIMEOUT, async () => {
  const { start, run } = await openCommandLine();
  const server = start("serve", "--demo", "--port", "0", "--idle-exit", "170");
  const [, origin = ""] = await server.expect(/^Address\s+(http:\/\/\S+)$/mu);
  const [, root = ""] = await server.expect(/--trust (\S+root\.pem)/u);
  const pass = `${origin}/demo/pass`;

  const checked = await run("check", pass, "--trust", root);
  expect(checked.stderr).toBe("");
  expect(checked.stdout).toContain(`✓ ${pass}: Wallet installs it`);
  // Phones call https alone, outside developer mode, and the check says so.
  expect(checked.stdout).toMatch(/^ +1 error, .*$/mu);
  expect(checked.stdout).toContain("error ws-https");
  expect(checked.code).toBe(1);

  const conformance = await run("conformance", "--pass", pass, "--read-only", "--developer", "--trust", root, "--json");
  const report = JSON.parse(conformance.stdout) as Report;
  // The one fault of a server on this machine alone.
  expect(report.results.filter(({ outcome }) => outcome === "failed").map(({ id }) => id)).toEqual(["https"]);
  expect(report.results.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(25);
  expect(conformance.code).toBe(1);
  await server.interrupt();
});

interface Report {
  readonly results: readonly { readonly id: string; readonly outcome: string }[];
}

function post(url: string, body: string): Promise<Response> {
  return fetch(url, { method: "POST", body });
}
