import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fastestAsyncRun } from "../../../pass/test/support/fastest-run.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { draw, field, runs } from "../support/face.ts";

const BOUND = 500;

const hostile: readonly (readonly [name: string, data: object, rule: string])[] = [
  ["a text of ten thousand characters", { generic: { primaryFields: [field("", "W".repeat(10_000))] } }, "text-too-long"],
  ["a label of ten thousand ideographs", { generic: { primaryFields: [field("字".repeat(10_000), "x")] } }, "text-missing-glyphs"],
  ["a text of nothing that is seen", { generic: { primaryFields: [field("", "\u200b\u200d\u2060")] } }, "text-invisible"],
  ["a text that turns its direction", { generic: { primaryFields: [field("", "\u202egpj.exe")] } }, "text-direction-override"],
  [
    "a barcode of a million characters",
    { generic: {}, barcode: { format: "PKBarcodeFormatQR", message: "x".repeat(1_000_000) } },
    "barcode-unfit",
  ],
];

test.for(hostile)("%s is drawn in time without the bad part, which a finding names", async ([, data, rule]) => {
  const { findings, scene } = await draw(data);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  expect(toSvg(scene)).toMatch(/^<svg .*<\/svg>\n$/su);
  expect(await fastestAsyncRun(BOUND, async () => void (await draw(data)))).toBeLessThan(BOUND);
});

test("five hundred fields in every section are drawn in time", async () => {
  const fields = Array.from({ length: 500 }, (_, index) => field(`label ${index}`, `value ${index}`));
  const style = { headerFields: fields, primaryFields: fields, secondaryFields: fields, auxiliaryFields: fields };
  expect(await fastestAsyncRun(BOUND, async () => void (await draw({ boardingPass: style })))).toBeLessThan(BOUND);
});

test("the letters behind an override of direction are written in their own order", async () => {
  const drawing = await draw({ generic: { primaryFields: [field("", "\u202egpj.exe")] } });
  expect(runs(drawing).map(({ text, direction }) => [text, direction])).toEqual([["gpj.exe", "ltr"]]);
});

test("whatever stands in pass.json, a face comes of it", async () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const fields = fc.array(
    fc.oneof(json, fc.record({ key: fc.string(), label: json, value: json, textAlignment: json, row: json })),
  );
  const style = fc.record({
    headerFields: fc.oneof(fields, json),
    primaryFields: fields,
    secondaryFields: fields,
    auxiliaryFields: fields,
  });
  const name = fc.constantFrom("generic", "coupon", "storeCard", "eventTicket", "boardingPass", "posterGeneric");
  const rest = fc.record({
    logoText: json,
    barcodes: json,
    barcode: json,
    backgroundColor: json,
    semantics: json,
    expirationDate: json,
  });
  await fc.assert(
    fc.asyncProperty(name, style, rest, async (key, content, others) => {
      const { scene } = await draw({ ...others, [key]: content }, { now: new Date(0) });
      expect(toSvg(scene).includes("NaN")).toBe(false);
    }),
    { numRuns: 60 },
  );
});
