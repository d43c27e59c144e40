import type { EmojiArt } from "./emoji-art.ts";
import { readPathData } from "./path-data.ts";

/** More is no emoji but somebody's drawing. */
const MAX_SVG_LENGTH = 100_000;
const MAX_PATHS = 500;
const ELEMENT = /<(\/?)(g|path|circle|ellipse|rect|polygon|svg)\b([^<>]*?)(\/?)>/gu;
const ATTRIBUTE = /([a-zA-Z-]+)\s*=\s*"([^"]*)"/gu;

/**
 * Reads a simple SVG picture (shapes with plain fills, as Twemoji's are) as paths. Anything else in it is left out: no
 * script, no link, no style comes through. Null when it has no square view box or nothing to draw.
 */
export function readEmojiArt(svg: string): EmojiArt | null {
  if (svg.length > MAX_SVG_LENGTH) return null;
  const viewBox = /viewBox="0 0 (\d{1,4}(?:\.\d{1,4})?) (\d{1,4}(?:\.\d{1,4})?)"/u.exec(svg);
  const size = Number(viewBox?.[1]);
  if (viewBox === null || viewBox[1] !== viewBox[2] || size === 0) return null;
  const paths: EmojiArt["paths"][number][] = [];
  const fills: string[] = ["#000"];
  for (const [, closing, name = "", attributeText = "", empty] of svg.matchAll(ELEMENT)) {
    if (closing === "/") {
      if (name === "g") fills.pop();
      continue;
    }
    const attributes = new Map(Array.from(attributeText.matchAll(ATTRIBUTE), ([, key = "", value = ""]) => [key, value]));
    const fill = attributes.get("fill") ?? fills.at(-1) ?? "#000";
    if (name === "g" && empty !== "/") fills.push(fill);
    const data = toPath(name, attributes);
    const colour = readHex(fill);
    if (data === null || colour === null || attributes.has("transform") || paths.length >= MAX_PATHS) continue;
    const opacity = Number(attributes.get("opacity") ?? attributes.get("fill-opacity") ?? 1);
    paths.push({ kind: "path", data, fill: colour, stroke: null, opacity: opacity >= 0 && opacity <= 1 ? opacity : 1 });
  }
  return paths.length === 0 ? null : { size, paths };
}

function toPath(name: string, attributes: ReadonlyMap<string, string>): string | null {
  const number = (key: string): number => Number.parseFloat(attributes.get(key) ?? "0") || 0;
  switch (name) {
    case "path":
      return readPathData(attributes.get("d") ?? "");
    case "polygon":
      return readPathData(`M${attributes.get("points") ?? ""}Z`);
    case "circle":
      return ellipse(number("cx"), number("cy"), number("r"), number("r"));
    case "ellipse":
      return ellipse(number("cx"), number("cy"), number("rx"), number("ry"));
    case "rect": {
      const [x, y, width, height] = [number("x"), number("y"), number("width"), number("height")];
      return readPathData(`M${x} ${y}h${width}v${height}h${-width}Z`);
    }
    default:
      return null;
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string | null {
  return readPathData(`M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`);
}

function readHex(text: string): { r: number; g: number; b: number; a: number } | null {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/iu.exec(text);
  if (digits === null) return null;
  const long = digits[2] ?? (digits[1] ?? "").replaceAll(/./gu, "$&$&");
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
  return { r, g, b, a: 1 };
}
