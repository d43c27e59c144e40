/** The two-character escapes of JSON (RFC 8259 §7). */
export const SIMPLE_ESCAPES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/**
 * Control characters and spaces that strict JSON does not allow between tokens, but that editors, copied web pages and
 * padding leave there: C0 controls, no-break and other Unicode spaces, stray byte order marks.
 */
export function isOtherSpace(code: number): boolean {
  return (
    code < 0x20 ||
    code === 0x7f ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function skipDigits(text: string, offset: number): number {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** The end of the number at `start` (RFC 8259 §6), or null when it is written otherwise: `01`, `1.`, `-`, `1e`. */
export function scanNumber(text: string, start: number): number | null {
  let offset = text[start] === "-" ? start + 1 : start;
  const whole = offset;
  offset = skipDigits(text, offset);
  if (offset === whole || (offset > whole + 1 && text[whole] === "0")) return null;
  if (text[offset] === ".") {
    const fraction = offset + 1;
    offset = skipDigits(text, fraction);
    if (offset === fraction) return null;
  }
  if (text[offset] === "e" || text[offset] === "E") {
    offset++;
    if (text[offset] === "+" || text[offset] === "-") offset++;
    const exponent = offset;
    offset = skipDigits(text, exponent);
    if (offset === exponent) return null;
  }
  // A letter right behind (`12px`, `1_000`) makes it something else.
  return /[\w.+-]/u.test(text.charAt(offset)) ? null : offset;
}
