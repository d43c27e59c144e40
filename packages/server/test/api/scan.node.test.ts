/* oxlint-disable unicorn/no-thenable -- "then" is a key of JSON-e's $if. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IssuerClient } from "../../src/client/index.ts";
import { type ApiWorld, FOREIGN_TYPE, packApiTemplate, PASS_TYPE, SCANNED, scanSettings } from "./support/api-world.ts";
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

const NO_LIMITS = {
  times: null,
  from: null,
  until: null,
  gates: null,
  show: [],
  count: null,
  balance: null,
  voidWhenUsedUp: false,
};

test("a ticket is let in once, and the second scanner is told when and where", async () => {
  const { message, serialNumber } = await issue(
    await publish({ kind: "once", show: { Gate: "${gate}" } }),
    {},
    { externalId: "e1" },
  );
  const first = await scanner.scans.scan({ message, gate: "north", format: "QR" });
  expect(first).toMatchObject({
    allowed: true,
    reason: null,
    message: "Valid",
    gate: "north",
    uses: 1,
    remaining: 0,
    previous: null,
    pass: { passTypeIdentifier: PASS_TYPE, serialNumber, externalId: "e1" },
    show: [{ label: "Gate", value: "A1" }],
    replayed: false,
  });
  const second = await scanner.scans.scan({ message, gate: "south" });
  expect(second).toMatchObject({
    allowed: false,
    reason: "already-used",
    uses: 1,
    previous: { at: first.at, gate: "north", scanId: first.scanId },
  });
  expect(second.message).toMatch(/^Used already: \d{4}-\d\d-\d\d \d\d:\d\d UTC, north$/u);
});

test("whoever is refused is told why", async () => {
  const once = await publish({ kind: "once" });
  const reasonOf = async (message: string, rest: object = {}) => (await scanner.scans.scan({ message, ...rest })).reason;
  expect(await reasonOf("nobody's")).toBe("unknown");
  const voided = await issue(once);
  await client.passes.void(voided);
  expect(await reasonOf(voided.message)).toBe("voided");
  const deleted = await issue(once);
  await client.passes.delete(deleted);
  expect(await reasonOf(deleted.message)).toBe("unknown");
  expect(await reasonOf((await issue(once, {}, { expiresAt: fromNow(-1000) })).message)).toBe("expired");
  expect(await reasonOf((await issue(await publish({ kind: "once", from: fromNow(HOUR) }))).message)).toBe("not-yet");
  expect(await reasonOf((await issue(await publish({ kind: "once", until: fromNow(-HOUR) }))).message)).toBe("over");
  const gated = await issue(await publish({ kind: "once", gates: ["vip"] }));
  expect(await reasonOf(gated.message)).toBe("wrong-gate");
  expect(await reasonOf(gated.message, { gate: "north" })).toBe("wrong-gate");
  expect(await reasonOf(gated.message, { gate: "vip" })).toBeNull();
  const twice = await issue(await publish({ kind: "times", times: 2 }));
  expect([await reasonOf(twice.message), await reasonOf(twice.message), await reasonOf(twice.message)]).toEqual([
    null,
    null,
    "used-up",
  ]);
  const inOut = await issue(await publish({ kind: "in-out" }));
  expect(await reasonOf(inOut.message, { direction: "out" })).toBe("not-inside");
  expect(await reasonOf(inOut.message)).toBeNull();
  expect(await reasonOf(inOut.message)).toBe("already-inside");
  expect(await reasonOf((await issue(await publish(undefined))).message)).toBe("no-rule");
  const broken = await publish({ kind: "times", times: { $eval: "visits" } }, SCANNED, { visits: {} });
  expect(await reasonOf((await issue(broken, { visits: "many" })).message)).toBe("rule-broken");
  const balance = await issue(await publish({ kind: "balance", balance: "left" }, SCANNED, { left: {} }), { left: 5 });
  expect(await reasonOf(balance.message)).toBe("amount-missing");
  expect(await reasonOf(balance.message, { amount: 5.01 })).toBe("balance-too-low");
  expect(await reasonOf((await issue(await publish({ kind: "balance", balance: "left" }))).message, { amount: 1 })).toBe(
    "no-balance",
  );
  const same = { barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "SAME" }] };
  const shared = await publish({ kind: "unlimited" }, same);
  const [one] = [await issue(shared), await issue(shared)];
  expect(await reasonOf("SAME")).toBe("ambiguous");
  // Of a ticket that was made anew the old one is void.
  await client.passes.void(one);
  expect(await reasonOf("SAME")).toBeNull();
});

test("a rule takes its numbers and times from the values of each pass", async () => {
  const scan = {
    kind: "times",
    times: { $eval: "visits" },
    from: { $fromNow: "-2 hours", from: { $eval: "starts" } },
    until: "${starts}",
    show: { Name: { $if: "defined('holder')", then: "${holder}" } },
  };
  const templateId = await publish(scan, SCANNED, { visits: {}, starts: {}, holder: {} });
  const soon = await issue(templateId, { visits: 3, starts: fromNow(HOUR), holder: "Ada" });
  expect(await scanner.scans.scan({ message: soon.message })).toMatchObject({
    allowed: true,
    remaining: 2,
    show: [{ value: "Ada" }],
  });
  const later = await issue(templateId, { visits: 3, starts: fromNow(3 * HOUR) });
  expect(await scanner.scans.scan({ message: later.message })).toMatchObject({ reason: "not-yet", show: [] });
});

test("a pass expires exactly at its time, and a window opens and closes exactly at its", async () => {
  const at = Math.floor(Date.now() / 1000) * 1000 - 60_000;
  const time = (ms: number) => new Date(at + ms).toISOString();
  const expiring = await issue(await publish({ kind: "unlimited" }), {}, { expiresAt: time(0) });
  const windowed = await issue(await publish({ kind: "unlimited", from: time(-1000), until: time(0) }));
  const reasonOf = async (message: string, ms: number) => (await scanner.scans.scan({ message, at: time(ms) })).reason;
  expect([await reasonOf(expiring.message, -1), await reasonOf(expiring.message, 0)]).toEqual([null, "expired"]);
  expect([await reasonOf(windowed.message, -1001), await reasonOf(windowed.message, -1000)]).toEqual(["not-yet", null]);
  expect([await reasonOf(windowed.message, -1), await reasonOf(windowed.message, 0)]).toEqual([null, "over"]);
});

test("a scan cannot be put into the future or the far past", async () => {
  const { message } = await issue(await publish({ kind: "once" }));
  for (const at of [fromNow(HOUR), fromNow(-25 * HOUR)]) {
    await expect(scanner.scans.scan({ message, at })).rejects.toMatchObject({ fault: "invalid-request" });
  }
  const scan = { id: "far", message, at: fromNow(-31 * 24 * HOUR) };
  await expect(scanner.scans.batch({ scans: [scan] })).rejects.toMatchObject({ fault: "invalid-request" });
  expect(await scanner.scans.scan({ message, at: fromNow(60_000) })).toMatchObject({ allowed: true });
});

test("a scanner that lost the answer asks again and gets the same one", async () => {
  const { message } = await issue(await publish({ kind: "once" }));
  const ask = { message, gate: "north", id: "lost-1" };
  const first = await scanner.scans.scan(ask);
  const again = await scanner.scans.scan(ask);
  expect(again).toEqual({ ...first, replayed: true });
  await expect(scanner.scans.scan({ ...ask, gate: "south" })).rejects.toMatchObject({ fault: "idempotency-key-reused" });
  // The header says the same as the member.
  const answer = await world.ask("/scan", {
    method: "POST",
    json: { message, gate: "north" },
    headers: { "idempotency-key": "lost-1" },
  });
  expect(await answer.json()).toMatchObject({ allowed: true, replayed: true, scanId: first.scanId });
  const repeated = await Promise.all(Array.from({ length: 10 }, () => scanner.scans.scan({ message, id: "lost-2" })));
  expect(new Set(repeated.map(({ scanId }) => scanId)).size).toBe(1);
  expect(repeated.every(({ reason }) => reason === "already-used")).toBe(true);
});

test("a trial says what would be, and keeps nothing", async () => {
  const { message, serialNumber } = await issue(await publish({ kind: "once" }));
  const trial = { message, dryRun: true };
  expect(await scanner.scans.scan(trial)).toMatchObject({ allowed: true, scanId: null });
  expect(await scanner.scans.scan(trial)).toMatchObject({ allowed: true, scanId: null });
  expect((await client.scans.list({ passTypeIdentifier: PASS_TYPE, serialNumber })).items).toEqual([]);
  await scanner.scans.scan({ message });
  expect(await scanner.scans.scan(trial)).toMatchObject({ allowed: false, reason: "already-used" });
});

test("of many scanners over HTTP one lets in", async () => {
  const { message } = await issue(await publish({ kind: "once" }));
  const keys = await Promise.all(Array.from({ length: 5 }, () => world.makeKey(["scan"])));
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, index) => world.client(keys[index % 5]).scans.scan({ message })),
  );
  expect(results.filter(({ allowed }) => allowed)).toHaveLength(1);
});

test("a barcode of another project is as unknown as any other text, and so are its scans", async () => {
  const { access } = world.server.storage;
  await access.createProject({ id: "other", name: "Other", createdAt: 1 });
  await access.assignPassType(FOREIGN_TYPE, "other");
  const other = world.client(await world.makeKey(["admin"], "other"));
  const settings = { "template.json": scanSettings({ kind: "unlimited" }) };
  await other.templates.upload("foreign", await packApiTemplate({ ...SCANNED, passTypeIdentifier: FOREIGN_TYPE }, settings));
  await other.templates.publish("foreign");
  const { serialNumber } = await other.passes.create({ templateId: "foreign", values: { gate: "A1" } });
  const message = `T-${serialNumber}`;
  const theirs = await other.scans.scan({ message });
  expect(theirs.allowed).toBe(true);
  const { at: _, ...unknown } = await scanner.scans.scan({ message: "T-nothing" });
  const { at: __, ...foreign } = await scanner.scans.scan({ message });
  expect(foreign).toEqual(unknown);
  expect((await client.scans.list({ passTypeIdentifier: FOREIGN_TYPE, serialNumber })).items).toEqual([]);
  await expect(client.scans.undo(theirs.scanId ?? "")).rejects.toMatchObject({ fault: "not-found" });
  await expect(client.scans.manifest("foreign")).rejects.toMatchObject({ fault: "not-found" });
});

test("a barcode follows the values of its pass", async () => {
  const coded = { barcodes: [{ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message: "C-${code}" }] };
  const pass = await issue(await publish({ kind: "unlimited" }, coded, { code: {} }), { code: "old" });
  const reasonOf = async (message: string) => (await scanner.scans.scan({ message })).reason;
  expect(await reasonOf("C-old")).toBeNull();
  await client.passes.update(pass, { values: { gate: "B2" } });
  expect(await reasonOf("C-old")).toBeNull();
  // What no text can hold is no spelling of what one can.
  await client.passes.update(pass, { values: { code: "\u{fffd}" } });
  expect([await reasonOf("C-\ud800"), await reasonOf("C-\u{fffd}")]).toEqual(["unknown", null]);
  await client.passes.update(pass, { values: { code: "new" } });
  expect([await reasonOf("C-old"), await reasonOf("C-new")]).toEqual(["unknown", null]);
});

test("redeeming can count on the pass and void it, and its devices are told", async () => {
  const rule = { kind: "times", times: 2, count: "visits", voidWhenUsedUp: true };
  const pass = await issue(await publish(rule, SCANNED, { visits: {} }), { visits: 0 });
  const { authenticationToken } = (await world.server.storage.passes.find(pass))!;
  await fetch(`${world.server.webServiceURL}/v1/devices/d1/registrations/${PASS_TYPE}/${pass.serialNumber}`, {
    method: "POST",
    headers: { authorization: `ApplePass ${authenticationToken}`, "content-type": "application/json" },
    body: JSON.stringify({ pushToken: "ab".repeat(32) }),
  });
  const before = world.pushes.length;
  await scanner.scans.scan({ message: pass.message });
  expect(await client.passes.get(pass)).toMatchObject({ revision: 2, voided: false, values: { visits: 1 } });
  const last = await scanner.scans.scan({ message: pass.message });
  expect(await client.passes.get(pass)).toMatchObject({ revision: 3, voided: true, values: { visits: 2 } });
  await expect.poll(() => world.pushes.length).toBeGreaterThan(before);
  expect(await scanner.scans.undo(last.scanId ?? "")).toMatchObject({ allowed: true, undoneAt: expect.any(String) });
  expect(await client.passes.get(pass)).toMatchObject({ revision: 4, voided: false, values: { visits: 1 } });
  await expect(scanner.scans.undo("scan_none")).rejects.toMatchObject({ fault: "not-found" });
});

test("after 15 minutes a scan is taken back by an admin alone", async () => {
  const templateId = await publish({ kind: "once" });
  const { serialNumber } = await issue(templateId);
  const { scans, passes } = world.server.storage;
  const pass = (await passes.find({ passTypeIdentifier: PASS_TYPE, serialNumber }))!;
  const now = Date.now() - 16 * 60_000;
  const rule = { ...NO_LIMITS, kind: "once" } as const;
  const scan = { at: now, gate: null, direction: "in", amount: null } as const;
  const { templateVersion, values } = pass;
  const key = { passTypeIdentifier: PASS_TYPE, serialNumber };
  const asked = { scanId: "scan_old", projectId: "default", clientKey: null, digest: "d", actor: "a", offline: false };
  await scans.redeem({ ...asked, key, scan, rule, templateId, templateVersion, values }, { now, push: { kind: "none" } });
  await expect(scanner.scans.undo("scan_old")).rejects.toMatchObject({ fault: "forbidden" });
  expect(await client.scans.undo("scan_old")).toMatchObject({ undoneAt: expect.any(String) });
});

test("scans of a pass are listed page by page, and those of a template counted", async () => {
  const templateId = await publish({ kind: "once" });
  const { message, serialNumber } = await issue(templateId);
  for (const gate of ["a", "b", "b"]) await scanner.scans.scan({ message, gate });
  const name = { passTypeIdentifier: PASS_TYPE, serialNumber };
  const first = await client.scans.list({ ...name, limit: 2 });
  expect(first.items.map(({ gate, reason }) => [gate, reason])).toEqual([
    ["b", "already-used"],
    ["b", "already-used"],
  ]);
  const rest = await client.scans.list({ ...name, limit: 2, cursor: first.nextCursor ?? "" });
  expect(rest).toMatchObject({ items: [{ gate: "a", allowed: true }], nextCursor: null });
  expect(await client.scans.counts(templateId)).toMatchObject({
    allowed: 1,
    refused: 2,
    gates: [
      { gate: "a", allowed: 1, refused: 0 },
      { gate: "b", allowed: 0, refused: 2 },
    ],
    reasons: [{ reason: "already-used", scans: 2 }],
  });
  await expect(client.scans.list({ serialNumber })).rejects.toMatchObject({ fault: "invalid-request" });
});

test("no text that a scanner reads breaks anything or finds what it should not", async () => {
  const { message } = await issue(await publish({ kind: "unlimited" }));
  for (const hostile of [
    `${message}\0`,
    `\0${message}`,
    ` ${message}`,
    `${message}\r\n`,
    "\ud800",
    "\u{fffd}",
    "PW1:",
    "PW1:.",
    "💥".repeat(1000),
    "'; DROP TABLE scans; --",
    "%_",
  ]) {
    expect(await scanner.scans.scan({ message: hostile })).toMatchObject({ allowed: false, pass: null });
  }
  for (const unfit of ["", "x".repeat(100_000), 5, null, ["a"]]) {
    const answer = await world.ask("/scan", { method: "POST", json: { message: unfit } });
    expect(answer.status).toBe(400);
  }
  for (const rest of [{ amount: -1 }, { amount: 0.00001 }, { amount: 1e10 }, { gate: "a\0b" }, { direction: "up" }, { id: "ä" }]) {
    const answer = await world.ask("/scan", { method: "POST", json: { message, ...rest } });
    expect(answer.status).toBe(400);
  }
  const bytes = Buffer.concat([Buffer.from('{"message":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  const answer = await world.ask("/scan", { method: "POST", body: bytes, headers: { "content-type": "application/json" } });
  expect(answer.status).toBe(400);
});
