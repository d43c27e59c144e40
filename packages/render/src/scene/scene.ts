import type { FontFace } from "../text/font-face.ts";

/**
 * What is drawn, as data: a frozen tree that every output (SVG, PDF, PNG) walks. Lengths are points, x to the right, y down,
 * the origin at the top left of the face. Nodes are painted in order, later ones above earlier ones.
 *
 * @example
 * ```ts
 * const { scene } = await drawFront(pass, { locale: "en", timeZone: "UTC" });
 * console.log(scene.width, scene.height, scene.nodes.length);
 * ```
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** A short name of the picture: the pass's kind and whose it is. */
  readonly title: string;
  /** Everything written on the face, in reading order, one line per text. */
  readonly description: string;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  readonly nodes: readonly SceneNode[];
}

/** One thing to paint. */
export type SceneNode = SceneRect | ScenePath | SceneImage | SceneGlyphRun | SceneClip | SceneGroup | SceneLink;

/** A colour: components 0 to 255, alpha 0 to 1. */
export interface SceneColour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** A gradient along a line, in the scene's points. */
export interface SceneGradient {
  readonly kind: "linear";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Offsets 0 to 1, rising. */
  readonly stops: readonly { readonly offset: number; readonly colour: SceneColour }[];
}

export type ScenePaint = SceneColour | SceneGradient;

/** What a node says to someone who does not see it. */
export interface SceneAccess {
  readonly label?: string;
  readonly role?: "img" | "text" | "presentation";
}

/** A rectangle, with round corners where `radius` is more than 0. */
export interface SceneRect extends SceneAccess {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: ScenePaint;
}

/**
 * An outline as SVG path data of absolute commands M, L, Q, C and Z alone, filled by the nonzero rule, or stroked.
 */
export interface ScenePath extends SceneAccess {
  readonly kind: "path";
  readonly data: string;
  readonly fill: ScenePaint | null;
  readonly stroke: { readonly colour: SceneColour; readonly width: number } | null;
}

/** A picture stretched over a box. What hangs out of its frame is cut by a {@link SceneClip} around it. */
export interface SceneImage extends SceneAccess {
  readonly kind: "image";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly mediaType: "image/png" | "image/jpeg";
  readonly bytes: Uint8Array;
  /** Size in pixels. */
  readonly pixels: { readonly width: number; readonly height: number };
}

/** Glyphs of one font and size on one baseline, in visual order, left to right. */
export interface SceneGlyphRun extends SceneAccess {
  readonly kind: "glyphs";
  readonly font: FontFace;
  readonly size: number;
  /** The origin of the run: left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fill: SceneColour;
  readonly glyphs: readonly SceneGlyph[];
  /** The characters that the glyphs stand for, in logical order. */
  readonly text: string;
  readonly direction: "ltr" | "rtl";
}

export interface SceneGlyph {
  readonly id: number;
  /** Place against the run's origin, points; y down. */
  readonly x: number;
  readonly y: number;
  /** Points to the next glyph. */
  readonly advance: number;
  /** Where the characters of this glyph begin in the run's text, UTF-16 units. */
  readonly cluster: number;
}

/** Children that show only inside an outline (data as in {@link ScenePath}). */
export interface SceneClip extends SceneAccess {
  readonly kind: "clip";
  readonly data: string;
  readonly nodes: readonly SceneNode[];
}

/** Children that are painted together with one opacity, 0 to 1. */
export interface SceneGroup extends SceneAccess {
  readonly kind: "group";
  readonly opacity: number;
  readonly nodes: readonly SceneNode[];
}

/** Children that lead somewhere: what can be tapped is the box. Outputs that have links (PDF) make one of it. */
export interface SceneLink extends SceneAccess {
  readonly kind: "link";
  /** An absolute URL of one of the schemes in {@link LINK_SCHEMES}; never another one. */
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}

/** Schemes that a link in a scene can have: none of them runs anything or reads a file. */
export const LINK_SCHEMES = ["http", "https", "mailto", "maps", "sms", "tel"] as const;
