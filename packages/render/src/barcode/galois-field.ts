/** A finite field of 2^m elements, as tables of powers and logarithms of its generator 2. */
export interface GaloisField {
  readonly powers: Uint16Array;
  readonly logarithms: Uint16Array;
}

/** The field of a primitive polynomial, written as the bits of its coefficients: 0x11d is x⁸ + x⁴ + x³ + x² + 1. */
export function createGaloisField(polynomial: number): GaloisField {
  const size = 2 ** Math.floor(Math.log2(polynomial));
  const powers = new Uint16Array(size - 1);
  const logarithms = new Uint16Array(size);
  let value = 1;
  for (let exponent = 0; exponent < size - 1; exponent += 1) {
    powers[exponent] = value;
    logarithms[value] = exponent;
    value *= 2;
    if (value >= size) value ^= polynomial;
  }
  return { powers, logarithms };
}

/**
 * The check words of a Reed–Solomon code over 2^m: the remainder of the words by the product of (x − 2^i) over `count`
 * consecutive exponents.
 *
 * @param firstRoot the first of these exponents: 0 in QR (ISO/IEC 18004, annex A), 1 in Aztec (ISO/IEC 24778, annex B)
 */
export function reedSolomonCheck(
  field: GaloisField,
  words: Iterable<number>,
  { count, firstRoot }: { readonly count: number; readonly firstRoot: number },
): Uint16Array {
  const generator = reedSolomonGenerator(field, count, firstRoot);
  const remainder = new Uint16Array(count);
  for (const word of words) {
    const factor = word ^ (remainder[0] ?? 0);
    remainder.copyWithin(0, 1);
    remainder[count - 1] = 0;
    for (let at = 0; at < count; at += 1) remainder[at] = (remainder[at] ?? 0) ^ multiply(field, generator[at] ?? 0, factor);
  }
  return remainder;
}

/** Coefficients below the leading 1, highest first. */
function reedSolomonGenerator(field: GaloisField, count: number, firstRoot: number): Uint16Array {
  const generator = new Uint16Array(count);
  generator[count - 1] = 1;
  for (let exponent = firstRoot; exponent < firstRoot + count; exponent += 1) {
    const root = field.powers[exponent % field.powers.length] ?? 0;
    for (let at = 0; at < count; at += 1) {
      generator[at] = multiply(field, generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
    }
  }
  return generator;
}

function multiply({ powers, logarithms }: GaloisField, left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  return powers[((logarithms[left] ?? 0) + (logarithms[right] ?? 0)) % powers.length] ?? 0;
}
