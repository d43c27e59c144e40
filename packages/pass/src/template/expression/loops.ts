import type { JsonObject, JsonValue } from "../../model/json.ts";
import { isJsonArray, isJsonObject } from "../../model/json.ts";
import { ExpressionFault } from "./fault.ts";
import { mergeObjects } from "./merge.ts";
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
import { extendScope, kindOf, type Scope } from "./scope.ts";

/** The key of a loop's body, `each(x, i)`, taken apart. */
interface Body {
  readonly key: string;
  readonly variables: readonly string[];
}

function findBody(template: JsonObject, operator: string, word: string, known: readonly string[], least: number): Body {
  const keys = Object.keys(template).filter((key) => key !== operator && !known.includes(key));
  const key = keys[0] ?? "";
  const match = new RegExp(`^${word}\\(\\s*([a-zA-Z_]\\w*(?:\\s*,\\s*[a-zA-Z_]\\w*)*)\\s*\\)$`, "u").exec(key);
  const variables = match?.[1]?.split(",").map((name) => name.trim()) ?? [];
  if (keys.length !== 1 || variables.length < least || variables.length > (word === "by" ? 1 : least + 1)) {
    throw new ExpressionFault(`${operator} wants ${word}(${least === 2 ? "sum, x" : "x"}) beside it`);
  }
  return { key, variables };
}

/** Where the body stands; its own variables do not count as names that the template wants. */
function enterBody(place: Place, body: Body, compile: (inside: Place) => void): void {
  const names = new Set<string>();
  compile({ ...place, names });
  for (const name of names) if (!body.variables.includes(name)) place.names.add(name);
}

function compileBody(template: JsonObject, body: Body, place: Place): (scope: Scope, values: readonly JsonValue[]) => Outcome {
  let evaluate: (scope: Scope) => Outcome = () => null;
  enterBody(place, body, (inside) => {
    evaluate = compileChild(template, body.key, inside).evaluate;
  });
  return (scope, values) => evaluate(bind(scope, body, values));
}

function compileBodyExpression(
  template: JsonObject,
  body: Body,
  place: Place,
): (scope: Scope, values: readonly JsonValue[]) => JsonValue {
  let evaluate: (scope: Scope) => JsonValue = () => null;
  enterBody(place, body, (inside) => {
    evaluate = compileExpression(template[body.key], enter(inside, body.key));
  });
  return (scope, values) => evaluate(bind(scope, body, values));
}

function bind(scope: Scope, body: Body, values: readonly JsonValue[]): Scope {
  scope.budget.charge(2);
  return extendScope(scope, Object.fromEntries(body.variables.map((name, index) => [name, values[index] ?? null])));
}

function assertList(operator: string, value: JsonValue): readonly JsonValue[] {
  if (!isJsonArray(value)) throw new ExpressionFault(`${operator} wants a list, has ${kindOf(value)}`);
  return value;
}

const mapOperator: CompileOperator = (template, place) => {
  const body = findBody(template, "$map", "each", [], 1);
  const source = compileOperand(template, "$map", place);
  const each = compileBody(template, body, place);
  return (scope) => {
    const value = source(scope);
    if (isJsonArray(value)) return value.map((item, index) => each(scope, [item, index])).filter((item) => item !== REMOVED);
    if (!isJsonObject(value)) throw new ExpressionFault(`$map wants a list or an object, has ${kindOf(value)}`);
    const results = Object.keys(value).map((key) => {
      const val = value[key] ?? null;
      const result = each(scope, body.variables.length > 1 ? [val, key] : [{ key, val }]);
      if (result !== REMOVED && !isJsonObject(result))
        throw new ExpressionFault(`$map over an object wants each to make an object, not ${kindOf(result)}`);
      return result;
    });
    return mergeObjects(
      results.filter((result) => result !== REMOVED),
      scope.budget,
    );
  };
};

const reduceOperator: CompileOperator = (template, place) => {
  const body = findBody(template, "$reduce", "each", ["initial"], 2);
  const source = compileOperand(template, "$reduce", place);
  const each = compileBody(template, body, place);
  // JSON-e takes the start as it stands, without evaluating it.
  const initial = template["initial"] ?? null;
  return (scope) => {
    let sum = initial;
    for (const [index, item] of assertList("$reduce", source(scope)).entries()) {
      const result = each(scope, [sum, item, index]);
      if (result !== REMOVED) sum = result;
    }
    return sum;
  };
};

const findOperatorLoop: CompileOperator = (template, place) => {
  const body = findBody(template, "$find", "each", [], 1);
  const source = compileOperand(template, "$find", place);
  const holds = compileBodyExpression(template, body, place);
  return (scope) => {
    const list = assertList("$find", source(scope));
    const index = list.findIndex((item, position) => isTruthy(holds(scope, [item, position])));
    return index === -1 ? REMOVED : (list[index] ?? null);
  };
};

const sortOperator: CompileOperator = (template, place) => {
  const isBy = Object.keys(template).length > 1;
  const body = isBy ? findBody(template, "$sort", "by", [], 1) : null;
  if (body === null) assertKeys(template, ["$sort"]);
  const source = compileOperand(template, "$sort", place);
  const by = body === null ? null : compileBodyExpression(template, body, place);
  return (scope) => {
    const list = assertList("$sort", source(scope));
    const tagged = list.map((item) => ({ item, rank: by === null ? item : by(scope, [item]) }));
    const kind = typeof tagged[0]?.rank;
    if (tagged.some(({ rank }) => typeof rank !== kind || (kind !== "number" && kind !== "string"))) {
      throw new ExpressionFault("$sort wants texts alone or numbers alone");
    }
    for (const { rank } of tagged) scope.budget.chargeText(typeof rank === "string" ? rank.length * 8 : 64);
    return tagged.toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ item }) => item);
  };
};

function compareRanks(a: JsonValue, b: JsonValue): number {
  const [left, right] = [a, b] as [string, string] | [number, number];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The operators that walk a list. */
export const LOOPS: readonly (readonly [string, CompileOperator])[] = [
  ["$map", mapOperator],
  ["$reduce", reduceOperator],
  ["$find", findOperatorLoop],
  ["$sort", sortOperator],
];
