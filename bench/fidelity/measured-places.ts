import { readFile, writeFile } from "node:fs/promises";
import type { InkBox } from "./text-places.ts";

/**
 * Where the ink of each text lies on screenshots of iPhones, points of a face 361 points wide: by face, then by the name of the text.
 * Lengths that were measured, and nothing of what a pass says; `node bench/fidelity/run.ts --remeasure` makes them anew.
 */
export type MeasuredPlaces = Readonly<Record<string, Readonly<Record<string, Edges>>>>;

/** Left, top, right, bottom. */
type Edges = readonly [number, number, number, number];

const FILE = new URL("measured-places.json", import.meta.url);

export async function readMeasuredPlaces(): Promise<MeasuredPlaces> {
  return JSON.parse(await readFile(FILE, "utf8")) as MeasuredPlaces;
}

/** A line for each text. */
export async function writeMeasuredPlaces(places: MeasuredPlaces): Promise<void> {
  const faces = Object.entries(places).map(([face, texts]) => {
    const lines = Object.entries(texts).map(([name, edges]) => `    ${JSON.stringify(name)}: [${edges.join(", ")}]`);
    return `  ${JSON.stringify(face)}: {\n${lines.join(",\n")}\n  }`;
  });
  await writeFile(FILE, `{\n${faces.join(",\n")}\n}\n`);
}

/** Hundredths are finer than the third of a point that is measured. */
export function toEdges({ left, top, right, bottom }: InkBox): Edges {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(left), round(top), round(right), round(bottom)];
}
