import type { JsonObject, JsonPath, JsonValue } from "../../model/json.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { ExpressionFault, ExpressionLimit, locate } from "./fault.ts";
import { compileChild, enter, REMOVED, type CompiledNode, type Place } from "./node.ts";
import { OPERATORS } from "./operators.ts";
import { setOwn, type Scope } from "./scope.ts";
import { compileText } from "./text.ts";

/**
 * Compiles a JSON-e template (https://json-e.js.org/language.html), or the piece of one at `path`. The names that its
 * expressions want are added to `names`.
 */
export function compileTemplate(template: JsonValue, path: JsonPath, names: Set<string>): CompiledNode {
  return compileNode(template, { path, names, compile: compileNode });
}

function compileNode(template: JsonValue, place: Place): CompiledNode {
  if (place.path.length > TEMPLATE_LIMITS.depth) throw new ExpressionLimit(`is nested deeper than ${TEMPLATE_LIMITS.depth} levels`);
  if (typeof template === "string") return compileString(template, place);
  if (isJsonArray(template)) return compileArray(template, place);
  if (isJsonObject(template)) return compileObject(template, place);
  return { evaluate: () => template, isConstant: true };
}

function compileString(template: string, place: Place): CompiledNode {
  const text = locate(place.path, template, () => compileText(template, place.names));
  if ("constant" in text) return { evaluate: () => text.constant, isConstant: true };
  return { evaluate: (scope) => locate(place.path, template, () => text.evaluate(scope)), isConstant: false };
}

function compileArray(template: readonly JsonValue[], place: Place): CompiledNode {
  const items = template.map((item, index) => compileNode(item, enter(place, index)));
  const evaluate = (scope: Scope): JsonValue => {
    scope.budget.charge(1 + items.length);
    return items.map((item) => item.evaluate(scope)).filter((item) => item !== REMOVED);
  };
  return { evaluate, isConstant: items.every((item) => item.isConstant) };
}

/** The key of an operator that the object has; a fault when it has two, or one that JSON-e does not know. */
export function findOperator(template: JsonObject): string | null {
  const found = Object.keys(template).filter((key) => OPERATORS.has(key));
  if (found.length > 1) throw new ExpressionFault(`has two operators: ${found.join(" and ")}`);
  return found[0] ?? null;
}

/** A key is an expression, an operator or escaped: the object cannot be taken as it stands. */
export function isPlainKey(key: string): boolean {
  return !key.includes("${") && !/^\$(?:\$|[a-zA-Z][a-zA-Z0-9]*$)/.test(key);
}

function compileObject(template: JsonObject, place: Place): CompiledNode {
  const operator = locate(place.path, null, () => findOperator(template));
  const compile = operator === null ? undefined : OPERATORS.get(operator);
  if (compile !== undefined) {
    const evaluate = locate(place.path, null, () => compile(template, place));
    return { evaluate: (scope) => locate(place.path, operator, () => evaluate(scope)), isConstant: false };
  }
  const members = Object.keys(template).map((key) => {
    const path = [...place.path, key];
    return { key: locate(path, key, () => compileKey(key, place)), value: compileChild(template, key, place) };
  });
  const evaluate = (scope: Scope): JsonValue => {
    scope.budget.charge(1 + members.length);
    const object: Record<string, JsonValue> = {};
    for (const { key, value } of members) {
      const outcome = value.evaluate(scope);
      if (outcome !== REMOVED) setOwn(object, key.evaluate(scope), outcome);
    }
    return object;
  };
  return { evaluate, isConstant: members.every(({ key, value }) => key.isConstant && value.isConstant) };
}

function compileKey(key: string, place: Place): { readonly evaluate: (scope: Scope) => string; readonly isConstant: boolean } {
  if (key.startsWith("$$")) return { evaluate: () => key.slice(1), isConstant: true };
  if (/^\$[a-zA-Z][a-zA-Z0-9]*$/.test(key)) {
    throw new ExpressionFault(`${key} is no operator of JSON-e; write $${key} for a key that starts with $`);
  }
  const text = compileText(key, place.names);
  if ("constant" in text) return { evaluate: () => text.constant, isConstant: true };
  return { evaluate: (scope) => locate([...place.path, key], key, () => text.evaluate(scope)), isConstant: false };
}
