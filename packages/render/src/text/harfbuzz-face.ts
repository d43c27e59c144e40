import type { SceneFontPack } from "./font-pack.ts";
import type { GlyphOutline } from "./font-face.ts";
import { RenderError } from "../errors.ts";
import { readSfntTables } from "./sfnt/sfnt-tables.ts";
import { toSfnt } from "./sfnt/read-woff.ts";
import type { ShapingFace } from "./shaping-face.ts";

/**
 * A font of the caller's as a face, set by HarfBuzz, which is loaded when the first such font comes (about 190 KB packed):
 * joined and stacked scripts need the font's own rules.
 *
 * @throws {RenderError} `ERR_RENDER_FONT_INVALID`.
 */
export async function createHarfBuzzFace(pack: SceneFontPack, index: number): Promise<ShapingFace> {
  const known = OPENED.get(pack);
  if (known !== undefined) return { ...(await known), id: `pack-${index}` };
  const opened = openPack(pack);
  OPENED.set(pack, opened);
  try {
    return { ...(await opened), id: `pack-${index}` };
  } catch (error) {
    OPENED.delete(pack);
    throw error;
  }
}

/**
 * Fonts by the caller's own objects: a font of all ideographs takes 40 to 90 ms to unpack and megabytes of HarfBuzz's memory. They
 * are the caller's to keep: what nobody holds any more goes.
 */
const OPENED = new WeakMap<SceneFontPack, Promise<Omit<ShapingFace, "id">>>();

async function openPack(pack: SceneFontPack): Promise<Omit<ShapingFace, "id">> {
  const bytes = await toSfnt(pack.bytes);
  // Read once by our own eyes: HarfBuzz makes an empty font of whatever it does not know.
  if (readSfntTables(bytes).size === 0) throw new RenderError("ERR_RENDER_FONT_INVALID");
  const harfbuzz = await import("harfbuzzjs");
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes), 0);
  const font = new harfbuzz.Font(face);
  const outlines = new Map<number, GlyphOutline>();
  return {
    family: pack.name,
    weight: pack.weight ?? 400,
    bytes,
    isTracked: false,
    unitsPerEm: face.upem,
    capHeight: face.upem * 0.7,
    glyphOf: (codePoint) => font.nominalGlyph(codePoint) ?? 0,
    advanceOf: (glyph) => font.glyphHAdvance(glyph),
    kerningOf: () => 0,
    outlineOf(glyph) {
      const known = outlines.get(glyph);
      if (known !== undefined) return known;
      const path = font.glyphToJson(glyph);
      const outline = { commands: path.map(({ type }) => type).join(""), coordinates: path.flatMap(({ values }) => values) };
      outlines.set(glyph, outline);
      return outline;
    },
    shape(text, direction) {
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(direction === "rtl" ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
      harfbuzz.shape(font, buffer);
      return buffer.getGlyphInfosAndPositions().map(({ codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
        id: codepoint,
        dx: xOffset,
        dy: yOffset,
        advance: xAdvance,
        cluster,
      }));
    },
  };
}
