import { isJsonObject, type JsonValue } from "../../model/json.ts";
import { createSearchList } from "../../strings/locale.ts";
import { listLocales } from "../../strings/localizer.ts";
import type { StringsFile } from "../../strings/strings-file.ts";
import { clip, inFile, shown } from "../hit.ts";
import { isJunkFile } from "../junk-file.ts";
import { fileNameOf } from "../pass-images.ts";
import type { Hit, Rule } from "../rule.ts";
import { SOURCES } from "../sources.ts";
import type { CheckSubject } from "../subject.ts";

/** Keys that a finding names; the rest are counted. */
const NAMED_KEYS = 3;

/** What is compared with each other at most: iOS has some forty languages, a pass some hundred texts. */
const MAX_LANGUAGES = 100;
const MAX_KEYS = 5000;

/** The languages of a pass: folders, strings files, and whether every language says all that the others say. */
export const LOCALIZATION_RULES: readonly Rule[] = [
  {
    id: "lproj-name",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check({ files }) {
      for (const [folder, file] of languageFolders(files)) {
        const isTop = !folder.includes("/");
        if (isTop && isLanguageName(folder.slice(0, -LPROJ.length))) continue;
        yield inFile(file, { folder: shown(folder) });
      }
    },
  },
  {
    id: "strings-locale-case",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check({ files }) {
      for (const [folder, file] of languageFolders(files)) {
        const name = folder.slice(0, -LPROJ.length);
        if (!isLanguageName(name) || !name.includes("_")) continue;
        yield inFile(file, { folder: shown(folder), suggestion: shown(folder.replaceAll("_", "-")) });
      }
    },
  },
  {
    id: "strings-name",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check({ files }) {
      for (const file of files.keys()) {
        if (!/\.strings$/iu.test(file) || isJunkFile(file) || STRINGS_PATH.test(file)) continue;
        // In a folder of a wrong name or place the rule about folders speaks.
        if (fileNameOf(file) === "pass.strings" && /\.lproj\//iu.test(file)) continue;
        const folder = /^[^/]+\.lproj(?=\/)/u.exec(file)?.[0] ?? "en.lproj";
        yield inFile(file, { name: shown(fileNameOf(file)), expected: shown(`${folder}/pass.strings`) });
      }
    },
  },
  {
    id: "strings-syntax",
    severity: "error",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource, SOURCES.guideCreating],
    *check({ files, unreadableStrings }) {
      for (const [file, problem] of unreadableStrings) {
        if (isText(files.get(file))) yield inFile(file, { problem: clip(problem) });
      }
    },
  },
  {
    id: "strings-encoding",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource, SOURCES.observed],
    *check({ files, strings, unreadableStrings }) {
      for (const [file, { encoding, hasByteOrderMark }] of strings) {
        if (encoding !== "utf-8" && !hasByteOrderMark)
          yield inFile(file, { found: `${encoding.toUpperCase()} without a byte order mark` });
      }
      for (const file of unreadableStrings.keys()) {
        if (!isText(files.get(file))) yield inFile(file, { found: "neither UTF-8 nor UTF-16" });
      }
    },
  },
  {
    id: "strings-dup",
    severity: "warning",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check({ strings }) {
      for (const [file, { duplicates }] of strings) {
        for (const { key, line } of duplicates) yield { where: { file, line }, params: { key: shown(key) } };
      }
    },
  },
  {
    id: "strings-missing",
    severity: "warning",
    effect: "degrades",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    check: missingTranslations,
  },
  {
    id: "strings-unused",
    severity: "info",
    effect: "degrades",
    basis: "inferred",
    confirmed: false,
    sources: [SOURCES.creatingSource],
    *check(subject) {
      // Without pass.json nothing can be said about its texts.
      if (subject.document === null) return;
      const used = textsOf(subject);
      for (const [file, { entries }] of subject.strings) {
        const unused = [...entries.keys()].filter((key) => !used.has(key));
        if (unused.length > 0) yield inFile(file, namedKeys(unused));
      }
    },
  },
  {
    id: "strings-placeholder",
    severity: "warning",
    effect: "loses",
    basis: "doc",
    confirmed: false,
    sources: [SOURCES.passFieldContent, SOURCES.creatingSource],
    *check({ fields, strings }) {
      const messages = new Set<string>();
      for (const { field } of fields) if (typeof field["changeMessage"] === "string") messages.add(field["changeMessage"]);
      for (const message of messages) {
        const translations = [...strings].flatMap(([file, { entries }]) => {
          const text = entries.get(message);
          return text === undefined ? [] : [{ file, text }];
        });
        // A key that is no text itself shows by its translations that a value belongs into it.
        if (![message, ...translations.map(({ text }) => text)].some(hasPlaceholder)) continue;
        for (const { file, text } of translations) {
          if (!hasPlaceholder(text)) yield inFile(file, { key: shown(message), value: shown(text) });
        }
      }
    },
  },
];

const LPROJ = ".lproj";
const STRINGS_PATH = /^[^/]+\.lproj\/pass\.strings$/u;

/** Language, perhaps script, perhaps region: `en`, `pt-BR`, `zh-Hant`, `zh_Hant_TW`, `es-419`. */
const LANGUAGE_NAME = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/iu;

/** Names from before language codes, and the one without a language: devices know them. */
const OTHER_NAMES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "Base",
  "English",
  "French",
  "German",
  "Italian",
  "Japanese",
  "Spanish",
  "Dutch",
]);

function isLanguageName(name: string): boolean {
  return LANGUAGE_NAME.test(name) || OTHER_NAMES.has(name);
}

/** Folders that end in `.lproj` in some case, with the first file in each. */
function languageFolders(files: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const file of files.keys()) {
    const folder = /^.*?\.lproj(?=\/)/iu.exec(file)?.[0];
    if (folder !== undefined && !isJunkFile(file) && !folders.has(folder)) folders.set(folder, file);
  }
  return folders;
}

function* missingTranslations(subject: CheckSubject): Generator<Hit> {
  const { strings, unreadableStrings, files } = subject;
  const firstFiles = languageFolders(files);
  const folders = listLocales([...firstFiles.values()]).slice(0, MAX_LANGUAGES);
  if (strings.size === 0 || folders.length < 2) return;
  const translated = translatedKeys(subject);
  for (const folder of folders) {
    const path = `${folder}${LPROJ}/pass.strings`;
    if (unreadableStrings.has(path)) continue;
    const own = strings.get(path);
    const entries = (own ?? inherited(folder, folders, strings))?.entries;
    const missing = [...translated.keys()].filter((key) => entries?.has(key) !== true && (own !== undefined || isIdentifier(key)));
    const [first] = missing;
    if (first === undefined) continue;
    yield inFile(own === undefined ? (firstFiles.get(folder + LPROJ) ?? path) : path, {
      ...namedKeys(missing),
      folder: shown(folder + LPROJ),
      other: translated.get(first) ?? "",
    });
  }
}

/** The texts of the pass that some language translates, with the first file that does. */
function translatedKeys(subject: CheckSubject): ReadonlyMap<string, string> {
  const used = textsOf(subject);
  const translated = new Map<string, string>();
  for (const [file, { entries }] of subject.strings) {
    for (const key of entries.keys()) {
      if (translated.size === MAX_KEYS) return translated;
      if (used.has(key) && !translated.has(key)) translated.set(key, file);
    }
  }
  return translated;
}

/** The strings that a device takes for a folder without any: those of the next more general language. */
function inherited(folder: string, folders: readonly string[], strings: ReadonlyMap<string, StringsFile>): StringsFile | undefined {
  const parent = createSearchList(folders, [folder]).find((name) => strings.has(`${name}${LPROJ}/pass.strings`));
  return parent === undefined ? undefined : strings.get(`${parent}${LPROJ}/pass.strings`);
}

/** `gate_label`, `gate.label`, `gateLabel`: not what anyone wants to read on a pass. */
function isIdentifier(key: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)+$|^[a-z]+[A-Z][A-Za-z0-9]*$/u.test(key);
}

/** Every text in pass.json and personalization.json: whatever may be the key of a translation. */
function textsOf({ pass, personalization }: CheckSubject): ReadonlySet<string> {
  const texts = new Set<string>();
  const left: (JsonValue | undefined)[] = [pass, personalization?.data];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string") texts.add(value);
    else if (Array.isArray(value)) for (const item of value) left.push(item);
    else if (isJsonObject(value)) for (const item of Object.values(value)) left.push(item);
  }
  return texts;
}

function namedKeys(keys: readonly string[]): { readonly count: number; readonly keys: string } {
  const named = keys.slice(0, NAMED_KEYS).map((key) => shown(key));
  return { count: keys.length, keys: keys.length > named.length ? `${named.join(", ")} …` : named.join(", ") };
}

function hasPlaceholder(text: string): boolean {
  return text.includes("%@");
}

/** Whether bytes are a text that a device can decode: UTF-8, or UTF-16 as told by a mark or by zero bytes. */
function isText(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  const [first, second] = bytes;
  const isWide = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || first === 0 || second === 0;
  if (isWide) return bytes.length % 2 === 0;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Property lists in binary form are no text, and yet no fault of encoding.
    return String.fromCharCode(...bytes.subarray(0, 6)) === "bplist";
  }
}
