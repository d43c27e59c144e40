/** A number as path data has it. */
export function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Path data of one command. */
export function seg(command: "M" | "L" | "C" | "Q", ...numbers: readonly number[]): string {
  return command + numbers.map(num).join(" ");
}

/**
 * Curves along a circle from one angle to another (radians, clockwise as y is down); the pen stands at the start.
 */
export function arc(cx: number, cy: number, radius: number, from: number, to: number): string {
  const pieces = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / pieces;
  const pull = (4 / 3) * Math.tan(step / 4) * radius;
  let data = "";
  for (let piece = 0; piece < pieces; piece += 1) {
    const [a, b] = [from + piece * step, from + (piece + 1) * step];
    const [ax, ay] = [cx + radius * Math.cos(a), cy + radius * Math.sin(a)];
    const [bx, by] = [cx + radius * Math.cos(b), cy + radius * Math.sin(b)];
    data += seg("C", ax - pull * Math.sin(a), ay + pull * Math.cos(a), bx + pull * Math.sin(b), by - pull * Math.cos(b), bx, by);
  }
  return data;
}

/** A rectangle with round corners. */
export function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `${seg("M", x, y)}${seg("L", x + width, y)}${seg("L", x + width, y + height)}${seg("L", x, y + height)}Z`;
  const [right, bottom, turn] = [x + width, y + height, Math.PI / 2];
  return (
    seg("M", x + r, y) +
    seg("L", right - r, y) +
    arc(right - r, y + r, r, -turn, 0) +
    seg("L", right, bottom - r) +
    arc(right - r, bottom - r, r, 0, turn) +
    seg("L", x + r, bottom) +
    arc(x + r, bottom - r, r, turn, 2 * turn) +
    seg("L", x, y + r) +
    arc(x + r, y + r, r, 2 * turn, 3 * turn) +
    "Z"
  );
}
