import { type ImageFacts, type Localizer, type PassFiles, readImageFacts } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import { decodePicture } from "../picture/decode-picture.ts";
import { plainMediaType } from "../picture/drawn-as-is.ts";
import { encodePng } from "../picture/encode-png.ts";
import { PICTURE_FAULTS, type Picture, type PictureProblem } from "../picture/picture.ts";
import { PICTURE_LIMITS, pixelLimit } from "../picture/picture-limits.ts";
import type { PixelBudget } from "../picture/pixel-budget.ts";
import { release } from "../picture/release.ts";
import type { SceneClip, SceneImage } from "../scene/scene.ts";
import { roundedBox } from "./geometry.ts";

/** A picture of a pass, ready to be put into a scene. */
export interface FacePicture {
  readonly mediaType: "image/png" | "image/jpeg";
  readonly bytes: Uint8Array;
  readonly pixels: { readonly width: number; readonly height: number };
  /** Points of the picture at its own scale. */
  readonly width: number;
  readonly height: number;
}

/** Where pictures come from. */
export interface PictureSource {
  readonly files: PassFiles;
  readonly localizer: Localizer;
  readonly scale: 1 | 2 | 3;
  readonly report: (finding: DrawFinding) => void;
  readonly budget: PixelBudget;
}

type ImageReading = Pick<PictureSource, "budget" | "report">;

/** What a pixel costs, in those of a PNG: one that is written anew is decoded by slower code, compressed, and read again. */
const COST = { png: 1, jpeg: 2, anew: 3 } as const;

/** Order in which the scales are tried: the wanted one, then larger ones, then smaller ones. */
const SCALES: Readonly<Record<1 | 2 | 3, readonly (1 | 2 | 3)[]>> = { 1: [1, 2, 3], 2: [2, 3, 1], 3: [3, 2, 1] };

/** A file of a pass that holds an image. */
export interface FoundImage {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Pixels for a point. */
  readonly scale: number;
}

/** The file of an image in the best scale there is; null when the pass has none. */
export function findImage(name: string, { files, localizer, scale }: PictureSource): FoundImage | null {
  for (const tried of SCALES[scale]) {
    const path = localizer.file(tried === 1 ? `${name}.png` : `${name}@${tried}x.png`);
    const bytes = path === null ? undefined : files.get(path);
    if (path !== null && bytes !== undefined) return { path, bytes, scale: tried };
  }
  return null;
}

/**
 * An image of the pass. PNG and JPEG that are whole go into the scene as they are; what only phones can read (Apple's own
 * PNG, WebP under a wrong name) or is damaged is decoded and written anew. Null, and a finding, when it cannot be read.
 */
export async function readFacePicture(name: string, source: PictureSource): Promise<FacePicture | null> {
  const found = findImage(name, source);
  if (found === null) return null;
  return readPicture(found, source);
}

/** A file as a picture for a scene. */
export async function readPicture(found: FoundImage, source: ImageReading): Promise<FacePicture | null> {
  const { bytes, scale } = found;
  const facts = readImageFacts(bytes);
  const cost = costOf(facts);
  const excess = overBudget(facts, cost, source);
  if (excess !== null) return leaveOut(found, excess, source);
  const mediaType = facts === null ? null : plainMediaType(bytes, facts);
  if (facts !== null && mediaType !== null) {
    const { width, height } = facts;
    return { mediaType, bytes, pixels: { width, height }, width: width / scale, height: height / scale };
  }
  const again = overBudget(facts, COST.anew - cost, source);
  if (again !== null) return leaveOut(found, again, source);
  const result = await decodePicture(bytes);
  if (result.picture === null) return leaveOut(found, result, source);
  const { width, height } = result.picture;
  const written = encodePng(result.picture);
  release(result.picture.rgba);
  return { mediaType: "image/png", bytes: written, pixels: { width, height }, width: width / scale, height: height / scale };
}

/** The pixels of a file, for a drawing that changes them; null, and a finding, when it cannot be read. */
export async function readPixels(found: FoundImage, source: ImageReading): Promise<Picture | null> {
  const facts = readImageFacts(found.bytes);
  const excess = overBudget(facts, costOf(facts), source);
  if (excess !== null) return leaveOut(found, excess, source);
  const result = await decodePicture(found.bytes);
  return result.picture ?? leaveOut(found, result, source);
}

/** What each pixel of a file costs if it can be drawn as it is. */
function costOf(facts: ImageFacts | null): number {
  return facts?.format === "png" ? COST.png : facts?.format === "jpeg" ? COST.jpeg : COST.anew;
}

/** What a picture costs is taken; one that is refused for its own size costs nothing. */
function overBudget(facts: ImageFacts | null, times: number, { budget }: ImageReading): PictureProblem | null {
  const isFitting = facts !== null && facts.width * facts.height <= pixelLimit(facts.format, PICTURE_LIMITS);
  return isFitting ? budget.take(facts, times) : null;
}

function leaveOut({ path }: FoundImage, { fault, detail }: PictureProblem, { report }: ImageReading): null {
  report({
    rule: "image-unreadable",
    where: { file: path },
    params: { file: path, reason: `${PICTURE_FAULTS[fault]} ${detail}` },
  });
  return null;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture stretched over a box. */
export function pictureNode({ mediaType, bytes, pixels }: FacePicture, box: Box, label: string): SceneImage {
  return { kind: "image", ...box, mediaType, bytes, pixels, label, role: "img" };
}

/** A picture that covers a box, centred, what hangs over cut off. */
export function coverNode(picture: FacePicture, box: Box, label: string, radius = 0): SceneClip {
  const scale = Math.max(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const placed = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  return {
    kind: "clip",
    data: roundedBox(box.x, box.y, box.width, box.height, radius),
    nodes: [pictureNode(picture, placed, label)],
  };
}

/** Size of a picture that is no larger than its own and than the box. */
export function containIn({ width, height }: FacePicture, maxWidth: number, maxHeight: number): { width: number; height: number } {
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  return { width: width * scale, height: height * scale };
}
