import { expect, test } from "vitest";
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
