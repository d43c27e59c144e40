import { describe, expect, test } from "vitest";
import { encodeBarcode } from "../../src/barcode/encode-barcode.ts";
import { encodeMessage } from "../../src/barcode/encode-message.ts";
import { drawFront } from "../../src/layout/draw-front.ts";
import { decodePicture } from "../../src/picture/decode-picture.ts";
import { toPng } from "../../src/png/to-png.ts";
import { passOf } from "../support/face.ts";
import { PAYLOADS } from "./support/payloads.ts";
import { readPicture } from "./support/read-symbol.ts";

const CLASSIC = ["PKBarcodeFormatQR", "PKBarcodeFormatPDF417", "PKBarcodeFormatAztec", "PKBarcodeFormatCode128"] as const;

/** All bars of a face share 245 points: when they are more than this they are finer than two pixels. */
const MOST_BARS = 200;

/** Of a text, as much as Code 128 can show at this size: on the phone the rest is as unreadable. */
function readablePart(format: (typeof CLASSIC)[number], text: string, messageEncoding: string): string {
  if (format !== "PKBarcodeFormatCode128") return text;
  const characters = Array.from(text);
  for (let count = characters.length; count > 1; count -= 1) {
    const message = characters.slice(0, count).join("");
    const symbol = encodeBarcode({ format, message, messageEncoding });
    if (symbol.kind === "bars" && symbol.modules.length <= MOST_BARS) return message;
  }
  return characters[0] ?? "";
}

describe.each(CLASSIC)("%s on a face, at two pixels a point, is read back:", (format) => {
  test.each(PAYLOADS)("%s", async (_kind, text, messageEncoding) => {
    const message = readablePart(format, text, messageEncoding);
    const encoded = encodeMessage(message, messageEncoding);
    if (!encoded.ok) throw new Error(encoded.reason.code);
    const pass = passOf({ generic: {}, logoText: "Club", barcodes: [{ format, message, messageEncoding, altText: "000 123" }] });
    const { scene, findings } = await drawFront(pass);
    expect(findings).toEqual([]);
    const { picture } = await decodePicture(await toPng(scene, { scale: 2 }));
    if (picture === null) throw new Error("the PNG cannot be read");
    expect((await readPicture(picture, format))?.bytes).toEqual([...encoded.bytes]);
  });
});
