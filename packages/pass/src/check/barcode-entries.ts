import { isJsonArray, isJsonObject, type JsonObject, type JsonPath } from "../model/json.ts";
import type { CheckSubject } from "./subject.ts";
import { type Charset, type EncodedText, findCharset } from "./values/charset.ts";

/** A barcode dictionary, with where it stands. */
export interface BarcodeEntry {
  readonly path: JsonPath;
  readonly barcode: JsonObject;
  /** Stands in `barcodes`, not in the older `barcode`. */
  readonly isListed: boolean;
}

/** A barcode with a message that is to be drawn. */
export interface EncodedBarcode extends BarcodeEntry {
  readonly format: string;
  readonly message: string;
  readonly charset: Charset | null;
  /** The message as bytes. Some charsets take milliseconds for it, so it is done when asked for. */
  readonly encode: () => EncodedText;
}

/** Wallet draws the first barcode that it can; what stands behind so many is never reached. */
const MAX_BARCODES = 20;

/** A text longer than this is over every code's capacity; it is not encoded to find out by how much. */
const MAX_ENCODED_CHARACTERS = 20_000;

/** The barcodes of a pass: those in `barcodes` (also when it is one object, a mistake of Apple's samples), then `barcode`. */
export function barcodeEntries({ pass }: Pick<CheckSubject, "pass">): readonly BarcodeEntry[] {
  const { barcodes, barcode } = pass;
  const entries: BarcodeEntry[] = [];
  if (isJsonObject(barcodes)) entries.push({ path: ["barcodes"], barcode: barcodes, isListed: true });
  if (isJsonArray(barcodes)) {
    for (const [index, item] of barcodes.slice(0, MAX_BARCODES).entries()) {
      if (isJsonObject(item)) entries.push({ path: ["barcodes", index], barcode: item, isListed: true });
    }
  }
  if (isJsonObject(barcode)) entries.push({ path: ["barcode"], barcode, isListed: false });
  return entries;
}

/** The barcodes that say what to draw and how. Messages beyond any capacity are left out: {@link overlongBarcodes} has them. */
export function* encodedBarcodes(subject: Pick<CheckSubject, "pass">): Generator<EncodedBarcode> {
  for (const { format, message, ...entry } of drawableBarcodes(subject)) {
    if (message.length > MAX_ENCODED_CHARACTERS) continue;
    const name = entry.barcode["messageEncoding"];
    const charset = typeof name === "string" ? findCharset(name) : null;
    yield { ...entry, format, message, charset, encode: () => charset?.encode(message) ?? { ok: null } };
  }
}

/** Barcodes whose messages are too long to be encoded at all. */
export function* overlongBarcodes(
  subject: Pick<CheckSubject, "pass">,
): Generator<BarcodeEntry & { readonly format: string; readonly message: string }> {
  for (const entry of drawableBarcodes(subject)) if (entry.message.length > MAX_ENCODED_CHARACTERS) yield entry;
}

function* drawableBarcodes(
  subject: Pick<CheckSubject, "pass">,
): Generator<BarcodeEntry & { readonly format: string; readonly message: string }> {
  for (const entry of barcodeEntries(subject)) {
    const { format, message } = entry.barcode;
    if (typeof format === "string" && typeof message === "string" && message !== "") yield { ...entry, format, message };
  }
}
