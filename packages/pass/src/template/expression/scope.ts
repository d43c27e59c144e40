import type { JsonObject, JsonValue } from "../../model/json.ts";
import { ExpressionFault, ExpressionLimit } from "./fault.ts";

/** Counts down the steps of one evaluation: the only bound on what nested `$map` and doubling texts would cost. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  charge(steps: number): void {
    this.#left -= steps;
    if (!(this.#left >= 0)) throw new ExpressionLimit("takes more steps than a template may");
  }

  /** A text of this length was made. */
  chargeText(length: number): void {
    this.charge(1 + (length >>> 3));
  }
}

/** The names an expression sees. */
export interface Scope {
  /** Without prototype at its root, so that `constructor` and `__proto__` are names like any other. */
  readonly names: Readonly<Record<string, JsonValue>>;
  readonly budget: Budget;
}

export type Evaluate = (scope: Scope) => JsonValue;

export function createScope(values: JsonObject, now: string, budget: Budget): Scope {
  const names = Object.create(null) as Record<string, JsonValue>;
  names["now"] = now;
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (value !== undefined) names[key] = value;
  }
  return { names, budget };
}

/** The scope with more names, which hide those of the same name outside. */
export function extendScope(scope: Scope, added: Readonly<Record<string, JsonValue>>): Scope {
  const names = Object.create(scope.names) as Record<string, JsonValue>;
  for (const key of Object.keys(added)) {
    const value = added[key];
    if (value !== undefined) names[key] = value;
  }
  return { names, budget: scope.budget };
}

/** Sets an own property, also the one called `__proto__`, which assignment would take for the prototype. */
export function setOwn(target: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === "__proto__") Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}

/** The value of an own property; never of the prototype. */
export function getOwn(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function kindOf(value: JsonValue): "null" | "boolean" | "number" | "string" | "array" | "object" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "boolean" | "number" | "string" | "object";
}

/** A text, number, boolean or null as text. Lists and objects have none: what JavaScript makes of them helps nobody. */
export function toScalarText(value: JsonValue): string {
  if (typeof value === "object" && value !== null) throw new ExpressionFault(`wants a text, has ${kindOf(value)}`);
  return String(value);
}

export function assertFinite(value: number): number {
  if (!Number.isFinite(value)) throw new ExpressionFault("comes to a number that JSON cannot hold");
  return value;
}
