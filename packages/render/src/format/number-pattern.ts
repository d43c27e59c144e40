import { type DecimalDigits, decimalDigits, movePoint, roundDecimal } from "./decimal.ts";
import type { CldrLocale } from "./cldr-data.ts";

/** A pattern such as `#,##0.###` or `¤#,##0.00`, read (UTS #35 Part 3, Number Format Patterns). */
export interface NumberPattern {
  readonly prefix: string;
  readonly suffix: string;
  /** Around a negative number. */
  readonly negative: { readonly prefix: string; readonly suffix: string };
  /** Sizes of the group next to the point and of those before it; 0 without groups. */
  readonly groups: readonly [first: number, others: number];
  readonly integer: number;
  readonly fraction: readonly [minimum: number, maximum: number];
}

const NUMBER = /^(?<prefix>(?:'[^']*'|[^#0,.'])*)(?<digits>[#0,]*(?:\.[#0]*)?)(?<suffix>.*)$/su;

/** Reads a pattern; what is none has digits without groups. */
export function parseNumberPattern(pattern: string): NumberPattern {
  const [positive = "", negative] = pattern.split(";");
  const { prefix = "", digits = "", suffix = "" } = NUMBER.exec(positive)?.groups ?? {};
  const below = negative === undefined ? undefined : NUMBER.exec(negative)?.groups;
  const [whole = "", fraction = ""] = digits.split(".");
  const sizes = whole.split(",").map((part) => part.length);
  const first = sizes.length > 1 ? (sizes.at(-1) ?? 0) : 0;
  return {
    prefix: unquote(prefix),
    suffix: unquote(suffix),
    negative: {
      prefix: below === undefined ? `-${unquote(prefix)}` : unquote(below["prefix"] ?? ""),
      suffix: unquote(below === undefined ? suffix : (below["suffix"] ?? "")),
    },
    groups: [first, sizes.length > 2 ? (sizes.at(-2) ?? first) : first],
    integer: whole.replaceAll(/[#,]/gu, "").length,
    fraction: [fraction.replaceAll("#", "").length, fraction.length],
  };
}

function unquote(text: string): string {
  return text.replaceAll(/'([^']*)'/gu, (_, quoted: string) => quoted || "'");
}

/** What a pattern leaves open. */
export interface NumberOptions {
  /** Instead of the pattern's own. */
  readonly fraction?: readonly [minimum: number, maximum: number];
  /** Powers of ten by which the number is multiplied. */
  readonly shift?: number;
  /** What stands for `¤`; separators are those of money then. */
  readonly currency?: string;
}

/** Writes a number by a pattern with a locale's digits and signs. */
export function writeNumber(
  value: number | bigint,
  pattern: NumberPattern,
  locale: CldrLocale,
  options: NumberOptions = {},
): string {
  const { symbols } = locale;
  const isNegative = value < 0 || Object.is(value, -0);
  const affixes = isNegative ? pattern.negative : pattern;
  const size = value < 0 ? -value : value;
  const isFinite = typeof size === "bigint" || Number.isFinite(size);
  const odd = Number.isNaN(size) ? symbols.nan : symbols.infinity;
  const body = isFinite ? writeDigits(decimalDigits(size), pattern, locale, options) : odd;
  const prefix = writeAffix(affixes.prefix, locale, options.currency);
  const suffix = writeAffix(affixes.suffix, locale, options.currency);
  if (options.currency === undefined || !isFinite) return prefix + body + suffix;
  const before = affixes.prefix.endsWith("¤") && !SYMBOL_OR_SPACE.test(options.currency.slice(-1)) ? "\u00A0" : "";
  const after = affixes.suffix.startsWith("¤") && !SYMBOL_OR_SPACE.test(options.currency.slice(0, 1)) ? "\u00A0" : "";
  return prefix + before + body + after + suffix;
}

/** A currency of letters keeps its distance from digits (CLDR: currencySpacing). */
const SYMBOL_OR_SPACE = /[\p{S}\p{Z}]/u;

function writeAffix(affix: string, { symbols }: CldrLocale, currency = "¤"): string {
  return affix.replaceAll(/[-+%¤]/gu, (sign) => {
    if (sign === "¤") return currency;
    return sign === "%" ? symbols.percent : sign === "-" ? symbols.minus : symbols.plus;
  });
}

function writeDigits(exact: DecimalDigits, pattern: NumberPattern, locale: CldrLocale, options: NumberOptions): string {
  const { symbols, digits, minimumGrouping } = locale;
  const [minimum, maximum] = options.fraction ?? pattern.fraction;
  const rounded = roundDecimal(movePoint(exact, options.shift ?? 0), maximum);
  const fraction = rounded.fraction.padEnd(minimum, "0");
  const isMoney = options.currency !== undefined;
  const groups = splitGroups(rounded.whole.padStart(pattern.integer, "0"), pattern.groups, minimumGrouping);
  const whole = groups.join(isMoney ? symbols.currencyGroup : symbols.group);
  const text = fraction === "" ? whole : whole + (isMoney ? symbols.currencyDecimal : symbols.decimal) + fraction;
  return localizeDigits(text, digits);
}

function splitGroups(whole: string, [first, others]: NumberPattern["groups"], minimumGrouping: number): readonly string[] {
  if (first === 0 || others === 0 || whole.length < first + minimumGrouping) return [whole];
  const groups = [whole.slice(-first)];
  for (let end = whole.length - first; end > 0; end -= others) groups.unshift(whole.slice(Math.max(end - others, 0), end));
  return groups;
}

/** Digits of 0 to 9 as the language writes them. */
export function localizeDigits(text: string, digits: string): string {
  if (digits.startsWith("0")) return text;
  const own = Array.from(digits);
  return text.replaceAll(/\d/gu, (digit) => own[Number(digit)] ?? digit);
}

/** One digit, a fraction of at most fifteen, a power of ten: `1.234567891E6`. */
export function writeScientific(value: number, locale: CldrLocale): string {
  const { symbols, digits } = locale;
  if (Number.isNaN(value)) return symbols.nan;
  const sign = value < 0 || Object.is(value, -0) ? symbols.minus : "";
  if (!Number.isFinite(value)) return sign + symbols.infinity;
  const exact = decimalDigits(Math.abs(value));
  const significant = (exact.whole + exact.fraction).replace(/^0+/u, "");
  let exponent =
    significant === "" ? 0 : exact.whole === "0" ? significant.length - exact.fraction.length - 1 : exact.whole.length - 1;
  let mantissa = roundDecimal(movePoint(exact, -exponent), 15);
  // 9.9999999999999999 becomes ten.
  if (mantissa.whole.length > 1) [mantissa, exponent] = [movePoint(mantissa, -1), exponent + 1];
  const fraction = mantissa.fraction === "" ? "" : symbols.decimal + mantissa.fraction;
  const power = exponent < 0 ? `${symbols.minus}${-exponent}` : String(exponent);
  return `${sign}${localizeDigits(mantissa.whole + fraction, digits)}${symbols.exponent}${localizeDigits(power, digits)}`;
}
