import type { StringsEntry } from "./strings-entry.ts";
import { stringsError } from "./strings-error.ts";
import { STRINGS_LIMITS } from "./strings-limits.ts";

const MAGIC = "bplist00";
const TRAILER_BYTES = 32;

/** Kinds of objects, in the upper half of their first byte (CFBinaryPList.c). */
const INTEGER = 0x1;
const ASCII_TEXT = 0x5;
const UTF16_TEXT = 0x6;
const DICTIONARY = 0xd;
/** In the lower half: the length follows as an integer object. */
const LENGTH_FOLLOWS = 0xf;

export function isPropertyListBinary(bytes: Uint8Array): boolean {
  return Array.from(MAGIC, (letter) => letter.charCodeAt(0)).every((byte, index) => bytes[index] === byte);
}

/**
 * Entries of a binary property list whose top is a dictionary of strings, which is what Xcode makes of a `.strings` file (CFBinaryPList.c
 * has the format). Only the top and the texts it points to are read: there is no depth that a hostile file could use.
 */
export function readPropertyListBinary(bytes: Uint8Array): StringsEntry[] {
  const reader = new BinaryReader(bytes);
  const top = reader.readHead(reader.top());
  if (top.kind !== DICTIONARY) throw broken("its top is not a dictionary");
  if (top.length > STRINGS_LIMITS.entries) throw broken(`it has more than ${STRINGS_LIMITS.entries} entries`);
  return Array.from({ length: top.length }, (_, index) => ({
    key: reader.readText(reader.reference(top.start, index)),
    value: reader.readText(reader.reference(top.start, top.length + index)),
    line: null,
  }));
}

interface Head {
  readonly kind: number;
  readonly length: number;
  /** Where the content begins. */
  readonly start: number;
}

class BinaryReader {
  readonly #bytes: Uint8Array;
  /** End of the objects: the trailer holds none. */
  readonly #end: number;
  readonly #offsetBytes: number;
  readonly #referenceBytes: number;
  readonly #objects: number;
  readonly #top: number;
  readonly #table: number;
  /** Letters that may still be read: many references to one long text must not multiply it. */
  #budget: number = STRINGS_LIMITS.bytes;

  constructor(bytes: Uint8Array) {
    if (bytes.length < MAGIC.length + TRAILER_BYTES) throw broken("it is cut off");
    const trailer = bytes.length - TRAILER_BYTES;
    this.#bytes = bytes;
    this.#end = trailer;
    this.#offsetBytes = this.#number(trailer + 6, 1, bytes.length);
    this.#referenceBytes = this.#number(trailer + 7, 1, bytes.length);
    this.#objects = this.#number(trailer + 8, 8, bytes.length);
    this.#top = this.#number(trailer + 16, 8, bytes.length);
    this.#table = this.#number(trailer + 24, 8, bytes.length);
    if (![this.#offsetBytes, this.#referenceBytes].every((width) => width >= 1 && width <= 8))
      throw broken("its trailer is damaged");
  }

  top(): number {
    return this.#offsetOf(this.#top);
  }

  /** Where the object is that the `index`th reference of a dictionary points to. */
  reference(start: number, index: number): number {
    return this.#offsetOf(this.#number(start + index * this.#referenceBytes, this.#referenceBytes));
  }

  readHead(at: number): Head {
    const marker = this.#number(at, 1);
    const kind = marker >> 4;
    const short = marker & 0x0f;
    if (short !== LENGTH_FOLLOWS) return { kind, length: short, start: at + 1 };
    const integer = this.#number(at + 1, 1);
    const width = 2 ** (integer & 0x0f);
    if (integer >> 4 !== INTEGER || width > 8) throw broken("a length in it is damaged");
    return { kind, length: this.#number(at + 2, width), start: at + 2 + width };
  }

  readText(at: number): string {
    const { kind, length, start } = this.readHead(at);
    const width = kind === ASCII_TEXT ? 1 : kind === UTF16_TEXT ? 2 : null;
    if (width === null) throw broken("a key or a value in it is not a text");
    if (start + length * width > this.#end) throw broken("a text in it is cut off");
    this.#budget -= length;
    if (this.#budget < 0) throw broken(`it has texts of more than ${STRINGS_LIMITS.bytes} letters`);
    let text = "";
    for (let index = 0; index < length; index++) text += String.fromCharCode(this.#number(start + index * width, width));
    if (!text.isWellFormed()) throw broken("a text in it has half a surrogate pair");
    return text;
  }

  #offsetOf(object: number): number {
    if (object >= this.#objects) throw broken("a reference in it leads nowhere");
    return this.#number(this.#table + object * this.#offsetBytes, this.#offsetBytes);
  }

  /** A big-endian number; one that JavaScript cannot hold exactly lies outside of any file. */
  #number(at: number, width: number, end = this.#end): number {
    if (at + width > end) throw broken("it is cut off or points outside");
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (this.#bytes[at + index] ?? 0);
    return value;
  }
}

function broken(reason: string): Error {
  return stringsError(`it is a binary property list, and ${reason}`, null);
}
