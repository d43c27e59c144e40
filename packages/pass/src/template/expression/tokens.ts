import { ExpressionFault } from "./fault.ts";

export type TokenKind = "operator" | "number" | "identifier" | "string" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** The text; of a string what stands between the quotes (JSON-e has no escapes in strings). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly TokenKind[] = ["operator", "number", "identifier", "string"];

/** Reads the tokens of a JSON-e expression one at a time: what stands behind the closing `}` of an interpolation is text. */
export function createTokenizer(source: string): (offset: number) => Token {
  const pattern =
    /\s*(?:(\*\*|[<>=!]=|&&|\|\||[-+*/[\].(){}:,<>!]|(?:true|false|null|in)(?![a-zA-Z_0-9]))|([0-9]+(?:\.[0-9]+)?)|([a-zA-Z_][a-zA-Z_0-9]*)|('[^']*'|"[^"]*"))/y;
  return (offset) => {
    pattern.lastIndex = offset;
    const match = pattern.exec(source);
    if (match === null) {
      const rest = source.slice(offset).trimStart();
      if (rest === "") return { kind: "end", text: "", start: source.length, end: source.length };
      throw new ExpressionFault(`cannot be read from ${quote(rest)}`);
    }
    const group = match.findIndex((part, index) => index > 0 && part !== undefined);
    const text = match[group] ?? "";
    const kind = KINDS[group - 1] ?? "end";
    const end = pattern.lastIndex;
    return { kind, text: kind === "string" ? text.slice(1, -1) : text, start: end - text.length, end };
  };
}

/** A piece of an expression for a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
