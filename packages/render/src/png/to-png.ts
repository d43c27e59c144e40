import { RenderError } from "../errors.ts";
import { encodePng } from "../picture/encode-png.ts";
import { release } from "../picture/release.ts";
import type { Scene } from "../scene/scene.ts";
import { paintScene } from "./paint-scene.ts";

/** How large a PNG becomes. */
export interface PngOptions {
  /** Pixels for a point; 2 when absent. */
  readonly scale?: 1 | 2 | 3;
  /** Pixels across, in place of `scale`. */
  readonly width?: number;
}

/** A long back of a pass at three pixels a point has 20 million; a surface costs 4 bytes for each. */
const MOST_PIXELS = 32_000_000;

/**
 * A PNG of a scene, the same bytes in every runtime.
 *
 * @throws RenderError `ERR_RENDER_OPTION` for a width or scale that gives no picture, or one beyond 32 million pixels.
 *
 * @example
 * ```ts
 * const { scene } = await drawFront(pass);
 * await writeFile("front@2x.png", await toPng(scene, { scale: 2 }));
 * ```
 */
export async function toPng(scene: Scene, { scale = 2, width }: PngOptions = {}): Promise<Uint8Array> {
  const factor = width === undefined ? scale : width / scene.width;
  const pixels = scene.width * factor * scene.height * factor;
  // Written this way round, numbers that are none (NaN) do not pass.
  if (!(factor > 0 && pixels > 0 && pixels <= MOST_PIXELS)) {
    throw new RenderError(
      "ERR_RENDER_OPTION",
      `A PNG of ${scene.width} × ${scene.height} points cannot be ${factor} times as large.`,
    );
  }
  const picture = await paintScene(scene, factor);
  const png = encodePng(picture);
  release(picture.rgba);
  return png;
}
