import { expect, test } from "vitest";
import { startIssuer } from "./support/issuer-server.ts";
import { openWorld } from "./support/world.ts";

/** A server with the template `gate`, and what asks it. */
async function openShop() {
  const { world, origin: server } = await startIssuer();
  const api = (...args: string[]) => world.run(["api", ...args], { fetch });
  expect(await api("templates", "push", "gate.pass", "--publish")).toMatchObject({ code: 0 });
  return { world, server, api, get: (url: string) => fetch(url) };
}

test("a link is made, listed with its source and uses, and ended", async () => {
  const { api, get } = await openShop();
  const made = await api("links", "create", "--template", "gate", "--set", "gate=B7", "--source", "poster-3", "--uses", "5");
  expect(made).toMatchObject({ code: 0 });
  const url = made.stdout.trim();
  expect((await get(url)).status).toBe(200);
  await api("passes", "create", "gate", "--serial", "G-1", "--set", "gate=A1");
  const pass = (await api("links", "create", "G-1", "--expires", "2099-01-01", "--json")).json[0] as { url: string; id: string };
  expect((await get(`${pass.url}/pass.pkpass`)).status).toBe(200);
  const listed = (await api("links", "list")).stdout;
  expect(listed).toMatch(/ gate +\S+… +poster-3 +0 of 5/u);
  expect(listed).toMatch(/ G-1 +\S+… +– +1 +2099-01-01/u);
  expect((await api("links", "list", "--serial", "G-1", "--json")).json).toMatchObject([{ id: pass.id, uses: 1 }]);
  expect(await api("links", "revoke", pass.id)).toMatchObject({ code: 0 });
  expect((await get(pass.url)).status).toBe(410);
  expect(await api("links", "create")).toMatchObject({ code: 2 });
  expect(await api("links", "create", "G-1", "--ask", "gate")).toMatchObject({ code: 2 });
});

test("a link is signed without the server, and its key can be revoked", async () => {
  const { api, get, world, server } = await openShop();
  const key = (await api("links", "keys", "create", "--template", "gate")).stdout.trim();
  const mint = (environment: Record<string, string>) =>
    openWorld(world.folder, { environment: { PASSWRIGHT_SERVER: server, ...environment } }).run(
      ["api", "links", "mint", "gate", "--set", "gate=C3", "--external-id", "order-1"],
      { fetch: () => Promise.reject(new Error("the server was asked")) },
    );
  const signed = await mint({ PASSWRIGHT_MINT_KEY: key });
  expect(signed).toMatchObject({ code: 0, stderr: "" });
  expect((await get(signed.stdout.trim())).status).toBe(200);
  expect(await mint({})).toMatchObject({ code: 2 });
  expect(await mint({ PASSWRIGHT_MINT_KEY: "pw_mint_x" })).toMatchObject({ code: 1 });
  const [{ id } = { id: "" }] = (await api("links", "keys", "list", "--json")).json as { id: string }[];
  expect((await api("links", "keys", "list")).stdout).toMatch(/gate/u);
  expect(await api("links", "keys", "revoke", id)).toMatchObject({ code: 0 });
  expect((await get(signed.stdout.trim())).status).toBe(410);
});

test("a server without a mail server says what it needs", async () => {
  const { api } = await openShop();
  await api("passes", "create", "gate", "--serial", "G-2", "--set", "gate=A1");
  const answer = await api("passes", "mail", "G-2", "--to", "ada@example.com");
  expect(answer.code).toBe(1);
  expect(answer.stderr).toContain("--smtp-url");
  expect(await api("passes", "mail", "G-2")).toMatchObject({ code: 2 });
});
