/**
 * How a character behaves at the end of a line: the classes of UAX #14 that change anything in what is written on passes, under
 * names that can be read. The table is ours, not the engine's: lines must end at the same places in every runtime.
 */
export type BreakClass =
  | "space"
  | "zero-width-space"
  | "glue"
  | "open"
  | "close"
  | "exclamation"
  | "slash"
  | "hyphen"
  | "break-after"
  | "dash"
  | "number"
  | "infix"
  | "prefix"
  | "postfix"
  | "ideograph"
  | "non-starter"
  | "south-east"
  | "leading-vowel"
  | "trailing-vowel"
  | "regional"
  | "joiner"
  | "mark"
  | "quotation"
  | "letter";

/** Single characters and ranges, the first that fits. */
const TABLE: readonly (readonly [BreakClass, RegExp])[] = [
  ["space", /[\u0020\u1680\u2000-\u2006\u2008-\u200a\u205f]/u],
  ["zero-width-space", /\u200b/u],
  ["glue", /[\u00a0\u2007\u202f\u2011\u2060\ufeff\u0f0c]/u],
  ["joiner", /\u200d/u],
  ["trailing-vowel", /[\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6]/u],
  ["leading-vowel", /[\u0e40-\u0e44\u0ec0-\u0ec4]/u],
  ["mark", /\p{Mark}|\u200c|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/u],
  ["open", /[([{¡¿‚„\u2045\u207d\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff62]/u],
  [
    "close",
    /[)\]}\u2046\u207e\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\uff09\uff0c\uff0e\uff3d\uff5d\uff61\uff63\uff64]/u,
  ],
  ["exclamation", /[!?\u061b\u061f\u06d4\uff01\uff1f]/u],
  ["infix", /[,.:;\u060c\u066b\u066c]/u],
  ["slash", /\//u],
  ["quotation", /["'‘’“”«»‹›]/u],
  ["hyphen", /-/u],
  ["break-after", /[\u00ad\u058a\u05be\u2010\u2012\u2013\u2027|]/u],
  ["dash", /\u2014/u],
  ["number", /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/u],
  ["prefix", /[$£¥€₤₦₩₪₫₹+±\\№−]/u],
  ["postfix", /[%‰‱°¢′″℃℉]/u],
  ["regional", /\p{Regional_Indicator}/u],
  [
    "non-starter",
    /[\u3005\u303b\u30a0\u30fb\u30fc\u309b-\u309e\u30fd\u30fe\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u31f0-\u31ff\uff1a\uff1b\uff65\uff67-\uff70\u203c\u2047-\u2049]/u,
  ],
  [
    "ideograph",
    /[\u2e80-\u2fff\u3000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff02-\uffdc\u{1b000}-\u{1b2ff}\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u,
  ],
  ["south-east", /[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\uaa60-\uaadf]/u],
];

/** Text is Latin for the most part: its characters are looked up, not tried. */
const ASCII: readonly BreakClass[] = /* @__PURE__ */ Array.from({ length: 128 }, (_, code) => findClass(String.fromCharCode(code)));

/** The class of a character. */
export function breakClass(character: string): BreakClass {
  const code = character.charCodeAt(0);
  return ASCII[code] ?? findClass(character);
}

function findClass(character: string): BreakClass {
  return TABLE.find(([, pattern]) => pattern.test(character))?.[0] ?? "letter";
}
