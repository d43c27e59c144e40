import type { JsonValue } from "../../model/json.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { ExpressionFault } from "./fault.ts";
import { assertFinite, getOwn, kindOf, toScalarText, type Budget } from "./scope.ts";

/** JSON-e's truth: null, false, 0 and whatever is empty are false. */
export function isTruthy(value: JsonValue): boolean {
  if (value === null) return false;
  if (isJsonArray(value)) return value.length > 0;
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return typeof value === "string" ? value !== "" : typeof value === "number" ? value !== 0 : value;
}

/** Equal in depth. The budget also stops structures that share their parts and would unfold without end. */
export function isEqual(a: JsonValue, b: JsonValue, budget: Budget): boolean {
  budget.charge(1);
  if (isJsonArray(a)) return isJsonArray(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i] ?? null, budget));
  if (!isJsonObject(a)) {
    if (typeof a === "string" && typeof b === "string") budget.chargeText(Math.min(a.length, b.length));
    return a === b;
  }
  if (!isJsonObject(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key] ?? null, b[key] ?? null, budget));
}

type Binary = (left: JsonValue, right: JsonValue, budget: Budget) => JsonValue;

function arithmetic(sign: string, compute: (left: number, right: number) => number): Binary {
  return (left, right) => {
    if (typeof left !== "number" || typeof right !== "number") throw new ExpressionFault(expects(sign, "two numbers", left, right));
    return assertFinite(compute(left, right));
  };
}

function comparison(sign: string, compare: <T extends number | string>(left: T, right: T) => boolean): Binary {
  return (left, right) => {
    if (typeof left === "number" && typeof right === "number") return compare(left, right);
    if (typeof left === "string" && typeof right === "string") return compare(left, right);
    throw new ExpressionFault(expects(sign, "two numbers or two texts", left, right));
  };
}

function expects(sign: string, what: string, left: JsonValue, right: JsonValue): string {
  return `${sign} wants ${what}, has ${kindOf(left)} and ${kindOf(right)}`;
}

function add(left: JsonValue, right: JsonValue, budget: Budget): JsonValue {
  if (typeof left === "number" && typeof right === "number") return assertFinite(left + right);
  if (typeof left !== "string" || typeof right !== "string") {
    throw new ExpressionFault(expects("+", "two numbers or two texts", left, right));
  }
  // Before it is made: doubling a text thirty times would ask for gigabytes.
  budget.chargeText(left.length + right.length);
  return left + right;
}

function divide(left: number, right: number): number {
  if (right === 0) throw new ExpressionFault("divides by zero");
  return left / right;
}

function contains(left: JsonValue, right: JsonValue, budget: Budget): boolean {
  if (isJsonArray(right)) return right.some((item) => isEqual(left, item, budget));
  if (typeof left !== "string") throw new ExpressionFault(expects("in", "a text on its left", left, right));
  if (isJsonObject(right)) return Object.hasOwn(right, left);
  if (typeof right !== "string") throw new ExpressionFault(expects("in", "a list, an object or a text on its right", left, right));
  budget.chargeText(right.length);
  return right.includes(left);
}

/** The operators over two values; `&&`, `||` and `.` are the parser's, for they do not always look at both. */
export const BINARY: ReadonlyMap<string, Binary> = /* @__PURE__ */ new Map<string, Binary>([
  ["+", add],
  ["-", arithmetic("-", (left, right) => left - right)],
  ["*", arithmetic("*", (left, right) => left * right)],
  ["/", arithmetic("/", divide)],
  ["**", arithmetic("**", (left, right) => left ** right)],
  ["<", comparison("<", (left, right) => left < right)],
  [">", comparison(">", (left, right) => left > right)],
  ["<=", comparison("<=", (left, right) => left <= right)],
  [">=", comparison(">=", (left, right) => left >= right)],
  ["==", (left, right, budget) => isEqual(left, right, budget)],
  ["!=", (left, right, budget) => !isEqual(left, right, budget)],
  ["in", contains],
]);

/** `object.key`: an own property, or a fault that names what there is. */
export function getProperty(object: JsonValue, key: string): JsonValue {
  if (!isJsonObject(object)) throw new ExpressionFault(`.${key} wants an object on its left, has ${kindOf(object)}`);
  const value = getOwn(object, key);
  if (value === undefined) throw new ExpressionFault(`the object has no property ${JSON.stringify(key)}`);
  return value;
}

/** `value[key]` of a list, a text (counted in code points) or an object (null when it has no such key). */
export function getElement(value: JsonValue, key: JsonValue, budget: Budget): JsonValue {
  if (isJsonObject(value)) {
    if (typeof key !== "string") throw new ExpressionFault(`an object's key is a text, not ${kindOf(key)}`);
    return getOwn(value, key) ?? null;
  }
  const items = toItems(value, budget);
  if (typeof key !== "number" || !Number.isInteger(key)) throw new ExpressionFault("a list or text is accessed by whole numbers");
  const index = key < 0 ? Math.max(0, items.length + key) : key;
  const item = items[index];
  if (item === undefined) throw new ExpressionFault(`index ${key} is out of bounds of ${items.length}`);
  return item;
}

/** `value[from:to]` of a list or a text; negative numbers count from the end. */
export function getSlice(value: JsonValue, from: JsonValue, to: JsonValue | undefined, budget: Budget): JsonValue {
  const items = toItems(value, budget);
  const start = toBound(from, items.length);
  const stop = to === undefined ? items.length : toBound(to, items.length);
  const part = items.slice(Math.min(start, stop), stop);
  return typeof value === "string" ? part.map(toScalarText).join("") : part;
}

function toItems(value: JsonValue, budget: Budget): readonly JsonValue[] {
  if (isJsonArray(value)) {
    budget.charge(1);
    return value;
  }
  if (typeof value !== "string") throw new ExpressionFault(`[…] wants a list, a text or an object, has ${kindOf(value)}`);
  budget.charge(value.length);
  return Array.from(value);
}

function toBound(bound: JsonValue, length: number): number {
  if (typeof bound !== "number" || !Number.isInteger(bound)) throw new ExpressionFault("the ends of an interval are whole numbers");
  return bound < 0 ? Math.max(0, length + bound) : bound;
}
