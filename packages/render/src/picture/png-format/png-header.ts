/** What the chunks of a PNG say (PNG, third edition, section 11), and its compressed data in one piece. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: PngColour;
  readonly interlaced: boolean;
  /** Xcode's variant for iOS: raw DEFLATE, blue and red swapped, colours multiplied by alpha. */
  readonly isCgbi: boolean;
  /** PLTE, three bytes a colour; empty when there is none. */
  readonly palette: Uint8Array;
  /** tRNS as stored; empty when there is none. */
  readonly transparency: Uint8Array;
  readonly data: Uint8Array;
}

/** Channels of the colour types (table 9), by number: grey, colour, palette, grey and alpha, colour and alpha. */
export const PNG_CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

export type PngColour = keyof typeof PNG_CHANNELS;

const DEPTHS: Readonly<Record<PngColour, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const SIGNATURE_BYTES = 8;

/** Length and type before a chunk's data, checksum after it (section 5.3). */
const CHUNK_HEAD = 8;
const CHUNK_TAIL = 4;

/**
 * Reads the chunks in one forward walk. Checksums are not compared: a picture whose pixels can be unpacked is shown, and
 * what is wrong with the file is the checker's to say.
 *
 * @returns null when there is no usable header, which the format forbids.
 */
export function readPngHeader(bytes: Uint8Array): PngHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Pick<PngHeader, "width" | "height" | "depth" | "colour" | "interlaced"> | null = null;
  let isCgbi = false;
  let palette = new Uint8Array();
  let transparency = new Uint8Array();
  const parts: Uint8Array[] = [];
  for (let offset = SIGNATURE_BYTES; offset + CHUNK_HEAD <= bytes.length;) {
    const start = offset + CHUNK_HEAD;
    const stop = start + view.getUint32(offset);
    const type = view.getUint32(offset + 4);
    const data = bytes.subarray(start, Math.min(stop, bytes.length));
    offset = stop + CHUNK_TAIL;
    if (type === CHUNK.CgBI) isCgbi = true;
    else if (type === CHUNK.IHDR && header === null) header = readImageHeader(data);
    else if (type === CHUNK.PLTE) palette = data.slice(0, 768);
    else if (type === CHUNK.tRNS) transparency = data.slice(0, 256);
    else if (type === CHUNK.IDAT) parts.push(data);
    else if (type === CHUNK.IEND) break;
  }
  return header === null ? null : { ...header, isCgbi, palette, transparency, data: join(parts) };
}

/** Names of chunks as numbers. */
const CHUNK = {
  CgBI: 0x43674249,
  IHDR: 0x49484452,
  PLTE: 0x504c5445,
  tRNS: 0x74524e53,
  IDAT: 0x49444154,
  IEND: 0x49454e44,
} as const;

function readImageHeader(data: Uint8Array): Pick<PngHeader, "width" | "height" | "depth" | "colour" | "interlaced"> | null {
  if (data.length < 13) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [depth, colour, compression, filter, interlace] = data.subarray(8);
  if (depth === undefined || !isPngColour(colour) || !DEPTHS[colour].includes(depth)) return null;
  if (compression !== 0 || filter !== 0 || (interlace !== 0 && interlace !== 1)) return null;
  return { width: view.getUint32(0), height: view.getUint32(4), depth, colour, interlaced: interlace === 1 };
}

function isPngColour(value: number | undefined): value is PngColour {
  return value === 0 || value === 2 || value === 3 || value === 4 || value === 6;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
