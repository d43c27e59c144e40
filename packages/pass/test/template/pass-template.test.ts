/* oxlint-disable unicorn/no-thenable -- "then" is a key of JSON-e's $if. */
import { describe, expect, test } from "vitest";
import type { PassError } from "../../src/errors.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { PassPackage } from "../../src/package/pass-package.ts";
import type { FileSource } from "../../src/package/pass-files.ts";
import { deriveScales, type ImageScaler, readPngSize } from "../../src/template/image-scaler.ts";
import { PassTemplate } from "../../src/template/pass-template.ts";
import { SIMPLE_PASS, simpleSource } from "../support/pass-source.ts";
import { makePng } from "../support/png.ts";

const scaler: ImageScaler = (_, { width, height }) => Promise.resolve(makePng(width, height));

const MEMBER = {
  ...SIMPLE_PASS,
  serialNumber: { $eval: "id" },
  generic: {
    primaryFields: [{ key: "member", label: "member", value: "${name}" }],
    secondaryFields: { $map: { $eval: "tags" }, "each(tag, i)": { key: "tag${i}", value: "${tag}" } },
  },
  expirationDate: { $if: "defined('until')", then: { $eval: "until" } },
};

const INPUTS: JsonObject = {
  type: "object",
  required: ["id", "name"],
  properties: {
    id: { type: "string", title: "Number", minLength: 1 },
    name: { type: "string", description: "As on the card" },
    tags: { type: "array", items: { type: "string" }, default: [] },
    until: { type: "string", format: "date-time" },
    level: { enum: ["basic", "gold"] },
    address: { type: "object", required: ["city"], properties: { city: { type: "string", examples: ["Oslo"] } } },
  },
  additionalProperties: false,
};

function memberSource(
  settings: JsonObject | null = { name: "Member", inputs: INPUTS, sample: { id: "7", name: "Ada" } },
): Map<string, Uint8Array | string> {
  const files = simpleSource();
  files.set("pass.json", JSON.stringify(MEMBER));
  if (settings !== null) files.set("template.json", JSON.stringify(settings));
  return files;
}

async function templateOf(source: FileSource): Promise<PassTemplate> {
  return PassTemplate.fromFiles(source);
}

describe("a template", () => {
  test("gives passes of values, with its images and translations", async () => {
    const template = await templateOf(memberSource());
    const pass = await template.build({ id: "1", name: 'Ada "the first"', tags: ["x", "y"] });
    expect([...pass.files.keys()]).toEqual([
      "icon.png",
      "icon@2x.png",
      "en.lproj/pass.strings",
      "de.lproj/pass.strings",
      "pass.json",
    ]);
    expect(pass.data).toEqual({
      ...SIMPLE_PASS,
      serialNumber: "1",
      generic: {
        primaryFields: [{ key: "member", label: "member", value: 'Ada "the first"' }],
        secondaryFields: [
          { key: "tag0", value: "x" },
          { key: "tag1", value: "y" },
        ],
      },
    });
  });

  test("knows its name, inputs, sample and names", async () => {
    const template = await templateOf(memberSource());
    expect(template).toMatchObject({ name: "Member", description: null, inputs: INPUTS, sample: { id: "7" }, undeclaredNames: [] });
    expect(template.names).toEqual(["id", "name", "tags", "until"]);
    expect((await template.buildSample()).data["serialNumber"]).toBe("7");
  });

  test("describes its inputs one by one, for a form", async () => {
    const fields = (await templateOf(memberSource())).describeInputs();
    expect(fields.map(({ path, kind, required, example }) => [path.join("."), kind, required, example])).toEqual([
      ["id", "text", true, "7"],
      ["name", "text", true, "Ada"],
      ["tags", "list", false, undefined],
      ["until", "date-time", false, undefined],
      ["level", "choice", false, undefined],
      ["address", "object", false, undefined],
      ["address.city", "text", true, "Oslo"],
    ]);
    expect(fields[0]).toMatchObject({ title: "Number", minLength: 1 });
    expect(fields[4]?.choices).toEqual(["basic", "gold"]);
  });

  test("without a schema takes any values, and describes the names that its expressions use", async () => {
    const template = await templateOf(memberSource(null));
    expect(template.inputs).toBeNull();
    expect(template.describeInputs().map(({ path, kind }) => [path[0], kind])).toEqual([
      ["id", "any"],
      ["name", "any"],
      ["tags", "any"],
      ["until", "any"],
    ]);
    await expect(template.build({ id: "1" })).rejects.toThrow(
      "pass.json, line 1, generic.primaryFields[0].value: ${name} there is no value name.",
    );
    await expect(template.buildSample()).rejects.toMatchObject({ code: "ERR_PASS_TEMPLATE_INVALID" });
  });

  test("refuses values that do not fit, all faults at once", async () => {
    const template = await templateOf(memberSource());
    const values = { id: 5, tags: ["x", 1], extra: true };
    expect(template.validate(values)).toHaveLength(4);
    const error: unknown = await template.build(values).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "ERR_PASS_TEMPLATE_VALUES" });
    expect((error as PassError).details).toMatchObject({
      "values.id": "must be a text, is a number",
      "values.name": "is missing",
      "values.tags[1]": "must be a text, is a number",
      "values.extra": "is not an input of this template",
    });
    expect((error as PassError).message).toContain("\n  values.id: must be a text, is a number\n");
  });

  test("says which names its inputs forget", async () => {
    const template = await templateOf(memberSource({ inputs: { properties: { id: {} } } }));
    expect(template.undeclaredNames).toEqual(["name", "tags", "until"]);
  });

  test("keeps a pass.json without expressions as it is, but for its spacing", async () => {
    const text = '{ "big": 12345678901234567890, "one": 1.0 }';
    const pass = await (await templateOf({ "pass.json": text })).build({});
    expect(pass.document.text).toBe('{"big":12345678901234567890,"one":1.0}');
  });

  test("fills in personalization.json as well", async () => {
    const source = memberSource(null);
    source.set("personalization.json", '{"description": "Join, ${name}"}');
    const pass = await (await templateOf(source)).build({ id: "1", name: "Ada", tags: [] });
    expect(pass.personalization?.data).toEqual({ description: "Join, Ada" });
  });

  test("leaves out what is not part of a pass", async () => {
    const source = memberSource();
    for (const junk of [".DS_Store", "__MACOSX/._icon.png", "Thumbs.db", "manifest.json", "signature"]) source.set(junk, "x");
    const template = await templateOf(source);
    expect(template.ignored.toSorted()).toEqual([".DS_Store", "Thumbs.db", "__MACOSX/._icon.png", "manifest.json", "signature"]);
    expect([...template.assets.keys()]).toEqual(["icon.png", "icon@2x.png", "en.lproj/pass.strings", "de.lproj/pass.strings"]);
  });

  test("is read from a ZIP, with or without a folder around it", async () => {
    const source = memberSource();
    for (const prefix of ["", "member.pass/"]) {
      const zip = await PassPackage.fromFiles([...source].map(([path, content]) => [prefix + path, content] as const)).toBytes();
      expect((await PassTemplate.read(zip)).name).toBe("Member");
    }
  });

  test("now is the time that is given", async () => {
    const template = await templateOf({ "pass.json": '{"at": "${now}", "end": {"$fromNow": "1 day"}}' });
    const pass = await template.build({}, { now: new Date("2026-01-01T00:00:00Z") });
    expect(pass.data).toEqual({ at: "2026-01-01T00:00:00.000Z", end: "2026-01-02T00:00:00.000Z" });
  });

  test.each<[string, Record<string, string>, string]>([
    ["no pass.json", { "icon.png": "x" }, "ERR_PASS_TEMPLATE_INVALID"],
    ["a broken pass.json", { "pass.json": "{" }, "ERR_PASS_TEMPLATE_INVALID"],
    ["a broken template.json", { "pass.json": "{}", "template.json": "[]" }, "ERR_PASS_TEMPLATE_INVALID"],
    ["a name that is no text", { "pass.json": "{}", "template.json": '{"name": 1}' }, "ERR_PASS_TEMPLATE_INVALID"],
    ["an unreadable expression", { "pass.json": '{"a": "${1 +}"}' }, "ERR_PASS_TEMPLATE_EXPRESSION"],
    ["a schema that is none", { "pass.json": "{}", "template.json": '{"inputs": {"required": 1}}' }, "ERR_PASS_TEMPLATE_SCHEMA"],
    ["a path outside", { "pass.json": "{}", "../x.png": "x" }, "ERR_PASS_FILE_NAME"],
  ])("is refused with %s", async (_, files, code) => {
    await expect(PassTemplate.fromFiles(files)).rejects.toMatchObject({ code });
  });
});

describe("images of one pass", () => {
  test("replace the template's in all scales and languages", async () => {
    const source = memberSource();
    for (const path of ["thumbnail.png", "thumbnail@2x.png", "de.lproj/thumbnail@3x.png", "thumbnails.png"])
      source.set(path, makePng(9, 9));
    const photo = makePng(90, 90);
    const template = await templateOf(source);
    const pass = await template.build({ id: "1", name: "x" }, { images: { "thumbnail@2x.png": photo } });
    expect([...pass.files.keys()].filter((path) => path.includes("thumbnail"))).toEqual(["thumbnails.png", "thumbnail@2x.png"]);
    expect(pass.files.get("thumbnail@2x.png")).toBe(photo);
  });

  test("in a folder, replace that language's alone", async () => {
    const source = memberSource();
    for (const path of ["logo.png", "de.lproj/logo.png", "fr.lproj/logo.png"]) source.set(path, makePng(9, 9));
    const pass = await (
      await templateOf(source)
    ).build({ id: "1", name: "x" }, { images: { "de.lproj/logo@2x.png": makePng(8, 8) } });
    expect([...pass.files.keys()].filter((path) => path.includes("logo")).toSorted()).toEqual([
      "de.lproj/logo@2x.png",
      "fr.lproj/logo.png",
      "logo.png",
    ]);
  });

  test.each(["pass.json", "en.lproj/pass.strings", "../x.png", "photo.jpg"])("cannot be %s", async (path) => {
    const template = await templateOf(memberSource());
    await expect(template.build({ id: "1", name: "x" }, { images: { [path]: makePng(1, 1) } })).rejects.toMatchObject({
      code: "ERR_PASS_FILE_NAME",
    });
  });
});

describe("missing scales of images", () => {
  test("are made of the largest there is, never enlarged, never replaced", async () => {
    const files = new Map([
      ["icon@3x.png", makePng(114, 114)],
      ["logo@2x.png", makePng(161, 51)],
      ["strip.png", makePng(10, 10)],
      ["de.lproj/logo@3x.png", makePng(30, 30)],
      ["de.lproj/logo.png", makePng(10, 10)],
      ["thumbnail@2x.png", makePng(180, 180)],
      ["thumbnail@3x.png", makePng(270, 270)],
      ["broken@2x.png", new TextEncoder().encode("not a picture, but long enough to be looked at")],
      ["note@2x.txt", makePng(2, 2)],
    ]);
    const derived = await deriveScales(files, scaler);
    expect(derived.map(({ path, from, bytes }) => [path, from, readPngSize(bytes)?.width, readPngSize(bytes)?.height])).toEqual([
      ["icon@2x.png", "icon@3x.png", 76, 76],
      ["icon.png", "icon@3x.png", 38, 38],
      ["logo.png", "logo@2x.png", 81, 26],
      ["de.lproj/logo@2x.png", "de.lproj/logo@3x.png", 20, 20],
      ["thumbnail.png", "thumbnail@3x.png", 90, 90],
    ]);
  });

  test("go into the template when a scaler is given", async () => {
    const template = await PassTemplate.fromFiles({ "pass.json": "{}", "icon@3x.png": makePng(114, 114) }, { scaler });
    expect(template.derived.map(({ path }) => path)).toEqual(["icon@2x.png", "icon.png"]);
    expect([...(await template.build({})).files.keys()]).toEqual(["icon@3x.png", "icon@2x.png", "icon.png", "pass.json"]);
  });
});

describe("a template of Pass Designer", () => {
  const designed = {
    "tooling.json": '{"designerVersion":"1.0","automaticallyGenerateCompatiblePass":false}',
    "pass.json": JSON.stringify({
      formatVersion: 1,
      description: "Ticket ${not an expression}",
      organizationName: "Example",
      eventTicket: {
        primaryFields: [{ _id: "A-1", key: "eventName", label: "Event", value: "Name" }],
        auxiliaryFields: [{ _id: "A-2", key: "row", value: 7, $odd: "kept" }],
      },
      barcodes: [{ format: "PKBarcodeFormatQR", message: "0", messageEncoding: "iso-8859-1" }],
      semantics: { seats: [{ _id: "A-3", seatRow: "1" }] },
    }),
    "icon@2x.png": makePng(76, 76),
  };

  test("is filled in by the keys of its fields; placeholders stay where nothing is given", async () => {
    const template = await PassTemplate.fromFiles(designed);
    const pass = await template.build({ serialNumber: "E-1", fields: { eventName: "Jazz" }, barcode: { message: "42" } });
    expect(pass.data).toEqual({
      formatVersion: 1,
      description: "Ticket ${not an expression}",
      organizationName: "Example",
      eventTicket: {
        primaryFields: [{ key: "eventName", label: "Event", value: "Jazz" }],
        auxiliaryFields: [{ key: "row", value: 7, $odd: "kept" }],
      },
      barcodes: [{ format: "PKBarcodeFormatQR", message: "42", messageEncoding: "iso-8859-1" }],
      semantics: { seats: [{ seatRow: "1" }] },
      serialNumber: "E-1",
    });
  });

  test("its tooling.json and its _id keys do not go into a pass", async () => {
    const template = await PassTemplate.fromFiles(designed);
    const pass = await template.build({ serialNumber: "1" });
    expect([...pass.files.keys()]).toEqual(["icon@2x.png", "pass.json"]);
    expect(pass.document.text).not.toContain("_id");
  });

  test("wants a serial number when it has none, and names fields that it does not have", async () => {
    const template = await PassTemplate.fromFiles(designed);
    expect(
      template
        .validate({ fields: { evntName: "Jazz", row: "seven" } })
        .map(({ place, message }) => `${place} ${message}`)
        .toSorted(),
    ).toEqual([
      "values.fields.evntName is not an input of this template",
      "values.fields.row must be a number, is a text",
      "values.serialNumber is missing",
    ]);
    expect((await template.buildSample()).data["serialNumber"]).toBe("0000");
    expect(template.undeclaredNames).toEqual([]);
  });

  test("with inputs of its own is a template like any other", async () => {
    const own = {
      ...designed,
      "template.json": '{"inputs": {"properties": {"e": {}}}}',
      "pass.json": '{"_id": "x", "description": "${e}"}',
    };
    expect((await (await PassTemplate.fromFiles(own)).build({ e: 1 })).data).toEqual({ description: "1" });
  });

  test("a template without tooling.json keeps its _id keys", async () => {
    const template = await PassTemplate.fromFiles({ "pass.json": '{"_id": "${x}"}' });
    expect((await template.build({ x: "1" })).data).toEqual({ _id: "1" });
  });
});
