import { release } from "../picture/release.ts";
import type { GlyphOutline } from "../text/font-face.ts";
import { base64Length, writeBase64 } from "./base64.ts";

/** Numbers beyond this are spelt by the engine, in as many digits as they have. */
const LARGEST = 1e9;
const ZERO = 0x30;
/** Coordinates of each command. */
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };
/** Room for a sign, ten digits, a point and three digits. */
const LONGEST = 16;

/**
 * Writes a text of many pieces, nearly all of them ASCII, as bytes in memory of its own that become a text at once. An engine keeps
 * the spelling of each number that it turns into a text, and every piece of a text until all is put together: a face is some ten
 * thousand numbers and a hundred pieces, which crowd its young memory and are copied from there to where things grow old.
 */
export class ByteText {
  /** What was written before something that is not ASCII, and that. Engines link texts and copy them when someone reads. */
  #done = "";
  #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  /** @param room About as many bytes as will be written: less costs time, more costs nothing that is touched. */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(room);
  }

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
    if (Math.abs(units) < LARGEST) this.#units(units | 0, scale, decimals);
    else this.text(String(units / scale));
  }

  /** An outline as path data to 2 decimals, its origin at `left`, `base`, y turned down. Here, for a run is some hundred numbers. */
  outline({ commands, coordinates }: GlyphOutline, left: number, base: number, scale: number): void {
    let at = 0;
    for (const command of commands) {
      const end = at + (ARGUMENTS[command] ?? 0);
      this.sign(command);
      for (let place = at; place < end; place += 1) {
        if (place > at) this.sign(" ");
        const part = (coordinates[place] ?? 0) * scale;
        const value = (place - at) % 2 === 0 ? left + part : base - part;
        const units = Math.round(value * 100);
        if (Math.abs(units) < LARGEST) this.#units(units | 0, 100, 2);
        else this.number(value, 2);
      }
      at = end;
    }
  }

  /** Apart from what rounds them: engines put a fraction that is handed over into memory of its own, whole numbers not. */
  #units(units: number, scale: number, decimals: number): void {
    this.#reserve(LONGEST);
    const bytes = this.#bytes;
    let at = this.#at;
    let size = units;
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
      let count = decimals;
      for (; rest % 10 === 0; rest = (rest / 10) | 0) count -= 1;
      bytes[at] = 0x2e;
      at = writeDigits(bytes, at + 1, rest, count);
    }
    this.#at = at;
  }

  /** Any text; a surrogate without its other half becomes U+FFFD. */
  text(text: string): void {
    this.#reserve(text.length);
    const { read, written } = new TextEncoder().encodeInto(text, this.#bytes.subarray(this.#at, this.#at + text.length));
    if (read === text.length && written === text.length) {
      this.#at += written;
      return;
    }
    // Stays apart: with one letter beyond Latin among them, half a megabyte of Base64 would take two bytes for each of its own.
    this.#flush();
    this.#done += text.toWellFormed();
  }

  /** Bytes as Base64. */
  base64(bytes: Uint8Array): void {
    this.#reserve(base64Length(bytes));
    this.#at = writeBase64(bytes, this.#bytes, this.#at);
  }

  /** What was written. Gives the memory back. */
  finish(): string {
    this.#flush();
    release(this.#bytes);
    return this.#done;
  }

  #flush(): void {
    this.#done += new TextDecoder().decode(this.#bytes.subarray(0, this.#at));
    this.#at = 0;
  }

  #reserve(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const larger = new Uint8Array((this.#at + count) * 2);
    larger.set(this.#bytes.subarray(0, this.#at));
    release(this.#bytes);
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
