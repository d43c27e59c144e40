import { type JsonObject, parseW3cDate, type PassPackage, type PassStyle, STYLES } from "@passwright/pass";
import { type DrawOptions, FACE_WIDTHS } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { DrawFinding } from "../findings.ts";
import { formatFieldValue } from "../format/format-field-value.ts";
import { createTypesetter } from "../text/typesetter.ts";
import type { Canvas } from "./canvas.ts";
import { type Backdrop, readBackdrop } from "./backdrop.ts";
import { readFaceColours } from "./face-colours.ts";
import { type FieldReader, readLine } from "./face-fields.ts";
import { type Face, type FacePictures, NO_PICTURES } from "./face.ts";
import { type PictureSource, readFacePicture } from "./face-picture.ts";
import { readFace } from "./read-face.ts";

/** A face read from a pass, and an empty canvas for it. */
export interface PreparedFace {
  readonly face: Face;
  readonly canvas: Canvas;
  readonly backdrop: Backdrop | null;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  readonly title: string;
  readonly findings: DrawFinding[];
}

/** More findings than anyone reads: a hostile pass has thousands of faults. */
const MAX_FINDINGS = 200;

/** Reads all that a drawing of a pass needs: fonts, fields, pictures, colours. */
export async function prepareFace(
  pass: PassPackage,
  style: PassStyle,
  images: readonly (keyof FacePictures)[],
  options: DrawOptions,
): Promise<PreparedFace> {
  const width = faceWidth(options);
  const languages = readLanguages(options);
  const findings: DrawFinding[] = [];
  const report = (finding: DrawFinding): void => {
    if (findings.length < MAX_FINDINGS) findings.push(finding);
  };
  const type = await createTypesetter({
    packs: options.fonts ?? [],
    emoji: options.emoji ?? null,
    onMissing: (characters, text) => {
      const named = characters.slice(0, 8).map(nameCharacter).join(", ");
      report({ rule: "text-missing-glyphs", where: { file: "pass.json" }, params: { characters: named, text: text.slice(0, 80) } });
    },
  });
  const localizer = pass.localize(...languages);
  const { data, files } = pass;
  const [locale = "en-US"] = languages;
  const source: PictureSource = { files, localizer, scale: options.scale ?? 3, report };
  const [pictures, backdrop] = await Promise.all([readPictures(images, source), readBackdrop(style, images, source, width)]);
  const translate = localizer.text.bind(localizer);
  const clock = { locale, timeZone: options.timeZone ?? "UTC", now: options.now ?? null, translate };
  const format = (field: JsonObject): string =>
    formatFieldValue(field, options.formatter === undefined ? clock : { ...clock, formatter: options.formatter });
  const reader: FieldReader = { format, translate, report };
  const face = readFace(data, style, pictures, reader, isOver(data, options.now ?? null));
  const colours = readFaceColours(data, backdrop?.average ?? null, report);
  const toCapitals = (text: string): string => text.toLocaleUpperCase(locale);
  const title = [data["organizationName"], data["description"]]
    .flatMap((text) => (typeof text === "string" ? readLine(translate(text), ["description"], { report: ignore }) : []))
    .filter((text) => text !== "")
    .join(", ");
  const canvas: Canvas = { width, colours, type, report, nodes: [], lines: [], toCapitals };
  return { face, canvas, backdrop, language: locale, title, findings };
}

function ignore(): void {
  // Titles are not drawn: what is wrong with them is the checker's business.
}

/** @throws {RenderError} `ERR_RENDER_OPTION` */
function faceWidth({ screenWidth = 390 }: DrawOptions): number {
  const width: number | undefined = FACE_WIDTHS[screenWidth];
  if (width === undefined) throw new RenderError("ERR_RENDER_OPTION", `There is no phone ${String(screenWidth)} points wide.`);
  return width;
}

/** @throws {RenderError} `ERR_RENDER_OPTION` for a tag that is none. */
function readLanguages({ locale = "en-US", timeZone = "UTC" }: DrawOptions): readonly string[] {
  try {
    void new Intl.DateTimeFormat("en", { timeZone });
    return Intl.getCanonicalLocales(locale as string | string[]);
  } catch (error) {
    throw new RenderError("ERR_RENDER_OPTION", "The locale or the time zone is none.", { cause: error });
  }
}

async function readPictures(names: readonly (keyof FacePictures)[], source: PictureSource): Promise<FacePictures> {
  const read = await Promise.all(names.map(async (name) => [name, await readFacePicture(name, source)] as const));
  return { ...NO_PICTURES, ...Object.fromEntries(read) };
}

/** Voided, or beyond its expiration date. */
function isOver({ voided, expirationDate }: JsonObject, now: Date | null): boolean {
  if (voided === true) return true;
  if (now === null || typeof expirationDate !== "string") return false;
  const end = parseW3cDate(expirationDate);
  return end.ok && end.date.getTime() < now.getTime();
}

function nameCharacter(grapheme: string): string {
  const codes = [...grapheme].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return `${grapheme} (${codes.join(" ")})`;
}

/** Pictures that a style's face can show. */
export function picturesOf(style: PassStyle): readonly (keyof FacePictures)[] {
  const drawn = new Set<string>(STYLES[style].images);
  return (Object.keys(NO_PICTURES) as (keyof FacePictures)[]).filter((name) => drawn.has(name) && name !== "background");
}
