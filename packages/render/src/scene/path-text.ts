/** A command of a path, or the space between two numbers. */
export type PathSign = "M" | "L" | "Q" | "C" | "Z" | " ";

/** Numbers beyond this are spelt by the engine, in as many digits as they have. */
const LARGEST = 1e9;
const ZERO = 0x30;
/** Room for a sign, ten digits, a point and three digits. */
const LONGEST = 16;

/**
 * Writes path data, as bytes that become a text at once. An engine keeps the spelling of each number that it turns into a
 * text, and pieces of a face are some thousand numbers each: they would crowd its memory long after the drawing is done.
 */
export class PathText {
  #bytes = new Uint8Array(1024);
  #at = 0;

  sign(sign: PathSign): void {
    this.#reserve(1);
    this.#bytes[this.#at] = sign.charCodeAt(0);
    this.#at += 1;
  }

  /** A number rounded to 2 or 3 decimals, without zeros at its end: as `String(Math.round(value * 100) / 100)` does. */
  number(value: number, decimals: 2 | 3): void {
    const scale = decimals === 2 ? 100 : 1000;
    const units = Math.round(value * scale);
    if (!(Math.abs(units) < LARGEST)) {
      this.#letters(String(units / scale));
      return;
    }
    this.#reserve(LONGEST);
    if (units < 0) {
      this.#bytes[this.#at] = 0x2d;
      this.#at += 1;
    }
    const size = Math.abs(units);
    const whole = Math.floor(size / scale);
    let places = 1;
    for (let power = 10; power <= whole; power *= 10) places += 1;
    this.#digits(whole, places);
    let rest = size - whole * scale;
    if (rest === 0) return;
    let count: number = decimals;
    for (; rest % 10 === 0; rest /= 10) count -= 1;
    this.#bytes[this.#at] = 0x2e;
    this.#at += 1;
    this.#digits(rest, count);
  }

  toString(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#at));
  }

  #digits(value: number, count: number): void {
    let rest = value;
    for (let at = this.#at + count - 1; at >= this.#at; at -= 1) {
      this.#bytes[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#at += count;
  }

  #letters(text: string): void {
    this.#reserve(text.length);
    for (let index = 0; index < text.length; index += 1) this.#bytes[this.#at + index] = text.charCodeAt(index);
    this.#at += text.length;
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const larger = new Uint8Array((this.#at + count) * 2);
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}
