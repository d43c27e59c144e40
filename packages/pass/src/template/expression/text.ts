import type { JsonValue } from "../../model/json.ts";
import { ExpressionFault } from "./fault.ts";
import { parseExpression } from "./parse.ts";
import { kindOf, type Evaluate, type Scope } from "./scope.ts";

/** A text with `${…}` in it, compiled; `constant` when there is none (`$${` stands for `${`). */
export type CompiledText = { readonly constant: string } | { readonly evaluate: (scope: Scope) => string };

/** Compiles `Gate ${gate}`: text stays, expressions become what they come to, null becomes nothing. */
export function compileText(text: string, names: Set<string>): CompiledText {
  const parts: (string | Evaluate)[] = [];
  let plain = "";
  let offset = 0;
  for (;;) {
    const found = text.indexOf("${", offset);
    if (found === -1) break;
    if (text[found - 1] === "$" && found > offset) {
      plain += `${text.slice(offset, found - 1)}\${`;
      offset = found + 2;
      continue;
    }
    const { evaluate, end } = parseExpression(text, found + 2, "}", names);
    parts.push(plain + text.slice(offset, found), evaluate);
    plain = "";
    offset = end;
  }
  plain += text.slice(offset);
  if (parts.length === 0) return { constant: plain };
  parts.push(plain);
  return { evaluate: (scope) => interpolate(parts, scope) };
}

function interpolate(parts: readonly (string | Evaluate)[], scope: Scope): string {
  let result = "";
  for (const part of parts) {
    const piece = typeof part === "string" ? part : toText(part(scope));
    scope.budget.chargeText(result.length + piece.length);
    result += piece;
  }
  return result;
}

function toText(value: JsonValue): string {
  if (typeof value === "object" && value !== null)
    throw new ExpressionFault(`comes to an ${kindOf(value)}, which has no place inside a text`);
  return value === null ? "" : String(value);
}
