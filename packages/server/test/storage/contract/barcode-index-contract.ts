import { expect } from "vitest";
import type { Storage } from "../../../src/storage/storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { key, newPass, NOW, PASS_TYPE } from "./samples.ts";

const QUIET = { now: NOW, push: { kind: "none" } } as const;

const unindexed = async (storage: Storage) =>
  (await storage.scans.unindexed({ limit: 100 })).map(({ serialNumber }) => serialNumber);

const find = async (storage: Storage, hash: string) =>
  (await storage.scans.findByMessage({ projectId: "default", hash })).map(({ serialNumber }) => serialNumber);

const index = (storage: Storage, serialNumber: string, revision: number | null, hashes: readonly string[]) =>
  storage.scans.indexBarcodes({
    passTypeIdentifier: PASS_TYPE,
    passes: [{ serialNumber, revision, hashes }],
    now: NOW + 5,
  });

/** What every store keeps to of passes whose writer did not say what their barcodes say. */
export function barcodeIndexContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("what nobody said of a pass's barcodes is remembered until it was found out", async ({ storage }) => {
    await storage.passes.create(
      [newPass("b"), newPass("a"), newPass("known", { barcodes: ["k"] }), newPass("none", { barcodes: [] })],
      {
        now: NOW,
      },
    );
    expect(await unindexed(storage)).toEqual(["a", "b"]);
    expect(await storage.scans.unindexed({ limit: 1 })).toEqual([key("a")]);
    await index(storage, "a", 1, ["h1", "h2"]);
    expect(await unindexed(storage)).toEqual(["b"]);
    expect([await find(storage, "h1"), await find(storage, "h2"), await find(storage, "k")]).toEqual([["a"], ["a"], ["known"]]);
    // Done twice, by two processes, it is as done once.
    await index(storage, "a", 1, ["h1", "h2"]);
    expect(await find(storage, "h1")).toEqual(["a"]);
    // A pass that had none before is new to scanners, and not changed.
    expect(await storage.scans.changedSince({ passTypeIdentifier: PASS_TYPE, since: 0, after: "", limit: 10 })).toEqual([]);
    await index(storage, "b", 1, []);
    expect(await unindexed(storage)).toEqual([]);
  });

  rule("a change that may concern barcodes, and says nothing of them, has them found out anew", async ({ storage }) => {
    const serialNumbers = ["values", "version", "void", "kept", "said"];
    await storage.passes.create(
      serialNumbers.map((serialNumber) => newPass(serialNumber, { barcodes: [`of-${serialNumber}`] })),
      { now: NOW },
    );
    await storage.passes.change(
      PASS_TYPE,
      [
        { serialNumber: "values", values: "{}" },
        { serialNumber: "version", templateVersion: 2 },
        { serialNumber: "void", voided: true },
        { serialNumber: "kept", values: "{}", keepsBarcodes: true },
        { serialNumber: "said", values: "{}", barcodes: ["new"] },
        { serialNumber: "absent", values: "{}" },
      ],
      QUIET,
    );
    expect(await unindexed(storage)).toEqual(["values", "version"]);
    // Until then they are found by what they said before.
    expect(await find(storage, "of-values")).toEqual(["values"]);
    await index(storage, "values", 2, ["other"]);
    expect([await find(storage, "of-values"), await find(storage, "other")]).toEqual([[], ["values"]]);
    // Scanners without a network are told.
    const changed = await storage.scans.changedSince({ passTypeIdentifier: PASS_TYPE, since: NOW + 1, after: "", limit: 10 });
    expect(changed).toEqual([{ serialNumber: "values", changedAt: NOW + 5 }]);
    await storage.passes.changeTemplate({
      passTypeIdentifier: PASS_TYPE,
      templateId: "loyalty-card",
      change: { templateVersion: 3 },
      push: { kind: "none" },
      clock: () => NOW,
    });
    expect(await unindexed(storage)).toEqual(serialNumbers.toSorted());
  });

  rule("what was found out of an earlier revision is not written, and is found out again", async ({ storage }) => {
    await storage.passes.create([newPass("a")], { now: NOW });
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", barcodes: ["new"] }], QUIET);
    await index(storage, "a", 1, ["old"]);
    expect([await find(storage, "old"), await find(storage, "new"), await unindexed(storage)]).toEqual([[], ["a"], ["a"]]);
    await index(storage, "a", 2, ["new"]);
    expect([await find(storage, "new"), await unindexed(storage)]).toEqual([["a"], []]);
    // Of a pass that is not there nothing is written; of one that is, "not there" is wrong.
    await index(storage, "absent", null, ["x"]);
    await index(storage, "a", null, []);
    expect([await find(storage, "x"), await find(storage, "new")]).toEqual([[], ["a"]]);
  });

  rule("a sign-up says in the same change what the barcodes say, or has it found out", async ({ storage }) => {
    const sign = (serialNumber: string, given: { readonly values?: string; readonly barcodes?: readonly string[] }) =>
      storage.personalizations.save(
        { ...key(serialNumber), info: "{}", templateId: "loyalty-card", templateVersion: 1 },
        { ...QUIET, ifRevision: 1, ...given },
      );
    for (const serialNumber of ["said", "unsaid", "same"]) {
      await storage.passes.create([newPass(serialNumber, { personalization: "open", barcodes: [`of-${serialNumber}`] })], {
        now: NOW,
      });
    }
    await sign("said", { values: "{}", barcodes: ["new"] });
    await sign("unsaid", { values: "{}" });
    await sign("same", {});
    expect([await find(storage, "new"), await find(storage, "of-said"), await find(storage, "of-same")]).toEqual([
      ["said"],
      [],
      ["same"],
    ]);
    expect(await unindexed(storage)).toEqual(["unsaid"]);
    await expect(sign("unsaid", { values: "{}", barcodes: ["\0"] })).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
  });

  rule(
    "whoever indexes and whoever changes at the same time, the index says what the pass says",
    async ({ storage, openAnother }) => {
      const another = await openAnother();
      const serialNumbers = Array.from({ length: 20 }, (_, number) => `p${number}`);
      await storage.passes.create(
        serialNumbers.map((serialNumber) => newPass(serialNumber)),
        { now: NOW },
      );
      const indexAll = async (on: Storage) => {
        const passes = [];
        for (const { serialNumber } of await on.scans.unindexed({ limit: 100 })) {
          const pass = await on.passes.find(key(serialNumber));
          passes.push({ serialNumber, revision: pass?.revision ?? null, hashes: [`${serialNumber} ${pass?.revision}`] });
        }
        await on.scans.indexBarcodes({ passTypeIdentifier: PASS_TYPE, passes, now: NOW });
      };
      const changeAll = (on: Storage, round: number) =>
        on.passes.change(
          PASS_TYPE,
          serialNumbers.map((serialNumber) => ({ serialNumber, values: `{"round":${round}}` })),
          QUIET,
        );
      for (let round = 0; round < 5; round += 1) {
        await Promise.all([indexAll(storage), changeAll(another, round), indexAll(another), changeAll(storage, round)]);
      }
      await indexAll(another);
      expect(await unindexed(storage)).toEqual([]);
      for (const serialNumber of serialNumbers) {
        expect(await find(storage, `${serialNumber} 11`)).toEqual([serialNumber]);
        for (let old = 1; old <= 10; old += 1) expect(await find(storage, `${serialNumber} ${old}`)).toEqual([]);
      }
    },
  );

  rule("more than one transaction takes is refused", async ({ storage }) => {
    const passes = Array.from({ length: 201 }, (_, number) => ({ serialNumber: `p${number}`, revision: 1, hashes: [] }));
    for (const wrong of [passes, [{ serialNumber: "a", revision: 1, hashes: ["\0"] }]]) {
      await expect(storage.scans.indexBarcodes({ passTypeIdentifier: PASS_TYPE, passes: wrong, now: NOW })).rejects.toMatchObject({
        code: "ERR_STORAGE_ARGUMENT",
      });
    }
  });
}
