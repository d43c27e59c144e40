/** A stretch of bytes, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What of a representation is asked for. */
export type RangeWish =
  /** All of it: no range is asked for, or none that has to be understood. */
  | { readonly kind: "whole" }
  | { readonly kind: "parts"; readonly parts: readonly ByteRange[] }
  | { readonly kind: "unsatisfiable" };

/** More ranges than anyone needs would make an answer many times the size of the file: then it is sent once (RFC 9110 §14.2). */
const MOST_PARTS = 5;
const LONGEST = 200;

const WHOLE: RangeWish = { kind: "whole" };

/**
 * Reads a `Range` header (RFC 9110 §14.2). What is malformed, of another unit, overlapping or too much is passed over, as the
 * standard allows: the whole answer is right as well. Only a well-formed range beyond the end is refused.
 *
 * @param size bytes of the representation.
 *
 * @example
 * ```ts
 * readRange("bytes=0-99", 1000); // { kind: "parts", parts: [{ first: 0, last: 99 }] }
 * ```
 */
export function readRange(header: string | undefined, size: number): RangeWish {
  const list = /^bytes=(.*)$/iu.exec(header ?? "")?.[1];
  if (list === undefined || list.length > LONGEST) return WHOLE;
  const specs = list.split(",").map((spec) => spec.trim());
  const asked = specs.filter((spec) => spec !== "");
  if (asked.length === 0) return WHOLE;
  const parts: ByteRange[] = [];
  for (const spec of asked) {
    const [, from = "", to = ""] = /^(\d{0,15})-(\d{0,15})$/u.exec(spec) ?? [];
    if (from === "" && to === "") return WHOLE;
    if (from !== "" && to !== "" && Number(to) < Number(from)) return WHOLE;
    const range = toRange(from, to, size);
    if (range !== null) parts.push(range);
  }
  if (parts.length === 0) return { kind: "unsatisfiable" };
  return parts.length > MOST_PARTS || overlap(parts) ? WHOLE : { kind: "parts", parts };
}

/** Null for a range that holds nothing of the representation. */
function toRange(from: string, to: string, size: number): ByteRange | null {
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? null : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  return first >= size ? null : { first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}

function overlap(parts: readonly ByteRange[]): boolean {
  const sorted = parts.toSorted((one, two) => one.first - two.first);
  return sorted.some(({ first }, index) => index > 0 && first <= (sorted[index - 1]?.last ?? -1));
}

/** The bytes of a range, cut out of chunks without copying. */
export function cutRange(chunks: readonly Uint8Array[], { first, last }: ByteRange): readonly Uint8Array[] {
  const cut: Uint8Array[] = [];
  let at = 0;
  for (const chunk of chunks) {
    const from = Math.max(0, first - at);
    const to = Math.min(chunk.length, last + 1 - at);
    if (from < to) cut.push(chunk.subarray(from, to));
    at += chunk.length;
  }
  return cut;
}
