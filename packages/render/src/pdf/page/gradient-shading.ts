import type { SceneGradient } from "../../scene/scene.ts";
import type { PdfFile } from "../file/pdf-file.ts";
import { array, dict, ref } from "../file/pdf-syntax.ts";

type Stop = SceneGradient["stops"][number];

/** The colours of a gradient along its line (ISO 32000-1, 8.7.4.5.3). */
export function colourShading(file: PdfFile, gradient: SceneGradient): number {
  return writeShading(file, gradient, "/DeviceRGB", ({ colour: { r, g, b } }) => [r / 255, g / 255, b / 255]);
}

/** How much of a gradient is seen along its line, as greys: white is all of it. */
export function opacityShading(file: PdfFile, gradient: SceneGradient): number {
  return writeShading(file, gradient, "/DeviceGray", ({ colour: { a } }) => [a]);
}

function writeShading(file: PdfFile, gradient: SceneGradient, space: string, read: (stop: Stop) => readonly number[]): number {
  const { x1, y1, x2, y2, stops } = gradient;
  const coords = array([x1, y1, x2, y2]);
  const shading = { ShadingType: 2, ColorSpace: space, Coords: coords, Extend: array(["true", "true"]) };
  return file.add(dict({ ...shading, Function: ref(writeFunction(file, stops, read)) }));
}

/** From stop to stop, beginning at 0 and ending at 1: readers disagree about functions that begin elsewhere. */
function writeFunction(file: PdfFile, stops: readonly Stop[], read: (stop: Stop) => readonly number[]): number {
  const [first] = stops;
  const last = stops.at(-1);
  if (first === undefined || last === undefined) return file.add(dict({ FunctionType: 2, Domain: array([0, 1]), N: 1 }));
  const all = [...(first.offset > 0 ? [{ ...first, offset: 0 }] : []), ...stops];
  if (last.offset < 1) all.push({ ...last, offset: 1 });
  const pieces = all.slice(1).map((stop, index) => ({ from: all[index] ?? stop, to: stop }));
  const kept = pieces.filter(({ from, to }) => to.offset > from.offset);
  const functions = kept.map(({ from, to }) =>
    dict({ FunctionType: 2, Domain: array([0, 1]), C0: array(read(from)), C1: array(read(to)), N: 1 }),
  );
  const [single] = functions;
  if (functions.length <= 1) {
    const flat = dict({ FunctionType: 2, Domain: array([0, 1]), C0: array(read(last)), C1: array(read(last)), N: 1 });
    return file.add(single ?? flat);
  }
  return file.add(
    dict({
      FunctionType: 3,
      Domain: array([0, 1]),
      Functions: array(functions),
      Bounds: array(kept.slice(1).map(({ from }) => from.offset)),
      Encode: array(kept.flatMap(() => [0, 1])),
    }),
  );
}
