import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { SceneFontPack } from "../../src/text/font-pack.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { linesOf, openPdf } from "../pdf/support/open-pdf.ts";
import { draw, field, passOf, runs } from "../support/face.ts";

async function pack(url: string): Promise<SceneFontPack> {
  return { name: url.split("/").at(-1) ?? url, bytes: new Uint8Array(await readFile(fileURLToPath(url))) };
}

const KOSUGI = import.meta.resolve("@fontsource/kosugi/files/kosugi-japanese-400-normal.woff");

const SCRIPTS = [
  ["Japanese", "山田 花子、入口でお見せください。カタカナ", KOSUGI],
  [
    "Chinese",
    "上海虹桥国际机场，请在入口处出示",
    import.meta.resolve("@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff"),
  ],
  ["Korean", "한국어 탑승권 좌석 안내", import.meta.resolve("@fontsource/gowun-dodum/files/gowun-dodum-korean-400-normal.woff")],
  ["Thai", "กรุณาแสดงบัตรที่ทางเข้า", import.meta.resolve("@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff")],
] as const;

test.each(SCRIPTS)("%s with a font of the caller's has no missing glyph in SVG, PNG and PDF", async (_script, text, url) => {
  const fonts = [await pack(url)];
  const pass = { generic: { primaryFields: [field("", text.slice(0, 8))], backFields: [field("x", text)] } };
  const drawing = await draw(pass, { fonts });
  expect(drawing.findings).toEqual([]);
  expect(
    runs(drawing)
      .map((run) => run.text)
      .join(""),
  ).toContain(text.slice(0, 3));
  for (const run of runs(drawing)) for (const { id } of run.glyphs) expect(id).not.toBe(0);
  const bare = await draw(pass);
  expect(bare.findings.map(({ rule }) => rule)).toContain("text-missing-glyphs");
  expect(toSvg(drawing.scene)).not.toBe(toSvg(bare.scene));
  expect(await toPng(drawing.scene, { scale: 1 })).not.toEqual(await toPng(bare.scene, { scale: 1 }));
  // What is copied from the paper is what was written, not the numbers of glyphs.
  const lines = (await linesOf(await openPdf(await toPdf(passOf(pass), { fonts })))).join("").replaceAll(/\s/gu, "");
  expect(lines).toContain(text.replaceAll(" ", ""));
});

test("a font that is split by characters is a chain of packs, each character drawn with the first that has it", async () => {
  const ranges = JSON.parse(
    await readFile(fileURLToPath(import.meta.resolve("@fontsource/kosugi/unicode.json")), "utf8"),
  ) as Readonly<Record<string, string>>;
  const text = "川辺クラブ";
  const isIn = (range: string, code: number): boolean => {
    const [from = "", to = from] = range.replace("U+", "").split("-");
    return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16);
  };
  const wanted = Object.entries(ranges).filter(
    ([subset, list]) =>
      subset.startsWith("[") &&
      Array.from(text).some((letter) => list.split(",").some((range) => isIn(range, letter.codePointAt(0) ?? 0))),
  );
  expect(wanted.length).toBeGreaterThan(1);
  const fonts = await Promise.all(wanted.map(([subset]) => pack(KOSUGI.replace("japanese", subset.slice(1, -1)))));
  const drawing = await draw({ generic: { primaryFields: [field("", text)] } }, { fonts });
  expect(drawing.findings).toEqual([]);
  expect(new Set(runs(drawing).map((run) => run.font.id)).size).toBeGreaterThan(1);
});

test("a pack that is given again is not unpacked again", async () => {
  const font = await pack(KOSUGI);
  const pass = { generic: { primaryFields: [field("", "山田")] } };
  const [first] = runs(await draw(pass, { fonts: [font] }));
  const [again] = runs(await draw(pass, { fonts: [font] }));
  const [other] = runs(await draw(pass, { fonts: [{ ...font }] }));
  expect(again?.font.bytes).toBe(first?.font.bytes);
  expect(other?.font.bytes).not.toBe(first?.font.bytes);
});
