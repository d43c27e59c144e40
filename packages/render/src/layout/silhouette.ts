import type { PassStyle } from "@passwright/pass";
import { BITE, FACE, NOTCH, SCALLOP } from "../metrics.ts";
import { arc, roundedBox, seg } from "./geometry.ts";

/** The outline of a face of a style. */
export function silhouette(style: PassStyle, width: number, height: number = FACE.height): string {
  return OUTLINES[style](width, height);
}

const OUTLINES: Readonly<Record<PassStyle, (width: number, height: number) => string>> = {
  boardingPass: bitten,
  coupon: scalloped,
  eventTicket: notched,
  generic: rounded,
  storeCard: rounded,
  posterGeneric: rounded,
};

function rounded(width: number, height: number): string {
  return roundedBox(0, 0, width, height, FACE.radius);
}

/** Square corners, and a part of a circle cut out of the middle of the top edge. */
function notched(width: number, height: number): string {
  const { radius, centre } = NOTCH;
  const half = Math.sqrt(radius ** 2 - centre ** 2);
  const angle = Math.asin(-centre / radius);
  const middle = width / 2;
  return (
    seg("M", 0, 0) +
    seg("L", middle - half, 0) +
    arc(middle, centre, radius, Math.PI - angle, angle) +
    seg("L", width, 0) +
    seg("L", width, height) +
    seg("L", 0, height) +
    "Z"
  );
}

/** Round corners, and a half circle cut out of either side where the stub would be torn off. */
function bitten(width: number, height: number): string {
  const { y, radius } = BITE;
  const r = FACE.radius;
  const turn = Math.PI / 2;
  return (
    seg("M", r, 0) +
    seg("L", width - r, 0) +
    arc(width - r, r, r, -turn, 0) +
    seg("L", width, y - radius) +
    arc(width, y, radius, -turn, -3 * turn) +
    seg("L", width, height - r) +
    arc(width - r, height - r, r, 0, turn) +
    seg("L", r, height) +
    arc(r, height - r, r, turn, 2 * turn) +
    seg("L", 0, y + radius) +
    arc(0, y, radius, turn, -turn) +
    seg("L", 0, r) +
    arc(r, r, r, 2 * turn, 3 * turn) +
    "Z"
  );
}

/** Square corners, and a row of half circles cut out of the top and the bottom edge. */
function scalloped(width: number, height: number): string {
  const { pitch, radius } = SCALLOP;
  const count = Math.floor(width / pitch);
  const start = (width - count * pitch) / 2 + pitch / 2;
  let top = seg("M", 0, 0);
  let bottom = "";
  for (let index = 0; index < count; index += 1) {
    const x = start + index * pitch;
    const back = start + (count - 1 - index) * pitch;
    top += seg("L", x - radius, 0) + arc(x, 0, radius, Math.PI, 0);
    bottom += seg("L", back + radius, height) + arc(back, height, radius, 0, -Math.PI);
  }
  return `${top}${seg("L", width, 0)}${seg("L", width, height)}${bottom}${seg("L", 0, height)}Z`;
}
