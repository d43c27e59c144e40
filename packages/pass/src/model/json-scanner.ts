import { isOtherSpace, scanNumber, SIMPLE_ESCAPES } from "./json-grammar.ts";

/** Kinds of tokens; punctuation stands for itself. */
export type JsonToken = "{" | "}" | "[" | "]" | "," | ":" | "string" | "number" | "true" | "false" | "null" | "end";

/** Something that strict JSON forbids and the scanner reads all the same, with the replacement that would mend it. */
export interface ToleratedSyntax {
  readonly kind: "comment" | "control-character" | "syntax";
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly detail: string;
  /** It stands inside a text in quotation marks, not between tokens. */
  readonly inText: boolean;
}

/** The text cannot be read on from `offset`. Caught by the reader, which knows lines and columns. */
export class JsonSyntaxFault extends Error {
  readonly offset: number;

  constructor(offset: number, what: string) {
    super(what);
    this.offset = offset;
  }
}

/** `U+00A0` for a character code. */
function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Splits a text into the tokens of JSON (RFC 8259), without recursion and without looking at the grammar. */
export class JsonScanner {
  /** Where the current token begins and ends. */
  start = 0;
  end = 0;
  /** The characters that a string token stands for. */
  value = "";
  /** The last text that holds a raw line break. */
  lastBrokenText: { readonly start: number; readonly end: number } | null = null;
  readonly #text: string;
  readonly #tolerate: (found: ToleratedSyntax) => void;

  constructor(text: string, tolerate: (found: ToleratedSyntax) => void) {
    this.#text = text;
    this.#tolerate = tolerate;
  }

  /** Reads the next token. */
  next(): JsonToken {
    const text = this.#text;
    this.#skipSpace();
    this.start = this.end;
    if (this.start >= text.length) return "end";
    const first = text.charAt(this.start);
    switch (first) {
      case "{":
      case "}":
      case "[":
      case "]":
      case ",":
      case ":":
        this.end = this.start + 1;
        return first;
      case '"':
        this.#readString();
        return "string";
      case "t":
        return this.#readWord("true");
      case "f":
        return this.#readWord("false");
      case "n":
        return this.#readWord("null");
      default:
        return this.#readNumber(first);
    }
  }

  #skipSpace(): void {
    const text = this.#text;
    let offset = this.end;
    for (;;) {
      const code = text.charCodeAt(offset);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
        offset++;
      } else if (code === 0x2f) {
        offset = this.#skipComment(offset);
      } else if (isOtherSpace(code)) {
        const detail = `${codePointName(code)} between the values`;
        this.#tolerate({ kind: "control-character", start: offset, end: offset + 1, replacement: " ", detail, inText: false });
        offset++;
      } else {
        break;
      }
    }
    this.end = offset;
  }

  #skipComment(start: number): number {
    const text = this.#text;
    let end: number;
    if (text.startsWith("//", start)) {
      end = start + 2;
      while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    } else if (text.startsWith("/*", start)) {
      const close = text.indexOf("*/", start + 2);
      if (close < 0) throw new JsonSyntaxFault(start, 'a comment begins here with "/*" and does not end');
      end = close + 2;
    } else {
      throw new JsonSyntaxFault(start, '"/" stands where a value or punctuation should be');
    }
    this.#tolerate({
      kind: "comment",
      start,
      end,
      replacement: "",
      detail: text.slice(start, Math.min(end, start + 60)),
      inText: false,
    });
    return end;
  }

  #readWord<Word extends "true" | "false" | "null">(word: Word): Word {
    if (!this.#text.startsWith(word, this.start)) return this.#failAtWord();
    this.end = this.start + word.length;
    return word;
  }

  #readNumber(first: string): "number" {
    if (first !== "-" && !(first >= "0" && first <= "9")) return this.#failAtWord();
    const end = scanNumber(this.#text, this.start);
    if (end === null) throw new JsonSyntaxFault(this.start, "a number is not written as JSON writes numbers");
    this.end = end;
    return "number";
  }

  #failAtWord(): never {
    const word = /^[^\s{}[\],:"]{1,30}/u.exec(this.#text.slice(this.start, this.start + 40))?.[0];
    const hint = word?.startsWith("'") || word?.startsWith("\u201c") ? "; JSON puts texts in straight double quotes" : "";
    throw new JsonSyntaxFault(this.start, `${JSON.stringify(word ?? this.#text.charAt(this.start))} is no JSON value${hint}`);
  }

  #readString(): void {
    const text = this.#text;
    let offset = this.start + 1;
    let copied = offset;
    let value = "";
    let broken = false;
    for (;;) {
      const code = text.charCodeAt(offset);
      if (code === 0x22) break;
      if (Number.isNaN(code)) throw new JsonSyntaxFault(this.start, "a text begins here and its closing quotation mark is missing");
      if (code === 0x5c) {
        value += text.slice(copied, offset);
        const escaped = this.#readEscape(offset);
        value += escaped.value;
        offset = escaped.end;
        copied = offset;
      } else {
        if (code < 0x20) this.#tolerateControl(offset, code);
        broken ||= code === 0x0a || code === 0x0d;
        offset++;
      }
    }
    this.value = value + text.slice(copied, offset);
    this.end = offset + 1;
    if (broken) this.lastBrokenText = { start: this.start, end: this.end };
  }

  #tolerateControl(offset: number, code: number): void {
    const replacement = JSON.stringify(String.fromCharCode(code)).slice(1, -1);
    const detail = `${codePointName(code)} inside a text; JSON writes it ${replacement}`;
    this.#tolerate({ kind: "control-character", start: offset, end: offset + 1, replacement, detail, inText: true });
  }

  #readEscape(offset: number): { readonly value: string; readonly end: number } {
    const text = this.#text;
    const letter = text.charAt(offset + 1);
    if (letter === "u") {
      const digits = text.slice(offset + 2, offset + 6);
      if (!/^[0-9a-fA-F]{4}$/u.test(digits)) throw new JsonSyntaxFault(offset, "\\u is not followed by four hexadecimal digits");
      return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: offset + 6 };
    }
    const simple = SIMPLE_ESCAPES.get(letter);
    if (simple !== undefined) return { value: simple, end: offset + 2 };
    if (letter === "" || letter < " ") throw new JsonSyntaxFault(offset, "a backslash stands alone");
    // `\'` and the like, from serialisers of other languages: what is meant is plain.
    const detail = `\\${letter} is no escape of JSON; read as ${letter}`;
    this.#tolerate({ kind: "syntax", start: offset, end: offset + 1, replacement: "", detail, inText: true });
    return { value: letter, end: offset + 2 };
  }
}
