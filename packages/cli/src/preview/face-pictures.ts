import type { PassPackage } from "@passwright/pass";
import { drawFace, type FaceName, type FaceOptions, FACES } from "../render/draw-face.ts";
import { type DrawingNote, linesOf, toDrawingNotes } from "../render/drawing-report.ts";
import { loadRenderer } from "../render/renderer.ts";
import type { PreviewState } from "./preview-state.ts";
import { toFaceOptions, toViewQuery, type ViewOptions } from "./view-options.ts";

/** A drawn side of the pass, or why it cannot be drawn. */
export type FacePicture =
  | {
      readonly face: FaceName;
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly title: string;
      readonly lines: readonly string[];
      readonly notes: readonly DrawingNote[];
    }
  | { readonly face: FaceName; readonly problem: string };

/** Pictures that are kept: every side in a few dozen settings. */
const MAX_KEPT = 300;

/** Draws the sides of the pass that the state has, each once until it changes. */
export class FacePictures {
  readonly #state: PreviewState;
  readonly #options: () => FaceOptions;
  #kept = new Map<string, Promise<FacePicture>>();
  #pass: PassPackage | null = null;

  /** @param options what every picture is drawn with, asked for each time: the moment goes on. */
  constructor(state: PreviewState, options: () => FaceOptions) {
    this.#state = state;
    this.#options = options;
  }

  /** All sides; empty while there is no pass. */
  async drawAll(view: ViewOptions): Promise<readonly FacePicture[]> {
    const pictures = await Promise.all(FACES.map((face) => this.draw(face, view)));
    return pictures.filter((picture) => picture !== null);
  }

  /** One side; null while there is no pass. */
  draw(face: FaceName, view: ViewOptions): Promise<FacePicture | null> {
    const { pass } = this.#state.view;
    if (pass === null) return Promise.resolve(null);
    if (pass !== this.#pass) {
      this.#pass = pass;
      this.#kept = new Map();
    }
    const key = `${face}?${toViewQuery(view)}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const drawn = drawPicture(face, pass, toFaceOptions(this.#options(), view));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, drawn);
    return drawn;
  }
}

async function drawPicture(face: FaceName, pass: PassPackage, options: FaceOptions): Promise<FacePicture> {
  try {
    const drawing = await drawFace(face, pass, options);
    const { toSvg } = await loadRenderer();
    const { width, height, title } = drawing.scene;
    return {
      face,
      svg: toSvg(drawing.scene),
      width,
      height,
      title,
      lines: linesOf(drawing),
      notes: await toDrawingNotes(drawing.findings),
    };
  } catch (error) {
    // One side that cannot be drawn must not take the others, and the page, with it.
    return { face, problem: error instanceof Error ? error.message : String(error) };
  }
}
