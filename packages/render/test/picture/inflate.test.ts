import { expect, test } from "vitest";
import { deflated } from "./deflated.ts";
import { inflate } from "../../src/picture/png-format/inflate.ts";
import { fastestRun } from "../../../pass/test/support/fastest-run.ts";

/** Far above what any of this takes when its bound holds, far below what it takes without. */
const BOUND = 2000;

/** Bits, each number with its lowest bit first, as bytes. */
function packBits(numbers: readonly (readonly [value: number, count: number])[]): Uint8Array {
  const bits = numbers.flatMap(([value, count]) => Array.from({ length: count }, (_, bit) => (value >> bit) & 1));
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
  return bytes;
}

/** A block with tables of its own (RFC 1951, section 3.2.7): the code 0 is the literal 0, the code 1 ends the block. */
const TABLES: readonly (readonly [number, number])[] = [
  [0, 1],
  [2, 2],
  [0, 5],
  [0, 5],
  [14, 4],
  // Lengths of 18, 0 and 1: two, two and one bits, which makes 1 → 0, 0 → 10, 18 → 11 with the first bit first.
  ...[0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1].map((length) => [length, 3] as const),
  // Literal 0, no literals 1 to 255 (138 and 117 zeros), the end of the block, one distance.
  [0, 1],
  [3, 2],
  [127, 7],
  [3, 2],
  [106, 7],
  [0, 1],
  [0, 1],
];

test("a block with tables of its own is read", () => {
  const output = new Uint8Array(3).fill(9);
  expect(inflate(packBits([...TABLES, [0, 3]]), output)).toEqual({ written: 3, fault: null });
  expect(output).toEqual(new Uint8Array(3));
});

test("compressed data that is all Huffman tables ends at a bound", () => {
  const blocks = Array.from({ length: 6000 }, () => [...TABLES, [1, 1] as const]).flat();
  expect(inflate(packBits(blocks), new Uint8Array(8))).toEqual({ written: 0, fault: "the compressed data is all tables" });
});

test("data that ends within a block is cut off, though zeros after it could be read for ever", () => {
  const { written, fault } = inflate(packBits(TABLES), new Uint8Array(1000));
  expect(fault).toBe("the compressed data is cut off");
  expect(written).toBeLessThan(100);
});

test("nothing is written beyond the output, be it literals, copies or stored bytes", () => {
  const literals = Uint8Array.from({ length: 200 }, (_, at) => (at * at * 7) >> 3);
  expect(inflate(deflated(literals), new Uint8Array(50))).toEqual({ written: 50, fault: null });
  expect(inflate(deflated(new Uint8Array(1000)), new Uint8Array(50))).toEqual({ written: 50, fault: null });
  expect(inflate(Uint8Array.of(1, 5, 0, 250, 255, 1, 2, 3, 4, 5), new Uint8Array(3))).toEqual({ written: 3, fault: null });
});

test("a copy from before the beginning is damage", () => {
  // A fixed block whose first symbol is a copy of three bytes at distance one.
  expect(inflate(Uint8Array.of(0x03, 0x02, 0, 0), new Uint8Array(10))).toEqual({
    written: 0,
    fault: "the compressed data is damaged",
  });
});

test("a bomb is unpacked as far as the picture goes and no further", () => {
  const bomb = deflated(new Uint8Array(8_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const output = new Uint8Array(1000);
  expect(fastestRun(BOUND, () => inflate(bomb, output))).toBeLessThan(BOUND);
  expect(inflate(bomb, output)).toEqual({ written: 1000, fault: null });
});

test.each([
  ["a block of the kind that is not defined", [0x07]],
  ["a stored block whose length is not confirmed", [1, 5, 0, 0, 0, 1, 2, 3, 4, 5]],
  ["tables with more symbols than there are", [0xfd, 0xff, 0xff]],
])("%s is damage", (_name, bytes) => {
  expect(inflate(Uint8Array.from(bytes), new Uint8Array(10)).fault).toBe("the compressed data is damaged");
});

test("a stored block that ends early gives what is there", () => {
  const output = new Uint8Array(10);
  expect(inflate(Uint8Array.of(1, 5, 0, 250, 255, 7, 8), output)).toEqual({ written: 2, fault: "the compressed data is cut off" });
  expect(Array.from(output.subarray(0, 3))).toEqual([7, 8, 0]);
});
