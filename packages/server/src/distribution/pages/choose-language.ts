import { LANGUAGES, type LanguageTag } from "./page-words.ts";

/** In which languages a visitor reads. */
export interface ReaderLanguages {
  /** That of our words. */
  readonly page: LanguageTag;
  /** BCP 47 tags, best first: the pass may know other languages than we do. */
  readonly pass: readonly string[];
  /** The one of the address; null when it names none. */
  readonly chosen: string | null;
}

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu;
/** Tags of a header that are looked at: of each combination a picture may be kept. */
const MOST = 3;

/** A language tag as it may stand in a header or an address; null for anything else. */
export function parseLanguageTag(text: string): string | null {
  return text.length <= 35 && TAG.test(text) ? text : null;
}

/**
 * The languages of a request: `?lang=` before `Accept-Language` (RFC 9110 §12.5.4), English where we know none of them.
 *
 * @param lang of the address.
 */
export function chooseLanguages(lang: string | null, acceptLanguage: string | undefined): ReaderLanguages {
  const chosen = lang === null ? null : parseLanguageTag(lang);
  const accepted = chosen === null ? readAcceptLanguage(acceptLanguage ?? "") : [chosen];
  const page = accepted.map(toPageLanguage).find((tag) => tag !== null) ?? "en";
  return { page, pass: accepted.length === 0 ? ["en"] : accepted, chosen };
}

function toPageLanguage(tag: string): LanguageTag | null {
  const primary = tag.split("-", 1)[0]?.toLowerCase() ?? "";
  return Object.hasOwn(LANGUAGES, primary) ? (primary as LanguageTag) : null;
}

function readAcceptLanguage(header: string): readonly string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((item) => {
      const [tag = "", ...parameters] = item.split(";").map((part) => part.trim());
      const quality = parameters.map((part) => /^q=([01](?:\.\d{0,3})?)$/iu.exec(part)?.[1]).find((value) => value !== undefined);
      return { tag: parseLanguageTag(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((item): item is { tag: string; quality: number } => item.tag !== null && item.quality > 0)
    .toSorted((one, two) => two.quality - one.quality)
    .slice(0, MOST)
    .map(({ tag }) => tag);
}
