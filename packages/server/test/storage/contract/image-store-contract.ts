import { expect } from "vitest";
import type { PassImageChange } from "../../../src/storage/images/image-storage.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { createRule, type OpenTestStorage } from "./rule.ts";
import { issue, key, NOW, PASS_TYPE } from "./samples.ts";

const file = (path: string, ...bytes: readonly number[]): PassImageChange => ({
  path,
  content: { digest: `digest-${bytes.join("-")}`, bytes: Uint8Array.from(bytes) },
});

function change(storage: Storage, serialNumber: string, images: readonly PassImageChange[], ifRevision?: number) {
  const audit = { at: NOW, projectId: "default", actor: "key_1", action: "putPassImage", object: "a", requestId: "r" };
  return storage.issuing.amend(
    {
      passTypeIdentifier: PASS_TYPE,
      change: { serialNumber, ...(ifRevision !== undefined && { ifRevision }) },
      deletes: false,
      images,
      audit,
    },
    { now: NOW, push: { kind: "now" } },
  );
}

async function read(storage: Storage, serialNumber: string, revision: number) {
  const found = await storage.images.find(key(serialNumber), revision);
  return Object.fromEntries(found.map(({ path, bytes }) => [path, [...bytes]]));
}

/** What every store of pictures keeps to. */
export function imageStoreContract(open: OpenTestStorage): void {
  const rule = createRule(open);

  rule("a revision has the pictures that were put in before it, and none that came after", async ({ storage }) => {
    await issue(storage, ["a", "b"]);
    await change(storage, "a", [file("strip.png", 1), file("strip@2x.png", 2)]);
    await change(storage, "a", [file("strip.png", 3)]);
    await change(storage, "a", [{ path: "strip@2x.png", content: null }]);
    expect(await read(storage, "a", 1)).toEqual({});
    expect(await read(storage, "a", 2)).toEqual({ "strip.png": [1], "strip@2x.png": [2] });
    expect(await read(storage, "a", 3)).toEqual({ "strip.png": [3], "strip@2x.png": [2] });
    expect(await read(storage, "a", 4)).toEqual({ "strip.png": [3] });
    expect(await read(storage, "b", 9)).toEqual({});
    expect(await storage.images.list(key("a"), 2)).toEqual([
      { path: "strip.png", digest: "digest-1", size: 1 },
      { path: "strip@2x.png", digest: "digest-2", size: 1 },
    ]);
  });

  rule("passes may share a picture", async ({ storage }) => {
    await issue(storage, ["a", "b"]);
    for (const serialNumber of ["a", "b"]) await change(storage, serialNumber, [file("strip.png", 7)]);
    expect(await read(storage, "b", 2)).toEqual(await read(storage, "a", 2));
  });

  rule("a change that is refused puts no picture in", async ({ storage }) => {
    await issue(storage, ["a"]);
    expect(await change(storage, "a", [file("strip.png", 1)], 5)).toMatchObject({ kind: "conflict" });
    expect(await change(storage, "none", [file("strip.png", 1)])).toMatchObject({ kind: "unknown" });
    expect(await read(storage, "a", 9)).toEqual({});
    expect(await read(storage, "none", 9)).toEqual({});
  });

  rule("pictures beyond the limits are refused before anything is written", async ({ storage }) => {
    await issue(storage, ["a"]);
    const many = Array.from({ length: 31 }, (_, index) => file(`strip${index}.png`, index));
    await expect(change(storage, "a", many)).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
    const large: PassImageChange = { path: "strip.png", content: { digest: "d", bytes: new Uint8Array(8 * 2 ** 20 + 1) } };
    await expect(change(storage, "a", [large])).rejects.toMatchObject({ code: "ERR_STORAGE_ARGUMENT" });
    expect((await storage.passes.find(key("a")))?.revision).toBe(1);
  });
}
