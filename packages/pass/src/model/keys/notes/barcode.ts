import { defineNotes } from "./key-note.ts";

/** A candidate in `barcodes`. */
export const BARCODES_NOTES = /* @__PURE__ */ defineNotes(["barcodes"], {
  format: {
    note: "Symbology. Code 128 is not drawn on watchOS; the last four need iOS 27, so add an older format behind them.",
    sources: ["barcodes", "wwdc26", "pass-builder"],
  },
  message: {
    note: "Payload text; converted to bytes with messageEncoding.",
    limit:
      "QR 2953 bytes, Aztec 1914 bytes, PDF417 about 1108 bytes, Code 128 about 80 characters; Code 39 only 0-9 A-Z and - . $ / + % space; Codabar digits and - $ : / . + between optional A to D; EAN-13 12 or 13 digits; Interleaved 2 of 5 an even number of digits",
  },
  messageEncoding: {
    note: "Character set in which message becomes bytes; iso-8859-1 suits most scanners, utf-8 other text.",
    sources: ["barcodes", "archive-top-level"],
  },
  altText: "Text under the code. Not on watchOS.",
});

/** The older single `barcode`. */
export const BARCODE_NOTES = /* @__PURE__ */ defineNotes(["barcode", "archive-lower-level"], {
  format: "Symbology; iOS 6 to 8 know these three only.",
  message: {
    note: "Payload text; converted to bytes with messageEncoding.",
    limit: "QR 2953 bytes, Aztec 1914 bytes, PDF417 about 1108 bytes",
  },
  messageEncoding: {
    note: "Character set in which message becomes bytes; iso-8859-1 suits most scanners, utf-8 other text.",
    sources: ["barcodes", "archive-top-level"],
  },
  altText: "Text under the code. Not on watchOS.",
});
