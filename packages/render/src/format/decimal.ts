/** A number as people write it, without an exponent. */
export interface DecimalDigits {
  readonly isNegative: boolean;
  /** Without leading zeros; `0` at least. */
  readonly whole: string;
  /** Without trailing zeros; may be empty. */
  readonly fraction: string;
}

/** The shortest digits that mean this number (ECMA-262, Number::toString), which is also what ICU rounds. */
export function decimalDigits(value: number | bigint): DecimalDigits {
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/u.exec(String(value)) ?? [];
  return movePoint({ isNegative: sign === "-", whole, fraction }, Number(exponent));
}

/** The number times a power of ten. */
export function movePoint({ isNegative, whole, fraction }: DecimalDigits, places: number): DecimalDigits {
  const digits = whole + fraction;
  const point = whole.length + places;
  const left = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const right = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return { isNegative, whole: left.replace(/^0+(?=\d)/u, ""), fraction: right.replace(/0+$/u, "") };
}

/** At most so many fraction digits; what lies in the middle goes to the even neighbour, the default of Foundation and of ICU. */
export function roundDecimal(decimal: DecimalDigits, places: number): DecimalDigits {
  const { isNegative, whole, fraction } = decimal;
  if (fraction.length <= places) return decimal;
  const kept = BigInt(whole + fraction.slice(0, places));
  const rest = fraction.slice(places);
  const isMiddle = /^50*$/u.test(rest);
  const isUp = isMiddle ? kept % 2n === 1n : rest >= "5";
  const digits = String(isUp ? kept + 1n : kept).padStart(places + 1, "0");
  const split = digits.length - places;
  return { isNegative, whole: digits.slice(0, split), fraction: digits.slice(split).replace(/0+$/u, "") };
}
