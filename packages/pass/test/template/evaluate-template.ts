import type { JsonObject, JsonValue } from "../../src/model/json.ts";
import { compileTemplate } from "../../src/template/expression/compile.ts";
import { REMOVED } from "../../src/template/expression/node.ts";
import { Budget, createScope } from "../../src/template/expression/scope.ts";

export const NOW = "2026-11-21T12:00:00.000Z";

/** Compiles and evaluates a JSON-e template in one go; what is removed altogether is null, as JSON-e has it. */
export function evaluateTemplate(template: JsonValue, values: JsonObject = {}, steps = 100_000): JsonValue {
  const outcome = compileTemplate(template, [], new Set()).evaluate(createScope(values, NOW, new Budget(steps)));
  return outcome === REMOVED ? null : outcome;
}
