import { describe, expect, test } from "vitest";
import { joinChunks } from "../../src/archive/write-archive.ts";
import { PassBundle } from "../../src/package/pass-bundle.ts";
import { PassPackage } from "../../src/package/pass-package.ts";
import type { SignedPass } from "../../src/package/signed-pass.ts";
import { TEST_NOW, testAuthority } from "../support/authority.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";
import { simpleSource } from "../support/pass-source.ts";

async function signedPass(serialNumber: string): Promise<SignedPass> {
  const { issued } = await testAuthority();
  const signer = await issued.signer({ now: TEST_NOW });
  return PassPackage.fromFiles(simpleSource({ serialNumber })).sign(signer, { signingTime: TEST_NOW });
}

describe("a bundle", () => {
  test("holds passes in order and is read again", async () => {
    const [first, second] = [await signedPass("A/1"), await signedPass("Ü 2")];
    const bundle = await PassBundle.create([first, second.toBytes()]);
    expect(bundle.passes.map(({ path }) => path)).toEqual(["1-A-1.pkpass", "2--2.pkpass"]);
    const again = await PassBundle.read(bundle.toBytes());
    expect(again.passes).toEqual(bundle.passes);
    expect(again.archive?.oddities).toEqual([]);
    expect((await PassPackage.read(again.passes[1]!.bytes)).pass.serialNumber).toBe("Ü 2");
    expect(joinChunks(bundle.toChunks())).toEqual(bundle.toBytes());
  });

  test("the same passes give the same bytes", async () => {
    const pass = await signedPass("1");
    expect((await PassBundle.create([pass])).toBytes()).toEqual((await PassBundle.create([pass])).toBytes());
  });

  test("refuses none, more than ten, unsigned ones and the same pass twice", async () => {
    await expect(PassBundle.create([])).rejects.toMatchObject({ code: "ERR_PASS_BUNDLE" });
    const many = await Promise.all(Array.from({ length: 11 }, (_, index) => signedPass(String(index))));
    await expect(PassBundle.create(many)).rejects.toMatchObject({ code: "ERR_PASS_BUNDLE", details: { limit: "passes" } });
    await expect(PassBundle.create(many.slice(0, 10))).resolves.toBeDefined();
    const unsigned = await PassPackage.fromFiles(simpleSource()).toBytes();
    await expect(PassBundle.create([unsigned])).rejects.toThrow("Pass 1 is not signed.");
    await expect(PassBundle.create([many[0]!, many[1]!, many[0]!.toBytes()])).rejects.toThrow(
      'Passes 1 and 3 have the same type and serial number "0".',
    );
    await expect(PassBundle.create([new Uint8Array(5)])).rejects.toMatchObject({ code: "ERR_PASS_ARCHIVE_NOT_ZIP" });
  });

  test("what is no pass is told apart when reading, in folders too", async () => {
    const zip = await PassPackage.fromFiles({
      "a.pkpass": "1",
      "in/b.PKPASS": "2",
      "__MACOSX/._a.pkpass": "3",
      ".hidden.pkpass": "4",
      "readme.txt": "5",
    }).toBytes();
    const bundle = await PassBundle.read(zip);
    expect(bundle.passes.map(({ path }) => path)).toEqual(["a.pkpass", "in/b.PKPASS"]);
    expect(bundle.others).toEqual(["__MACOSX/._a.pkpass", ".hidden.pkpass", "readme.txt"]);
  });
});

const bundles = (await loadCorpusIndex()).filter(({ kind }) => kind === "pkpasses");

describe.skipIf(bundles.length === 0)("real bundles", () => {
  test.each(bundles.map(({ file }) => file))("%s is read with all its passes", async (file) => {
    const { passes } = await PassBundle.read(await loadCorpusPass(file));
    expect(passes.length).toBeGreaterThan(0);
    for (const { bytes } of passes) expect((await PassPackage.read(bytes)).pass.passTypeIdentifier).toMatch(/^pass\./u);
  });
});
