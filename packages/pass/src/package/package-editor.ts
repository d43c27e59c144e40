import { PassError } from "../errors.ts";
import { isJsonArray, isJsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import { PassDocument } from "../model/pass-document.ts";
import { FIELD_SECTIONS, isPassStyle } from "../model/style.ts";
import { parseStrings } from "../strings/parse-strings.ts";
import { writeStrings } from "../strings/write-strings.ts";
import { assertFilePath, SIGNING_FILES, toBytes, type PassFiles } from "./pass-files.ts";

/** A place in a JSON file: the steps to it, or a key at the top. */
export type PlaceInPass = JsonPath | string;

/**
 * Collects the changes of one {@link PassPackage.edit}. What is not named stays byte for byte. Methods return the editor, so
 * that changes can be written one after the other.
 */
export class PackageEditor {
  readonly #files: Map<string, Uint8Array>;
  /** JSON files that were opened; written back when the edit is finished. */
  readonly #documents = new Map<string, PassDocument>();

  constructor(files: PassFiles) {
    this.#files = new Map(files);
  }

  /**
   * Replaces or adds a value in pass.json.
   *
   * @throws {PassError} `ERR_PASS_JSON_PATH` when a scalar or a missing item is in the way; `ERR_PASS_FILE_MISSING`,
   * `ERR_PASS_JSON_INVALID` without a readable pass.json.
   *
   * @example
   * ```ts
   * editor.setValue("description", "Ticket").setValue(["barcodes", 0, "message"], "12345");
   * ```
   */
  setValue(place: PlaceInPass, value: JsonValue): this {
    return this.#change("pass.json", (document) => document.set(toPath(place), value));
  }

  /** Puts a value before the item at an index of a list in pass.json, or behind the last one. */
  insertValue(place: PlaceInPass, value: JsonValue): this {
    return this.#change("pass.json", (document) => document.insert(toPath(place), value));
  }

  /** Removes a value with its key from pass.json; nothing happens where there is none. */
  removeValue(place: PlaceInPass): this {
    return this.#change("pass.json", (document) => document.remove(toPath(place)));
  }

  /**
   * Sets the `value` of the field with this key, in every style and section that has it.
   *
   * @throws {PassError} `ERR_PASS_JSON_PATH` when no field has the key; its message names those there are.
   *
   * @example
   * ```ts
   * editor.setField("gate", "B7");
   * ```
   */
  setField(key: string, value: string | number): this {
    const document = this.#open("pass.json");
    const fields = listFields(document);
    const paths = fields.filter((field) => field.key === key).map((field) => field.path);
    if (paths.length === 0) {
      const keys = [...new Set(fields.map((field) => field.key))].join(", ");
      throw new PassError(
        "ERR_PASS_JSON_PATH",
        `No field has the key ${JSON.stringify(key)}; the fields of the pass are: ${keys || "none"}.`,
        {
          details: { key },
        },
      );
    }
    return this.#change("pass.json", () => paths.reduce((edited, path) => edited.set([...path, "value"], value), document));
  }

  /** Replaces or adds a value in personalization.json. */
  setPersonalization(place: PlaceInPass, value: JsonValue): this {
    return this.#change("personalization.json", (document) => document.set(toPath(place), value));
  }

  /**
   * Sets the translation of a text in a language: adds or changes an entry of its pass.strings, which is written anew (UTF-16,
   * the entries in their order, without comments).
   *
   * @param locale Name of the folder without `.lproj`: `de`, `pt-BR`.
   * @throws {PassError} `ERR_PASS_STRINGS_SYNTAX` when the file that is there cannot be read; `ERR_PASS_FILE_NAME`.
   *
   * @example
   * ```ts
   * editor.setTranslation("de", "gate", "Flugsteig");
   * ```
   */
  setTranslation(locale: string, key: string, text: string): this {
    const path = `${locale}.lproj/pass.strings`;
    const bytes = this.#files.get(path);
    const entries = new Map(bytes === undefined ? [] : parseStrings(bytes).entries);
    return this.setFile(path, writeStrings(entries.set(key, text)));
  }

  /**
   * Replaces a file in its place, or adds it behind the others.
   *
   * @throws {PassError} `ERR_PASS_FILE_NAME` for a path that leaves the pass, and for manifest.json and signature, which signing makes.
   *
   * @example
   * ```ts
   * editor.setFile("thumbnail@2x.png", photo).setFile("fr.lproj/pass.strings", '"gate" = "PORTE";');
   * ```
   */
  setFile(path: string, content: Uint8Array | string): this {
    assertFilePath(path);
    if (SIGNING_FILES.includes(path)) {
      throw new PassError("ERR_PASS_FILE_NAME", `${path} is made when the pass is signed.`, {
        details: { path, reason: "made by signing" },
      });
    }
    this.#documents.delete(path);
    this.#files.set(path, toBytes(content));
    return this;
  }

  /** Removes a file; nothing happens where there is none. */
  removeFile(path: string): this {
    this.#documents.delete(path);
    this.#files.delete(path);
    return this;
  }

  /** The files as they are now. A manifest and signature are left out unless nothing was changed: they would not fit any more. */
  finish(before: PassFiles): PassFiles {
    for (const [path, document] of this.#documents) this.#files.set(path, document.toBytes());
    if (hasSameFiles(before, this.#files)) return before;
    for (const path of SIGNING_FILES) this.#files.delete(path);
    return this.#files;
  }

  #change(path: string, change: (document: PassDocument) => PassDocument): this {
    const document = this.#open(path);
    const changed = change(document);
    if (changed !== document) this.#documents.set(path, changed);
    return this;
  }

  #open(path: string): PassDocument {
    return this.#documents.get(path) ?? openDocument(this.#files, path);
  }
}

/** Reads a JSON file of the pass. Throws `ERR_PASS_FILE_MISSING`, `ERR_PASS_JSON_INVALID`. */
export function openDocument(files: PassFiles, path: string): PassDocument {
  const bytes = files.get(path);
  if (bytes === undefined) throw new PassError("ERR_PASS_FILE_MISSING", `The pass has no ${path}.`, { details: { file: path } });
  try {
    return PassDocument.parse(bytes);
  } catch (error) {
    if (!(error instanceof PassError)) throw error;
    throw new PassError(error.code, `${path}: ${error.message}`, { cause: error, details: { ...error.details, file: path } });
  }
}

function toPath(place: PlaceInPass): JsonPath {
  return typeof place === "string" ? [place] : place;
}

function hasSameFiles(before: PassFiles, after: PassFiles): boolean {
  return before.size === after.size && [...after].every(([path, bytes]) => before.get(path) === bytes);
}

interface FieldPlace {
  readonly key: string;
  readonly path: JsonPath;
}

/** Every field of every style, by its key. */
function listFields(document: PassDocument): readonly FieldPlace[] {
  const fields: FieldPlace[] = [];
  for (const style of Object.keys(document.data).filter(isPassStyle)) {
    for (const section of FIELD_SECTIONS) {
      const list = document.get([style, section]);
      if (!isJsonArray(list)) continue;
      for (const [index, field] of list.entries()) {
        if (isJsonObject(field) && typeof field["key"] === "string")
          fields.push({ key: field["key"], path: [style, section, index] });
      }
    }
  }
  return fields;
}
