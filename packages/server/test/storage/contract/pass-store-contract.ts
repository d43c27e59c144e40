import { expect } from "vitest";
import { STORAGE_LIMITS } from "../../../src/storage/storage-limits.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch, claimAll } from "./samples.ts";

const SECONDS = NOW / 1000;

/** What every `PassStore` keeps to. */
export function passStoreContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("a new pass is found as it was given, at revision 1", async ({ storage }) => {
    const [created] = await storage.passes.create([newPass("a", { expiresAt: 5, voided: true, personalization: "open" })], {
      now: NOW,
    });
    const expected = {
      passTypeIdentifier: PASS_TYPE,
      serialNumber: "a",
      authenticationToken: "token-of-a-0123456789",
      revision: 1,
      modifiedAt: SECONDS,
      tag: 1,
      templateId: "loyalty-card",
      templateVersion: 1,
      values: `{"points":1}`,
      certificateId: "",
      voided: true,
      expiresAt: 5,
      personalization: "open",
    };
    expect(created).toEqual(expected);
    expect(await storage.passes.find(key("a"))).toEqual(expected);
    expect(await storage.passes.findVersion(key("a"))).toEqual({
      authenticationToken: expected.authenticationToken,
      revision: 1,
      modifiedAt: SECONDS,
    });
  });

  rule("a pass is found under its own pass type only", async ({ storage }) => {
    await storage.passes.create([newPass("a")], { now: NOW });
    expect(await storage.passes.find(key("a", OTHER_TYPE))).toBeUndefined();
    expect(await storage.passes.findVersion(key("a", OTHER_TYPE))).toBeUndefined();
    expect(await storage.passes.findVersion(key("A"))).toBeUndefined();
  });

  rule("a serial number that exists fails the whole call and writes none of it", async ({ storage }) => {
    await storage.passes.create([newPass("b")], { now: NOW });
    await expect(storage.passes.create([newPass("a"), newPass("b"), newPass("c")], { now: NOW })).rejects.toMatchObject({
      code: "ERR_STORAGE_EXISTS",
      serialNumbers: ["b"],
    });
    expect(await storage.passes.find(key("a"))).toBeUndefined();
    await expect(storage.passes.create([newPass("x"), newPass("x")], { now: NOW })).rejects.toMatchObject({
      code: "ERR_STORAGE_EXISTS",
    });
  });

  rule("of two that create the same pass at once one succeeds", async ({ storage, openAnother }) => {
    const another = await openAnother();
    const outcomes = await Promise.allSettled(
      [storage, another, storage, another].map((one) => one.passes.create([newPass("a")], { now: NOW })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "ERR_STORAGE_EXISTS" });
    }
  });

  rule("a call of nothing does nothing, one of too much is refused", async ({ storage }) => {
    expect(await storage.passes.create([], { now: NOW })).toEqual([]);
    expect(await storage.passes.change(PASS_TYPE, [], { now: NOW, push: { kind: "now" } })).toEqual([]);
    const many = Array.from({ length: STORAGE_LIMITS.rowsPerTransaction + 1 }, (_, index) => newPass(`s${index}`));
    await expect(storage.passes.create(many, { now: NOW })).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
    await expect(
      storage.passes.change(
        PASS_TYPE,
        many.map(({ serialNumber }) => ({ serialNumber })),
        { now: NOW, push: { kind: "now" } },
      ),
    ).rejects.toMatchObject({
      code: "ERR_STORAGE_ARGUMENT",
    });
    await expect(
      storage.passes.create([newPass("a"), newPass("b", { passTypeIdentifier: OTHER_TYPE })], { now: NOW }),
    ).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
  });

  rule("a change makes a revision, keeps what it does not name, and moves tag and date", async ({ storage }) => {
    await storage.passes.create([newPass("a", { expiresAt: 7 }), newPass("b")], { now: NOW });
    const results = await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", values: "{}", voided: true }], {
      now: NOW + 5000,
      push: { kind: "none" },
    });
    expect(results).toEqual([{ kind: "changed", serialNumber: "a", revision: 2, tag: 3, modifiedAt: SECONDS + 5 }]);
    expect(await storage.passes.find(key("a"))).toMatchObject({ revision: 2, tag: 3, values: "{}", voided: true, expiresAt: 7 });
    await storage.passes.change(PASS_TYPE, [{ serialNumber: "a", expiresAt: null, certificateId: "ab", templateVersion: 2 }], {
      now: NOW + 6000,
      push: { kind: "none" },
    });
    expect(await storage.passes.find(key("a"))).toMatchObject({
      revision: 3,
      values: "{}",
      expiresAt: null,
      certificateId: "ab",
      templateVersion: 2,
    });
    expect(await storage.passes.find(key("b"))).toMatchObject({ revision: 1, tag: 2 });
  });

  rule("the date grows with every revision, also when the clock stands still or goes back", async ({ storage }) => {
    await storage.passes.create([newPass("a")], { now: NOW });
    for (const [now, modifiedAt] of [
      [NOW, SECONDS + 1],
      [NOW - 3_600_000, SECONDS + 2],
      [NOW + 10_999, SECONDS + 10],
    ] as const) {
      expect(await touch(storage, "a", now)).toMatchObject([{ modifiedAt }]);
    }
  });

  rule("a pass that is unknown or was changed meanwhile is told as such, and the others are changed", async ({ storage }) => {
    await storage.passes.create([newPass("a"), newPass("b")], { now: NOW });
    const results = await storage.passes.change(
      PASS_TYPE,
      [
        { serialNumber: "missing" },
        { serialNumber: "a", ifRevision: 2 },
        { serialNumber: "b\0", voided: true },
        { serialNumber: "b", ifRevision: 1 },
      ],
      { now: NOW, push: { kind: "now" } },
    );
    expect(results).toMatchObject([
      { kind: "unknown", serialNumber: "missing" },
      { kind: "conflict", serialNumber: "a", revision: 1 },
      { kind: "unknown", serialNumber: "b\0" },
      { kind: "changed", serialNumber: "b", revision: 2 },
    ]);
    expect(await storage.passes.change(OTHER_TYPE, [{ serialNumber: "a" }], { now: NOW, push: { kind: "now" } })).toEqual([
      { kind: "unknown", serialNumber: "a" },
    ]);
  });

  rule("a pass that is named twice in one call is changed twice, in order", async ({ storage }) => {
    await storage.passes.create([newPass("a"), newPass("b")], { now: NOW });
    const changes = [
      { serialNumber: "a", values: "1" },
      { serialNumber: "b", values: "2" },
      { serialNumber: "a", values: "3", ifRevision: 2 },
    ];
    const results = await storage.passes.change(PASS_TYPE, changes, { now: NOW, push: { kind: "now" } });
    expect(results).toMatchObject([{ revision: 2 }, { revision: 2 }, { revision: 3 }]);
    expect(await storage.passes.find(key("a"))).toMatchObject({ values: "3", modifiedAt: SECONDS + 2 });
  });

  rule("of many changes with one optimistic lock one succeeds", async ({ storage, openAnother }) => {
    const another = await openAnother();
    await storage.passes.create([newPass("a")], { now: NOW });
    const results = await Promise.all(
      [storage, another, storage, another].map((one) =>
        one.passes.change(PASS_TYPE, [{ serialNumber: "a", ifRevision: 1 }], { now: NOW, push: { kind: "now" } }),
      ),
    );
    expect(results.flat().filter(({ kind }) => kind === "changed")).toHaveLength(1);
    expect(results.flat().filter(({ kind }) => kind === "conflict")).toHaveLength(3);
  });

  rule("pages follow the bytes of serial numbers and can be held to a template", async ({ storage }) => {
    const serials = ["b", "a", "é", "B", "10", "9", "ａ", "😀"];
    await storage.passes.create(
      serials.map((serial, index) => newPass(serial, { templateId: index % 2 === 0 ? "even" : "odd" })),
      { now: NOW },
    );
    const listed: string[] = [];
    for (let after: string | undefined = ""; after !== undefined;) {
      const page = await storage.passes.page({ passTypeIdentifier: PASS_TYPE, after, limit: 3 });
      listed.push(...page.map(({ serialNumber }) => serialNumber));
      after = page.at(-1)?.serialNumber;
    }
    expect(listed).toEqual(["10", "9", "B", "a", "b", "é", "ａ", "😀"]);
    const odd = await storage.passes.page({ passTypeIdentifier: PASS_TYPE, templateId: "odd", after: "9", limit: 10 });
    expect(odd.map(({ serialNumber }) => serialNumber)).toEqual(["B", "a", "😀"]);
    expect(odd[0]).toMatchObject({ templateId: "odd", voided: false });
  });

  rule("texts come back as they were given, and what cannot be a key names nothing", async ({ storage }) => {
    const values = `{"quote":"\\"\\\\","text":"Grüße 😀 {a,b} NULL ''"}`;
    await storage.passes.create([newPass(`we"ird, {s} \\é`, { values })], { now: NOW });
    expect(await storage.passes.find(key(`we"ird, {s} \\é`))).toMatchObject({ values });
    await storage.passes.create([newPass("\u{fffd}")], { now: NOW });
    for (const serial of ["", "a\0b", "\u{d800}", "x".repeat(5000), "😀".repeat(200)]) {
      expect(await storage.passes.find(key(serial))).toBeUndefined();
      expect(await storage.passes.findVersion(key(serial))).toBeUndefined();
      await expect(storage.passes.create([newPass(serial)], { now: NOW })).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
    }
    await expect(storage.passes.create([newPass("n", { values: "\0" })], { now: NOW })).rejects.toMatchObject({
      code: "ERR_STORAGE_ARGUMENT",
    });
  });

  rule("a change of a template changes all its passes and no other, and goes on after a stop", async ({ storage }) => {
    const count = STORAGE_LIMITS.rowsPerTransaction + 100;
    const serials = Array.from({ length: count }, (_, index) => `s${String(index).padStart(5, "0")}`);
    for (let first = 0; first < count; first += STORAGE_LIMITS.rowsPerTransaction) {
      const part = serials.slice(first, first + STORAGE_LIMITS.rowsPerTransaction);
      await storage.passes.create(
        part.map((serial) => newPass(serial)),
        { now: NOW },
      );
    }
    await storage.passes.create([newPass("other", { templateId: "other" })], { now: NOW });
    const options = {
      passTypeIdentifier: PASS_TYPE,
      templateId: "loyalty-card",
      change: { templateVersion: 2 },
      push: { kind: "none" },
      clock: () => NOW,
    } as const;
    const stop = new AbortController();
    let last = "";
    await expect(
      storage.passes.changeTemplate({
        ...options,
        signal: stop.signal,
        onProgress: ({ after }) => {
          last = after;
          stop.abort();
        },
      }),
    ).rejects.toThrow(/abort/u);
    expect(last).toBe(serials[STORAGE_LIMITS.rowsPerTransaction - 1]);
    expect(await storage.passes.changeTemplate({ ...options, after: last })).toEqual({ changed: 100 });
    const [first, end] = await Promise.all([storage.passes.find(key(serials[0]!)), storage.passes.find(key(serials.at(-1)!))]);
    expect([first, end]).toMatchObject([
      { revision: 2, templateVersion: 2 },
      { revision: 2, templateVersion: 2 },
    ]);
    expect(await storage.passes.find(key("other"))).toMatchObject({ revision: 1 });
  });

  rule("pushes of a template are spread evenly over the time that is given", async ({ storage }) => {
    for (const serial of ["a", "b", "c", "d"]) {
      await storage.passes.create([newPass(serial)], { now: NOW });
      await storage.registrations.register(registration(`device-${serial}`, serial), { now: NOW });
    }
    await storage.passes.changeTemplate({
      passTypeIdentifier: PASS_TYPE,
      templateId: "loyalty-card",
      change: {},
      push: { kind: "spread", overMs: 4000 },
      clock: () => NOW,
    });
    const counts: number[] = [];
    for (const after of [-1, 0, 999, 1000, 2000, 3000]) counts.push((await claimAll(storage, NOW + after)).length);
    expect(counts).toEqual([0, 1, 0, 1, 1, 1]);
  });
}
