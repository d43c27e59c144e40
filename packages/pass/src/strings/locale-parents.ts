/**
 * Which language a device falls back to where dropping the last part of a tag is not it: CLDR's parent locales, as far as they
 * concern languages of iOS, and Apple's own (ICU with Apple's changes, ualoc.cpp: regional English goes through en-GB, Chinese
 * through its scripts). Child → parent, canonical tags; null ends the chain.
 */
const SPECIAL_PARENTS: Readonly<Record<string, string | null>> = {
  ars: "ar",
  "en-001": "en",
  "en-150": "en-GB",
  "en-GB": "en-001",
  "hi-Latn": "en-IN",
  nb: "no",
  nn: "no",
  yue: "yue-Hant",
  "yue-Hant": "zh-Hant-HK",
  "yue-Hans": "zh-Hans",
  "zh-Hant": null,
  "zh-Hant-MO": "zh-Hant-HK",
  "sr-Latn": null,
  "uz-Cyrl": null,
  "az-Cyrl": null,
};

/** Regions whose variant of a language has a parent other than the language itself. */
const REGIONAL_PARENTS: readonly (readonly [language: string, parent: string, regions: string])[] = [
  [
    "en",
    "en-GB",
    "AG AI AU BB BD BM BN BS BW BZ DG DM FJ FK GD GG GH GI GM GY HK IE IM IN IO JE JM KE KI KN KY LC LK LS MO MS MT MU MV MW MY NA NG PK " +
      "PN SB SC SD SG SH SL SS SZ TC TO TT TV TZ UG VC VG VU ZA ZM ZW",
  ],
  ["en", "en-AU", "CC CK CX NF NR NU NZ PG WS"],
  ["en", "en-150", "AT BE CH CY DE DK FI NL SE SI"],
  ["es", "es-419", "AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE"],
  ["pt", "pt-PT", "AO CH CV FR GQ GW LU MO MZ ST TL"],
];

const PARENTS: ReadonlyMap<string, string | null> = /* @__PURE__ */ new Map([
  ...REGIONAL_PARENTS.flatMap(([language, parent, regions]) =>
    regions.split(" ").map((region) => [`${language}-${region}`, parent] as const),
  ),
  ...Object.entries(SPECIAL_PARENTS),
]);

/** The longest real chain (en-NZ → en-AU → en-GB → en-001 → en) has five; the bound is for tags with many parts. */
const MAX_CHAIN = 10;

/** A canonical language tag and everything it falls back to, nearest first: `["en-AU", "en-GB", "en-001", "en"]`. */
export function languageChain(tag: string): readonly string[] {
  const chain: string[] = [];
  for (let next: string | null = tag; next !== null && chain.length < MAX_CHAIN; next = parentOf(next)) chain.push(next);
  return chain;
}

function parentOf(tag: string): string | null {
  const parent = PARENTS.get(tag);
  if (parent !== undefined) return parent;
  const end = tag.lastIndexOf("-");
  return end === -1 ? null : tag.slice(0, end);
}
