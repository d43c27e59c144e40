import {
  BARCODE_FORMAT_SUPPORT,
  BARCODE_FORMATS,
  type BarcodeFormat,
  type JsonPath,
  LEGACY_BARCODE_FORMATS,
} from "@passwright/pass";

/** The barcode keys of a pass, as they stand in it: they may hold anything. */
export interface BarcodeKeys {
  readonly barcodes?: unknown;
  readonly barcode?: unknown;
}

/** Which screen the barcode is for. */
export interface BarcodeDevice {
  readonly device: "phone" | "watch";
  /** Major version of iOS on the phone or, for a watch, on the phone it is paired with. Without it the newest that is known. */
  readonly osVersion?: number;
}

/** The barcode that a device draws. */
export interface ChosenBarcode {
  readonly path: JsonPath;
  readonly format: BarcodeFormat;
  /** Never empty. */
  readonly message: string;
  readonly messageEncoding: string;
  /** Null when there is none; a watch never shows it. */
  readonly altText: string | null;
}

/** Of a barcode that names none, which Wallet would have refused at the door. */
const DEFAULT_ENCODING = "iso-8859-1";

/** A device takes the first it can draw; what stands behind so many is never looked at. */
const MAX_BARCODES = 20;

/**
 * The barcode that a device draws: the first in `barcodes` whose format it knows, else the older `barcode`, which can be QR, PDF417
 * or Aztec. The last four formats begin with iOS 27, Code 128 with iOS 9, and a watch draws no Code 128.
 *
 * @returns null when there is none to draw
 * @see https://developer.apple.com/documentation/walletpasses/pass/barcodes-data.dictionary
 *
 * @example
 * ```ts
 * const pass = { barcodes: [{ format: "PKBarcodeFormatCode128", message: "7", messageEncoding: "utf-8" }] };
 * chooseBarcode(pass, { device: "phone" })?.path; // ["barcodes", 0]
 * chooseBarcode(pass, { device: "watch" }); // null
 * ```
 */
export function chooseBarcode({ barcodes, barcode }: BarcodeKeys, device: BarcodeDevice): ChosenBarcode | null {
  const listed = Array.isArray(barcodes) ? barcodes.slice(0, MAX_BARCODES) : [];
  for (const [index, entry] of listed.entries()) {
    const chosen = readBarcode(entry, ["barcodes", index]);
    if (chosen !== null && isDrawn(chosen.format, device)) return chosen;
  }
  const legacy = readBarcode(barcode, ["barcode"]);
  return legacy !== null && LEGACY_BARCODE_FORMATS.some((format) => format === legacy.format) ? legacy : null;
}

function isDrawn(format: BarcodeFormat, { device, osVersion = Infinity }: BarcodeDevice): boolean {
  const { minIOS, watch } = BARCODE_FORMAT_SUPPORT[format];
  // Null: Apple excepts Code 128 from the watch, and no other.
  return osVersion >= minIOS && (device === "phone" || watch !== false);
}

function readBarcode(entry: unknown, path: JsonPath): ChosenBarcode | null {
  if (typeof entry !== "object" || entry === null) return null;
  const { format, message, messageEncoding, altText }: Readonly<Record<string, unknown>> = { ...entry };
  const known = BARCODE_FORMATS.find((candidate) => candidate === format);
  if (known === undefined || typeof message !== "string" || message === "") return null;
  return {
    path,
    format: known,
    message,
    messageEncoding: typeof messageEncoding === "string" ? messageEncoding : DEFAULT_ENCODING,
    altText: typeof altText === "string" && altText !== "" ? altText : null,
  };
}
