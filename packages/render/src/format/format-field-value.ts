import { fieldText, type Formatter, type JsonObject } from "@passwright/pass";

/** For whom values are written. */
export interface FormatOptions {
  /** BCP 47 tag of the device's region and language. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  /** For fields that say "today"; null when there is none to compare with. */
  readonly now: Date | null;
  /** A text of pass.json in the holder's language; as it stands where none is given. */
  readonly translate?: (text: string) => string;
  /** Who writes dates and numbers; the engine where none is given. */
  readonly formatter?: Formatter;
}

/**
 * A field's value as Wallet shows it; empty when there is no text or number. The same as notices and comparisons say
 * ({@link fieldText}).
 *
 * @throws {RangeError} when the locale or the time zone is none.
 *
 * @example
 * ```ts
 * const formatter = createCldrFormatter(await loadCldrData(["de"]));
 * const options = { locale: "de", timeZone: "Europe/Berlin", now: null, formatter };
 * formatFieldValue({ key: "balance", value: 12.5, currencyCode: "EUR" }, options); // "12,50 €"
 * ```
 */
export function formatFieldValue(field: JsonObject, options: FormatOptions): string {
  return fieldText(field, { ...options, translate: options.translate ?? keep }) ?? "";
}

function keep(text: string): string {
  return text;
}
