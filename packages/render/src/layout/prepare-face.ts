import { type JsonObject, parseW3cDate, type PassPackage, type PassStyle, STYLES } from "@passwright/pass";
import { type DrawOptions, FACE_WIDTHS } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { DrawFinding } from "../findings.ts";
import type { Canvas } from "./canvas.ts";
import { type Backdrop, readBackdrop } from "./backdrop.ts";
import { BLACK, readFaceColours } from "./face-colours.ts";
import { endWords, type PassEnd } from "./end-words.ts";
import { type FieldReader, readLine } from "./face-fields.ts";
import { type Face, type FacePictures, NO_PICTURES } from "./face.ts";
import { type PictureSource, readFacePicture } from "./face-picture.ts";
import { PixelBudget } from "../picture/pixel-budget.ts";
import { openReading } from "./open-reading.ts";
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

/** Reads all that a drawing of a pass needs: fonts, fields, pictures, colours. */
export async function prepareFace(
  pass: PassPackage,
  style: PassStyle,
  images: readonly (keyof FacePictures)[],
  options: DrawOptions,
  onPicture = false,
): Promise<PreparedFace> {
  const width = faceWidth(options);
  const { findings, report, type, localizer, language, translate, format } = await openReading(pass, options);
  const { data, files } = pass;
  const source: PictureSource = { files, localizer, scale: options.scale ?? 3, report, budget: new PixelBudget() };
  const [pictures, backdrop] = await Promise.all([readPictures(images, source), readBackdrop(style, images, source, width)]);
  const reader: FieldReader = { format, translate, report };
  const face = readFace(data, style, pictures, reader, readEnd(data, language, options));
  const colours = readFaceColours(data, backdrop?.average ?? (onPicture ? BLACK : null), report);
  const toCapitals = (text: string): string => text.toLocaleUpperCase(language);
  const title = [data["organizationName"], data["description"]]
    .flatMap((text) => (typeof text === "string" ? readLine(translate(text), ["description"], { report: ignore }) : []))
    .filter((text) => text !== "")
    .join(", ");
  const canvas: Canvas = { width, colours, type, report, nodes: [], lines: [], toCapitals };
  return { face, canvas, backdrop, language, title, findings };
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

async function readPictures(names: readonly (keyof FacePictures)[], source: PictureSource): Promise<FacePictures> {
  const read = await Promise.all(names.map(async (name) => [name, await readFacePicture(name, source)] as const));
  return { ...NO_PICTURES, ...Object.fromEntries(read) };
}

/** What a pass that is voided, or beyond its expiration date, says of that in a language; null for the others. */
export function readEnd(
  pass: JsonObject,
  language: string,
  { now, endWords: own }: Pick<DrawOptions, "now" | "endWords">,
): string | null {
  const end = findEnd(pass, now ?? null);
  return end === null ? null : endWords(end, language, own);
}

function findEnd({ voided, expirationDate }: JsonObject, now: Date | null): PassEnd | null {
  if (voided === true) return "voided";
  if (now === null || typeof expirationDate !== "string") return null;
  const end = parseW3cDate(expirationDate);
  return end.ok && end.date.getTime() < now.getTime() ? "expired" : null;
}

/** Pictures that a style's face can show. */
export function picturesOf(style: PassStyle): readonly (keyof FacePictures)[] {
  const drawn = new Set<string>(STYLES[style].images);
  return (Object.keys(NO_PICTURES) as (keyof FacePictures)[]).filter((name) => drawn.has(name) && name !== "background");
}
