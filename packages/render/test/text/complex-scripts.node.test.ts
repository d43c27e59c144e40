import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createTypesetter } from "../../src/text/typesetter.ts";

async function pack(script: "arabic" | "hebrew" | "thai") {
  const path = import.meta.resolve(`@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-400-normal.woff`);
  return { name: `Noto Sans ${script}`, bytes: new Uint8Array(await readFile(fileURLToPath(path))) };
}

async function typesetter() {
  const missing: string[] = [];
  const packs = await Promise.all((["arabic", "hebrew", "thai"] as const).map(pack));
  return { type: await createTypesetter({ packs, emoji: null, onMissing: (some) => missing.push(...some) }), missing };
}

test("Arabic letters join and run right to left", async () => {
  const { type, missing } = await typesetter();
  const line = type.set("سلام", "regular", 16);
  const [run] = line.runs;
  expect(missing).toEqual([]);
  expect(line.direction).toBe("rtl");
  if (run?.kind !== "glyphs") throw new Error("nothing is drawn");
  expect(run.glyphs.map(({ cluster }) => cluster)).toEqual([3, 2, 1, 0]);
  const alone = run.glyphs.map(({ cluster }) => run.face.glyphOf("سلام".codePointAt(cluster)!));
  expect(run.glyphs.map(({ id }) => id)).not.toEqual(alone);
});

test("Hebrew in a Latin line stands where the bidirectional algorithm puts it", async () => {
  const { type } = await typesetter();
  const line = type.set("Gate שער 7 (א) end", "regular", 16);
  expect(line.direction).toBe("ltr");
  const texts = line.runs.map((run) => (run.kind === "glyphs" ? run.text.trim() : run.kind));
  expect(texts[0]).toBe("Gate");
  expect(texts.at(-1)).toBe("end");
});

test("the marks of Thai stand over their letters", async () => {
  const { type, missing } = await typesetter();
  const [run] = type.set("ที่นั่ง", "regular", 16).runs;
  expect(missing).toEqual([]);
  expect(run!.kind === "glyphs" && run!.glyphs.some(({ advance }) => advance === 0)).toBe(true);
});

test("a font that is none, damaged or WOFF2 is refused", async () => {
  const { bytes } = await pack("hebrew");
  const woff2 = new Uint8Array(64);
  new DataView(woff2.buffer).setUint32(0, 0x774f4632);
  for (const bad of [new Uint8Array(0), new Uint8Array(100), woff2, bytes.slice(0, 2000)]) {
    const made = createTypesetter({ packs: [{ name: "bad", bytes: bad }], emoji: null, onMissing: () => {} });
    await expect(made).rejects.toMatchObject({ code: "ERR_RENDER_FONT_INVALID" });
  }
});
