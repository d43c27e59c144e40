import type { BarsSymbol, MatrixSymbol } from "../barcode/barcode-symbol.ts";
import { symbolPath } from "../layout/barcode-box.ts";
import { BLACK, WHITE } from "../layout/face-colours.ts";
import { FADED } from "../metrics.ts";
import type { SceneNode } from "../scene/scene.ts";
import { WATCH_CODE } from "./watch-metrics.ts";

/** The room for a code: centred on `middle`, its top at `y`. */
export interface CodeRoom {
  readonly middle: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A code in its white box, and how high that is. Codes that are wider than high stand on their end. */
export function watchCode(
  symbol: MatrixSymbol | BarsSymbol,
  room: CodeRoom,
  faded: boolean,
): { nodes: SceneNode[]; height: number } {
  const sized = symbol.kind === "matrix" && symbol.width === symbol.height ? sizeSquare(symbol, room) : sizeTurned(symbol, room);
  const { radius } = WATCH_CODE;
  const [width, height] = [sized.width + 2 * sized.sides, sized.height + 2 * sized.ends];
  const data = symbolPath(sized, room.middle - sized.width / 2, room.y + sized.ends);
  const code: SceneNode = { kind: "path", data, fill: BLACK, stroke: null, label: "barcode", role: "img" };
  return {
    height,
    nodes: [
      { kind: "rect", x: room.middle - width / 2, y: room.y, width, height, radius, fill: WHITE },
      faded ? { kind: "group", opacity: FADED.symbol, nodes: [code] } : code,
    ],
  };
}

interface SizedCode {
  readonly symbol: MatrixSymbol;
  readonly module: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  /** What stays white at the sides, and above and below. */
  readonly sides: number;
  readonly ends: number;
}

function sizeSquare(symbol: MatrixSymbol, room: CodeRoom): SizedCode {
  const module = wholeSteps(Math.min(room.width, room.height) / (symbol.width + 2 * WATCH_CODE.quietSquare));
  const side = symbol.width * module;
  const quiet = WATCH_CODE.quietSquare * module;
  return { symbol, module, row: module, width: side, height: side, sides: quiet, ends: quiet };
}

/** A wide code turned by a quarter: its rows run from the top to the bottom, the first of them at the right. */
function sizeTurned(symbol: MatrixSymbol | BarsSymbol, room: CodeRoom): SizedCode {
  const { quietWide, quietBars, barsPadding, bars } = WATCH_CODE;
  const turned = turn(symbol);
  if (symbol.kind === "bars") {
    const module = wholeSteps(room.height / (symbol.modules.length + 2 * quietBars));
    const width = Math.min(bars, room.width - 2 * barsPadding);
    const height = symbol.modules.length * module;
    return { symbol: turned, module: width, row: module, width, height, sides: barsPadding, ends: quietBars * module };
  }
  const along = room.height / (symbol.width + 2 * quietWide);
  const across = room.width / (symbol.height * symbol.rowHeight + 2 * quietWide);
  const module = wholeSteps(Math.min(along, across));
  const row = symbol.rowHeight * module;
  const quiet = quietWide * module;
  const size = { width: turned.width * row, height: symbol.width * module };
  return { symbol: turned, module: row, row: module, ...size, sides: quiet, ends: quiet };
}

/** As many whole steps as there are; a code of very many modules gets what is left of one. */
function wholeSteps(most: number): number {
  const whole = Math.floor(most / WATCH_CODE.step + 1e-6) * WATCH_CODE.step;
  return whole > 0 ? whole : most;
}

/** Turned clockwise: the first column becomes the first row. */
function turn(symbol: MatrixSymbol | BarsSymbol): MatrixSymbol {
  const width = symbol.kind === "matrix" ? symbol.width : symbol.modules.length;
  const height = symbol.kind === "matrix" ? symbol.height : 1;
  const modules = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) modules[x * height + (height - 1 - y)] = symbol.modules[y * width + x] ?? 0;
  }
  return { kind: "matrix", width: height, height: width, modules, rowHeight: 1 };
}
