import type { PassPackage } from "@passwright/pass";
import type { PdfOptions } from "./pdf-options.ts";

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
  // Loaded when the first PDF is wanted: most who draw passes never print one.
  const { writePdf } = await import("./write-pdf.ts");
  return writePdf(passes, options);
}
