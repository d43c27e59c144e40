import { writeFile } from "node:fs/promises";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PassBundle, PassPackage } from "@passwright/pass";
import type { Mail, NewMail, Pass } from "../../src/client/index.ts";
import { type ApiWorld, openApiWorld, packApiTemplate, publishGate } from "../api/support/api-world.ts";
import { type MailServer, startMailServer, type TakenMail } from "./support/mail-server.ts";

let world: ApiWorld;
let end: () => Promise<void>;
let server: MailServer;
let pass: Pass;

beforeAll(async () => {
  server = await startMailServer();
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
    flags: {
      "smtp-url": `smtp://shop:right@localhost:${server.port}`,
      "smtp-ca": "smtp.pem",
      "mail-from": "Example Air <passes@example.com>",
    },
    prepare: async (folder) => {
      await writeFile(join(folder, "smtp.pem"), server.ca);
      await mkdir(join(folder, "mail"));
      await writeFile(join(folder, "mail", "fr.txt"), "Subject: {organization} vous écrit\n\nVoici : {title}\n\n{link}\n");
      await writeFile(join(folder, "mail", "es.txt"), "no subject");
    },
  });
  await publishGate(world);
  pass = await world.client().passes.create({ templateId: "gate", values: { gate: "B7" }, serialNumber: "G-1" });
}, 60_000);
afterAll(async () => {
  await end();
  await server.close();
});

const ask = (mail: Partial<NewMail> = {}) => world.client().mails.send(pass, { to: `ada${Math.random()}@example.com`, ...mail });

/** Waits for the end of a mail. */
async function settled(mail: Mail): Promise<{ readonly mail: Mail; readonly taken: TakenMail | undefined }> {
  await expect.poll(async () => (await world.client().mails.get(mail.id)).attempts, { timeout: 15_000 }).toBeGreaterThan(0);
  await expect
    .poll(
      async () => {
        const { state, problem } = await world.client().mails.get(mail.id);
        return state !== "queued" || problem !== null;
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  return { mail: await world.client().mails.get(mail.id), taken: server.taken.find(({ to }) => to.includes(mail.to)) };
}

/** The parts of a mail by their type, decoded. */
function partsOf({ raw }: TakenMail): readonly { readonly type: string; readonly head: string; readonly body: Buffer }[] {
  const boundaries = [...raw.matchAll(/boundary="([^"]+)"/gu)].map(([, boundary]) => boundary ?? "");
  const pieces = boundaries.reduce((all, boundary) => all.flatMap((piece) => piece.split(`--${boundary}`)), [raw]);
  return pieces.flatMap((piece) => {
    const [head = "", ...rest] = piece.trimStart().split("\r\n\r\n");
    const type = /content-type:\s*([\w/.+-]+)/iu.exec(head)?.[1] ?? "";
    if (type === "" || type.startsWith("multipart/")) return [];
    const body = rest.join("\r\n\r\n").trimEnd();
    const encoding = /content-transfer-encoding:\s*([\w-]+)/iu.exec(head)?.[1] ?? "";
    return [
      {
        type,
        head,
        body: encoding === "base64" ? Buffer.from(body, "base64") : Buffer.from(decodeQuoted(body, encoding), "latin1"),
      },
    ];
  });
}

function decodeQuoted(text: string, encoding: string): string {
  if (encoding !== "quoted-printable") return text;
  return text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

test("a pass goes out by mail with the file, a picture, text and HTML, over TLS and after a login", async () => {
  const asked = await ask({ locale: "de-AT", source: "checkout" });
  expect(asked).toMatchObject({ state: "queued", attempts: 0, locale: "de-AT" });
  const { mail, taken } = await settled(asked);
  expect(mail).toMatchObject({ state: "sent", attempts: 1, problem: null });
  expect(taken).toMatchObject({ from: "passes@example.com", to: [mail.to], secure: true, user: "shop" });
  const parts = partsOf(taken!);
  const part = (type: string) => parts.find((one) => one.type === type)!;
  expect((await PassPackage.read(part("application/vnd.apple.pkpass").body)).data["serialNumber"]).toBe("G-1");
  expect(part("application/vnd.apple.pkpass").head).toMatch(/filename="?G-1\.pkpass/u);
  expect(part("image/png").head).toMatch(/content-id: <pass-picture>/iu);
  const html = part("text/html").body.toString();
  expect(html).toMatch(/<html lang="de-AT" dir="ltr">[\s\S]*cid:pass-picture[\s\S]*Guten Tag/u);
  const link = /https?:\/\/\S+\/p\/[\w-]{32}/u.exec(part("text/plain").body.toString())?.[0] ?? "";
  expect(html).toContain(`href="${link}"`);
  expect((await fetch(link)).status).toBe(200);
  expect((await world.client().links.list({ source: "checkout" })).items).toMatchObject([{ kind: "pass", serialNumber: "G-1" }]);
  expect(taken?.raw).toMatch(/^From: Example Air <passes@example\.com>\r$/mu);
  expect(taken?.raw).toMatch(new RegExp(`^Message-ID: <${mail.id}@example\\.com>\r$`, "mu"));
  expect(taken?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/mu);
});

test("several passes come as one bundle", async () => {
  const other = await world.client().passes.create({ templateId: "gate", values: { gate: "B8" }, serialNumber: "G-2" });
  const name = { passTypeIdentifier: other.passTypeIdentifier, serialNumber: "G-2" };
  const { taken } = await settled(await ask({ alsoPasses: [name] }));
  const bundle = partsOf(taken!).find(({ type }) => type === "application/vnd.apple.pkpasses");
  expect((await PassBundle.read(bundle!.body)).passes).toHaveLength(2);
  await expect(ask({ alsoPasses: [{ ...name, serialNumber: "G-1" }] })).rejects.toMatchObject({ fault: "invalid-request" });
  await expect(ask({ alsoPasses: [{ ...name, serialNumber: "none" }] })).rejects.toMatchObject({ fault: "not-found" });
});

test("the operator's words go before ours, and those of the request before both", async () => {
  const french = partsOf((await settled(await ask({ locale: "fr-CA" }))).taken!);
  expect(french.find(({ type }) => type === "text/plain")?.body.toString()).toMatch(/^Voici : Gate card/u);
  const own = (await settled(await ask({ locale: "fr", subject: "Hi {title}", text: "See {link} {organisation}" }))).taken!;
  expect(own.raw).toMatch(/^Subject: Hi Gate card\r$/mu);
  expect(
    partsOf(own)
      .find(({ type }) => type === "text/plain")
      ?.body.toString(),
  ).toMatch(/^See http\S+ \{organisation\}/u);
  const spanish = partsOf((await settled(await ask({ locale: "es" }))).taken!);
  expect(spanish.find(({ type }) => type === "text/plain")?.body.toString()).toMatch(/^Hola/u);
  expect(world.logText()).toContain("words of mails cannot be used");
});

test("a mail calls the pass what it is called in the recipient's language", async () => {
  const client = world.client();
  const words = '"Gate card" = "Torkarte"; "Example Air" = "Beispiel Air";';
  const files = { "de.lproj/pass.strings": words, "en.lproj/pass.strings": "" };
  await client.templates.upload("worded", await packApiTemplate({ description: "Gate card" }, files));
  await client.templates.publish("worded");
  const worded = await client.passes.create({ templateId: "worded", values: { gate: "B7" } });
  const { taken } = await settled(await client.mails.send(worded, { to: "de@example.com", locale: "de" }));
  const text = partsOf(taken!).find(({ type }) => type === "text/plain");
  expect(text?.body.toString()).toContain("hier ist Ihr Pass: Torkarte.");
  expect(taken?.raw).toMatch(/^Subject: Ihr Pass von Beispiel Air\r$/mu);
});

test("what a request or a pass says becomes neither header nor element", async () => {
  const hostile = "x\r\nBcc: victim@example.com";
  for (const to of [
    `ada@example.com\r\nBcc: b@example.com`,
    "ada@example.com, b@example.com",
    '"a b"@example.com',
    "Ada <ada@example.com>",
    "ada@[127.0.0.1]",
    "ada@localhost",
    "ada@exa mple.com",
    "@example.com",
    "группа@example.com",
    `${"a".repeat(65)}@example.com`,
  ]) {
    await expect(ask({ to })).rejects.toMatchObject({ fault: "invalid-request" });
  }
  await expect(ask({ subject: hostile })).rejects.toMatchObject({ fault: "invalid-request" });
  const { taken } = await settled(await ask({ subject: "=?utf-8?q?x?=", text: `<script>alert(1)</script>\n\n${hostile}` }));
  expect(taken?.to).toHaveLength(1);
  expect(taken?.raw.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/imu);
  const html =
    partsOf(taken!)
      .find(({ type }) => type === "text/html")
      ?.body.toString() ?? "";
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
});

test("what a mail server refuses for good is over, and what it puts off is tried again later", async () => {
  server.answers = { recipient: 550 };
  expect((await settled(await ask())).mail).toMatchObject({ state: "failed", problem: "recipient-refused", nextAttemptAt: null });
  server.answers = { data: 554 };
  expect((await settled(await ask())).mail).toMatchObject({ state: "failed", problem: "refused" });
  server.answers = { recipient: 451 };
  const { mail } = await settled(await ask());
  expect(mail).toMatchObject({ state: "queued", problem: "busy", attempts: 1 });
  expect(Date.parse(mail.nextAttemptAt ?? "") - Date.parse(mail.createdAt)).toBeGreaterThan(29_000);
  server.answers = {};
});

test("a pass that was voided meanwhile is not sent", async () => {
  const gone = await world.client().passes.create({ templateId: "gate", values: { gate: "C1" } });
  await world.client().passes.void(gone);
  const mail = await world.client().mails.send(gone, { to: "gone@example.com" });
  expect((await settled(mail)).mail).toMatchObject({ state: "failed", problem: "pass-gone" });
  expect(server.taken.some(({ to }) => to.includes("gone@example.com"))).toBe(false);
});

test("nobody is sent more than so many, whoever asks", async () => {
  const faults: string[] = [];
  for (let tries = 0; tries < 14; tries += 1) {
    await ask({ to: tries % 2 === 0 ? "Bea@example.com" : "bea@example.com" }).catch((error: unknown) =>
      faults.push((error as { fault: string }).fault),
    );
  }
  expect(faults).toEqual(Array.from({ length: 4 }, () => "too-many-requests"));
});

test("mails are listed newest first, and neither password nor recipient stands in the log", async () => {
  const { items, nextCursor } = await world.client().mails.list({ limit: 2 });
  const next = await world.client().mails.list({ limit: 2, cursor: nextCursor ?? "" });
  const times = [...items, ...next.items].map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
  await expect(world.client().mails.get("mail_none")).rejects.toMatchObject({ fault: "not-found" });
  expect(/shop:right|.{20}@example\.com/u.exec(world.logText())?.[0]).toBeUndefined();
});
