/** Digits in codewords: each group, with a 1 before it, as a number to base 900 (ISO/IEC 15438:2015, 5.4.4). */
export function numericCodewords(digits: Uint8Array, groupLength: number): readonly number[] {
  const codewords: number[] = [];
  for (let at = 0; at < digits.length; at += groupLength) {
    const group = String.fromCharCode(...digits.subarray(at, at + groupLength));
    codewords.push(...toBase900(BigInt(`1${group}`)));
  }
  return codewords;
}

/** Bytes in codewords: six make five, to base 900; what is left over stays as it is (5.4.3). */
export function byteCodewords(bytes: Uint8Array): readonly number[] {
  const codewords: number[] = [];
  const whole = bytes.length - (bytes.length % 6);
  for (let at = 0; at < whole; at += 6) {
    const number = bytes.subarray(at, at + 6).reduce<bigint>((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const five = toBase900(number);
    codewords.push(...Array.from({ length: 5 - five.length }, () => 0), ...five);
  }
  return [...codewords, ...bytes.subarray(whole)];
}

function toBase900(number: bigint): readonly number[] {
  const digits: number[] = [];
  for (let rest = number; rest > 0n; rest /= 900n) digits.unshift(Number(rest % 900n));
  return digits;
}
