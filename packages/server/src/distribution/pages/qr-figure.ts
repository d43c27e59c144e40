import { html, type Markup, trustedMarkup } from "./html.ts";

/** Light modules around a symbol (ISO/IEC 18004:2015, 6.3.8). */
const QUIET = 4;

/** The QR code of an address as a drawing in the page; null for an address that no code can hold. */
export async function qrFigure(address: string, label: string): Promise<Markup | null> {
  const { encodeBarcode } = await import("@passwright/render");
  const symbol = encodeBarcode({ format: "PKBarcodeFormatQR", message: address, messageEncoding: "utf-8" });
  if (symbol.kind !== "matrix") return null;
  const { width, modules } = symbol;
  const size = width + 2 * QUIET;
  const box = `0 0 ${size} ${size}`;
  return html`<svg
    class="qr"
    role="img"
    aria-label="${label}"
    viewBox="${box}"
    width="200"
    height="200"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path fill="#000" d="${trustedMarkup(toPath(modules, width))}" />
  </svg>`;
}

/** Runs of dark modules, row by row. */
function toPath(modules: Uint8Array, width: number): string {
  let path = "";
  for (let at = 0; at < modules.length;) {
    const x = at % width;
    let length = 0;
    while (x + length < width && modules[at + length] === 1) length += 1;
    if (length > 0) path += `M${x + QUIET} ${Math.floor(at / width) + QUIET}h${length}v1h-${length}z`;
    at += Math.max(1, length);
  }
  return path;
}
