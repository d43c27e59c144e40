import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MEDIA_TYPES } from "@passwright/wallet/protocol";
import { PassPackage } from "@passwright/pass";
import type { CreatedLink, Pass } from "../../src/client/index.ts";
import { type ApiWorld, openApiWorld, publishGate } from "../api/support/api-world.ts";
import { AGENTS, rawGet, sendForm } from "./support/visit.ts";

let world: ApiWorld;
let end: () => Promise<void>;
let pass: Pass;
let link: CreatedLink;

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  await publishGate(world);
  pass = await world.client().passes.create({ templateId: "gate", values: { gate: "B7" }, serialNumber: "G-1" });
  link = await world.client().links.createForPass(pass, { source: "newsletter" });
}, 60_000);
afterAll(() => end());

const visit = (url: string, agent: string = AGENTS.windows, headers: Record<string, string> = {}) =>
  fetch(url, { redirect: "manual", headers: { "user-agent": agent, ...headers } });

/** What stands before the way for other devices. */
const firstPart = (page: string) => page.slice(0, page.indexOf("<details>"));

test("the address has 192 random bits, of which storage keeps the digest alone", async () => {
  const token = link.url.split("/").at(-1) ?? "";
  expect(token).toMatch(/^[\w-]{32}$/u);
  const kept = await world.server.storage.distribution.findLink(createHash("sha256").update(token).digest("hex"));
  expect(kept).toMatchObject({ id: link.id, source: "newsletter" });
  const listed = await world.client().links.list();
  expect(JSON.stringify([kept, listed])).not.toContain(token);
});

test.each([
  ["iphone", /pass\.pkpass"[^>]*>Add to Apple Wallet/u],
  ["ipad", /pass\.pkpass"[^>]*>Add to Apple Wallet/u],
  ["mac", /pass\.pkpass"[^>]*>Add to Apple Wallet/u],
  ["android", /pass\.pkpass"[^>]*>Download the pass/u],
  ["windows", /<svg[^>]*class="qr"/u],
  ["macChrome", /<svg[^>]*class="qr"/u],
] as const)("for %s its own way comes first, and the others are there too", async (agent, way) => {
  const page = await (await visit(link.url, AGENTS[agent])).text();
  expect(firstPart(page)).toMatch(way);
  for (const file of ["pass.pkpass", "pass.pdf", "pass.svg"]) expect(page).toContain(file);
  expect(page).toContain("Add to Apple Wallet");
  expect(page).toContain('class="qr"');
});

test("a hint of the platform goes before what the browser calls itself", async () => {
  const page = await (await visit(link.url, AGENTS.windows, { "sec-ch-ua-platform": '"Android"' })).text();
  expect(firstPart(page)).toMatch(/Download the pass/u);
});

test("inside of another app the page says where to open it", async () => {
  expect(await (await visit(link.url, AGENTS.instagram)).text()).toContain("Open this page in Safari");
  expect(await (await visit(link.url, AGENTS.iphone)).text()).not.toContain("Open this page in Safari");
});

test("the page is nobody's but the visitor's: no cache, no script, no frame, no referrer, no index", async () => {
  const { status, headers } = await visit(link.url);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("vary")).toBe("Accept-Language, Sec-CH-UA-Platform, User-Agent");
  const policy = headers.get("content-security-policy") ?? "";
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toMatch(/script-src|unsafe/u);
});

test("the picture is described in words and has its size", async () => {
  const page = await (await visit(link.url)).text();
  const alt = /<img\s[^>]*alt="([^"]*)"/u.exec(page)?.[1] ?? "";
  expect(alt).toContain("Gate: B7");
  expect(page).toMatch(/<img\s[^>]*width="358"\s+height="\d+"/u);
});

test("the page speaks the visitor's language, and the address can choose another", async () => {
  const words = async (acceptLanguage: string, query = "") =>
    (await visit(`${link.url}${query}`, AGENTS.iphone, { "accept-language": acceptLanguage })).text();
  expect(await words("de-AT,de;q=0.9,en;q=0.5")).toMatch(/<html lang="de" dir="ltr">[\s\S]*Zu Apple Wallet hinzufügen/u);
  expect(await words("xx, ar;q=0.4")).toMatch(/<html lang="ar" dir="rtl">[\s\S]*إضافة إلى Apple Wallet/u);
  expect(await words("fr;q=0, ja;q=0.2")).toContain('<html lang="ja"');
  expect(await words("de", "?lang=es")).toMatch(/<html lang="es"[\s\S]*pass\.pkpass\?lang=es/u);
  expect(await words("de", "?lang=%22%3E%3Cscript%3E")).toContain('<html lang="de"');
  expect(await words("tlh")).toContain('<html lang="en"');
});

test("the pass file goes out as Wallet takes it", async () => {
  const answer = await visit(`${link.url}/pass.pkpass`, AGENTS.iphone);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(answer.headers.get("content-type")).toBe(MEDIA_TYPES.pass);
  expect(answer.headers.get("content-length")).toBe(String(bytes.length));
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="G-1.pkpass"');
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("accept-ranges")).toBe("bytes");
  expect((await PassPackage.read(bytes)).data["serialNumber"]).toBe("G-1");
  const etag = answer.headers.get("etag") ?? "";
  const head = await fetch(`${link.url}/pass.pkpass`, { method: "HEAD" });
  expect(await head.text()).toBe("");
  expect([head.headers.get("content-length"), head.headers.get("etag")]).toEqual([String(bytes.length), etag]);
  const known = await visit(`${link.url}/pass.pkpass`, AGENTS.iphone, { "if-none-match": `"x", ${etag}` });
  expect([known.status, known.headers.get("etag")]).toEqual([304, etag]);
  const since = answer.headers.get("last-modified") ?? "";
  expect((await visit(`${link.url}/pass.pkpass`, AGENTS.iphone, { "if-modified-since": since })).status).toBe(304);
  // An entity tag that does not match goes before a date that does.
  const both = { "if-none-match": '"x"', "if-modified-since": since };
  expect((await visit(`${link.url}/pass.pkpass`, AGENTS.iphone, both)).status).toBe(200);
});

test("parts of the file are those of the whole, and a part of another revision is not sent", async () => {
  const url = `${link.url}/pass.pkpass`;
  const whole = Buffer.from(await (await visit(url)).arrayBuffer());
  const ask = async (range: string, headers: Record<string, string> = {}) => {
    const answer = await visit(url, AGENTS.iphone, { range, ...headers });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const single = await ask("bytes=10-19");
  expect(single.answer.status).toBe(206);
  expect(single.answer.headers.get("content-range")).toBe(`bytes 10-19/${whole.length}`);
  expect(single.bytes.equals(whole.subarray(10, 20))).toBe(true);
  expect((await ask("bytes=-7")).bytes.equals(whole.subarray(-7))).toBe(true);
  expect((await ask(`bytes=${whole.length - 3}-`)).bytes.equals(whole.subarray(-3))).toBe(true);
  const several = await ask("bytes=0-3, 10-19");
  const boundary = /^multipart\/byteranges; boundary=(\w+)$/u.exec(several.answer.headers.get("content-type") ?? "")?.[1] ?? "-";
  const parts = several.bytes.toString("latin1").split(`\r\n--${boundary}`);
  expect(parts).toHaveLength(4);
  expect(parts[2]).toContain(`Content-Range: bytes 10-19/${whole.length}\r\n\r\n${whole.subarray(10, 20).toString("latin1")}`);
  expect(several.answer.headers.get("content-length")).toBe(String(several.bytes.length));
  for (const range of ["bytes=5-2", "bytes=a-b", "bytes=", "items=0-1", "bytes=0-10,5-20", "bytes=0-0,2-2,4-4,6-6,8-8,10-10"]) {
    expect((await ask(range)).answer.status).toBe(200);
  }
  const beyond = await ask(`bytes=${whole.length}-`);
  expect([beyond.answer.status, beyond.answer.headers.get("content-range")]).toEqual([416, `bytes */${whole.length}`]);
  const etag = single.answer.headers.get("etag") ?? "";
  expect((await ask("bytes=0-1", { "if-range": etag })).answer.status).toBe(206);
  expect((await ask("bytes=0-1", { "if-range": '"another"' })).answer.status).toBe(200);
});

test.each([
  ["pass.svg", "image/svg+xml", "<svg"],
  ["pass.png", "image/png", "\u0089PNG"],
  ["pass.pdf", "application/pdf", "%PDF-"],
])("%s is what it says", async (file, type, beginning) => {
  const answer = await visit(`${link.url}/${file}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get("content-type")).toBe(type);
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(bytes.toString("latin1")).toMatch(new RegExp(`^${beginning}`, "u"));
});

test("downloads are counted, looks are not, and the last one ends the link", async () => {
  const limited = await world.client().links.createForPass(pass, { maxUses: 2 });
  const file = `${limited.url}/pass.pkpass`;
  await visit(limited.url);
  await fetch(file, { method: "HEAD" });
  for (const ahead of [{ "sec-purpose": "prefetch" }, { purpose: "prefetch" }]) {
    expect((await visit(file, AGENTS.windows, ahead)).status).toBe(503);
  }
  // No part of it comes uncounted.
  expect((await visit(file, AGENTS.iphone, { range: "bytes=1-" })).status).toBe(200);
  const both = await Promise.all([visit(file), visit(file), visit(file)]);
  expect(both.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([200, 410, 410]);
  expect((await visit(limited.url)).status).toBe(410);
  const { items } = await world.client().links.list({ passTypeIdentifier: pass.passTypeIdentifier, serialNumber: "G-1" });
  expect(items.find(({ id }) => id === limited.id)).toMatchObject({ uses: 2, maxUses: 2 });
});

test("a revoked link and one past its time have ended; of addresses that never were there is nothing to learn", async () => {
  const client = world.client();
  const revoked = await client.links.createForPass(pass);
  expect(await client.links.revoke(revoked.id)).toMatchObject({ id: revoked.id });
  const past = await client.links.createForPass(pass, { expiresAt: "2026-01-01T00:00:00Z" });
  for (const { url } of [revoked, past]) {
    for (const path of ["", "/pass.pkpass", "/pass.svg", "/pass.pdf"]) expect((await visit(`${url}${path}`)).status).toBe(410);
    expect(await (await visit(url)).text()).toContain("This link has ended");
  }
  const base = link.url.slice(0, -32);
  const answers = await Promise.all(
    [`${base}${"A".repeat(32)}`, `${base}short`, `${base}%2f%2e%2e`, `${link.url}/other`, `${link.url}/pass.pkpass/x`, base].map(
      async (url) => {
        const answer = await visit(url);
        return [answer.status, await answer.text()] as const;
      },
    ),
  );
  for (const [status, page] of answers) {
    expect(status).toBe(404);
    expect(page).toBe(answers[0]?.[1]);
  }
});

test("of a pass that is voided, expired or deleted only that is told", async () => {
  const client = world.client();
  const states = [
    ["voided", (made: Pass) => client.passes.void(made), "no longer valid"],
    ["expired", (made: Pass) => client.passes.expire(made), "has expired"],
    ["deleted", (made: Pass) => client.passes.delete(made), "has ended"],
  ] as const;
  for (const [, change, words] of states) {
    const made = await client.passes.create({ templateId: "gate", values: { gate: "C9" } });
    const { url } = await client.links.createForPass(made);
    expect((await visit(url)).status).toBe(200);
    await change(made);
    const answer = await visit(url);
    expect(answer.status).toBe(410);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).not.toContain("C9");
    for (const file of ["pass.pkpass", "pass.svg", "pass.png", "pass.pdf"])
      expect((await visit(`${url}/${file}`)).status).toBe(410);
  }
});

test("addresses in the page are of the public URL, whatever Host and forwarding headers say", async () => {
  const lying = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    forwarded: "host=evil.example",
    "x-original-url": "/evil",
  };
  const plain = await rawGet(link.url, {});
  const lied = await rawGet(link.url, lying);
  expect(lied.body).toBe(plain.body);
  expect(JSON.stringify(lied)).not.toContain("evil");
});

test("a pass's address takes no form, and no other method", async () => {
  expect((await sendForm(link.url, {})).status).toBe(404);
  // The same where nothing is: who tries addresses learns nothing by it.
  for (const url of [link.url, `${link.url.slice(0, -32)}${"A".repeat(32)}`]) {
    for (const method of ["PUT", "DELETE", "OPTIONS"]) {
      const { status, headers } = await fetch(url, { method });
      expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    }
  }
});

test("no address of a pass stands in the log", () => {
  expect(world.logText()).toContain("public page");
  expect(world.logText()).not.toContain(link.url.split("/").at(-1));
});
