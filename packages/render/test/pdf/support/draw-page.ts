import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Pixels of a part of a page. */
export interface PagePixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What is used of pdf.js's own canvas in Node. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: HTMLCanvasElement;
    readonly context: { getImageData(x: number, y: number, width: number, height: number): PagePixels };
  };
}

/** Left, bottom, right, top in PDF's points. */
export type PageArea = readonly [left: number, bottom: number, right: number, top: number];

/**
 * Draws a part of a page at so many dots to the inch, by pdf.js on a canvas, neither of them ours. Null where there is no canvas:
 * it is an optional dependency of pdf.js, for some systems only.
 */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  [left, bottom, right, top]: PageArea,
  dpi: number,
): Promise<PagePixels | null> {
  const page = await document.getPage(number);
  const scale = dpi / 72;
  const height = page.view[3] ?? 0;
  const viewport = page.getViewport({ scale, offsetX: -left * scale, offsetY: -(height - top) * scale });
  const size = { width: Math.ceil((right - left) * scale), height: Math.ceil((top - bottom) * scale) };
  const factory = document.canvasFactory as unknown as CanvasFactory;
  let made: ReturnType<CanvasFactory["create"]>;
  try {
    made = factory.create(size.width, size.height);
  } catch {
    return null;
  }
  await page.render({ canvas: made.canvas, canvasContext: made.context as never, viewport, background: "#ffffff" }).promise;
  return made.context.getImageData(0, 0, size.width, size.height);
}
