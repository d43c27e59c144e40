/** What a version of QR holds at error correction level M. */
export interface QrVersion {
  readonly version: number;
  /** Modules on a side. */
  readonly size: number;
  /** Data and check codewords together. */
  readonly codewords: number;
  readonly checkPerBlock: number;
  readonly blocks: number;
  readonly dataCodewords: number;
}

/** Check codewords of each block at level M, versions 1 to 40: ISO/IEC 18004:2015, 7.5.1, table 9. */
const CHECK_PER_BLOCK = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28,
];

/** Blocks at level M, versions 1 to 40: the same table. */
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40,
  43, 45, 47, 49,
];

/** The highest version. */
export const MAX_QR_VERSION = 40;

/** The facts of a version, 1 to 40. */
export function qrVersion(version: number): QrVersion {
  const size = 17 + 4 * version;
  const checkPerBlock = CHECK_PER_BLOCK[version - 1] ?? 0;
  const blocks = BLOCKS[version - 1] ?? 0;
  const codewords = Math.floor(dataModules(version) / 8);
  return { version, size, codewords, checkPerBlock, blocks, dataCodewords: codewords - checkPerBlock * blocks };
}

/**
 * Centres of the alignment patterns on either axis: evenly spaced backwards from the far edge, by an even step
 * (ISO/IEC 18004:2015, annex E; the step of version 32 is the table's own).
 */
export function alignmentCentres(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
  const last = 4 * version + 10;
  return Array.from({ length: count }, (_, at) => (at === 0 ? 6 : last - (count - 1 - at) * step));
}

/** Modules left for codewords: all but finders, timing, alignment, format and version information. */
function dataModules(version: number): number {
  const size = 17 + 4 * version;
  const centres = alignmentCentres(version).length;
  const finders = 3 * 64;
  const timing = 2 * (size - 16);
  const format = 31;
  const versions = version >= 7 ? 36 : 0;
  // Two rows of alignment patterns lie across the timing lines and share five modules each with them.
  const alignment = centres === 0 ? 0 : (centres * centres - 3) * 25 - (centres - 2) * 2 * 5;
  return size * size - finders - timing - format - versions - alignment;
}
