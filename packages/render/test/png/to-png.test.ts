import { expect, test } from "vitest";
import { readImageFacts } from "@passwright/pass";
import { RenderError } from "../../src/errors.ts";
import { toPng } from "../../src/png/to-png.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { createScene, FRONT } from "./scenes.ts";

test("a PNG has the size that is asked for", async () => {
  expect(readImageFacts(await toPng(FRONT))).toMatchObject({ width: 722, height: 1006, intact: true });
  expect(readImageFacts(await toPng(FRONT, { scale: 1 }))).toMatchObject({ width: 361, height: 503 });
  expect(readImageFacts(await toPng(FRONT, { width: 100 }))).toMatchObject({ width: 100, height: 139 });
});

test("the same scene gives the same bytes in every runtime", async () => {
  expect(pixelHash(await toPng(FRONT, { scale: 2 }))).toBe("95ca10d0");
});

test.each([{ width: 0 }, { width: -5 }, { width: Number.NaN }, { width: 1e6 }])(
  "a size that is none is refused: %o",
  async (options) => {
    const refusal = await toPng(FRONT, options).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RenderError);
    expect(refusal).toMatchObject({ code: "ERR_RENDER_OPTION" });
  },
);

test("a scene of no size is refused", async () => {
  await expect(toPng(createScene(0, 0, []))).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
});
