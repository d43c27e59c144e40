import { layParagraphs } from "../paragraph/lay-paragraphs.ts";
import { linkNode, paragraphNodes } from "../paragraph/paragraph-nodes.ts";
import type { SceneColour, SceneNode } from "../scene/scene.ts";
import type { Typesetter } from "../text/typesetter.ts";
import { BACK, BACK_LABEL, BACK_SYSTEM, BACK_VALUES, type PageColours, SWITCH } from "./back-metrics.ts";
import type { BackField } from "./read-back-fields.ts";

/** A page of groups of rows, one below the other, and how far it is filled. */
export interface ListPage {
  readonly width: number;
  readonly colours: PageColours;
  readonly type: Typesetter;
  readonly nodes: SceneNode[];
  /** What is written, in reading order. */
  readonly lines: string[];
  y: number;
}

/** A row of a group. */
export interface ListRow {
  readonly height: number;
  /** Read aloud. */
  readonly text: string;
  readonly paint: (top: number) => readonly SceneNode[];
}

/** Draws rows in a group of their own: a sheet with round corners, and lines between the rows. */
export function drawGroup(page: ListPage, rows: readonly ListRow[]): void {
  if (rows.length === 0) return;
  const { margin, padding, radius, gap, hairline } = BACK;
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const { colours, nodes } = page;
  nodes.push({ kind: "rect", x: margin, y: page.y, width: page.width - 2 * margin, height, radius, fill: colours.cell });
  for (const [index, row] of rows.entries()) {
    if (index > 0) {
      const x = margin + padding;
      nodes.push({
        kind: "rect",
        x,
        y: page.y - hairline / 2,
        width: page.width - margin - x,
        height: hairline,
        radius: 0,
        fill: colours.hairline,
      });
    }
    nodes.push(...row.paint(page.y));
    page.lines.push(row.text);
    page.y += row.height;
  }
  page.y += gap;
}

/** Where the texts of rows stand. */
function textBox({ width }: ListPage): { readonly x: number; readonly width: number } {
  const x = BACK.margin + BACK.padding;
  return { x, width: width - 2 * x };
}

/** A label over a value of as many lines as it takes. */
export function fieldRow(page: ListPage, { label, value, links }: BackField): ListRow {
  const box = textBox(page);
  const { type, colours } = page;
  const sizes = BACK_VALUES.find(({ upTo }) => value.length <= upTo) ?? BACK_VALUES[0];
  const lay = (text: string, size: number): ReturnType<typeof layParagraphs<BackField["links"][number]>> =>
    layParagraphs(type, text, text === value ? links : [], { weight: "regular", size, width: box.width });
  const labelLines = label === "" ? [] : lay(label, BACK_LABEL.size).lines;
  const valueLines = value === "" ? [] : lay(value, sizes.size).lines;
  const labelHeight = labelLines.length * BACK_LABEL.line;
  const common = { ...box, align: "natural", linkColour: colours.link } as const;
  return {
    height: Math.max(BACK.row, labelHeight + valueLines.length * sizes.line + 2 * BACK.rowPadding),
    text: label === "" || value === "" ? label + value : `${label}: ${value}`,
    paint: (top) => {
      const y = top + BACK.rowPadding;
      return [
        ...paragraphNodes(labelLines, {
          ...common,
          y,
          size: BACK_LABEL.size,
          lineHeight: BACK_LABEL.line,
          colour: colours.secondary,
        }),
        ...paragraphNodes(valueLines, {
          ...common,
          y: y + labelHeight,
          size: sizes.size,
          lineHeight: sizes.line,
          colour: colours.text,
        }),
      ];
    },
  };
}

/** A row of the system: words that can be tapped, and lead somewhere where they have a target. */
export function actionRow(page: ListPage, words: string, colour: SceneColour, href: string | null): ListRow {
  const paint = (top: number): SceneNode[] => {
    const nodes = wordsNodes(page, words, textBox(page).width, colour, top);
    const box = { x: BACK.margin, y: top, width: page.width - 2 * BACK.margin, height: BACK.row };
    return href === null ? nodes : [linkNode(href, words, box, nodes)];
  };
  return { height: BACK.row, text: words, paint };
}

/** A row of the system with a switch that is on. */
export function switchRow(page: ListPage, words: string): ListRow {
  const paint = (top: number): SceneNode[] => {
    const { x, width } = textBox(page);
    const left = x + width - SWITCH.width;
    const y = top + (BACK.row - SWITCH.height) / 2;
    const inset = (SWITCH.height - SWITCH.knob) / 2;
    const knob = {
      kind: "rect",
      x: left + SWITCH.width - inset - SWITCH.knob,
      y: y + inset,
      width: SWITCH.knob,
      height: SWITCH.knob,
      radius: SWITCH.knob / 2,
      fill: { r: 255, g: 255, b: 255, a: 1 },
      role: "presentation",
    } as const;
    return [
      ...wordsNodes(page, words, width - SWITCH.width - BACK.padding, page.colours.text, top),
      {
        kind: "rect",
        x: left,
        y,
        width: SWITCH.width,
        height: SWITCH.height,
        radius: SWITCH.height / 2,
        fill: page.colours.on,
        role: "presentation",
      },
      knob,
    ];
  };
  return { height: BACK.row, text: words, paint };
}

/** One line in the middle of a row's height; it is cut where it is too long, for rows of the system are one line high. */
function wordsNodes(page: ListPage, words: string, width: number, colour: SceneColour, top: number): SceneNode[] {
  const { size, line } = BACK_SYSTEM;
  const { lines } = layParagraphs(page.type, words, [], { weight: "regular", size, width, maxLines: 1 });
  return paragraphNodes(lines, {
    x: textBox(page).x,
    y: top + (BACK.row - line) / 2,
    width,
    size,
    lineHeight: line,
    align: "natural",
    colour,
    linkColour: colour,
  });
}
