import type { JsonValue } from "../../model/json.ts";
import { isJsonArray } from "../../model/json.ts";
import { addDuration } from "./duration.ts";
import { ExpressionFault } from "./fault.ts";
import { assertFinite, kindOf, toScalarText, type Scope } from "./scope.ts";

/** A function that expressions can call. */
export interface Builtin {
  readonly parameters: readonly (readonly Kind[])[];
  /** How many of the parameters may be left out. */
  readonly optional?: number;
  /** The kind of any number of further arguments. */
  readonly rest?: readonly Kind[];
  readonly call: (scope: Scope, args: readonly JsonValue[]) => JsonValue;
}

type Kind = ReturnType<typeof kindOf>;

const NUMBER = ["number"] as const;
const TEXT = ["string"] as const;
const SCALAR = ["string", "number"] as const;

const numeric = (compute: (value: number) => number): Builtin => ({
  parameters: [NUMBER],
  call: (_, [value]) => assertFinite(compute(value as number)),
});

const textual = (change: (text: string) => string): Builtin => ({
  parameters: [TEXT],
  call: (scope, [value]) => {
    const text = value as string;
    scope.budget.chargeText(text.length);
    return change(text);
  },
});

const extreme = (choose: (...values: number[]) => number): Builtin => ({
  parameters: [NUMBER],
  rest: NUMBER,
  call: (_, args) => choose(...(args as number[])),
});

function range(scope: Scope, [from, to, by = 1]: readonly JsonValue[]): JsonValue {
  const [start, stop, step] = [from, to, by] as [number, number, number];
  if (![start, stop, step].every(Number.isInteger) || step === 0)
    throw new ExpressionFault("range wants whole numbers, a step not 0");
  const length = Math.max(0, Math.ceil((stop - start) / step));
  // Before it is made: range(0, 1000000000) would take the memory of the process.
  scope.budget.charge(length);
  return Array.from({ length }, (_, index) => start + index * step);
}

function length(scope: Scope, [value]: readonly JsonValue[]): JsonValue {
  if (isJsonArray(value)) return value.length;
  const text = value as string;
  scope.budget.chargeText(text.length);
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function split(scope: Scope, [value, separator]: readonly JsonValue[]): JsonValue {
  const text = value as string;
  scope.budget.charge(text.length);
  return text.split(toScalarText(separator ?? ""));
}

function join(scope: Scope, [value, separator]: readonly JsonValue[]): JsonValue {
  const items = value as readonly JsonValue[];
  const glue = toScalarText(separator ?? "");
  let size = 0;
  for (const item of items) {
    if (typeof item === "object" && item !== null) throw new ExpressionFault(`join wants a list of texts, one is ${kindOf(item)}`);
    size += glue.length + (typeof item === "string" ? item.length : 24);
  }
  scope.budget.charge(items.length);
  scope.budget.chargeText(size);
  return items.map((item) => (item === null ? "" : toScalarText(item))).join(glue);
}

function toNumber(_: Scope, [value]: readonly JsonValue[]): JsonValue {
  const text = value as string;
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) throw new ExpressionFault(`${JSON.stringify(text)} is not a number`);
  return number;
}

/** JSON-e's functions, by name. */
export const BUILTINS: ReadonlyMap<string, Builtin> = /* @__PURE__ */ new Map<string, Builtin>([
  ["min", extreme(Math.min)],
  ["max", extreme(Math.max)],
  ["sqrt", numeric(Math.sqrt)],
  ["ceil", numeric(Math.ceil)],
  ["floor", numeric(Math.floor)],
  ["abs", numeric(Math.abs)],
  ["range", { parameters: [NUMBER, NUMBER, NUMBER], optional: 1, call: range }],
  ["lowercase", textual((text) => text.toLowerCase())],
  ["uppercase", textual((text) => text.toUpperCase())],
  ["strip", textual((text) => text.trim())],
  ["lstrip", textual((text) => text.trimStart())],
  ["rstrip", textual((text) => text.trimEnd())],
  ["str", { parameters: [["string", "number", "boolean", "null"]], call: (_, [value = null]) => toScalarText(value) }],
  ["number", { parameters: [TEXT], call: toNumber }],
  ["len", { parameters: [["string", "array"]], call: length }],
  ["split", { parameters: [TEXT, SCALAR], call: split }],
  ["join", { parameters: [["array"], SCALAR], call: join }],
  [
    "fromNow",
    {
      parameters: [TEXT, TEXT],
      optional: 1,
      call: (scope, [span, reference = scope.names["now"]]) => addDuration(span as string, toScalarText(reference ?? "")),
    },
  ],
  [
    "typeof",
    {
      parameters: [["null", "boolean", "number", "string", "array", "object"]],
      call: (_, [value]) => kindOf(value ?? null),
    },
  ],
  ["defined", { parameters: [TEXT], call: (scope, [name]) => (name as string) in scope.names || BUILTINS.has(name as string) }],
]);

/** Calls a function with arguments of the right number and kinds, or says what it wants. */
export function callBuiltin(name: string, scope: Scope, args: readonly JsonValue[]): JsonValue {
  const builtin = BUILTINS.get(name);
  if (builtin === undefined) throw new ExpressionFault(`there is no function ${name}`);
  const { parameters, rest } = builtin;
  const least = parameters.length - (builtin.optional ?? 0);
  if (args.length < least || (rest === undefined && args.length > parameters.length)) {
    throw new ExpressionFault(
      `${name} takes ${least}${args.length < least ? " or more" : ` to ${parameters.length}`} arguments, has ${args.length}`,
    );
  }
  scope.budget.charge(1 + args.length);
  for (const [index, arg] of args.entries()) {
    const kinds = parameters[index] ?? rest ?? [];
    if (!kinds.includes(kindOf(arg)))
      throw new ExpressionFault(`${name} wants ${kinds.join(" or ")} as argument ${index + 1}, has ${kindOf(arg)}`);
  }
  return builtin.call(scope, args);
}
