import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escapeText } from "../../src/svg/escape-text.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { draw, field } from "../support/face.ts";

const evil = `"><script>alert(1)</script><a href='https://evil.example'>&amp;`;

test("no text of a pass comes through as markup", async () => {
  const { scene } = await draw({
    organizationName: evil,
    description: evil,
    logoText: evil,
    generic: { primaryFields: [field(evil, evil)] },
    barcodes: [{ format: "PKBarcodeFormatQR", message: "1", messageEncoding: "utf-8", altText: evil }],
  });
  const svg = toSvg(scene, { idPrefix: evil });
  expect(svg).not.toMatch(/<script|<a |<foreignObject|<style|\son\w+=/u);
  expect(svg).not.toMatch(/(?:href|src)="(?!data:image\/(?:png|jpeg);base64,)/u);
  expect([...svg.matchAll(/url\(([^)]*)\)/gu)].every(([, target]) => target!.startsWith("#"))).toBe(true);
});

test("a picture has a title, a description and the label of each text", async () => {
  const { scene } = await draw({ organizationName: "Club", generic: { primaryFields: [field("Name", "Ada")] } });
  const svg = toSvg(scene, { idPrefix: "one" });
  expect(svg).toContain('<title id="one-title">Pass: Club</title><desc id="one-desc">Name: Ada</desc>');
  expect(svg).toContain('aria-labelledby="one-title one-desc"');
  expect(svg).toContain('aria-label="Ada"');
});

test("two pictures with prefixes of their own share no id", async () => {
  const { scene } = await draw({ generic: {} });
  const ids = (prefix: string) => Array.from(toSvg(scene, { idPrefix: prefix }).matchAll(/id="([^"]*)"/gu), ([, id]) => id!);
  expect(ids("a").filter((id) => ids("b").includes(id))).toEqual([]);
});

test("escaped text holds nothing that XML forbids", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/u);
      // oxlint-disable-next-line no-control-regex -- XML 1.0, production 2
      expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
      expect(escaped.isWellFormed()).toBe(true);
    }),
  );
});
