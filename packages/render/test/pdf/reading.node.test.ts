import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { elementsOf, linesOf, openPdf, structureOf } from "./support/open-pdf.ts";
import { ticket } from "./support/passes.ts";

const OPTIONS = { locale: "en", timeZone: "UTC" } as const;

async function pack(script: "arabic" | "hebrew" | "thai") {
  const path = import.meta.resolve(`@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-400-normal.woff`);
  return { name: `Noto Sans ${script}`, bytes: new Uint8Array(await readFile(fileURLToPath(path))) };
}

test("every text of front and back can be extracted, in the order in which it is read", async () => {
  const document = await openPdf(await toPdf(ticket(), OPTIONS));
  const text = (await linesOf(document)).join(" ");
  const wanted = [
    "Théâtre Acme, Opening night",
    "EVENT",
    "Opening night, an office affair",
    "PLACE",
    "Große Bühne",
    "SEAT",
    "12A",
    "3F25 04E0",
    "Terms",
    "Write to info@example.com or see https://example.com/terms?x=1.",
    "More",
    "Read this first.",
  ];
  const places = wanted.map((part, index) => text.indexOf(part, index === 0 ? 0 : text.indexOf(wanted[index - 1]!)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain("B7");
});

test("joined, marked and stacked letters come out as they were written", async () => {
  const fonts = await Promise.all((["arabic", "hebrew", "thai"] as const).map(pack));
  const backFields = [
    { key: "1", label: "عنوان", value: "مرحبا السَّلامُ لا يجب".normalize() },
    { key: "2", label: "a", value: "שלום (עולם)" },
    { key: "3", label: "b", value: "ที่นั่ง" },
    { key: "4", label: "c", value: "Çà et là: fjørd, office" },
  ];
  const document = await openPdf(await toPdf(ticket({}, { backFields }), { ...OPTIONS, fonts }));
  const text = (await linesOf(document)).join("\n");
  for (const { value } of backFields) expect(text.replaceAll(/\s/gu, "")).toContain(value.replaceAll(/\s/gu, ""));
  expect(text).toContain("عنوان");
});

test("an emoji and a character without a glyph have their text in the file", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><path fill="#f00" d="M0 0h36v36H0z"/></svg>';
  const backFields = [{ key: "1", label: "Party", value: "one 🎉 two 東 three" }];
  const pdf = await toPdf(ticket({}, { backFields }), { ...OPTIONS, emoji: () => svg });
  const page = await (await openPdf(pdf)).getPage(1);
  const operators = await page.getOperatorList();
  const spans = operators.argsArray.flatMap((args: unknown) => (Array.isArray(args) && args[0] === "Span" ? [args] : []));
  expect(spans).toHaveLength(2);
});

test("the structure is a part with a heading, the front, the code and a list of fields", async () => {
  const document = await openPdf(await toPdf(ticket(), OPTIONS));
  const tree = await structureOf(document);
  expect(elementsOf(tree, "Document")).toHaveLength(1);
  const [part] = elementsOf(tree, "Part");
  expect(part?.children.map(({ role }) => role)).toEqual(["H1", "Sect", "Figure", "P", "L"]);
  expect(elementsOf(tree, "Figure").map(({ alt }) => alt)).toEqual(["logo", "barcode", "QR: 3F25 04E0"]);
  expect(elementsOf(tree, "LI").map(({ children }) => children.map(({ role }) => role))).toEqual([
    ["Lbl", "LBody"],
    ["Lbl", "LBody"],
  ]);
  expect(elementsOf(tree, "Link")).toHaveLength(3);
});

test("a label and its value are one paragraph, in the order of reading", async () => {
  const document = await openPdf(await toPdf(ticket(), OPTIONS));
  const [front] = elementsOf(await structureOf(document), "Sect");
  const paragraphs = front!.children.filter(({ role }) => role === "P");
  // Logo text; gate, event, place, seat; what stands below the code.
  expect(paragraphs.map(({ children }) => children.length)).toEqual([1, 2, 2, 2, 2, 1]);
});

test("several passes on a page are parts of their own, with what is on their backs", async () => {
  const document = await openPdf(await toPdf([ticket(), ticket()], { ...OPTIONS, perPage: 2 }));
  expect(document.numPages).toBe(2);
  expect(elementsOf(await structureOf(document, 1), "H1")).toHaveLength(2);
  expect(elementsOf(await structureOf(document, 2), "H2")).toHaveLength(2);
  expect(elementsOf(await structureOf(document, 2), "LI")).toHaveLength(4);
});
