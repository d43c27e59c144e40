import type { JsonObject, JsonPath, JsonValue } from "../../model/json.ts";
import { ExpressionFault, locate } from "./fault.ts";
import { parseExpression } from "./parse.ts";
import type { Evaluate, Scope } from "./scope.ts";

/** Stands for "no value here": an `$if` that is false and has no `else` takes its key or list element along. */
export const REMOVED: unique symbol = Symbol("removed");

export type Outcome = JsonValue | typeof REMOVED;

/** A compiled piece of template: a function from names to JSON, and whether it always comes to the same. */
export interface CompiledNode {
  readonly evaluate: (scope: Scope) => Outcome;
  readonly isConstant: boolean;
}

/** What compiling a piece of template needs to know about where it stands. */
export interface Place {
  readonly path: JsonPath;
  /** Free names of the expressions, collected. */
  readonly names: Set<string>;
  /** Compiles a template that stands inside this one. */
  readonly compile: (template: JsonValue, place: Place) => CompiledNode;
}

/** Compiles an object that has an operator's key. */
export type CompileOperator = (template: JsonObject, place: Place) => (scope: Scope) => Outcome;

export function enter(place: Place, step: string | number): Place {
  return { ...place, path: [...place.path, step] };
}

/** Compiles the value at `key` of a template. */
export function compileChild(template: JsonObject, key: string, place: Place): CompiledNode {
  return place.compile(template[key] ?? null, enter(place, key));
}

/** Compiles an expression that stands alone, as in `{"$eval": "…"}`. */
export function compileExpression(source: JsonValue | undefined, place: Place): Evaluate {
  return locate(place.path, typeof source === "string" ? source : null, () => {
    if (typeof source !== "string") throw new ExpressionFault("an expression is a text");
    const { evaluate } = parseExpression(source, 0, null, place.names);
    return (scope) => locate(place.path, source, () => evaluate(scope));
  });
}

/** Checks that the object has no other keys than the operator's own. */
export function assertKeys(template: JsonObject, allowed: readonly string[]): void {
  const unknown = Object.keys(template).filter((key) => !allowed.includes(key));
  if (unknown.length > 0) throw new ExpressionFault(`${allowed[0] ?? ""} knows no key ${unknown.join(", ")}`);
}

/** The operand of an operator, evaluated; what was removed is null there. */
export function compileOperand(template: JsonObject, key: string, place: Place): (scope: Scope) => JsonValue {
  const operand = compileChild(template, key, place);
  return (scope) => {
    const outcome = operand.evaluate(scope);
    return outcome === REMOVED ? null : outcome;
  };
}
