import { escapeText } from "../../svg/escape-text.ts";
import { LINK_SCHEMES } from "../../scene/scene.ts";
import type { SheetPage } from "../page/sheet-page.ts";
import type { SheetBook } from "../sheet/sheet-book.ts";
import type { Tag } from "../tag/tag.ts";
import { writeTags } from "../tag/write-tags.ts";
import { array, byteString, dict, integer, ref, textString } from "./pdf-syntax.ts";

/** What a document says of itself. */
export interface DocumentFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Null: the file has no dates. */
  readonly now: Date | null;
}

/** Writes pages, structure and metadata, and ends the file. */
export function writeDocument(book: SheetBook, root: Tag, facts: DocumentFacts): Uint8Array {
  const { file, pages } = book;
  const treeId = file.reserve();
  const ids = pages.map(() => file.reserve());
  const annotations: Tag[] = [];
  for (const [index, page] of pages.entries()) writePage(book, page, { id: ids[index] ?? 0, treeId, annotations });
  file.write(treeId, dict({ Type: "/Pages", Kids: array(ids.map(ref)), Count: integer(ids.length) }));
  book.resources.finish(book.fonts);
  const tags = writeTags(file, root, { ids, contents: pages.map(({ contents }) => contents), annotations });
  const metadata = file.addPlainStream({ Type: "/Metadata", Subtype: "/XML" }, describeInXml(facts));
  const catalog = file.add(
    dict({
      Type: "/Catalog",
      Pages: ref(treeId),
      Lang: textString(facts.language),
      MarkInfo: dict({ Marked: "true" }),
      StructTreeRoot: ref(tags),
      Metadata: ref(metadata),
      // True size is what it is for: a dialogue that shrinks to fit shall not.
      ViewerPreferences: dict({ DisplayDocTitle: "true", PrintScaling: "/None" }),
    }),
  );
  const date = facts.now === null ? undefined : byteString(pdfDate(facts.now));
  const info = file.add(
    dict({ Title: textString(facts.title), Producer: byteString(PRODUCER), CreationDate: date, ModDate: date }),
  );
  return file.finish(catalog, info);
}

const PRODUCER = "Passwright";

interface PageIds {
  readonly id: number;
  readonly treeId: number;
  /** Tags of all annotations so far. */
  readonly annotations: Tag[];
}

function writePage({ file, pages, resources }: SheetBook, page: SheetPage, { id, treeId, annotations }: PageIds): void {
  const links = page.links.flatMap(({ left, top, right, bottom, href, text, tag }) => {
    if (!isSafe(href)) return [];
    const key = pages.length + annotations.push(tag) - 1;
    const link = file.add(
      dict({
        Type: "/Annot",
        Subtype: "/Link",
        Rect: array([left, page.height - bottom, right, page.height - top]),
        Border: array([0, 0, 0]),
        // Printed with the page.
        F: 4,
        Contents: textString(text),
        A: dict({ S: "/URI", URI: byteString(href) }),
        StructParent: integer(key),
        P: ref(id),
      }),
    );
    tag.kids.push({ kind: "annotation", page: page.index, id: link });
    return ref(link);
  });
  file.write(
    id,
    dict({
      Type: "/Page",
      Parent: ref(treeId),
      MediaBox: array([0, 0, page.width, page.height]),
      Resources: ref(resources.id),
      Contents: ref(file.addStream({}, page.operators.join("\n"))),
      Group: dict({ S: "/Transparency", CS: "/DeviceRGB" }),
      Annots: links.length === 0 ? undefined : array(links),
      StructParents: integer(page.index),
      Tabs: "/S",
    }),
  );
}

/**
 * Whether a reader may be sent there. Links of scenes are safe already; a PDF is opened by programs that ask less than browsers,
 * so it is looked at once more where it is written.
 */
function isSafe(href: string): boolean {
  return (
    /^[\u0021-\u007e]+$/u.test(href) && URL.canParse(href) && LINK_SCHEMES.some((scheme) => new URL(href).protocol === `${scheme}:`)
  );
}

/** ISO 32000-1, 7.9.4. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replaceAll(/[-:T]|\.\d+Z$/gu, "")}Z`;
}

/** The same facts in XMP (ISO 16684-1), and that the file keeps to PDF/UA (ISO 14289-1, 5). */
function describeInXml({ title, language, now }: DocumentFacts): string {
  const date =
    now === null
      ? ""
      : `<xmp:CreateDate>${now.toISOString()}</xmp:CreateDate><xmp:ModifyDate>${now.toISOString()}</xmp:ModifyDate>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>${escapeText(language)}</rdf:li></rdf:Bag></dc:language><pdf:Producer>${PRODUCER}</pdf:Producer>${date}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
