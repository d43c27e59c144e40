import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawBack } from "../../src/back/draw-back.ts";
import type { Drawing } from "../../src/layout/draw-front.ts";
import { LINK_SCHEMES } from "../../src/scene/scene.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { field, passOf } from "../support/face.ts";

function draw(backFields: unknown, more: object = {}): Promise<Drawing> {
  return drawBack(passOf({ generic: { backFields }, ...more }));
}

/** Every target in a scene, found by name and not by kind, so that none hides. */
function hrefs(value: unknown): string[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "font" ? [] : key === "href" ? [String(part)] : hrefs(part)));
}

const LINK_ATTACKS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#10;script:alert(1)",
  "&#x6a;avascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "https://example.com@evil.example/",
];

test.each(LINK_ATTACKS)("the target %s is left out, its text stays, and a finding names it", async (target) => {
  const drawing = await draw([field("", "x", { attributedValue: `<a href="${target}">click here</a>`, dataDetectorTypes: [] })]);
  expect(hrefs(drawing.scene)).toEqual([]);
  expect(drawing.scene.description).toContain("click here");
  expect(drawing.findings).toMatchObject([
    { rule: "link-refused", where: { path: ["generic", "backFields", 0, "attributedValue"] } },
  ]);
});

test.each(LINK_ATTACKS)("%s as the address of the app is left out", async (target) => {
  const drawing = await draw([], { associatedStoreIdentifiers: [1], appLaunchURL: target });
  expect(hrefs(drawing.scene)).toEqual(["https://apps.apple.com/app/id1"]);
});

test("an SVG of a back has no script, no element that leads anywhere, and no text that is not escaped", async () => {
  const evil = `"><script>alert(1)</script><a href="https://evil.example/">x</a><image href='https://evil.example/'/>]]>&`;
  const more = { organizationName: evil, description: evil, associatedStoreIdentifiers: [1] };
  const svg = toSvg((await draw([field(evil, evil), field(evil, "x", { attributedValue: evil })], more)).scene);
  expect(svg).not.toMatch(/<script|<a[\s>]|<foreignObject|<use|<style|\son\w+=/iu);
  expect(svg).not.toMatch(/(?:href|src)="(?!data:image\/(?:png|jpeg);base64,)/u);
  expect(svg).not.toMatch(/url\((?!#)/u);
  expect(svg.replaceAll(/<\/?(?:svg|title|desc|defs|clipPath|path|rect|g|image|linearGradient|stop)[^<>]*>/gu, "")).not.toMatch(
    /[<>]/u,
  );
});

test("what is beyond the limits is left out, and findings say so", async () => {
  const many = await draw(Array.from({ length: 1200 }, (_, index) => field("a", `${index}`)));
  expect(many.findings).toMatchObject([{ rule: "fields-not-shown", params: { count: 200 } }]);
  const long = await draw([field("", "x ".repeat(20_000))]);
  expect(long.findings).toMatchObject([{ rule: "text-too-long", params: { length: 40_000 } }]);
});

test("only so much is searched for links, those of the markup stay, and a finding says so", async () => {
  const long = "x ".repeat(9999);
  const markup = "<a href='https://a.example/'>a</a> b.example.com";
  const drawing = await draw([
    field("", long),
    field("", "see c.example.com"),
    field("", long),
    field("", "x", { attributedValue: `${markup} ${long.slice(0, 12_000)}` }),
  ]);
  expect(hrefs(drawing.scene)).toEqual(["http://c.example.com/", "https://a.example/"]);
  expect(drawing.findings).toMatchObject([{ rule: "links-not-searched", where: { path: ["generic", "backFields", 2, "value"] } }]);
});

test("whatever stands in pass.json, a back comes of it, and all that it leads to is safe", async () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const markup = fc
    .array(fc.constantFrom("<a href='", "javascript:", "https://e.com", "'>", "</a>", "x", "<b>", "\n", "א", "+1 415 555 2671"))
    .map((parts) => parts.join(""));
  const backField = fc.record(
    { label: json, value: fc.oneof(json, markup), attributedValue: fc.oneof(json, markup), dataDetectorTypes: json },
    { requiredKeys: [] },
  );
  const pass = fc.record({
    generic: fc.record({ backFields: fc.oneof(json, fc.array(fc.oneof(json, backField), { maxLength: 4 })) }),
    organizationName: json,
    associatedStoreIdentifiers: json,
    appLaunchURL: json,
    webServiceURL: json,
  });
  await fc.assert(
    fc.asyncProperty(pass, async (data) => {
      const { scene } = await drawBack(passOf(data));
      for (const href of hrefs(scene)) expect(LINK_SCHEMES).toContain(href.slice(0, href.indexOf(":")));
      expect(toSvg(scene)).toMatch(/^<svg .*<\/svg>\n$/su);
    }),
    { numRuns: 40 },
  );
});
