import { PassDocument } from "@passwright/pass";
import { describe, expect, test } from "vitest";
import { readFixture } from "../../../pass/test/support/read-fixture.ts";
import { chooseBarcode } from "../../src/barcode/choose-barcode.ts";
import { encodeMessage } from "../../src/barcode/encode-message.ts";
import { encodeQr } from "../../src/barcode/qr/encode-qr.ts";

/** The mask of the QR code in each screenshot of the optional corpus: found by drawing all eight and comparing each module. */
const MASKS = [
  ["benesov", 4],
  ["boarding-pass-1", 2],
  ["boarding-pass-2", 2],
  ["example-generic", 3],
  ["generic5", 2],
  ["generic8", 2],
  ["large-barcode", 2],
  ["pga", 3],
  ["store-card-1", 0],
  ["store-card-5", 2],
] as const;

const faces = await Promise.all(
  MASKS.map(async ([name, mask]) => [name, mask, await readFixture(`../shared/corpus/faces/${name}/pass.json`)] as const),
);

describe("a QR code has the modules that an iPhone draws:", () => {
  for (const [name, mask, json] of faces) {
    test.skipIf(json === null)(name, () => {
      const chosen = chooseBarcode(PassDocument.parse(json ?? "{}").data, { device: "phone" });
      if (chosen === null) throw new Error("no barcode");
      const encoded = encodeMessage(chosen.message, chosen.messageEncoding);
      if (!encoded.ok) throw new Error(encoded.reason.code);
      expect(encodeQr(encoded.bytes)).toEqual(encodeQr(encoded.bytes, mask));
    });
  }
});
