import { isJsonArray, isJsonObject, type JsonValue } from "../../model/json.ts";
import { BARCODE_FORMAT_SUPPORT, BARCODE_FORMATS, type BarcodeFormat, LEGACY_BARCODE_FORMATS } from "../../model/enums.ts";
import { type BarcodeEntry, barcodeEntries } from "../barcode-entries.ts";
import { inPass, shown } from "../hit.ts";
import { nearestName } from "../nearest-name.ts";
import type { Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import { findCharset } from "../values/charset.ts";
import { BARCODE_PAYLOAD_RULES } from "./barcodes-payload.ts";

const BARCODE = "https://developer.apple.com/documentation/walletpasses/pass/barcode-data.dictionary";

/** The barcode dictionaries: which one Wallet draws, and what it needs for that. What is in the codes: barcodes-payload.ts. */
export const BARCODES_RULES: readonly Rule[] = [
  {
    id: "barcodes-array",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check({ pass }) {
      const { barcodes } = pass;
      if (barcodes === undefined || barcodes === null) return;
      if (!isJsonArray(barcodes)) {
        yield inPass(["barcodes"], { value: shown(barcodes) });
        return;
      }
      for (const [index, item] of barcodes.entries()) {
        if (!isJsonObject(item)) yield inPass(["barcodes", index], { value: `an array with ${shown(item)} in it` });
      }
    },
  },
  {
    id: "barcodes-empty",
    severity: "warning",
    effect: "loses",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check({ pass }) {
      const { barcodes, nfc } = pass;
      const isEmpty = isJsonArray(barcodes) && barcodes.length === 0;
      if (isEmpty && nfc === undefined && pass["barcode"] === undefined) yield inPass(["barcodes"]);
    },
  },
  {
    id: "barcode-deprecated",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.pass, SOURCES.observed],
    *check({ pass }) {
      if (isJsonObject(pass["barcode"]) && pass["barcodes"] === undefined) yield inPass(["barcode"]);
    },
  },
  {
    id: "barcode-format",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check(subject) {
      for (const { path, barcode } of barcodeEntries(subject)) {
        const { format } = barcode;
        if (isFormat(format)) continue;
        yield inPass(format === undefined ? path : [...path, "format"], {
          value: format === undefined ? "missing" : shown(format),
          suggestion: typeof format === "string" ? suggestFormat(format) : "PKBarcodeFormatQR",
        });
      }
    },
  },
  {
    id: "barcode-legacy-format",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [BARCODE, SOURCES.bundleTopLevel],
    *check({ pass }) {
      const { barcode, barcodes } = pass;
      if (!isJsonObject(barcode) || isJsonArray(barcodes)) return;
      const { format } = barcode;
      if (isFormat(format) && !isLegacyFormat(format)) yield inPass(["barcode", "format"], { format });
    },
  },
  {
    id: "barcode-format-27",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.barcodes, SOURCES.wwdc2026],
    *check({ pass }) {
      const formats = listedFormats(pass["barcodes"]);
      if (formats.length === 0 || hasLegacyBarcode(pass["barcode"])) return;
      if (formats.every((format) => BARCODE_FORMAT_SUPPORT[format].minIOS >= 27)) {
        yield inPass(["barcodes"], { formats: [...new Set(formats)].join(", ") });
      }
    },
  },
  {
    id: "barcode-code128-watch",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: true,
    sources: [SOURCES.barcodes, SOURCES.guideCreating],
    *check({ pass }) {
      const formats = listedFormats(pass["barcodes"]);
      if (formats.length === 0 || hasLegacyBarcode(pass["barcode"])) return;
      if (formats.every((format) => BARCODE_FORMAT_SUPPORT[format].watch === false)) yield inPass(["barcodes"]);
    },
  },
  {
    id: "barcode-message",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes],
    *check(subject) {
      for (const { path, barcode } of barcodeEntries(subject)) {
        const { message } = barcode;
        if (typeof message === "string" && message !== "") continue;
        if (message === undefined) yield inPass(path, { value: "missing" });
        else yield inPass([...path, "message"], { value: message === "" ? "empty" : `${shown(message)}, not a text` });
      }
    },
  },
  {
    id: "barcode-encoding-required",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes, SOURCES.observed],
    *check(subject) {
      for (const { path, barcode } of barcodeEntries(subject)) {
        if (barcode["messageEncoding"] === undefined) yield inPass(path);
      }
    },
  },
  {
    id: "barcode-encoding-iana",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes, SOURCES.bundleTopLevel, "https://www.iana.org/assignments/character-sets"],
    *check(subject) {
      for (const { path, barcode } of barcodeEntries(subject)) {
        const { messageEncoding } = barcode;
        if (messageEncoding === undefined || messageEncoding === null) continue;
        if (typeof messageEncoding === "string" && findCharset(messageEncoding) !== null) continue;
        yield inPass([...path, "messageEncoding"], { value: shown(messageEncoding) });
      }
    },
  },
  ...BARCODE_PAYLOAD_RULES,
  {
    id: "barcode-alttext",
    severity: "info",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.barcodes, SOURCES.design],
    *check(subject) {
      // The first one is the one that most devices draw.
      const [first] = barcodeEntries(subject);
      if (first !== undefined && !hasAltText(first)) yield inPass(first.path);
    },
  },
];

function isFormat(value: JsonValue | undefined): value is BarcodeFormat {
  return BARCODE_FORMATS.some((format) => format === value);
}

function isLegacyFormat(format: BarcodeFormat): boolean {
  return LEGACY_BARCODE_FORMATS.some((legacy) => legacy === format);
}

function listedFormats(barcodes: JsonValue | undefined): readonly BarcodeFormat[] {
  if (!isJsonArray(barcodes)) return [];
  return barcodes.flatMap((item) => {
    const format = isJsonObject(item) ? item["format"] : undefined;
    return isFormat(format) ? [format] : [];
  });
}

/** The older key may hold what older systems draw. */
function hasLegacyBarcode(barcode: JsonValue | undefined): boolean {
  if (!isJsonObject(barcode)) return false;
  const { format } = barcode;
  return isFormat(format) && isLegacyFormat(format);
}

/** Names under which other tools know the formats. */
const OTHER_NAMES: Readonly<Record<string, BarcodeFormat>> = {
  itf: "PKBarcodeFormatI2of5",
  interleaved2of5: "PKBarcodeFormatI2of5",
  square: "PKBarcodeFormatQR",
  qrcode: "PKBarcodeFormatQR",
};

function suggestFormat(text: string): BarcodeFormat {
  const bare = text
    .slice(0, 64)
    .replace(/^PKBarcodeFormat/iu, "")
    .replaceAll(/[-_\s]/gu, "")
    .toLowerCase();
  if (Object.hasOwn(OTHER_NAMES, bare)) return OTHER_NAMES[bare] ?? "PKBarcodeFormatQR";
  return nearestName(`PKBarcodeFormat${bare}`, BARCODE_FORMATS) ?? "PKBarcodeFormatQR";
}

function hasAltText({ barcode }: BarcodeEntry): boolean {
  const { altText } = barcode;
  return typeof altText === "string" && altText.trim() !== "";
}
