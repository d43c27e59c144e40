import { describe, expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { joinChunks } from "../../src/archive/write-archive.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { PassPackage } from "../../src/package/pass-package.ts";
import { parseStrings } from "../../src/strings/parse-strings.ts";
import { createMinter } from "../../src/template/minter.ts";
import { PassTemplate } from "../../src/template/pass-template.ts";
import { TEST_NOW, testAuthority } from "../support/authority.ts";
import { SIMPLE_PASS, simpleSource } from "../support/pass-source.ts";
import { makePng } from "../support/png.ts";

/** Reads a pass, edits something else, signs it and reads it again. */
async function roundTrip(pass: PassPackage): Promise<PassPackage> {
  const { issued } = await testAuthority();
  const signer = await issued.signer({ now: TEST_NOW, allow: { nfcWithoutNfcCertificate: true } });
  const edited = pass.edit((editor) => editor.setValue("description", "Edited"));
  return PassPackage.read((await edited.sign(signer, { signingTime: TEST_NOW })).toBytes());
}

/** UTF-16, as Apple asks for it. */
function toUtf16(text: string, littleEndian: boolean): Uint8Array {
  const marked = `\ufeff${text}`;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let index = 0; index < marked.length; index += 1) view.setUint16(2 * index, marked.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

// What other libraries lose or spoil when a pass goes through them; each row was seen with one that many people use.
describe("nothing is lost by editing", () => {
  test.each<[string, JsonObject]>([
    ["unknown and misspelt keys", { descripton: "typo", futureKey: { a: [1, { b: null }] } }],
    ["logoSymbolName", { logoSymbolName: "airplane" }],
    ["time-zone tags", { semantics: { departureLocationTimeZone: "Europe/Lisbon", destinationAirportTimeZone: "Europe/Oslo" } }],
    ["the legacy barcode", { barcode: { format: "PKBarcodeFormatQR", message: "1", messageEncoding: "iso-8859-1" } }],
    [
      "legacy relevantDate beside relevantDates",
      { relevantDate: "2030-01-01T00:00Z", relevantDates: [{ date: "2030-01-01T00:00Z" }] },
    ],
    [
      "relevantDates with a single date",
      { relevantDates: [{ date: "2030-01-01T10:00:00Z" }, { startDate: "2030-01-01T00:00Z", endDate: "2030-01-02T00:00Z" }] },
    ],
    ["nfc outside storeCard", { nfc: { message: "1", encryptionPublicKey: "AAAA" } }],
    ["posterGeneric beside generic", { posterGeneric: { primaryFields: [{ key: "p", value: "x" }] } }],
    [
      "associated apps and userInfo",
      { associatedStoreIdentifiers: [375380948], userInfo: { any: ["thing"] }, appLaunchURL: "a://b" },
    ],
    ["nulls", { voided: null, userInfo: null }],
  ])("%s", async (_, keys) => {
    const pass = await roundTrip(PassPackage.fromFiles(simpleSource(keys)));
    expect(pass.data).toEqual({ ...SIMPLE_PASS, description: "Edited", ...keys });
  });

  test("duplicate field keys and duplicate JSON keys", async () => {
    const text = JSON.stringify({
      ...SIMPLE_PASS,
      generic: { primaryFields: [{ key: "a", value: 1 }], backFields: [{ key: "a", value: 2 }] },
    });
    const odd = text.replace('"formatVersion":1', '"formatVersion":1,"voided":false,"voided":true');
    const pass = await roundTrip(
      PassPackage.fromFiles([...simpleSource()].map(([path, content]) => [path, path === "pass.json" ? odd : content])),
    );
    expect(pass.document.text).toBe(odd.replace("Membership card of Example", "Edited"));
  });

  test("large and exact numbers", async () => {
    const text = JSON.stringify(SIMPLE_PASS).replace(/\}$/u, ',"userInfo":{"id":12345678901234567890,"price":1.0,"e":1E2}}');
    const pass = await roundTrip(
      PassPackage.fromFiles([...simpleSource()].map(([path, content]) => [path, path === "pass.json" ? text : content])),
    );
    expect(pass.document.text).toContain('{"id":12345678901234567890,"price":1.0,"e":1E2}');
  });

  test("files with names nobody knows, and files in folders", async () => {
    const source = simpleSource();
    source
      .set("notes.txt", "x")
      .set("deep/er/file.bin", new Uint8Array([0, 255]))
      .set("zh-Hant.lproj/logo@3x.png", makePng(3, 3));
    const pass = await roundTrip(PassPackage.fromFiles(source));
    expect([...pass.files.keys()]).toEqual([...source.keys(), "manifest.json", "signature"]);
  });
});

describe("translations", () => {
  const entries = '"member" = "Mitglied";\n"welcome"="Willkommen";\n';

  test("of a template go into every pass, byte for byte", async () => {
    const { issued } = await testAuthority();
    const source = simpleSource();
    source.set("pass.json", JSON.stringify({ ...SIMPLE_PASS, serialNumber: "${id}" }));
    source.set("de.lproj/pass.strings", toUtf16(entries, false));
    const template = await PassTemplate.fromFiles(source);
    const minter = createMinter({ template, signer: await issued.signer({ now: TEST_NOW }), now: () => TEST_NOW });
    for (const id of ["1", "2"]) {
      const pass = await PassPackage.read(joinChunks(await minter.mint({ id })));
      expect(pass.files.get("de.lproj/pass.strings")).toEqual(toUtf16(entries, false));
      expect(pass.localize("de").text("welcome")).toBe("Willkommen");
      expect(pass.localize("en").text("member")).toBe("Member");
    }
  });

  test.each<[string, Uint8Array | string]>([
    ["UTF-8", entries],
    ["UTF-8 with a mark", `\ufeff${entries}`],
    ["UTF-16, little-endian", toUtf16(entries, true)],
    ["UTF-16, big-endian", toUtf16(entries, false)],
  ])("in %s are read and kept as they are", async (_, content) => {
    const source = simpleSource();
    source.set("de.lproj/pass.strings", content);
    const pass = await roundTrip(PassPackage.fromFiles(source));
    expect(pass.localize("de").text("member")).toBe("Mitglied");
    expect(pass.localize("de").text("welcome")).toBe("Willkommen");
    expect(pass.files.get("de.lproj/pass.strings")).toEqual(
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  });

  test("with quotes, backslashes and line breaks are written so that they can be read", async () => {
    const text = 'Say "hello"\nand \\ goodbye; = é 🛫';
    const pass = PassPackage.fromFiles(simpleSource()).edit((editor) =>
      editor.setTranslation("de", "greeting", text).setTranslation("fr", "greeting", "Salut"),
    );
    const again = await roundTrip(pass);
    expect(again.localize("de").text("greeting")).toBe(text);
    expect(again.localize("de").text("member")).toBe("Mitglied");
    expect(again.localize("fr").text("greeting")).toBe("Salut");
    expect(parseStrings(again.files.get("fr.lproj/pass.strings") ?? new Uint8Array())).toMatchObject({
      encoding: "utf-16be",
      hasByteOrderMark: true,
    });
  });
});

describe("the archive", () => {
  test("has a valid, fixed time for every file: month and day are not 0", async () => {
    const { issued } = await testAuthority();
    const signed = await PassPackage.fromFiles(simpleSource()).sign(await issued.signer({ now: TEST_NOW }), {
      signingTime: TEST_NOW,
    });
    const bytes = signed.toBytes();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    let offset = 0;
    let count = 0;
    // PKWARE APPNOTE 4.3.7: date at 12 of each local header.
    while (view.getUint32(offset, true) === 0x04034b50) {
      const date = view.getUint16(offset + 12, true);
      expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([1980, 1, 1]);
      offset += 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true) + view.getUint32(offset + 18, true);
      count += 1;
    }
    expect(count).toBe(signed.files.size);
  });

  test("a tampered archive is read, and what is wrong with it can be seen", async () => {
    const { issued } = await testAuthority();
    const signed = await PassPackage.fromFiles(simpleSource()).sign(await issued.signer({ now: TEST_NOW }), {
      signingTime: TEST_NOW,
    });
    const bytes = signed.toBytes();
    const at = new TextDecoder("latin1").decode(bytes).indexOf("IDAT");
    bytes[at + 12] = (bytes[at + 12] ?? 0) ^ 0xff;
    const pass = await PassPackage.read(bytes);
    expect(pass.archive?.oddities).toContainEqual(expect.objectContaining({ kind: "checksum", file: "icon.png" }));
    expect((await readArchive(bytes)).files.has("icon.png")).toBe(true);
  });
});
