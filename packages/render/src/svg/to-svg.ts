import type { Scene, SceneColour, SceneGlyphRun, SceneNode, ScenePaint } from "../scene/scene.ts";
import { base64Pieces } from "./base64.ts";
import { escapeText } from "./escape-text.ts";
import { glyphRunData } from "./glyph-run-data.ts";

export interface SvgOptions {
  /** Before every id in the file, so that several pictures can stand in one page: letters, digits, `-`, `_`. */
  readonly idPrefix?: string;
}

/**
 * A scene as an SVG file: outlines only, so it looks alike everywhere and needs no font. It holds no script, no reference
 * to anything outside of it, and every text of the pass in it is escaped.
 *
 * @example
 * ```ts
 * const { scene } = await drawFront(pass);
 * const svg = toSvg(scene);
 * ```
 */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  const prefix = (options.idPrefix ?? "pass").replaceAll(/[^\w-]/gu, "");
  const writer: Writer = { prefix, defs: [], parts: [], next: 0 };
  writeNodes(scene.nodes, writer);
  const { width, height } = scene;
  const size = `width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"`;
  const named = `role="img" aria-labelledby="${prefix}-title ${prefix}-desc" xml:lang="${escapeText(scene.language)}"`;
  const title = `<title id="${prefix}-title">${escapeText(scene.title)}</title>`;
  const desc = `<desc id="${prefix}-desc">${escapeText(scene.description)}</desc>`;
  const defs = writer.defs.length === 0 ? "" : `<defs>${writer.defs.join("")}</defs>`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${named}>${title}${desc}${defs}`;
  return [head, ...writer.parts, "</svg>\n"].join("");
}

/** Pieces of the file in their order, put together once: pictures would be copied again at every level of the tree. */
interface Writer {
  readonly prefix: string;
  readonly defs: string[];
  readonly parts: string[];
  next: number;
}

function writeNodes(nodes: readonly SceneNode[], writer: Writer): void {
  for (const node of nodes) writeNode(node, writer);
}

function writeNode(node: SceneNode, writer: Writer): void {
  const { parts } = writer;
  switch (node.kind) {
    case "rect": {
      const radius = node.radius > 0 ? ` rx="${n(node.radius)}"` : "";
      parts.push(
        `<rect x="${n(node.x)}" y="${n(node.y)}" width="${n(node.width)}" height="${n(node.height)}"${radius}${access(node)}${paint("fill", node.fill, writer)}/>`,
      );
      return;
    }
    case "path": {
      const fill = node.fill === null ? ' fill="none"' : paint("fill", node.fill, writer);
      const stroke =
        node.stroke === null ? "" : `${paint("stroke", node.stroke.colour, writer)} stroke-width="${n(node.stroke.width)}"`;
      parts.push(`<path d="${escapeText(node.data)}"${access(node)}${fill}${stroke}/>`);
      return;
    }
    case "image":
      parts.push(
        `<image x="${n(node.x)}" y="${n(node.y)}" width="${n(node.width)}" height="${n(node.height)}" preserveAspectRatio="none"${access(node)} href="data:${node.mediaType};base64,`,
      );
      for (const piece of base64Pieces(node.bytes)) parts.push(piece);
      parts.push('"/>');
      return;
    case "glyphs":
      parts.push(writeRun(node, writer));
      return;
    case "clip": {
      const id = claimId(writer);
      writer.defs.push(`<clipPath id="${id}"><path d="${escapeText(node.data)}"/></clipPath>`);
      parts.push(`<g clip-path="url(#${id})"${access(node)}>`);
      writeNodes(node.nodes, writer);
      parts.push("</g>");
      return;
    }
    case "link":
      // A file that is looked at leads nowhere: what it is stays, where it leads does not.
      parts.push(`<g role="link"${node.label === undefined ? "" : ` aria-label="${escapeText(node.label)}"`}>`);
      break;
    case "group":
      parts.push(`<g${node.opacity < 1 ? ` opacity="${n(node.opacity)}"` : ""}${access(node)}>`);
      break;
  }
  writeNodes(node.nodes, writer);
  parts.push("</g>");
}

function writeRun(node: SceneGlyphRun, writer: Writer): string {
  const data = glyphRunData(node);
  return data === "" ? "" : `<path d="${data}" aria-label="${escapeText(node.text)}"${paint("fill", node.fill, writer)}/>`;
}

function access(node: { readonly label?: string; readonly role?: string }): string {
  const label = node.label === undefined ? "" : ` aria-label="${escapeText(node.label)}"`;
  return node.role === undefined ? label : `${label} role="${node.role}"`;
}

function paint(attribute: "fill" | "stroke", value: ScenePaint, writer: Writer): string {
  if (!("kind" in value)) {
    const opacity = value.a < 1 ? ` ${attribute}-opacity="${n(value.a)}"` : "";
    return ` ${attribute}="${hex(value)}"${opacity}`;
  }
  const id = claimId(writer);
  const stops = value.stops.map(
    ({ offset, colour }) => `<stop offset="${n(offset)}" stop-color="${hex(colour)}" stop-opacity="${n(colour.a)}"/>`,
  );
  const line = `x1="${n(value.x1)}" y1="${n(value.y1)}" x2="${n(value.x2)}" y2="${n(value.y2)}"`;
  writer.defs.push(`<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${line}>${stops.join("")}</linearGradient>`);
  return ` ${attribute}="url(#${id})"`;
}

function claimId(writer: Writer): string {
  writer.next += 1;
  return `${writer.prefix}-${writer.next}`;
}

function hex({ r, g, b }: SceneColour): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Hundredths of a point are finer than any screen. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
