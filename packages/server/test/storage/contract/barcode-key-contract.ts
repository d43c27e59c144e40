import { expect } from "vitest";
import type { BarcodeKeyRecord } from "../../../src/storage/scans/scan-storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { NOW } from "./samples.ts";

const AUDIT = { at: NOW, projectId: "default", actor: "key_1", action: "rotate", object: "kid", requestId: "request-1" };

/** What every store of the keys of barcodes keeps to. */
export function barcodeKeyContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("barcode keys are added by their number, once, and retired when another signs", async ({ storage }) => {
    const one: BarcodeKeyRecord = {
      number: 1,
      kid: "k1",
      publicKey: "x1",
      sealedKey: "s1",
      activeFrom: 0,
      createdAt: NOW,
      retiredAt: null,
    };
    const add = (given: BarcodeKeyRecord, projectId = "default") =>
      storage.scans.addBarcodeKey({ ...given, projectId }, { audit: AUDIT });
    const retire = (kid: string, now: number, projectId = "default") =>
      storage.scans.retireBarcodeKey({ projectId, kid }, { now, audit: AUDIT });
    const racers = await Promise.all(Array.from({ length: 8 }, (_, index) => add({ ...one, kid: `r${index}` }, "raced")));
    expect(racers.filter((one) => one === "added")).toHaveLength(1);
    expect(await add(one)).toBe("added");
    expect(await add({ ...one, kid: "k9" })).toBe("exists");
    expect(await retire("k1", NOW)).toBe("last");
    const two = { ...one, number: 2, kid: "k2", activeFrom: NOW + 60_000 };
    expect(await add(two)).toBe("added");
    // The next one does not sign yet.
    expect(await retire("k1", NOW + 59_999)).toBe("last");
    expect(await retire("k1", NOW + 60_000, "raced")).toBe("absent");
    expect(await retire("k1", NOW + 60_000)).toBe("retired");
    expect(await retire("k1", NOW + 70_000)).toBe("retired");
    expect(await storage.scans.barcodeKeys("default")).toEqual([{ ...one, retiredAt: NOW + 60_000 }, two]);
    expect(await storage.scans.barcodeKeys("\0")).toEqual([]);
  });
}
