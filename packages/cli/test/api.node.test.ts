import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createIssuerClient } from "@passwright/server/client";
import { startIssuer } from "./support/issuer-server.ts";
import { createWorld } from "./support/world.ts";

test("a template is pushed, a pass issued, changed, voided, looked up and written to a file", async () => {
  const { world } = await startIssuer();
  const run = (...args: string[]) => world.run(args, { fetch });
  const api = (...args: string[]) => run("api", ...args);

  expect(await api("templates", "push", "gate.pass", "--publish")).toMatchObject({ code: 0, stderr: "" });
  expect((await api("templates", "list")).stdout).toMatch(/^gate +pass\.com\.example\.gate +1 /mu);
  expect((await api("templates", "show", "gate", "--json")).json).toMatchObject([{ version: 1, names: ["gate"] }]);
  expect((await api("templates", "preview", "gate", "--set", "gate=B7", "-o", "preview.pkpass")).code).toBe(0);
  expect(await world.list()).toContain("preview.pkpass");

  const created = await api(
    "passes",
    "create",
    "gate",
    "--serial",
    "G-1",
    "--external-id",
    "order-1",
    "--set",
    "gate=B7",
    "-o",
    "g.pkpass",
  );
  expect(created).toMatchObject({ code: 0, stderr: "" });
  expect((await world.read("g.pkpass")).length).toBeGreaterThan(100);
  expect((await api("passes", "list")).stdout).toMatch(/^G-1 +order-1 +gate +1/mu);
  expect((await api("passes", "list", "--external-id", "none")).stderr).toBe("no passes\n");

  const updated = await api("passes", "update", "G-1", "--set", "gate=F12", "--push", "15m");
  expect(updated.stdout).toContain("G-1 has revision 2; held by 0 devices");
  expect(updated.stdout).toContain("Gate: B7 → F12   lock screen: Gate changed to F12");
  expect((await run("push", "G-1")).stdout).toContain("revision 3");
  expect((await run("push", "G-1", "--set", "gate=F12")).stdout).toContain("was like this already");
  expect((await api("passes", "void", "G-1", "--push", "none")).stdout).toContain("revision 4, voided");
  expect((await api("passes", "unvoid", "G-1")).stdout).toContain("revision 5;");
  expect((await api("passes", "expire", "G-1", "--at", "2031-01-01", "--json")).json).toMatchObject([
    { pass: { expiresAt: "2031-01-01T00:00:00.000Z" } },
  ]);
  expect((await api("passes", "history", "G-1", "--json")).json.map(({ revision }) => revision as number)).toEqual([
    6, 5, 4, 3, 2, 1,
  ]);
  expect((await api("passes", "show", "G-1")).stdout).toContain('values       {"gate":"F12"}');
  expect(await api("passes", "download", "G-1")).toMatchObject({ code: 0 });
  expect(await world.list()).toContain("G-1.pkpass");
  expect((await api("passes", "delete", "G-1")).code).toBe(0);
  expect(await api("passes", "show", "G-1")).toMatchObject({ code: 1, stdout: "" });
});

test("keys are made, listed and revoked, and what a key may not do is said", async () => {
  const { world } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  const made = await api("keys", "create", "Shop", "--scope", "read,scan", "--json");
  const { key, id } = made.json[0] as { readonly key: string; readonly id: string };
  expect((await api("keys", "list")).stdout).toContain("read scan");
  expect((await api("keys", "create", "x", "--scope", "all")).code).toBe(2);
  const other = await createWorld({ environment: { PASSWRIGHT_API_KEY: key } });
  const address = (await world.run(["api", "keys", "list", "--server", "nowhere"])).stderr;
  expect(address).toContain("no web address");
  expect((await api("keys", "revoke", id)).stdout).toContain("is revoked");
  const refused = await other.run(["api", "passes", "list", "--server", "http://127.0.0.1:9"], { fetch });
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("(unreachable)");
  expect(refused.stderr).not.toContain(key);
});

test("what the server refuses is told with each fault", async () => {
  const { world } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  await api("templates", "push", "gate.pass", "--publish");
  const refused = await api("passes", "create", "gate");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("(invalid-values)");
  expect(await api("passes", "show", "none")).toMatchObject({ code: 1 });
});

test("without a server or a key the command says what to give", async () => {
  const world = await createWorld();
  expect((await world.run(["api", "keys", "list"])).stderr).toContain("PASSWRIGHT_SERVER");
  expect((await world.run(["push", "1", "--server", "http://127.0.0.1:9"])).stderr).toContain("PASSWRIGHT_API_KEY");
});

test("a key is made where the data is, while the server does not run", async () => {
  const { world, data } = await startIssuer();
  const busy = await world.run(["keys", "create", "--data", data]);
  expect(busy).toMatchObject({ code: 2, stdout: "" });
  expect(busy.stderr).toContain("passwright api keys create");
  const missing = await world.run(["keys", "create", "--data", "nowhere"]);
  expect(missing).toMatchObject({ code: 2, stdout: "" });
  expect(await world.list()).not.toContain("nowhere");
});

test("the first start of a server shows a key, and no later one does", async () => {
  const world = await createWorld({ now: () => new Date() });
  const serve = () => world.run(["serve", "--port", "0", "--data", "data", "--idle-exit", "1"]);
  const first = await serve();
  expect(first.stderr).toMatch(/^ {2}pw_live_[\w-]{43}$/mu);
  expect(first.stdout).not.toContain("pw_live_");
  expect((await serve()).stderr).not.toContain("pw_live_");
  const made = await world.run(["keys", "create", "--data", "data", "--scope", "issue"]);
  expect(made.stdout).toMatch(/^pw_live_[\w-]{43}\n$/u);
});

test("an address is told, tested, asked about, rotated and deleted", async () => {
  const { world } = await startIssuer();
  const hooks = (...args: string[]) => world.run(["api", "webhooks", ...args], { fetch });
  const statuses = [204, 500];
  const receiver = createServer((_, response) => void response.writeHead(statuses.shift() ?? 204).end("noted"));
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/hook`;

  const made = await hooks("create", url, "--event", "pass.created", "--event", "pass.updated", "--description", "shop");
  expect(made.stdout).toMatch(/^whsec_\S+\n$/u);
  const [, id = ""] = /^(wh_\S+):/u.exec(made.stderr) ?? [];
  expect((await hooks("list")).stdout).toContain(id);
  expect((await hooks("list", "--json")).json).toMatchObject([{ id, url, eventTypes: ["pass.created", "pass.updated"] }]);
  expect(await hooks("test", id)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^taken with status 204 after \d+ ms/u) });
  expect(await hooks("test", id)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^status 500 after/u) });
  const { json } = await hooks("deliveries", id, "--json");
  expect(json).toMatchObject([{ state: "waiting", attempts: [{ answer: "noted" }] }, { state: "delivered" }]);
  const { eventId } = json[1] as { eventId: string };
  expect((await hooks("deliveries", id, "--state", "delivered")).stdout).toContain(eventId);
  expect((await hooks("deliveries", id, "--state", "lost")).code).toBe(2);
  expect((await hooks("replay", id, eventId)).stdout).toContain("is sent again");
  expect((await hooks("replay", id, "--failed-since", "2026-01-01")).stdout).toBe("0 events are sent again\n");
  expect((await hooks("replay", id)).code).toBe(2);
  expect((await hooks("update", id, "--disable", "--event", "all")).stdout).toMatch(/disabled \(request\)[\s\S]*events +all/u);
  expect((await hooks("test", id)).stderr).toContain("webhook-disabled");
  expect((await hooks("update", id, "--enable", "--disable")).code).toBe(2);
  const rotated = await hooks("rotate", id);
  expect(rotated.stdout).toMatch(/^whsec_/u);
  expect(rotated.stdout).not.toBe(made.stdout);
  expect((await hooks("show", id)).stdout).toContain("old secret until");
  expect((await hooks("delete", id)).stdout).toBe(`${id} is deleted\n`);
  expect((await hooks("list")).stderr).toBe("no webhooks\n");
  const refused = await hooks("create", "https://10.0.0.1/");
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain("not on the internet");
});

test("a listener has itself told, prints what is signed, and takes itself away when it ends", async () => {
  const { world, key, origin } = await startIssuer();
  const abort = new AbortController();
  const listening = world.run(["api", "webhooks", "listen", "--port", "0", "--json"], { fetch, signal: abort.signal });
  const client = createIssuerClient({ server: origin, apiKey: key });
  const description = "passwright api webhooks listen";
  await expect.poll(async () => (await client.webhooks.list()).items, { timeout: 15_000 }).toMatchObject([{ description }]);
  const [webhook] = (await client.webhooks.list()).items;
  const url = webhook?.url ?? "";
  expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(400);
  expect((await fetch(url)).status).toBe(405);
  const { eventId } = await client.webhooks.test(webhook?.id ?? "");
  await expect
    .poll(async () => (await client.webhooks.delivery(webhook?.id ?? "", eventId)).state, { timeout: 15_000 })
    .toBe("delivered");
  abort.abort();
  const { json, stderr, code } = await listening;
  expect(code).toBe(0);
  expect(json).toMatchObject([{ id: eventId, type: "webhook.test" }]);
  expect(stderr).toContain("refused: webhook-id");
  expect((await client.webhooks.list()).items).toEqual([]);
});
