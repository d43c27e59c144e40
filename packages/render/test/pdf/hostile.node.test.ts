import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toPdf } from "../../src/pdf/to-pdf.ts";
import { passOf } from "../support/face.ts";
import { openPdf } from "./support/open-pdf.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("", "%PDF", ">>", "endstream", "\u202eabc", "a\u0301\u0302\u0303", "א(ב)", "\ud83d\ude00\u200d", "x".repeat(500)),
);
const value = fc.oneof(text, fc.integer(), fc.constantFrom(null, true, [], {}));
const fields = fc.array(fc.record({ key: text, label: value, value, attributedValue: value }, { requiredKeys: ["key"] }), {
  maxLength: 4,
});
const style = fc.record({ primaryFields: fields, backFields: fields }, { requiredKeys: [] });

test("whatever a pass holds, the PDF can be opened, and all its pages drawn", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("generic", "coupon", "eventTicket", "boardingPass", "storeCard"),
      style,
      fc.record({ description: value, organizationName: value, voided: fc.boolean(), backgroundColor: text }),
      fc.record({
        format: fc.constantFrom("PKBarcodeFormatQR", "PKBarcodeFormatCode128", "no"),
        message: text,
        messageEncoding: fc.constantFrom("utf-8", "x"),
      }),
      fc.constantFrom(1, 2, 4),
      async (name, dictionary, more, barcode, perPage) => {
        const pass = passOf({ ...more, barcodes: [barcode], [name]: dictionary });
        const document = await openPdf(await toPdf([pass, pass], { perPage }));
        expect(document.numPages).toBeLessThan(12);
        for (let number = 1; number <= document.numPages; number += 1) {
          const page = await document.getPage(number);
          expect((await page.getOperatorList()).fnArray.length).toBeGreaterThan(0);
          await page.getStructTree();
        }
      },
    ),
    { numRuns: 40 },
  );
});
