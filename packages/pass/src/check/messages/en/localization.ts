import type { RuleWords } from "../../rule.ts";

export const LOCALIZATION_WORDS = {
  "lproj-name": {
    message: "The folder {folder} is not where and as Wallet looks for a language.",
    device: "Wallet ignores the folder.",
    why: "Languages are folders beside pass.json, named by language and perhaps region: de.lproj, pt-BR.lproj, zh-Hant.lproj.",
    fix: "Rename the folder to a language code, and move it to the top level.",
  },
  "strings-locale-case": {
    message: "The folder {folder} has an underscore in its name.",
    device: "Wallet finds it; some other readers of passes do not.",
    why: "Language tags have a dash.",
    fix: "Rename it to {suggestion}.",
  },
  "strings-name": {
    message: "Wallet does not look for the strings file {name} here.",
    device: "Wallet ignores the file, and the texts stay untranslated.",
    why: "The translations of a language are in pass.strings in its .lproj folder.",
    fix: "Move it to {expected}.",
  },
  "strings-syntax": {
    message: "{problem}",
    device: "Expected: Wallet ignores the whole file and shows the texts of pass.json as they are.",
    why: 'Every entry is "key" = "value"; with quotation marks and a semicolon; a quotation mark inside is written \\". One fault makes the file unreadable.',
    fix: "Mend the entry; plutil -lint on a Mac names the line too.",
  },
  "strings-encoding": {
    message: "The strings file is {found}.",
    device: "Expected: Wallet shows wrong letters or ignores the file.",
    why: "Strings files are UTF-8, or UTF-16 with a byte order mark, which Apple recommends for other letters than ASCII.",
    fix: "Save the file as UTF-16 with a byte order mark, or as UTF-8.",
  },
  "strings-dup": {
    message: "The key {key} stands more than once.",
    device: "The last translation is shown.",
    why: "A key has one translation in a language.",
    fix: "Remove all but one.",
  },
  "strings-missing": {
    message: "{folder} lacks what {other} translates: {keys} ({count} in all).",
    device: "Whoever reads the pass in this language sees the key itself in their place.",
    why: "Wallet takes the strings of one language; what is missing there does not come from another.",
    fix: "Add the translations to {folder}, also where they equal the key.",
  },
  "strings-unused": {
    message: "What is translated is no text of pass.json: {keys} ({count} in all).",
    device: "Nothing: they are never shown.",
    why: "The key of a translation must equal a text of pass.json, letter by letter; a misspelt one goes unnoticed so.",
    fix: "Correct the keys, or remove the entries.",
  },
  "strings-placeholder": {
    message: "The translation of the change message {key} is {value}, without %@.",
    device: "The notification in this language does not say the new value.",
    why: "Wallet puts the new value in the place of %@.",
    fix: "Put %@ into the translation where the value belongs.",
  },
} as const satisfies Record<string, RuleWords>;
