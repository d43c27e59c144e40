const TOKEN = /([MmLlHhVvCcSsQqTtAaZz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/gu;
const MAX_TOKENS = 20_000;
const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/**
 * Path data of any kind as absolute commands M, L, C, Q and Z. Null when it does not begin with a move or has too much.
 * Source: SVG 2, "Paths".
 */
export function readPathData(data: string): string | null {
  const tokens = tokenize(data);
  if (tokens === null) return null;
  let out = "";
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0];
  let previous = "";
  const emit = (command: string, ...numbers: number[]): void => {
    out += command + numbers.map(round).join(" ");
    [x = x, y = y] = numbers.slice(-2);
  };
  for (const { command, values } of tokens) {
    const type = command.toUpperCase();
    const [ox, oy] = command === type ? [0, 0] : [x, y];
    const at = (index: number): number => (values[index] ?? 0) + (index % 2 === 0 ? ox : oy);
    const smooth = (kinds: string): readonly [number, number] =>
      kinds.includes(previous) ? [2 * x - controlX, 2 * y - controlY] : [x, y];
    if (type === "M") {
      emit("M", at(0), at(1));
      [startX, startY] = [x, y];
    } else if (type === "L") emit("L", at(0), at(1));
    else if (type === "H") emit("L", (values[0] ?? 0) + ox, y);
    else if (type === "V") emit("L", x, (values[0] ?? 0) + oy);
    else if (type === "C") {
      [controlX, controlY] = [at(2), at(3)];
      emit("C", at(0), at(1), at(2), at(3), at(4), at(5));
    } else if (type === "S") {
      const [cx, cy] = smooth("CS");
      [controlX, controlY] = [at(0), at(1)];
      emit("C", cx, cy, at(0), at(1), at(2), at(3));
    } else if (type === "Q") {
      [controlX, controlY] = [at(0), at(1)];
      emit("Q", at(0), at(1), at(2), at(3));
    } else if (type === "T") {
      [controlX, controlY] = smooth("QT");
      emit("Q", controlX, controlY, at(0), at(1));
    } else if (type === "A") {
      const end = [(values[5] ?? 0) + ox, (values[6] ?? 0) + oy] as const;
      for (const curve of arcToCurves(x, y, values, end)) emit("C", ...curve);
    } else {
      out += "Z";
      [x, y] = [startX, startY];
    }
    previous = type;
  }
  return out === "" ? null : out;
}

interface PathCommand {
  readonly command: string;
  readonly values: readonly number[];
}

function tokenize(data: string): PathCommand[] | null {
  // The flags of an arc may stand without a space between them and what follows: "a1 1 0 01.5.5".
  const spaced = data.replaceAll(/[Aa][^A-Za-z]*/gu, spaceFlags);
  const commands: PathCommand[] = [];
  let values: number[] = [];
  let command = "";
  let tokens = 0;
  for (const [, letter, number] of spaced.matchAll(TOKEN)) {
    tokens += 1;
    if (tokens > MAX_TOKENS) return null;
    if (letter !== undefined) {
      command = letter;
      values = [];
      if (letter === "z" || letter === "Z") commands.push({ command, values });
      continue;
    }
    const count = COUNTS[command.toUpperCase()] ?? 0;
    if (count === 0) return null;
    values.push(Number(number));
    if (values.length < count) continue;
    commands.push({ command, values });
    values = [];
    if (command === "M") command = "L";
    if (command === "m") command = "l";
  }
  return commands[0]?.command.toUpperCase() === "M" ? commands : null;
}

function spaceFlags(arc: string): string {
  const number = String.raw`\s*,?\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`;
  const pattern = new RegExp(`${number}${number}${number}${String.raw`\s*,?\s*([01])\s*,?\s*([01])`}${number}${number}`, "gu");
  return arc.replaceAll(pattern, " $1 $2 $3 $4 $5 $6 $7");
}

/** An arc of an ellipse as cubic curves of at most a quarter each. Source: SVG 2, appendix B.2. */
function arcToCurves(x: number, y: number, values: readonly number[], [x2, y2]: readonly [number, number]): number[][] {
  let [rx = 0, ry = 0] = values.map(Math.abs);
  const [, , turn = 0, large = 0, sweep = 0] = values;
  if (rx === 0 || ry === 0) return [[x, y, x2, y2, x2, y2]];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const dx = (cos * (x - x2)) / 2 + (sin * (y - y2)) / 2;
  const dy = (-sin * (x - x2)) / 2 + (cos * (y - y2)) / 2;
  const scale = (dx / rx) ** 2 + (dy / ry) ** 2;
  if (scale > 1) [rx, ry] = [rx * Math.sqrt(scale), ry * Math.sqrt(scale)];
  const rest = (rx * ry) ** 2 - (rx * dy) ** 2 - (ry * dx) ** 2;
  const root = Math.sqrt(Math.max(0, rest / ((rx * dy) ** 2 + (ry * dx) ** 2 || 1))) * (large === sweep ? -1 : 1);
  const [px, py] = [(root * rx * dy) / ry, (-root * ry * dx) / rx];
  const [cx, cy] = [cos * px - sin * py + (x + x2) / 2, sin * px + cos * py + (y + y2) / 2];
  const from = Math.atan2((dy - py) / ry, (dx - px) / rx);
  let sweepAngle = Math.atan2((-dy - py) / ry, (-dx - px) / rx) - from;
  if (sweep === 1 && sweepAngle < 0) sweepAngle += 2 * Math.PI;
  if (sweep === 0 && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
  const step = sweepAngle / pieces;
  const pull = (4 / 3) * Math.tan(step / 4);
  const point = (ex: number, ey: number): [number, number] => [
    cx + rx * ex * cos - ry * ey * sin,
    cy + rx * ex * sin + ry * ey * cos,
  ];
  return Array.from({ length: pieces }, (_, index) => {
    const [a, b] = [from + index * step, from + (index + 1) * step];
    const first = point(Math.cos(a) - pull * Math.sin(a), Math.sin(a) + pull * Math.cos(a));
    const second = point(Math.cos(b) + pull * Math.sin(b), Math.sin(b) - pull * Math.cos(b));
    return [...first, ...second, ...(index === pieces - 1 ? ([x2, y2] as const) : point(Math.cos(b), Math.sin(b)))];
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
