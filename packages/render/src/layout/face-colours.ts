import { type JsonObject, parseColour } from "@passwright/pass";
import type { DrawFinding } from "../findings.ts";
import { LABEL_MIX } from "../metrics.ts";
import type { SceneColour } from "../scene/scene.ts";

export const WHITE: SceneColour = { r: 255, g: 255, b: 255, a: 1 };
export const BLACK: SceneColour = { r: 0, g: 0, b: 0, a: 1 };

/** The three colours of a face. */
export interface FaceColours {
  readonly background: SceneColour;
  readonly foreground: SceneColour;
  readonly label: SceneColour;
}

/**
 * The colours of a pass. Without a background: white. Without a foreground: black or white, whichever stands out from what
 * is behind the text (`behind`, where a picture covers the background). Without a label colour: between the two.
 */
export function readFaceColours(pass: JsonObject, behind: SceneColour | null, report: (finding: DrawFinding) => void): FaceColours {
  const read = (key: string): SceneColour | null => {
    const text = pass[key];
    if (typeof text !== "string") return null;
    const colour = parseColour(text);
    if (colour !== null) return { r: colour.r, g: colour.g, b: colour.b, a: 1 };
    report({ rule: "colour-unreadable", where: { file: "pass.json", path: [key] }, params: { text: text.slice(0, 40) } });
    return null;
  };
  const background = read("backgroundColor") ?? WHITE;
  const ground = behind ?? background;
  const foreground = read("foregroundColor") ?? contrasting(ground);
  return { background, foreground, label: read("labelColor") ?? mix(foreground, ground, LABEL_MIX) };
}

/** Black or white. */
export function contrasting(ground: SceneColour): SceneColour {
  return luminance(ground) > 0.5 ? BLACK : WHITE;
}

/** 0 (black) to 1 (white), as it is seen. */
export function luminance({ r, g, b }: SceneColour): number {
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

export function mix(one: SceneColour, other: SceneColour, share: number): SceneColour {
  const part = (a: number, b: number): number => Math.round(a * share + b * (1 - share));
  return { r: part(one.r, other.r), g: part(one.g, other.g), b: part(one.b, other.b), a: 1 };
}
