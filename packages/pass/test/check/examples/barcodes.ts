import type { JsonObject } from "../../../src/model/json.ts";
import type { AreaExamples, RuleExample } from "../example.ts";

/** A pass with this one barcode, which is a QR code with a plain text as far as nothing else is said. */
function withBarcode(barcode: JsonObject): RuleExample {
  return { pass: { barcodes: [{ ...QR, ...barcode }] } };
}

const QR = { format: "PKBarcodeFormatQR", message: "A1B2C3", messageEncoding: "iso-8859-1", altText: "A1B2C3" } as const;

const { messageEncoding: _encoding, ...WITHOUT_ENCODING } = QR;
const { message: _message, ...WITHOUT_MESSAGE } = QR;
const { altText: _altText, ...WITHOUT_ALT_TEXT } = QR;
const { format: _format, ...WITHOUT_FORMAT } = QR;

const CODE_128 = { format: "PKBarcodeFormatCode128" } as const;
const PDF_417 = { format: "PKBarcodeFormatPDF417" } as const;

export const BARCODES_EXAMPLES: AreaExamples = {
  "barcodes-array": {
    triggers: [{ pass: { barcodes: QR } }, { pass: { barcodes: "A1B2C3" } }, { pass: { barcodes: ["A1B2C3"] } }],
    passes: { pass: { barcodes: [QR] } },
  },
  "barcodes-empty": {
    triggers: { pass: { barcodes: [] } },
    passes: [{ pass: { barcodes: [], barcode: QR } }, { pass: { barcodes: null } }],
  },
  "barcode-deprecated": {
    triggers: { pass: { barcodes: null, barcode: QR } },
    passes: { pass: { barcode: QR } },
  },
  "barcode-format": {
    triggers: [
      withBarcode({ format: "PKBarcodeFormatITF" }),
      withBarcode({ format: "QR" }),
      withBarcode({ format: "PKBarcodeFormatSquare" }),
      withBarcode({ format: 1 }),
      { pass: { barcodes: [WITHOUT_FORMAT] } },
      { pass: { barcode: { ...QR, format: "PKBarcodeFormatQr" } } },
    ],
    passes: [withBarcode({}), withBarcode({ format: "PKBarcodeFormatI2of5", message: "1234" })],
  },
  "barcode-legacy-format": {
    triggers: { pass: { barcodes: null, barcode: { ...QR, ...CODE_128 } } },
    passes: [{ pass: { barcodes: null, barcode: { ...QR, ...PDF_417 } } }, withBarcode(CODE_128)],
  },
  "barcode-format-27": {
    triggers: {
      pass: {
        barcodes: [
          { ...QR, format: "PKBarcodeFormatCode39" },
          { ...QR, format: "PKBarcodeFormatI2of5", message: "12" },
        ],
      },
    },
    passes: [
      { pass: { barcodes: [{ ...QR, format: "PKBarcodeFormatCode39" }, QR] } },
      { pass: { barcodes: [{ ...QR, format: "PKBarcodeFormatCode39" }], barcode: QR } },
    ],
  },
  "barcode-code128-watch": {
    triggers: withBarcode(CODE_128),
    passes: { pass: { barcodes: [{ ...QR, ...CODE_128 }, QR] } },
  },
  "barcode-message": {
    triggers: [withBarcode({ message: "" }), withBarcode({ message: 123456 }), { pass: { barcodes: [WITHOUT_MESSAGE] } }],
    passes: withBarcode({ message: "123456" }),
  },
  "barcode-encoding-required": {
    triggers: [{ pass: { barcodes: [WITHOUT_ENCODING] } }, { pass: { barcodes: null, barcode: WITHOUT_ENCODING } }],
    passes: withBarcode({}),
  },
  "barcode-encoding-iana": {
    triggers: ["PKBarcodeFormatQR", "", "latin-one", " utf-8", 4].map((messageEncoding) => withBarcode({ messageEncoding })),
    passes: ["utf-8", "UTF-8", "latin1", "ISO_8859-1:1987", "Shift_JIS", "windows-1252", "cp437", "utf-16"].map((messageEncoding) =>
      withBarcode({ messageEncoding }),
    ),
  },
  "barcode-encoding-fit": {
    triggers: [
      withBarcode({ message: "5 €" }),
      withBarcode({ message: "Привет", messageEncoding: "iso-8859-2" }),
      withBarcode({ message: "é", messageEncoding: "us-ascii" }),
      withBarcode({ message: "😀", messageEncoding: "Shift_JIS" }),
    ],
    passes: [
      withBarcode({ message: "Zürich" }),
      withBarcode({ message: "5 €", messageEncoding: "windows-1252" }),
      withBarcode({ message: "Привет", messageEncoding: "koi8-r" }),
      withBarcode({ message: "東京", messageEncoding: "Shift_JIS" }),
      withBarcode({ message: "😀", messageEncoding: "utf-16" }),
    ],
  },
  "barcode-encoding-utf8": {
    triggers: [
      withBarcode({ ...PDF_417, message: "Zürich", messageEncoding: "utf-8" }),
      withBarcode({ ...CODE_128, message: "Zürich", messageEncoding: "UTF-8" }),
    ],
    passes: [
      withBarcode({ message: "Zürich", messageEncoding: "utf-8" }),
      withBarcode({ ...PDF_417, message: "Zurich", messageEncoding: "utf-8" }),
      withBarcode({ ...PDF_417, message: "Zürich" }),
    ],
  },
  "barcode-cap-qr": {
    triggers: [
      withBarcode({ message: "x".repeat(2954) }),
      withBarcode({ message: "é".repeat(1477), messageEncoding: "utf-8" }),
      withBarcode({ message: "7".repeat(7090) }),
      withBarcode({ message: "x".repeat(30_000) }),
    ],
    passes: [
      withBarcode({ message: "x".repeat(2953) }),
      withBarcode({ message: "é".repeat(2953) }),
      withBarcode({ message: "7".repeat(7089) }),
    ],
  },
  "barcode-cap-aztec": {
    triggers: withBarcode({ format: "PKBarcodeFormatAztec", message: "x".repeat(1915) }),
    passes: withBarcode({ format: "PKBarcodeFormatAztec", message: "x".repeat(1914) }),
  },
  "barcode-cap-pdf417": {
    triggers: withBarcode({ ...PDF_417, message: "x".repeat(1109) }),
    passes: withBarcode({ ...PDF_417, message: "x".repeat(1108) }),
  },
  "barcode-code128-charset": {
    triggers: withBarcode({ ...CODE_128, message: "Zürich" }),
    passes: withBarcode({ ...CODE_128, message: "Zurich" }),
  },
  "barcode-code128-length": {
    triggers: [withBarcode({ ...CODE_128, message: "A".repeat(31) }), withBarcode({ ...CODE_128, message: "A".repeat(30_000) })],
    passes: [withBarcode({ ...CODE_128, message: "A".repeat(30) }), withBarcode({ ...CODE_128, message: "7".repeat(60) })],
  },
  "barcode-code39-charset": {
    triggers: [
      withBarcode({ format: "PKBarcodeFormatCode39", message: "abc" }),
      withBarcode({ format: "PKBarcodeFormatCode39", message: "A*B" }),
    ],
    passes: withBarcode({ format: "PKBarcodeFormatCode39", message: "AZ09 -.$/+%" }),
  },
  "barcode-codabar-charset": {
    triggers: [
      withBarcode({ format: "PKBarcodeFormatCodabar", message: "E123" }),
      withBarcode({ format: "PKBarcodeFormatCodabar", message: "AB" }),
    ],
    passes: [
      withBarcode({ format: "PKBarcodeFormatCodabar", message: "A12-3$:/.+B" }),
      withBarcode({ format: "PKBarcodeFormatCodabar", message: "123" }),
    ],
  },
  "barcode-ean13": {
    triggers: [
      withBarcode({ format: "PKBarcodeFormatEAN13", message: "4006381333932" }),
      withBarcode({ format: "PKBarcodeFormatEAN13", message: "40063813339" }),
      withBarcode({ format: "PKBarcodeFormatEAN13", message: "4006381E3339" }),
    ],
    passes: [
      withBarcode({ format: "PKBarcodeFormatEAN13", message: "4006381333931" }),
      withBarcode({ format: "PKBarcodeFormatEAN13", message: "400638133393" }),
    ],
  },
  "barcode-itf-even": {
    triggers: [
      withBarcode({ format: "PKBarcodeFormatI2of5", message: "12345" }),
      withBarcode({ format: "PKBarcodeFormatI2of5", message: "12a4" }),
    ],
    passes: withBarcode({ format: "PKBarcodeFormatI2of5", message: "123456" }),
  },
  "barcode-alttext": {
    triggers: [{ pass: { barcodes: [WITHOUT_ALT_TEXT] } }, withBarcode({ altText: " " })],
    passes: withBarcode({}),
  },
  "barcode-control-chars": {
    triggers: [withBarcode({ message: "A1B2C3\n" }), withBarcode({ message: "A1\tB2" })],
    passes: [
      withBarcode({ message: "A1B2C3" }),
      withBarcode({ message: "0104006381333931\u001d10ABC" }),
      withBarcode({ message: "#UT01\u0001\u0002\n" }),
    ],
  },
};
