/** How far two glyphs move together (negative) or apart; 0 for most. */
export type PairKerning = (left: number, right: number) => number;

/** One subtable: the adjustment, or null when it says nothing of the pair, and the next one is asked. */
type Subtable = (left: number, right: number) => number | null;

/**
 * Reads the pair adjustments of a font: every lookup of type 2 (the font is subset to the feature `kern`), also those
 * behind an extension.
 * Source: OpenType 1.9.1, "GPOS".
 */
export function readPairKerning(gpos: DataView): PairKerning {
  const lookups = readLookups(gpos);
  return (left, right) => {
    let total = 0;
    for (const lookup of lookups) {
      for (const subtable of lookup) {
        const value = subtable(left, right);
        if (value === null) continue;
        total += value;
        break;
      }
    }
    return total;
  };
}

function readLookups(gpos: DataView): Subtable[][] {
  const list = gpos.getUint16(8);
  const lookups: Subtable[][] = [];
  for (let index = 0; index < gpos.getUint16(list); index += 1) {
    const lookup = list + gpos.getUint16(list + 2 + index * 2);
    const type = gpos.getUint16(lookup);
    const subtables: Subtable[] = [];
    for (let each = 0; each < gpos.getUint16(lookup + 4); each += 1) {
      const offset = lookup + gpos.getUint16(lookup + 6 + each * 2);
      const extended = type === 9 && gpos.getUint16(offset + 2) === 2;
      if (type === 2) subtables.push(readPairs(gpos, offset));
      else if (extended) subtables.push(readPairs(gpos, offset + gpos.getUint32(offset + 4)));
    }
    lookups.push(subtables);
  }
  return lookups;
}

function readPairs(gpos: DataView, at: number): Subtable {
  const coverage = readCoverage(gpos, at + gpos.getUint16(at + 2));
  const first = gpos.getUint16(at + 4);
  const second = gpos.getUint16(at + 6);
  const size1 = bitCount(first) * 2;
  const size = size1 + bitCount(second) * 2;
  // XAdvance stands behind XPlacement and YPlacement where those are given.
  const place = (first & 4) === 0 ? null : bitCount(first & 3) * 2;
  if (place === null) return () => null;
  if (gpos.getUint16(at) === 1) {
    return (left, right) => {
      const index = coverage.get(left);
      if (index === undefined) return null;
      const set = at + gpos.getUint16(at + 10 + index * 2);
      for (let pair = 0; pair < gpos.getUint16(set); pair += 1) {
        const record = set + 2 + pair * (2 + size);
        if (gpos.getUint16(record) === right) return gpos.getInt16(record + 2 + place);
      }
      return null;
    };
  }
  const classes1 = readClasses(gpos, at + gpos.getUint16(at + 8));
  const classes2 = readClasses(gpos, at + gpos.getUint16(at + 10));
  const columns = gpos.getUint16(at + 14);
  return (left, right) => {
    if (!coverage.has(left)) return null;
    const cell = (classes1.get(left) ?? 0) * columns + (classes2.get(right) ?? 0);
    return gpos.getInt16(at + 16 + cell * size + place);
  };
}

function bitCount(format: number): number {
  let count = 0;
  for (let bits = format; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function readCoverage(gpos: DataView, at: number): ReadonlyMap<number, number> {
  const indexes = new Map<number, number>();
  const count = gpos.getUint16(at + 2);
  if (gpos.getUint16(at) === 1) {
    for (let index = 0; index < count; index += 1) indexes.set(gpos.getUint16(at + 4 + index * 2), index);
    return indexes;
  }
  for (let range = 0; range < count; range += 1) {
    const [start, end, index] = [0, 2, 4].map((part) => gpos.getUint16(at + 4 + range * 6 + part)) as [number, number, number];
    for (let glyph = start; glyph <= end; glyph += 1) indexes.set(glyph, index + glyph - start);
  }
  return indexes;
}

function readClasses(gpos: DataView, at: number): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  if (gpos.getUint16(at) === 1) {
    const start = gpos.getUint16(at + 2);
    for (let index = 0; index < gpos.getUint16(at + 4); index += 1) classes.set(start + index, gpos.getUint16(at + 6 + index * 2));
    return classes;
  }
  for (let range = 0; range < gpos.getUint16(at + 2); range += 1) {
    const [start, end, value] = [0, 2, 4].map((part) => gpos.getUint16(at + 4 + range * 6 + part)) as [number, number, number];
    for (let glyph = start; glyph <= end; glyph += 1) classes.set(glyph, value);
  }
  return classes;
}
