import { createCldrFormatter } from "../../src/format/cldr-formatter.ts";
import { loadCldrData } from "../../src/format/load-cldr-data.ts";
import { expect, test } from "vitest";
import { type BackOptions, drawBack } from "../../src/back/draw-back.ts";
import type { Drawing } from "../../src/layout/draw-front.ts";
import { toPng } from "../../src/png/to-png.ts";
import type { SceneLink, SceneNode, SceneRect } from "../../src/scene/scene.ts";
import { toSvg } from "../../src/svg/to-svg.ts";
import { createPicture } from "../../src/picture/picture.ts";
import { encodePng } from "../../src/picture/encode-png.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { field, passOf, runOf, runs } from "../support/face.ts";

const PASS = {
  formatVersion: 1,
  organizationName: "Skyport Airways",
  description: "Flight to Vienna",
  serialNumber: "1",
};

function draw(backFields: readonly object[], more: object = {}, options: BackOptions = {}): Promise<Drawing> {
  return drawBack(passOf({ ...PASS, generic: { backFields }, ...more }), options);
}

function linksOf({ scene }: Drawing): SceneLink[] {
  const open = (nodes: readonly SceneNode[]): SceneLink[] =>
    nodes.flatMap((node) => {
      if (node.kind === "link") return [node, ...open(node.nodes)];
      return node.kind === "clip" || node.kind === "group" ? open(node.nodes) : [];
    });
  return open(scene.nodes);
}

function targets(drawing: Drawing): string[] {
  return linksOf(drawing).map(({ label, href }) => `${label ?? ""} → ${href}`);
}

test("fields stand in the order of the pass, between the title and the rows of the system", async () => {
  const { scene } = await draw([field("Terms", "None."), field("About", "Us")]);
  expect(scene.description.split("\n")).toEqual([
    "Skyport Airways",
    "Flight to Vienna",
    "Terms: None.",
    "About: Us",
    "Share Pass",
    "Remove Pass",
  ]);
  expect(scene.title).toBe("Pass, Skyport Airways, Flight to Vienna");
});

test("a label stands over its value, as typed, small and in the secondary colour", async () => {
  const drawing = await draw([field("Terms", "None.")]);
  const [label, value] = [runOf(drawing, "Terms"), runOf(drawing, "None.")];
  expect(label.y).toBeLessThan(value.y);
  expect(label.x).toBe(value.x);
  expect([label.size, value.size]).toEqual([13, 17]);
  expect(label.fill).toEqual({ r: 0x8a, g: 0x8a, b: 0x8e, a: 1 });
});

test.each([
  [100, 17],
  [160, 17],
  [161, 15],
  [1200, 15],
  [1201, 13],
])("a value of %i characters is written in %i points", async (length, size) => {
  const drawing = await draw([field("", "ab ".repeat(length).slice(0, length - 1) + "c")]);
  expect(runs(drawing).find(({ text }) => text.startsWith("ab "))?.size).toBe(size);
});

test("line breaks are kept", async () => {
  const drawing = await draw([field("", "one\ntwo")]);
  expect(runOf(drawing, "two").y - runOf(drawing, "one").y).toBe(22);
});

test("the page is as wide as the screen and as high as its texts make it", async () => {
  const [short, long] = [await draw([field("a", "b")]), await draw([field("a", "b\n".repeat(20))])];
  expect([short.scene.width, (await draw([], {}, { screenWidth: 440 })).scene.width]).toEqual([390, 440]);
  expect(long.scene.height).toBeGreaterThan(short.scene.height + 19 * 20);
});

test("dark and light differ in every colour, not in place", async () => {
  const [light, dark] = [
    await draw([field("a", "see example.com")]),
    await draw([field("a", "see example.com")], {}, { colourScheme: "dark" }),
  ];
  const page = ({ scene }: Drawing) => (scene.nodes[0] as SceneRect).fill;
  expect([page(light), page(dark)]).toEqual([
    { r: 0xf2, g: 0xf2, b: 0xf7, a: 1 },
    { r: 0, g: 0, b: 0, a: 1 },
  ]);
  expect(runOf(light, "example.com").fill).toEqual({ r: 0x0a, g: 0x64, b: 0xd6, a: 1 });
  expect(runOf(dark, "example.com").fill).toEqual({ r: 0x0a, g: 0x84, b: 0xff, a: 1 });
  expect(runs(dark).map(({ x, y, text }) => [x, y, text])).toEqual(runs(light).map(({ x, y, text }) => [x, y, text]));
});

test("the pass's own colours are not used", async () => {
  const plain = toSvg((await draw([field("a", "b")])).scene);
  expect(toSvg((await draw([field("a", "b")], { backgroundColor: "rgb(255,0,0)", foregroundColor: "rgb(0,255,0)" })).scene)).toBe(
    plain,
  );
});

test("what data detectors find leads somewhere", async () => {
  const drawing = await draw([field("Contact", "(415) 555-2671 or help@example.com or https://example.com/x")]);
  expect(targets(drawing)).toEqual([
    "(415) 555-2671 → tel:+14155552671",
    "help@example.com → mailto:help@example.com",
    "https://example.com/x → https://example.com/x",
  ]);
});

test("telephone numbers are read as those of the reader's country", async () => {
  const drawing = await draw([field("", "030 901820")], {}, { locale: "de-DE" });
  expect(targets(drawing)).toEqual(["030 901820 → tel:+4930901820"]);
});

test("a date has the colour of links and leads nowhere", async () => {
  const drawing = await draw([field("", "on 5 March 2026")]);
  expect(linksOf(drawing)).toEqual([]);
  expect(runOf(drawing, "5 March 2026").fill).toEqual({ r: 0x0a, g: 0x64, b: 0xd6, a: 1 });
});

test("dataDetectorTypes chooses what is looked for, and an empty list nothing", async () => {
  const text = "(415) 555-2671 or https://example.com/x";
  const only = async (dataDetectorTypes: readonly string[]) => targets(await draw([field("", text, { dataDetectorTypes })]));
  expect(await only(["PKDataDetectorTypePhoneNumber"])).toEqual(["(415) 555-2671 → tel:+14155552671"]);
  expect(await only(["PKDataDetectorTypeLink"])).toEqual(["https://example.com/x → https://example.com/x"]);
  expect(await only([])).toEqual([]);
});

test("a link that goes on in the next line is one region on each", async () => {
  const drawing = await draw([field("", `see https://example.com/${"long/".repeat(15)} there`)]);
  const links = linksOf(drawing);
  expect(links.length).toBeGreaterThan(1);
  expect(new Set(links.map(({ href }) => href)).size).toBe(1);
  for (const { x, width } of links) expect(x + width).toBeLessThanOrEqual(390 - 31.5);
});

test("the region of a link lies around its letters", async () => {
  const drawing = await draw([field("", "see example.com now")]);
  const [link] = linksOf(drawing);
  const run = runOf(drawing, "example.com");
  expect(link).toMatchObject({ x: run.x, width: run.width, height: 22 });
  expect(link!.y).toBeLessThan(run.y - 10);
  expect(link!.y + link!.height).toBeGreaterThan(run.y);
});

test("attributedValue takes the place of value, and links are the markup it can hold", async () => {
  const drawing = await draw([
    field("Site", "plain", { attributedValue: "Visit <a href='https://example.com/?a=1&amp;b=2'>our site</a> or <b>call</b>" }),
  ]);
  expect(targets(drawing)).toEqual(["our site → https://example.com/?a=1&b=2"]);
  expect(drawing.scene.description).toContain("Site: Visit our site or call\n");
  expect(drawing.findings).toEqual([
    {
      rule: "markup-ignored",
      where: { file: "pass.json", path: ["generic", "backFields", 0, "attributedValue"] },
      params: { tags: "<b>" },
    },
  ]);
});

test("an empty attributedValue is none", async () => {
  expect((await draw([field("a", "b", { attributedValue: "" })])).scene.description).toContain("a: b");
});

test("detectors look at an attributed value too, beside its links", async () => {
  const drawing = await draw([field("", "x", { attributedValue: "<a href='https://a.example/'>example.com</a> example.org" })]);
  expect(targets(drawing)).toEqual(["example.com → https://a.example/", "example.org → http://example.org/"]);
});

test("numbers and dates are formatted, and what they become is no markup", async () => {
  const formatter = createCldrFormatter(await loadCldrData(["de"]));
  const fields = [
    field("Balance", "", { value: 12.5, currencyCode: "EUR" }),
    field("Points", "x", { attributedValue: 1250, numberStyle: "PKNumberStyleDecimal" }),
    field("Date", "2026-03-05T10:00:00Z", { dateStyle: "PKDateStyleMedium" }),
  ];
  const { scene } = await draw(fields, {}, { locale: "de", formatter });
  expect(scene.description).toContain("Balance: 12,50\u00a0€\nPoints: 1.250\nDate: 05.03.2026");
});

test("texts are in the reader's language", async () => {
  const files = { "de.lproj/pass.strings": '"terms" = "Bedingungen";\n"text" = "Keine";\n' };
  const pass = passOf({ ...PASS, generic: { backFields: [field("terms", "text")] } }, files);
  expect((await drawBack(pass, { locale: "de" })).scene.description).toContain("Bedingungen: Keine");
});

test("only a pass that can be updated has the switches for it", async () => {
  const said = async (more: object) => (await draw([], more)).scene.description;
  expect(await said({})).not.toContain("Automatic Updates");
  expect(await said({ webServiceURL: "https://example.com/" })).not.toContain("Automatic Updates");
  expect(await said({ webServiceURL: "https://example.com/", authenticationToken: "0123456789abcdef" })).toContain(
    "Automatic Updates\nAllow Notifications",
  );
});

test("a pass that may not be shared has no row for sharing", async () => {
  expect((await draw([], { sharingProhibited: true })).scene.description).not.toContain("Share");
});

test.each([
  [{ associatedStoreIdentifiers: [1234] }, ["View in App Store → https://apps.apple.com/app/id1234"]],
  [{ associatedStoreIdentifiers: ["x", -1, 5.5, 77] }, ["View in App Store → https://apps.apple.com/app/id77"]],
  [
    { associatedStoreIdentifiers: [1234], appLaunchURL: "https://example.com/open?a=b" },
    ["Open App → https://example.com/open?a=b"],
  ],
  [{ appLaunchURL: "https://example.com/open" }, []],
  [{ associatedStoreIdentifiers: [] }, []],
])("the issuer's app of %o", async (keys, expected) => {
  expect(targets(await draw([], keys))).toEqual(expected);
});

test("an address that only an app knows gives way to the App Store, and a finding says so", async () => {
  const drawing = await draw([], { associatedStoreIdentifiers: [1234], appLaunchURL: "skyport://trip/1" });
  expect(targets(drawing)).toEqual(["View in App Store → https://apps.apple.com/app/id1234"]);
  expect(drawing.findings).toMatchObject([{ rule: "link-refused", where: { path: ["appLaunchURL"] } }]);
});

test("the words of the system can be those of another language", async () => {
  const { scene } = await draw([], {}, { words: { removePass: "Karte löschen" } });
  expect(scene.description).toContain("Share Pass\nKarte löschen");
});

test("a paragraph from right to left stands at the right", async () => {
  const drawing = await draw([field("", "שלום")]);
  const path = drawing.scene.nodes.find((node) => node.kind === "path");
  expect(path?.label?.replace("\u200f", "")).toBe("שלום");
  expect(Number(/^M([\d.]+)/u.exec(path?.kind === "path" ? path.data : "")?.[1])).toBeGreaterThan(250);
});

test.each([[{ screenWidth: 400 }], [{ colourScheme: "blue" }], [{ locale: "no locale" }]])("%o is refused", async (options) => {
  await expect(draw([], {}, options as BackOptions)).rejects.toMatchObject({ code: "ERR_RENDER_OPTION" });
});

test("a pass without a style has no back", async () => {
  await expect(drawBack(passOf(PASS))).rejects.toMatchObject({ code: "ERR_RENDER_NO_STYLE" });
});

test("a scene is frozen", async () => {
  const { scene, findings } = await draw([field("a", "example.com")]);
  expect([scene, scene.nodes, scene.nodes.at(-1), findings].every(Object.isFrozen)).toBe(true);
});

test.each([
  ["light", "d18f61a8"],
  ["dark", "6868c09c"],
] as const)("a back in %s comes out the same in every runtime", async (colourScheme, hash) => {
  const icon = createPicture(12, 12);
  icon.rgba.fill(200);
  const fields = [
    field("Terms", "One journey, valid until 5 March 2026; see https://example.com/terms or call (415) 555-2671. ".repeat(3)),
    field("עברית", "שלום abc"),
    field("日本", "日本語の文章です。", {}),
  ];
  const more = { webServiceURL: "https://example.com/", authenticationToken: "0123456789abcdef", associatedStoreIdentifiers: [1] };
  const pass = passOf({ ...PASS, ...more, generic: { backFields: fields } }, { "icon.png": encodePng(icon) });
  const { scene } = await drawBack(pass, { colourScheme });
  expect(pixelHash(await toPng(scene, { scale: 1 }))).toBe(hash);
});
