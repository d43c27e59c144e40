import { expect } from "vitest";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { issue, key, newPass, NOW, OTHER_TYPE, PASS_TYPE, registration, touch } from "./samples.ts";
import type { Storage } from "../../../src/storage/storage.ts";

function list(storage: Storage, since: number | null, device = "device-1", passTypeIdentifier = PASS_TYPE) {
  return storage.registrations.listChanged({ deviceLibraryIdentifier: device, passTypeIdentifier, since });
}

/** What every `RegistrationStore` keeps to. */
export function registrationStoreContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("the first registration is created, the next exists, and neither needs the other gone", async ({ storage }) => {
    await issue(storage, ["a"]);
    const options = { now: NOW };
    expect(await storage.registrations.register(registration("device-1", "a"), options)).toBe("created");
    expect(await storage.registrations.register(registration("device-1", "a"), options)).toBe("exists");
    expect(await storage.registrations.register(registration("device-2", "a"), options)).toBe("created");
    expect(await storage.registrations.of(key("a"))).toEqual([registration("device-1", "a"), registration("device-2", "a")]);
  });

  rule("a pass that is not there cannot be registered", async ({ storage }) => {
    expect(await storage.registrations.register(registration("device-1", "a"), { now: NOW })).toBe("unknown-pass");
    await issue(storage, ["b"]);
    for (const serial of ["a", "\0", "\u{d800}", ""]) {
      expect(await storage.registrations.register(registration("device-1", serial), { now: NOW })).toBe("unknown-pass");
    }
    expect(
      await storage.registrations.register(registration("device-1", "b", { passTypeIdentifier: OTHER_TYPE }), { now: NOW }),
    ).toBe("unknown-pass");
    await expect(storage.registrations.register(registration("d\0", "b"), { now: NOW })).rejects.toMatchObject({
      code: "ERR_STORAGE_ARGUMENT",
    });
    expect(await storage.registrations.of(key("b"))).toEqual([]);
  });

  rule("of many at once exactly one is created, and there is one row", async ({ storage, openAnother }) => {
    const another = await openAnother();
    await issue(storage, ["a"]);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? storage : another).registrations.register(registration("device-1", "a"), { now: NOW }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "created")).toHaveLength(1);
    expect(await storage.registrations.of(key("a"))).toHaveLength(1);
  });

  rule("a new push token counts for all passes of the device and pass type, and for no other", async ({ storage }) => {
    await issue(storage, ["a", "b"], { "device-1": "a", "device-2": "a" });
    await storage.passes.create([newPass("a", { passTypeIdentifier: OTHER_TYPE })], { now: NOW });
    await storage.registrations.register(registration("device-1", "a", { passTypeIdentifier: OTHER_TYPE }), { now: NOW });
    await storage.registrations.register(registration("device-1", "b", { pushToken: "newer" }), { now: NOW });
    expect((await storage.registrations.of(key("a"))).map(({ pushToken }) => pushToken)).toEqual([
      "newer",
      "push-token-of-device-2",
    ]);
    expect((await storage.registrations.of(key("a", OTHER_TYPE)))[0]?.pushToken).toBe("push-token-of-device-1");
  });

  rule("unregistering twice is as good as once", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a", "device-2": "a" });
    const gone = { ...key("a"), deviceLibraryIdentifier: "device-1" };
    expect(await storage.registrations.unregister(gone, { now: NOW })).toBe("removed");
    expect(await storage.registrations.unregister(gone, { now: NOW })).toBe("absent");
    expect(await storage.registrations.unregister({ ...gone, deviceLibraryIdentifier: "\0" }, { now: NOW })).toBe("absent");
    expect(await storage.registrations.of(key("a"))).toEqual([registration("device-2", "a")]);
    expect(await list(storage, null)).toBeUndefined();
  });

  rule("registering and unregistering at once leave no registration without its device", async ({ storage, openAnother }) => {
    const another = await openAnother();
    await issue(storage, ["a", "b"]);
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([
        storage.registrations.register(registration("device-1", round % 2 === 0 ? "a" : "b"), { now: NOW }),
        another.registrations.unregister({ ...key("a"), deviceLibraryIdentifier: "device-1" }, { now: NOW }),
        another.registrations.register(registration("device-1", "b"), { now: NOW }),
      ]);
      expect(await storage.registrations.of(key("b"))).toHaveLength(1);
    }
  });

  rule("a device is told all its passes without a tag, and with the tag none until one changes", async ({ storage }) => {
    await issue(storage, ["a", "b", "c"], { "device-1": "a" });
    await storage.registrations.register(registration("device-1", "b"), { now: NOW });
    const first = await list(storage, null);
    expect(first?.serialNumbers.toSorted()).toEqual(["a", "b"]);
    expect(await list(storage, first!.tag)).toBeUndefined();
    await touch(storage, "c");
    expect(await list(storage, first!.tag)).toBeUndefined();
    await touch(storage, "b");
    const second = await list(storage, first!.tag);
    expect(second?.serialNumbers).toEqual(["b"]);
    expect(second!.tag).toBeGreaterThan(first!.tag);
    expect(await list(storage, second!.tag)).toBeUndefined();
    expect(await list(storage, first!.tag)).toEqual(second);
  });

  rule("an unknown device and another pass type have no list", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    expect(await list(storage, null, "device-2")).toBeUndefined();
    expect(await list(storage, null, "device-1", OTHER_TYPE)).toBeUndefined();
    expect(await list(storage, null, "\0")).toBeUndefined();
    expect(await list(storage, 0, "device-1", "\u{d800}")).toBeUndefined();
  });

  rule("a tag above all that were given out is that of another service, and hides nothing", async ({ storage }) => {
    await issue(storage, ["a"], { "device-1": "a" });
    expect(await list(storage, 1_790_000_000)).toEqual({ serialNumbers: ["a"], tag: 1 });
  });

  rule("an old copy that is registered later is listed, though the device has a newer tag", async ({ storage }) => {
    await issue(storage, ["a", "old"], { "device-1": "a" });
    await touch(storage, "old");
    await touch(storage, "a");
    const before = await list(storage, null);
    await storage.registrations.register(registration("device-1", "old"), { now: NOW });
    const after = await list(storage, before!.tag);
    expect(after?.serialNumbers).toEqual(["old"]);
    expect(await list(storage, after!.tag)).toBeUndefined();
  });

  rule("a device misses no update while many write", async ({ storage, openAnother }) => {
    const others = [storage, await openAnother(), await openAnother()];
    const serials = Array.from({ length: 24 }, (_, index) => `s${index}`);
    await issue(storage, serials);
    for (const serial of serials) await storage.registrations.register(registration("device-1", serial), { now: NOW });

    const seen = new Map<string, number>();
    let tag: number | null = null;
    async function listAndFetch() {
      const changed = await list(storage, tag);
      for (const serial of changed?.serialNumbers ?? []) {
        seen.set(serial, (await storage.passes.find(key(serial)))!.revision);
      }
      if (changed !== undefined) {
        expect(changed.tag).toBeGreaterThan(tag ?? 0);
        tag = changed.tag;
      }
    }
    const state = { isWriting: true };
    const writers = others.flatMap((one, lane) =>
      [0, 1].map(async (half) => {
        for (let round = 0; round < 25; round += 1) {
          const mine = serials.filter((_, index) => index % 6 === lane * 2 + half);
          await one.passes.change(
            PASS_TYPE,
            (round % 3 === 0 ? mine : [mine[round % mine.length]!]).map((serialNumber) => ({ serialNumber })),
            { now: NOW, push: { kind: "now" } },
          );
        }
      }),
    );
    const writing = Promise.all(writers).finally(() => {
      state.isWriting = false;
    });
    while (state.isWriting) {
      await listAndFetch();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    await writing;
    await listAndFetch();
    for (const serial of serials)
      expect([serial, seen.get(serial)]).toEqual([serial, (await storage.passes.find(key(serial)))!.revision]);
  });

  rule("a registration beside a change of its pass is told of it or comes up in the list", async ({ storage, openAnother }) => {
    const another = await openAnother();
    for (let round = 0; round < 15; round += 1) {
      const device = `device-${round}`;
      const serial = `s${round}`;
      await issue(storage, [serial, `${serial}-other`], { [device]: `${serial}-other` });
      // The tag that the device holds when it has fetched the pass and not yet registered it.
      const held = (await touch(storage, `${serial}-other`))[0];
      const since = held?.kind === "changed" ? held.tag : 0;
      await Promise.all([
        another.registrations.register(registration(device, serial), { now: NOW }),
        storage.passes.change(PASS_TYPE, [{ serialNumber: serial }], { now: NOW, push: { kind: "now" } }),
      ]);
      expect((await list(storage, since, device))?.serialNumbers).toEqual([serial]);
    }
  });
}
