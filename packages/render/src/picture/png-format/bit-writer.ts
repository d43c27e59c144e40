import { release } from "../release.ts";

/** Bits into bytes, the first bit lowest (RFC 1951, section 3.1.1). */
export class BitWriter {
  #bytes: Uint8Array;
  #at = 0;
  #hold = 0;
  #bits = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Makes room for so many bytes more; `write` does not look. */
  reserve(bytes: number): void {
    if (this.#at + bytes + 4 <= this.#bytes.length) return;
    const larger = new Uint8Array((this.#at + bytes + 4) * 2);
    larger.set(this.#bytes.subarray(0, this.#at));
    release(this.#bytes);
    this.#bytes = larger;
  }

  /** Up to 16 bits. */
  write(value: number, count: number): void {
    this.#hold |= value << this.#bits;
    this.#bits += count;
    if (this.#bits < 16) return;
    this.#bytes[this.#at] = this.#hold;
    this.#bytes[this.#at + 1] = this.#hold >>> 8;
    this.#at += 2;
    this.#hold >>>= 16;
    this.#bits -= 16;
  }

  /** Fills the last byte with zeros and adds whole bytes behind it. */
  append(bytes: Uint8Array): void {
    this.#flush();
    this.reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** What was written, the last byte filled with zeros: a view of the writer's own memory, which is not written to any more. */
  finish(): Uint8Array {
    this.#flush();
    return this.#bytes.subarray(0, this.#at);
  }

  #flush(): void {
    this.reserve(2);
    for (; this.#bits > 0; this.#bits -= 8) {
      this.#bytes[this.#at] = this.#hold;
      this.#at += 1;
      this.#hold >>>= 8;
    }
    this.#bits = 0;
    this.#hold = 0;
  }
}
