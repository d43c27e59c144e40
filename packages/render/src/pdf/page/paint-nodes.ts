import { roundedBox } from "../../layout/geometry.ts";
import { readPathData } from "../../png/outline.ts";
import type { SceneGroup, SceneImage, SceneLink, SceneNode } from "../../scene/scene.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { array, dict, num, ref } from "../file/pdf-syntax.ts";
import type { FontBook } from "../font/font-book.ts";
import type { ImageBook } from "../image/image-book.ts";
import { createTag, type Tag } from "../tag/tag.ts";
import { fillShape, LARGE, opacityState, rgb, withOpacity } from "./fill-shape.ts";
import { pathOperators } from "./path-operators.ts";
import type { Resources } from "./resources.ts";
import { markContent, type SheetPage } from "./sheet-page.ts";
import { textOperators } from "./text-operators.ts";

/** What a file is painted with. */
export interface Studio {
  readonly file: PdfFile;
  readonly fonts: FontBook;
  readonly images: ImageBook;
  readonly resources: Resources;
}

/** Where nodes are painted, and what they say there. */
export interface Brush extends Studio {
  readonly page: SheetPage;
  /** From the nodes' points to the page's, for what is measured there. */
  readonly place: { readonly x: number; readonly y: number; readonly scale: number };
  /** The tag of texts, where {@link tags} has none; null: they only decorate. */
  readonly text: Tag | null;
  /** Above the pictures. Null: they are part of the text. */
  readonly figures: Tag | null;
  readonly tags: ReadonlyMap<SceneNode, Tag>;
  /** Inside of something that is one piece of content as a whole. */
  readonly isPart: boolean;
}

/** Paints nodes in their order, y down. */
export function paintNodes(nodes: readonly SceneNode[], brush: Brush): void {
  for (const node of nodes) paintNode(node, brush);
}

function paintNode(node: SceneNode, brush: Brush): void {
  const { operators } = brush.page;
  switch (node.kind) {
    case "rect": {
      const { x, y, width, height } = node;
      const outline =
        node.radius > 0
          ? pathOperators(roundedBox(x, y, width, height, node.radius))
          : `${[x, y, width, height].map(num).join(" ")} re`;
      paintPiece(node, brush, () => fillShape(outline, node.fill, brush, node));
      break;
    }
    case "path":
      paintPiece(node, brush, () => {
        const outline = pathOperators(node.data);
        if (node.fill !== null) fillShape(outline, node.fill, brush, null);
        if (node.stroke !== null) {
          const { colour, width } = node.stroke;
          withOpacity(colour.a, brush, () => operators.push(`${rgb(colour)} RG ${num(width)} w`, outline, "S"));
        }
      });
      break;
    case "glyphs": {
      if (node.glyphs.length === 0) break;
      const own = textOperators(node, brush.fonts.fontOf(node.font));
      const paint = (): void => withOpacity(node.fill.a, brush, () => operators.push(`${rgb(node.fill)} rg`, own));
      withContent(brush, brush.tags.get(node) ?? brush.text, null, paint);
      break;
    }
    case "image":
      paintImage(node, brush);
      break;
    case "clip":
      operators.push("q", pathOperators(node.data), "W n");
      paintNodes(node.nodes, brush);
      operators.push("Q");
      break;
    case "group":
      paintGroup(node, brush);
      break;
    case "link":
      paintLink(node, brush);
      break;
  }
}

function withContent(brush: Brush, tag: Tag | null, text: string | null, paint: () => void): void {
  if (brush.isPart) paint();
  else markContent(brush.page, tag, text, paint);
}

/** What is no text: part of one, a picture with a name, or decoration. */
function paintPiece(node: Exclude<SceneNode, { kind: "glyphs" | "clip" | "link" }>, brush: Brush, paint: () => void): void {
  const { label, role } = node;
  const own = brush.tags.get(node);
  if (own !== undefined) withContent(brush, own, label ?? null, paint);
  else if (label === undefined || role === "presentation") withContent(brush, null, null, paint);
  else if (brush.figures === null) withContent(brush, brush.text, label, paint);
  else withContent(brush, brush.isPart ? null : figureTag(node, label, brush, brush.figures), null, paint);
}

function figureTag(node: SceneNode, alt: string, { page, place }: Brush, parent: Tag): Tag {
  const box = boxOf(node);
  if (box === null) return createTag("Figure", parent, { alt });
  const [left, top, right, bottom] = box;
  const across = (x: number): number => place.x + x * place.scale;
  const up = (y: number): number => page.height - place.y - y * place.scale;
  return createTag("Figure", parent, { alt, box: [across(left), up(bottom), across(right), up(top)] });
}

function boxOf(node: SceneNode): readonly [left: number, top: number, right: number, bottom: number] | null {
  if (node.kind === "path") {
    const { coordinates } = readPathData(node.data);
    const [x, y] = [0, 1].map((axis) => coordinates.filter((_, index) => index % 2 === axis)) as [number[], number[]];
    const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return x.length === 0 ? null : [least(x), least(y), most(x), most(y)];
  }
  return "height" in node ? [node.x, node.y, node.x + node.width, node.y + node.height] : null;
}

function paintImage(node: SceneImage, brush: Brush): void {
  const id = brush.images.idOf(node);
  if (id === null) return;
  const { x, y, width, height } = node;
  const matrix = [width, 0, 0, -height, x, y + height].map(num).join(" ");
  paintPiece(node, brush, () => brush.page.operators.push("q", `${matrix} cm`, `/${brush.resources.name("XObject", id)} Do`, "Q"));
}

/** Painted as one where what is behind it shines through; the whole is one piece of content then. */
function paintGroup(node: SceneGroup, brush: Brush): void {
  const inner = node.label === undefined ? brush : { ...brush, isPart: true };
  if (node.opacity >= 1) {
    if (node.label === undefined) paintNodes(node.nodes, brush);
    else paintPiece(node, brush, () => paintNodes(node.nodes, inner));
    return;
  }
  const { file, resources, page } = brush;
  const layer: SheetPage = { ...page, operators: [] };
  paintNodes(node.nodes, { ...brush, page: layer, isPart: true });
  const form = file.addStream(
    {
      Type: "/XObject",
      Subtype: "/Form",
      BBox: array([-LARGE, -LARGE, LARGE, LARGE]),
      Group: dict({ S: "/Transparency", CS: "/DeviceRGB" }),
      Resources: ref(resources.id),
    },
    layer.operators.join("\n"),
  );
  const draw = (): void => {
    page.operators.push("q", opacityState(node.opacity, brush), `/${resources.name("XObject", form)} Do`, "Q");
  };
  const text = textIn(node.nodes, brush);
  if (text !== null) withContent(brush, text, null, draw);
  else paintPiece({ ...labelled(node.nodes), ...node }, brush, draw);
}

/** The tag of the first text inside. */
function textIn(nodes: readonly SceneNode[], brush: Brush): Tag | null {
  for (const node of nodes) {
    const own = brush.tags.get(node) ?? (node.kind === "glyphs" ? brush.text : null);
    if (own !== null) return own;
    const inner = "nodes" in node ? textIn(node.nodes, brush) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** The name of the first picture inside that has one. */
function labelled(nodes: readonly SceneNode[]): Pick<SceneNode, "label" | "role"> {
  for (const node of nodes) {
    if (node.label !== undefined && node.role === "img") return { label: node.label, role: node.role };
    const inner = "nodes" in node ? labelled(node.nodes) : {};
    if (inner.label !== undefined) return inner;
  }
  return {};
}

/** Inside of a text, a link of it; elsewhere, only what is in it. */
function paintLink(node: SceneLink, brush: Brush): void {
  const { text, page, place } = brush;
  if (text === null || brush.isPart) {
    paintNodes(node.nodes, brush);
    return;
  }
  const tag = createTag("Link", text);
  paintNodes(node.nodes, { ...brush, text: tag });
  page.links.push({
    left: place.x + node.x * place.scale,
    top: place.y + node.y * place.scale,
    right: place.x + (node.x + node.width) * place.scale,
    bottom: place.y + (node.y + node.height) * place.scale,
    href: node.href,
    text: node.label ?? node.href,
    tag,
  });
}
