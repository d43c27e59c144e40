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

  /** A command, or the space between two numbers: one character of ASCII. */
  sign(sign: string): void {
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
    const bytes = this.#bytes;
    let at = this.#at;
    let size = units | 0;
    if (size < 0) {
      size = -size;
      bytes[at] = 0x2d;
      at += 1;
    }
    const whole = (size / scale) | 0;
    let places = 1;
    for (let power = 10; power <= whole; power *= 10) places += 1;
    at = writeDigits(bytes, at, whole, places);
    let rest = (size - whole * scale) | 0;
    if (rest > 0) {
      let count: number = decimals;
      for (; rest % 10 === 0; rest = (rest / 10) | 0) count -= 1;
      bytes[at] = 0x2e;
      at = writeDigits(bytes, at + 1, rest, count);
    }
    this.#at = at;
  }

  toString(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#at));
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

/** Whole numbers of 31 bits, which engines divide without fractions. @returns where the digits end. */
function writeDigits(bytes: Uint8Array, from: number, value: number, count: number): number {
  let rest = value;
  for (let at = from + count - 1; at >= from; at -= 1) {
    const next = (rest / 10) | 0;
    bytes[at] = ZERO + rest - next * 10;
    rest = next;
  }
  return from + count;
}
