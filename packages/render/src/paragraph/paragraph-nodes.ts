import { textNodes } from "../layout/text-nodes.ts";
import type { SceneColour, SceneLink, SceneNode } from "../scene/scene.ts";
import type { Mark, ParagraphLine } from "./lay-paragraphs.ts";

/** Where lines are written, and how. */
export interface LinesPlace {
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  /** Of the room in which lines stand left, right or in the middle. */
  readonly width: number;
  readonly size: number;
  readonly lineHeight: number;
  /** `natural`: at the side where reading begins. */
  readonly align: "natural" | "center";
  readonly colour: SceneColour;
  readonly linkColour: SceneColour;
}

/** A stretch of text that may lead somewhere. */
export interface LinkMark extends Mark {
  readonly href: string | null;
}

/** From the middle of a line down to the baseline, in em: its capitals stand in the middle. */
const CAPITALS = 0.36;

/** Lines of text as nodes. What is marked has the links' colour, and is a link where it leads somewhere. */
export function paragraphNodes(lines: readonly ParagraphLine<LinkMark>[], place: LinesPlace): SceneNode[] {
  const { x, y, width, size, lineHeight, colour, linkColour } = place;
  return lines.flatMap((line, index) => {
    const left = x + offset(line, width, place.align);
    const top = y + index * lineHeight;
    const baseline = top + lineHeight / 2 + size * CAPITALS;
    return line.pieces.flatMap((piece): SceneNode[] => {
      const fill = piece.mark === null ? colour : linkColour;
      const nodes = textNodes(piece.line, left + piece.x, baseline, size, fill);
      const href = piece.mark?.href ?? null;
      if (href === null) return nodes;
      return [linkNode(href, piece.line.text, { x: left + piece.x, y: top, width: piece.width, height: lineHeight }, nodes)];
    });
  });
}

/** Nodes that lead somewhere. */
export function linkNode(
  href: string,
  label: string,
  box: Pick<SceneLink, "x" | "y" | "width" | "height">,
  nodes: readonly SceneNode[],
): SceneLink {
  return { kind: "link", href, label, ...box, nodes };
}

function offset({ width: own, direction }: ParagraphLine<Mark>, width: number, align: LinesPlace["align"]): number {
  if (align === "center") return (width - own) / 2;
  return direction === "rtl" ? width - own : 0;
}
