import type { JsonValue } from "../../model/json.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { BUILTINS, callBuiltin } from "./builtins.ts";
import { ExpressionFault, ExpressionLimit } from "./fault.ts";
import { BINARY, getElement, getProperty, getSlice, isTruthy } from "./operations.ts";
import { setOwn, kindOf, type Evaluate } from "./scope.ts";
import { createTokenizer, quote, type Token } from "./tokens.ts";

/** Loosest first, as JSON-e's grammar has them; `**` binds tightest and to the right. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["in"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/"],
];

export interface ParsedExpression {
  readonly evaluate: Evaluate;
  /** Where the expression ended: behind its terminator, or at the end of the text. */
  readonly end: number;
}

/**
 * Compiles a JSON-e expression into a function, without `eval`: each piece of syntax becomes a closure over its parts.
 * It is read from `start` to the `terminator` (`}` of an interpolation) or to the end of the text. Names it uses are
 * added to `names`.
 */
export function parseExpression(source: string, start: number, terminator: "}" | null, names: Set<string>): ParsedExpression {
  const next = createTokenizer(
    source.length - start > TEMPLATE_LIMITS.expressionLength && terminator === null ? tooLong() : source,
  );
  let token = next(start);
  let depth = 0;

  const advance = (): Token => {
    const taken = token;
    // Counted here as well, since an interpolation's end is only known when it is reached.
    if (taken.end - start > TEMPLATE_LIMITS.expressionLength) tooLong();
    token = next(taken.end);
    return taken;
  };
  const at = (text: string): boolean => token.kind === "operator" && token.text === text;
  const unexpected = (): ExpressionFault =>
    new ExpressionFault(token.kind === "end" ? "ends too early" : `has ${quote(token.text)} where it makes no sense`);
  const take = (text: string): void => {
    if (!at(text)) throw token.kind === "end" ? new ExpressionFault(`ends without ${quote(text)}`) : unexpected();
    // The terminator's successor is text, not a token.
    if (!(text === terminator && depth === 0)) advance();
  };
  // Recursion only ever passes through here: a thousand brackets are a fault, not a stack overflow.
  const nested = <T>(parse: () => T): T => {
    depth += 1;
    if (depth > TEMPLATE_LIMITS.expressionDepth) throw new ExpressionLimit("is nested deeper than a template may");
    const result = parse();
    depth -= 1;
    return result;
  };

  const parseLevel = (level: number): Evaluate => {
    const signs = LEVELS[level];
    if (signs === undefined) return parsePower();
    let left = parseLevel(level + 1);
    while (token.kind === "operator" && signs.includes(token.text)) {
      const sign = advance().text;
      left = combine(sign, left, parseLevel(level + 1));
    }
    return left;
  };

  const parsePower = (): Evaluate => {
    const base = parseUnary();
    if (!at("**")) return base;
    advance();
    return combine("**", base, nested(parsePower));
  };

  const parseUnary = (): Evaluate => {
    if (token.kind !== "operator" || !["-", "+", "!"].includes(token.text)) return parsePostfix();
    const sign = advance().text;
    const operand = nested(parseUnary);
    if (sign === "!") return (scope) => !isTruthy(operand(scope));
    return (scope) => {
      const value = operand(scope);
      if (typeof value !== "number") throw new ExpressionFault(`${sign} wants a number, has ${kindOf(value)}`);
      return sign === "-" ? -value : value;
    };
  };

  const parsePostfix = (): Evaluate => {
    const name = token.kind === "identifier" ? token.text : null;
    let value = parseUnit();
    for (let first = true; ; first = false) {
      if (at(".")) {
        advance();
        if (token.kind !== "identifier") throw unexpected();
        value = property(value, advance().text);
      } else if (at("[")) {
        advance();
        value = nested(() => parseAccess(value));
      } else if (at("(")) {
        if (name === null || !first) throw new ExpressionFault("only functions can be called");
        value = nested(() => parseCall(name));
      } else {
        return value;
      }
    }
  };

  const parseUnit = (): Evaluate => {
    if (token.kind === "number") return constant(Number(advance().text));
    if (token.kind === "string") return constant(advance().text);
    if (token.kind === "identifier") return variable(advance().text, at("("), names);
    if (token.kind === "end") throw unexpected();
    switch (token.text) {
      case "true":
      case "false":
        return constant(advance().text === "true");
      case "null":
        advance();
        return constant(null);
      case "(":
        return nested(() => {
          advance();
          const inner = parseLevel(0);
          take(")");
          return inner;
        });
      case "[":
        return nested(() => {
          advance();
          return list(parseSeries("]"));
        });
      case "{":
        return nested(parseObject);
      default:
        throw unexpected();
    }
  };

  const parseSeries = (close: string): readonly Evaluate[] => {
    const items: Evaluate[] = [];
    while (!at(close)) {
      items.push(parseLevel(0));
      if (at(close)) break;
      take(",");
      if (at(close)) throw unexpected();
    }
    take(close);
    return items;
  };

  const parseCall = (name: string): Evaluate => {
    if (!BUILTINS.has(name)) throw new ExpressionFault(`there is no function ${name}`);
    advance();
    const args = parseSeries(")");
    return (scope) => {
      if (name in scope.names) throw new ExpressionFault(`${name} is a value, not a function`);
      return callBuiltin(
        name,
        scope,
        args.map((arg) => arg(scope)),
      );
    };
  };

  const parseAccess = (value: Evaluate): Evaluate => {
    const from = at(":") ? constant(0) : parseLevel(0);
    if (!at(":")) {
      take("]");
      return (scope) => getElement(value(scope), from(scope), scope.budget);
    }
    advance();
    const to = at("]") ? undefined : parseLevel(0);
    take("]");
    return (scope) => getSlice(value(scope), from(scope), to?.(scope), scope.budget);
  };

  const parseObject = (): Evaluate => {
    advance();
    const members: [string, Evaluate][] = [];
    while (!at("}")) {
      if (token.kind !== "identifier" && token.kind !== "string") throw unexpected();
      const key = advance().text;
      take(":");
      members.push([key, parseLevel(0)]);
      if (!at("}")) take(",");
    }
    take("}");
    return (scope) => {
      scope.budget.charge(members.length);
      const object: Record<string, JsonValue> = {};
      for (const [key, value] of members) setOwn(object, key, value(scope));
      return object;
    };
  };

  const evaluate = parseLevel(0);
  if (terminator === null) {
    if (token.kind !== "end") throw unexpected();
  } else {
    take(terminator);
  }
  return { evaluate, end: token.end };
}

function tooLong(): never {
  throw new ExpressionLimit(`is longer than ${TEMPLATE_LIMITS.expressionLength} characters`);
}

function constant(value: JsonValue): Evaluate {
  return () => value;
}

function variable(name: string, isCalled: boolean, names: Set<string>): Evaluate {
  if (isCalled && BUILTINS.has(name)) return constant(null);
  names.add(name);
  return (scope) => {
    scope.budget.charge(1);
    const value = scope.names[name];
    if (value === undefined) {
      throw new ExpressionFault(BUILTINS.has(name) ? `${name} is a function: call it` : `there is no value ${name}`);
    }
    return value;
  };
}

function property(value: Evaluate, key: string): Evaluate {
  return (scope) => getProperty(value(scope), key);
}

function list(items: readonly Evaluate[]): Evaluate {
  return (scope) => {
    scope.budget.charge(items.length);
    return items.map((item) => item(scope));
  };
}

function combine(sign: string, left: Evaluate, right: Evaluate): Evaluate {
  if (sign === "||") return (scope) => isTruthy(left(scope)) || isTruthy(right(scope));
  if (sign === "&&") return (scope) => isTruthy(left(scope)) && isTruthy(right(scope));
  const compute = BINARY.get(sign);
  if (compute === undefined) throw new ExpressionFault(`there is no operator ${sign}`);
  return (scope) => {
    scope.budget.charge(1);
    return compute(left(scope), right(scope), scope.budget);
  };
}
