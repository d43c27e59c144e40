import type { timingSafeEqual } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { isSameToken } from "../../src/device-service/authorise.ts";
import { createMintLink } from "../../src/client/create-mint-link.ts";
import { openApiWorld, PASS_TYPE, publishGate } from "../api/support/api-world.ts";
import { linesOfPem } from "./support/canaries.ts";

/** The real one, counted: a comparison that ends where two texts differ would not go through it. */
const comparisons = vi.hoisted(() => ({ sizes: [] as (readonly [number, number])[] }));
vi.mock("node:crypto", async (importOriginal) => {
  const original = await importOriginal<{ readonly timingSafeEqual: typeof timingSafeEqual }>();
  return {
    ...original,
    timingSafeEqual: (one: NodeJS.ArrayBufferView, two: NodeJS.ArrayBufferView) => {
      comparisons.sizes.push([one.byteLength, two.byteLength]);
      return original.timingSafeEqual(one, two);
    },
  };
});
beforeEach(() => {
  comparisons.sizes.length = 0;
});

const TOKEN = "WztLvAK1TJEr8llYajh9z2fHdNFLL161ge2RXhO5wCY";

test("two tokens are compared once and whole, however far they agree and however long they are", () => {
  for (const [given, isSame] of [
    [TOKEN, true],
    [`x${TOKEN.slice(1)}`, false],
    [`${TOKEN.slice(0, -1)}x`, false],
    [`${TOKEN}x`, false],
    [TOKEN.slice(0, -1), false],
    ["", false],
    // In Latin-1, as windows are, it would be the same.
    [`${TOKEN.slice(0, -1)}${String.fromCharCode(0x100 + TOKEN.charCodeAt(TOKEN.length - 1))}`, false],
  ] as const) {
    comparisons.sizes.length = 0;
    expect(isSameToken(given, TOKEN)).toBe(isSame);
    expect(comparisons.sizes).toEqual([[256, 256]]);
  }
  // Longer than a window: by their digests.
  for (const given of [TOKEN.repeat(10), "x".repeat(4096)]) {
    comparisons.sizes.length = 0;
    expect(isSameToken(given, TOKEN)).toBe(false);
    expect(comparisons.sizes).toEqual([[32, 32]]);
  }
});

test("whoever asks for a pass is compared with one token, whether there is such a pass or not", async () => {
  const world = await openApiWorld();
  await publishGate(world);
  const { serialNumber } = await world.client().passes.create({ templateId: "gate", values: { gate: "A1" } });
  const { webServiceURL, storage } = world.server;
  const { authenticationToken } = (await storage.passes.find({ passTypeIdentifier: PASS_TYPE, serialNumber }))!;
  const near = `${authenticationToken.slice(0, -1)}${authenticationToken.endsWith("A") ? "B" : "A"}`;
  const registration = (serial: string) => `/v1/devices/device-1/registrations/${PASS_TYPE}/${serial}`;
  for (const [method, pathOf] of [
    ["GET", (serial: string) => `/v1/passes/${PASS_TYPE}/${serial}`],
    ["POST", registration],
    ["DELETE", registration],
  ] as const) {
    for (const [serial, token] of [
      [serialNumber, near],
      [serialNumber, "another-token-of-a-device"],
      ["none", near],
      ["none", authenticationToken],
    ] as const) {
      comparisons.sizes.length = 0;
      const response = await fetch(`${webServiceURL}${pathOf(serial)}`, {
        method,
        headers: { authorization: `ApplePass ${token}`, "content-type": "application/json" },
        ...(method === "POST" && { body: '{"pushToken":"aa"}' }),
      });
      expect(response.status).toBe(401);
      expect(comparisons.sizes).toEqual([[256, 256]]);
    }
  }
});

test("a signed link is verified by WebCrypto before anything of it is read", async () => {
  const world = await openApiWorld();
  await publishGate(world);
  const { key } = await world.client().links.createMintKey();
  const link = await createMintLink({ server: world.server.origin, key, templateId: "gate", values: { gate: "A1" } });
  const verify = vi.spyOn(crypto.subtle, "verify");
  const parse = vi.spyOn(JSON, "parse");
  const forged = `${link.slice(0, -43)}${"A".repeat(43)}`;
  expect((await fetch(forged)).status).toBe(404);
  expect(verify).toHaveBeenCalledTimes(1);
  expect(parse.mock.calls.some(([text]) => text.includes('"gate":"A1"'))).toBe(false);
  expect((await fetch(link)).status).toBe(200);
  expect(verify).toHaveBeenCalledTimes(2);
  vi.restoreAllMocks();
});

test("keys, links and secrets of an installation are in its database as digests or sealed, never as they are", async () => {
  const world = await openApiWorld();
  await publishGate(world);
  const client = world.client();
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "A1" } });
  const { key } = await client.keys.create({ name: "Shop", scopes: ["read"] });
  const hook = await client.webhooks.create({ url: "http://127.0.0.1:1025/hook" });
  const link = (await client.links.createForPass(pass)).url;
  const minting = (await client.links.createMintKey()).key;
  const { certificatePem, privateKeyPem } = await world.authority.issuePassCertificate({
    passTypeIdentifier: PASS_TYPE,
    teamIdentifier: "A1B2C3D4E5",
  });
  await client.certificates.import({ certificate: certificatePem, privateKey: privateKeyPem });
  await client.barcodeKeys.rotate();
  // Each is found again by what it is: so it was by a digest.
  expect((await world.ask("/passes", { key })).status).toBe(200);
  expect((await fetch(link)).status).toBe(200);
  const { path } = world.server.folder;
  const files = (await readdir(path)).filter((name) => name.startsWith("passwright.sqlite"));
  expect(files.length).toBeGreaterThan(0);
  const database = (await Promise.all(files.map((name) => readFile(join(path, name), "latin1")))).join("");
  // What is not secret is found: the bytes are those of the database.
  expect(database.includes(pass.serialNumber)).toBe(true);
  const webhookSecret = hook.secret.slice("whsec_".length);
  // The modulus comes first, and stands in the certificate too.
  const privateKey = linesOfPem(privateKeyPem).slice(-8);
  for (const secret of [key, world.adminKey, link.split("/").at(-1) ?? "", minting.slice(-43), hook.secret, ...privateKey]) {
    expect(secret.length).toBeGreaterThan(20);
    expect(database.includes(secret)).toBe(false);
  }
  for (const encoded of [webhookSecret, ...privateKey])
    expect(database.includes(Buffer.from(encoded, "base64").toString("latin1"))).toBe(false);
});
