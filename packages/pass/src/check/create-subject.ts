import type { ArchiveReport } from "../archive/archive-report.ts";
import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, type JsonObject } from "../model/json.ts";
import { PassDocument } from "../model/pass-document.ts";
import { FIELD_SECTIONS, isPassStyle, type PassStyle } from "../model/style.ts";
import { parseStrings } from "../strings/parse-strings.ts";
import type { StringsFile } from "../strings/strings-file.ts";
import { knownKeys } from "./known-keys.ts";
import { isJunkFile } from "./junk-file.ts";
import { readImageFacts } from "./read-image-facts.ts";
import type { CheckSubject, FieldEntry, ImageFile } from "./subject.ts";

/** What was found out about a pass before its rules are asked. */
export interface SubjectParts {
  readonly form: "package" | "source";
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly now: Date;
  readonly fileName?: string | null;
  /** Bytes of the package; the sum of the files when absent. */
  readonly size?: number;
  readonly archive?: ArchiveReport | null;
  readonly archiveProblem?: PassError | null;
}

/**
 * Gathers what a rule may look at, but for manifest and signature, which take time to verify. Files that cannot be read
 * are told in the subject; nothing is thrown.
 */
export function createSubject(parts: SubjectParts): CheckSubject {
  const { files } = parts;
  const unreadableJson = new Map<string, PassError>();
  const document = readDocument(files, "pass.json", unreadableJson);
  const personalization = readDocument(files, "personalization.json", unreadableJson);
  const pass = document?.data ?? {};
  const styles = Object.keys(pass).filter(isPassStyle);
  return {
    form: parts.form,
    fileName: parts.fileName ?? null,
    size: parts.size ?? sumOfSizes(files),
    archive: parts.archive ?? null,
    archiveProblem: parts.archiveProblem ?? null,
    files,
    document,
    pass,
    unreadableJson,
    keys: [
      ...knownKeys(pass, "Pass", "pass.json"),
      ...(personalization === null ? [] : knownKeys(personalization.data, "Personalize", "personalization.json")),
    ],
    styles,
    style: styles.find((style) => style !== "posterGeneric") ?? styles[0] ?? null,
    schemes: stringsIn(pass["preferredStyleSchemes"]),
    fields: styles.flatMap((style) => fieldsOf(style, pass)),
    manifest: null,
    signature: null,
    images: imagesOf(files),
    ...readStrings(files),
    personalization,
    now: parts.now,
  };
}

function sumOfSizes(files: ReadonlyMap<string, Uint8Array>): number {
  let sum = 0;
  for (const { length } of files.values()) sum += length;
  return sum;
}

function readDocument(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  unreadable: Map<string, PassError>,
): PassDocument | null {
  const bytes = files.get(path);
  if (bytes === undefined) return null;
  try {
    return PassDocument.parse(bytes);
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    unreadable.set(path, error);
    return null;
  }
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function fieldsOf(style: PassStyle, pass: JsonObject): readonly FieldEntry[] {
  const dictionary = pass[style];
  if (!isJsonObject(dictionary)) return [];
  return FIELD_SECTIONS.flatMap((section) => {
    const fields = dictionary[section];
    if (!isJsonArray(fields)) return [];
    return fields.flatMap((field, index) =>
      isJsonObject(field) ? [{ style, section, index, path: [style, section, index], field }] : [],
    );
  });
}

/** Folder, name, scale and extension of `de.lproj/icon@2x.png`. Scale suffixes in another case are no scale to a device either. */
const IMAGE_PATH = /^(?:(.*)\/)?([^/]+?)(?:@([23])x)?\.(?:png|jpe?g|gif|webp|heic|heif)$/isu;

function imagesOf(files: ReadonlyMap<string, Uint8Array>): readonly ImageFile[] {
  const images: ImageFile[] = [];
  for (const [file, bytes] of files) {
    const match = IMAGE_PATH.exec(file);
    if (match === null || isJunkFile(file)) continue;
    const [, folder = "", name = "", scale] = match;
    images.push({ file, folder, name, scale: scale === "2" ? 2 : scale === "3" ? 3 : 1, bytes, facts: readImageFacts(bytes) });
  }
  return images;
}

const STRINGS_PATH = /^[^/]+\.lproj\/pass\.strings$/u;

function readStrings(files: ReadonlyMap<string, Uint8Array>): Pick<CheckSubject, "strings" | "unreadableStrings"> {
  const strings = new Map<string, StringsFile>();
  const unreadableStrings = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (!STRINGS_PATH.test(path)) continue;
    try {
      strings.set(path, parseStrings(bytes));
    } catch (error) {
      if (!(error instanceof PassError)) throw error;
      unreadableStrings.set(path, error.message);
    }
  }
  return { strings, unreadableStrings };
}
