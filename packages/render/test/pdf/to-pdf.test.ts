import { expect, test } from "vitest";
import { RenderError } from "../../src/errors.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { passOf } from "../support/face.ts";
import { ticket } from "./support/passes.ts";

const OPTIONS = { locale: "en", timeZone: "UTC" } as const;

function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

test.each([
  [1, "A4"],
  [2, "Letter"],
  [4, "A4"],
] as const)("the same passes give the same bytes, %i on a page", async (perPage, page) => {
  const passes = [ticket(), ticket(), ticket()];
  const [first, second] = [await toPdf(passes, { ...OPTIONS, perPage, page }), await toPdf(passes, { ...OPTIONS, perPage, page })];
  expect(pixelHash(second)).toBe(pixelHash(first));
});

test("other contents have another identifier", async () => {
  const id = (pdf: Uint8Array): string | undefined => /\/ID \[<([0-9a-f]{32})> <\1>\]/u.exec(textOf(pdf))?.[1];
  const one = id(await toPdf(ticket(), OPTIONS));
  expect(one).toBeDefined();
  expect(id(await toPdf(ticket({ description: "Second night" }), OPTIONS))).not.toBe(one);
});

test("without `now` there is no date in the file, with it there is that one", async () => {
  expect(textOf(await toPdf(ticket(), OPTIONS))).not.toMatch(/CreationDate|CreateDate/u);
  const dated = textOf(await toPdf(ticket(), { ...OPTIONS, now: new Date("2026-01-02T03:04:05.678Z") }));
  expect(dated).toContain("/CreationDate (D:20260102030405Z)");
  expect(dated).toContain("<xmp:CreateDate>2026-01-02T03:04:05.678Z</xmp:CreateDate>");
});

test("a picture that stands on many passes is in the file once", async () => {
  const count = (pdf: Uint8Array): number => textOf(pdf).match(/\/Subtype \/Image/gu)?.length ?? 0;
  // The colours and what shines through.
  expect(count(await toPdf(ticket(), OPTIONS))).toBe(2);
  expect(count(await toPdf([ticket(), ticket(), ticket()], { ...OPTIONS, perPage: 4 }))).toBe(2);
});

test("fonts are embedded, none is named only", async () => {
  const text = textOf(await toPdf(ticket(), OPTIONS));
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  expect(count(/\/Subtype \/Type0/gu)).toBeGreaterThan(2);
  expect(count(/\/FontFile2 /gu)).toBe(count(/\/Subtype \/Type0/gu));
  expect(count(/\/ToUnicode /gu)).toBe(count(/\/Subtype \/Type0/gu));
  expect(text).not.toMatch(/\/Subtype \/(?:Type1|Type3|TrueType)\b/u);
});

test("the file says its title, its language, and that it is tagged", async () => {
  const pdf = textOf(await toPdf(ticket(), { ...OPTIONS, locale: "de-AT", title: 'A "title" & <more>' }));
  expect(pdf).toContain("/Lang (de-AT)");
  expect(pdf).toContain("/MarkInfo <</Marked true>>");
  expect(pdf).toContain("/DisplayDocTitle true");
  expect(pdf).toContain("&quot;title&quot; &amp; &lt;more&gt;");
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
});

test.each([{ page: "A5" }, { perPage: 3 }, { now: new Date(Number.NaN) }, { screenWidth: 1 }, { locale: "no locale" }] as object[])(
  "an option that cannot be used is refused: %o",
  async (options) => {
    const refusal = await toPdf(ticket(), options).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RenderError);
    expect(refusal).toMatchObject({ code: "ERR_RENDER_OPTION" });
  },
);

test("no passes, and too many, are refused", async () => {
  const one = ticket();
  await expect(toPdf([])).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
  await expect(toPdf(Array.from({ length: 501 }, () => one))).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
});

test("a pass without a style is refused", async () => {
  await expect(toPdf(passOf({ description: "nothing" }))).rejects.toMatchObject({ code: "ERR_RENDER_NO_STYLE" });
});
