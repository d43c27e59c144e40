import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as a reader that is not ours opens it; complaints of its parser are errors here. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({ data: bytes.slice(), stopAtErrors: true, verbosity: 0 }).promise;
}

/** The texts of a page, one for each line. */
export async function linesOf(document: PDFDocumentProxy, page = 1): Promise<string[]> {
  const { items } = await (await document.getPage(page)).getTextContent();
  let text = "";
  for (const item of items) if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
  return text.split("\n");
}

/** Where the links of all pages lead, and their boxes. */
export async function linksOf(document: PDFDocumentProxy): Promise<{ readonly url: string; readonly rect: readonly number[] }[]> {
  const links: { url: string; rect: readonly number[] }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const { subtype, url, unsafeUrl, rect } of (await page.getAnnotations()) as Record<string, unknown>[]) {
      if (subtype !== "Link") throw new Error(`an annotation of another kind: ${String(subtype)}`);
      links.push({ url: String(unsafeUrl ?? url), rect: rect as number[] });
    }
  }
  return links;
}

/** An element of the structure, as far as the tests look. */
export interface Element {
  readonly role: string;
  readonly alt?: string;
  readonly bbox?: readonly number[];
  readonly children: readonly Element[];
}

/** The structure of a page. */
export async function structureOf(document: PDFDocumentProxy, page = 1): Promise<Element> {
  const tree = (await (await document.getPage(page)).getStructTree()) as unknown as Element;
  return tree;
}

/** All elements of a role, in reading order. */
export function elementsOf(element: Element, role: string): Element[] {
  const below = (element.children ?? []).flatMap((child) => elementsOf(child, role));
  return element.role === role ? [element, ...below] : below;
}
