import { defineKeys, type KeyRow } from "./key-spec.ts";

const MESSAGE_ENCODING: KeyRow = ["messageEncoding", "charset", { required: true, default: "iso-8859-1" }];
const ALT_TEXT: KeyRow = ["altText", "text", { watch: null }];

/** A candidate in `barcodes`. */
export const BARCODES_KEYS = /* @__PURE__ */ defineKeys("Barcodes", { ios: 9, watch: 2 }, [
  ["format", "BarcodeFormat", { required: true }],
  ["message", "string", { required: true }],
  MESSAGE_ENCODING,
  ALT_TEXT,
]);

/** The older single `barcode`. */
export const BARCODE_KEYS = /* @__PURE__ */ defineKeys("Barcode", { ios: 6, watch: 2, deprecated: 9, replacedBy: "barcodes" }, [
  ["format", "LegacyBarcodeFormat", { required: true }],
  ["message", "string", { required: true }],
  MESSAGE_ENCODING,
  ALT_TEXT,
]);
