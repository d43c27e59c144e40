import type { ImageFacts } from "../image-facts.ts";
import { textAt, viewOf } from "./byte-text.ts";

const BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

/** Boxes looked at in one file: a real picture has a few dozen. */
const MAX_BOXES = 1024;

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** HEIC in its ISO base media file (ISO/IEC 23008-12): the largest `ispe` under meta/iprp/ipco is the picture's size. */
export function readHeicFacts(bytes: Uint8Array): ImageFacts | null {
  if (textAt(bytes, 4, 4) !== "ftyp" || !BRANDS.has(textAt(bytes, 8, 4))) return null;
  const top = boxesIn(bytes, 0, bytes.length);
  const last = top.boxes.at(-1);
  const meta = top.boxes.find(({ type }) => type === "meta");
  if (meta === undefined || last === undefined) return null;
  // `meta` is a full box: version and flags stand before its children.
  const properties = findBox(bytes, findBox(bytes, { ...meta, start: meta.start + 4 }, "iprp"), "ipco");
  if (properties === undefined) return null;
  const view = viewOf(bytes);
  let width = 0;
  let height = 0;
  let hasAlpha = false;
  for (const { type, start, end } of boxesIn(bytes, properties.start, properties.end).boxes) {
    if (type === "ispe" && end - start >= 12) {
      const w = view.getUint32(start + 4);
      const h = view.getUint32(start + 8);
      if (w * h > width * height) [width, height] = [w, h];
    }
    if (type === "auxC" && textAt(bytes, start + 4, Math.min(end - start - 4, 64)).includes("auxid:1")) hasAlpha = true;
  }
  if (width === 0) return null;
  return { format: "heic", width, height, hasAlpha, intact: top.complete };
}

function findBox(bytes: Uint8Array, parent: Box | undefined, type: string): Box | undefined {
  return parent === undefined ? undefined : boxesIn(bytes, parent.start, parent.end).boxes.find((box) => box.type === type);
}

/** The boxes between two offsets; `complete` when the last one ends where it should. */
function boxesIn(bytes: Uint8Array, from: number, to: number): { readonly boxes: readonly Box[]; readonly complete: boolean } {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let offset = from;
  while (offset + 8 <= to && boxes.length < MAX_BOXES) {
    const length = view.getUint32(offset);
    const isLong = length === 1 && offset + 16 <= to;
    const header = isLong ? 16 : 8;
    const end = length === 0 ? to : offset + (isLong ? Number(view.getBigUint64(offset + 8)) : length);
    if (end < offset + header || end > to) return { boxes, complete: false };
    boxes.push({ type: textAt(bytes, offset + 4, 4), start: offset + header, end });
    offset = end;
  }
  return { boxes, complete: offset === to };
}
