import type { JsonPath } from "../../model/json.ts";

/**
 * What is wrong with an expression. It does not leave this room: who knows the file makes a PassError of it. The
 * innermost place that knows where the expression stands fills in `path` and `expression`.
 */
export class ExpressionFault extends Error {
  override readonly name: string = "ExpressionFault";
  path: JsonPath | null = null;
  expression: string | null = null;
}

/** An expression goes beyond the limits of a template. */
export class ExpressionLimit extends ExpressionFault {
  override readonly name = "ExpressionLimit";
}

/** Runs `task` and marks a fault in it with where it happened. */
export function locate<T>(path: JsonPath, expression: string | null, task: () => T): T {
  try {
    return task();
  } catch (error) {
    // Structures that are nested a hundred thousand deep exhaust the stack before the budget.
    const fault = error instanceof RangeError ? new ExpressionLimit("makes something nested too deep") : error;
    if (fault instanceof ExpressionFault && fault.path === null) {
      fault.path = path;
      fault.expression = expression;
    }
    throw fault;
  }
}
