import { PassError } from "../errors.ts";
import { createSearchList } from "./locale.ts";
import { parseStrings } from "./parse-strings.ts";

/** A pass in one language. */
export interface Localizer {
  /** Name of the chosen `.lproj` folder without the ending, as it is spelled; null when the pass has none. */
  readonly locale: string | null;
  /** The translation of a text of pass.json; the text itself when there is none. */
  text(key: string): string;
  /** Path of an image or another file by its name, such as `icon@2x.png`; null when the pass has none. */
  file(name: string): string | null;
}

/**
 * Resolves texts and images of a pass as a device with these languages does (BCP 47 tags, best first). A `pass.strings` that cannot be
 * read gives no translations. A file at the top level hides its localized namesakes ("the top-level image overrides the localized
 * one", Apple, Creating the Source for a Pass); a localized file that the chosen folder lacks comes from the folder it falls back to.
 *
 * @example
 * ```ts
 * const localizer = createLocalizer(files, ["de-AT", "en"]);
 * localizer.text("gate_label"); // "Flugsteig"
 * localizer.file("strip@2x.png"); // "de.lproj/strip@2x.png"
 * ```
 */
export function createLocalizer(files: ReadonlyMap<string, Uint8Array>, preferred: readonly string[]): Localizer {
  const folders = listLocales(files.keys());
  const search = createSearchList(folders, preferred);
  const find = (name: string) => search.map((locale) => `${locale}.lproj/${name}`).find((path) => files.has(path)) ?? null;
  const texts = readTexts(files, find("pass.strings"));
  const [locale = null] = search;
  return {
    locale,
    text: (key) => texts.get(key) ?? key,
    file: (name) => (files.has(name) ? name : find(name)),
  };
}

/**
 * Names of the `.lproj` folders at the top level, without the ending, in order of appearance.
 *
 * @example
 * ```ts
 * listLocales(["pass.json", "en.lproj/pass.strings"]); // ["en"]
 * ```
 */
export function listLocales(paths: Iterable<string>): string[] {
  const locales = new Set<string>();
  for (const path of paths) {
    const locale = /^([^/]+)\.lproj\//.exec(path)?.[1];
    if (locale !== undefined) locales.add(locale);
  }
  return [...locales];
}

function readTexts(files: ReadonlyMap<string, Uint8Array>, path: string | null): ReadonlyMap<string, string> {
  const bytes = path === null ? undefined : files.get(path);
  if (!bytes) return new Map();
  try {
    return parseStrings(bytes).entries;
  } catch (error) {
    if (error instanceof PassError) return new Map();
    throw error;
  }
}
