const LINE_BREAK = /\r\n|\r|\n/g;

/**
 * Lines of places that come in ascending order. It remembers where it has got to, so that a file asks for the line of each of its
 * entries at the cost of one walk; counting from the start each time would let a hostile file make it quadratic.
 */
export class LineCounter {
  readonly #text: string;
  #line = 1;
  #nextBreak = 0;
  #nextLine = 0;

  constructor(text: string) {
    this.#text = text;
    this.#findBreak();
  }

  /** 1-based. */
  lineAt(at: number): number {
    while (this.#nextBreak < at) {
      this.#line += 1;
      this.#findBreak();
    }
    return this.#line;
  }

  #findBreak(): void {
    LINE_BREAK.lastIndex = this.#nextLine;
    const found = LINE_BREAK.exec(this.#text);
    this.#nextBreak = found?.index ?? Number.POSITIVE_INFINITY;
    this.#nextLine = found === null ? this.#text.length : LINE_BREAK.lastIndex;
  }
}
