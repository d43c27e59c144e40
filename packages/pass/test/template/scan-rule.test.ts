/* oxlint-disable unicorn/no-thenable -- "then" is a key of JSON-e's $if. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PassError } from "../../src/errors.ts";
import type { JsonObject, JsonValue } from "../../src/model/json.ts";
import { PassTemplate } from "../../src/template/pass-template.ts";
import { parseScanRule, SCAN_RULE_LIMITS } from "../../src/template/scan-rule.ts";
import { simpleSource } from "../support/pass-source.ts";

const NOW = new Date("2027-05-01T12:00:00Z");

/** A template with a rule, its settings written as they are given. */
async function templateOf(settings: JsonObject | string, changes: JsonObject = {}): Promise<PassTemplate> {
  const files = simpleSource(changes);
  files.set("template.json", typeof settings === "string" ? settings : JSON.stringify(settings));
  return PassTemplate.fromFiles(files);
}

function wrong(member: string) {
  return expect.objectContaining({ code: "ERR_PASS_TEMPLATE_INVALID", message: expect.stringContaining(member) });
}

describe("a rule", () => {
  test("is that of template.json, and null without one", async () => {
    expect((await templateOf({ name: "None" })).scanRule({})).toBeNull();
    const template = await templateOf({ scan: { kind: "once" } });
    expect(template.hasScanRule).toBe(true);
    expect(template.scanRule({ anything: 1 })).toEqual({
      kind: "once",
      times: null,
      from: null,
      until: null,
      gates: null,
      show: [],
      count: null,
      balance: null,
      voidWhenUsedUp: false,
    });
  });

  test("takes numbers, times and what is shown from the values, and defaults from the inputs", async () => {
    const scan = {
      kind: "times",
      times: { $eval: "visits" },
      from: { $fromNow: "-2 hours", from: { $eval: "starts" } },
      until: "${starts}",
      gates: { $eval: "gates" },
      show: {
        Name: "${name}",
        Visits: { $eval: "visits" },
        Guest: { $if: "defined('guest')", then: "${guest}" },
        Vip: { $eval: "vip" },
      },
    };
    const inputs = {
      type: "object",
      properties: { visits: { type: "integer", default: 3 }, vip: { type: "boolean", default: true } },
    };
    const template = await templateOf({ inputs, scan });
    const values = { name: "Ada", starts: "2027-05-01T19:00:00+02:00", gates: ["north"] };
    expect(template.scanRule(values, { now: NOW })).toMatchObject({
      times: 3,
      from: Date.parse("2027-05-01T15:00:00Z"),
      until: Date.parse("2027-05-01T17:00:00Z"),
      gates: ["north"],
      show: [
        { label: "Name", value: "Ada" },
        { label: "Visits", value: "3" },
        { label: "Vip", value: "true" },
      ],
    });
    expect(template.names).toEqual(expect.arrayContaining(["visits", "starts", "gates", "name", "vip"]));
    expect(() => template.scanRule({ ...values, visits: 0 })).toThrow(wrong("scan.times"));
    expect(() => template.scanRule({ ...values, starts: "tomorrow" })).toThrow(PassError);
  });

  test.each<readonly [member: string, scan: JsonValue]>([
    ["scan", null],
    ["scan", "once"],
    ["scan.kind", {}],
    ["scan.kind", { kind: "twice" }],
    ["scan.times", { kind: "times" }],
    ["scan.times", { kind: "times", times: 0 }],
    ["scan.times", { kind: "times", times: 1.5 }],
    ["scan.times", { kind: "times", times: SCAN_RULE_LIMITS.times + 1 }],
    ["scan.times", { kind: "once", times: 2 }],
    ["scan.from", { kind: "once", from: "2027-05-01" }],
    ["scan.from", { kind: "once", from: "2027-05-01T19:00:00" }],
    ["scan.from", { kind: "once", from: 5 }],
    ["scan.until", { kind: "once", from: "2027-05-01T19:00:00Z", until: "2027-05-01T19:00:00Z" }],
    ["scan.gates", { kind: "once", gates: [] }],
    ["scan.gates", { kind: "once", gates: "north" }],
    ["scan.gates[1]", { kind: "once", gates: ["north", 2] }],
    ["scan.show", { kind: "once", show: ["name"] }],
    ["scan.show.Seat", { kind: "once", show: { Seat: { row: 1 } } }],
    ["scan.count", { kind: "once", count: "" }],
    ["scan.balance", { kind: "balance" }],
    ["scan.balance", { kind: "once", balance: "left" }],
    ["scan.count", { kind: "balance", balance: "left", count: "left" }],
    ["scan.voidWhenUsedUp", { kind: "unlimited", voidWhenUsedUp: true }],
    ["scan.voidWhenUsedUp", { kind: "once", voidWhenUsedUp: "yes" }],
    ["scan.untill", { kind: "once", untill: "2027-05-01T19:00:00Z" }],
  ])("that is wrong at %s is refused when the template is loaded: %j", async (member, scan) => {
    await expect(templateOf({ scan })).rejects.toThrow(wrong(member));
  });

  test("with an expression that cannot be read is told with its line", async () => {
    const text = '{\n  "name": "x",\n  "scan": {\n    "kind": "times",\n    "times": { "$eval": "1 +" }\n  }\n}';
    await expect(templateOf(text)).rejects.toMatchObject({
      code: "ERR_PASS_TEMPLATE_EXPRESSION",
      details: { file: "template.json", line: 5, place: expect.stringContaining("scan") },
    });
  });

  test("is a rule or an error of ours, whatever JSON it is made of", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("once", "times", "unlimited", "in-out", "balance"), (json, kind) => {
        for (const given of [json, { ...(json as object), kind }] as readonly JsonValue[]) {
          try {
            const rule = parseScanRule(given);
            expect(rule.show.length).toBeLessThanOrEqual(SCAN_RULE_LIMITS.shown);
          } catch (error) {
            expect(error).toBeInstanceOf(PassError);
          }
        }
      }),
    );
  });
});

describe("messages of barcodes", () => {
  const barcode = (message: JsonValue) => ({ format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1", message });

  test("are those of the pass, each once, and nothing else is evaluated", async () => {
    const changes = {
      description: "${missing}",
      barcodes: [barcode("T-${serialNumber}"), barcode("T-1"), barcode("same")],
      barcode: barcode("T-${serialNumber}"),
    };
    const template = await templateOf({}, changes);
    expect(template.barcodeMessages({ serialNumber: "1" })).toEqual(["T-1", "same"]);
    expect(template.barcodeNames).toEqual(["serialNumber"]);
    expect(() => template.barcodeMessages({})).toThrow(PassError);
  });

  test("are the same as in the pass that is built", async () => {
    const changes = { barcodes: { $map: { $eval: "codes" }, "each(code)": barcode("C-${code}") } };
    const template = await templateOf({}, changes);
    const values = { codes: ["1", "2"] };
    const { data } = await template.build(values);
    const built = (data["barcodes"] as readonly JsonObject[]).map((one) => one["message"]);
    expect(template.barcodeMessages(values)).toEqual(built);
    expect(built).toEqual(["C-1", "C-2"]);
  });

  test("need no values where they depend on none", async () => {
    const template = await templateOf({}, { barcodes: [barcode("always"), barcode("")] });
    expect(template.barcodeNames).toEqual([]);
    expect(template.barcodeMessages({ huge: "x".repeat(10_000_000) })).toEqual(["always"]);
    expect((await templateOf({})).barcodeMessages({})).toEqual([]);
    expect((await templateOf({}, { barcodes: "odd", barcode: [1] })).barcodeMessages({})).toEqual([]);
  });

  test("of a template whose root is an expression come out of it as well", async () => {
    const files = simpleSource();
    const whole = JSON.parse(String(files.get("pass.json"))) as JsonObject;
    files.set("pass.json", JSON.stringify({ $merge: [whole, { barcodes: [barcode("M-${id}")] }] }));
    const template = await PassTemplate.fromFiles(files);
    expect(template.barcodeMessages({ id: "7" })).toEqual(["M-7"]);
  });

  test("of a Pass Designer template are what is given for them", async () => {
    const files = simpleSource({ serialNumber: "", barcodes: [barcode("placeholder")] });
    files.set("tooling.json", "{}");
    const template = await PassTemplate.fromFiles(files);
    expect(template.barcodeMessages({ serialNumber: "1", barcode: { message: "given" } })).toEqual(["given"]);
    expect(template.barcodeMessages({ serialNumber: "1" })).toEqual(["placeholder"]);
  });
});
