import { expect, test } from "vitest";
import { createTypesetter, type Typesetter } from "../../src/text/typesetter.ts";

async function latin(missing: string[] = []): Promise<Typesetter> {
  return createTypesetter({ packs: [], emoji: null, onMissing: (characters) => missing.push(...characters) });
}

test("a line is as wide as its runs, at any size", async () => {
  const type = await latin();
  for (const size of [10, 11, 14, 17.5, 18, 30]) {
    const line = type.set("Gate B7, Tor", "regular", size);
    expect(line.width).toBeCloseTo(
      line.runs.reduce((sum, run) => sum + run.width, 0),
      9,
    );
    expect(type.measure("Gate B7, Tor", "regular", size)).toBeCloseTo(line.width * size, 9);
  }
});

test("pairs of letters are kerned", async () => {
  const type = await latin();
  const apart = type.measure("A", "regular", 30) + type.measure("V", "regular", 30);
  expect(type.measure("AV", "regular", 30)).toBeLessThan(apart - 0.5);
});

test("a fitted line never is wider than its room and keeps whole characters", async () => {
  const type = await latin();
  for (let width = 16; width < 120; width += 7) {
    const line = type.fit("Straße nach Ōsaka e\u0301te\u0301", "light", 16, width);
    expect(line.width * 16).toBeLessThanOrEqual(width);
  }
});

test("Greek, Cyrillic and Vietnamese are set with the fonts of the package", async () => {
  const missing: string[] = [];
  const type = await latin(missing);
  for (const text of ["Καλημέρα", "Здравствуйте", "Chào buổi sáng", "€ £ ₴ № ™ → ✓"]) type.set(text, "regular", 16);
  expect(missing).toEqual([]);
});

test("characters that no font has are named and framed, never left blank", async () => {
  const missing: string[] = [];
  const line = (await latin(missing)).set("a 日 b", "regular", 16);
  expect(missing).toEqual(["日"]);
  expect(line.runs.map(({ kind }) => kind)).toEqual(["glyphs", "missing", "glyphs"]);
});

test("an emoji is drawn as the picture that the source gives", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><path fill="#3B88C3" d="M36 32a4 4 0 0 1-4 4H4V0h28z"/><script>1</script></svg>';
  const type = await createTypesetter({ packs: [], emoji: (sequence) => (sequence === "↪️" ? svg : null), onMissing: () => {} });
  const [run] = type.set("↪️ go", "light", 20).runs;
  expect(run!.kind === "emoji" && run!.art.paths.map(({ data }) => data)).toEqual([
    "M36 32C36 34.209 34.209 36 32 36L4 36L4 0L32 0Z",
  ]);
});

test("what is not seen takes no room", async () => {
  const type = await latin();
  expect(type.measure("a\u200bb", "regular", 16)).toBeCloseTo(type.measure("ab", "regular", 16), 9);
});
