import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describe as describeFace } from "../../src/layout/describe.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { LINK_SCHEMES, type SceneNode } from "../../src/scene/scene.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { passOf } from "../support/face.ts";
import { BAD_TEXTS, EVIL, HREFS } from "./bad-text-passes.ts";
import { svgFaults } from "./safe-svg.ts";
import { NOW, VIEWS } from "./views.ts";

function hrefs(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => ("nodes" in node ? [...(node.kind === "link" ? [node.href] : []), ...hrefs(node.nodes)] : []));
}

describe.each(Object.entries(VIEWS))("%s:", (_view, draw) => {
  test.each(BAD_TEXTS)("%s give a safe picture", async (_name, data) => {
    const pass = passOf(data);
    const { scene, findings } = await draw(pass);
    expect(svgFaults(toSvg(scene, { idPrefix: EVIL }))).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(200);
    for (const href of hrefs(scene.nodes)) expect(LINK_SCHEMES as readonly string[]).toContain(new URL(href).protocol.slice(0, -1));
  });

  test("whatever stands in pass.json, a safe picture comes of it", async () => {
    const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(EVIL, ...HREFS, "\u202e", "1e999", "2026-13-45T99:99Z"));
    const fieldOf = fc.record({
      key: json,
      label: json,
      value: json,
      attributedValue: json,
      dateStyle: json,
      currencyCode: json,
      row: json,
    });
    const fields = fc.oneof(fc.array(fc.oneof(fieldOf, json), { maxLength: 5 }), json);
    const section = fc.constantFrom(
      "headerFields",
      "primaryFields",
      "secondaryFields",
      "auxiliaryFields",
      "backFields",
      "transitType",
    );
    const style = fc.dictionary(section, fields);
    const name = fc.constantFrom("generic", "coupon", "storeCard", "eventTicket", "boardingPass", "posterGeneric");
    const top = fc.constantFrom(
      "logoText",
      "barcodes",
      "barcode",
      "backgroundColor",
      "foregroundColor",
      "labelColor",
      "semantics",
      "expirationDate",
      "voided",
      "preferredStyleSchemes",
      "organizationName",
      "description",
      "appLaunchURL",
      "relevantDates",
      "locations",
    );
    await fc.assert(
      fc.asyncProperty(name, style, fc.dictionary(top, json), async (key, content, others) => {
        const { scene } = await draw(passOf({ ...others, [key]: content }));
        expect(svgFaults(toSvg(scene))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(BAD_TEXTS)("%s:", (_name, data) => {
  test("a PDF of it can be opened", async () => {
    const bytes = await toPdf(passOf(data), { now: NOW });
    expect(new TextDecoder("latin1").decode(bytes.subarray(0, 8))).toBe("%PDF-1.7");
    // Links that run something are in no annotation.
    expect(new TextDecoder("latin1").decode(bytes)).not.toMatch(/\/URI \((?!https?:|mailto:|maps:|sms:|tel:)/iu);
  });

  test("its description has a line for each text", async () => {
    const { title, lines } = await describeFace(passOf(data), { now: NOW });
    expect(`${title}${lines.join("")}`).not.toMatch(/[\u202d\u202e]/u);
    expect(lines.join("\n").length).toBeLessThan(200_000);
  });
});
