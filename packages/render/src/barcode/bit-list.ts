/** Bits in the order in which a symbol reads them, each 0 or 1. */
export type BitList = number[];

/** Appends the low `width` bits of a number, the highest first. */
export function pushBits(bits: BitList, value: number, width: number): void {
  for (let shift = width - 1; shift >= 0; shift -= 1) bits.push(Math.floor(value / 2 ** shift) % 2);
}

/** The bits as words of `width` bits; a last word that is short is filled with zeros. */
export function toWords(bits: readonly number[], width: number): number[] {
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += width) {
    let word = 0;
    for (let bit = 0; bit < width; bit += 1) word = word * 2 + (bits[at + bit] ?? 0);
    words.push(word);
  }
  return words;
}
