import { expect, test } from "vitest";
import { drawBack } from "../../src/back/draw-back.ts";
import { describe } from "../../src/layout/describe.ts";
import { drawStackHeader } from "../../src/layout/draw-stack-header.ts";
import type { Drawing } from "../../src/layout/draw-front.ts";
import { FADED } from "../../src/metrics.ts";
import { drawWatch } from "../../src/watch/draw-watch.ts";
import { draw, field, paintedNodes, passOf, runs } from "../support/face.ts";

const GENERIC = { generic: { primaryFields: [field("Name", "Ada")], backFields: [field("Terms", "None")] } };
const CODE = { barcodes: [{ format: "PKBarcodeFormatQR", message: "x", altText: "number 7" }] };
const NOW = new Date("2026-01-02T00:00:00Z");
const EXPIRED = { ...GENERIC, ...CODE, expirationDate: "2026-01-01T00:00:00Z" };

function isMuted({ scene }: Drawing): boolean {
  return paintedNodes(scene.nodes).some((node) => node.kind === "rect" && node.fill === FADED.veil);
}

test.each([
  ["front", () => draw(EXPIRED, { now: NOW })],
  ["front without a code", () => draw({ ...EXPIRED, barcodes: [] }, { now: NOW })],
  ["Watch", () => drawWatch(passOf(EXPIRED), { now: NOW })],
  ["all of the Watch", () => drawWatch(passOf(EXPIRED), { now: NOW, layout: "scroll" })],
] as const)("an expired pass is muted on its %s, and says why", async (_name, view) => {
  const drawing = await view();
  expect(isMuted(drawing)).toBe(true);
  expect(runs(drawing).map(({ text }) => text)).toContain("This pass has expired");
});

test("in a stack an expired pass is muted, and its description says why", async () => {
  const drawing = await drawStackHeader(passOf(EXPIRED), { now: NOW });
  expect(isMuted(drawing)).toBe(true);
  expect(drawing.scene.description.split("\n")[0]).toBe("This pass has expired");
});

test("the back of a voided pass says so before all else", async () => {
  const drawing = await drawBack(passOf({ ...GENERIC, voided: true }), { locale: "nb-NO" });
  expect(runs(drawing)[0]?.text).toBe("Dette kortet er ugyldig");
});

test("a description begins with what matters most of a pass that is over", async () => {
  const { lines } = await describe(passOf(EXPIRED), { now: NOW, locale: "fr" });
  expect(lines).toEqual(["Ce pass a expiré", "Name: Ada"]);
});

test("the text of the code gives way to the words", async () => {
  const texts = runs(await draw(EXPIRED, { now: NOW })).map(({ text }) => text);
  expect(texts).not.toContain("number 7");
});

test("a pass that has not expired at the moment of drawing is as bright as ever", async () => {
  const drawing = await draw(EXPIRED, { now: new Date("2025-12-31T00:00:00Z") });
  expect(isMuted(drawing)).toBe(false);
  expect(runs(drawing).map(({ text }) => text)).toContain("number 7");
});

test("readers of languages without words of ours read English, or the caller's words", async () => {
  const words = async (options: object): Promise<string | undefined> =>
    (await describe(passOf(EXPIRED), { now: NOW, ...options })).lines[0];
  expect(await words({ locale: "ja" })).toBe("This pass has expired");
  expect(await words({ locale: "de-CH" })).toBe("Dieser Pass ist abgelaufen");
  expect(await words({ locale: "ja", endWords: { expired: "期限切れ" } })).toBe("期限切れ");
});
