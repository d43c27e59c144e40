import { readFile, writeFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import subsetFont from "subset-font";

/**
 * Makes the fonts that `@passwright/render` ships: six cuts of Inter (OFL 1.1, npm `inter-ui`), cut down to Latin, Greek
 * and Cyrillic, without hints and substitutions, kerning kept. `node scripts/fonts/subset-inter.ts` writes them anew.
 */
const CUTS: readonly (readonly [name: string, file: string])[] = [
  ["text-light", "web/Inter-Light.woff2"],
  ["text-regular", "web/Inter-Regular.woff2"],
  ["text-semibold", "web/Inter-SemiBold.woff2"],
  ["display-light", "display/InterDisplay-Light.woff2"],
  ["display-regular", "display/InterDisplay-Regular.woff2"],
  ["display-semibold", "display/InterDisplay-SemiBold.woff2"],
];

/** Latin with Vietnamese, Greek, Cyrillic, and the punctuation, currencies, arrows and signs that passes hold. */
const RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x18f, 0x18f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1cd, 0x1dc],
  [0x1e6, 0x1e7],
  [0x1ea, 0x1eb],
  [0x1f8, 0x1f9],
  [0x200, 0x21b],
  [0x259, 0x259],
  [0x2c6, 0x2dd],
  [0x300, 0x304],
  [0x306, 0x30c],
  [0x323, 0x323],
  [0x326, 0x328],
  [0x37a, 0x37f],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x48a, 0x4ff],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x2070, 0x2079],
  [0x2080, 0x2089],
  [0x20a0, 0x20bf],
  [0x2100, 0x2122],
  [0x2150, 0x215f],
  [0x2190, 0x2199],
  [0x2202, 0x2265],
  [0x25a0, 0x25cf],
  [0x2600, 0x2665],
  [0x2713, 0x2717],
  [0xfb01, 0xfb02],
  [0xfffd, 0xfffd],
];

const characters = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step));
const text = String.fromCodePoint(...characters);
const source = new URL("./", import.meta.resolve("inter-ui/package.json"));

for (const [name, file] of CUTS) {
  const font = await subsetFont(await readFile(new URL(file, source)), text, {
    targetFormat: "truetype",
    keepFeatures: ["kern"],
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ["GSUB", "GDEF", "STAT", "DSIG", "meta"],
  });
  const packed = deflateRawSync(font, { level: 9 }).toString("base64");
  const code = `/** Inter 4.1, a subset: made by scripts/fonts/subset-inter.ts. SIL Open Font License 1.1. Deflated, Base64. */\nexport const PACKED =\n  "${packed}";\n`;
  await writeFile(new URL(`../../packages/render/src/text/inter/${name}.ts`, import.meta.url), code);
  console.log(`${name}: ${font.length} bytes, ${packed.length} packed`);
}
