import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type JsonObject, PassTemplate } from "@passwright/pass";
import { createBarcodeIndex, hashMessage, payloadOf, standInOf } from "../../src/scan/barcode-index.ts";
import { readScanned } from "../../src/scan/read-scanned.ts";
import { assertScannable } from "../../src/scan/assert-scannable.ts";

const SECRET = "ab".repeat(32);
const PASS_TYPE = "pass.com.example.gate";

async function templateOf(barcodes: readonly JsonObject[], settings: object = {}): Promise<PassTemplate> {
  const icon = new Uint8Array(await readFile(new URL("../../../../examples/boarding.pass/icon.png", import.meta.url)));
  const pass = { formatVersion: 1, passTypeIdentifier: PASS_TYPE, description: "d", generic: {}, barcodes };
  return PassTemplate.fromFiles({ "pass.json": JSON.stringify(pass), "template.json": JSON.stringify(settings), "icon.png": icon });
}

function pass(serialNumber: string, rest: object = {}) {
  return {
    passTypeIdentifier: PASS_TYPE,
    serialNumber,
    authenticationToken: "t".repeat(43),
    templateId: "gate",
    templateVersion: 1,
    values: "{}",
    revision: 1,
    modifiedAt: 1_790_000_000,
    voided: false,
    expiresAt: null,
    ...rest,
  };
}

const options = { secret: SECRET, webServiceURL: "https://passes.example.com/wallet" };

test("a pass is found by the hash of each of its messages", async () => {
  const template = await templateOf([{ message: "T-${serialNumber}" }, { message: "C-${code}" }, { message: "always" }]);
  const hashes = createBarcodeIndex(template, options).hashesOf(pass("1"), { code: "é" });
  expect(hashes).toEqual(["T-1", "C-é", "always"].map(hashMessage));
  const constant = createBarcodeIndex(await templateOf([{ message: "always" }]), options);
  expect(constant.hashesOf(pass("1"), {})).toEqual([hashMessage("always")]);
  expect(createBarcodeIndex(await templateOf([]), options).hashesOf(pass("1"), {})).toEqual([]);
});

test("no more of a pass's barcodes are kept than a row of storage takes", async () => {
  const template = await templateOf(Array.from({ length: 30 }, (_, index) => ({ message: `T-${index}` })));
  expect(createBarcodeIndex(template, options).hashesOf(pass("1"), {})).toHaveLength(10);
});

test("a signed barcode is found by its payload, and by nothing that somebody else can write", async () => {
  const template = await templateOf([{ message: "${signedBarcode}" }]);
  const [hash] = createBarcodeIndex(template, options).hashesOf(pass("1"), { signedBarcode: "mine" });
  const payload = payloadOf(SECRET, pass("1"));
  expect(payload).toHaveLength(8);
  expect(hash).toBe(hashMessage(standInOf(SECRET, payload)));
  expect(hash).not.toBe(hashMessage("mine"));
  const other = "cd".repeat(32);
  expect(standInOf(other, payload)).not.toBe(standInOf(SECRET, payload));
  expect(payloadOf(other, pass("1"))).not.toEqual(payload);
  expect(payloadOf(SECRET, pass("2"))).not.toEqual(payload);
  expect(payloadOf(SECRET, { ...pass("1"), passTypeIdentifier: "pass.other" })).not.toEqual(payload);
  // What anybody who has seen the barcode could compute leads to nothing.
  const hex = Buffer.from(payload).toString("hex");
  for (const guess of [hex, `PW:${hex}`, `PW1:${hex}.`]) {
    const scanned = await readScanned(guess, { keySet: async () => ({ keys: [] }), secret: SECRET });
    expect(scanned).not.toEqual({ kind: "message", hash });
  }
});

test("a rule that would change its own barcode, or does not fit its sample, is refused before it is published", async () => {
  const scan = { kind: "times", times: { $eval: "times" }, count: "visits" };
  const barcodes = [{ message: "V-${visits}" }];
  const fits = await templateOf([{ message: "T" }], { sample: { times: 2, visits: 0 }, scan });
  expect(() => assertScannable(fits)).not.toThrow();
  const own = await templateOf(barcodes, { sample: { times: 2, visits: 0 }, scan });
  expect(() => assertScannable(own)).toThrow(/changes the value visits/u);
  const unfit = await templateOf([{ message: "T" }], { sample: { times: "many", visits: 0 }, scan });
  expect(() => assertScannable(unfit)).toThrow(/scan\.times/u);
  // A sample without what the server supplies says nothing of the rule.
  const supplied = await templateOf([{ message: "T" }], {
    sample: {},
    scan: { kind: "once", show: { Serial: "${serialNumber}" } },
  });
  expect(() => assertScannable(supplied)).not.toThrow();
});
