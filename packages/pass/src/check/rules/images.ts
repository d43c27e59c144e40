import { IMAGE_NAMES } from "../../model/enums.ts";
import { imageFileName } from "../../model/images.ts";
import { inFile, ofPass, shown } from "../hit.ts";
import { nearestName } from "../nearest-name.ts";
import { fileNameOf, imageSets, isLanguageFolder, passImages, type PassImage, stemOf } from "../pass-images.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject, ImageFile } from "../subject.ts";
import { IMAGE_SIZE_RULES } from "./images-sizes.ts";

const ICON_REFUSED = "https://github.com/alexandercerutti/passkit-generator/pull/101";
const JPEG_UNDER_PNG = "https://github.com/pablo-s/passes/issues/9";

/** A picture of more bytes or pixels than this makes adding the pass slow. */
const HEAVY_BYTES = 1_048_576;
const HEAVY_PIXELS = 4096;

/** Images that only the newer faces draw. */
const FACE_IMAGES: ReadonlySet<string> = /* @__PURE__ */ new Set(["artwork", "primaryLogo", "secondaryLogo", "venueMap"]);

/** The pictures of a pass: whether a device finds, reads and draws them. Their sizes: images-sizes.ts. */
export const IMAGES_RULES: readonly Rule[] = [
  {
    id: "image-icon",
    severity: "error",
    effect: "refuses",
    step: "required",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.guideCreating, SOURCES.design, SOURCES.passBuilder, ICON_REFUSED],
    *check(subject) {
      // Without any file, what is wrong lies before the icon.
      if (subject.files.size === 0) return;
      if (!passImages(subject).some(({ spec }) => spec.required === "pass")) yield ofPass();
    },
  },
  {
    id: "image-icon-2x3x",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passBuilder],
    *check(subject) {
      for (const set of imageSets(passImages(subject))) {
        const [first] = set;
        if (first?.spec.name !== "icon") continue;
        const missing = ([2, 3] as const).filter((scale) => !set.some((image) => image.scale === scale));
        if (missing.length === 0) continue;
        yield inFile(first.file, { missing: missing.map((scale) => imageFileName("icon", scale)).join(" and ") });
      }
    },
  },
  {
    id: "image-name",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource, SOURCES.guideCreating],
    *check(subject) {
      const found = new Set(passImages(subject).map(({ file }) => file));
      for (const image of subject.images) {
        if (!found.has(image.file))
          yield inFile(image.file, { name: shown(fileNameOf(image.file)), expected: expectedPath(image) });
      }
    },
  },
  {
    id: "image-png",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource, SOURCES.guideCreating, JPEG_UNDER_PNG],
    *check(subject) {
      for (const { file, facts } of passImages(subject)) {
        if (facts === null || facts.format === "png" || facts.format === "cgbi") continue;
        yield inFile(file, { format: FORMAT_NAMES[facts.format] });
      }
    },
  },
  {
    id: "image-crc",
    severity: "error",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check(subject) {
      for (const { file, facts, bytes } of passImages(subject)) {
        if (facts?.intact === true) continue;
        yield inFile(file, { length: bytes.length });
      }
    },
  },
  ...IMAGE_SIZE_RULES,
  {
    id: "image-strip-excl",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guideCreating, SOURCES.design],
    *check(subject) {
      if (!subject.styles.includes("eventTicket")) return;
      const images = passImages(subject);
      const strip = images.find(({ spec }) => spec.name === "strip");
      if (strip === undefined) return;
      for (const other of strip.spec.excludes) {
        // A poster may take the background, and the strip is for the plain ticket behind it.
        if (other === "background" && subject.schemes.includes("posterEventTicket")) continue;
        const excluded = images.find(({ spec }) => spec.name === other);
        if (excluded !== undefined) yield inFile(excluded.file, { other });
      }
    },
  },
  {
    id: "image-style",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.guideCreating, SOURCES.design],
    *check(subject) {
      for (const { spec, file } of undrawnImages(subject)) {
        if (FACE_IMAGES.has(spec.name)) continue;
        yield inFile(file, { name: spec.name, styles: subject.styles.join(" and "), drawn: spec.faces.join(", ") });
      }
    },
  },
  {
    id: "image-scheme",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.design],
    *check(subject) {
      for (const { spec, file } of undrawnImages(subject)) {
        if (FACE_IMAGES.has(spec.name)) yield inFile(file, { name: spec.name, drawn: spec.faces.join(", ") });
      }
    },
  },
  {
    id: "image-heavy",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.design],
    *check(subject) {
      for (const { file, bytes, facts } of passImages(subject)) {
        const { width = 0, height = 0 } = facts ?? {};
        if (bytes.length <= HEAVY_BYTES && Math.max(width, height) <= HEAVY_PIXELS) continue;
        yield inFile(file, { kilobytes: Math.ceil(bytes.length / 1024), width, height });
      }
    },
  },
  {
    id: "image-localized-top",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.creatingSource, SOURCES.guideCreating],
    *check(subject) {
      const sets = imageSets(passImages(subject)).flatMap(([first]) => (first === undefined ? [] : [first]));
      const tops = sets.filter(({ folder }) => folder === "");
      for (const first of sets) {
        if (first.folder === "") continue;
        const top = tops.find(({ spec }) => spec.name === first.spec.name);
        if (top !== undefined) yield inFile(first.file, { name: first.spec.name, top: top.file, folder: shown(first.folder) });
      }
    },
  },
  {
    id: "image-localized-set",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check(subject) {
      const localized = passImages(subject).filter(({ folder }) => folder !== "");
      for (const same of Map.groupBy(localized, ({ spec }) => spec.name).values()) {
        const all = new Set(same.map(({ scale }) => scale));
        for (const set of imageSets(same)) {
          const [first] = set;
          const missing = ([1, 2, 3] as const).filter((scale) => all.has(scale) && !set.some((image) => image.scale === scale));
          if (first === undefined || missing.length === 0) continue;
          yield inFile(first.file, {
            folder: shown(first.folder),
            missing: missing.map((scale) => imageFileName(first.spec.name, scale)).join(" and "),
          });
        }
      }
    },
  },
];

const FORMAT_NAMES = { jpeg: "JPEG", webp: "WebP", gif: "GIF", heic: "HEIC" } as const;

/** One image of every set that no style and no scheme of the pass draws. */
function* undrawnImages(subject: CheckSubject): Generator<PassImage> {
  const faces = new Set<string>([...subject.styles, ...subject.schemes]);
  if (subject.styles.length === 0) return;
  for (const [first] of imageSets(passImages(subject))) {
    if (first !== undefined && !first.spec.faces.some((face) => faces.has(face))) yield first;
  }
}

/** Where a device would find an image with this name, as far as one can guess which is meant. */
function expectedPath({ file, folder, scale }: ImageFile): string {
  const bare = stemOf(file).replace(/[@_-][123]x?$/iu, "");
  const name = nearestName(bare, IMAGE_NAMES);
  if (name === undefined) return "none that Wallet knows";
  const path = imageFileName(name, scale);
  return isLanguageFolder(folder) ? `${folder}/${path}` : path;
}
