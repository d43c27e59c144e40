import { beforeAll, expect, test } from "vitest";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { isDict, type PdfDict, type PdfObject, PdfReference, type PdfValue, readObjects } from "./support/read-objects.ts";
import { ticket } from "./support/passes.ts";

// The checkpoints of the Matterhorn Protocol 1.1 (PDF Association) that a machine can check and that our files can fail: they hold no
// forms, tables, formulas, notes, media, actions, layers or embedded files.

let objects: ReadonlyMap<number, PdfObject>;
let catalog: PdfDict;

beforeAll(async () => {
  const emoji = ticket({}, { auxiliaryFields: [{ key: "e", label: "Mood", value: "fine 字" }] });
  objects = readObjects(await toPdf([ticket(), emoji, ticket({ voided: true })], { perPage: 2, locale: "de" }));
  catalog = dictsOf("/Catalog")[0] ?? {};
});

function objectOf(value: PdfValue | undefined): PdfObject | undefined {
  return value instanceof PdfReference ? objects.get(value.id) : undefined;
}

function resolve(value: PdfValue | undefined): PdfValue {
  return objectOf(value)?.value ?? value ?? null;
}

function dictOf(value: PdfValue | undefined): PdfDict {
  const dict = resolve(value);
  if (!isDict(dict)) throw new Error(`no dictionary: ${JSON.stringify(value)}`);
  return dict;
}

function textOf(value: PdfValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function numberOf(value: PdfValue | undefined): number {
  return typeof value === "number" ? value : Number.NaN;
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  const list = resolve(value);
  return Array.isArray(list) ? (list as readonly PdfValue[]) : [];
}

function dictsOf(type: string): PdfDict[] {
  return [...objects.values()].flatMap(({ value }) => (isDict(value) && value["/Type"] === type ? [value] : []));
}

interface Element {
  readonly type: string;
  readonly dict: PdfDict;
  readonly depth: number;
}

/** Elements of the structure in reading order. */
function elements(value: PdfValue = catalog["/StructTreeRoot"] ?? null, depth = 0): Element[] {
  const dict = dictOf(value);
  if (typeof dict["/MCID"] === "number" || dict["/Type"] === "/OBJR") return [];
  const below = listOf(dict["/K"]).flatMap((kid) => elements(kid, depth + 1));
  return dict["/Type"] === "/StructElem" ? [{ type: textOf(dict["/S"]), dict, depth }, ...below] : below;
}

const PAINTS = new Set(["f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "Tj", "TJ", "sh"]);

/** Numbers of marked content of a page, and what it paints outside of any mark or inside of two. */
function markedContent(operators: string): { readonly numbers: number[]; readonly faults: string[] } {
  const numbers: number[] = [];
  const faults: string[] = [];
  const open: string[] = [];
  let operands: string[] = [];
  for (const word of operators.replaceAll(/\((?:\\.|[^\\()])*\)/gu, "()").split(/\s+/u)) {
    if (word === "BDC" || word === "BMC") {
      const mark = operands.includes("/Artifact")
        ? "artifact"
        : operands.some((operand) => operand.endsWith("/MCID"))
          ? "tagged"
          : "span";
      if (mark !== "span" && open.some((outer) => outer !== "span")) faults.push(`${mark} inside of ${open.join(", ")}`);
      if (mark === "tagged") numbers.push(Number.parseInt(operands.at(-1) ?? "", 10));
      open.push(mark);
    } else if (word === "EMC") {
      if (open.pop() === undefined) faults.push("an end without a beginning");
    } else if (PAINTS.has(word) && !open.some((mark) => mark !== "span")) faults.push(`unmarked: ${operands.join(" ")} ${word}`);
    operands = /^[A-Za-z*]+$/u.test(word) ? [] : [...operands, word];
  }
  if (open.length > 0) faults.push("a beginning without an end");
  return { numbers, faults };
}

function operatorsOf(page: PdfDict): string {
  return objectOf(page["/Contents"])?.data ?? "";
}

test("checkpoint 01: all that a page paints is tagged or an artifact, and no mark lies in another", () => {
  const pages = dictsOf("/Page");
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    const { numbers, faults } = markedContent(operatorsOf(page));
    expect(faults).toEqual([]);
    expect(numbers.length).toBeGreaterThan(3);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

test("checkpoint 01: every number of a page leads to its element, and the element back to the page", () => {
  const parents = listOf(dictOf(dictOf(catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"]);
  for (const page of dictsOf("/Page")) {
    const key = parents.indexOf(page["/StructParents"] ?? -1);
    const tags = listOf(parents[key + 1]);
    for (const number of markedContent(operatorsOf(page)).numbers) {
      const kids = listOf(dictOf(tags[number])["/K"]).map(resolve);
      const back = kids.some((kid) => isDict(kid) && numberOf(kid["/MCID"]) === number && dictOf(kid["/Pg"]) === page);
      expect(back, `content ${number}`).toBe(true);
    }
  }
});

test("checkpoints 02 and 09: elements are of standard types, in their places", () => {
  const types = new Set(["Document", "Part", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Figure", "Link", "Span"]);
  const all = elements();
  expect(all[0]?.type).toBe("/Document");
  for (const { type, dict } of all) {
    expect(types).toContain(type.slice(1));
    const parent = dictOf(dict["/P"])["/S"];
    if (type === "/LI") expect(parent).toBe("/L");
    if (type === "/Lbl" || type === "/LBody") expect(parent).toBe("/LI");
  }
  expect(dictOf(catalog["/StructTreeRoot"])["/RoleMap"]).toBe(undefined);
});

test("checkpoints 05, 06 and 07: the file says that it keeps to PDF/UA, and shows its title", () => {
  const metadata = [...objects.values()].find(({ value }) => isDict(value) && value["/Type"] === "/Metadata");
  expect(metadata?.data).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u);
  expect(metadata?.data).toMatch(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</u);
  expect(dictOf(catalog["/ViewerPreferences"])["/DisplayDocTitle"]).toBe(true);
  expect(dictOf(catalog["/MarkInfo"])).toMatchObject({ "/Marked": true });
  expect(dictOf(catalog["/MarkInfo"])["/Suspects"]).not.toBe(true);
});

test("checkpoint 11: the language is said", () => {
  expect(catalog["/Lang"]).toBe("de");
});

test("checkpoint 13: every figure has words in its place", () => {
  const figures = elements().filter(({ type }) => type === "/Figure");
  expect(figures.length).toBeGreaterThan(2);
  for (const { dict } of figures) expect(textOf(dict["/Alt"])).not.toBe("");
});

test("checkpoint 14: headings begin with the first level and leave none out", () => {
  let level = 0;
  for (const { type } of elements()) {
    const found = /^\/H(\d)$/u.exec(type)?.[1];
    if (found === undefined) continue;
    expect(Number(found)).toBeLessThanOrEqual(level + 1);
    level = Number(found);
  }
  expect(level).toBeGreaterThan(0);
});

test("checkpoint 28: links are in the structure, say where they lead, and are reached in its order", () => {
  const references = elements().flatMap(({ type, dict }) =>
    listOf(dict["/K"]).flatMap((kid) =>
      isDict(kid) && kid["/Type"] === "/OBJR" ? [{ type, annotation: dictOf(kid["/Obj"]) }] : [],
    ),
  );
  const annotations = dictsOf("/Page").flatMap((page) => {
    const list = listOf(page["/Annots"]);
    if (list.length > 0) expect(page["/Tabs"]).toBe("/S");
    return list.map(dictOf);
  });
  expect(annotations.length).toBeGreaterThan(2);
  for (const annotation of annotations) {
    expect(references.filter((reference) => reference.annotation === annotation)).toMatchObject([{ type: "/Link" }]);
    expect(textOf(annotation["/Contents"])).not.toBe("");
    expect(annotation["/StructParent"]).toBeTypeOf("number");
  }
});

test("checkpoint 31: every font is embedded, with a text for every code", () => {
  const fonts = dictsOf("/Font").filter((font) => font["/Subtype"] === "/Type0");
  expect(fonts.length).toBeGreaterThan(2);
  for (const font of fonts) {
    expect(font["/Encoding"]).toBe("/Identity-H");
    const descendant = dictOf(listOf(font["/DescendantFonts"])[0]);
    expect(descendant["/CIDToGIDMap"]).toBe("/Identity");
    expect(dictOf(dictOf(descendant["/FontDescriptor"])["/FontFile2"])["/Length1"]).toBeGreaterThan(0);
    const map = objectOf(font["/ToUnicode"])?.data;
    expect(map).toContain("beginbfchar");
    // No code stands for nothing, or for a character that is none (31-028, 31-029).
    expect(map).not.toMatch(/<[\dA-F]{4}> <(?:0000|FEFF|FFFE|)>/u);
  }
});

test("checkpoint 26: nothing keeps a screen reader out", () => {
  expect([...objects.values()].some(({ value }) => isDict(value) && value["/Filter"] === "/Standard")).toBe(false);
});
