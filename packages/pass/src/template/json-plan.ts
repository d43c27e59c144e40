import { PassError } from "../errors.ts";
import { readJson } from "../model/json-reader.ts";
import type { JsonNode, JsonObjectNode } from "../model/json-tree.ts";
import { isJsonObject, toJsonPointer, type JsonObject, type JsonPath, type JsonValue } from "../model/json.ts";
import type { PassDocument } from "../model/pass-document.ts";
import { compileTemplate, isPlainKey } from "./expression/compile.ts";
import { ExpressionFault, ExpressionLimit } from "./expression/fault.ts";
import { toJsonText } from "./expression/json-text.ts";
import { REMOVED, type CompiledNode } from "./expression/node.ts";
import { Budget, createScope, setOwn, type Scope } from "./expression/scope.ts";
import { TEMPLATE_LIMITS } from "./limits.ts";
import { toPlace } from "./place.ts";

/**
 * A JSON file of a template, ready to be written for one pass after another: pieces of text that are always the same,
 * and between them the places that hold an expression.
 */
export interface JsonPlan {
  readonly file: string;
  /** Names that the expressions want. */
  readonly names: ReadonlySet<string>;
  /** The file's text when nothing in it depends on values; null otherwise. */
  readonly constant: string | null;
  /** The file for one pass. */
  readonly render: (scope: Scope) => RenderedJson;
}

/** A JSON file of one pass. */
export interface RenderedJson {
  readonly text: string;
  /**
   * The members of its root, for questions that are not worth parsing all of the text again: texts, numbers, booleans and
   * null as they are; a list or an object may be empty here whatever is in it. No members when the file is no object.
   */
  readonly root: JsonObject;
}

/** How a file that was not written as a template becomes one. */
export interface PlanOptions {
  /** Keys that are left out. */
  readonly isDropped?: (key: string) => boolean;
  /** Templates for values by their place (JSON Pointer). When given, everything else stands for itself: `${` is text. */
  readonly overrides?: ReadonlyMap<string, JsonValue>;
}

/** Compiled pieces: text; a place that may come to nothing (null); a container that must then leave out a comma. */
type Part = string | Leaf | Container;
type Leaf = (scope: Scope) => string | null;
interface Container {
  readonly open: string;
  readonly close: string;
  readonly items: readonly Item[];
}
interface Item {
  /** `"key":`, or nothing in a list. */
  readonly key: string;
  readonly parts: readonly Part[];
}
interface Member extends Item {
  readonly name: string;
}

/**
 * Plans a JSON file. Where there is no expression, numbers and texts stay as they are written (`1.0`,
 * `12345678901234567890`), repeated keys too; only spacing goes.
 *
 * @throws {PassError} `ERR_PASS_TEMPLATE_EXPRESSION` when an expression cannot be read, `ERR_PASS_TEMPLATE_LIMIT`.
 */
export function planJson(file: string, document: PassDocument, options: PlanOptions = {}): JsonPlan {
  if (document.text.length > TEMPLATE_LIMITS.fileLength) {
    throw new PassError("ERR_PASS_TEMPLATE_LIMIT", `${file} is longer than ${TEMPLATE_LIMITS.fileLength} characters.`, {
      details: { file, limit: "fileLength", maximum: TEMPLATE_LIMITS.fileLength },
    });
  }
  const { text } = document.toStrict();
  const names = new Set<string>();
  const { parts, members } = blame(file, document, () => new Planner(text, names, options).planRoot(readJson(text).root));
  const [only = ""] = parts;
  const constant = parts.length <= 1 && typeof only === "string" ? only : null;
  const render = createRender(parts, members);
  return { file, names, constant, render: (scope) => blame(file, document, () => render(scope)) };
}

function createRender(parts: readonly Part[], members: readonly Member[] | null): JsonPlan["render"] {
  const isRepeated = new Set(members?.map(({ name }) => name)).size !== members?.length;
  // An operator at the root may make anything, and of a key that stands twice the last one counts, if it is there.
  if (members === null || isRepeated) {
    return (scope) => {
      const text = renderParts(parts, scope) ?? "null";
      const root: unknown = JSON.parse(text);
      return { text, root: isJsonObject(root) ? root : {} };
    };
  }
  const constants: Record<string, JsonValue> = {};
  for (const {
    name,
    parts: [first = ""],
  } of members) {
    if (typeof first !== "function") setOwn(constants, name, outline(typeof first === "string" ? first : first.open));
  }
  return (scope) => {
    const root = { ...constants };
    let text = "{";
    for (const { key, name, parts: ofMember } of members) {
      const value = renderParts(ofMember, scope);
      if (value === null) continue;
      text += text.length === 1 ? key + value : `,${key}${value}`;
      if (typeof ofMember[0] === "function") setOwn(root, name, outline(value));
    }
    return { text: `${text}}`, root };
  };
}

/** A value by its text, or the beginning of it: lists and objects are left empty. */
function outline(text: string): JsonValue {
  if (text.startsWith("{")) return {};
  return text.startsWith("[") ? [] : (JSON.parse(text) as JsonValue);
}

class Planner {
  readonly #text: string;
  readonly #names: Set<string>;
  readonly #isDropped: (key: string) => boolean;
  readonly #overrides: ReadonlyMap<string, JsonValue> | null;

  constructor(text: string, names: Set<string>, { isDropped = () => false, overrides }: PlanOptions) {
    this.#text = text;
    this.#names = names;
    this.#isDropped = isDropped;
    this.#overrides = overrides ?? null;
  }

  /** The pieces of a file, and its members where the root is an object that stands for itself. */
  planRoot(root: JsonNode): { readonly parts: readonly Part[]; readonly members: readonly Member[] | null } {
    const members = root.kind === "object" && this.#overrides?.get("") === undefined ? this.#planMembers(root, []) : null;
    return members === null ? { parts: this.plan(root, []), members } : { parts: container("{", "}", members), members };
  }

  plan(node: JsonNode, path: JsonPath): readonly Part[] {
    if (path.length > TEMPLATE_LIMITS.depth) {
      throw Object.assign(new ExpressionLimit(`is nested deeper than ${TEMPLATE_LIMITS.depth} levels`), { path });
    }
    const override = this.#overrides?.get(toJsonPointer(path));
    if (override !== undefined) return this.#planLeaf(override, path);
    const isLiteral = this.#overrides !== null;
    const text = this.#text.slice(node.start, node.end);
    switch (node.kind) {
      case "scalar":
        return isLiteral || !text.includes("${") ? [text] : this.#planLeaf(JSON.parse(text) as JsonValue, path);
      case "array":
        return container(
          "[",
          "]",
          node.items.map((item, index) => ({ key: "", parts: this.plan(item, [...path, index]) })),
        );
      case "object": {
        const members = this.#planMembers(node, path);
        return members === null ? this.#planLeaf(JSON.parse(text) as JsonValue, path) : container("{", "}", members);
      }
      default:
        return node satisfies never;
    }
  }

  /** Null when a key is an expression or an operator, so that the object has to be evaluated as a whole. */
  #planMembers(node: JsonObjectNode, path: JsonPath): readonly Member[] | null {
    const members = node.members.filter(({ key }) => !this.#isDropped(key));
    if (this.#overrides === null && !members.every(({ key }) => isPlainKey(key))) return null;
    return members.map(({ key, keyStart, keyEnd, node: value }) => ({
      name: key,
      key: `${this.#text.slice(keyStart, keyEnd)}:`,
      parts: this.plan(value, [...path, key]),
    }));
  }

  /** A piece with expressions: everything in it is evaluated together. */
  #planLeaf(template: JsonValue, path: JsonPath): readonly Part[] {
    const node = compileTemplate(template, path, this.#names);
    if (node.isConstant) return [renderLeaf(node, path, createScope({}, "", new Budget(TEMPLATE_LIMITS.steps))) ?? "null"];
    return [(scope) => renderLeaf(node, path, scope)];
  }
}

function renderLeaf(node: CompiledNode, path: JsonPath, scope: Scope): string | null {
  const value = node.evaluate(scope);
  if (value === REMOVED) return null;
  try {
    return toJsonText(value, scope.budget);
  } catch (error) {
    if (error instanceof ExpressionFault) error.path = path;
    throw error;
  }
}

/** The pieces of a container one after the other; kept together only where one of them may vanish with its comma. */
function container(open: string, close: string, items: Container["items"]): readonly Part[] {
  if (items.some(({ parts }) => parts.length === 1 && typeof parts[0] === "function")) return [{ open, close, items }];
  const parts: Part[] = [open];
  for (const [index, item] of items.entries()) parts.push(`${index === 0 ? "" : ","}${item.key}`, ...item.parts);
  return mergeTexts([...parts, close]);
}

function mergeTexts(parts: readonly Part[]): readonly Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  return merged;
}

function renderParts(parts: readonly Part[], scope: Scope): string | null {
  if (parts.length === 1 && typeof parts[0] === "function") return parts[0](scope);
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if (typeof part === "function") text += part(scope) ?? "";
    else text += renderContainer(part, scope);
  }
  return text;
}

function renderContainer({ open, close, items }: Container, scope: Scope): string {
  let text = open;
  for (const { key, parts } of items) {
    const value = renderParts(parts, scope);
    if (value === null) continue;
    text += text.length === open.length ? key + value : `,${key}${value}`;
  }
  return text + close;
}

/** Makes an error for people of a fault in an expression: file, line, place, expression and what is wrong with it. */
function blame<T>(file: string, document: PassDocument, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const path = error.path ?? [];
    const line = findLine(document, path);
    const place = toPlace(path);
    const expression = error.expression === null ? "" : ` ${shorten(error.expression)}`;
    const code = error instanceof ExpressionLimit ? "ERR_PASS_TEMPLATE_LIMIT" : "ERR_PASS_TEMPLATE_EXPRESSION";
    throw new PassError(code, `${file}, line ${line}, ${place}:${expression} ${error.message}.`, {
      cause: error,
      details: { file, line, place, expression: error.expression, reason: error.message },
    });
  }
}

/** The line of the innermost value on the path that stands in the file. */
function findLine(document: PassDocument, path: JsonPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const position = document.position(path.slice(0, length));
    if (position !== undefined) return position.line;
  }
  return 1;
}

function shorten(expression: string): string {
  return expression.length > 120 ? `${expression.slice(0, 120)}…` : expression;
}
