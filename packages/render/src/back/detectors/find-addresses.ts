import type { TextLink } from "../links/text-link.ts";

const WORD = String.raw`[\p{Lu}\d][\p{L}\d.'’\-]{0,30}`;
const WORDS = String.raw`${WORD}(?:[ \u00a0](?:[a-zà-ž]{1,4}[ \u00a0]){0,2}${WORD}){0,4}`;
/** Towns: no digits, and small words only where they belong into a name. */
const TOWN_WORD = String.raw`\p{Lu}[\p{L}.'’\-]{0,30}`;
const TOWN = String.raw`${TOWN_WORD}(?:[ \u00a0](?:(?:am|an|auf|de|del|der|den|di|ob|sur|sous|upon)[ \u00a0](?:la[ \u00a0]|der[ \u00a0])?)?${TOWN_WORD}){0,3}`;
const NEXT = String.raw`[ ]{0,2}(?:,|\n)[ ]{0,2}`;

/** Forms of addresses that are told by their postal code. Every part is bounded: no text makes them search for long. */
const FORMS: readonly RegExp[] = [
  // 1 Infinite Loop, Cupertino, CA 95014
  new RegExp(
    String.raw`(?<![\d.])\d{1,5}[A-Z]?[ ]${WORDS}(?:${NEXT}${WORDS}){0,2}${NEXT}${TOWN},?[ ][A-Z]{2},?[ ]\d{5}(?:-\d{4})?(?!\d)`,
    "gu",
  ),
  // 10 Downing Street, London SW1A 2AA
  new RegExp(
    String.raw`(?<![\d.])\d{1,4}[A-Z]?[ ]${WORDS}(?:${NEXT}${WORDS}){0,2}(?:${NEXT}|[ ])[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}(?![\p{L}\d])`,
    "gu",
  ),
  // Stephansplatz 1, 1010 Wien; Via del Corso 12, 00186 Roma; Kerkstraat 5, 1017 GA Amsterdam
  new RegExp(
    String.raw`(?<!\p{L})${WORDS}[ ]\d{1,4}[a-zA-Z]?(?:[/\-]\d{1,4}){0,2}${NEXT}(?:[A-Z]{1,2}-)?\d{4,5}(?:[ ][A-Z]{2})?[ ]${TOWN}`,
    "gu",
  ),
  // 12 rue de Rivoli, 75001 Paris
  new RegExp(
    String.raw`(?<![\d.])\d{1,4}(?:[ ]?(?:bis|ter))?,?[ ](?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Qq]uai|[Cc]hemin|[Aa]llée|[Cc]ours)[ ][\p{L}\d'’ .\-]{2,60}${NEXT}\d{5}[ ]${TOWN}`,
    "gu",
  ),
];

const MAYBE = /\d{4}|\d[A-Z]{2}(?![A-Z\d])/u;

/**
 * Postal addresses in a text, as far as their form tells: house number, street, postal code and town in the order of the United States,
 * Britain, France and the middle of Europe. No library knows more of the world at a size that a page could carry.
 */
export function findAddresses(text: string): TextLink[] {
  if (!MAYBE.test(text)) return [];
  return FORMS.flatMap((form) =>
    Array.from(text.matchAll(form), (match): TextLink => {
      const query = encodeURIComponent(match[0].replaceAll(/\s+/gu, " "));
      return {
        kind: "address",
        start: match.index,
        end: match.index + match[0].length,
        href: `https://maps.apple.com/?q=${query}`,
      };
    }),
  );
}
