import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PassPackage, verifyBarcode } from "@passwright/pass";
import type { IssuerClient } from "../../src/client/index.ts";
import { type ApiWorld, PASS_TYPE } from "./support/api-world.ts";
import { fromNow, HOUR, openScanDesk, type ScanDesk } from "./support/scan-desk.ts";

let desk: ScanDesk;
let world: ApiWorld;
let client: IssuerClient;
let scanner: IssuerClient;
let end: () => Promise<void>;

beforeAll(async () => {
  desk = await openScanDesk((close) => {
    end = close;
  });
  ({ world, client, scanner } = desk);
}, 60_000);
afterAll(() => end());

const publish: ScanDesk["publish"] = (...given) => desk.publish(...given);
const issue: ScanDesk["issue"] = (...given) => desk.issue(...given);

test("scanners without a network learn which tickets there are and what became of them", async () => {
  const templateId = await publish({ kind: "times", times: 2, show: { Gate: "${gate}" } });
  const passes = [];
  for (let index = 0; index < 5; index += 1) passes.push(await issue(templateId));
  const first = await scanner.scans.manifest(templateId, { limit: 3 });
  expect(first.items).toHaveLength(3);
  const second = await scanner.scans.manifest(templateId, { limit: 3, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ serialNumber }) => serialNumber)).toEqual(
    passes.map(({ serialNumber }) => serialNumber).toSorted(),
  );
  expect(second.nextCursor).toBeNull();
  const { message, serialNumber } = passes[0]!;
  const hash = createHash("sha256").update(message).digest("base64url");
  const entry = [...first.items, ...second.items].find((one) => one.hashes.includes(hash));
  expect(entry).toMatchObject({ serialNumber, kind: "times", uses: 0, remaining: 2, payload: null, voided: false });
  await scanner.scans.scan({ message });
  await client.passes.void(passes[1]!);
  await client.passes.delete(passes[2]!);
  const changed = await scanner.scans.manifest(templateId, { since: first.since });
  const states = new Map(changed.items.map((one) => [one.serialNumber, one]));
  expect(states.get(serialNumber)).toMatchObject({ uses: 1, remaining: 1 });
  expect(states.get(passes[1]!.serialNumber)).toMatchObject({ voided: true });
  expect(states.get(passes[2]!.serialNumber)).toMatchObject({ voided: true, hashes: [] });
  for (const since of ["x", "%%%", Buffer.from('["t",-1,""]').toString("base64url"), first.nextCursor ?? ""]) {
    await expect(scanner.scans.manifest(templateId, { since })).rejects.toMatchObject({ fault: "invalid-request" });
  }
});

test("two gates that let the same ticket in without a network are told so, whoever comes first", async () => {
  const templateId = await publish({ kind: "once" });
  const [one, two] = [await issue(templateId), await issue(templateId)];
  const at = fromNow(-HOUR);
  const north = await scanner.scans.batch({
    scans: [
      { id: "n1", message: one.message, gate: "north", at },
      { id: "n2", message: "T-nobody", gate: "north", at },
    ],
  });
  expect(north).toMatchObject({ allowed: 1, refused: 1, conflicts: 0 });
  const scans = [
    { id: "s1", message: one.message, gate: "south", at: fromNow(-2 * HOUR) },
    { id: "s3", message: two.message, gate: "south", at: fromNow(-HOUR / 2) },
    { id: "s2", message: two.message, gate: "south", at },
    { id: "n2", message: "T-other", gate: "south", at },
    { id: "n1", message: two.message, gate: "south", at },
  ];
  const south = await scanner.scans.batch({ scans });
  expect(south.items.map(({ id, reason, conflict }) => [id, reason, conflict])).toEqual([
    ["s1", "already-used", true],
    // In the order of their times, not of the list.
    ["s3", "already-used", true],
    ["s2", null, false],
    ["n2", "unknown", false],
    ["n1", "id-reused", false],
  ]);
  expect(south.items[0]?.previous).toMatchObject({ gate: "north" });
  // Told again it comes to the same.
  const again = await scanner.scans.batch({ scans });
  expect(again.items.map(({ reason, replayed }) => [reason, replayed])).toEqual([
    ["already-used", true],
    ["already-used", true],
    [null, true],
    ["unknown", false],
    ["id-reused", false],
  ]);
  const listed = await client.scans.list({ passTypeIdentifier: PASS_TYPE, serialNumber: two.serialNumber });
  expect(listed.items.every(({ offline }) => offline)).toBe(true);
});

test("signed barcodes are verified by anybody with the key set, found whichever key signed them, and refused when forged", async () => {
  const signed = { barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "${signedBarcode}" }] };
  const templateId = await publish({ kind: "unlimited" }, signed, { signedBarcode: {} });
  // What the issuer gives under the name does not count.
  const pass = await issue(templateId, { signedBarcode: "mine" });
  const read = async () => {
    const { data } = await PassPackage.read(await client.passes.download(pass));
    return (data["barcodes"] as unknown as readonly { readonly message: string }[])[0]!.message;
  };
  const message = await read();
  expect(message).toMatch(/^PW1:.{111}\.$/u);
  const answer = await fetch(`${world.server.origin}/.well-known/jwks.json`);
  expect(answer.headers.get("content-type")).toBe("application/jwk-set+json");
  expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/u);
  const keySet = (await answer.json()) as Parameters<typeof verifyBarcode>[1];
  expect(JSON.stringify(keySet)).not.toContain('"d"');
  const verified = await verifyBarcode(message, keySet);
  expect(verified).toMatchObject({ valid: true });
  expect(await scanner.scans.scan({ message })).toMatchObject({ allowed: true, pass: { serialNumber: pass.serialNumber } });
  const forged = `${message.slice(0, -3)}${message.at(-3) === "0" ? "1" : "0"}${message.slice(-2)}`;
  expect((await scanner.scans.scan({ message: forged })).reason).toBe("bad-signature");
  expect((await scanner.scans.scan({ message: "PW9:ABC." })).reason).toBe("bad-signature");
  const entry = (await scanner.scans.manifest(templateId)).items[0];
  expect(entry).toMatchObject({ hashes: [], payload: verified.valid ? Buffer.from(verified.payload).toString("hex") : "" });
  // A new key does not change the revision that is there.
  const next = await client.barcodeKeys.rotate();
  expect(next.state).toBe("next");
  expect(await read()).toBe(message);
  await expect(client.barcodeKeys.retire((await client.barcodeKeys.list()).items[0]!.kid)).rejects.toMatchObject({
    fault: "barcode-key-in-use",
  });
  const etag = (await fetch(`${world.server.origin}/.well-known/jwks.json`)).headers.get("etag") ?? "";
  const unchanged = await fetch(`${world.server.origin}/.well-known/jwks.json`, { headers: { "if-none-match": etag } });
  expect(unchanged.status).toBe(304);
});

test("a signed barcode inside a link is found as well", async () => {
  const signed = {
    barcodes: [
      { format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "https://x.example/?t=${signedBarcode}&v=1" },
    ],
  };
  const pass = await issue(await publish({ kind: "unlimited" }, signed, { signedBarcode: {} }));
  const { data } = await PassPackage.read(await client.passes.download(pass));
  const { message } = (data["barcodes"] as unknown as readonly { readonly message: string }[])[0]!;
  expect((await scanner.scans.scan({ message })).allowed).toBe(true);
  expect((await scanner.scans.scan({ message: message.replace("v=1", "v=2") })).reason).toBe("unknown");
});

test("the keys of one project are not those of another", async () => {
  await world.server.storage.access.createProject({ id: "other", name: "Other", createdAt: 1 });
  const other = world.client(await world.makeKey(["admin"], "other"));
  await client.barcodeKeys.rotate();
  await other.barcodeKeys.rotate();
  const [ours, theirs] = await Promise.all(
    ["jwks.json", "projects/other/jwks.json"].map(async (path) =>
      (await fetch(`${world.server.origin}/.well-known/${path}`)).text(),
    ),
  );
  expect(ours).not.toBe(theirs);
  for (const { kid } of (await other.barcodeKeys.list()).items) {
    expect(theirs).toContain(kid);
    expect(ours).not.toContain(kid);
  }
  expect((await fetch(`${world.server.origin}/.well-known/projects/none/jwks.json`)).status).toBe(404);
  expect((await fetch(`${world.server.origin}/.well-known/jwks.json`, { method: "POST" })).status).toBe(405);
});
