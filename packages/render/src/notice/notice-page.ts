import { coverNode, type FacePicture } from "../layout/face-picture.ts";
import { layParagraphs, type ParagraphLine } from "../paragraph/lay-paragraphs.ts";
import { type LinkMark, paragraphNodes } from "../paragraph/paragraph-nodes.ts";
import type { SceneColour, SceneNode } from "../scene/scene.ts";
import type { Typesetter, TextWeight } from "../text/typesetter.ts";

/** A notice, read: its texts can be drawn. */
export interface NoticeText {
  readonly kind: "update" | "relevance";
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly moment: string;
  readonly icon: FacePicture | null;
}

/** What a notice becomes. */
export interface NoticePicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}

/** How a text of a notice is written. */
export interface NoticeStyle {
  readonly weight: TextWeight;
  readonly size: number;
  readonly line: number;
  readonly mostLines: number;
  readonly align: "natural" | "center";
  readonly colour: SceneColour;
}

/** A text in its lines, before it is known where it stands. */
export interface NoticeBlock {
  readonly height: number;
  readonly paint: (x: number, y: number) => SceneNode[];
}

/** Sets a text of a notice; what is too long ends in "…", as on the phone. */
export function noticeBlock(type: Typesetter, text: string, width: number, style: NoticeStyle): NoticeBlock {
  const { weight, size, line, mostLines, align, colour } = style;
  const lines: readonly ParagraphLine<LinkMark>[] =
    text === "" ? [] : layParagraphs<LinkMark>(type, text, [], { weight, size, width, maxLines: mostLines }).lines;
  const common = { width, size, lineHeight: line, align, colour, linkColour: colour };
  return { height: lines.length * line, paint: (x, y) => paragraphNodes(lines, { ...common, x, y }) };
}

/** The icon of a pass, or the grey square that stands for one. */
export function iconNode(icon: FacePicture | null, x: number, y: number, side: number, radius: number): SceneNode {
  if (icon !== null) return coverNode(icon, { x, y, width: side, height: side }, "icon", radius);
  const fill = { r: 142, g: 142, b: 147, a: 1 };
  return { kind: "rect", x, y, width: side, height: side, radius, fill, role: "presentation" };
}
