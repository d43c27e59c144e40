import { expect, test } from "vitest";
import { drawNotice, type NoticeContent, type NoticeOptions } from "../../src/notice/draw-notice.ts";
import { encodePng } from "../../src/picture/encode-png.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { toPng } from "../../src/png/to-png.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { paintedNodes, runOf, runs } from "../support/face.ts";

const grey = createPicture(38, 38);
grey.rgba.fill(200);
const ICON = encodePng(grey);
const LOUNGE: NoticeContent = { kind: "relevance", title: "Skyport Airways", text: "You are near the lounge", icon: ICON };
const GATE: NoticeContent = { kind: "update", title: "Skyport Airways", text: "Gate changed to B9", icon: ICON };

test("a banner has the icon, the issuer and the text", async () => {
  const drawing = await drawNotice(LOUNGE);
  expect(drawing.scene.description).toBe("Skyport Airways\nYou are near the lounge");
  const [title, text] = [runOf(drawing, "Skyport Airways"), runOf(drawing, "You are near the lounge")];
  expect(title.y).toBeLessThan(text.y);
  expect(title.font.weight).toBeGreaterThan(text.font.weight);
  const icon = paintedNodes(drawing.scene.nodes).find((node) => node.kind === "image");
  expect(icon).toMatchObject({ label: "icon", width: 38, height: 38 });
  expect(icon!.kind === "image" && icon!.x + icon!.width).toBeLessThan(title.x);
  expect(drawing.scene.width).toBe(390);
});

test("a text goes on for four lines, and then ends in an ellipsis", async () => {
  const drawing = await drawNotice({ ...GATE, text: "please be there in time, ".repeat(30) });
  const lines = runs(drawing).filter(({ size, font }) => size === 15 && font.weight === 400);
  expect(lines.length).toBe(4);
  expect(lines.at(-1)?.text).toMatch(/…$/u);
  expect(drawing.scene.height).toBeGreaterThan((await drawNotice(GATE)).scene.height);
});

test("the word for the time stands at the right", async () => {
  const drawing = await drawNotice({ ...GATE, moment: "now" });
  const now = runOf(drawing, "now");
  expect(now.x + now.width).toBeCloseTo(390 - 8 - 14, 0);
});

test("on a watch an update has a button, and what is near has none", async () => {
  const update = await drawNotice({ ...GATE, device: "watch", button: "View pass" });
  expect(update.scene.description).toBe("Skyport Airways\nGate changed to B9\nView pass");
  expect(runOf(update, "View pass").y).toBeGreaterThan(runOf(update, "Gate changed to B9").y);
  const near = await drawNotice({ ...LOUNGE, device: "watch", button: null });
  expect(near.scene.description).toBe("Skyport Airways\nYou are near the lounge");
  expect([update.scene.width, near.scene.width]).toEqual([208, 208]);
});

test("a watch can be smaller, and a phone wider", async () => {
  expect((await drawNotice({ ...GATE, device: "watch" }, { watchSize: 41 })).scene.width).toBe(176);
  expect((await drawNotice(GATE, { screenWidth: 440 })).scene.width).toBe(440);
});

test("dark and light have other colours in the same places", async () => {
  const [light, dark] = [await drawNotice(LOUNGE), await drawNotice(LOUNGE, { colourScheme: "dark" })];
  expect(runOf(light, "Skyport Airways").fill).toEqual({ r: 0, g: 0, b: 0, a: 1 });
  expect(runOf(dark, "Skyport Airways").fill).toEqual({ r: 255, g: 255, b: 255, a: 1 });
  expect(light.scene.height).toBe(dark.scene.height);
});

test("an icon that cannot be read is left out, and a finding says so", async () => {
  const { findings, scene } = await drawNotice({ ...LOUNGE, icon: Uint8Array.of(1, 2, 3) });
  expect(findings).toMatchObject([{ rule: "image-unreadable" }]);
  expect(paintedNodes(scene.nodes).some((node) => node.kind === "image")).toBe(false);
});

test("a text that turns its direction or is endless is cleaned, and an SVG of it is escaped", async () => {
  const { findings, scene } = await drawNotice({
    ...GATE,
    title: "\u202egpj.exe",
    text: "<script>alert(1)</script> ".repeat(1000),
  });
  expect(findings.map(({ rule }) => rule)).toEqual(["text-direction-override", "text-too-long"]);
  expect(toSvg(scene)).not.toContain("<script");
});

test("a notice without any text is drawn", async () => {
  for (const device of ["phone", "watch"] as const) {
    for (const kind of ["update", "relevance"] as const) {
      const { scene } = await drawNotice({ device, kind, title: "", text: "" });
      expect(scene.height).toBeGreaterThan(40);
    }
  }
});

test.each([[{ screenWidth: 1 }], [{ colourScheme: "blue" }], [{ watchSize: 44 }]])("%o is refused", async (options) => {
  await expect(drawNotice(GATE, options as unknown as NoticeOptions)).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
});

test.each([
  ["a banner", LOUNGE, "438bd9db"],
  ["an update on a watch", { ...GATE, device: "watch", button: "View pass" }, "3a9589a8"],
] as const)("%s comes out the same in every runtime", async (_, notice, hash) => {
  const { scene } = await drawNotice(notice);
  expect(pixelHash(await toPng(scene, { scale: 1 }))).toBe(hash);
});
