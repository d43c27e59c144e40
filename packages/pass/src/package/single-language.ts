import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import { keyAt } from "../model/keys/lookup.ts";
import type { DictionaryName } from "../model/keys/key-spec.ts";
import type { PassDocument } from "../model/pass-document.ts";
import { createLocalizer, listLocales, type Localizer } from "../strings/localizer.ts";
import type { PackageEditor } from "./package-editor.ts";
import type { PassPackage } from "./pass-package.ts";

/** So many texts are put in one by one; a pass that people made has fifty. */
const MAX_TEXTS = 1_000;

/**
 * The pass in one language: its texts stand in pass.json itself, the pictures of the language lie at the top, and the `.lproj`
 * folders are gone. For issuers that know what someone reads, and for readers that know no translations.
 *
 * The language is chosen as a device with these settings chooses it ({@link createLocalizer}), so a pass without Spanish comes out
 * in English or in whatever it has. A pass without translations stays as it is.
 *
 * @param languages BCP 47 tags, best first.
 *
 * @example
 * ```ts
 * const spanish = singleLanguage(pass, ["es-MX"]);
 * ```
 */
export function singleLanguage(pass: PassPackage, languages: readonly string[]): PassPackage {
  const localizer = createLocalizer(pass.files, languages);
  if (localizer.locale === null) return pass;
  return pass.edit((editor) => {
    for (const [path, text] of listTranslations(pass.document, "Pass", localizer)) editor.setValue(path, text);
    if (pass.personalization !== null) {
      for (const [path, text] of listTranslations(pass.personalization, "Personalize", localizer))
        editor.setPersonalization(path, text);
    }
    moveFiles(pass, editor, localizer);
  });
}

/** Texts that the pass shows and its strings translate. */
function listTranslations(
  document: PassDocument,
  root: DictionaryName,
  localizer: Localizer,
): readonly (readonly [JsonPath, string])[] {
  const found: (readonly [JsonPath, string])[] = [];
  const walk = (value: JsonValue | undefined, path: JsonPath): void => {
    if (typeof value === "string") {
      const text = localizer.text(value);
      if (text === value || keyAt(path, root)?.localizable !== true) return;
      if (found.length === MAX_TEXTS) {
        throw new PassError("ERR_PASS_JSON_LIMIT", `More than ${MAX_TEXTS} texts of the pass are translated.`, {
          details: { limit: "texts", maximum: MAX_TEXTS },
        });
      }
      found.push([path, text]);
    } else if (isJsonArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index]);
    } else if (isJsonObject(value)) {
      for (const key of Object.keys(value)) walk(value[key], [...path, key]);
    }
  };
  walk(document.data, []);
  return found;
}

function moveFiles(pass: PassPackage, editor: PackageEditor, localizer: Localizer): void {
  for (const path of pass.files.keys()) if (isLocalized(path)) editor.removeFile(path);
  const names = new Set([...pass.files.keys()].filter(isLocalized).map((path) => path.slice(path.indexOf("/") + 1)));
  for (const name of names) {
    const path = name === "pass.strings" ? null : localizer.file(name);
    const bytes = path === null || path === name ? undefined : pass.files.get(path);
    if (bytes !== undefined) editor.setFile(name, bytes);
  }
}

function isLocalized(path: string): boolean {
  return listLocales([path]).length > 0;
}
