import { expect, test } from "vitest";
import { verifyBarcode } from "@passwright/pass";
import { toSealingSecret } from "../../src/installation/sealed-secret.ts";
import { createBarcodeKeyring } from "../../src/scan/barcode-keyring.ts";
import type { BarcodeKeyRecord, ScanStore } from "../../src/storage/scans/scan-storage.ts";

const NOW = 1_790_000_000_000;
const PAYLOAD = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const AUDIT = { at: NOW, projectId: "default", actor: "key_1", action: "rotate", object: "", requestId: "" };
const sealing = toSealingSecret("ab".repeat(32));

/** Rows as a database keeps them, shared by several processes; how it keeps them is the matter of the storage contract. */
function createRows(): Pick<ScanStore, "barcodeKeys" | "addBarcodeKey"> & {
  readonly rows: (BarcodeKeyRecord & { projectId: string })[];
} {
  const rows: (BarcodeKeyRecord & { projectId: string })[] = [];
  return {
    rows,
    barcodeKeys: async (projectId) => rows.filter((row) => row.projectId === projectId).toSorted((a, b) => a.number - b.number),
    addBarcodeKey: async (key) => {
      if (rows.some(({ projectId, number }) => projectId === key.projectId && number === key.number)) return "exists";
      rows.push(key);
      return "added";
    },
  };
}

function open(scans: ReturnType<typeof createRows>, clock: () => number = () => NOW) {
  return createBarcodeKeyring({ scans, sealing, clock });
}

test("a revision has the same barcode whenever and wherever it is signed", async () => {
  const rows = createRows();
  let now = NOW;
  const [one, two] = [open(rows, () => now), open(rows, () => now)];
  const before = await one.sign("default", PAYLOAD, NOW);
  expect(await two.sign("default", PAYLOAD, NOW)).toBe(before);
  await one.rotate("default", { audit: AUDIT });
  now += 3_600_000;
  expect(await one.sign("default", PAYLOAD, NOW)).toBe(before);
  expect(await open(rows, () => now).sign("default", PAYLOAD, NOW)).toBe(before);
  expect(await two.sign("default", PAYLOAD, now)).not.toBe(before);
});

test("a new key is told a minute before it signs, and a process that read the keys before signs with the same one", async () => {
  const rows = createRows();
  let now = NOW;
  const [one, two] = [open(rows, () => now), open(rows, () => now)];
  await one.sign("default", PAYLOAD, NOW);
  await two.sign("default", PAYLOAD, NOW);
  const { activeFrom, kid } = await one.rotate("default", { audit: AUDIT });
  expect(activeFrom).toBe(NOW + 60_000);
  expect((await one.publicKeys("default")).keys.map((key) => key.kid)).toContain(kid);
  for (const later of [0, 15_000, 59_000, 60_000, 75_000]) {
    now = NOW + later;
    expect(await two.sign("default", PAYLOAD, now)).toBe(await one.sign("default", PAYLOAD, now));
  }
  expect((await two.publicKeys("default")).keys).toHaveLength(2);
});

test("of several processes that make the first key at once one is kept", async () => {
  const rows = createRows();
  const keyrings = Array.from({ length: 5 }, () => open(rows));
  const messages = await Promise.all(keyrings.map((keyring) => keyring.sign("default", PAYLOAD, NOW)));
  expect(new Set(messages).size).toBe(1);
  expect(rows.rows).toHaveLength(1);
});

test("rotations at the same time make a key each, in their order", async () => {
  const rows = createRows();
  const made = await Promise.all([1, 2, 3].map(() => open(rows).rotate("default", { audit: AUDIT })));
  expect(made.map(({ number }) => number).toSorted((one, two) => one - two)).toEqual([1, 2, 3]);
  const times = rows.rows.toSorted((a, b) => a.number - b.number).map(({ activeFrom }) => activeFrom);
  expect(times).toEqual([0, NOW + 60_000, NOW + 61_000]);
});

test("a retired key is not in the set, and what it signed is refused", async () => {
  const rows = createRows();
  let now = NOW;
  const keyring = open(rows, () => now);
  const old = await keyring.sign("default", PAYLOAD, NOW);
  await keyring.rotate("default", { audit: AUDIT });
  now += 120_000;
  const fresh = await keyring.sign("default", PAYLOAD, now);
  expect(await verifyBarcode(old, await keyring.publicKeys("default"))).toMatchObject({ valid: true });
  rows.rows[0] = { ...rows.rows[0]!, retiredAt: now };
  keyring.forget("default");
  expect(await verifyBarcode(old, await keyring.publicKeys("default"))).toMatchObject({ valid: false });
  expect(await verifyBarcode(fresh, await keyring.publicKeys("default"))).toMatchObject({ valid: true });
});

test("a private key lies sealed in its row, and opens in no other", async () => {
  const rows = createRows();
  await open(rows).sign("default", PAYLOAD, NOW);
  const [row] = rows.rows;
  expect(row?.sealedKey).toMatch(/^pws1\./u);
  rows.rows[0] = { ...row!, projectId: "other" };
  await expect(open(rows).sign("other", PAYLOAD, NOW)).rejects.toMatchObject({ code: "ERR_SERVER_SEALED" });
  await expect(
    createBarcodeKeyring({ scans: rows, sealing: toSealingSecret("cd".repeat(32)), clock: () => NOW }).sign("other", PAYLOAD, NOW),
  ).rejects.toMatchObject({ code: "ERR_SERVER_SEALED" });
});

test("the sets of two projects have no key in common", async () => {
  const rows = createRows();
  const keyring = open(rows);
  const message = await keyring.sign("default", PAYLOAD, NOW);
  await keyring.sign("other", PAYLOAD, NOW);
  expect(await verifyBarcode(message, await keyring.publicKeys("other"))).toMatchObject({ valid: false });
  expect((await keyring.publicKeys("none")).keys).toEqual([]);
});
