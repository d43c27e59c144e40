/** An element with its attributes and what is inside, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const NAME = /[A-Za-z_:][\w:.-]*/uy;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads a file of XML 1.0 (production numbers of its fifth edition) that is one element and white space, or throws with the
 * place. It knows no comments, no document types, no CDATA and no processing instructions: our pictures have none, and so
 * whatever slips one in is found.
 */
export function parseStrictXml(text: string): XmlElement {
  // oxlint-disable-next-line no-control-regex -- production 2: what no document may hold
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(text);
  if (forbidden !== null) throw new Error(`a character that XML forbids at ${forbidden.index}`);
  const reader = new Reader(text);
  const root = reader.element();
  reader.end();
  return root;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  element(): XmlElement {
    this.#expect("<");
    const name = this.#name();
    const attributes = new Map<string, string>();
    while (this.#spaces() && !this.#isNext("/") && !this.#isNext(">")) {
      const attribute = this.#name();
      this.#expect('="');
      // Production 10: no "<" in a value.
      const value = this.#until(/["<]/gu);
      this.#expect('"');
      // Section 3.1: no attribute twice.
      if (attributes.has(attribute)) this.#fail(`a second ${attribute}`);
      attributes.set(attribute, this.#decode(value));
    }
    if (this.#isNext("/")) {
      this.#expect("/>");
      return { name, attributes, children: [] };
    }
    this.#expect(">");
    const children: (XmlElement | string)[] = [];
    while (!this.#isNext("</")) {
      if (this.#isNext("<")) children.push(this.element());
      else {
        const raw = this.#until(/</gu);
        // Production 14.
        if (raw.includes("]]>")) this.#fail("]]> in a text");
        children.push(this.#decode(raw));
      }
    }
    this.#expect(`</${name}>`);
    return { name, attributes, children };
  }

  end(): void {
    this.#spaces();
    if (this.#at < this.#text.length) this.#fail("something behind the document");
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const found = NAME.exec(this.#text)?.[0];
    if (found === undefined) return this.#fail("no name");
    this.#at += found.length;
    return found;
  }

  #spaces(): boolean {
    while (/[ \t\r\n]/u.test(this.#text[this.#at] ?? "")) this.#at += 1;
    return true;
  }

  #isNext(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  #expect(mark: string): void {
    if (!this.#isNext(mark)) this.#fail(`no ${mark}`);
    this.#at += mark.length;
  }

  #until(stop: RegExp): string {
    stop.lastIndex = this.#at;
    const found = stop.exec(this.#text);
    if (found === null) return this.#fail("the end");
    const part = this.#text.slice(this.#at, found.index);
    this.#at = found.index;
    return part;
  }

  /** Production 68: every "&" begins a reference, and each is known. */
  #decode(raw: string): string {
    return raw.replaceAll(/&(?:#(\d+);|(\w+);)?/gu, (_whole, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Number(code));
      return ENTITIES[name ?? ""] ?? this.#fail("a reference to nothing");
    });
  }

  #fail(what: string): never {
    throw new Error(`${what} at ${this.#at}: ${this.#text.slice(this.#at, this.#at + 40)}`);
  }
}
