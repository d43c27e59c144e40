import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { joinChunks } from "../../src/archive/write-archive.ts";
import type { PassError } from "../../src/errors.ts";
import { compareManifest } from "../../src/manifest/manifest.ts";
import type { JsonValue } from "../../src/model/json.ts";
import { PassPackage } from "../../src/package/pass-package.ts";
import { verifySignature } from "../../src/signature/verify-signature.ts";
import { TEST_NOW, TEST_PASS_TYPE, TEST_TEAM, testAuthority } from "../support/authority.ts";
import { loadCorpusIndex, loadCorpusPass } from "../support/corpus.ts";
import { SIMPLE_PASS, simpleSource } from "../support/pass-source.ts";
import { makePng } from "../support/png.ts";

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const signingTime = TEST_NOW;

async function testSigner() {
  const { issued } = await testAuthority();
  return issued.signer({ now: TEST_NOW });
}

describe("a package of files", () => {
  test("has its files in order, and pass.json as values", () => {
    const pass = PassPackage.fromFiles(simpleSource());
    expect([...pass.files.keys()]).toEqual([
      "pass.json",
      "icon.png",
      "icon@2x.png",
      "en.lproj/pass.strings",
      "de.lproj/pass.strings",
    ]);
    expect(pass.pass.serialNumber).toBe("0001");
    expect(pass.archive).toBeNull();
    expect(pass.personalization).toBeNull();
    expect(pass.isSigned).toBe(false);
  });

  test("can be made of an object, entries or typed data", () => {
    const icon = makePng(38, 38);
    expect(PassPackage.fromFiles({ "pass.json": "{}", "icon.png": icon }).files.size).toBe(2);
    expect(PassPackage.fromFiles([["pass.json", "{}"]]).document.text).toBe("{}");
    const pass = PassPackage.create(
      {
        formatVersion: 1,
        passTypeIdentifier: TEST_PASS_TYPE,
        teamIdentifier: TEST_TEAM,
        serialNumber: "1",
        organizationName: "Example",
        description: "Card",
        generic: { primaryFields: [{ key: "k", value: "v" }] },
      },
      { "icon.png": icon },
    );
    expect([...pass.files.keys()]).toEqual(["pass.json", "icon.png"]);
    expect(pass.data["description"]).toBe("Card");
  });

  test.each(["../up.png", "/abs.png", "a\\b.png", "C:evil", "./icon.png", "", "a//b", "nul\u0000.png"])(
    "refuses the path %j",
    (path) => {
      expect(() => PassPackage.fromFiles([[path, "x"]])).toThrow(expect.objectContaining({ code: "ERR_PASS_FILE_NAME" }));
    },
  );

  test("refuses a path that stands twice", () => {
    expect(() =>
      PassPackage.fromFiles([
        ["a", "1"],
        ["a", "2"],
      ]),
    ).toThrow(expect.objectContaining({ code: "ERR_PASS_FILE_NAME" }));
  });

  test("without pass.json, or with a broken one, says so when it is asked", () => {
    expect(() => PassPackage.fromFiles({}).document).toThrow(expect.objectContaining({ code: "ERR_PASS_FILE_MISSING" }));
    const broken = PassPackage.fromFiles({ "pass.json": "{,}" });
    expect(() => broken.pass).toThrow(expect.objectContaining({ code: "ERR_PASS_JSON_INVALID" }));
    expect(() => broken.pass).toThrow("pass.json: Line 1");
  });

  test("unsigned, it can be written and read again", async () => {
    const pass = PassPackage.fromFiles(simpleSource());
    const again = await PassPackage.read(await pass.toBytes());
    expect([...again.files]).toEqual([...pass.files]);
    expect(again.archive?.oddities).toEqual([]);
  });
});

describe("editing", () => {
  const odd =
    '{\n  "zzz" : 12345678901234567890,\n\t"one":1.0, "a":1, "a":2,\n  "description": "x" , "generic":{"primaryFields":[{"key":"k","value":"v"}]},\n}\n';

  test("leaves every byte alone that it does not name", () => {
    const pass = PassPackage.fromFiles([
      ["b.txt", "b"],
      ["pass.json", odd],
      ["a.txt", "a"],
    ]);
    const edited = pass.edit((editor) => editor.setValue("description", "new").setField("k", 7));
    expect(edited.document.text).toBe(odd.replace('"x"', '"new"').replace('"v"', "7"));
    expect([...edited.files.keys()]).toEqual(["b.txt", "pass.json", "a.txt"]);
    expect(pass.document.text).toBe(odd);
  });

  test("sets, inserts and removes values, files and personalization", () => {
    const pass = PassPackage.fromFiles([...simpleSource(), ["personalization.json", '{"description": "Join"}']]);
    const edited = pass.edit((editor) => {
      editor
        .setValue(["barcodes"], [])
        .insertValue(["barcodes", 0], { format: "PKBarcodeFormatQR", message: "1", messageEncoding: "iso-8859-1" })
        .removeValue("organizationName")
        .removeValue(["nothing", "there"])
        .setPersonalization("termsAndConditions", "None")
        .removeFile("icon@2x.png")
        .setFile("logo.png", makePng(1, 1))
        .setFile("en.lproj/pass.strings", '"member" = "Member name";');
    });
    expect(edited.data["barcodes"]).toHaveLength(1);
    expect(edited.data).not.toHaveProperty("organizationName");
    expect(edited.personalization?.data).toEqual({ description: "Join", termsAndConditions: "None" });
    expect([...edited.files.keys()]).toEqual([
      "pass.json",
      "icon.png",
      "en.lproj/pass.strings",
      "de.lproj/pass.strings",
      "personalization.json",
      "logo.png",
    ]);
    expect(decode(edited.files.get("en.lproj/pass.strings"))).toBe('"member" = "Member name";');
  });

  test("a field is found by its key in every style and section", () => {
    const pass = PassPackage.fromFiles({
      "pass.json": JSON.stringify({
        generic: { primaryFields: [{ key: "m", value: 1 }], backFields: [{ key: "m", value: 2 }, { key: "n" }] },
        posterGeneric: { footerFields: [{ key: "m", value: 3 }] },
      }),
    });
    expect(JSON.stringify(pass.edit((editor) => editor.setField("m", "x")).data)).toBe(
      '{"generic":{"primaryFields":[{"key":"m","value":"x"}],"backFields":[{"key":"m","value":"x"},{"key":"n"}]},"posterGeneric":{"footerFields":[{"key":"m","value":"x"}]}}',
    );
    expect(() => pass.edit((editor) => editor.setField("o", 1))).toThrow("the fields of the pass are: m, n");
  });

  test("an edit of a file after an edit of its values wins, and the other way round", () => {
    const pass = PassPackage.fromFiles({ "pass.json": "{}" });
    expect(pass.edit((editor) => editor.setValue("a", 1).setFile("pass.json", '{"b": 1}')).data).toEqual({ b: 1 });
    expect(pass.edit((editor) => editor.setFile("pass.json", '{"b": 1}').setValue("a", 1)).data).toEqual({ b: 1, a: 1 });
  });

  test("an edit that changes nothing gives the package itself, signature and all", async () => {
    const signed = await PassPackage.fromFiles(simpleSource()).sign(await testSigner(), { signingTime });
    const pass = await PassPackage.read(signed.toBytes());
    expect(pass.edit((editor) => editor.removeFile("none.png"))).toBe(pass);
    const edited = pass.edit((editor) => editor.setValue("voided", true));
    expect(pass.isSigned).toBe(true);
    expect(edited.isSigned).toBe(false);
  });

  test.each(["manifest.json", "signature"])("%s is not for editing", (path) => {
    expect(() => PassPackage.fromFiles({}).edit((editor) => editor.setFile(path, "x"))).toThrow(
      expect.objectContaining({ code: "ERR_PASS_FILE_NAME" }),
    );
  });

  test("a failed edit leaves nothing behind", () => {
    const pass = PassPackage.fromFiles({ "pass.json": '{"a": 1}' });
    expect(() => pass.edit((editor) => editor.setValue("b", 2).setValue(["a", "x"], 1))).toThrow(
      expect.objectContaining({ code: "ERR_PASS_JSON_PATH" }),
    );
    expect(pass.data).toEqual({ a: 1 });
  });
});

describe("signing", () => {
  test("gives an archive that verifies, with every file listed", async () => {
    const { authority } = await testAuthority();
    const pass = PassPackage.fromFiles(simpleSource());
    const signed = await pass.sign(await testSigner(), { signingTime });
    const { files, report } = await readArchive(signed.toBytes());
    expect(report.oddities).toEqual([]);
    expect([...files.keys()]).toEqual([...pass.files.keys(), "manifest.json", "signature"]);
    const manifest = files.get("manifest.json") ?? new Uint8Array();
    expect(await compareManifest(manifest, files)).toMatchObject({ readable: true, mismatched: [], absent: [], unlisted: [] });
    const verdict = await verifySignature({
      signature: files.get("signature") ?? new Uint8Array(),
      manifest,
      passTypeIdentifier: TEST_PASS_TYPE,
      teamIdentifier: TEST_TEAM,
      now: TEST_NOW,
      trustAnchors: authority.trustAnchors,
    });
    expect(verdict).toMatchObject({ integrity: true, chain: true, identity: true, validAtSigning: true, signingTime });
    expect(signed.serialNumber).toBe("0001");
  });

  test("the same files and time give the same bytes, in pieces or as one", async () => {
    const signer = await testSigner();
    const first = await PassPackage.fromFiles(simpleSource()).sign(signer, { signingTime });
    const second = await PassPackage.fromFiles(simpleSource()).sign(signer, { signingTime });
    expect(first.toBytes()).toEqual(second.toBytes());
    expect(joinChunks(first.toChunks())).toEqual(first.toBytes());
    const later = await PassPackage.fromFiles(simpleSource()).sign(signer, {
      signingTime: new Date(signingTime.getTime() + 1_000),
    });
    expect(later.toBytes()).not.toEqual(first.toBytes());
  });

  test("a signed package, read, edited and signed anew, loses nothing", async () => {
    const signer = await testSigner();
    const source = simpleSource({ unknownKey: { deep: [1, null] }, barcode: { format: "PKBarcodeFormatQR", message: "1" } });
    source.set("odd/file.bin", new Uint8Array([1, 2, 3]));
    const first = await PassPackage.read((await PassPackage.fromFiles(source).sign(signer, { signingTime })).toBytes());
    const edited = first.edit((editor) => editor.setField("member", "Grace Hopper"));
    const second = await PassPackage.read((await edited.sign(signer, { signingTime })).toBytes());
    const names = [...first.files.keys()];
    expect([...second.files.keys()]).toEqual(names);
    for (const name of names.filter((name) => !["pass.json", "manifest.json", "signature"].includes(name))) {
      expect(second.files.get(name), name).toEqual(first.files.get(name));
    }
    expect(second.document.text).toBe(first.document.text.replace("Ada Lovelace", "Grace Hopper"));
  });

  test.each<[string, Readonly<Record<string, JsonValue | undefined>>, string]>([
    ["serialNumber", { serialNumber: undefined }, "serialNumber is missing"],
    ["serialNumber", { serialNumber: "" }, "serialNumber is empty"],
    ["serialNumber", { serialNumber: 12 }, "serialNumber is no text"],
    ["description", { description: undefined }, "description is missing"],
    ["organizationName", { organizationName: undefined }, "organizationName is missing"],
    ["teamIdentifier", { teamIdentifier: undefined }, "teamIdentifier is missing"],
    ["passTypeIdentifier", { passTypeIdentifier: undefined }, "passTypeIdentifier is missing"],
    ["formatVersion", { formatVersion: undefined }, "formatVersion is missing"],
    ["formatVersion", { formatVersion: 2 }, "formatVersion is not 1"],
    ["style", { generic: undefined }, "style is missing"],
    ["style", { generic: "x" }, "style is missing"],
  ])("refuses a pass by its %s: %j", async (what, changes, message) => {
    const pass = PassPackage.fromFiles(simpleSource(changes));
    const error: unknown = await pass.sign(await testSigner(), { signingTime }).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "ERR_PASS_INCOMPLETE", message: expect.stringContaining(message) as string });
    expect((error as PassError).details).toHaveProperty(what);
  });

  test("refuses a pass without any icon, and tells all that is missing at once", async () => {
    const pass = PassPackage.fromFiles({ "pass.json": "{}" });
    const error: unknown = await pass.sign(await testSigner(), { signingTime }).catch((error: unknown) => error);
    expect(Object.keys((error as PassError).details)).toEqual([
      "formatVersion",
      "passTypeIdentifier",
      "serialNumber",
      "teamIdentifier",
      "organizationName",
      "description",
      "style",
      "icon.png",
    ]);
    const only3x = PassPackage.fromFiles({ "pass.json": JSON.stringify(SIMPLE_PASS), "icon@3x.png": makePng(3, 3) });
    await expect(only3x.sign(await testSigner(), { signingTime })).resolves.toBeDefined();
  });

  test("refuses identifiers that are not the certificate's, saying both", async () => {
    const signer = await testSigner();
    const type = PassPackage.fromFiles(simpleSource({ passTypeIdentifier: "pass.com.example.other" }));
    await expect(type.sign(signer, { signingTime })).rejects.toMatchObject({
      code: "ERR_PASS_SIGN_PASS_TYPE",
      details: { pass: "pass.com.example.other", certificate: TEST_PASS_TYPE },
    });
    const team = PassPackage.fromFiles(simpleSource({ teamIdentifier: "ZZZZZZZZZZ" }));
    await expect(team.sign(signer, { signingTime })).rejects.toMatchObject({
      code: "ERR_PASS_SIGN_TEAM",
      details: { pass: "ZZZZZZZZZZ", certificate: TEST_TEAM },
    });
    await expect(team.sign(signer, { signingTime, allow: { otherIdentity: true } })).resolves.toBeDefined();
  });

  test("refuses NFC and personalization with a certificate that is not for them", async () => {
    const signer = await testSigner();
    const nfc = PassPackage.fromFiles(simpleSource({ nfc: { message: "1", encryptionPublicKey: "x" } }));
    await expect(nfc.sign(signer, { signingTime })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_NFC" });
    const personal = PassPackage.fromFiles([...simpleSource(), ["personalization.json", "{}"]]);
    await expect(personal.sign(signer, { signingTime })).rejects.toMatchObject({ code: "ERR_PASS_SIGN_NFC" });
  });

  test("signs what is incomplete only when told so", async () => {
    const pass = PassPackage.fromFiles(simpleSource({ description: undefined as unknown as JsonValue }));
    await expect(pass.sign(await testSigner(), { signingTime, allow: { incomplete: true } })).resolves.toBeDefined();
  });
});

const records = await loadCorpusIndex();

describe.skipIf(records.length === 0)("real passes", () => {
  const zipped = records.filter((record) => record.kind === "pkpass" && record.class !== "broken-container");

  test.each(zipped.map((record) => [record.file, record] as const))(
    "%s is read, edited and signed anew without loss",
    async (file, record) => {
      const pass = await PassPackage.read(await loadCorpusPass(file));
      if (record.class === "broken-pass.json" || !pass.files.has("pass.json")) return;
      const { issued } = await testAuthority();
      const signer = await issued.signer({ now: TEST_NOW });
      const edited = pass.edit((editor) => editor.setValue("passwrightTest", true));
      const signed = await edited.sign(signer, { signingTime, allow: { incomplete: true, otherIdentity: true } });
      const again = await PassPackage.read(signed.toBytes());
      for (const [path, bytes] of pass.files) {
        if (["pass.json", "manifest.json", "signature"].includes(path)) continue;
        expect(again.files.get(path), path).toEqual(bytes);
      }
      const manifest = again.files.get("manifest.json") ?? new Uint8Array();
      expect(await compareManifest(manifest, again.files)).toMatchObject({ mismatched: [], absent: [], unlisted: [] });
      expect(again.edit((editor) => editor.removeValue("passwrightTest")).data).toEqual(pass.data);
    },
  );
});
