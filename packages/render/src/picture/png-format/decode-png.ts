import { createPicture, type Picture, type PictureProblem } from "../picture.ts";
import { release } from "../release.ts";
import { inflate } from "./inflate.ts";
import { PNG_CHANNELS, type PngHeader, readPngHeader } from "./png-header.ts";
import { ADAM7_PASSES, createRowWriter, type PngPass, WHOLE_PASS } from "./png-pixels.ts";
import { unfilter } from "./unfilter.ts";

/**
 * The pixels of a PNG of any colour type, depth and interlacing, and of Xcode's CgBI variant. Gamma and colour profiles are
 * passed over, as passes are sRGB by convention. The caller has held `size` against its limits.
 */
export function decodePng(bytes: Uint8Array, size: PngSize): Picture | PictureProblem {
  const unpacked = unpack(bytes, size);
  if (typeof unpacked === "string") return { fault: "damaged", detail: unpacked };
  const picture = colourPixels(unpacked);
  release(unpacked.raw);
  return typeof picture === "string" ? { fault: "damaged", detail: picture } : picture;
}

/** What keeps a PNG from being decoded, without its pixels; null when nothing does. */
export function findPngFault(bytes: Uint8Array, size: PngSize): string | null {
  const unpacked = unpack(bytes, size);
  if (typeof unpacked === "string") return unpacked;
  const hasFilters = hasKnownFilters(unpacked);
  release(unpacked.raw);
  return hasFilters ? null : NO_FILTER;
}

interface PngSize {
  readonly width: number;
  readonly height: number;
}

/** The rows of a PNG with their filters, pass by pass. */
interface UnpackedPng {
  readonly header: PngHeader;
  readonly passes: readonly ReturnType<typeof measure>[];
  readonly raw: Uint8Array;
}

const NO_FILTER = "a row has a filter that does not exist";

function unpack(bytes: Uint8Array, size: PngSize): UnpackedPng | string {
  const header = readPngHeader(bytes);
  if (header === null) return "its header (IHDR) names no kind of PNG";
  // A file with two headers must not be measured by one and unpacked by the other.
  if (header.width !== size.width || header.height !== size.height) return "it has two headers of different sizes";
  if (header.colour === 3 && header.palette.length < 3) return "its palette (PLTE) is missing";
  const passes = (header.interlaced ? ADAM7_PASSES : WHOLE_PASS).map((pass) => measure(header, pass));
  const start = header.isCgbi ? 0 : zlibStart(header.data);
  if (start === null) return "its compressed data does not begin as zlib data does";
  const raw = new Uint8Array(passes.reduce((sum, { rows, rowBytes }) => sum + (rowBytes > 0 ? rows * (rowBytes + 1) : 0), 0));
  const { written, fault } = inflate(header.data.subarray(start), raw);
  if (written === raw.length) return { header, passes, raw };
  release(raw);
  return fault ?? "the compressed data ends before the last row";
}

/** The five filters of section 9.2 have the numbers 0 to 4. */
function hasKnownFilters({ passes, raw }: UnpackedPng): boolean {
  let at = 0;
  for (const { columns, rows, rowBytes } of passes) {
    if (columns === 0) continue;
    for (let row = 0; row < rows; row += 1, at += rowBytes + 1) if ((raw[at] ?? 0) > 4) return false;
  }
  return true;
}

function colourPixels({ header, passes, raw }: UnpackedPng): Picture | string {
  const picture = createPicture(header.width, header.height);
  const writeRow = createRowWriter(header, picture);
  const pixelBytes = Math.max(1, (PNG_CHANNELS[header.colour] * header.depth) >> 3);
  let at = 0;
  for (const { pass, columns, rows, rowBytes } of passes) {
    if (columns === 0 || rows === 0) continue;
    if (!unfilter(raw, at, rows, rowBytes, pixelBytes)) return NO_FILTER;
    for (let row = 0; row < rows; row += 1, at += rowBytes + 1) {
      const first = ((pass.y + row * pass.stepY) * header.width + pass.x) * 4;
      writeRow(raw, at + 1, columns, first, pass.stepX * 4);
    }
  }
  return picture;
}

function measure({ width, height, colour, depth }: PngHeader, pass: PngPass) {
  const columns = Math.ceil(Math.max(0, width - pass.x) / pass.stepX);
  const rows = Math.ceil(Math.max(0, height - pass.y) / pass.stepY);
  return { pass, columns, rows, rowBytes: Math.ceil((columns * PNG_CHANNELS[colour] * depth) / 8) };
}

/** Where the DEFLATE data begins behind the two bytes of zlib (RFC 1950, section 2.2); null when they are none. */
function zlibStart(data: Uint8Array): number | null {
  const [method, flags] = data;
  if (method === undefined || flags === undefined || (method & 15) !== 8) return null;
  // A preset dictionary cannot be known.
  return (method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0 ? 2 : null;
}
