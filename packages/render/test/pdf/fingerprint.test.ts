import { expect, test } from "vitest";
import { createPdfFile } from "../../src/pdf/file/pdf-file.ts";
import { writeDocument } from "../../src/pdf/file/write-document.ts";
import { createFontBook } from "../../src/pdf/font/font-book.ts";
import { createImageBook } from "../../src/pdf/image/image-book.ts";
import { createResources } from "../../src/pdf/page/resources.ts";
import { paintOn, type SheetBook, turnPage } from "../../src/pdf/sheet/sheet-book.ts";
import { createTag } from "../../src/pdf/tag/tag.ts";
import type { Scene, SceneLink } from "../../src/scene/scene.ts";
import { pixelHash } from "../picture/pixel-hash.ts";
import { createImage, createRect, createScene, FRONT, RED, RING_FONT, WHITE } from "../png/scenes.ts";

async function pdfOf(scene: Scene): Promise<Uint8Array> {
  const file = createPdfFile();
  const book: SheetBook = {
    file,
    fonts: createFontBook(),
    images: createImageBook(file),
    resources: createResources(file),
    width: scene.width,
    height: scene.height,
    pages: [],
  };
  await book.images.load(scene.nodes, 1 / 72);
  const root = createTag("Document", null);
  const text = createTag("P", root);
  paintOn(book, turnPage(book), scene.nodes, { text, figures: root });
  return writeDocument(book, root, { title: scene.title, language: scene.language, now: new Date(0) });
}

function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

const ALL = createScene(361, 503, [
  ...FRONT.nodes,
  {
    kind: "group",
    opacity: 0.5,
    nodes: [createRect(0, 0, 50, 50, { fill: RED, label: "a square", role: "img" }), createImage(20, 20, 60, 60)],
  },
  {
    kind: "link",
    href: "https://example.com/",
    label: "o",
    x: 10,
    y: 400,
    width: 30,
    height: 20,
    nodes: [
      {
        kind: "glyphs",
        font: RING_FONT,
        size: 12,
        x: 10,
        y: 415,
        width: 24,
        fill: { ...WHITE, a: 0.5 },
        glyphs: [
          { id: 1, x: 0, y: -2, advance: 12, cluster: 1 },
          { id: 1, x: 13, y: 0, advance: 12, cluster: 0 },
        ],
        text: "א)",
        direction: "rtl",
      },
    ],
  },
]);

test("the same scene gives the same bytes in every runtime", async () => {
  expect(pixelHash(await pdfOf(ALL))).toBe("82747300");
});

test("every object stands where the file says", async () => {
  const text = textOf(await pdfOf(ALL));
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(text)?.[1]);
  const [head = "", ...rows] = text.slice(start).split(" \n");
  expect(head).toMatch(/^xref\n0 \d+\n0000000000 65535 f$/u);
  const offsets = rows.filter((row) => row.endsWith(" n")).map((row) => Number(row.slice(0, 10)));
  expect(offsets.length).toBe(Number(/^xref\n0 (\d+)/u.exec(head)?.[1]) - 1);
  for (const [index, offset] of offsets.entries()) expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`, "u"));
});

test("streams are as long as they say", async () => {
  const text = textOf(await pdfOf(ALL));
  const streams = [...text.matchAll(/\/Length (\d+)>>\nstream\n/gu)];
  expect(streams.length).toBeGreaterThan(7);
  for (const { 0: head, 1: length, index } of streams) {
    expect(text.slice(index + head.length + Number(length), index + head.length + Number(length) + 10)).toBe("\nendstream");
  }
});

test("no number is written in a way that PDF does not know", async () => {
  const text = textOf(await pdfOf(createScene(361, 503, [createRect(1e-9, 1e30, Number.NaN, Number.POSITIVE_INFINITY)])));
  expect(text).not.toMatch(/NaN|Infinity|undefined|\d[eE][-+]?\d+ /u);
});

test("a link that a scene should not have leads nowhere", async () => {
  const linkTo = (href: string): SceneLink => ({ kind: "link", href, label: "x", x: 0, y: 0, width: 9, height: 9, nodes: [] });
  const hrefs = ["javascript:alert(1)", "file:///etc/passwd", "https://example.com/\u00e9", "relative"];
  const text = textOf(await pdfOf(createScene(99, 99, hrefs.map(linkTo))));
  expect(text).not.toContain("/Annot ");
  expect(textOf(await pdfOf(createScene(99, 99, [linkTo("https://example.com/(x)")])))).toContain(
    String.raw`/URI (https://example.com/\(x\))`,
  );
});
