/** A size of Aztec symbol. */
export interface AztecLayers {
  readonly isCompact: boolean;
  readonly layers: number;
  /** Bits of a codeword: 6, 8, 10 or 12. */
  readonly wordSize: number;
  /** Data and check words together. */
  readonly words: number;
  /** Modules in the data layers, some of which are left over before the first word. */
  readonly bits: number;
  /** What may be data when 23 % of the words and three more are check words: ISO/IEC 24778:2008, 7.3.1; rounded as in table 1. */
  readonly dataWords: number;
}

/** All sizes from the smallest; a full symbol of three layers or fewer is as large as the compact one that holds more. */
export const AZTEC_SIZES: readonly AztecLayers[] = /* @__PURE__ */ [
  ...Array.from({ length: 4 }, (_, at) => aztecLayers(at + 1, true)),
  ...Array.from({ length: 29 }, (_, at) => aztecLayers(at + 4, false)),
];

function aztecLayers(layers: number, isCompact: boolean): AztecLayers {
  const wordSize = wordSizeOf(layers);
  const bits = ((isCompact ? 88 : 112) + 16 * layers) * layers;
  const words = Math.floor(bits / wordSize);
  // At most 56 in a compact symbol, whose mode message counts up to 64 (7.2.2).
  return { isCompact, layers, wordSize, words, bits, dataWords: words - Math.round(words * 0.23) - 3 };
}

/** ISO/IEC 24778:2008, 7.1.2. */
function wordSizeOf(layers: number): number {
  if (layers <= 2) return 6;
  if (layers <= 8) return 8;
  return layers <= 22 ? 10 : 12;
}
