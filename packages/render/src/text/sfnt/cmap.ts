/**
 * Reads a font's map from characters to glyphs, of the kind for the basic plane (format 4).
 * Source: OpenType 1.9.1, "cmap".
 */
export function readCmap(table: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const subtable = findFormat4(table);
  if (subtable === null) return glyphs;
  const segments = table.getUint16(subtable + 6) / 2;
  const ends = subtable + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let index = 0; index < segments; index += 1) {
    const end = table.getUint16(ends + index * 2);
    const start = table.getUint16(starts + index * 2);
    const delta = table.getUint16(deltas + index * 2);
    const range = table.getUint16(ranges + index * 2);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : table.getUint16(ranges + index * 2 + range + (code - start) * 2);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

function findFormat4(table: DataView): number | null {
  const count = table.getUint16(2);
  for (let index = 0; index < count; index += 1) {
    const offset = table.getUint32(4 + index * 8 + 4);
    if (table.getUint16(offset) === 4) return offset;
  }
  return null;
}
