import type { PassPackage } from "@passwright/pass";
import { type BackField, readBackFields } from "../../back/read-back-fields.ts";
import type { DrawOptions } from "../../draw-options.ts";
import { RenderError } from "../../errors.ts";
import { chooseLook } from "../../layout/choose-look.ts";
import { drawFront } from "../../layout/draw-front.ts";
import { openReading } from "../../layout/open-reading.ts";
import { prepareFace } from "../../layout/prepare-face.ts";
import type { Scene } from "../../scene/scene.ts";
import type { Typesetter } from "../../text/typesetter.ts";
import { type PrintCode, readCode } from "./code-figure.ts";

/** What is printed of a pass. */
export interface PassPart {
  readonly front: Scene;
  /** Whose pass it is, and what for. */
  readonly title: string;
  /** Null when there is none, and when the pass is not valid any more: nobody shall scan it. */
  readonly code: PrintCode | null;
  readonly fields: readonly BackField[];
  readonly type: Typesetter;
}

/** Reads what is printed of a pass. Throws as drawFront does. */
export async function readPart(pass: PassPackage, options: DrawOptions): Promise<PassPart> {
  const { scene: front } = await drawFront(pass, options);
  const look = chooseLook(pass.data, pass.files, options.look ?? "newest");
  if (look === null) throw new RenderError("ERR_RENDER_NO_STYLE");
  const reading = await openReading(pass, options);
  const [{ face, title }, fields] = await Promise.all([
    prepareFace(pass, look.style, [], options),
    readBackFields(pass.data, look.style, reading),
  ]);
  const code = face.over !== null ? null : readCode(face.barcodes);
  return { front, title: title === "" ? front.title : title, code, fields, type: reading.type };
}
