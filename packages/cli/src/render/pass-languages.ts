import { listLocales } from "@passwright/pass";

/** A language that a pass can be drawn in. */
export interface PassLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** In English: `German`. */
  readonly name: string;
}

/** More languages than Wallet is translated into. */
const MAX_LANGUAGES = 100;

/** The languages of a pass: its `.lproj` folders that are called after one, in order; none for a pass without translations. */
export function listLanguages(paths: Iterable<string>): readonly PassLanguage[] {
  const tags = listLocales(paths).flatMap((folder) => toTag(folder) ?? []);
  return [...new Set(tags)].slice(0, MAX_LANGUAGES).map(toLanguage);
}

function toTag(folder: string): string | null {
  try {
    return Intl.getCanonicalLocales(folder.replaceAll("_", "-"))[0] ?? null;
  } catch {
    // `Base.lproj` and the like: no language that anyone could read in.
    return null;
  }
}

/** A language by its BCP 47 tag. */
export function toLanguage(tag: string): PassLanguage {
  return { tag, name: new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag };
}
