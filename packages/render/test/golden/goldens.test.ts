import { afterAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../pass/test/support/read-fixture.ts";
import type { DrawOptions } from "../../src/draw-options.ts";
import { createCldrFormatter } from "../../src/format/cldr-formatter.ts";
import { loadCldrData } from "../../src/format/load-cldr-data.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { type GoldenCase, goldenFronts, goldenOthers, GOLDEN_STYLES } from "./golden-cases.ts";
import { digest, type Golden, isUpdating, keepActual, readGoldens, readWhole, writeGoldens, writeWhole } from "./golden-file.ts";
import { GOLDEN_LOCALES } from "./golden-words.ts";

/** Everything that a drawing takes from outside is here, so that its bytes are the same in Node and in Chromium. */
const formatter = createCldrFormatter(await loadCldrData(GOLDEN_LOCALES));
const arabic = await readFixture("node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff");
if (arabic === null) throw new Error("the Arabic font is missing: npm install");
const FONTS = [{ name: "Noto Sans Arabic", bytes: arabic }];
const japanese = await readFixture("node_modules/@fontsource/kosugi/files/kosugi-japanese-400-normal.woff");
if (japanese === null) throw new Error("the Japanese font is missing: npm install");
const JAPANESE = [{ name: "Kosugi", bytes: japanese }];

function optionsFor({ locale, isWithFont }: GoldenCase): DrawOptions {
  const now = new Date("2026-03-01T12:00:00Z");
  // Most of the Japanese goldens have no font: they show frames, and findings that name what is missing.
  const fonts = locale === "ar" ? FONTS : isWithFont === true ? JAPANESE : [];
  return { locale, timeZone: "Europe/Vienna", now, formatter, fonts };
}

const files: readonly (readonly [file: string, cases: readonly GoldenCase[]])[] = [
  ...GOLDEN_STYLES.map((style) => [style, goldenFronts(style)] as const),
  ["others", goldenOthers()],
];

describe.each(files)("%s looks as it did:", async (file, cases) => {
  const known = await readGoldens(file);
  const drawn: Record<string, Golden> = {};

  test.each(cases)("$name", async (golden) => {
    const { scene, findings } = await golden.draw(optionsFor(golden));
    const svg = toSvg(scene);
    const png = await toPng(scene);
    const actual = {
      svg: await digest(svg),
      png: await digest(png),
      findings: [...new Set(findings.map(({ rule }) => rule))].join(", "),
    };
    drawn[golden.name] = actual;
    if (isUpdating) return;
    const isSame = JSON.stringify(actual) === JSON.stringify(known[golden.name]);
    expect(actual, isSame ? "" : await keepActual(`${file} ${golden.name}`, svg, png)).toEqual(known[golden.name]);
  });

  afterAll(async () => {
    if (isUpdating) await writeGoldens(file, drawn);
  });
});

/** Kept whole: what changed in a golden can be read in the difference. */
const WHOLE = [
  ["generic", "square plain en"],
  ["boardingPass", "wide plain de"],
  ["storeCard", "square plain ar"],
] as const;

test.each(WHOLE)("the outlines of %s, %s, are what they were", async (style, name) => {
  const golden = goldenFronts(style).find((candidate) => candidate.name === name);
  if (golden === undefined) throw new Error(`no such golden: ${name}`);
  const svg = toSvg((await golden.draw(optionsFor(golden))).scene);
  const file = `${style} ${name}`.replaceAll(" ", "-");
  if (isUpdating) await writeWhole(file, svg);
  else expect(svg).toBe(await readWhole(file));
});
