import type { GlyphOutline } from "../../text/font-face.ts";
import type { SceneGlyph, SceneGlyphRun } from "../../scene/scene.ts";
import { loadBidi } from "../../text/bidi.ts";

/** What is shown for some characters that belong together: a letter, a ligature, a letter with its marks. */
export interface RunCluster {
  readonly text: string;
  /** Against the run's origin, points, y down. */
  readonly x: number;
  readonly y: number;
  readonly parts: readonly ClusterPart[];
}

/** A glyph and where it stands in its cluster, in units of the font, y up. */
export interface ClusterPart {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
}

/** The clusters of a run as they are seen, from left to right, each with its characters. */
export function runClusters(run: SceneGlyphRun): readonly RunCluster[] {
  const members = new Map<number, { pen: number; glyphs: SceneGlyph[] }>();
  let pen = 0;
  for (const glyph of run.glyphs) {
    const known = members.get(glyph.cluster);
    if (known === undefined) members.set(glyph.cluster, { pen, glyphs: [glyph] });
    else known.glyphs.push(glyph);
    pen += glyph.advance;
  }
  const starts = [...members.keys()].toSorted((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? run.text.length]));
  return Array.from(members, ([start, { pen: left, glyphs }]) => {
    const text = asSeen(run.text.slice(start, ends.get(start)), run.direction);
    return toCluster(text, left, glyphs, run);
  });
}

function toCluster(text: string, pen: number, glyphs: readonly SceneGlyph[], { font, size }: SceneGlyphRun): RunCluster {
  const [first] = glyphs;
  if (first !== undefined && glyphs.length === 1) {
    return { text, x: first.x, y: first.y, parts: [{ id: first.id, x: 0, y: 0, advance: font.advanceOf(first.id) }] };
  }
  const toUnits = (points: number): number => Math.round((points * font.unitsPerEm) / size);
  const parts = glyphs.map(({ id, x, y, advance }) => ({ id, x: toUnits(x - pen), y: toUnits(-y), advance: toUnits(advance) }));
  return { text, x: pen, y: 0, parts };
}

/**
 * The characters as they are seen from left to right: readers turn round what runs from right to left, a letter and its vowel sign
 * too. There, brackets are shown as their counterparts, and the run says which: the text has the others.
 */
function asSeen(text: string, direction: SceneGlyphRun["direction"]): string {
  if (direction === "ltr") return text;
  const bidi = loadBidi();
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character)
    .toReversed()
    .join("");
}

/** The outlines of a cluster as that of one glyph. */
export function joinOutlines(parts: readonly ClusterPart[], outlineOf: (glyph: number) => GlyphOutline): GlyphOutline {
  const outlines = parts.map(({ id, x, y }) => {
    const { commands, coordinates } = outlineOf(id);
    const isMoved = x !== 0 || y !== 0;
    return { commands, coordinates: isMoved ? coordinates.map((value, index) => value + (index % 2 === 0 ? x : y)) : coordinates };
  });
  return {
    commands: outlines.map(({ commands }) => commands).join(""),
    coordinates: outlines.flatMap(({ coordinates }) => coordinates),
  };
}
