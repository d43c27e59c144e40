import { LineCounter } from "./line-counter.ts";
import { readEscape } from "./string-escapes.ts";
import { stringsError } from "./strings-error.ts";
import type { StringsEntry } from "./strings-entry.ts";
import { STRINGS_LIMITS } from "./strings-limits.ts";

/**
 * Entries of the plain form, `"key" = "value";`, as CoreFoundation's parser of old property lists has them (CFOldStylePList.c): quotes
 * of both kinds, bare words, comments, `"key";` for a value equal to its key, and braces around the whole. Where that parser stops
 * without a word (a stray sign after a semicolon, a comment that does not end) and loses the rest, this one throws.
 */
export function readStringsText(text: string): StringsEntry[] {
  const scanner = new StringsScanner(text);
  const entries: StringsEntry[] = [];
  const braced = scanner.takeToken("{");
  while (!scanner.atEnd() && !scanner.peekToken("}")) {
    if (entries.length === STRINGS_LIMITS.entries) throw scanner.error(`it has more than ${STRINGS_LIMITS.entries} entries`);
    const line = scanner.line();
    const key = scanner.readText("a key");
    const value = scanner.takeToken("=") ? scanner.readText("a value") : key;
    if (!scanner.takeToken(";")) {
      throw scanner.error("a semicolon is missing after an entry, or a quote inside a text has no backslash");
    }
    entries.push({ key, value, line });
  }
  if (braced && !scanner.takeToken("}")) throw scanner.error("the closing brace is missing");
  if (!scanner.atEnd()) throw scanner.error("something stands where a key should be");
  return entries;
}

const BLANK = /[\t-\r \u2028\u2029]/;
const BARE_WORD = /[\w$/:.-]+/y;
const LINE_END = /[\n\r\u2028\u2029]/g;

class StringsScanner {
  readonly #text: string;
  readonly #lines: LineCounter;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineCounter(text);
  }

  atEnd(): boolean {
    this.#skipBlank();
    return this.#at >= this.#text.length;
  }

  peekToken(letter: string): boolean {
    this.#skipBlank();
    return this.#text[this.#at] === letter;
  }

  takeToken(letter: string): boolean {
    const found = this.peekToken(letter);
    if (found) this.#at += 1;
    return found;
  }

  readText(what: string): string {
    this.#skipBlank();
    const letter = this.#text[this.#at];
    if (letter === '"' || letter === "'") return this.#readQuoted(letter);
    BARE_WORD.lastIndex = this.#at;
    const word = BARE_WORD.exec(this.#text)?.[0];
    if (word === undefined) throw this.error(`${what} is missing or is not a text`);
    this.#at += word.length;
    return word;
  }

  line(): number {
    return this.#lines.lineAt(this.#at);
  }

  error(reason: string): Error {
    return stringsError(reason, this.line());
  }

  #readQuoted(quote: string): string {
    const text = this.#text;
    let value = "";
    let at = this.#at + 1;
    let copied = at;
    while (at < text.length && text[at] !== quote) {
      if (text[at] !== "\\") {
        at += 1;
        continue;
      }
      const escape = readEscape(text, at + 1);
      value += text.slice(copied, at) + escape.value;
      at = escape.next;
      copied = at;
    }
    if (at >= text.length) throw this.error("a text begins that is not closed");
    this.#at = at + 1;
    return value + text.slice(copied, at);
  }

  /** Blanks and comments. */
  #skipBlank(): void {
    const text = this.#text;
    for (;;) {
      if (BLANK.test(text[this.#at] ?? "")) this.#at += 1;
      else if (text.startsWith("//", this.#at)) this.#at = this.#endOfLine();
      else if (text.startsWith("/*", this.#at)) this.#at = this.#endOfComment();
      else return;
    }
  }

  #endOfLine(): number {
    LINE_END.lastIndex = this.#at;
    return LINE_END.exec(this.#text)?.index ?? this.#text.length;
  }

  #endOfComment(): number {
    const end = this.#text.indexOf("*/", this.#at + 2);
    if (end === -1) throw this.error("a comment begins that is not closed");
    return end + 2;
  }
}
