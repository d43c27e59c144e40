import type { CountryCode } from "libphonenumber-js/min";
import type { TextLink } from "../links/text-link.ts";

/** Five digits that stand together, as the shortest number that is dialled from anywhere has them. */
const MAYBE = /\d(?:[\s().\-/\u00a0]{0,3}\d){4}/u;

/** The region of a language tag that names none: where most of those live who write it. */
const REGIONS: Readonly<Record<string, CountryCode>> = {
  ar: "EG",
  bg: "BG",
  ca: "ES",
  cs: "CZ",
  da: "DK",
  de: "DE",
  el: "GR",
  en: "US",
  es: "ES",
  fa: "IR",
  fi: "FI",
  fr: "FR",
  he: "IL",
  hi: "IN",
  hr: "HR",
  hu: "HU",
  id: "ID",
  it: "IT",
  ja: "JP",
  ko: "KR",
  nb: "NO",
  nl: "NL",
  no: "NO",
  pl: "PL",
  pt: "BR",
  ro: "RO",
  ru: "RU",
  sk: "SK",
  sv: "SE",
  th: "TH",
  tr: "TR",
  uk: "UA",
  vi: "VN",
  zh: "CN",
};

/**
 * Finds telephone numbers in texts. Those without a country's code are read as numbers of the reader's region, as a phone does.
 */
export function createPhoneFinder(language: string): (text: string) => Promise<TextLink[]> {
  const region = /-([A-Z]{2})(?:-|$)/u.exec(language)?.[1] ?? REGIONS[language.split("-", 1)[0] ?? ""] ?? "";
  return async (text) => {
    if (!MAYBE.test(text)) return [];
    const { findPhoneNumbersInText, isSupportedCountry } = await import("libphonenumber-js/min");
    const found = isSupportedCountry(region) ? findPhoneNumbersInText(text, region) : findPhoneNumbersInText(text);
    return found.map(({ number, startsAt, endsAt }): TextLink => {
      const extension = number.ext === undefined ? "" : `;ext=${number.ext}`;
      // The library takes an opening bracket that belongs to the sentence.
      const opens = text.charAt(startsAt) === "(" && !text.slice(startsAt, endsAt).includes(")");
      return { kind: "phone", start: startsAt + (opens ? 1 : 0), end: endsAt, href: `tel:${number.number}${extension}` };
    });
  };
}
