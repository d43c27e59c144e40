import type { SceneGradient } from "../scene/scene.ts";
import type { Shader } from "./surface.ts";

/** Steps that a gradient's colours are computed in. */
const STEPS = 1024;

/** The colours of a gradient at the centres of pixels; before the first stop and behind the last they go on. */
export function createGradientPaint({ x1, y1, x2, y2, stops }: SceneGradient, scale: number): Shader {
  const colours = new Uint8ClampedArray((STEPS + 1) * 4);
  for (let step = 0; step <= STEPS; step += 1) writeColour(stops, step / STEPS, colours, step * 4);
  const [alongX, alongY] = [x2 - x1, y2 - y1];
  const length = alongX * alongX + alongY * alongY;
  const paintAt: Shader["paintAt"] = (x, y, into) => {
    const [pointX, pointY] = [(x + 0.5) / scale - x1, (y + 0.5) / scale - y1];
    // A gradient of no length is its last colour (SVG 2, section 14.2.2).
    const offset = length > 0 ? (pointX * alongX + pointY * alongY) / length : 1;
    const at = Math.round(Math.max(0, Math.min(1, offset)) * STEPS) * 4;
    for (let channel = 0; channel < 4; channel += 1) into[channel] = colours[at + channel] ?? 0;
  };
  return { paintAt, isEvenAcross: alongX === 0 };
}

function writeColour(stops: SceneGradient["stops"], offset: number, into: Uint8ClampedArray, at: number): void {
  const after = stops.findIndex((stop) => stop.offset >= offset);
  const right = stops[after === -1 ? stops.length - 1 : after];
  const left = after <= 0 ? right : stops[after - 1];
  if (left === undefined || right === undefined) return;
  const span = right.offset - left.offset;
  const share = after === -1 || span <= 0 ? 1 : (offset - left.offset) / span;
  const [from, to] = [left.colour, right.colour];
  into[at] = from.r + (to.r - from.r) * share;
  into[at + 1] = from.g + (to.g - from.g) * share;
  into[at + 2] = from.b + (to.b - from.b) * share;
  into[at + 3] = (from.a + (to.a - from.a) * share) * 255;
}
