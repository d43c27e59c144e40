/**
 * Values of PDF as they are written in the file (ISO 32000-1, 7.3). A value is its text: there is nothing to read back.
 */

/** A dictionary; entries that are undefined are left out. */
export function dict(entries: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : `/${key} ${typeof value === "number" ? num(value) : value}`,
  );
  return `<<${parts.join(" ")}>>`;
}

export function array(values: readonly (string | number)[]): string {
  return `[${values.map((value) => (typeof value === "number" ? num(value) : value)).join(" ")}]`;
}

/** A reference to an object. */
export function ref(id: number): string {
  return `${id} 0 R`;
}

/** Far beyond every page, and small enough for every reader (ISO 32000-1, annex C). */
const LARGEST = 32_767;

/** A number to the thousandth: of a point, that is finer than any printer. */
export function num(value: number): string {
  if (!Number.isFinite(value)) return "0";
  const rounded = Math.round(Math.max(-LARGEST, Math.min(LARGEST, value)) * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/** An integer that may be larger than a place on a page: lengths, counts. */
export function integer(value: number): string {
  return String(Math.trunc(value));
}

const PLAIN = /^[\u0020-\u007e]*$/u;

/** A text for people: ASCII as it is, all else in UTF-16 (7.9.2.2). */
export function textString(text: string): string {
  const formed = text.toWellFormed();
  if (PLAIN.test(formed)) return byteString(formed);
  return `<feff${utf16Hex(formed)}>`;
}

/** A string of ASCII. */
export function byteString(text: string): string {
  return `(${text.replaceAll(/[\\()]/gu, String.raw`\$&`)})`;
}

/** UTF-16 units, the high byte first. */
export function utf16Hex(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index += 1) hex += hex4(text.charCodeAt(index));
  return hex;
}

export function hex4(value: number): string {
  return value.toString(16).padStart(4, "0");
}
