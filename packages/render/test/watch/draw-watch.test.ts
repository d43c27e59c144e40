import { expect, test } from "vitest";
import type { Drawing } from "../../src/layout/draw-front.ts";
import { createPicture, type Picture } from "../../src/picture/picture.ts";
import { encodePng } from "../../src/picture/encode-png.ts";
import { toPng } from "../../src/png/to-png.ts";
import type { SceneImage, SceneNode } from "../../src/scene/scene.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { drawWatch, type WatchOptions } from "../../src/watch/draw-watch.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { field, paintedNodes, passOf, runOf, runs } from "../support/face.ts";

const COLOURS = { backgroundColor: "rgb(30,60,110)", foregroundColor: "rgb(255,255,255)", labelColor: "rgb(170,200,240)" };
const QR = { format: "PKBarcodeFormatQR", message: "SKYPORT 4711", messageEncoding: "iso-8859-1" };
const PDF417 = {
  format: "PKBarcodeFormatPDF417",
  message: "M1LOVELACE/ADA E4711",
  messageEncoding: "iso-8859-1",
  altText: "E4711",
};
const CODE128 = { format: "PKBarcodeFormatCode128", message: "4711", messageEncoding: "iso-8859-1" };

const STYLES = {
  boardingPass: {
    transitType: "PKTransitTypeAir",
    headerFields: [field("boarding", "10:25"), field("gate", "B7")],
    primaryFields: [field("Vienna", "VIE"), field("Lisbon", "LIS")],
    auxiliaryFields: [field("passenger", "Ada"), field("seat", "12A")],
    secondaryFields: [field("class", "Economy"), field("group", "2")],
    backFields: [field("back", "never")],
  },
  coupon: {
    headerFields: [field("expires", "31 Dec")],
    primaryFields: [field("on all shoes", "25 % off")],
    auxiliaryFields: [field("code", "SUMMER")],
  },
  eventTicket: {
    headerFields: [field("starts", "19:30")],
    primaryFields: [field("event", "The Beat")],
    secondaryFields: [field("attendee", "Ada"), field("seat", "Row 7")],
    auxiliaryFields: [field("place", "Moscone West, San Francisco")],
  },
  generic: {
    headerFields: [field("until", "2027")],
    primaryFields: [field("member", "Ada Lovelace")],
    secondaryFields: [field("since", "2019"), field("level", "Gold")],
    auxiliaryFields: [field("number", "4711")],
  },
  storeCard: {
    headerFields: [field("points", "1,250")],
    primaryFields: [field("balance", "€ 25.00")],
    secondaryFields: [field("member", "Ada"), field("number", "4711")],
    auxiliaryFields: [field("tier", "Gold")],
  },
} as const;
type Style = keyof typeof STYLES;

function picture(width: number, height: number, colour: readonly number[]): Picture {
  const made = createPicture(width, height);
  for (let at = 0; at < made.rgba.length; at += 4) made.rgba.set(colour, at);
  return made;
}

const LOGO = encodePng(picture(80, 30, [255, 255, 255, 255]));

function draw(
  style: Style,
  options: WatchOptions = {},
  more: object = {},
  files: Record<string, Uint8Array> = {},
): Promise<Drawing> {
  const data = { organizationName: "Skyport", logoText: "Skyport", ...COLOURS, [style]: STYLES[style], barcodes: [QR], ...more };
  return drawWatch(passOf(data, files), options);
}

function imagesOf({ scene }: Drawing): SceneImage[] {
  return paintedNodes(scene.nodes).filter((node) => node.kind === "image");
}

function barcodeOf({ scene }: Drawing): (SceneNode & { readonly kind: "path" }) | undefined {
  return paintedNodes(scene.nodes).find((node) => node.kind === "path" && node.label === "barcode") as
    | (SceneNode & { readonly kind: "path" })
    | undefined;
}

/** Width and height of a path. */
function extent(data: string): [width: number, height: number] {
  const numbers = data.match(/[\d.]+/gu)?.map(Number) ?? [];
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
}

test.each([
  ["boardingPass", ["boarding: 10:25", "Vienna: VIE", "Lisbon: LIS", "passenger: Ada", "seat: 12A"]],
  ["coupon", ["expires: 31 Dec", "on all shoes: 25 % off"]],
  ["eventTicket", ["starts: 19:30", "event: The Beat", "attendee: Ada", "seat: Row 7"]],
  ["generic", ["until: 2027", "member: Ada Lovelace", "since: 2019", "level: Gold"]],
  ["storeCard", ["points: 1,250", "balance: € 25.00", "member: Ada", "number: 4711"]],
] as const)("a card of %s shows the field beside the logo, what it is about, and two more", async (style, lines) => {
  const drawing = await draw(style, {}, {}, { "logo.png": LOGO });
  expect(drawing.scene.description.split("\n")).toEqual(lines);
  expect(imagesOf(drawing).map(({ label }) => label)).toEqual(["logo"]);
  expect(barcodeOf(drawing)).toBeUndefined();
  expect([drawing.scene.width, drawing.scene.height]).toEqual([208, 248]);
});

test.each([
  [
    "boardingPass",
    ["boarding: 10:25", "gate: B7", "Vienna: VIE", "Lisbon: LIS", "passenger: Ada", "seat: 12A", "class: Economy", "group: 2"],
  ],
  ["coupon", ["expires: 31 Dec", "on all shoes: 25 % off", "code: SUMMER"]],
  ["eventTicket", ["starts: 19:30", "event: The Beat", "attendee: Ada", "seat: Row 7", "place: Moscone West, San Francisco"]],
  ["generic", ["until: 2027", "member: Ada Lovelace", "since: 2019", "level: Gold", "number: 4711"]],
  ["storeCard", ["points: 1,250", "balance: € 25.00", "member: Ada", "number: 4711", "tier: Gold"]],
] as const)("the long card of %s shows all fields, and the code at its end", async (style, lines) => {
  const drawing = await draw(style, { layout: "scroll" });
  expect(drawing.scene.description.split("\n")).toEqual(["Skyport", ...lines]);
  const painted = paintedNodes(drawing.scene.nodes).filter((node) => "label" in node || node.kind === "glyphs");
  expect(painted.at(-1)).toMatchObject({ label: "barcode" });
});

test.each([
  [41, 176, 215],
  [45, 198, 242],
  [46, 208, 248],
] as const)("a watch of %i mm has a screen of %i by %i points", async (size, width, height) => {
  const { scene } = await draw("generic", { size });
  expect([scene.width, scene.height]).toEqual([width, height]);
});

test("a label stands over its value, in capitals", async () => {
  const drawing = await draw("generic");
  expect(runOf(drawing, "MEMBER").y).toBeLessThan(runOf(drawing, "Ada Lovelace").y);
  expect(runOf(drawing, "MEMBER").fill).toEqual({ r: 170, g: 200, b: 240, a: 1 });
});

test("a text under a logo's side is drawn only where it fits whole, and cut where there is no logo", async () => {
  const long = { logoText: "Skyport Airways International of the Republic" };
  const wide = { "logo.png": LOGO };
  const texts = async (more: object, files: Record<string, Uint8Array>) =>
    runs(await draw("generic", { layout: "scroll" }, more, files)).map(({ text }) => text);
  expect(await texts({}, wide)).toContain("Skyport");
  expect((await texts(long, wide)).some((text) => text.startsWith("Skyport"))).toBe(false);
  expect((await texts(long, {})).some((text) => /^Skyport.*…$/u.test(text))).toBe(true);
});

test("fields stand in pairs where both fit whole, and never with those of another kind", async () => {
  const drawing = await draw("eventTicket", { layout: "scroll" });
  expect(runOf(drawing, "Ada").y).toBe(runOf(drawing, "Row 7").y);
  const long = { eventTicket: { secondaryFields: [field("a", "A value that is long"), field("b", "and another one")] } };
  const apart = await draw("eventTicket", { layout: "scroll" }, long);
  expect(runOf(apart, "and another one").y).toBeGreaterThan(runOf(apart, "A value that is long").y);
  const mixed = {
    generic: { primaryFields: [field("a", "1")], secondaryFields: [field("b", "2")], auxiliaryFields: [field("c", "3")] },
  };
  const three = await draw("generic", { layout: "scroll" }, mixed);
  const [one, two, last] = ["1", "2", "3"].map((text) => runOf(three, text).y);
  expect(one! < two! && two! < last!).toBe(true);
});

test("a boarding pass has from and to on one line around its icon, and their labels joined below", async () => {
  const drawing = await draw("boardingPass", { layout: "scroll" });
  const [from, to] = [runOf(drawing, "VIE"), runOf(drawing, "LIS")];
  expect(from.y).toBe(to.y);
  expect(runOf(drawing, "VIENNA TO LISBON").y).toBeGreaterThan(from.y);
  expect(runOf(drawing, "Ada").y).toBeLessThan(runOf(drawing, "Economy").y);
});

test("header fields stand on bands of their own, label left and value right", async () => {
  const drawing = await draw("boardingPass", { layout: "scroll" });
  const [label, value] = [runOf(drawing, "BOARDING"), runOf(drawing, "10:25")];
  expect(Math.abs(label.y - value.y)).toBeLessThan(3);
  expect(value.x).toBeGreaterThan(label.x + label.width);
  expect(runOf(drawing, "B7").y - value.y).toBe(25);
});

test("a strip is on the card, not on the long pass; a thumbnail is on neither", async () => {
  const strip = encodePng(picture(375, 144, [90, 120, 200, 255]));
  const files = { "strip.png": strip, "thumbnail.png": LOGO };
  const labels = async (style: Style, layout: "carousel" | "scroll") =>
    imagesOf(await draw(style, { layout }, {}, files)).map(({ label }) => label);
  expect(await labels("coupon", "carousel")).toEqual(["strip"]);
  expect(await labels("storeCard", "carousel")).toEqual(["strip"]);
  expect(await labels("coupon", "scroll")).toEqual([]);
  expect(await labels("generic", "carousel")).toEqual([]);
});

test("behind an event ticket lies its background, blurred over the whole of it", async () => {
  const files = { "background.png": encodePng(picture(180, 220, [90, 20, 40, 255])) };
  for (const layout of ["carousel", "scroll"] as const) {
    const drawing = await draw("eventTicket", { layout }, { foregroundColor: undefined }, files);
    const [image] = imagesOf(drawing);
    expect(image!.y).toBeLessThan(8);
    expect(image!.y + image!.height).toBeGreaterThan(drawing.scene.height - 8);
    expect(runOf(drawing, "The Beat").fill).toEqual({ r: 255, g: 255, b: 255, a: 1 });
  }
});

test("a footer loses its white space", async () => {
  const footer = picture(286, 15, [255, 255, 255, 255]);
  for (let x = 100; x < 140; x += 1) footer.rgba.set([0, 0, 0, 255], (7 * 286 + x) * 4);
  const drawing = await draw("boardingPass", { layout: "scroll" }, {}, { "footer.png": encodePng(footer) });
  expect(imagesOf(drawing)).toMatchObject([{ label: "footer", pixels: { width: 40, height: 1 } }]);
  const blank = await draw(
    "boardingPass",
    { layout: "scroll" },
    {},
    { "footer.png": encodePng(picture(286, 15, [255, 255, 255, 255])) },
  );
  expect(imagesOf(blank)).toEqual([]);
});

test("a square code is drawn in whole half points", async () => {
  const [width, height] = extent(barcodeOf(await draw("generic", { layout: "scroll" }))!.data);
  expect(width).toBe(height);
  expect((width / 21) % 0.5).toBe(0);
});

test("a wide code stands on its end, and all of it is on the screen at once", async () => {
  const drawing = await draw("generic", { layout: "scroll" }, { barcodes: [PDF417] });
  const [width, height] = extent(barcodeOf(drawing)!.data);
  expect(height).toBeGreaterThan(2 * width);
  expect(height).toBeLessThanOrEqual(248);
});

test("the first code that a watch knows is drawn, and never the text below it", async () => {
  const drawing = await draw("generic", { layout: "scroll" }, { barcodes: [CODE128, PDF417] });
  expect(barcodeOf(drawing)).toBeDefined();
  expect(drawing.findings).toEqual([]);
  expect(drawing.scene.description).not.toContain("E4711");
});

test("where there is only Code 128 nothing is drawn, and a finding says so", async () => {
  const drawing = await draw("generic", { layout: "scroll" }, { barcodes: [CODE128] });
  expect(barcodeOf(drawing)).toBeUndefined();
  expect(drawing.findings).toMatchObject([{ rule: "barcode-not-on-watch", where: { path: ["barcodes", 0] } }]);
});

test("a code that cannot be encoded gives way to the next, and a finding names it", async () => {
  const bad = { ...QR, message: "x".repeat(5000) };
  const drawing = await draw("generic", { layout: "scroll" }, { barcodes: [CODE128, bad, bad, PDF417] });
  expect(barcodeOf(drawing)).toBeDefined();
  expect(drawing.findings.map(({ rule, where }) => [rule, where.path])).toEqual([
    ["barcode-unfit", ["barcodes", 1]],
    ["barcode-unfit", ["barcodes", 2]],
  ]);
});

test("codes of iOS 27 are drawn beside a phone that has it", async () => {
  const more = { barcodes: [{ format: "PKBarcodeFormatCode39", message: "4711", messageEncoding: "iso-8859-1" }] };
  const bars = barcodeOf(await draw("generic", { layout: "scroll" }, more));
  const [width, height] = extent(bars!.data);
  expect(height).toBeGreaterThan(width);
  expect(barcodeOf(await draw("generic", { layout: "scroll", osVersion: 26 }, more))).toBeUndefined();
});

test("the code of a pass that is over is dimmed", async () => {
  const { scene } = await draw("generic", { layout: "scroll" }, { voided: true });
  expect(
    JSON.stringify(scene.nodes.map((node) => (node.kind === "clip" ? node.nodes.filter(({ kind }) => kind === "group") : null))),
  ).toContain('"opacity":0.2');
});

test("attributed values are not for a watch", async () => {
  const primaryFields = [field("a", "plain", { attributedValue: "<a href='https://example.com'>link</a>" })];
  const drawing = await draw("generic", {}, { generic: { primaryFields } });
  expect(drawing.scene.description).toContain("a: plain");
});

test("a value stands below its label's beginning, whatever the alignment on a phone", async () => {
  const secondaryFields = [field("membership status", "3", { textAlignment: "PKTextAlignmentRight" })];
  const drawing = await draw("generic", { layout: "scroll" }, { generic: { secondaryFields } });
  expect(runOf(drawing, "3").x).toBe(runOf(drawing, "MEMBERSHIP STATUS").x);
});

test("a long value is made smaller, then cut with a finding", async () => {
  const drawing = await draw("generic", {}, { generic: { primaryFields: [field("a", "W".repeat(100))] } });
  expect(drawing.findings).toMatchObject([{ rule: "text-truncated" }]);
});

test("a pass without any style, and options that there are not, are refused", async () => {
  await expect(drawWatch(passOf({}))).rejects.toMatchObject({ code: "ERR_RENDER_NO_STYLE" });
  await expect(draw("generic", { size: 44 as 45 })).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
  await expect(draw("generic", { layout: "list" as "scroll" })).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
});

test.each(Object.keys(STYLES) as Style[])("a %s of nothing is drawn too", async (style) => {
  for (const layout of ["carousel", "scroll"] as const) {
    const { scene } = await drawWatch(passOf({ [style]: {} }), { layout });
    expect(toSvg(scene)).toMatch(/^<svg .*<\/svg>\n$/su);
  }
});

test("five hundred fields and texts of any length leave an SVG that is whole and escaped", async () => {
  const evil = Array.from({ length: 500 }, () => field(`"><script>`, "W".repeat(1000)));
  const sections = { headerFields: evil, primaryFields: evil, secondaryFields: evil, auxiliaryFields: evil };
  for (const style of Object.keys(STYLES) as Style[]) {
    const svg = toSvg((await drawWatch(passOf({ [style]: sections, logoText: "<script>" }), { layout: "scroll" })).scene);
    expect(svg).not.toContain("<script");
  }
});

test.each([
  ["boardingPass", "carousel", "dee423d6"],
  ["boardingPass", "scroll", "a35096fa"],
  ["eventTicket", "scroll", "593eeb87"],
  ["storeCard", "carousel", "201e9a21"],
] as const)("a %s as %s comes out the same in every runtime", async (style, layout, hash) => {
  const files = {
    "logo.png": LOGO,
    "strip.png": encodePng(picture(375, 144, [90, 120, 200, 255])),
    "background.png": encodePng(picture(180, 220, [90, 20, 40, 255])),
  };
  const barcodes = [style === "boardingPass" ? PDF417 : QR];
  const drawn = style === "eventTicket" ? { "background.png": files["background.png"] } : files;
  const { scene } = await draw(style, { layout }, { barcodes }, drawn);
  expect(pixelHash(await toPng(scene, { scale: 1 }))).toBe(hash);
});
