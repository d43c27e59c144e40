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
    spacing: { digit: 0.005, capital: -0.009, small: -0.003, space: 0.019, other: 0.023 },
  },
  "text-regular": {
    weight: 400,
    load: () => import("./text-regular.ts"),
    spacing: { digit: 0.004, capital: -0.01, small: -0.007, space: 0.01, other: 0.029 },
  },
  "text-semibold": {
    weight: 600,
    load: () => import("./text-semibold.ts"),
    spacing: { digit: 0.015, capital: 0.001, small: 0, space: 0.038, other: -0.033 },
  },
  "display-light": {
    weight: 300,
    load: () => import("./display-light.ts"),
    spacing: { digit: 0.02, capital: -0.01, small: 0.01, space: -0.04, other: 0.016 },
  },
  "display-regular": {
    weight: 400,
    load: () => import("./display-regular.ts"),
    spacing: { digit: 0.018, capital: -0.02, small: -0.001, space: -0.04, other: 0.015 },
  },
  "display-semibold": {
    weight: 600,
    load: () => import("./display-semibold.ts"),
    spacing: { digit: 0.018, capital: -0.01, small: 0.011, space: -0.044, other: 0.015 },
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
