import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiWorld, openApiWorld, packApiTemplate, PASS_TYPE, SCANNED, scanSettings } from "./support/api-world.ts";

let world: ApiWorld;
let end: () => Promise<void>;

beforeAll(async () => {
  world = await openApiWorld({
    until: (close) => {
      end = close;
    },
  });
  const client = world.client();
  const scan = { kind: "once", show: { Gate: "${gate}" } };
  const barcodes = [{ ...SCANNED.barcodes[0], message: "T-${serialNumber}-${gate}" }];
  await client.templates.upload("gate", await packApiTemplate({ barcodes }, { "template.json": scanSettings(scan) }));
  await client.templates.publish("gate");
  await client.templates.upload("plain", await packApiTemplate({}, { "template.json": scanSettings(scan) }));
  await client.templates.publish("plain");
}, 60_000);
afterAll(() => end());

/** A pass that a program writes by itself, without a word on its barcodes. */
async function write(serialNumber: string, rest: object = {}): Promise<void> {
  const pass = { passTypeIdentifier: PASS_TYPE, serialNumber, authenticationToken: "0123456789abcdef", templateId: "gate" };
  await world.server.storage.passes.create([{ ...pass, templateVersion: 1, values: `{"gate":"A1"}`, ...rest }], {
    now: Date.now(),
  });
  world.server.wake();
}

const scan = (message: string) => world.client().scans.scan({ message, dryRun: true });
const left = async () => (await world.server.storage.scans.unindexed({ limit: 100 })).length;

test("passes that a program writes and changes by itself are found by scanners, as those of the API are", async () => {
  await write("S-1");
  await expect.poll(async () => (await scan("T-S-1-A1")).allowed).toBe(true);
  const { storage } = world.server;
  const change = (values: string) =>
    storage.passes.change(PASS_TYPE, [{ serialNumber: "S-1", values }], { now: Date.now(), push: { kind: "none" } });
  await change(`{"gate":"B2"}`);
  world.server.wake();
  await expect.poll(async () => (await scan("T-S-1-B2")).allowed).toBe(true);
  expect(await scan("T-S-1-A1")).toMatchObject({ reason: "unknown" });
  expect(await left()).toBe(0);
});

test("a change over the API leaves nothing to be found out, whether the barcode is another or not", async () => {
  const client = world.client();
  const pass = await client.passes.create({ templateId: "gate", values: { gate: "A1" }, serialNumber: "S-2" });
  await client.passes.update(pass, { values: { gate: "B3" } });
  expect([await left(), (await scan("T-S-2-B3")).allowed]).toEqual([0, true]);
  const plain = await client.passes.create({ templateId: "plain", values: { gate: "A1" }, serialNumber: "P-1" });
  await client.passes.update(plain, { values: { gate: "B3" } });
  expect(await left()).toBe(0);
});

test("a pass whose barcode cannot be made is told in the log, and keeps no other from being found", async () => {
  await write("S-3", { values: "{}" });
  await write("S-4", { templateId: "nowhere" });
  await write("S-5", { values: "{" });
  await write("S-6");
  await expect.poll(async () => (await scan("T-S-6-A1")).allowed).toBe(true);
  await expect.poll(left).toBe(0);
  expect(world.logText().split("barcode of a pass cannot be made")).toHaveLength(3);
});

test("a deleted pass stays unknown to scanners, though its barcodes are found out again", async () => {
  await write("S-7");
  await expect.poll(async () => (await scan("T-S-7-A1")).allowed).toBe(true);
  const { storage } = world.server;
  const [pass] = await storage.issuing.records([{ passTypeIdentifier: PASS_TYPE, serialNumber: "S-2" }]);
  await world.client().passes.delete(pass!);
  await storage.passes.change(PASS_TYPE, [{ serialNumber: "S-2", values: `{"gate":"B4"}` }], {
    now: Date.now(),
    push: { kind: "none" },
  });
  world.server.wake();
  await expect.poll(left).toBe(0);
  expect(await scan("T-S-2-B4")).toMatchObject({ reason: "unknown" });
});
