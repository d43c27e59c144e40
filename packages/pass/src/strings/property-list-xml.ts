import { LineCounter } from "./line-counter.ts";
import type { StringsEntry } from "./strings-entry.ts";
import { stringsError } from "./strings-error.ts";
import { STRINGS_LIMITS } from "./strings-limits.ts";

/** Whether a text is a property list in XML rather than the plain form. */
export function isPropertyListXml(text: string): boolean {
  return /^\s*<(?:\?xml|!DOCTYPE\s+plist|!--|plist)/.test(text.slice(0, 1000));
}

/**
 * Entries of an XML property list whose top is a dictionary of strings (Property List DTD 1.0). Nothing is nested, so nothing recurses;
 * a document type with declarations of its own is refused (entities that expand without end, or fetch files).
 */
export function readPropertyListXml(text: string): StringsEntry[] {
  const scanner = new XmlScanner(text);
  const entries: StringsEntry[] = [];
  scanner.expectTag("plist");
  if (!scanner.takeEmptyTag("dict")) {
    scanner.expectTag("dict");
    while (!scanner.takeTag("/dict")) {
      if (entries.length === STRINGS_LIMITS.entries) throw scanner.error(`it has more than ${STRINGS_LIMITS.entries} entries`);
      const line = scanner.line();
      scanner.expectTag("key");
      const key = scanner.readContent("key");
      const empty = scanner.takeEmptyTag("string");
      if (!empty) scanner.expectTag("string");
      entries.push({ key, value: empty ? "" : scanner.readContent("string"), line });
    }
  }
  scanner.expectTag("/plist");
  scanner.expectEnd();
  return entries;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

class XmlScanner {
  readonly #text: string;
  readonly #lines: LineCounter;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineCounter(text);
  }

  takeTag(name: string): boolean {
    return this.#take(new RegExp(`<${name}(?:\\s[^<>]*)?>`, "y"), "/>");
  }

  takeEmptyTag(name: string): boolean {
    return this.#take(new RegExp(`<${name}\\s*/>`, "y"), null);
  }

  expectTag(name: string): void {
    if (!this.takeTag(name))
      throw this.error(`<${name}> is missing: a property list of texts has a dictionary of keys and strings only`);
  }

  expectEnd(): void {
    this.#skipMisc();
    if (this.#at < this.#text.length) throw this.error("something follows the property list");
  }

  /** Text up to the closing tag, with entities, CDATA sections and comments resolved. */
  readContent(name: string): string {
    let value = "";
    for (;;) {
      const end = this.#text.indexOf("<", this.#at);
      if (end === -1) throw this.error(`<${name}> is not closed`);
      value += this.#resolve(this.#text.slice(this.#at, end));
      this.#at = end;
      if (this.#text.startsWith("<![CDATA[", end)) value += this.#takeUntil("<![CDATA[", "]]>");
      else if (this.#text.startsWith("<!--", end)) this.#takeUntil("<!--", "-->");
      else if (this.takeTag(`/${name}`)) return value;
      else throw this.error(`<${name}> holds something other than text`);
    }
  }

  line(): number {
    this.#skipMisc();
    return this.#lines.lineAt(this.#at);
  }

  error(reason: string): Error {
    return stringsError(reason, this.#lines.lineAt(this.#at));
  }

  #take(pattern: RegExp, exceptEnd: string | null): boolean {
    this.#skipMisc();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined || (exceptEnd !== null && found.endsWith(exceptEnd))) return false;
    this.#at += found.length;
    return true;
  }

  /** Blanks, comments, the XML declaration and the document type. */
  #skipMisc(): void {
    for (;;) {
      while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at += 1;
      if (this.#text.startsWith("<!--", this.#at)) this.#takeUntil("<!--", "-->");
      else if (this.#text.startsWith("<?", this.#at)) this.#takeUntil("<?", "?>");
      else if (this.#text.startsWith("<!DOCTYPE", this.#at)) {
        if (this.#takeUntil("<!DOCTYPE", ">").includes("[")) throw this.error("its document type has declarations of its own");
      } else return;
    }
  }

  #takeUntil(opening: string, closing: string): string {
    const start = this.#at + opening.length;
    const end = this.#text.indexOf(closing, start);
    if (end === -1) throw this.error(`${opening} is not closed`);
    this.#at = end + closing.length;
    return this.#text.slice(start, end);
  }

  #resolve(content: string): string {
    return content.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
      const value = whole.endsWith(";") ? (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : fromReference(name)) : undefined;
      if (value === undefined) throw this.error(`the entity ${JSON.stringify(whole.slice(0, 20))} is unknown`);
      return value;
    });
  }
}

/** A letter by its number, `#65` or `#x41`; undefined for numbers that XML does not allow (XML 1.0 §2.2). */
function fromReference(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (!digits) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const allowed = code <= 0x10ffff && (code >= 0x20 || [0x09, 0x0a, 0x0d].includes(code)) && (code < 0xd800 || code > 0xdfff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
