import type { FontFace } from "../../text/font-face.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { fingerprint } from "../file/fingerprint.ts";
import { array, byteString, dict, ref, textString } from "../file/pdf-syntax.ts";
import { type BuiltGlyph, buildTrueType, clampAdvance } from "./build-true-type.ts";
import { type ClusterPart, joinOutlines } from "./run-clusters.ts";
import { toUnicodeMap } from "./to-unicode-map.ts";

/** A font of the file: it holds the glyphs that were asked for, and no others. */
export interface BookFont {
  /** Its name in the resources. */
  readonly name: string;
  readonly face: FontFace;
  /** The code that shows glyphs which together stand for these characters. */
  codeOf(parts: readonly ClusterPart[], text: string): number;
  /** Width of what a code shows, thousandths of the em. */
  widthOf(code: number): number;
}

/** The fonts of a file. */
export interface FontBook {
  fontOf(face: FontFace): BookFont;
  /** Writes the fonts; names and references for the resources. */
  finish(file: PdfFile): Readonly<Record<string, string>>;
}

interface Entry extends BookFont {
  readonly glyphs: BuiltGlyph[];
  readonly texts: string[];
}

/** A code has two bytes. */
const MOST_GLYPHS = 65_535;

export function createFontBook(): FontBook {
  const entries = new Map<string, Entry>();
  return {
    fontOf(face) {
      const known = entries.get(face.id);
      if (known !== undefined) return known;
      const entry = createEntry(face, `F${entries.size + 1}`);
      entries.set(face.id, entry);
      return entry;
    },
    finish: (file) => Object.fromEntries(Array.from(entries.values(), (entry) => [entry.name, ref(writeFont(file, entry))])),
  };
}

function createEntry(face: FontFace, name: string): Entry {
  const codes = new Map<string, number>();
  const glyphs: BuiltGlyph[] = [{ outline: { commands: "", coordinates: [] }, advance: face.unitsPerEm / 2 }];
  const texts = [""];
  return {
    name,
    face,
    glyphs,
    texts,
    codeOf(parts, text) {
      // What stands for different characters in two places is two glyphs here: a copy of its outline keeps its text apart. What is
      // one to the reader, a letter with its marks, is one glyph: so no reader has to put it together.
      const key = `${parts.map(({ id, x, y }) => `${id},${x},${y}`).join(" ")} ${text}`;
      const known = codes.get(key);
      if (known !== undefined) return known;
      if (glyphs.length > MOST_GLYPHS) return 0;
      const advance = parts.reduce((sum, part) => sum + clampAdvance(part.advance), 0);
      const code = glyphs.push({ outline: joinOutlines(parts, (id) => face.outlineOf(id)), advance }) - 1;
      texts.push(text);
      codes.set(key, code);
      return code;
    },
    widthOf: (code) => widthOf(glyphs[code]?.advance ?? 0, face),
  };
}

function widthOf(advance: number, { unitsPerEm }: FontFace): number {
  return (clampAdvance(advance) * 1000) / unitsPerEm;
}

/** Symbolic: its codes are its own (ISO 32000-1, 9.8.2). */
const SYMBOLIC = 4;

/** A composite font whose codes are its glyphs' numbers (9.7). */
function writeFont(file: PdfFile, { face, glyphs, texts }: Entry): number {
  const { unitsPerEm, weight } = face;
  const em = (units: number): number => Math.round((units * 1000) / unitsPerEm);
  const { bytes, box } = buildTrueType(glyphs, unitsPerEm);
  const name = `/${subsetTag(bytes)}+${postScriptName(face)}`;
  const descriptor = file.add(
    dict({
      Type: "/FontDescriptor",
      FontName: name,
      FontFamily: textString(face.family),
      FontWeight: weight,
      Flags: SYMBOLIC,
      FontBBox: array([em(box.xMin), em(box.yMin), em(box.xMax), em(box.yMax)]),
      ItalicAngle: 0,
      Ascent: em(box.yMax),
      Descent: em(box.yMin),
      CapHeight: em(face.capHeight),
      StemV: 50 + Math.round(weight / 10),
      FontFile2: ref(file.addStream({ Length1: String(bytes.length) }, bytes)),
    }),
  );
  const widths = glyphs.map(({ advance }) => widthOf(advance, face));
  const descendant = file.add(
    dict({
      Type: "/Font",
      Subtype: "/CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: dict({ Registry: byteString("Adobe"), Ordering: byteString("Identity"), Supplement: 0 }),
      FontDescriptor: ref(descriptor),
      CIDToGIDMap: "/Identity",
      DW: 0,
      W: array([0, array(widths)]),
    }),
  );
  return file.add(
    dict({
      Type: "/Font",
      Subtype: "/Type0",
      BaseFont: name,
      Encoding: "/Identity-H",
      DescendantFonts: array([ref(descendant)]),
      ToUnicode: ref(file.addStream({}, toUnicodeMap(texts))),
    }),
  );
}

/** Six letters that tell subsets apart (9.6.4). */
function subsetTag(bytes: Uint8Array): string {
  const hex = fingerprint([bytes]);
  return Array.from({ length: 6 }, (_, index) =>
    String.fromCharCode(65 + (Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % 26)),
  ).join("");
}

function postScriptName({ family, weight, id }: FontFace): string {
  const plain = family.replaceAll(/[^A-Za-z0-9]/gu, "").slice(0, 40);
  return `${plain === "" ? id.replaceAll(/[^A-Za-z0-9-]/gu, "") : plain}-${weight}`;
}
