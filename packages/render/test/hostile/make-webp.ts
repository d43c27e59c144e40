/** Bits into bytes, the first bit lowest, as lossless WebP has them (RFC 9649, section 3.1). */
class Bits {
  readonly bytes: number[] = [];
  #used = 8;

  write(value: number, count: number): void {
    for (let bit = 0; bit < count; bit += 1) {
      if (this.#used === 8) {
        this.bytes.push(0);
        this.#used = 0;
      }
      const last = this.bytes.length - 1;
      this.bytes[last] = (this.bytes[last] ?? 0) | (((value >> bit) & 1) << this.#used);
      this.#used += 1;
    }
  }

  /** A code of one symbol, which takes no bits in the data (section 3.7.2.1.1). */
  simpleCode(symbol: number): void {
    this.write(1, 1);
    this.write(0, 1);
    this.write(1, 1);
    this.write(symbol, 8);
  }
}

/** An image stream with this many groups of prefix codes: `groups − 1` stands in its entropy image. */
function writeStream(bits: Bits, groups: number): void {
  bits.write(0, 1);
  // A colour cache of eleven bits makes each group as large as it can be.
  bits.write(1, 1);
  bits.write(11, 4);
  bits.write(1, 1);
  bits.write(0, 3);
  const last = groups - 1;
  bits.write(0, 1);
  // Green and red hold the number; every block has the last group, so that no bits follow.
  bits.simpleCode(last & 255);
  bits.simpleCode(last >> 8);
  for (let rest = 0; rest < 3; rest += 1) bits.simpleCode(0);
  for (let code = 0; code < groups * 5; code += 1) bits.simpleCode(0);
}

function chunk(type: string, data: readonly number[]): number[] {
  const length = [data.length & 255, (data.length >> 8) & 255, (data.length >> 16) & 255, 0];
  return [...Array.from(type, (letter) => letter.charCodeAt(0)), ...length, ...data, ...(data.length % 2 === 1 ? [0] : [])];
}

function riff(chunks: readonly number[]): Uint8Array {
  const body = [...Array.from("WEBP", (letter) => letter.charCodeAt(0)), ...chunks];
  return Uint8Array.from(chunk("RIFF", body));
}

/** A lossless WebP of `size` × `size` pixels, all alike, that asks for so many groups of prefix codes. */
export function losslessWebp(size: number, groups: number): Uint8Array {
  const bits = new Bits();
  bits.write(0x2f, 8);
  bits.write(size - 1, 14);
  bits.write(size - 1, 14);
  bits.write(1, 1);
  bits.write(0, 3);
  writeStream(bits, groups);
  bits.write(0, 32);
  return riff(chunk("VP8L", bits.bytes));
}

/** A lossy WebP whose transparency, which is a lossless stream, asks for so many groups. Its colours are cut off. */
export function lossyWebpWithAlpha(size: number, groups: number): Uint8Array {
  const bits = new Bits();
  bits.write(1, 8);
  writeStream(bits, groups);
  bits.write(0, 32);
  const edge = [(size - 1) & 255, (size - 1) >> 8, 0];
  const frame = [
    0x50,
    0,
    0,
    0x9d,
    0x01,
    0x2a,
    size & 255,
    size >> 8,
    size & 255,
    size >> 8,
    ...Array.from({ length: 64 }, () => 0),
  ];
  return riff([...chunk("VP8X", [0x10, 0, 0, 0, ...edge, ...edge]), ...chunk("ALPH", bits.bytes), ...chunk("VP8 ", frame)]);
}
