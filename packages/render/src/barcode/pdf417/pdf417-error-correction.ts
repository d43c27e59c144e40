/** Arithmetic is modulo this prime: ISO/IEC 15438:2015, 5.10. */
const MODULUS = 929;
/** A generator of its multiplicative group. */
const ROOT = 3;

/** The check codewords of a symbol: the complement of the remainder by the product of (x − 3^i), i from 1 (5.10 and annex F). */
export function pdf417Check(codewords: readonly number[], count: number): readonly number[] {
  const generator = generatorOf(count);
  const remainder = Array.from({ length: count }, () => 0);
  for (const codeword of codewords) {
    const factor = (codeword + (remainder.shift() ?? 0)) % MODULUS;
    remainder.push(0);
    for (const [at, coefficient] of generator.entries()) {
      remainder[at] = ((remainder[at] ?? 0) + factor * (MODULUS - coefficient)) % MODULUS;
    }
  }
  return remainder.map((value) => (MODULUS - value) % MODULUS);
}

/** Coefficients below the leading 1, highest first. */
function generatorOf(count: number): readonly number[] {
  let generator = [1];
  let root = 1;
  for (let exponent = 1; exponent <= count; exponent += 1) {
    root = (root * ROOT) % MODULUS;
    // Times (x − root).
    generator = [...generator, 0].map((coefficient, at) => {
      const below = (generator[at - 1] ?? 0) * root;
      return (coefficient + MODULUS - (below % MODULUS)) % MODULUS;
    });
  }
  return generator.slice(1);
}
