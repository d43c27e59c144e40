import type { BarcodeFormat } from "@passwright/pass";
import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat } from "zxing-wasm/reader";
import { describe, expect, test } from "vitest";
import { readFixture } from "../../../pass/test/support/read-fixture.ts";
import { encodeMessage } from "../../src/barcode/encode-message.ts";
import { symbolFacts } from "../../src/barcode/symbol-facts.ts";
import { readCode, fitCode } from "../../src/pdf/sheet/code-figure.ts";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { PAYLOADS } from "../barcode/support/payloads.ts";
import { passOf } from "../support/face.ts";
import { drawPage, type PageArea } from "./support/draw-page.ts";
import { elementsOf, openPdf, structureOf } from "./support/open-pdf.ts";

const READERS = {
  PKBarcodeFormatQR: "QRCode",
  PKBarcodeFormatPDF417: "PDF417",
  PKBarcodeFormatAztec: "Aztec",
  PKBarcodeFormatCode128: "Code128",
} as const satisfies Partial<Record<BarcodeFormat, ReadInputBarcodeFormat>>;

type Classic = keyof typeof READERS;

const CLASSIC = Object.keys(READERS) as Classic[];

const reader = (async () => {
  const wasm = await readFixture("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm");
  if (wasm === null) throw new Error("zxing_reader.wasm is missing: npm install");
  await prepareZXingModule({ overrides: { wasmBinary: wasm.slice().buffer }, fireImmediately: true });
})();

interface PrintedCode {
  readonly page: number;
  readonly area: PageArea;
  readonly document: Awaited<ReturnType<typeof openPdf>>;
}

/** The code that is printed beside or after the front, found by what it says to a screen reader. */
async function printed(format: Classic, message: string, messageEncoding: string, perPage: 1 | 2 | 4 = 1): Promise<PrintedCode> {
  const pass = passOf({ generic: {}, barcodes: [{ format, message, messageEncoding }] });
  const document = await openPdf(await toPdf(pass, { perPage }));
  for (let page = 1; page <= document.numPages; page += 1) {
    const figures = elementsOf(await structureOf(document, page), "Figure");
    const found = figures.find(({ alt }) => alt?.startsWith(`${format.replace("PKBarcodeFormat", "")}:`));
    if (found?.bbox !== undefined) return { page, area: found.bbox as unknown as PageArea, document };
  }
  throw new Error("no code is printed");
}

/** Null where nothing can be drawn. */
async function scan({ document, page, area }: PrintedCode, format: Classic): Promise<readonly number[] | null> {
  const pixels = await drawPage(document, page, area, 300);
  if (pixels === null) return null;
  await reader;
  const [found] = await readBarcodes(pixels as ImageData, { formats: [READERS[format]], tryHarder: true, maxNumberOfSymbols: 1 });
  return [...(found?.bytes ?? [])];
}

describe.each(CLASSIC)("%s is read from paper at 300 dpi, byte by byte:", (format) => {
  test.each(PAYLOADS)("%s", async (_kind, message, messageEncoding) => {
    const encoded = encodeMessage(message, messageEncoding);
    if (!encoded.ok) throw new Error(encoded.reason.code);
    const read = await scan(await printed(format, message, messageEncoding), format);
    if (read !== null) expect(read).toEqual([...encoded.bytes]);
  });
});

test.each([2, 4] as const)("codes of %i passes on a page are read too", async (perPage) => {
  for (const format of CLASSIC) {
    const read = await scan(await printed(format, "TICKET-0001", "iso-8859-1", perPage), format);
    if (read !== null) expect(read).toEqual([...new TextEncoder().encode("TICKET-0001")]);
  }
});

test("a QR with as much as it holds is read", async () => {
  const message = "\u00e9".repeat(2331);
  const read = await scan(await printed("PKBarcodeFormatQR", message, "iso-8859-1", 4), "PKBarcodeFormatQR");
  if (read !== null) expect(read).toEqual(Array.from(message, () => 0xe9));
});

const ROOM = { width: 300, height: 230 };

test.each(CLASSIC)("modules of %s are at least 0.33 mm, whole dots of a printer, with the quiet zone of the standard", (format) => {
  const code = readCode([{ path: [], format, message: "TICKET-0001", messageEncoding: "iso-8859-1", altText: "" }]);
  const sized = fitCode(code!, ROOM);
  expect(sized!.module * (25.4 / 72)).toBeGreaterThanOrEqual(0.33);
  expect((sized!.module * 300) / 72).toBeCloseTo(Math.round((sized!.module * 300) / 72), 6);
  expect(code!.quiet).toBeGreaterThanOrEqual(symbolFacts(format).quietZone);
  const modules = code!.symbol.kind === "bars" ? code!.symbol.modules.length : code!.symbol.width;
  expect(sized!.width).toBeCloseTo((modules + 2 * code!.quiet) * sized!.module, 6);
  expect(sized!.width).toBeLessThanOrEqual(ROOM.width);
});

test("a code that would be finer than a scanner reads has no place beside the front, and one of its own below", async () => {
  const [format, message] = ["PKBarcodeFormatQR", "x".repeat(1500)] as const;
  const code = readCode([{ path: [], format, message, messageEncoding: "iso-8859-1", altText: "" }]);
  expect(fitCode(code!, { width: 120, height: 120 })).toBeNull();
  const { page, area } = await printed(format, message, "iso-8859-1", 4);
  expect(page).toBe(2);
  expect(area[2] - area[0]).toBeGreaterThan(120);
});
