/**
 * How near our faces come to those of real iPhones: draws each pass of the corpus and compares it with its screenshot.
 *
 *   npm run build && node bench/fidelity/run.ts [face] [--texts] [--remeasure]
 *
 * Where texts lie on the screenshots is data (measured-places.json); `--remeasure` takes it from the pictures once more.
 */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PassPackage } from "@passwright/pass";
import { decodePicture, drawFront, type Picture, type SceneNode, toPng } from "@passwright/render";
import { fromDisplayP3, hasDisplayP3 } from "./display-p3.ts";
import { type Framing, findFraming } from "./framing.ts";
import { agreement, erase, inkMask, type Luminance, type Mask, PER_POINT } from "./ink-mask.ts";
import { type MeasuredPlaces, readMeasuredPlaces, toEdges, writeMeasuredPlaces } from "./measured-places.ts";
import { type NamedText, nameTexts } from "./text-names.ts";
import { inkBox, placedTexts } from "./text-places.ts";

/** A screenshot of a whole phone is larger than any picture of a pass may be. */
const SCREENSHOT_LIMITS = { maxBytes: 32 * 1024 * 1024, maxPixels: 8_000_000 };

const FACES = new URL("../../../shared/corpus/faces/", import.meta.url);
const TOLERANCE = 2;
const TEXT_TOLERANCE = 1.5;
const WIDTH = 361;
const SHOWN = 499.8;

interface FaceResult {
  readonly face: string;
  readonly framing: Framing["name"];
  readonly agreement: number;
  readonly texts: number;
  readonly placed: number;
}

const only = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const withTexts = process.argv.includes("--texts");
const isRemeasuring = process.argv.includes("--remeasure");
const known = await readMeasuredPlaces();
const measured: Record<string, MeasuredPlaces[string]> = { ...known };
const results: FaceResult[] = [];
for (const face of await listFaces()) if (only === undefined || only === face) results.push(await measure(face));
if (isRemeasuring) await writeMeasuredPlaces(measured);
printTable(results);

async function listFaces(): Promise<string[]> {
  const folders = await readdir(FACES).catch(() => []);
  const withPicture: string[] = [];
  for (const folder of folders.toSorted((a, b) => a.localeCompare(b))) {
    const files = await readdir(new URL(`${folder}/`, FACES));
    if (files.includes("iphone.jpg")) withPicture.push(folder);
  }
  return withPicture;
}

async function measure(face: string): Promise<FaceResult> {
  const folder = new URL(`${face}/`, FACES);
  const files: Record<string, Uint8Array> = {};
  for (const name of await readdir(folder)) if (name !== "iphone.jpg") files[name] = await readFile(new URL(name, folder));
  const pass = PassPackage.fromFiles(files);
  const { scene } = await drawFront(pass, { screenWidth: 393, emoji: await twemoji(files) });
  const drawn = await toPicture(await toPng(scene, { scale: PER_POINT }));
  const jpeg = await readFile(new URL("iphone.jpg", folder));
  const photo = hasDisplayP3(jpeg) ? fromDisplayP3(await toPicture(jpeg)) : await toPicture(jpeg);
  const framing = findFraming(photo);
  const ours = inkMask(crop(onGrid(drawn, { origin: 0, scale: PER_POINT }, { origin: 0, scale: PER_POINT }), framing, photo));
  const theirs = inkMask(crop(onGrid(photo, framing.x, framing.y), framing, photo));
  const symbols = symbolBoxes(scene.nodes);
  for (const box of symbols) for (const mask of [ours, theirs]) erase(mask, box);
  const named = nameTexts(pass.data, placedTexts(scene.nodes));
  if (isRemeasuring) measured[face] = measureTexts(named, ours, theirs);
  const { placed, texts } = compareTexts(named, ours, measured[face] ?? {});
  return { face, framing: framing.name, agreement: agreement(ours, theirs, TOLERANCE * PER_POINT), texts, placed };
}

/** Where the screenshot has the ink of each text that we draw; what it has not is not in it. */
function measureTexts(named: readonly NamedText[], ours: Mask, theirs: Mask): MeasuredPlaces[string] {
  const found = named.flatMap(({ name, box }) => {
    const drawn = inkBox(ours, box, { across: 0.5, down: 0 });
    const real = drawn === null ? null : inkBox(theirs, drawn);
    return real === null ? [] : [[name, toEdges(real)] as const];
  });
  return Object.fromEntries(found);
}

function compareTexts(named: readonly NamedText[], ours: Mask, places: MeasuredPlaces[string]): { texts: number; placed: number } {
  let texts = 0;
  let placed = 0;
  for (const { name, text, box } of named) {
    const drawn = inkBox(ours, box, { across: 0.5, down: 0 });
    if (drawn === null) continue;
    const real = places[name];
    texts += 1;
    const edges = toEdges(drawn);
    const off = real === undefined ? null : edges.map((edge, index) => edge - (real[index] ?? Number.NaN));
    const isPlaced = off !== null && off.every((distance) => Math.abs(distance) <= TEXT_TOLERANCE);
    if (isPlaced) placed += 1;
    if (withTexts || (!isPlaced && only !== undefined)) {
      console.log(
        `  ${isPlaced ? " " : "!"} ${off?.map((distance) => distance.toFixed(1).padStart(5)).join(" ") ?? "not found"}  ${name}: ${text}`,
      );
    }
  }
  return { texts, placed };
}

async function toPicture(bytes: Uint8Array): Promise<Picture> {
  const { picture, fault } = await decodePicture(bytes, SCREENSHOT_LIMITS);
  if (picture === null) throw new Error(`a picture cannot be read: ${fault}`);
  return picture;
}

/** A picture's luminance at every third of a point of the face. */
function onGrid(picture: Picture, x: Framing["x"], y: Framing["y"]): Luminance {
  const [width, height] = [WIDTH * PER_POINT, Math.floor(SHOWN * PER_POINT)];
  const values = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const sy = ((row + 0.5) / PER_POINT - y.origin) * y.scale - 0.5;
    for (let column = 0; column < width; column += 1) {
      values[row * width + column] = sample(picture, ((column + 0.5) / PER_POINT - x.origin) * x.scale - 0.5, sy);
    }
  }
  return { width, height, values };
}

function sample({ width, height, rgba }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  let sum = 0;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const px = Math.max(0, Math.min(width - 1, left + dx));
    const py = Math.max(0, Math.min(height - 1, top + dy));
    const at = (py * width + px) * 4;
    const light = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
    sum += light * (dx === 0 ? 1 - (x - left) : x - left) * (dy === 0 ? 1 - (y - top) : y - top);
  }
  return sum;
}

/** Blackens nothing, but keeps to what the screenshot shows: outside of it both are the same. */
function crop({ width, height, values }: Luminance, { x, y }: Framing, photo: Picture): Luminance {
  const edge = (pixel: number, axis: Framing["x"]): number => (pixel / axis.scale + axis.origin) * PER_POINT;
  const [left, right] = [Math.max(0, Math.ceil(edge(0, x))), Math.min(width, Math.floor(edge(photo.width, x)))];
  const [top, bottom] = [Math.max(0, Math.ceil(edge(0, y))), Math.min(height, Math.floor(edge(photo.height, y)))];
  const cropped = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = Math.max(top, Math.min(bottom - 1, row)) * width;
    for (let column = 0; column < width; column += 1) {
      cropped[row * width + column] = values[from + Math.max(left, Math.min(right - 1, column))] ?? 0;
    }
  }
  return { width, height, values: cropped };
}

/** Where the code's symbol is: its modules are not ours to match, for other masks of a QR code are as right. */
function symbolBoxes(nodes: readonly SceneNode[]): { x: number; y: number; width: number; height: number }[] {
  return nodes.flatMap((node) => {
    if (node.kind === "clip" || node.kind === "group") return symbolBoxes(node.nodes);
    if (node.kind !== "path" || node.label !== "barcode") return [];
    const numbers = Array.from(node.data.matchAll(/-?\d+(?:\.\d+)?/gu), ([text]) => Number(text));
    const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)];
    const [left, top] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
    const [right, bottom] = [xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
    return [{ x: left - 2, y: top - 2, width: right - left + 4, height: bottom - top + 4 }];
  });
}

/** Pictures for the emoji that a pass writes. */
async function twemoji(files: Readonly<Record<string, Uint8Array>>): Promise<(sequence: string) => string | null> {
  const text = new TextDecoder().decode(files["pass.json"]);
  const art = new Map<string, string>();
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (!/\p{Extended_Pictographic}/u.test(segment) || art.has(segment)) continue;
    const codes = Array.from(segment, (character) => (character.codePointAt(0) ?? 0).toString(16)).filter(
      (code) => code !== "fe0f",
    );
    const path = fileURLToPath(import.meta.resolve(`@twemoji/svg/${codes.join("-")}.svg`));
    const svg = await readFile(path, "utf8").catch(() => null);
    if (svg !== null) art.set(segment, svg);
  }
  return (sequence) => art.get(sequence) ?? null;
}

function printTable(rows: readonly FaceResult[]): void {
  for (const { face, framing, agreement: f1, texts, placed } of rows) {
    console.log(`${face.padEnd(18)} ${framing.padEnd(7)} F1 ${f1.toFixed(3)}  texts ${placed}/${texts}`);
  }
  const scores = rows.map((row) => row.agreement).toSorted((a, b) => a - b);
  if (scores.length === 0) {
    console.log("no faces: the corpus is not there");
    return;
  }
  const middle = scores.length / 2;
  const median = ((scores[Math.floor(middle)] ?? 0) + (scores[Math.ceil(middle) - 1] ?? 0)) / 2;
  const all = rows.reduce((sum, { texts }) => sum + texts, 0);
  const good = rows.reduce((sum, { placed }) => sum + placed, 0);
  console.log(
    `median F1 ${median.toFixed(3)}, least ${(scores[0] ?? 0).toFixed(3)}, texts in place ${good} of ${all} (${((good / all) * 100).toFixed(1)} %)`,
  );
}
