import { base64Length } from "../scene/base64.ts";
import { ByteText } from "../scene/byte-text.ts";
import type { Scene, SceneColour, SceneGlyphRun, SceneNode, ScenePaint } from "../scene/scene.ts";
import { escapeText } from "./escape-text.ts";
import { hasOutline, writeGlyphRun } from "./write-glyph-run.ts";

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
  const writer: Writer = { prefix, defs: [], body: new ByteText(roomFor(scene.nodes)), next: 0 };
  writeNodes(scene.nodes, writer);
  const { width, height } = scene;
  const size = `width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"`;
  const named = `role="img" aria-labelledby="${prefix}-title ${prefix}-desc" xml:lang="${escapeText(scene.language)}"`;
  const title = `<title id="${prefix}-title">${escapeText(scene.title)}</title>`;
  const desc = `<desc id="${prefix}-desc">${escapeText(scene.description)}</desc>`;
  const defs = writer.defs.length === 0 ? "" : `<defs>${writer.defs.join("")}</defs>`;
  writer.body.text("</svg>\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${named}>${title}${desc}${defs}${writer.body.finish()}`;
}

/** Letters of a face without its pictures, with room to spare. */
const FACE_ROOM = 192 * 1024;

/**
 * Bytes that nodes become, about: nearly all of them are pictures. In whole steps, so that the memory one face gives back fits the
 * next one; an allocator keeps holes of any other size.
 */
function roomFor(nodes: readonly SceneNode[]): number {
  return Math.ceil((pictureLetters(nodes) + FACE_ROOM) / FACE_ROOM) * FACE_ROOM;
}

function pictureLetters(nodes: readonly SceneNode[]): number {
  let letters = 0;
  for (const node of nodes) {
    if (node.kind === "image") letters += base64Length(node.bytes);
    else if ("nodes" in node) letters += pictureLetters(node.nodes);
  }
  return letters;
}

/** What stands in `<defs>`, known only when all has been walked, and what stands behind it. */
interface Writer {
  readonly prefix: string;
  readonly defs: string[];
  readonly body: ByteText;
  next: number;
}

function writeNodes(nodes: readonly SceneNode[], writer: Writer): void {
  for (const node of nodes) writeNode(node, writer);
}

function writeNode(node: SceneNode, writer: Writer): void {
  const { body } = writer;
  switch (node.kind) {
    case "rect": {
      const radius = node.radius > 0 ? ` rx="${n(node.radius)}"` : "";
      body.text(
        `<rect x="${n(node.x)}" y="${n(node.y)}" width="${n(node.width)}" height="${n(node.height)}"${radius}${access(node)}${paint("fill", node.fill, writer)}/>`,
      );
      return;
    }
    case "path": {
      const fill = node.fill === null ? ' fill="none"' : paint("fill", node.fill, writer);
      const stroke =
        node.stroke === null ? "" : `${paint("stroke", node.stroke.colour, writer)} stroke-width="${n(node.stroke.width)}"`;
      body.text(`<path d="${escapeText(node.data)}"${access(node)}${fill}${stroke}/>`);
      return;
    }
    case "image":
      body.text(
        `<image x="${n(node.x)}" y="${n(node.y)}" width="${n(node.width)}" height="${n(node.height)}" preserveAspectRatio="none"${access(node)} href="data:${node.mediaType};base64,`,
      );
      body.base64(node.bytes);
      body.text('"/>');
      return;
    case "glyphs":
      writeRun(node, writer);
      return;
    case "clip": {
      const id = claimId(writer);
      writer.defs.push(`<clipPath id="${id}"><path d="${escapeText(node.data)}"/></clipPath>`);
      body.text(`<g clip-path="url(#${id})"${access(node)}>`);
      writeNodes(node.nodes, writer);
      body.text("</g>");
      return;
    }
    case "link":
      // A file that is looked at leads nowhere: what it is stays, where it leads does not.
      body.text(`<g role="link"${node.label === undefined ? "" : ` aria-label="${escapeText(node.label)}"`}>`);
      break;
    case "group":
      body.text(`<g${node.opacity < 1 ? ` opacity="${n(node.opacity)}"` : ""}${access(node)}>`);
      break;
  }
  writeNodes(node.nodes, writer);
  body.text("</g>");
}

function writeRun(node: SceneGlyphRun, writer: Writer): void {
  if (!hasOutline(node)) return;
  const { body } = writer;
  body.text('<path d="');
  writeGlyphRun(node, body);
  body.text(`" aria-label="${escapeText(node.text)}"${paint("fill", node.fill, writer)}/>`);
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
