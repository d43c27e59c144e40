import type { Scene, SceneNode } from "../../scene/scene.ts";
import { createTag, type Tag } from "../tag/tag.ts";

/** Nodes that stand for a line of text, one after the other. */
interface FrontLine {
  readonly nodes: readonly SceneNode[];
  readonly text: string;
}

/**
 * Tags for the texts of a face: a paragraph for each line that a reader hears (a label with its value), in the order in which they
 * are read, whatever the order in which they are painted.
 */
export function frontTags({ nodes, description }: Scene, parent: Tag): ReadonlyMap<SceneNode, Tag> {
  const open = new Set(joinLines(textNodesIn(nodes)));
  const tags = new Map<SceneNode, Tag>();
  const take = (line: FrontLine, tag: Tag): void => {
    open.delete(line);
    for (const node of line.nodes) tags.set(node, tag);
  };
  for (const spoken of description.split("\n")) {
    const tag = createTag("P", parent);
    let rest = plain(spoken);
    while (rest !== "") {
      const found = [...open].find(({ text }) => beginsWith(rest, text));
      if (found === undefined) break;
      take(found, tag);
      rest = found.text.endsWith("…") ? "" : rest.slice(plain(found.text).length);
    }
  }
  for (const line of open) take(line, createTag("P", parent));
  return tags;
}

function textNodesIn(nodes: readonly SceneNode[]): SceneNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "glyphs" || node.role === "text" || isEmoji(node)) return node;
    return "nodes" in node ? textNodesIn(node.nodes) : [];
  });
}

const EMOJI = /^\p{RGI_Emoji}+$/v;

function isEmoji(node: SceneNode): boolean {
  return node.kind === "group" && node.label !== undefined && EMOJI.test(node.label);
}

/** Runs of one line touch one another; between them there may be an emoji, which has no baseline. */
function joinLines(nodes: readonly SceneNode[]): FrontLine[] {
  const lines: { nodes: SceneNode[]; end: number; y: number | null }[] = [];
  for (const node of nodes) {
    const last = lines.at(-1);
    if (node.kind !== "glyphs") {
      if (last === undefined) lines.push({ nodes: [node], end: Number.NaN, y: null });
      else {
        last.nodes.push(node);
        last.end = Number.NaN;
      }
      continue;
    }
    const touches = last !== undefined && (Number.isNaN(last.end) || Math.abs(node.x - last.end) < TOUCHING);
    if (last === undefined || !touches || (last.y !== null && last.y !== node.y)) {
      lines.push({ nodes: [node], end: node.x + node.width, y: node.y });
      continue;
    }
    last.nodes.push(node);
    last.end = node.x + node.width;
    last.y = node.y;
  }
  return lines.map(({ nodes: own }) => ({ nodes: own, text: own.map(textOf).join("") }));
}

/** Points. */
const TOUCHING = 0.5;

function textOf(node: SceneNode): string {
  return node.kind === "glyphs" ? node.text : (node.label ?? "");
}

/** Letters and digits alone: labels are written in capitals, and a colon is only heard. */
function plain(text: string): string {
  return text.toUpperCase().replaceAll(/[\s:…\u200e\u200f]/gu, "");
}

/** The same characters in any order: runs stand as they are seen, which in some scripts is not as they are read. */
function beginsWith(spoken: string, line: string): boolean {
  const wanted = plain(line);
  const sort = (text: string): string => Array.from(text).toSorted().join("");
  return wanted !== "" && (spoken.startsWith(wanted) || sort(spoken.slice(0, wanted.length)) === sort(wanted));
}
