import type { ImageSpec, PointSize } from "../../model/images.ts";
import { inFile } from "../hit.ts";
import { imageSets, passImages, type PassImage } from "../pass-images.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";

/** How far a shape may be from a documented one before the picture is visibly cropped. */
const RATIO_TOLERANCE = 0.03;

/** Images in pixels: whether they fit the space that Wallet gives them in points. */
export const IMAGE_SIZE_RULES: readonly Rule[] = [
  {
    id: "image-1x-only",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.creatingSource],
    *check(subject) {
      for (const set of imageSets(passImages(subject))) {
        const [first] = set;
        // The icon has a rule of its own.
        if (first === undefined || first.spec.name === "icon" || set.some(({ scale }) => scale > 1)) continue;
        yield inFile(first.file, { name: first.spec.name });
      }
    },
  },
  {
    id: "image-scale-ratio",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.creatingSource],
    *check(subject) {
      for (const set of imageSets(passImages(subject))) {
        const [base, ...larger] = set.filter(({ facts }) => facts !== null);
        if (base?.facts == null) continue;
        for (const { file, scale, facts } of larger) {
          if (facts === null) continue;
          const factor = scale / base.scale;
          // The smaller one was rounded to whole pixels, so a pixel per step is no fault.
          if (isNear(facts.width, base.facts.width * factor, scale) && isNear(facts.height, base.facts.height * factor, scale))
            continue;
          yield inFile(file, {
            size: pixels(facts),
            base: base.file,
            baseSize: pixels(base.facts),
            expected: pixels({ width: Math.round(base.facts.width * factor), height: Math.round(base.facts.height * factor) }),
          });
        }
      }
    },
  },
  {
    id: "image-size",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.guideCreating, SOURCES.passBuilder],
    *check(subject) {
      for (const image of passImages(subject)) {
        const { facts, spec, scale, file } = image;
        if (facts === null || spec.size === null || spec.size.rule === "within" || fitsExactly(image)) continue;
        const expected = documentedSizes(spec).map((size) => pixels(scaled(size, scale)));
        yield inFile(file, { size: pixels(facts), expected: expected.join(spec.size.rule === "square" ? " to " : " or ") });
      }
    },
  },
  {
    id: "image-max",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.passBuilder],
    *check(subject) {
      for (const { facts, spec, scale, file } of passImages(subject)) {
        if (facts === null || spec.size?.rule !== "within" || spec.name === "thumbnail") continue;
        const limit = scaled(spec.size, scale);
        if (facts.width <= limit.width + 1 && facts.height <= limit.height + 1) continue;
        yield inFile(file, { size: pixels(facts), limit: pixels(limit), points: pixels(spec.size) });
      }
    },
  },
  {
    id: "image-thumbnail-ratio",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guideCreating, SOURCES.design],
    *check(subject) {
      for (const { facts, spec, scale, file } of passImages(subject)) {
        if (facts === null || spec.size === null || spec.name !== "thumbnail") continue;
        const limit = scaled(spec.size, scale);
        const ratio = facts.width / facts.height;
        const isCropped = ratio < 2 / 3 - RATIO_TOLERANCE || ratio > 3 / 2 + RATIO_TOLERANCE;
        if (!isCropped && facts.width <= limit.width && facts.height <= limit.height) continue;
        yield inFile(file, { size: pixels(facts), limit: pixels(limit) });
      }
    },
  },
  {
    id: "image-background-size",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design, SOURCES.passBuilder],
    *check(subject) {
      const isPoster = subject.schemes.includes("posterEventTicket") || subject.styles.includes("posterGeneric");
      const images = passImages(subject);
      if (!isPoster || images.some(({ spec }) => spec.name === "artwork")) return;
      for (const { facts, spec, scale, file } of images) {
        if (facts === null || spec.size === null || spec.name !== "background") continue;
        const needed = scaled(spec.size, scale);
        if (facts.width >= needed.width && facts.height >= needed.height) continue;
        yield inFile(file, { size: pixels(facts), needed: pixels(needed) });
      }
    },
  },
];

/** Whether an image has a documented size, or one that is drawn alike. */
function fitsExactly({ facts, spec, scale }: PassImage): boolean {
  if (facts === null || spec.size === null) return true;
  const { size } = spec;
  if (size.rule === "square") {
    const [least, most] = [size.minWidth * scale, size.width * scale];
    return Math.abs(facts.width - facts.height) <= 1 && facts.width >= least && facts.width <= most;
  }
  const sizes = documentedSizes(spec);
  if (
    sizes.some(
      (documented) => isNear(facts.width, documented.width * scale, 1) && isNear(facts.height, documented.height * scale, 1),
    )
  ) {
    return true;
  }
  // Of a shape between the documented ones, and large enough not to be blurred. Backgrounds are blurred anyway: the guide
  // recommends small ones.
  const ratios = sizes
    .filter(({ width }) => width >= size.minWidth || spec.name === "background")
    .map(({ width, height }) => width / height);
  const ratio = facts.width / facts.height;
  const isShaped = ratio >= Math.min(...ratios) * (1 - RATIO_TOLERANCE) && ratio <= Math.max(...ratios) * (1 + RATIO_TOLERANCE);
  return isShaped && (spec.name === "background" || facts.width >= size.minWidth * scale);
}

/** The sizes in points that documents name; of a square, the least and the greatest. */
function documentedSizes({ size, alsoDocumented }: ImageSpec): readonly PointSize[] {
  if (size === null) return [];
  return size.rule === "square" ? [{ width: size.minWidth, height: size.minWidth }, size] : [size, ...alsoDocumented];
}

function scaled({ width, height }: PointSize, scale: number): PointSize {
  return { width: width * scale, height: height * scale };
}

function isNear(actual: number, expected: number, tolerance: number): boolean {
  return Math.abs(actual - expected) <= tolerance;
}

function pixels({ width, height }: PointSize): string {
  return `${width}×${height}`;
}
