import type { PassPackage } from "@passwright/pass";
import type { DrawOptions } from "../draw-options.ts";
import { RenderError } from "../errors.ts";
import type { Drawing } from "../layout/draw-front.ts";
import { veil } from "../layout/end-marks.ts";
import { BLACK, WHITE } from "../layout/face-colours.ts";
import { roundedBox } from "../layout/geometry.ts";
import { chooseStyle } from "../layout/read-face.ts";
import { STYLE_NAMES } from "../layout/style-names.ts";
import { textNodes } from "../layout/text-nodes.ts";
import { BACKGROUND } from "../metrics.ts";
import { blur } from "../picture/blur.ts";
import { encodePng } from "../picture/encode-png.ts";
import type { Picture } from "../picture/picture.ts";
import { scaleToFill } from "../picture/scale-picture.ts";
import { deepFreeze } from "../scene/freeze-scene.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { type CardBox, drawCard, edgeColour } from "./carousel-card.ts";
import { drawScroll } from "./scroll-pass.ts";
import { watchCode } from "./watch-code.ts";
import { WATCH, WATCH_END, WATCH_SCREENS, type WatchSize } from "./watch-metrics.ts";
import { readWatchPass, type WatchPass } from "./watch-pass.ts";

/** How a pass is drawn for Apple Watch. */
export interface WatchOptions extends Omit<DrawOptions, "look" | "screenWidth"> {
  /**
   * `carousel`: one card of the carousel, as the Human Interface Guidelines show it. `scroll`: the long card of the Wallet Developer Guide,
   * with all fields and the code. `carousel` when absent.
   */
  readonly layout?: "carousel" | "scroll";
  /** Of the watch, in millimetres; 46 when absent. */
  readonly size?: WatchSize;
  /** Major version of iOS on the phone that the watch is paired with; decides which codes it knows. The newest when absent. */
  readonly osVersion?: number;
}

/**
 * Draws a pass as Apple Watch shows it, in one of two documented layouts. There is no thumbnail, back or text below the code on a watch, and no
 * Code 128: the first code that it knows is drawn, wide ones standing on their end.
 *
 * @throws As {@link drawFront}.
 *
 * @example
 * ```ts
 * const card = await drawWatch(pass, { size: 45 });
 * const details = await drawWatch(pass, { size: 45, layout: "scroll" });
 * ```
 */
export async function drawWatch(pass: PassPackage, options: WatchOptions = {}): Promise<Drawing> {
  const style = chooseStyle(pass.data, "classic");
  if (style === null) throw new RenderError("ERR_RENDER_NO_STYLE");
  const { layout = "carousel", size = 46 } = options;
  if (!Object.hasOwn(WATCH_SCREENS, size) || (layout !== "carousel" && layout !== "scroll")) {
    throw new RenderError("ERR_RENDER_OPTION", "There is no such layout or size of a watch.");
  }
  const screen = WATCH_SCREENS[size];
  const read = await readWatchPass(pass, style, screen.width, { ...options, layout });
  const painted = layout === "carousel" ? paintCard(read, screen) : await paintScroll(read, screen);
  // Where a watch scrolls, the band of a pass that is over comes below all else.
  const more = layout === "scroll" && read.face.over !== null ? WATCH_END.height : 0;
  const card = { ...painted, height: painted.height + more };
  const { canvas, face, language, name, findings } = read;
  const { width } = screen;
  const height = layout === "carousel" ? screen.height : card.y + card.height + WATCH.inset;
  const outline = roundedBox(card.x, card.y, card.width, card.height, WATCH.radius);
  const stroke = { colour: edgeColour(canvas.colours.background), width: WATCH.hairline * 2 };
  const nodes: SceneNode[] = [
    ...ground(read, card),
    ...canvas.nodes,
    ...watchEnd(read, card),
    { kind: "path", data: outline, fill: null, stroke, role: "presentation" },
  ];
  const scene: Scene = {
    width,
    height,
    title: [STYLE_NAMES[style], name].filter((part) => part !== "").join(", "),
    description: [...(face.over === null ? [] : [face.over]), ...canvas.lines].join("\n"),
    language,
    nodes: [
      { kind: "rect", x: 0, y: 0, width, height, radius: 0, fill: BLACK },
      { kind: "clip", data: outline, nodes },
    ],
  };
  return { scene: deepFreeze(scene), findings: Object.freeze(findings) };
}

interface Screen {
  readonly width: number;
  readonly height: number;
}

function paintCard({ canvas, face }: WatchPass, screen: Screen): CardBox {
  const { inset } = WATCH;
  const card = { x: inset, y: inset, width: screen.width - 2 * inset, height: screen.height - 2 * inset };
  // The band of a pass that is over covers nothing.
  drawCard(canvas, face, face.over === null ? card : { ...card, height: card.height - WATCH_END.height });
  return card;
}

/** The fields, and the code at the bottom: no larger than the screen, so that all of it is seen at once. */
async function paintScroll({ canvas, face, barcode }: WatchPass, screen: Screen): Promise<CardBox> {
  const { inset, padding, gap } = WATCH;
  const width = screen.width - 2 * inset;
  let y = await drawScroll(canvas, face, { x: inset, width }, inset);
  if (barcode !== null) {
    const room = { middle: screen.width / 2, y: y + gap, width: width - 2 * padding, height: screen.height - 2 * inset };
    const { nodes, height } = watchCode(barcode.symbol, room, face.over !== null);
    canvas.nodes.push(...nodes);
    y = room.y + height;
  }
  return { x: inset, y: inset, width, height: y + padding - inset };
}

/** A pass that is not valid any more: muted as on the phone, with a band at the foot that says so. */
function watchEnd({ canvas, face }: WatchPass, card: CardBox): SceneNode[] {
  if (face.over === null) return [];
  const { height, size, baseline, opacity } = WATCH_END;
  const y = card.y + card.height - height;
  const line = canvas.type.fit(face.over, "semibold", size, card.width - 2 * WATCH.padding);
  const x = card.x + (card.width - line.width * size) / 2;
  return [
    veil(card),
    { kind: "rect", x: card.x, y, width: card.width, height, radius: 0, fill: { ...BLACK, a: opacity } },
    ...textNodes(line, x, y + baseline, size, WHITE),
  ];
}

/** Pixels per point of a blurred picture: there is nothing finer in it. */
const DENSITY = 0.5;

/** The pass's colour or, behind an event ticket, its picture, blurred and over the whole of the card. */
function ground({ canvas, background }: WatchPass, card: CardBox): SceneNode[] {
  const plain: SceneNode = { kind: "rect", ...card, radius: 0, fill: canvas.colours.background };
  return background === null ? [plain] : [plain, backdrop(background, card)];
}

function backdrop(picture: Picture, card: CardBox): SceneNode {
  const size = { width: card.width * BACKGROUND.enlarge, height: card.height * BACKGROUND.enlarge };
  const pixels = { width: Math.ceil(size.width * DENSITY), height: Math.ceil(size.height * DENSITY) };
  const soft = blur(scaleToFill(picture, pixels.width, pixels.height), BACKGROUND.sigma * DENSITY);
  const place = { x: card.x + (card.width - size.width) / 2, y: card.y + (card.height - size.height) / 2, ...size };
  return { kind: "image", ...place, mediaType: "image/png", bytes: encodePng(soft), pixels, role: "presentation" };
}
