import type { DrawOptions } from "../draw-options.ts";
import { RenderError } from "../errors.ts";

/** How passes are laid out on paper. */
export interface PdfOptions extends DrawOptions {
  /** `A4` when absent. */
  readonly page?: PaperName;
  /** How many passes stand on a page; 1 when absent. Of several, what is on their backs follows on the next pages. */
  readonly perPage?: 1 | 2 | 4;
  /** The document's title; the passes' own when absent. */
  readonly title?: string;
}

export type PaperName = "A4" | "Letter";

/** Width and height of a sheet, PDF's points: ISO 216, ANSI Y14.1. */
export const PAPERS: Readonly<Record<PaperName, readonly [width: number, height: number]>> = {
  A4: [595.276, 841.89],
  Letter: [612, 792],
};

/** What {@link readPdfOptions} makes of the options. */
export interface SheetOptions {
  readonly width: number;
  readonly height: number;
  readonly perPage: 1 | 2 | 4;
}

/** @throws {RenderError} `ERR_RENDER_OPTION`. */
export function readPdfOptions({ page = "A4", perPage = 1, now }: PdfOptions): SheetOptions {
  if (!Object.hasOwn(PAPERS, page)) throw new RenderError("ERR_RENDER_OPTION", "There is no such paper: A4 or Letter.");
  if (![1, 2, 4].includes(perPage)) throw new RenderError("ERR_RENDER_OPTION", "A page holds 1, 2 or 4 passes.");
  if (now !== undefined && Number.isNaN(now.getTime())) throw new RenderError("ERR_RENDER_OPTION", "`now` is no date.");
  const [width, height] = PAPERS[page];
  return { width, height, perPage };
}
