import { coverNode, type FacePicture } from "../layout/face-picture.ts";
import { layParagraphs } from "../paragraph/lay-paragraphs.ts";
import { paragraphNodes } from "../paragraph/paragraph-nodes.ts";
import type { SceneColour } from "../scene/scene.ts";
import type { TextWeight } from "../text/typesetter.ts";
import { BACK, BACK_TITLE } from "./back-metrics.ts";
import type { ListPage } from "./list-page.ts";

/** Who issued a pass, and what it is. */
export interface BackTitle {
  readonly icon: FacePicture | null;
  readonly name: string;
  readonly description: string;
}

/** A title is no field: what a hostile pass writes there ends here. */
const MOST_LINES = 4;

/** Draws the icon, the name of the issuer and what the pass is, in the middle above the groups. */
export function drawBackTitle(page: ListPage, { icon, name, description }: BackTitle): void {
  if (icon === null && name === "" && description === "") return;
  page.y = BACK_TITLE.top;
  if (icon !== null) {
    const side = BACK_TITLE.icon;
    const box = { x: (page.width - side) / 2, y: page.y, width: side, height: side };
    page.nodes.push(coverNode(icon, box, "icon", BACK_TITLE.iconRadius));
    page.y += side + BACK_TITLE.gap;
  }
  const write = (text: string, weight: TextWeight, metrics: { size: number; line: number }, colour: SceneColour): void => {
    if (text === "") return;
    const { size, line } = metrics;
    const width = page.width - 2 * (BACK.margin + BACK.padding);
    const { lines } = layParagraphs(page.type, text, [], { weight, size, width, maxLines: MOST_LINES });
    const place = { x: BACK.margin + BACK.padding, y: page.y, width, size, lineHeight: line, align: "center", colour } as const;
    page.nodes.push(...paragraphNodes(lines, { ...place, linkColour: colour }));
    page.lines.push(text);
    page.y += lines.length * line;
  };
  write(name, "semibold", BACK_TITLE.name, page.colours.text);
  write(description, "regular", BACK_TITLE.description, page.colours.secondary);
  page.y += BACK.gap;
}
