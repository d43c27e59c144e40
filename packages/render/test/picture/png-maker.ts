/** Writes PNGs of every kind for the tests, without any of the code under test: stored DEFLATE blocks, checksums left 0. */
export interface PngSpec {
  readonly width: number;
  readonly height: number;
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly colour: 0 | 2 | 3 | 4 | 6;
  readonly interlaced?: boolean;
  readonly isCgbi?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  /** Samples of a pixel, in file order. */
  readonly sample: (x: number, y: number) => readonly number[];
  /** The filter of a row; 0 when absent. */
  readonly filter?: (row: number) => number;
}

const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

export function makePng(spec: PngSpec): Uint8Array {
  const raw = spec.interlaced
    ? PASSES.flatMap(([x, y, stepX, stepY]) => makeRows(spec, x, y, stepX, stepY))
    : makeRows(spec, 0, 0, 1, 1);
  const stored = makeStored(raw);
  return joinPng([
    ...(spec.isCgbi ? [makeChunk("CgBI", [0x50, 0, 0x20, 2])] : []),
    makeHeader(spec.width, spec.height, spec.depth, spec.colour, spec.interlaced ? 1 : 0),
    ...(spec.palette ? [makeChunk("PLTE", spec.palette)] : []),
    ...(spec.transparency ? [makeChunk("tRNS", spec.transparency)] : []),
    makeChunk("IDAT", spec.isCgbi ? stored : [0x78, 0x01, ...stored, 0, 0, 0, 0]),
    makeChunk("IEND", []),
  ]);
}

export function joinPng(chunks: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat()]);
}

export function makeHeader(width: number, height: number, depth: number, colour: number, interlace = 0): readonly number[] {
  return makeChunk("IHDR", [...big(width), ...big(height), depth, colour, 0, 0, interlace]);
}

export function makeChunk(type: string, data: readonly number[]): readonly number[] {
  return [...big(data.length), ...Array.from(type, (letter) => letter.charCodeAt(0)), ...data, 0, 0, 0, 0];
}

/** Stored blocks (RFC 1951, section 3.2.4). */
export function makeStored(raw: readonly number[]): readonly number[] {
  const result: number[] = [];
  for (let at = 0; at === 0 || at < raw.length; at += 0xffff) {
    const part = raw.slice(at, at + 0xffff);
    const isLast = at + 0xffff >= raw.length;
    result.push(isLast ? 1 : 0, part.length & 255, part.length >> 8, ~part.length & 255, (~part.length >> 8) & 255);
    for (const byte of part) result.push(byte);
  }
  return result;
}

function big(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function makeRows(spec: PngSpec, x0: number, y0: number, stepX: number, stepY: number): number[] {
  const rows: number[] = [];
  if (x0 >= spec.width) return rows;
  const pixelBytes = Math.max(1, (CHANNELS[spec.colour] * spec.depth) >> 3);
  let above: readonly number[] | null = null;
  for (let y = y0, row = 0; y < spec.height; y += stepY, row += 1) {
    const packed = packRow(spec, y, x0, stepX);
    const filter = spec.filter?.(row) ?? 0;
    rows.push(filter, ...packed.map((byte, at) => (byte - predict(filter, packed, above, at, pixelBytes)) & 255));
    above = packed;
  }
  return rows;
}

function packRow(spec: PngSpec, y: number, x0: number, stepX: number): readonly number[] {
  let bits = "";
  for (let x = x0; x < spec.width; x += stepX) {
    for (const sample of spec.sample(x, y)) bits += sample.toString(2).padStart(spec.depth, "0");
  }
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}

/** Section 9.2, told in its own words: a is left, b above, c above left. */
function predict(filter: number, row: readonly number[], above: readonly number[] | null, at: number, pixelBytes: number): number {
  const a = row[at - pixelBytes] ?? 0;
  const b = above?.[at] ?? 0;
  const c = above?.[at - pixelBytes] ?? 0;
  const byDistance = [a, b, c].map((value) => [Math.abs(a + b - c - value), value] as const);
  const paeth = byDistance.reduce((best, next) => (next[0] < best[0] ? next : best))[1];
  return [0, a, b, (a + b) >> 1, paeth][filter] ?? 0;
}
