import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fastestAsyncRun } from "../../../pass/test/support/fastest-run.ts";
import { describe as describeFace } from "../../src/layout/describe.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { LINK_SCHEMES, type SceneNode } from "../../src/scene/scene.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { field, passOf } from "../support/face.ts";
import { svgFaults } from "./safe-svg.ts";
import { NOW, VIEWS } from "./views.ts";

/** Half a second is what a pass may cost; the tests' machines are shared, so four times that. */
const BOUND = 2000;

const EVIL = `"><script>alert(1)</script><a xlink:href='javascript:alert(1)'>&amp;]]>\u0000\ud800`;
const HREFS = [
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>1</script>",
  "file:///etc/passwd",
  "vbscript:x",
];

function hrefs(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => ("nodes" in node ? [...(node.kind === "link" ? [node.href] : []), ...hrefs(node.nodes)] : []));
}

/** A pass with these texts everywhere that a text can stand. */
function filled(texts: readonly string[], count: number): object {
  const fields = Array.from({ length: count }, (_, index) => {
    const text = texts[index % texts.length] ?? "";
    return field(text, text, { key: `${index}`, attributedValue: `<a href='${text}'>${text}</a>`, changeMessage: text });
  });
  const sections = ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields", "footerFields"];
  const [first = ""] = texts;
  return {
    organizationName: first,
    description: first,
    logoText: first,
    backgroundColor: first,
    barcodes: [{ format: "PKBarcodeFormatQR", message: first, messageEncoding: "utf-8", altText: first }],
    eventTicket: Object.fromEntries(sections.map((section) => [section, fields])),
  };
}

const HOSTILE: readonly (readonly [name: string, pass: object])[] = [
  ["markup in every text", filled([EVIL], 4)],
  ["texts of ten thousand characters", filled(["W".repeat(10_000)], 6)],
  ["ten thousand characters that combine", filled([`a${"\u0301".repeat(10_000)}`], 4)],
  ["ten thousand letters of a script without a font", filled(["字".repeat(10_000)], 4)],
  ["five hundred fields in each section", filled(["a text of some words"], 500)],
  ["texts of no width", filled(["\u200b\u200d\u2060\ufeff"], 4)],
  ["texts that turn round", filled(["\u202egpj.exe\u202c \u2067abc\u2066\u2068"], 4)],
  ["links that run something", filled(HREFS, 6)],
];

describe.each(Object.entries(VIEWS))("%s:", (_view, draw) => {
  test.each(HOSTILE)("%s give a safe picture in time", async (_name, data) => {
    const pass = passOf(data);
    const { scene, findings } = await draw(pass);
    expect(svgFaults(toSvg(scene, { idPrefix: EVIL }))).toEqual([]);
    expect(findings.length).toBeLessThanOrEqual(200);
    for (const href of hrefs(scene.nodes)) expect(LINK_SCHEMES as readonly string[]).toContain(new URL(href).protocol.slice(0, -1));
    expect(await fastestAsyncRun(BOUND, async () => void toSvg((await draw(pass)).scene))).toBeLessThan(BOUND);
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

describe.each(HOSTILE)("%s:", (_name, data) => {
  test("a PDF of it comes in time and can be opened", async () => {
    const print = (): Promise<Uint8Array> => toPdf(passOf(data), { now: NOW });
    const bytes = await print();
    expect(new TextDecoder("latin1").decode(bytes.subarray(0, 8))).toBe("%PDF-1.7");
    // Links that run something are in no annotation.
    expect(new TextDecoder("latin1").decode(bytes)).not.toMatch(/\/URI \((?!https?:|mailto:|maps:|sms:|tel:)/iu);
    expect(await fastestAsyncRun(BOUND, async () => void (await print()))).toBeLessThan(BOUND);
  });

  test("its description comes in time, a line for each text", async () => {
    const words = (): ReturnType<typeof describeFace> => describeFace(passOf(data), { now: NOW });
    const { title, lines } = await words();
    expect(`${title}${lines.join("")}`).not.toMatch(/[\u202d\u202e]/u);
    expect(lines.join("\n").length).toBeLessThan(200_000);
    expect(await fastestAsyncRun(BOUND, async () => void (await words()))).toBeLessThan(BOUND);
  });
});

test("the pixels of a hostile face come in time", async () => {
  const { scene } = await (VIEWS["front"] as (typeof VIEWS)[string])(passOf(filled([EVIL, "字".repeat(10_000)], 8)));
  expect(await fastestAsyncRun(BOUND, async () => void (await toPng(scene)))).toBeLessThan(BOUND);
});
