import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMintLink, type MintLinkOptions } from "../../src/client/index.ts";
import {
  formatMintKey,
  parseMintKey,
  readMintKeyId,
  signMintToken,
  verifyMintToken,
} from "../../src/distribution/links/mint-link.ts";
import { type ApiWorld, openApiWorld, packApiTemplate, publishGate } from "../api/support/api-world.ts";
import { sendForm } from "./support/visit.ts";

let world: ApiWorld;
let end: () => Promise<void>;
let key: string;

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    flags: { "trusted-proxies": "1" },
  });
  await publishGate(world);
  await world.client().templates.upload("other", await packApiTemplate());
  await world.client().templates.publish("other");
  ({ key } = await world.client().links.createMintKey({ templateId: "gate" }));
}, 60_000);
afterAll(() => end());

const mint = (options: Partial<MintLinkOptions> = {}) =>
  createMintLink({ server: world.server.origin, key, templateId: "gate", values: { gate: "B7" }, ...options });
const look = (url: string) => fetch(url, { redirect: "manual" });
const passesWith = async (gate: string) =>
  (await world.client().passes.list()).items.filter(({ values }) => values["gate"] === gate);

test("looking at a signed link makes nothing; its button makes the pass, and from then on it leads there", async () => {
  const url = await mint({ values: { gate: "M1" }, externalId: "order-1", source: "newsletter" });
  expect((await look(url)).status).toBe(200);
  expect(await passesWith("M1")).toEqual([]);
  const made = await sendForm(url, { show: "page" });
  expect(made.status).toBe(303);
  const place = made.headers.get("location");
  expect(await passesWith("M1")).toMatchObject([{ externalId: "order-1", source: "newsletter" }]);
  for (const answer of [await look(url), await sendForm(url, { show: "page" })]) {
    expect([answer.status, answer.headers.get("location")]).toEqual([303, place]);
  }
  expect(await passesWith("M1")).toHaveLength(1);
  expect(await (await fetch(url)).text()).toContain("Gate: M1");
});

test("whoever looks ahead makes nothing: HEAD, a prefetch, a preview of a messenger, a form of another site", async () => {
  const url = await mint({ values: { gate: "P9" } });
  const looks: readonly RequestInit[] = [
    { method: "HEAD" },
    { headers: { "sec-purpose": "prefetch;prerender", purpose: "prefetch" } },
    { headers: { "user-agent": "WhatsApp/2.23.20.0" } },
    { headers: { "user-agent": "facebookexternalhit/1.1" } },
    { headers: { "x-moz": "prefetch" } },
  ];
  for (const look of looks) expect((await fetch(url, { redirect: "manual", ...look })).status).toBe(200);
  for (const method of ["PUT", "OPTIONS", "DELETE"]) {
    const { status, headers } = await fetch(url, { method });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  }
  for (const site of ["cross-site", "same-site"]) {
    expect((await sendForm(url, { show: "page" }, { "sec-fetch-site": site })).status).toBe(404);
  }
  expect(await passesWith("P9")).toEqual([]);
  // Once it is made, HEAD leads to it as a look does, and makes no other.
  expect((await sendForm(url, { show: "page" })).status).toBe(303);
  expect((await fetch(url, { method: "HEAD", redirect: "manual" })).status).toBe(303);
  expect(await passesWith("P9")).toHaveLength(1);
});

test("many who press at once get one pass", async () => {
  const url = await mint({ values: { gate: "M2" } });
  const answers = await Promise.all(Array.from({ length: 12 }, () => sendForm(url, { show: "pass" })));
  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.get("location")}`)).size).toBe(1);
  expect(await passesWith("M2")).toHaveLength(1);
});

test("every link has a pass of its own, unless two name the same external id", async () => {
  const place = async (options: Partial<MintLinkOptions>) => (await sendForm(await mint(options), {})).headers.get("location");
  const values = { gate: "M3" };
  expect(await place({ values })).not.toBe(await place({ values }));
  expect(await place({ values, externalId: "order-3" })).toBe(await place({ values: { gate: "M9" }, externalId: "order-3" }));
  expect(await passesWith("M3")).toHaveLength(3);
  expect(await passesWith("M9")).toEqual([]);
});

test("no letter of a signed link can be changed", async () => {
  const url = await mint({ values: { gate: "M4" } });
  const token = url.slice(url.lastIndexOf("/") + 1);
  const base = url.slice(0, -token.length);
  const nothing = await (await look(`${base}x`)).text();
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (let at = 0; at < token.length; at += 7) {
    const other = alphabet[(alphabet.indexOf(token[at] ?? "") + 1) % 64] ?? "A";
    const answer = await look(`${base}${token.slice(0, at)}${other}${token.slice(at + 1)}`);
    expect([answer.status, await answer.text()]).toEqual([404, nothing]);
  }
  // The last letter holds two bits that mean nothing: another spelling of the same MAC is no other address.
  const last = alphabet[alphabet.indexOf(token.at(-1) ?? "") ^ 1] ?? "A";
  expect((await look(`${base}${token.slice(0, -1)}${last}`)).status).toBe(404);
  expect((await look(url)).status).toBe(200);
});

test("a key of one template signs nothing for another, nor does another key", async () => {
  expect((await look(await mint({ templateId: "other" }))).status).toBe(404);
  const { id } = parseMintKey(key)!;
  const forged = formatMintKey({ id, secret: "A".repeat(43) });
  expect((await look(await mint({ key: forged }))).status).toBe(404);
  const unknown = formatMintKey({ id: "0".repeat(16), secret: parseMintKey(key)!.secret });
  expect((await look(await mint({ key: unknown }))).status).toBe(404);
  const project = await world.client().links.createMintKey();
  expect((await look(await mint({ templateId: "other", key: project.key }))).status).toBe(200);
});

test("a link past its time, and one of a revoked key, have ended", async () => {
  expect((await look(await mint({ expiresAt: new Date(Date.now() - 1000) }))).status).toBe(410);
  const url = await mint({ expiresAt: new Date(Date.now() + 60_000) });
  expect((await look(url)).status).toBe(200);
  const rotated = await world.client().links.createMintKey({ templateId: "gate" });
  const old = await mint({ key: rotated.key });
  expect((await look(old)).status).toBe(200);
  await world.client().links.revokeMintKey(rotated.id);
  for (const answer of [await look(old), await sendForm(old, {})]) expect(answer.status).toBe(410);
  expect((await look(url)).status).toBe(200);
});

test("a pass that was deleted is not made again by its link", async () => {
  const url = await mint({ values: { gate: "M5" }, externalId: "order-5" });
  await sendForm(url, {});
  const [pass] = await passesWith("M5");
  await world.client().passes.delete(pass!);
  expect((await fetch(url)).status).toBe(410);
  expect((await sendForm(url, {})).status).toBe(303);
  expect(await passesWith("M5")).toEqual([]);
});

test("values that do not fit the template give no pass, and say nothing of why", async () => {
  for (const values of [{}, { gate: "far too long" }, { gate: "A", colour: "red" }]) {
    const answer = await sendForm(await mint({ values }), {});
    expect([answer.status, (await answer.text()).includes("This link has ended")]).toEqual([410, true]);
  }
});

test("what cannot be kept or would be too long is refused where the link is made", async () => {
  const wrong = { fault: "invalid-request" };
  await expect(mint({ key: "pw_live_x" })).rejects.toMatchObject(wrong);
  await expect(mint({ externalId: "a\nb" })).rejects.toMatchObject(wrong);
  await expect(mint({ source: "s".repeat(65) })).rejects.toMatchObject(wrong);
  await expect(mint({ values: { gate: "x".repeat(2000) } })).rejects.toMatchObject(wrong);
});

const PARTS = { id: "A".repeat(16), secret: "B".repeat(43).slice(0, 42) + "A" };
const name = fc.oneof(
  fc.constant({ kind: "id", text: "1" } as const),
  fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((text) => /^[^\p{Cc}\p{Cs}]+$/u.test(text))
    .map((text) => ({ kind: "externalId", text }) as const),
);
const members = fc.dictionary(
  fc.string({ maxLength: 5 }).filter((text) => text !== "__proto__" && text.isWellFormed()),
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
    fc.boolean(),
  ),
);

test("whatever values are signed come back as they were, and from no other key", async () => {
  await fc.assert(
    fc.asyncProperty(members, name, fc.option(fc.nat()), async (values, named, expiresAt) => {
      const payload = { templateId: "gate", values, name: named, expiresAt, source: null };
      const token = await signMintToken(payload, PARTS);
      if (token === null) return;
      expect(readMintKeyId(token)).toBe(PARTS.id);
      const read = await verifyMintToken(token, PARTS.secret);
      expect({ ...read, values: { ...read?.values } }).toEqual({ ...payload, values: { ...values } });
      expect(await verifyMintToken(token, `C${PARTS.secret.slice(1)}`)).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test("no text that nobody signed is read, and none makes the reader fail", async () => {
  const near = fc.tuple(fc.string({ maxLength: 40 }), fc.base64String({ maxLength: 60 }), fc.string({ maxLength: 44 }));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ maxLength: 3000 }),
        near.map(([one, two, three]) => `1.${one}.${two}.${three}`),
      ),
      async (text) => {
        readMintKeyId(text);
        expect(await verifyMintToken(text, PARTS.secret)).toBeNull();
      },
    ),
  );
});

test("the form of a signed link is fixed: what signed it once signs it the same way", async () => {
  const payload = {
    templateId: "gate",
    values: { b: 1, a: "ä", "10": true, "9": null },
    name: { kind: "externalId", text: "order-1" },
    expiresAt: 1_800_000_000,
    source: "mail",
  } as const;
  const token = await signMintToken(payload, PARTS);
  const [version, id, body = "", mac] = token!.split(".");
  expect([version, id]).toEqual(["1", PARTS.id]);
  expect(Buffer.from(body, "base64url").toString()).toBe(
    '{"e":1800000000,"s":"mail","t":"gate","v":{"10":true,"9":null,"a":"ä","b":1},"x":"order-1"}',
  );
  expect(mac).toMatch(/^[\w-]{43}$/u);
});
