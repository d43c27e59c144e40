import { createIntlFormatter, isJsonObject, type JsonValue } from "@passwright/pass";
import type { FormatOptions } from "./format-field-value.ts";

/** A decimal number, as `CurrencyAmount.amount` is written. */
const AMOUNT = /^-?\d{1,40}(?:\.\d{1,40})?$/u;

/**
 * An amount of money in a semantic tag, as Wallet shows it; null when it is none. There the amount is a text, unlike in fields.
 * Source: SemanticTagType.CurrencyAmount.
 *
 * @throws {RangeError} when the locale is none.
 *
 * @example
 * ```ts
 * const options = { locale: "en", timeZone: "UTC", now: null };
 * formatCurrencyAmount({ amount: "12.50", currencyCode: "USD" }, options); // "$12.50"
 * ```
 */
export function formatCurrencyAmount(tag: JsonValue | undefined, options: FormatOptions): string | null {
  if (!isJsonObject(tag)) return null;
  const { amount, currencyCode } = tag;
  if (typeof amount !== "string" || !AMOUNT.test(amount)) return null;
  if (typeof currencyCode !== "string" || !/^[A-Z]{3}$/u.test(currencyCode)) return null;
  return (options.formatter ?? createIntlFormatter()).currency(Number(amount), currencyCode, options.locale);
}
