import { PassError } from "../errors.ts";
import { applySplices, renderJson, spliceInsert, spliceRemove, spliceRename, spliceSet, type Splice } from "./json-edit.ts";
import { JSON_LIMITS } from "./json-limits.ts";
import { readJson, type JsonReading } from "./json-reader.ts";
import { JsonSyntaxFault } from "./json-scanner.ts";
import { decodeJsonText, encodeJsonText, type JsonEncoding, type JsonText } from "./json-text.ts";
import { findMember, findNode } from "./json-tree.ts";
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from "./json.ts";
import { findLineStarts, locate, type TextPosition } from "./line-index.ts";

/** A departure from strict JSON that the reader tolerated, or a duplicate key. Offsets count UTF-16 units of the text. */
export interface JsonProblem {
  readonly kind: "trailing-comma" | "comment" | "syntax" | "duplicate-key" | "byte-order-mark" | "not-utf8" | "control-character";
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly path: JsonPath;
  readonly detail: string;
}

/**
 * pass.json (or another JSON file of a pass) as a lossless document: what an edit does not touch stays byte for byte,
 * numbers such as `12345678901234567890` and `1.0`, the order of keys, repeated keys and spacing among it.
 * Documents are values: an edit returns a new one.
 *
 * @example
 * ```ts
 * const document = PassDocument.parse('{"serialNumber": "1", "big": 12345678901234567890}');
 * document.set(["serialNumber"], "2").text; // '{"serialNumber": "2", "big": 12345678901234567890}'
 * document.rawText(["big"]); // "12345678901234567890"
 * ```
 */
export class PassDocument {
  /** The whole text, without a byte order mark. */
  readonly text: string;
  /** How the bytes stood for the text. */
  readonly encoding: JsonEncoding;
  /** The bytes began with a byte order mark; {@link toBytes} writes it again. */
  readonly byteOrderMark: boolean;
  /** The values. Of a repeated key the last one, as in `JSON.parse`; a key `__proto__` is a property like any other. */
  readonly data: JsonObject;
  /** What strict JSON forbids and was read all the same, in the order of the text; repeated keys among it. */
  readonly problems: readonly JsonProblem[];
  readonly #reading: JsonReading;
  #lineStarts: readonly number[] | null = null;

  private constructor({ text, encoding, byteOrderMark }: JsonText) {
    this.text = text;
    this.encoding = encoding;
    this.byteOrderMark = byteOrderMark;
    this.#reading = this.#read();
    const { value } = this.#reading;
    if (!isJsonObject(value)) throw this.#invalid(this.#reading.root.start, `the top level is ${kindOf(value)}, not an object`);
    this.data = value;
    this.problems = [...this.#encodingProblems(), ...this.#reading.problems.map((problem) => this.#toProblem(problem))];
  }

  /**
   * Reads a JSON object. Read and reported in {@link problems}, although a strict reader such as `JSON.parse` (and a
   * device, which is as strict) refuses them:
   * a byte order mark; UTF-16 and Windows-1252 instead of UTF-8; one comma before a closing bracket; comments as in
   * JavaScript; raw control characters in texts (line breaks and tabs among them); control characters and odd spaces
   * between values; a backslash before a letter that needs none. Repeated keys are reported too; the last one counts.
   * Everything else is an error: text after the end, missing brackets, commas or colons, single quotation marks,
   * bare words, numbers such as `01`, `+1`, `.5` and `NaN`.
   *
   * @throws {PassError} `ERR_PASS_JSON_INVALID` (details: `line`, `column`, `what`) when no object can be made of it,
   * `ERR_PASS_JSON_LIMIT` (details: `limit`, `maximum`) beyond {@link JSON_LIMITS}.
   */
  static parse(input: Uint8Array | string): PassDocument {
    if (input.length > JSON_LIMITS.maxLength) {
      throw new PassError("ERR_PASS_JSON_LIMIT", `The JSON text is longer than ${JSON_LIMITS.maxLength}.`, {
        details: { limit: "maxLength", maximum: JSON_LIMITS.maxLength },
      });
    }
    if (typeof input !== "string") return new PassDocument(decodeJsonText(input));
    const byteOrderMark = input.startsWith("\ufeff");
    return new PassDocument({ text: byteOrderMark ? input.slice(1) : input, encoding: "utf-8", byteOrderMark });
  }

  /**
   * A new document with the members of `value`, indented by two spaces.
   *
   * @throws {PassError} `ERR_PASS_JSON_PATH` when it cannot be written as a JSON object, `ERR_PASS_JSON_LIMIT`.
   *
   * @example
   * ```ts
   * const bytes = PassDocument.fromValue({ formatVersion: 1, serialNumber: "0001" }).toBytes();
   * ```
   */
  static fromValue(value: object): PassDocument {
    const text = `${renderJson(value, "  ")}\n`;
    if (!text.startsWith("{")) throw new PassError("ERR_PASS_JSON_PATH", "The top level must be an object.");
    return PassDocument.parse(text);
  }

  /** 1-based place of the value at `path`; undefined when there is none. */
  position(path: JsonPath): TextPosition | undefined {
    const node = findNode(this.#reading.root, path);
    return node === undefined ? undefined : this.#locate(node.start);
  }

  /** 1-based place of the key of the member at `path`; undefined for items of arrays and where there is no member. */
  keyPosition(path: JsonPath): TextPosition | undefined {
    const object = findNode(this.#reading.root, path.slice(0, -1));
    const key = path.at(-1);
    const member = object?.kind === "object" && typeof key === "string" ? findMember(object, key) : undefined;
    return member === undefined ? undefined : this.#locate(member.keyStart);
  }

  /** The value at `path`; undefined when there is none. */
  get(path: JsonPath): JsonValue | undefined {
    let value: JsonValue | undefined = this.data;
    for (const step of path) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
      if (Array.isArray(value) !== (typeof step === "number")) return undefined;
      value = (value as Readonly<Record<string | number, JsonValue>>)[step];
    }
    return value;
  }

  /** The value at `path` as it is written: `1.0`, `1e400`, `"\u0041"`; undefined when there is none. */
  rawText(path: JsonPath): string | undefined {
    const node = findNode(this.#reading.root, path);
    return node === undefined ? undefined : this.text.slice(node.start, node.end);
  }

  /**
   * Replaces the value at `path`. Where there is none, it is added behind the last member (or item, when the index is the
   * length of the array), spaced like its neighbours; missing objects on the way are made. Of a repeated key the last
   * one, which counts, is replaced.
   *
   * @throws {PassError} `ERR_PASS_JSON_PATH` when a scalar or a missing item is in the way, or the value is not JSON.
   */
  set(path: JsonPath, value: JsonValue): PassDocument {
    if (path.length === 0 && !isJsonObject(value)) throw new PassError("ERR_PASS_JSON_PATH", "The top level must be an object.");
    return this.#edited(spliceSet(this.#target(), path, value));
  }

  /**
   * Puts `value` before the item at `path`, or behind the last one when the index is the length of the array.
   *
   * @throws {PassError} `ERR_PASS_JSON_PATH` when `path` does not lead into an array.
   */
  insert(path: JsonPath, value: JsonValue): PassDocument {
    return this.#edited(spliceInsert(this.#target(), path, value));
  }

  /** Removes the value at `path` with its key and comma; every occurrence of a repeated key. Nothing happens where there is none. */
  remove(path: JsonPath): PassDocument {
    return this.#edited(spliceRemove(this.#target(), path));
  }

  /**
   * Gives the member at `path` another key in the same place; every occurrence of a repeated key.
   *
   * @throws {PassError} `ERR_PASS_JSON_PATH` when there is no such member or the key is taken.
   */
  rename(path: JsonPath, key: string): PassDocument {
    return this.#edited(spliceRename(this.#target(), path, key));
  }

  /** The same values as strict JSON in UTF-8: tolerated departures are mended, all else (repeated keys too) stays as it is. */
  toStrict(): PassDocument {
    const mends = this.#reading.problems.flatMap(({ mend }) => (mend === null ? [] : [mend]));
    return new PassDocument({ text: applySplices(this.text, mends), encoding: "utf-8", byteOrderMark: false });
  }

  /** The document as a file, in the encoding it was read in. Single surrogates of a text that was no file become U+FFFD in UTF-8. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return encodeJsonText(this);
  }

  #target() {
    return { text: this.text, root: this.#reading.root };
  }

  #edited(splices: readonly Splice[]): PassDocument {
    if (splices.length === 0) return this;
    // What Windows-1252 cannot hold is escaped; the rest of the text is not touched.
    const safe =
      this.encoding === "windows-1252" ? splices.map((splice) => ({ ...splice, text: escapeNonAscii(splice.text) })) : splices;
    return new PassDocument({ text: applySplices(this.text, safe), encoding: this.encoding, byteOrderMark: this.byteOrderMark });
  }

  #read(): JsonReading {
    try {
      return readJson(this.text);
    } catch (error) {
      if (error instanceof JsonSyntaxFault) throw this.#invalid(error.offset, error.message);
      throw error;
    }
  }

  #locate(offset: number): TextPosition {
    this.#lineStarts ??= findLineStarts(this.text);
    return locate(this.#lineStarts, offset);
  }

  #invalid(offset: number, what: string): PassError {
    const { line, column } = this.#locate(offset);
    return new PassError("ERR_PASS_JSON_INVALID", `Line ${line}, column ${column}: ${what}.`, { details: { line, column, what } });
  }

  #encodingProblems(): JsonProblem[] {
    const start = { offset: 0, line: 1, column: 1, path: [] };
    const problems: JsonProblem[] = [];
    if (this.byteOrderMark) problems.push({ kind: "byte-order-mark", ...start, detail: "the file begins with a byte order mark" });
    if (this.encoding !== "utf-8") problems.push({ kind: "not-utf8", ...start, detail: this.encoding });
    return problems;
  }

  #toProblem({ kind, offset, path, detail }: JsonReading["problems"][number]): JsonProblem {
    return { kind, offset, ...this.#locate(offset), path, detail };
  }
}

function escapeNonAscii(text: string): string {
  return text.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
