import type { PassPackage } from "@passwright/pass";
import { RenderError } from "../errors.ts";
import { createPdfFile } from "./file/pdf-file.ts";
import { writeDocument } from "./file/write-document.ts";
import { createFontBook } from "./font/font-book.ts";
import { createImageBook } from "./image/image-book.ts";
import { createResources } from "./page/resources.ts";
import { MOST_PASSES, POINTS_PER_INCH } from "./paper-metrics.ts";
import { type PdfOptions, readPdfOptions } from "./pdf-options.ts";
import { composeGroup, composeSingle, numberPages } from "./sheet/compose-sheets.ts";
import { type PassPart, readPart } from "./sheet/read-part.ts";
import type { SheetBook } from "./sheet/sheet-book.ts";
import { createTag } from "./tag/tag.ts";

/** PDF's points in an inch. */
const INCH = 72;
/** Longer titles are cut: they stand in the window's frame. */
const LONGEST_TITLE = 300;

/** Draws passes onto sheets and writes the file. See toPdf. */
export async function writePdf(passes: PassPackage | readonly PassPackage[], options: PdfOptions): Promise<Uint8Array> {
  const all: readonly PassPackage[] = "files" in passes ? [passes] : passes;
  const { width, height, perPage } = readPdfOptions(options);
  if (all.length === 0 || all.length > MOST_PASSES) {
    throw new RenderError("ERR_RENDER_OPTION", `A PDF holds 1 to ${MOST_PASSES} passes, not ${all.length}.`);
  }
  const file = createPdfFile();
  const studio = { file, fonts: createFontBook(), images: createImageBook(file), resources: createResources(file) };
  const book: SheetBook = { ...studio, width, height, pages: [] };
  const root = createTag("Document", null);
  const pointsPerInch = POINTS_PER_INCH[options.screenWidth ?? 390];
  const titles: string[] = [];
  let last: PassPart | null = null;
  for (let start = 0; start < all.length; start += perPage) {
    const parts: PassPart[] = [];
    for (const pass of all.slice(start, start + perPage)) {
      const part = await readPart(pass, options);
      await book.images.load(part.front.nodes, 1 / pointsPerInch);
      parts.push(part);
      titles.push(part.title);
    }
    if (perPage === 1) for (const part of parts) composeSingle(book, part, root, INCH / pointsPerInch);
    else composeGroup(book, parts, perPage, root, INCH / pointsPerInch);
    last = parts.at(-1) ?? last;
  }
  if (last !== null) numberPages(book, last);
  const title = (options.title ?? [...new Set(titles)].join("; ")).slice(0, LONGEST_TITLE);
  return writeDocument(book, root, { title, language: last?.front.language ?? "en-US", now: options.now ?? null });
}
