import { PassError } from "../errors.ts";
import { findMember, findNode, stepInto, type JsonArrayNode, type JsonNode, type JsonObjectNode } from "./json-tree.ts";
import { toJsonPointer, type JsonPath, type JsonValue } from "./json.ts";

/** A piece of text to be replaced; `text` is empty for a deletion, `start === end` for an insertion. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text and where its values stand. */
export interface EditTarget {
  readonly text: string;
  readonly root: JsonNode;
}

/** Applies splices that do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = "";
  let copied = 0;
  for (const splice of splices.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(copied, splice.start) + splice.text;
    copied = splice.end;
  }
  return result + text.slice(copied);
}

/** Replaces the value at `path`, or adds it at the end of its container; objects that are missing on the way are made. */
export function spliceSet(target: EditTarget, path: JsonPath, value: JsonValue): readonly Splice[] {
  let node = target.root;
  for (const [depth, step] of path.entries()) {
    const next = stepInto(node, step);
    if (next === undefined) return [spliceAppend(target, node, step, wrap(path, depth + 1, value), path)];
    node = next;
  }
  return [
    { start: node.start, end: node.end, text: render(value, lineIndent(target.text, node.start), detectLayout(target), path) },
  ];
}

/** Puts `value` before the item that `path` names, or behind the last item. */
export function spliceInsert(target: EditTarget, path: JsonPath, value: JsonValue): readonly Splice[] {
  const index = path.at(-1);
  const array = findNode(target.root, path.slice(0, -1));
  if (array?.kind !== "array" || typeof index !== "number") throw pathError(path, "an item can only be inserted into an array");
  const before = array.items[index];
  if (before === undefined) return [spliceAppend(target, array, index, value, path)];
  const text = render(value, lineIndent(target.text, before.start), detectLayout(target), path);
  return [{ start: before.start, end: before.start, text: `${text},${separatorBefore(target, array, index)}` }];
}

/** Removes the value at `path`; of a repeated key every occurrence, or an earlier one would take its place. */
export function spliceRemove(target: EditTarget, path: JsonPath): readonly Splice[] {
  const step = path.at(-1);
  const container = findNode(target.root, path.slice(0, -1));
  if (step === undefined) throw pathError(path, "the document itself cannot be removed");
  if (container === undefined || container.kind === "scalar" || stepInto(container, step) === undefined) return [];
  const slots = slotsOf(container);
  const gone = slots.map((_, index) => (container.kind === "object" ? container.members[index]?.key === step : index === step));
  return removeRuns(target.text, container, slots, gone);
}

/** Gives the member at `path` another key, in its place. */
export function spliceRename(target: EditTarget, path: JsonPath, key: string): readonly Splice[] {
  const step = path.at(-1);
  const object = findNode(target.root, path.slice(0, -1));
  const member = object?.kind === "object" && typeof step === "string" ? findMember(object, step) : undefined;
  if (object?.kind !== "object" || member === undefined) throw pathError(path, "there is no member to rename");
  if (key === step) return [];
  if (findMember(object, key) !== undefined) throw pathError(path, `the key ${JSON.stringify(key)} is taken`);
  const text = JSON.stringify(key);
  return object.members.filter((one) => one.key === step).map(({ keyStart, keyEnd }) => ({ start: keyStart, end: keyEnd, text }));
}

interface Slot {
  readonly start: number;
  readonly end: number;
}

/** Members or items with their whole extent. */
function slotsOf(container: JsonObjectNode | JsonArrayNode): readonly Slot[] {
  return container.kind === "array"
    ? container.items
    : container.members.map(({ keyStart, node }) => ({ start: keyStart, end: node.end }));
}

/** Deletes each run of neighbours together with the one comma that becomes needless. */
function removeRuns(
  text: string,
  container: JsonObjectNode | JsonArrayNode,
  slots: readonly Slot[],
  gone: readonly boolean[],
): Splice[] {
  const splices: Splice[] = [];
  for (let first = gone.indexOf(true); first >= 0;) {
    let end = gone.indexOf(false, first);
    if (end < 0) end = slots.length;
    const start = slots[first]?.start ?? 0;
    const last = slots[end - 1]?.end ?? start;
    const next = slots[end];
    const previous = slots[first - 1];
    if (next !== undefined) splices.push({ start, end: next.start, text: "" });
    else if (previous !== undefined) splices.push({ start: previous.end, end: last, text: "" });
    else splices.push(emptied(text, container, start, last));
    first = gone.indexOf(true, end);
  }
  return splices;
}

/** The last members go: their trailing comma goes with them, and the white space, but no comment. */
function emptied(text: string, container: JsonObjectNode | JsonArrayNode, start: number, last: number): Splice {
  const end = container.trailingComma < 0 ? last : container.trailingComma + 1;
  const inner = { start: container.start + 1, end: container.end - 1 };
  const around = text.slice(inner.start, start) + text.slice(end, inner.end);
  return around.trim() === "" ? { ...inner, text: "" } : { start, end, text: "" };
}

function spliceAppend(target: EditTarget, container: JsonNode, step: string | number, value: JsonValue, path: JsonPath): Splice {
  const { text } = target;
  if (container.kind === "scalar") throw pathError(path, "a value on the way is neither an object nor an array");
  if (container.kind === "object" ? typeof step !== "string" : step !== container.items.length) {
    throw pathError(path, container.kind === "object" ? "an object has keys, not indices" : "an array has no item at that index");
  }
  const slots = slotsOf(container);
  const last = slots.at(-1);
  if (last === undefined) return spliceIntoEmpty(target, container, step, value, path);
  const space = separatorBefore(target, container, slots.length - 1);
  const entry = renderEntry(target, container, step, value, lineIndent(text, last.start), path);
  if (container.trailingComma >= 0) {
    const at = container.trailingComma + 1;
    return { start: at, end: at, text: space + entry };
  }
  return { start: last.end, end: last.end, text: `,${space}${entry}` };
}

function spliceIntoEmpty(
  target: EditTarget,
  container: JsonObjectNode | JsonArrayNode,
  step: string | number,
  value: JsonValue,
  path: JsonPath,
): Splice {
  const layout = detectLayout(target);
  const outer = lineIndent(target.text, container.start);
  const start = container.start + 1;
  const inside = target.text.slice(start, container.end - 1);
  const blank = inside.trim() === "";
  const entry = renderEntry(target, container, step, value, outer + (layout?.unit ?? ""), path);
  const before = layout === null ? "" : layout.newline + outer + layout.unit;
  // A comment inside stays, behind the new entry; the closing bracket needs a line break of its own when it has none.
  const after = layout !== null && (blank || !/[\n\r]/u.test(inside)) ? layout.newline + outer : "";
  return { start, end: blank ? container.end - 1 : start, text: before + entry + after };
}

/** `"key": value`, or the value alone for an array; the colon spaced as in the member before. */
function renderEntry(
  target: EditTarget,
  container: JsonNode,
  step: string | number,
  value: JsonValue,
  indent: string,
  path: JsonPath,
): string {
  const rendered = render(value, indent, detectLayout(target), path);
  if (typeof step === "number") return rendered;
  const neighbour = container.kind === "object" ? container.members.at(-1) : undefined;
  const between = neighbour === undefined ? "" : target.text.slice(neighbour.keyEnd, neighbour.node.start);
  const colon = /^[ \t]*:[ \t]*$/u.test(between) ? between : `:${inlineGap(target)}`;
  return JSON.stringify(step) + colon + rendered;
}

/** White space that stands right before a member or item, as a pattern for the next one. */
function separatorBefore(target: EditTarget, container: JsonObjectNode | JsonArrayNode, index: number): string {
  const { text } = target;
  const start = slotsOf(container)[index]?.start ?? 0;
  let from = start;
  while (from > 0 && /[ \t\r\n]/u.test(text.charAt(from - 1))) from--;
  const space = text.slice(from, start);
  // `{"a": 1}`: nothing stands before the first member, but a space is usual before the second.
  return index === 0 && !space.includes("\n") ? inlineGap(target) : space;
}

/** The space that this text puts behind a colon and a comma: that behind its first colon. */
function inlineGap({ text, root }: EditTarget): string {
  const first = root.kind === "object" ? root.members[0] : undefined;
  return first === undefined || /\s/u.test(text.slice(first.keyEnd, first.node.start)) ? " " : "";
}

/** Indentation of the line on which `offset` stands. */
function lineIndent(text: string, offset: number): string {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^[ \t]*/u.exec(text.slice(lineStart, offset))?.[0] ?? "";
}

/** How a text on several lines is laid out. */
interface Layout {
  readonly newline: string;
  /** One step of indentation. */
  readonly unit: string;
}

/** The first line break, and what the first member on a line of its own is indented more than the whole; null for text on one line. */
function detectLayout({ text, root }: EditTarget): Layout | null {
  const newline = /\r\n|\n|\r/u.exec(text)?.[0];
  if (newline === undefined) return null;
  const outer = lineIndent(text, root.start);
  const first = root.kind === "scalar" ? undefined : slotsOf(root)[0];
  const inner = first === undefined ? "" : lineIndent(text, first.start);
  return { newline, unit: inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : "  " };
}

/** `value` as JSON, laid out like the rest; `indent` is that of the line it begins on. */
function render(value: JsonValue, indent: string, layout: Layout | null, path: JsonPath): string {
  const text = renderJson(value, layout?.unit, path);
  return layout === null ? text : text.replaceAll("\n", layout.newline + indent);
}

/**
 * `value` as JSON text, with line breaks when there is an indentation.
 *
 * @throws {PassError} `ERR_PASS_JSON_PATH` for what JSON cannot say: cycles, NaN, bigints, undefined.
 */
export function renderJson(value: unknown, unit?: string, path: JsonPath = []): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value, refuseLossy, unit);
  } catch (cause) {
    throw pathError(path, "the value cannot be written as JSON", cause);
  }
  if (text === undefined) throw pathError(path, "the value cannot be written as JSON");
  return text;
}

/** JSON.stringify turns NaN and Infinity into null without a word. */
function refuseLossy(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} is no JSON number`);
  return value;
}

/** The value with the objects that are missing around it: steps from `depth` on. */
function wrap(path: JsonPath, depth: number, value: JsonValue): JsonValue {
  let wrapped = value;
  for (const step of path.slice(depth).toReversed()) {
    if (typeof step === "number" && step !== 0) throw pathError(path, "an array on the way does not exist");
    wrapped = typeof step === "number" ? [wrapped] : Object.fromEntries([[step, wrapped]]);
  }
  return wrapped;
}

function pathError(path: JsonPath, what: string, cause?: unknown): PassError {
  const pointer = toJsonPointer(path);
  return new PassError("ERR_PASS_JSON_PATH", `${pointer || "(top)"}: ${what}.`, { cause, details: { path: pointer, what } });
}
