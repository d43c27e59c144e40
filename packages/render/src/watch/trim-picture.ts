import { WATCH_FOOTER } from "./watch-metrics.ts";
import type { Picture } from "../picture/picture.ts";
import { resample } from "../picture/resample.ts";

/** A picture without the rows and columns at its sides that are white or nothing; null when there is nothing else in it. */
export function trimPicture(picture: Picture): Picture | null {
  const { width, height, rgba } = picture;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      if (isBlank(rgba, at)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return null;
  const region = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  return resample(picture, region, region.width, region.height);
}

/** Less than this cannot be seen. */
const FAINT = 8;

function isBlank(rgba: Uint8ClampedArray, at: number): boolean {
  const { white } = WATCH_FOOTER;
  if ((rgba[at + 3] ?? 0) < FAINT) return true;
  return (rgba[at] ?? 0) >= white && (rgba[at + 1] ?? 0) >= white && (rgba[at + 2] ?? 0) >= white;
}
