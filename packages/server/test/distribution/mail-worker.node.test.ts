import { type AddressInfo, createServer } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { MAIL_TRIES, startMailWorker } from "../../src/distribution/mail/mail-worker.ts";
import { parseMailAddress, parseMailbox } from "../../src/distribution/mail/mail-address.ts";
import { createSmtpSender, readSmtpUrl } from "../../src/distribution/mail/smtp-sender.ts";
import { createLogger } from "../../src/logging/logger.ts";
import { openSqliteStorage } from "../../src/storage/sqlite/open-sqlite-storage.ts";
import { startMailServer } from "./support/mail-server.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const AUDIT = { at: NOW, projectId: "default", actor: "key_1", action: "mailPass", object: "m", requestId: "r" };

async function openQueue() {
  const folder = await mkdtemp(join(tmpdir(), "passwright-mail-"));
  const storage = await openSqliteStorage({ file: join(folder, "passes.db") });
  onTestFinished(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
  const key = { passTypeIdentifier: "pass.com.example.gate", serialNumber: "A" };
  const queue = async (id: string) => {
    const facts = { projectId: "default", source: null, createdAt: NOW, expiresAt: null, maxUses: null };
    const link = { id: `link-${id}`, hash: `hash-${id}`, hint: "abcdef", target: { kind: "pass", ...key }, ...facts } as const;
    const mail = {
      id,
      projectId: "default",
      to: `${id}@example.com`,
      locale: "en",
      subject: null,
      text: null,
      passes: [key],
      createdAt: NOW,
    };
    await storage.distribution.queueMail(mail, { link, audit: AUDIT });
  };
  return { storage, queue, read: (id: string) => storage.distribution.findMail({ id, projectId: "default" }) };
}

const log = createLogger({ write: () => undefined, level: "silent", clock: () => NOW });

test("a mail that is put off waits longer each time, and is given up after two days", async () => {
  const { storage, queue, read } = await openQueue();
  await queue("m");
  const clock = { now: NOW };
  const waits: number[] = [];
  const worker = startMailWorker({
    queue: storage.distribution,
    compose: async () => ({ message: {} }),
    send: async () => ({ kind: "not-sent", problem: "busy", isFinal: false, cause: "busy" }),
    worker: "w",
    log,
    clock: () => clock.now,
    random: () => 0.5,
  });
  for (let attempts = 1; ; attempts += 1) {
    worker.wake();
    await expect
      .poll(
        async () => {
          const mail = await read("m");
          const isEnded = mail?.state === "failed" || mail?.dueAt !== clock.now + MAIL_TRIES.leaseMs;
          return mail?.attempts === attempts && isEnded;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    const mail = await read("m");
    if (mail?.state === "failed") break;
    waits.push((mail?.dueAt ?? 0) - clock.now);
    clock.now = mail?.dueAt ?? 0;
  }
  await worker.stop({ graceMs: 1000 });
  expect(waits.slice(0, 4)).toEqual([60_000, 120_000, 240_000, 480_000]);
  expect(Math.max(...waits)).toBe(MAIL_TRIES.backOff.mostMs);
  expect(clock.now - NOW).toBeLessThanOrEqual(MAIL_TRIES.giveUpMs);
  expect(clock.now - NOW).toBeGreaterThan(MAIL_TRIES.giveUpMs - 2 * MAIL_TRIES.backOff.mostMs);
  expect(await read("m")).toMatchObject({ state: "failed", problem: "busy" });
});

test("what a worker had under way when it ended is sent by another once its lease is over", async () => {
  const { storage, queue, read } = await openQueue();
  await queue("m");
  await storage.distribution.claimMails({ worker: "dead", limit: 1, now: NOW, leaseMs: MAIL_TRIES.leaseMs });
  const clock = { now: NOW + MAIL_TRIES.leaseMs - 1 };
  let sent = 0;
  const worker = startMailWorker({
    queue: storage.distribution,
    compose: async () => ({ message: {} }),
    send: async () => {
      sent += 1;
      return { kind: "sent" };
    },
    worker: "w",
    log,
    clock: () => clock.now,
  });
  onTestFinished(() => worker.stop({ graceMs: 1000 }));
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(sent).toBe(0);
  clock.now += 1;
  worker.wake();
  await expect.poll(async () => (await read("m"))?.state).toBe("sent");
  expect(sent).toBe(1);
});

const MESSAGE = { from: "a@example.com", to: "b@example.com", text: "x", disableFileAccess: true, disableUrlAccess: true };

async function sendThrough(url: (port: number) => string, options: { readonly secure?: boolean; readonly ca?: boolean } = {}) {
  const server = await startMailServer({ secure: options.secure ?? false });
  const sender = await createSmtpSender({ url: url(server.port), ca: options.ca === false ? undefined : server.ca });
  onTestFinished(async () => {
    sender.close();
    await server.close();
  });
  return { result: await sender.send(MESSAGE), taken: server.taken };
}

test("a mail is handed in over TLS from the first byte, or after STARTTLS", async () => {
  for (const [url, secure] of [
    ["smtps", true],
    ["smtp", false],
  ] as const) {
    const { result, taken } = await sendThrough((port) => `${url}://localhost:${port}`, { secure });
    expect(result).toEqual({ kind: "sent" });
    expect(taken).toMatchObject([{ secure: true, user: undefined }]);
  }
});

test("a mail server that nobody vouches for is given nothing", async () => {
  const { result, taken } = await sendThrough((port) => `smtp://shop:right@localhost:${port}`, { ca: false });
  expect(result).toMatchObject({ kind: "not-sent", problem: "not-secure", isFinal: false });
  expect(taken).toEqual([]);
});

test("only within this machine may a connection to the mail server be plain", () => {
  const place = (url: string) => {
    const { host, port, secure, requireTLS } = readSmtpUrl(url);
    return [host, port, secure ? "tls" : requireTLS ? "starttls" : "any"];
  };
  expect(place("smtps://mail.example.com")).toEqual(["mail.example.com", 465, "tls"]);
  expect(place("smtps://localhost:443")).toEqual(["localhost", 443, "tls"]);
  expect(place("smtp://mail.example.com")).toEqual(["mail.example.com", 587, "starttls"]);
  expect(place("smtp://mail.example.com:80")).toEqual(["mail.example.com", 80, "starttls"]);
  for (const host of ["localhost", "127.0.0.1", "127.1", "127.255.0.9", "[::1]", "LOCALHOST"]) {
    expect([host, place(`smtp://u:p@${host}`)[2]]).toEqual([host, "any"]);
  }
  for (const host of [
    "0.0.0.0",
    "10.0.0.1",
    "128.0.0.1",
    "localhost.example.com",
    "127.0.0.1.example.com",
    "notlocalhost",
    "[::]",
    "[fe80::1]",
    "[::ffff:10.0.0.1]",
    "127.0.0.1%2eexample.com",
  ]) {
    expect([host, place(`smtp://u:p@${host}`)[2]]).toEqual([host, "starttls"]);
  }
  expect(readSmtpUrl("smtps://ada%40example.com:p%3A%2F@mail.example.com")).toMatchObject({
    user: "ada@example.com",
    password: "p:/",
  });
});

test("a server elsewhere that offers no STARTTLS, or refuses it, is told neither password nor mail", async () => {
  for (const refusal of ["502 no\r\n", "454 later\r\n", null]) {
    let heard = "";
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.write("220 mail.example.com\r\n");
      socket.on("data", (bytes: Buffer) => {
        heard += bytes.toString("latin1");
        const line = bytes.toString("latin1");
        if (/^(?:EHLO|HELO)/u.test(line)) socket.write("250-mail.example.com\r\n250 AUTH PLAIN LOGIN\r\n");
        else if (!line.startsWith("STARTTLS")) socket.write("235 go on\r\n");
        else if (refusal === null) socket.destroy();
        else socket.write(refusal);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    // Leads to this machine, and is none of the names of it that are believed.
    const sender = await createSmtpSender({ url: `smtp://shop:canary@0.0.0.0:${(server.address() as AddressInfo).port}` });
    expect(await sender.send(MESSAGE)).toMatchObject({ kind: "not-sent", isFinal: false });
    expect(heard).toMatch(/^EHLO/u);
    expect(heard).not.toMatch(/AUTH|MAIL|RCPT|DATA|canary/u);
    expect(heard).not.toContain(Buffer.from("\0shop\0canary").toString("base64"));
    sender.close();
    await new Promise((resolve) => server.close(resolve));
  }
});

test("a wrong password and a server that is away keep the mail waiting", async () => {
  expect((await sendThrough((port) => `smtp://shop:wrong@localhost:${port}`)).result).toMatchObject({
    problem: "login",
    isFinal: false,
  });
  expect((await sendThrough(() => "smtp://localhost:1")).result).toMatchObject({ problem: "unreachable", isFinal: false });
});

test("one address is taken, whatever it is; a list, a quote and a line break are not", () => {
  expect(parseMailAddress("Ada.Lovelace+x@exämple.co.uk")).toBe("Ada.Lovelace+x@xn--exmple-cua.co.uk");
  for (const text of [
    "",
    "a",
    "a@b",
    "a@b.c",
    "a@b..com",
    ".a@b.com",
    "a.@b.com",
    "a\n@b.com",
    "a@b.com\n",
    "a@-b.com",
    "a b@c.com",
    "a@b.com,c@d.com",
  ]) {
    expect(parseMailAddress(text)).toBeNull();
  }
  expect(parseMailbox("Example Air <passes@example.com>")).toEqual({ name: "Example Air", address: "passes@example.com" });
  expect(parseMailbox('"Example" <passes@example.com>')).toEqual({ name: "Example", address: "passes@example.com" });
  expect(parseMailbox("a <b> <c@d.com>")).toBeNull();
});
