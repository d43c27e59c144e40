/**
 * Escapes of old property lists, as CoreFoundation reads them (CFOldStylePList.c): C's letters, `\U` with up to four hex digits, up
 * to three octal digits in the NEXTSTEP encoding; before anything else the backslash just falls away. `\u` with four hex digits,
 * which many tools write, is read like `\U`.
 */
const LETTERS: Readonly<Record<string, string>> = { a: "\u0007", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** The NEXTSTEP encoding from 0x80 on (Unicode, VENDORS/NEXT/NEXTSTEP.TXT); the last two are not assigned. */
const NEXTSTEP =
  "\u00a0ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖÙÚÛÜÝÞµ×÷©¡¢£⁄¥ƒ§¤’“«‹›ﬁﬂ®–†‡·¦¶•‚„”»…‰¬¿" +
  "¹ˋ´ˆ˜¯˘˙¨²˚¸³˝˛ˇ—±¼½¾àáâãäåçèéêëìÆíªîïðñŁØŒºòóôõöæùúûıüýłøœßþÿ\ufffd\ufffd";

/** What the escape right behind a backslash at `at` stands for, and where the text goes on. */
export function readEscape(text: string, at: number): { readonly value: string; readonly next: number } {
  const octal = matchAt(/[0-7]{1,3}/y, text, at);
  if (octal !== null) return { value: fromNextstep(Number.parseInt(octal, 8) & 0xff), next: at + octal.length };
  const unicode = matchAt(/U[0-9a-fA-F]{1,4}|u[0-9a-fA-F]{4}/y, text, at);
  if (unicode !== null) return { value: String.fromCharCode(Number.parseInt(unicode.slice(1), 16)), next: at + unicode.length };
  const letter = text[at] ?? "";
  return { value: Object.hasOwn(LETTERS, letter) ? (LETTERS[letter] ?? "") : letter, next: at + 1 };
}

function fromNextstep(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : (NEXTSTEP[byte - 0x80] ?? "\ufffd");
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
