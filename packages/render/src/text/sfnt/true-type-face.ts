import type { FontFace, GlyphOutline } from "../font-face.ts";
import { readCmap } from "./cmap.ts";
import { type GlyphTable, readOutline } from "./glyf.ts";
import { readPairKerning } from "./pair-kerning.ts";
import { readSfntTables, type SfntTables } from "./sfnt-tables.ts";
import { RenderError } from "../../errors.ts";

/** What a file does not say of itself. */
export interface FaceIdentity {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
}

/**
 * A font of ours as a face: TrueType outlines, widths and pair kerning, no substitution. It is for the subsets that this
 * package ships; fonts of others go through HarfBuzz.
 *
 * @throws {RenderError} `ERR_RENDER_FONT_INVALID`.
 */
export function createTrueTypeFace(bytes: Uint8Array, identity: FaceIdentity): FontFace {
  const tables = readSfntTables(bytes);
  const head = tableOf(tables, "head");
  const unitsPerEm = head.getUint16(18);
  const cmap = readCmap(tableOf(tables, "cmap"));
  const hmtx = tableOf(tables, "hmtx");
  const longMetrics = tableOf(tables, "hhea").getUint16(34);
  const outlines: GlyphTable = {
    glyf: tableOf(tables, "glyf"),
    loca: tableOf(tables, "loca"),
    longOffsets: head.getUint16(50) === 1,
  };
  const os2 = tableOf(tables, "OS/2");
  const gpos = tables.get("GPOS");
  const kern = gpos === undefined ? () => 0 : readPairKerning(gpos);
  const pairs = new Map<number, number>();
  const drawn = new Map<number, GlyphOutline>();
  return {
    ...identity,
    bytes,
    unitsPerEm,
    capHeight: os2.getInt16(88),
    glyphOf: (codePoint) => cmap.get(codePoint) ?? 0,
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4),
    kerningOf: (left, right) => remember(pairs, left * 65_536 + right, () => kern(left, right)),
    outlineOf: (glyph) => remember(drawn, glyph, () => readOutline(outlines, glyph)),
  };
}

function tableOf(tables: SfntTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new RenderError("ERR_RENDER_FONT_INVALID", `The font has no table ${JSON.stringify(tag)}.`);
  return table;
}

function remember<Value>(known: Map<number, Value>, key: number, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
