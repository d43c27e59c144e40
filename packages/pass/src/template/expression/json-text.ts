import type { JsonValue } from "../../model/json.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { ExpressionLimit } from "./fault.ts";
import { setOwn, type Budget } from "./scope.ts";

/**
 * JSON text of a computed value. Measured first: lists that share their parts (`[acc, acc]` in a `$reduce`) are small in
 * memory and endless as text.
 */
export function toJsonText(value: JsonValue, budget: Budget): string {
  if (typeof value === "string") {
    budget.chargeText(value.length);
  } else {
    measure(value, budget, 0);
  }
  return JSON.stringify(value);
}

/** The same with the keys of objects sorted: what JSON-e's `$json` makes. */
export function toSortedJsonText(value: JsonValue, budget: Budget): string {
  measure(value, budget, 0);
  return JSON.stringify(sortKeys(value));
}

function measure(value: JsonValue, budget: Budget, depth: number): void {
  if (typeof value === "string") {
    budget.chargeText(value.length);
    return;
  }
  budget.charge(1);
  if (typeof value !== "object" || value === null) return;
  if (depth >= TEMPLATE_LIMITS.depth)
    throw new ExpressionLimit(`makes something nested deeper than ${TEMPLATE_LIMITS.depth} levels`);
  if (isJsonArray(value)) {
    for (const item of value) measure(item, budget, depth + 1);
    return;
  }
  for (const key of Object.keys(value)) {
    budget.chargeText(key.length);
    measure(value[key] ?? null, budget, depth + 1);
  }
}

function sortKeys(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const sorted: Record<string, JsonValue> = {};
  for (const key of Object.keys(value).toSorted()) setOwn(sorted, key, sortKeys(value[key] ?? null));
  return sorted;
}
