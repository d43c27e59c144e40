import { inflateBase64 } from "../sfnt/inflate.ts";
import { createTrueTypeFace } from "../sfnt/true-type-face.ts";
import { createPairShaper } from "./pair-shaper.ts";
import type { ShapingFace } from "../shaping-face.ts";
import type { Spacing } from "./sf-spacing.ts";

/** The cuts of Inter that ship with the package: text for small sizes, display for large ones. */
export type InterCut = "text-light" | "text-regular" | "text-semibold" | "display-light" | "display-regular" | "display-semibold";

export type InterCuts = Readonly<Record<InterCut, ShapingFace>>;

interface CutSpec {
  readonly weight: number;
  readonly load: () => Promise<{ readonly PACKED: string }>;
  readonly spacing: Spacing;
}

const CUTS: Readonly<Record<InterCut, CutSpec>> = {
  "text-light": {
    weight: 300,
    load: () => import("./text-light.ts"),
    spacing: { digit: -0.027, capital: 0, small: -0.023, space: 0.01, other: -0.009 },
  },
  "text-regular": {
    weight: 400,
    load: () => import("./text-regular.ts"),
    spacing: { digit: 0.008, capital: -0.019, small: -0.021, space: -0.011, other: 0.028 },
  },
  "text-semibold": {
    weight: 600,
    load: () => import("./text-semibold.ts"),
    spacing: { digit: 0.037, capital: 0.007, small: 0, space: 0.042, other: -0.018 },
  },
  "display-light": {
    weight: 300,
    load: () => import("./display-light.ts"),
    spacing: { digit: 0.034, capital: -0.012, small: 0.006, space: -0.023, other: 0.017 },
  },
  "display-regular": {
    weight: 400,
    load: () => import("./display-regular.ts"),
    spacing: { digit: 0, capital: -0.02, small: -0.002, space: -0.031, other: 0 },
  },
  "display-semibold": {
    weight: 600,
    load: () => import("./display-semibold.ts"),
    spacing: { digit: 0, capital: 0.006, small: 0.011, space: -0.008, other: 0 },
  },
};

/** Fonts already unpacked: they are constants that are only made when first needed. */
const LOADED: { cuts: Promise<InterCuts> | null } = { cuts: null };

/** All cuts of Inter, unpacked once. */
export function loadInterCuts(): Promise<InterCuts> {
  LOADED.cuts ??= unpackAll();
  return LOADED.cuts;
}

async function unpackAll(): Promise<InterCuts> {
  const names = Object.keys(CUTS) as InterCut[];
  const faces = await Promise.all(names.map(async (name) => [name, await unpack(name)] as const));
  return Object.fromEntries(faces) as InterCuts;
}

async function unpack(name: InterCut): Promise<ShapingFace> {
  const { weight, load, spacing } = CUTS[name];
  const bytes = await inflateBase64((await load()).PACKED);
  const family = name.startsWith("display") ? "Inter Display" : "Inter";
  return createPairShaper(createTrueTypeFace(bytes, { id: `inter-${name}`, family, weight }), spacing);
}
