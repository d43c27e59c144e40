import type { JsonObject, JsonValue } from "../../model/json.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { addDuration } from "./duration.ts";
import { ExpressionFault } from "./fault.ts";
import { toSortedJsonText } from "./json-text.ts";
import { LOOPS } from "./loops.ts";
import { mergeDeep, mergeObjects } from "./merge.ts";
import {
  REMOVED,
  assertKeys,
  compileChild,
  compileExpression,
  compileOperand,
  enter,
  type CompileOperator,
  type Outcome,
  type Place,
} from "./node.ts";
import { isTruthy } from "./operations.ts";
import { extendScope, kindOf, toScalarText, type Budget, type Scope } from "./scope.ts";

function compileListOperand(template: JsonObject, key: string, place: Place): (scope: Scope) => readonly JsonValue[] {
  const operand = compileOperand(template, key, place);
  return (scope) => {
    const value = operand(scope);
    if (!isJsonArray(value)) throw new ExpressionFault(`${key} wants a list, has ${kindOf(value)}`);
    scope.budget.charge(value.length);
    return value;
  };
}

const ifOperator: CompileOperator = (template, place) => {
  assertKeys(template, ["$if", "then", "else"]);
  const condition = compileExpression(template["$if"], enter(place, "$if"));
  const branches = ["then", "else"].map((key) =>
    Object.hasOwn(template, key) ? compileChild(template, key, place).evaluate : (): Outcome => REMOVED,
  );
  return (scope) => branches[isTruthy(condition(scope)) ? 0 : 1]?.(scope) ?? null;
};

const letOperator: CompileOperator = (template, place) => {
  assertKeys(template, ["$let", "in"]);
  if (!Object.hasOwn(template, "in")) throw new ExpressionFault("$let wants in");
  const variables = compileOperand(template, "$let", place);
  const inner = new Set<string>();
  const body = compileChild(template, "in", { ...place, names: inner });
  const given = template["$let"];
  const bound = isJsonObject(given) ? Object.keys(given) : [];
  for (const name of inner) if (!bound.includes(name)) place.names.add(name);
  return (scope) => {
    const added = variables(scope);
    if (!isJsonObject(added)) throw new ExpressionFault(`$let wants an object, has ${kindOf(added)}`);
    for (const name of Object.keys(added)) {
      if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) throw new ExpressionFault(`$let cannot name a value ${JSON.stringify(name)}`);
    }
    return body.evaluate(extendScope(scope, added as Readonly<Record<string, JsonValue>>));
  };
};

/** The values of those conditions that hold, in the order of the conditions' texts. */
function compileConditions(template: JsonObject, key: "$match" | "$switch", place: Place): (scope: Scope) => readonly Outcome[] {
  assertKeys(template, [key]);
  const conditions = template[key];
  if (!isJsonObject(conditions)) throw new ExpressionFault(`${key} wants an object of conditions`);
  const inside = enter(place, key);
  const cases = Object.keys(conditions)
    .filter((condition) => key === "$match" || condition !== "$default")
    .toSorted()
    .map((condition) => ({
      holds: compileExpression(condition, enter(inside, condition)),
      value: compileChild(conditions, condition, inside),
    }));
  return (scope) => cases.filter(({ holds }) => isTruthy(holds(scope))).map(({ value }) => value.evaluate(scope));
}

const matchOperator: CompileOperator = (template, place) => {
  const values = compileConditions(template, "$match", place);
  return (scope) => values(scope).filter((value) => value !== REMOVED);
};

const switchOperator: CompileOperator = (template, place) => {
  const values = compileConditions(template, "$switch", place);
  const conditions = template["$switch"] as JsonObject;
  const fallback = Object.hasOwn(conditions, "$default")
    ? compileChild(conditions, "$default", enter(place, "$switch")).evaluate
    : (): Outcome => REMOVED;
  return (scope) => {
    const [first, second] = values(scope);
    if (second !== undefined) throw new ExpressionFault("$switch has two conditions that hold");
    return first === undefined ? fallback(scope) : first;
  };
};

const fromNowOperator: CompileOperator = (template, place) => {
  assertKeys(template, ["$fromNow", "from"]);
  const span = compileOperand(template, "$fromNow", place);
  const from = Object.hasOwn(template, "from") ? compileOperand(template, "from", place) : null;
  return (scope) => {
    const text = span(scope);
    if (typeof text !== "string") throw new ExpressionFault(`$fromNow wants a text, has ${kindOf(text)}`);
    return addDuration(text, toScalarText(from === null ? (scope.names["now"] ?? "") : from(scope)));
  };
};

function flatten(list: readonly JsonValue[], isDeep: boolean, budget: Budget): readonly JsonValue[] {
  const flat: JsonValue[] = [];
  for (const item of list) {
    const items = isJsonArray(item) ? (isDeep ? flatten(item, true, budget) : item) : [item];
    budget.charge(1 + items.length);
    for (const inner of items) flat.push(inner);
  }
  return flat;
}

/** An operator over one list. */
function overList(key: string, compute: (list: readonly JsonValue[], budget: Budget) => JsonValue): [string, CompileOperator] {
  return [
    key,
    (template, place) => {
      assertKeys(template, [key]);
      const list = compileListOperand(template, key, place);
      return (scope) => compute(list(scope), scope.budget);
    },
  ];
}

function assertObjects(key: string, list: readonly JsonValue[]): readonly JsonObject[] {
  const other = list.find((item) => !isJsonObject(item));
  if (other !== undefined) throw new ExpressionFault(`${key} wants a list of objects, one is ${kindOf(other)}`);
  return list as readonly JsonObject[];
}

/** JSON-e's operators: what an object means that has one of these keys. */
export const OPERATORS: ReadonlyMap<string, CompileOperator> = /* @__PURE__ */ new Map<string, CompileOperator>([
  [
    "$eval",
    (template, place) => {
      assertKeys(template, ["$eval"]);
      return compileExpression(template["$eval"], enter(place, "$eval"));
    },
  ],
  ["$if", ifOperator],
  ["$let", letOperator],
  ["$match", matchOperator],
  ["$switch", switchOperator],
  ["$fromNow", fromNowOperator],
  [
    "$json",
    (template, place) => {
      assertKeys(template, ["$json"]);
      const operand = compileOperand(template, "$json", place);
      return (scope) => toSortedJsonText(operand(scope), scope.budget);
    },
  ],
  overList("$flatten", (list, budget) => flatten(list, false, budget)),
  overList("$flattenDeep", (list, budget) => flatten(list, true, budget)),
  overList("$reverse", (list) => list.toReversed()),
  overList("$merge", (list, budget) => mergeObjects(assertObjects("$merge", list), budget)),
  overList("$mergeDeep", (list, budget) =>
    assertObjects("$mergeDeep", list).reduce<JsonValue>((left, right) => mergeDeep(left, right, budget), {}),
  ),
  ...LOOPS,
]);
