import { languageChain } from "./locale-parents.ts";

/** Names of folders from before language codes (`English.lproj`), which devices still know. */
const OLD_NAMES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries({
    arabic: "ar",
    chinese: "zh",
    danish: "da",
    dutch: "nl",
    english: "en",
    finnish: "fi",
    french: "fr",
    german: "de",
    italian: "it",
    japanese: "ja",
    korean: "ko",
    norwegian: "nb",
    polish: "pl",
    portuguese: "pt",
    russian: "ru",
    spanish: "es",
    swedish: "sv",
    thai: "th",
    turkish: "tr",
  }),
);

/** Tags whose script goes without saying; with it, all ways of naming a Chinese or a Norwegian meet. */
const FULL_TAGS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries({
    "no-NO": "nb-NO",
    "zh-CN": "zh-Hans-CN",
    "zh-SG": "zh-Hans-SG",
    "zh-MY": "zh-Hans-MY",
    "zh-HK": "zh-Hant-HK",
    "zh-MO": "zh-Hant-MO",
    "zh-TW": "zh-Hant-TW",
    zh: "zh-Hans",
  }),
);

/** `Base.lproj` names no language; it is where a device looks last. */
const BASE = "Base";

/**
 * The localization that a device with these languages shows: of the names in `available` (without `.lproj`), the one nearest to the
 * first language that is near to any. Near is what shares a fallback: `en-AU` takes `en-GB` before `en`, `es-MX` `es-419` before
 * `es`, `zh-TW` `zh-Hant`; upper and lower case, `_` and `-` make no difference. When none fits, English, then the first there is:
 * a pass in Spanish alone is Spanish for everyone. Null only when nothing is available.
 *
 * After Apple's ICU (ualoc_localizationsToUse) and CoreFoundation (CFBundle_Locale.c).
 *
 * @example
 * ```ts
 * chooseLocale(["de", "en_GB", "en"], ["en-AU", "de"]); // "en_GB"
 * ```
 */
export function chooseLocale(available: readonly string[], preferred: readonly string[]): string | null {
  return createSearchList(available, preferred)[0] ?? null;
}

/**
 * The chosen localization and those it falls back to for a file that it does not hold, in order (`Base` last).
 *
 * @example
 * ```ts
 * createSearchList(["en", "fr", "en-GB"], ["en-GB"]); // ["en-GB", "en"]
 * ```
 */
export function createSearchList(available: readonly string[], preferred: readonly string[]): readonly string[] {
  const candidates = available.filter((name) => name !== BASE).map(toCandidate);
  const chosen = findNearest(candidates, [...preferred, "en-US"]) ?? candidates[0];
  const base = available.includes(BASE) ? [BASE] : [];
  if (!chosen) return base;
  const parents = chosen.chain.slice(1).flatMap((tag) => candidates.find((candidate) => candidate.tag === tag) ?? []);
  return [...new Set([chosen, ...parents].map((candidate) => candidate.name)), ...base];
}

/**
 * A language tag, made canonical, and everything it falls back to, nearest first. What is no language tag stands alone.
 *
 * @example
 * ```ts
 * listFallbacks("zh_TW"); // ["zh-Hant-TW", "zh-Hant"]
 * ```
 */
export function listFallbacks(locale: string): readonly string[] {
  return languageChain(toCanonicalTag(locale));
}

interface Candidate {
  /** As the folder is called. */
  readonly name: string;
  readonly tag: string;
  readonly chain: readonly string[];
  /** A point against a region that is not the usual one of its language: `it` takes `it-IT` before `it-CH`. */
  readonly penalty: number;
}

function toCandidate(name: string): Candidate {
  const tag = toCanonicalTag(name);
  return { name, tag, chain: languageChain(tag), penalty: hasUnusualRegion(tag) ? 1 : 0 };
}

function findNearest(candidates: readonly Candidate[], preferred: readonly string[]): Candidate | undefined {
  let lastResort: Candidate | undefined;
  for (const language of preferred) {
    const tag = toCanonicalTag(language);
    const chain = languageChain(tag);
    let nearest: { readonly candidate: Candidate; readonly distance: number } | undefined;
    for (const candidate of candidates) {
      const distance = distanceBetween(tag, chain, candidate);
      if (distance === null) continue;
      // Brazilian is not what Portugal reads while anything else on the list will do.
      if (tag === "pt-PT" && candidate.tag === "pt-BR") lastResort ??= candidate;
      else if (!nearest || distance < nearest.distance) nearest = { candidate, distance };
    }
    if (nearest) return nearest.distance > 0 ? findNamed(nearest.candidate, candidates, preferred) : nearest.candidate;
  }
  return lastResort;
}

/**
 * A variant that the person names further down beats one that is only akin: `[fr-CH, fr-CA]` takes `fr-CA` before `fr-FR`. Not for
 * Chinese, where variants are other scripts.
 */
function findNamed(found: Candidate, candidates: readonly Candidate[], preferred: readonly string[]): Candidate {
  const [language] = found.tag.split("-");
  if (language === "zh" || !REGION.test(found.tag)) return found;
  const named = preferred.map(toCanonicalTag).filter((tag) => tag.split("-")[0] === language);
  return named.flatMap((tag) => candidates.find((candidate) => candidate.tag === tag) ?? [])[0] ?? found;
}

/** Steps from both up to the first fallback they share; null when they share none. */
function distanceBetween(tag: string, chain: readonly string[], candidate: Candidate): number | null {
  if (candidate.tag === tag) return -1;
  for (const [steps, ancestor] of chain.entries()) {
    const index = candidate.chain.indexOf(ancestor);
    if (index !== -1) return steps + index + (index > 0 ? candidate.penalty : 0);
  }
  return null;
}

/** `zh_tw`, `ZH-Hant-TW` → `zh-Hant-TW`; what is no language tag stays as it is and matches only itself. */
function toCanonicalTag(name: string): string {
  const plain = OLD_NAMES.get(name.toLowerCase()) ?? name.replaceAll("_", "-");
  try {
    const { language, script, region } = new Intl.Locale(plain);
    const tag = [language, script, region].filter((part) => part !== undefined).join("-");
    return FULL_TAGS.get(tag) ?? tag;
  } catch {
    return plain;
  }
}

const REGION = /-(?:[A-Z]{2}|\d{3})$/;

function hasUnusualRegion(tag: string): boolean {
  // Of Mexico and Taiwan Apple says that they are usual.
  if (tag === "es-MX" || tag === "zh-Hant-TW" || !REGION.test(tag)) return false;
  try {
    return new Intl.Locale(tag).minimize().region !== undefined;
  } catch {
    return false;
  }
}
