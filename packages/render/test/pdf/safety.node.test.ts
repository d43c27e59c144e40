import { expect, test } from "vitest";
import { fastestAsyncRun } from "../../../pass/test/support/fastest-run.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { passOf } from "../support/face.ts";
import { linesOf, linksOf, openPdf } from "./support/open-pdf.ts";
import { ticket } from "./support/passes.ts";

test("links of the back are live, and lie where their text stands", async () => {
  const document = await openPdf(await toPdf(ticket(), { locale: "en" }));
  const links = await linksOf(document);
  expect(links.map(({ url }) => url)).toEqual([
    "mailto:info@example.com",
    "https://example.com/terms?x=1",
    "https://example.org/a%20b",
  ]);
  for (const { rect } of links) {
    expect(rect[2]! - rect[0]!).toBeGreaterThan(10);
    expect(rect[3]! - rect[1]!).toBeCloseTo(14.5, 0);
  }
});

test.each([
  "javascript:alert(1)",
  " java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "vbscript:x",
  "https://apple.com@evil.example/",
])("a link to %s is text and leads nowhere", async (href) => {
  const backFields = [{ key: "1", label: "Bad", attributedValue: `See <a href="${href}">here</a>.`, value: "x" }];
  const pdf = await toPdf(ticket({}, { backFields }));
  const document = await openPdf(pdf);
  expect(await linksOf(document)).toEqual([]);
  expect((await linesOf(document)).join(" ")).toContain("See here.");
});

test.each([")) >> endobj 1 0 obj << /OpenAction (x)", "\\) (\\", "endstream endobj", "<feff> \u0000\u0001 \ud800 \u202e"])(
  "a text that looks like parts of a PDF is text: %j",
  async (text) => {
    const backFields = [{ key: "1", label: text, value: text }];
    const pass = ticket({ description: text, organizationName: text, logoText: text }, { backFields });
    const document = await openPdf(await toPdf(pass, { title: text }));
    expect(document.numPages).toBe(1);
    expect(await document.getOpenAction()).toBeNull();
    const { info } = await document.getMetadata();
    expect((info as { Title: string }).Title).toBe(text.toWellFormed());
  },
);

test("the code of a voided pass is not printed at scanning size", async () => {
  const count = async (more: object): Promise<number> => {
    const document = await openPdf(await toPdf(ticket(more), { now: new Date("2026-01-01T00:00:00Z") }));
    const lines = await linesOf(document);
    return lines.join("\n").split("3F25 04E0").length - 1;
  };
  expect(await count({})).toBe(2);
  expect(await count({ voided: true })).toBe(0);
  expect(await count({ expirationDate: "2025-12-31T00:00:00Z" })).toBe(0);
});

test("as many back fields as there may be flow over pages, all links with them", async () => {
  const backFields = Array.from({ length: 500 }, (_, index) => ({
    key: `k${index}`,
    label: `Label ${index}`,
    value: `Text ${index} that goes on and on. `.repeat(3),
  }));
  const pass = ticket({}, { backFields });
  let pdf: Uint8Array = new Uint8Array();
  const time = await fastestAsyncRun(4000, async () => {
    pdf = await toPdf(pass);
  });
  expect(time).toBeLessThan(4000);
  const document = await openPdf(pdf);
  expect(document.numPages).toBeGreaterThan(15);
  expect(document.numPages).toBeLessThanOrEqual(62);
  const last = (await linesOf(document, document.numPages)).join("\n");
  expect(last).toContain("Text 499");
});

test("a back of empty lines is cut where nobody reads on", async () => {
  const backFields = Array.from({ length: 500 }, (_, index) => ({ key: `k${index}`, label: "L", value: `${"x\n".repeat(400)}x` }));
  const document = await openPdf(await toPdf(passOf({ generic: { backFields } })));
  expect(document.numPages).toBeLessThanOrEqual(61);
  expect((await linesOf(document, document.numPages)).join("\n")).toContain("…");
});
