import { describe, expect, test } from "vitest";
import { joinChunks } from "../../src/archive/write-archive.ts";
import { PassPackage } from "../../src/package/pass-package.ts";
import { compareManifest } from "../../src/manifest/manifest.ts";
import { createMinter, type Minted, type Minter } from "../../src/template/minter.ts";
import { PassTemplate } from "../../src/template/pass-template.ts";
import type { PassValues } from "../../src/template/values.ts";
import { TEST_NOW, testAuthority } from "../support/authority.ts";
import { SIMPLE_PASS, simpleSource } from "../support/pass-source.ts";
import { makePng } from "../support/png.ts";

async function memberMinter(
  changes: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ template: PassTemplate; minter: Minter }> {
  const { issued } = await testAuthority();
  const source = simpleSource();
  const pass = {
    ...SIMPLE_PASS,
    serialNumber: "${id}",
    description: { $eval: "about" },
    generic: { primaryFields: [{ key: "n", value: "${name}" }] },
  };
  source.set("pass.json", JSON.stringify(pass));
  source.set("thumbnail.png", makePng(90, 90));
  source.set(
    "template.json",
    JSON.stringify({ inputs: { properties: { about: { default: "A card" }, name: { type: "string" } } } }),
  );
  for (const [path, content] of Object.entries(changes)) source.set(path, content);
  const template = await PassTemplate.fromFiles(source);
  return { template, minter: createMinter({ template, signer: await issued.signer({ now: TEST_NOW }), now: () => TEST_NOW }) };
}

async function collect(results: AsyncIterable<Minted>): Promise<Minted[]> {
  const all: Minted[] = [];
  for await (const minted of results) all.push(minted);
  return all;
}

function* rows(count: number): Generator<PassValues> {
  for (let id = 0; id < count; id += 1) yield { id: String(id), name: "n" };
}

describe("minting", () => {
  test("gives the same bytes as building and signing", async () => {
    const { issued } = await testAuthority();
    const { template, minter } = await memberMinter();
    for (const values of [
      { id: "1", name: "Ada" },
      { id: "2", name: 'quote " and ü 🛫', about: "x" },
      { id: "3", name: "x".repeat(10_000) },
    ]) {
      const built = await template.build(values, { now: TEST_NOW });
      const signed = await built.sign(await issued.signer({ now: TEST_NOW }), { signingTime: TEST_NOW });
      expect(joinChunks(await minter.mint(values))).toEqual(signed.toBytes());
    }
  });

  test("the pieces of images are the same in every pass", async () => {
    const { minter } = await memberMinter();
    const [first, second] = [await minter.mint({ id: "1", name: "a" }), await minter.mint({ id: "2", name: "b" })];
    expect(first[0]).toBe(second[0]);
    const pass = await PassPackage.read(joinChunks(second));
    expect(pass.pass.serialNumber).toBe("2");
    expect(pass.archive?.oddities).toEqual([]);
    expect(await compareManifest(pass.files.get("manifest.json") ?? new Uint8Array(), pass.files)).toMatchObject({
      mismatched: [],
      absent: [],
      unlisted: [],
    });
  });

  test("images of one pass go into it, hashed and listed, and into no other", async () => {
    const { issued } = await testAuthority();
    const { template, minter } = await memberMinter();
    const images = { "thumbnail@2x.png": makePng(180, 180) };
    const bytes = joinChunks(await minter.mint({ id: "1", name: "a" }, { images }));
    const built = await template.build({ id: "1", name: "a" }, { images, now: TEST_NOW });
    expect(bytes).toEqual((await built.sign(await issued.signer({ now: TEST_NOW }), { signingTime: TEST_NOW })).toBytes());
    expect((await PassPackage.read(joinChunks(await minter.mint({ id: "2", name: "a" })))).files.has("thumbnail@2x.png")).toBe(
      false,
    );
  });

  test("personalization.json with expressions is listed with its own digest", async () => {
    const { issued } = await testAuthority();
    const { template } = await memberMinter({ "personalization.json": '{"description": "Join, ${name}"}' });
    const signer = await issued.signer({ now: TEST_NOW, allow: { nfcWithoutNfcCertificate: true } });
    const minter = createMinter({ template, signer, now: () => TEST_NOW });
    const pass = await PassPackage.read(joinChunks(await minter.mint({ id: "1", name: "Ada" })));
    expect(pass.personalization?.data).toEqual({ description: "Join, Ada" });
    expect(await compareManifest(pass.files.get("manifest.json") ?? new Uint8Array(), pass.files)).toMatchObject({
      mismatched: [],
      unlisted: [],
    });
  });

  test("refuses what signing refuses", async () => {
    const { minter } = await memberMinter();
    await expect(minter.mint({ id: "", name: "a" })).rejects.toMatchObject({
      code: "ERR_PASS_INCOMPLETE",
      details: { serialNumber: "is empty" },
    });
    await expect(minter.mint({ id: "1", name: 5 })).rejects.toMatchObject({ code: "ERR_PASS_TEMPLATE_VALUES" });
    await expect(minter.mint({ name: "a" })).rejects.toMatchObject({ code: "ERR_PASS_TEMPLATE_EXPRESSION" });
    const { minter: foreign } = await memberMinter({
      "pass.json": JSON.stringify({ ...SIMPLE_PASS, teamIdentifier: "ZZZZZZZZZZ" }),
    });
    await expect(foreign.mint({})).rejects.toMatchObject({ code: "ERR_PASS_SIGN_TEAM" });
  });
});

describe("minting many", () => {
  test("gives a pass for each row, in the order of the rows", async () => {
    const { minter } = await memberMinter();
    const minted = await collect(minter.mintMany(rows(25), { concurrency: 5 }));
    expect(minted.map(({ index }) => index)).toEqual(Array.from({ length: 25 }, (_, index) => index));
    const last = await PassPackage.read(joinChunks(minted[24]?.chunks ?? []));
    expect(last.pass.serialNumber).toBe("24");
  });

  test("a bad row gives its error, and the others go on", async () => {
    const { minter } = await memberMinter();
    const progress: unknown[] = [];
    const minted = await collect(
      minter.mintMany(
        [
          { id: "1", name: "a" },
          { id: "2", name: 3 },
          { id: "3", name: "c" },
        ],
        { onProgress: (step) => progress.push(step) },
      ),
    );
    expect(minted.map(({ error }) => error?.code ?? null)).toEqual([null, "ERR_PASS_TEMPLATE_VALUES", null]);
    expect(minted[1]?.values).toEqual({ id: "2", name: 3 });
    expect(progress).toEqual([
      { done: 1, failed: 0 },
      { done: 2, failed: 1 },
      { done: 3, failed: 1 },
    ]);
  });

  test("asks for rows only as results are taken", async () => {
    const { minter } = await memberMinter();
    let asked = 0;
    async function* endless(): AsyncGenerator<PassValues> {
      for (;;) {
        asked += 1;
        yield { id: String(asked), name: "n" };
      }
    }
    const results = minter.mintMany(endless(), { concurrency: 3 });
    await results.next();
    expect(asked).toBe(3);
    await results.next();
    expect(asked).toBe(4);
    await results.return();
    expect(asked).toBe(4);
  });

  test("closes the rows when it is left early, and when they throw says so", async () => {
    const { minter } = await memberMinter();
    let isClosed = false;
    function* source(): Generator<PassValues> {
      try {
        yield* rows(10);
      } finally {
        isClosed = true;
      }
    }
    for await (const _ of minter.mintMany(source(), { concurrency: 2 })) break;
    expect(isClosed).toBe(true);
    function* broken(): Generator<PassValues> {
      yield* rows(1);
      throw new Error("line 2 is no CSV");
    }
    await expect(collect(minter.mintMany(broken()))).rejects.toThrow("line 2 is no CSV");
  });

  test("stops with the reason of the signal", async () => {
    const { minter } = await memberMinter();
    const controller = new AbortController();
    const seen: number[] = [];
    const run = async () => {
      for await (const { index } of minter.mintMany(rows(1_000), { concurrency: 4, signal: controller.signal })) {
        seen.push(index);
        if (index === 2) controller.abort(new Error("enough"));
      }
    };
    await expect(run()).rejects.toThrow("enough");
    expect(seen).toEqual([0, 1, 2]);
  });

  test("a fault in a later row does not end the process before its turn comes", async () => {
    const { issued } = await testAuthority();
    const { template } = await memberMinter();
    let calls = 0;
    const now = (): Date => {
      calls += 1;
      if (calls > 1) throw new TypeError("the clock stopped");
      return TEST_NOW;
    };
    const minter = createMinter({ template, signer: await issued.signer({ now: TEST_NOW }), now });
    const results = minter.mintMany(rows(4), { concurrency: 4 });
    await expect(results.next()).resolves.toMatchObject({ value: { index: 0, error: null } });
    // Time enough for rejections that nobody has asked for to be noticed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(results.next()).rejects.toThrow("the clock stopped");
  });

  test("faults that are no PassError are not hidden", async () => {
    const { issued } = await testAuthority();
    const { template } = await memberMinter();
    const signer = await issued.signer({ now: TEST_NOW });
    const minter = createMinter({
      template,
      signer,
      now: () => {
        throw new TypeError("no clock");
      },
    });
    await expect(collect(minter.mintMany(rows(3)))).rejects.toThrow("no clock");
  });
});
