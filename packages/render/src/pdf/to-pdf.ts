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

/**
 * Passes on paper: the front of each at the size that it has on the phone, its code once more at a size that scanners read from
 * paper, and every field of its back as text, with links that lead somewhere. All texts can be selected and searched, fonts are
 * embedded, and the file is tagged for screen readers. The same passes and options give the same bytes in every runtime; without
 * `now` the file has no date.
 *
 * The code of a pass that is voided, or expired at `now`, is not printed at scanning size. What a viewer could be harmed by does not
 * get into the file: pictures are decoded and fonts are built anew, and links lead to safe addresses alone.
 *
 * @param passes one pass or several, up to 500
 * @throws {RenderError} `ERR_RENDER_OPTION`, `ERR_RENDER_NO_STYLE`, `ERR_RENDER_FONT_INVALID`; and as `PassPackage.document` does for
 * a pass.json that cannot be read.
 *
 * @example
 * ```ts
 * const pass = await PassPackage.read(bytes);
 * await writeFile("pass.pdf", await toPdf(pass, { page: "A4", locale: "de-AT", timeZone: "Europe/Vienna", now: new Date() }));
 * ```
 */
export async function toPdf(passes: PassPackage | readonly PassPackage[], options: PdfOptions = {}): Promise<Uint8Array> {
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
